"""Signing by stamp (签名章, GB/T 9704 7.3.5.3): the post, and two characters right of it the stamp.

A stamp's picture is higher than a line. It is anchored to the line of its post, so that both have one
middle; the blank lines around are made higher by what it needs. Without a picture the name stands in its
place, as text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from docgen.document import Signature, Signer
from docgen.formats import PageFormat, twips
from docgen.word import names
from docgen.word.measure import MIDDLE, advance, characters, exact
from docgen.word.people import spread
from docgen.word.pictures import Album
from docgen.word.runs import BLANK, Pen, paragraph
from docgen.word.signing import date_line


class _Row(NamedTuple):
    """A signer, and how far the stamp reaches above and below the line of the post (twips)."""

    signer: Signer
    above: int
    below: int


def stamped(signature: Signature, format: PageFormat, pen: Pen, album: Album) -> Iterator[str]:
    """A line for each signer, the lead organ's first, and the date a line below."""
    look = format.signing
    rows = [_measured(signer, format) for signer in signature.signers]
    column = max(_width(signer, format) for signer in signature.signers)
    yield from _blanks(look.blank_stamped, rows[0].above, format)
    for before, row in zip([None, *rows], rows, strict=False):
        if before:
            apart = before.below + twips(look.seal_gap) + row.above
            yield from _blanks(1, max(0, apart - format.pitch), format)
        yield _line(row.signer, column, format, pen, album)
    if signature.date:
        yield from _blanks(look.blank_after_stamp, rows[-1].below, format)
        yield date_line(signature.date, look.right_stamped, format, pen)


def _measured(signer: Signer, format: PageFormat) -> _Row:
    if signer.stamp is None:
        return _Row(signer, 0, 0)
    high, middle = twips(signer.stamp.height), round(MIDDLE * format.pitch)
    return _Row(signer, max(0, high // 2 - middle), max(0, high - high // 2 - (format.pitch - middle)))


def _width(signer: Signer, format: PageFormat) -> int:
    return twips(signer.stamp.width) if signer.stamp else advance(spread(signer.name), format)


def _blanks(count: int, more: int, format: PageFormat) -> Iterator[str]:
    """`count` blank lines, the last one `more` twips higher."""
    yield from [BLANK] * (count - 1)
    yield f"<w:p><w:pPr><w:keepNext/>{exact(format.pitch + more)}</w:pPr></w:p>" if more else BLANK


def _line(signer: Signer, column: int, format: PageFormat, pen: Pen, album: Album) -> str:
    """Posts end at one place, stamps are in one column: `column` twips, its right side as far from the
    right edge as that of a stamp has to be."""
    look = format.signing
    edge = format.text_width - characters(look.right_stamped, format)
    post = edge - column - characters(look.post, format)
    stops = f'<w:tab w:val="right" w:pos="{post}"/><w:tab w:val="left" w:pos="{edge - column}"/>'
    properties = f'<w:tabs>{stops}</w:tabs><w:jc w:val="left"/>'
    text = f"\t{signer.post}"
    if signer.stamp is None:
        return paragraph(names.ORGAN, pen.text(f"{text}\t{spread(signer.name)}"), properties)
    top = round(MIDDLE * format.pitch) - twips(signer.stamp.height) // 2
    drawing = album.behind(signer.stamp, edge - twips(signer.stamp.width), top)
    return paragraph(names.ORGAN, drawing + pen.text(text), properties)
