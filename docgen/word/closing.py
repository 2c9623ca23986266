"""How a paper ends: attachment note, signature, annotation (GB/T 9704 7.3.4–7.3.6).

The signature stands right by arithmetic: a digit is half a character wide, everything else one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from docgen import title
from docgen.document import Paper, Signature
from docgen.formats import PageFormat
from docgen.word import names
from docgen.word.measure import advance, indents
from docgen.word.runs import BLANK, Pen, paragraph

LABEL = "附件："
SEAL = 2580  # twips: a seal of 42 mm and a gap of 3.5 mm to its neighbour
SEAL_ROWS = 4  # blank lines between rows of names under seals
SEALS_A_ROW = 3
GAPS = 480  # twips: what LibreOffice, which parts digits and ideographs, makes a date wider


def closing(paper: Paper, format: PageFormat, pen: Pen) -> Iterator[str]:
    """The paragraphs after the text."""
    names_of = [attachment.name for attachment in paper.attachments if attachment.name]
    if names_of:
        yield from [BLANK] * format.attachments.blank_before
        yield from attachment_note(names_of, format, pen)
    if paper.signature:
        yield from signature(paper.signature, format, pen)
    if paper.annotation:
        yield paragraph(names.ANNOTATION, pen.text(_bracketed(paper.annotation)))


def attachment_note(attachments: Sequence[str], format: PageFormat, pen: Pen) -> Iterator[str]:
    """附件说明: names under each other, their continuations under their first character."""
    start = round(format.body.indent * format.char)
    label = advance(LABEL, format)
    for number, name in enumerate(attachments, 1):
        count = f"{number}." if len(attachments) > 1 else ""
        text = (LABEL if number == 1 else "") + count + name
        hanging = advance(count, format) + (label if number == 1 else 0)
        left = start + label + advance(count, format)
        indent = indents(format.char, left=left, hanging=hanging)
        yield paragraph(names.ATTACHMENT_NOTE, pen.text(text), indent)


def signature(signature: Signature, format: PageFormat, pen: Pen) -> Iterator[str]:
    """落款, in the way that seals, or their absence, ask for (7.3.5.1, 7.3.5.2)."""
    if not signature.sealed:
        yield from [BLANK] * format.signing.blank_unsealed
        yield from _unsealed(signature, format, pen)
        return
    yield from [BLANK] * format.signing.blank_sealed
    if len(signature.organs) > 1:
        yield from _sealed_jointly(signature, format, pen)
    else:
        yield from _sealed(signature, format, pen)


def _sealed(signature: Signature, format: PageFormat, pen: Pen) -> Iterator[str]:
    """One organ: centred over its date, which stands four characters from the right."""
    right = _chars(format.signing.right_sealed, format)
    date = advance(signature.date, format)
    room = 2 * right + date
    for organ in signature.organs:
        for line in _lines(organ, room, format):
            yield _right(names.ORGAN, line, right + (date - advance(line, format)) // 2, format, pen)
    yield _right(names.DATE, signature.date, right, format, pen)


def _sealed_jointly(signature: Signature, format: PageFormat, pen: Pen) -> Iterator[str]:
    """Several organs: in rows, a seal's width apart, the last one over the date."""
    right = _chars(format.signing.right_sealed, format)
    middle = format.text_width - right - advance(signature.date, format) // 2
    organs = signature.organs
    rows = -(-len(organs) // SEALS_A_ROW)
    starts = [-(-len(organs) * row // rows) for row in range(rows + 1)]
    for start, end in pairwise(starts):
        row = organs[start:end]
        stops = "".join(
            f'<w:tab w:val="center" w:pos="{middle - SEAL * behind}"/>'
            for behind in range(len(row) - 1, -1, -1)
        )
        if start:
            yield from [BLANK] * SEAL_ROWS
        runs = pen.text("".join(f"\t{organ}" for organ in row))
        yield paragraph(names.ORGAN, runs, f'<w:tabs>{stops}</w:tabs><w:jc w:val="left"/>')
    yield _right(names.DATE, signature.date, right, format, pen)


def _unsealed(signature: Signature, format: PageFormat, pen: Pen) -> Iterator[str]:
    """Organs under each other, two characters from the right; the date begins two characters right of
    their first character, or stands two from the right itself where it is the longer. It is placed from
    the left where it may become wider without running over the edge."""
    right = _chars(format.signing.right_unsealed, format)
    shift = _chars(format.signing.date_shift, format)
    name = max((advance(organ, format) for organ in signature.organs), default=0)
    date = advance(signature.date, format)
    from_right = right + (shift + date if date > name else name)
    for organ in signature.organs:
        yield _right(names.ORGAN, organ, from_right - advance(organ, format), format, pen)
    if date > name:
        yield _right(names.DATE, signature.date, right, format, pen)
    elif date + GAPS > name:
        yield _right(names.DATE, signature.date, from_right - shift - date, format, pen)
    elif signature.date:
        indent = indents(format.char, left=format.text_width - from_right + shift)
        yield paragraph(names.DATE, pen.text(signature.date), f'{indent}<w:jc w:val="left"/>')


def _chars(count: float, format: PageFormat) -> int:
    return round(count * format.char)


def _lines(organ: str, room: int, format: PageFormat) -> tuple[str, ...]:
    """`organ` on lines that leave it centred over the date within the text area."""
    if advance(organ, format) <= room:
        return (organ,)
    return title.lines(organ, max(4, room // (format.char + format.condensing)))


def _right(style: str, text: str, right: int, format: PageFormat, pen: Pen) -> str:
    return paragraph(style, pen.text(text), indents(format.char, right=max(right, 0)))


def _bracketed(text: str) -> str:
    return text if text.startswith(("（", "(")) else f"（{text}）"
