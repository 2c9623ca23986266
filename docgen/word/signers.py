"""发文字号 and 签发人 side by side (GB/T 9704 7.2.5, 7.2.6), in a paper to a higher organ.

The names stand two to a line at the right, under each other; the number stands at the left of the
last line. All places are tab stops, so that the rule under them keeps its width.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from docgen.formats import PageFormat
from docgen.widths import measure
from docgen.word.measure import advance
from docgen.word.runs import Pen
from docgen.word.styles import fonts

LABEL = "签发人："
A_LINE = 2  # 7.2.6: 一般每行排两个姓名
SHORT, USUAL = 2, 3  # characters of a name: the short are spread to the usual width
TAB = "<w:r><w:tab/></w:r>"


class Spot(NamedTuple):
    """Something on a line: where it begins, in twips from the left edge of the text area, and its runs."""

    start: int
    runs: str


class Line(NamedTuple):
    """The properties of a paragraph (`w:tabs`) and its runs."""

    tabs: str
    runs: str


def lines(number: str, signers: Sequence[str], format: PageFormat, pen: Pen) -> Iterator[Line]:
    """The lines from the first signer to the document number."""
    edge = round(format.letterhead.edge * format.char)
    end = edge + advance(number, format) + format.char if number else 0
    columns = _columns(signers, end, edge, format)
    rows = [
        list(_names(signers[at : at + len(columns)], signers, columns, format, pen))
        for at in range(0, len(signers), len(columns))
    ]
    rows[0][0] = Spot(columns[0] - advance(LABEL, format), pen.text(LABEL) + rows[0][0].runs)
    if number:
        if end > rows[-1][0].start:
            rows.append([])
        rows[-1].insert(0, Spot(edge, pen.text(number)))
    yield from map(_line, rows)


def _columns(signers: Sequence[str], end: int, edge: int, format: PageFormat) -> tuple[int, ...]:
    """Where the columns of names begin: two, or one where two would reach into the number, which ends
    before `end`; whatever the number, the label begins behind `edge` if that can be."""
    label = advance(LABEL, format)
    ways = [_starts(signers, count, format) for count in range(min(A_LINE, len(signers)), 0, -1)]
    ways = [columns for columns in ways if columns[0] - label >= edge] or ways[-1:]
    for columns in ways:
        last = columns[0] - (label if len(signers) <= len(columns) else 0)
        if last >= end:
            return columns
    return ways[0]


def _starts(signers: Sequence[str], count: int, format: PageFormat) -> tuple[int, ...]:
    """Where `count` columns begin whose last ends at the right edge, a character between them."""
    at = format.text_width - round(format.letterhead.edge * format.char)
    starts = []
    for column in range(count - 1, -1, -1):
        at -= max(_width(name, signers, format) for name in signers[column::count])
        starts.append(at)
        at -= format.char
    return tuple(reversed(starts))


def _names(
    row: Sequence[str], signers: Sequence[str], columns: Sequence[int], format: PageFormat, pen: Pen
) -> Iterator[Spot]:
    face = fonts(format.letterhead.signer_face, format.latin)
    for name, start in zip(row, columns, strict=False):
        gap = _width(name, signers, format) - advance(name, format)
        spread = f'{face}<w:spacing w:val="{gap + format.condensing}"/>'
        runs = pen.styled((name[0],), spread) + pen.styled((name[1:],), face)
        yield Spot(start, runs if gap else pen.styled((name,), face))


def _width(name: str, signers: Sequence[str], format: PageFormat) -> int:
    """The width of a name in twips; one of two characters is as wide as one of three beside longer ones."""
    longest = max(map(measure, signers))
    usual = measure(name) == SHORT and longest >= USUAL
    return advance("签" * USUAL if usual else name, format)


def _line(spots: Sequence[Spot]) -> Line:
    stops = "".join(f'<w:tab w:val="left" w:pos="{spot.start}"/>' for spot in spots)
    return Line(f"<w:tabs>{stops}</w:tabs>", "".join(TAB + spot.runs for spot in spots))
