"""发文机关标志: the names of the organs in large red type (GB/T 9704 7.2.4).

One organ: its name and 文件 on one line, on two where it is too long. Several: the names under each
other and spread to one width, 文件 to the right of them, centred.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor
from typing import NamedTuple

from docgen import title
from docgen.document import Letterhead
from docgen.formats import PageFormat
from docgen.widths import measure
from docgen.word import names
from docgen.word.measure import exact
from docgen.word.runs import Pen, paragraph
from docgen.word.styles import size as type_size

LINE = 1.34  # em: the height of a line in which programs agree best where the type stands
TIGHT_LINE = 1.1  # em: where many names share the page with the text
INK = 0.855  # em: from the baseline up to the ink, between that of one face and another
ABOVE = 0.7915  # of a line's height, above the baseline: LibreOffice 0.8, ONLYOFFICE 0.783
WIDENING = 0.25  # em: what a short name is spaced out by at most
NARROWING = 0.06  # em: what a long name is drawn together by rather than broken
BESIDE = 1.5  # of the size of the names: 文件 beside them at most
GAP = 0.5  # em of the names: between them and 文件
LEFT = '<w:jc w:val="left"/>'
SLACK = 20  # twips: room that keeps rounding from breaking a line


class Mark(NamedTuple):
    """How a mark is set: its `rows` and what is added to the advance of each row's characters but the
    last (twips); the `suffix` beside them, empty where it is in the rows; the sizes of both in pt; the
    height of a row and the widths of both columns in twips."""

    rows: tuple[str, ...]
    spacings: tuple[int, ...]
    suffix: str
    size: float
    beside: float
    pitch: int
    widths: tuple[int, int]

    @property
    def height(self) -> int:
        """Of all rows, in twips."""
        return self.pitch * len(self.rows)

    @property
    def lead(self) -> int:
        """From the top of the first row to its ink, in twips."""
        return round(ABOVE * self.pitch - INK * self.size * 20)


def lay_out(letterhead: Letterhead, lead: int, height: int, format: PageFormat) -> Mark:
    """The mark of `letterhead` in the largest type that its names and the page allow: in `height` twips
    unless the type of the text needs more, its ink no more than `lead` twips below its top."""
    room = format.text_width - format.char
    if len(letterhead.organs) > 1:
        return _joint(letterhead, lead, height, room, format)
    rows = _rows("".join(letterhead.organs) + letterhead.suffix, 0, room, format)
    widest = max(rows, key=measure)
    size = _size(_fitting(max(1, measure(widest)), 0, room, format), len(rows), height, format)
    spacing = min(_spacing(widest, room, size), round(WIDENING * size * 20))
    pitch = _pitch(size, len(rows), lead, height)
    return Mark(rows, (spacing,) * len(rows), "", size, size, pitch, (room, 0))


def _joint(letterhead: Letterhead, lead: int, height: int, room: int, format: PageFormat) -> Mark:
    suffix = letterhead.suffix
    beside = measure(suffix)
    rows = tuple(row for organ in letterhead.organs for row in _rows(organ, beside, room, format))
    widest = max(1, *map(measure, rows))
    size = _size(_fitting(widest, beside, room, format), len(rows), height, format)
    gap = round(_gap(beside) * size * 20)
    width = round(min(widest * size * 20, room - gap - beside * size * 20))
    spacings = tuple(_spacing(row, width, size) for row in rows)
    large = min(BESIDE * size, format.letterhead.size, (room - width - gap) / 20 / max(beside, 1))
    large = max(size, _half(large))
    widths = (width + gap, round(beside * large * 20) + SLACK)
    return Mark(rows, spacings, suffix, size, large, _pitch(size, len(rows), lead, height), widths)


def _rows(name: str, beside: float, room: int, format: PageFormat) -> tuple[str, ...]:
    """A name on one line; where it does not go into the width with a suffix of `beside` characters, on
    two, which break between words and are as equal as that allows, so that the type is large."""
    smallest = format.letterhead.smallest
    most = floor((room / 20 / smallest - _gap(beside) - beside) / (1 - NARROWING))
    length = measure(name)
    if length <= most:
        return (name,)
    halves = (title.lines(name, width) for width in range(ceil(length / 2), most))
    return next((rows for rows in halves if len(rows) == 2), title.lines(name, most))


def _gap(beside: float) -> float:
    """Between the names and a suffix of `beside` characters, in em."""
    return GAP if beside else 0


def _fitting(widest: float, beside: float, room: int, format: PageFormat) -> float:
    """The size in pt at which a row of `widest` characters and a suffix of `beside` fill the width:
    drawn together, or smaller than the smallest, only where they must be."""
    gap = _gap(beside)
    loose = room / 20 / (widest + gap + BESIDE * beside)
    if loose >= format.letterhead.smallest:
        return loose
    return min(format.letterhead.smallest, room / 20 / (widest * (1 - NARROWING) + gap + beside))


def _size(fitting: float, rows: int, height: int, format: PageFormat) -> float:
    """The size in pt at which `rows` rows go into `height`. They are set closer before they become smaller
    than the smallest size, and that before no text is left on the page (7.3.3)."""
    look, row = format.letterhead, height / 20 / rows
    smallest = max(format.body.size, min(look.smallest, row / TIGHT_LINE))
    return _half(min(fitting, look.size, max(smallest, row / LINE)))


def _half(size: float) -> float:
    """A size that Word knows: half points."""
    return floor(size * 2) / 2


def _spacing(row: str, width: int, size: float) -> int:
    """What spreads `row` to `width`, in twips for each character but the last."""
    return floor((width - measure(row) * size * 20) / max(1, len(row) - 1))


def _pitch(size: float, rows: int, lead: int, height: int) -> int:
    """The height of a row in twips."""
    em = size * 20
    pitch = max(TIGHT_LINE * em, min(LINE * em, height / rows))
    return round(max(em, min(pitch, (lead + INK * em) / ABOVE)))


def write(mark: Mark, pen: Pen) -> Iterator[str]:
    """The paragraphs of `mark`, or its table."""
    if mark.suffix:
        yield _table(mark, pen)
    else:
        yield from _names(mark, "", pen)


def room(mark: Mark) -> str:
    """The room of `mark`, left blank for the one that is printed on the sheet."""
    return paragraph(names.MARK, "", exact(mark.height))


def _names(mark: Mark, align: str, pen: Pen) -> Iterator[str]:
    for row, spacing in zip(mark.rows, mark.spacings, strict=True):
        yield paragraph(names.MARK, _spread(row, spacing, mark.size, pen), exact(mark.pitch) + align)


def _spread(text: str, spacing: int, size: float, pen: Pen) -> str:
    """`text` with `spacing` behind each character but the last, so that its ends are ink."""
    spaced = f'<w:spacing w:val="{spacing}"/>{type_size(size)}'
    return (pen.styled((text[:-1],), spaced) if text[:-1] else "") + pen.styled((text[-1:],), type_size(size))


def _table(mark: Mark, pen: Pen) -> str:
    """The names, and beside them the suffix. A row of exact height, so that all programs agree on it."""
    left, right = mark.widths
    align = '<w:jc w:val="right"/>'
    line = exact(round(mark.pitch * mark.beside / mark.size))
    suffix = paragraph(names.MARK, _spread(mark.suffix, 0, mark.beside, pen), line + align)
    cells = _cell(left, "top", "".join(_names(mark, LEFT, pen))) + _cell(right, "center", suffix)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{left + right}" w:type="dxa"/><w:jc w:val="center"/>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/>'
        '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{left}"/><w:gridCol w:w="{right}"/></w:tblGrid>'
        f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{mark.height}" w:hRule="exact"/></w:trPr>'
        f"{cells}</w:tr></w:tbl>"
    )


def _cell(width: int, align: str, paragraphs: str) -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="{align}"/></w:tcPr>'
        f"{paragraphs}</w:tc>"
    )
