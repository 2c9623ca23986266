"""署名 and 成文日期 (GB/T 9704 7.3.5): who signs, and where name and date stand without seal, under one
that is put on by hand, or under pictures of seals and stamps.

They stand right by arithmetic: a digit is half a character wide, everything else one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from docgen.document import Signature
from docgen.formats import PageFormat
from docgen.word import names
from docgen.word.measure import advance, characters, indents
from docgen.word.pictures import Album
from docgen.word.runs import BLANK, Pen, paragraph
from docgen.word.signing import broken, date_line, right_aligned

GAP = 70
"""Twips that LibreOffice puts between a digit and an ideograph, which makes a date wider there."""

MOST_SPILL = 50
"""Twips that a widened date may run over the edge of the text area: less than a millimetre."""


def signature(signature: Signature, format: PageFormat, pen: Pen, album: Album) -> Iterator[str]:
    """落款, in the way that stamps, seals or their absence ask for."""
    if signature.signers:
        from docgen.word.stamps import stamped

        yield from stamped(signature, format, pen, album)
    elif signature.seals or (signature.sealed and len(signature.organs) > 1):
        from docgen.word.seals import under_seals

        yield from under_seals(signature, format, pen, album)
    elif signature.sealed:
        yield from [BLANK] * format.signing.blank_sealed
        yield from _sealed(signature, format, pen)
    else:
        yield from [BLANK] * format.signing.blank_unsealed
        yield from _unsealed(signature, format, pen)


def _sealed(signature: Signature, format: PageFormat, pen: Pen) -> Iterator[str]:
    """One organ: centred over its date, which stands four characters from the right (7.3.5.1)."""
    right = characters(format.signing.right_sealed, format)
    date = advance(signature.date, format)
    for organ in signature.organs:
        for line in broken(organ, 2 * right + date, format):
            middle = right + (date - advance(line, format)) // 2
            yield right_aligned(names.ORGAN, line, middle, format, pen)
    if signature.date:
        yield date_line(signature.date, format.signing.right_sealed, format, pen)


def _unsealed(signature: Signature, format: PageFormat, pen: Pen) -> Iterator[str]:
    """Organs under each other, two characters from the right; the date begins two characters right of
    their first character, or stands two from the right itself where it is the longer (7.3.5.2). A name too
    long for a line is broken between words, its lines under each other as organs are."""
    right = characters(format.signing.right_unsealed, format)
    shift = characters(format.signing.date_shift, format)
    room = format.text_width - right
    lines = [line for organ in signature.organs for line in broken(organ, room, format)]
    name = max((advance(line, format) for line in lines), default=0)
    date = advance(signature.date, format)
    from_right = right + (shift + date if date > name else name)
    for line in lines:
        yield right_aligned(names.ORGAN, line, from_right - advance(line, format), format, pen)
    if signature.date and date > name:
        yield date_line(signature.date, format.signing.right_unsealed, format, pen)
    elif signature.date:
        yield _beginning(signature.date, from_right - shift, format, pen)


def _beginning(date: str, start: int, format: PageFormat, pen: Pen) -> str:
    """The date beginning `start` twips from the right edge. It is placed from the left where LibreOffice,
    which widens it, has room for it before the edge."""
    width = advance(date, format)
    spill = max(0, width + GAP * _changes(date) - start)
    if spill > MOST_SPILL:
        return right_aligned(names.DATE, date, start - width, format, pen)
    room = -spill if start > width else -MOST_SPILL  # what just fits would be broken
    indent = indents(format.char, left=format.text_width - start, right=room)
    return paragraph(names.DATE, pen.text(date), f'{indent}<w:jc w:val="left"/>')


def _changes(text: str) -> int:
    """How often `text` goes over from digits to ideographs, or back."""
    digits = [char.isascii() for char in text]
    return sum(before is not after for before, after in pairwise(digits))
