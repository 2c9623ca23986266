"""The sheet on which recognition works: the lines one by one, and what has been told of them so far."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from docgen.manuscript import Grid, Line, Manuscript, Picture
from docgen.patterns import pattern
from docgen.recognise import layouts
from docgen.recognise.labels import Typed
from docgen.recognise.rows import Row, joined
from docgen.recognised import NOTE, Part

MARKDOWN = pattern(r"[ \t]*#{1,6}[ \t]*")
"""What Markdown puts before a heading, which is none of its words."""
BLANKS = "".join(char for char in map(chr, range(0x3001)) if char.isspace()) + "\u200b\ufeff"


@dataclass(slots=True)
class Sheet:
    """`rows` in their order, a table or picture as itself; `parts` what was told of a row, by its index
    (a row that belongs to the one above is there without parts); `labels` the numbers; `segments` the
    indices at which numbering begins anew (an attachment, a carried paper)."""

    manuscript: Manuscript
    rows: tuple[Row | Grid | Picture, ...]
    parts: dict[int, tuple[Part, ...]] = field(default_factory=dict)
    labels: dict[int, Typed] = field(default_factory=dict)
    segments: set[int] = field(default_factory=set)
    title: tuple[int, ...] = ()


def lay_out(manuscript: Manuscript) -> Sheet:
    """The sheet of `manuscript`, nothing told yet; empty lines are left out."""
    rows: list[Row | Grid | Picture] = []
    above = 0
    unfolded = layouts.find(manuscript)
    for at, piece in enumerate(manuscript.pieces):
        if isinstance(piece, Grid) and at in unfolded:
            rows.extend(row for line in layouts.lines(piece) for row in _rows(line, False, ""))
            continue
        if not isinstance(piece, Line):
            rows.append(piece)
            continue
        found = list(_rows(piece, piece.place.line > above + 1, manuscript.kind))
        rows.extend(found)
        above = piece.place.line if found else above
    return Sheet(manuscript, tuple(joined(rows)))


def _rows(line: Line, gap: bool, kind: str) -> Iterator[Row]:
    at = 0
    for number, own in enumerate(line.text.split("\n")):
        mark = MARKDOWN.match(own) if kind == "md" and line.level else None
        begin = mark.end() if mark else len(own) - len(own.lstrip(BLANKS))
        text = own[begin:].strip(BLANKS)
        if text or (line.number and not number):
            typed = sum(4 if char == "\t" else 1 if char == "\u3000" else 0.5 for char in own[:begin])
            yield Row(line, text, at + begin, typed + line.indent, gap and not number, number)
        at += len(own) + 1


def free(sheet: Sheet, index: int) -> Row | None:
    """The row at `index` if it is a line and nothing has been told of it."""
    if not 0 <= index < len(sheet.rows) or index in sheet.parts:
        return None
    row = sheet.rows[index]
    return row if isinstance(row, Row) else None


def plain(sheet: Sheet, index: int) -> Row | None:
    """The row at `index` if it is a line without a number of which nothing has been told."""
    return None if index in sheet.labels else free(sheet, index)


def tell(sheet: Sheet, first: int, last: int, *parts: Part) -> None:
    """Notes that the rows `first` to `last` are `parts`."""
    for index in range(first, last + 1):
        sheet.parts[index] = ()
    sheet.parts[first] = parts


def lines_of(sheet: Sheet, first: int, last: int) -> tuple[Line, ...]:
    """The lines of the rows `first` to `last`."""
    rows = (row for row in sheet.rows[first : last + 1] if isinstance(row, Row))
    return tuple(line for row in rows for line in row.lines)


def piece(row: Row, begin: int, end: int, type: str, note: str, reason: str) -> Part:
    """The part that characters `begin` to `end` of a row are."""
    return Part(
        type, row.text[begin:end], note=note, lines=row.lines, start=row.start + begin, reason=reason
    )  # fmt: skip


def tell_note(sheet: Sheet, index: int, note: str, reason: str, *faults: str) -> None:
    """Notes that the row at `index`, a line, is the note `note`."""
    row = sheet.rows[index]
    assert isinstance(row, Row)
    told = (*row.faults, *faults)
    part = Part(
        NOTE, row.text, note=note, lines=row.lines, start=row.start, reason=reason, faults=told
    )  # fmt: skip
    sheet.labels.pop(index, None)
    tell(sheet, index, index, part)


def line_rows(sheet: Sheet) -> Iterator[tuple[int, Row]]:
    """The rows that are lines and of which nothing has been told."""
    for index, row in enumerate(sheet.rows):
        if index not in sheet.parts and isinstance(row, Row):
            yield index, row
