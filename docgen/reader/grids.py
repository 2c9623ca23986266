"""A `w:tbl` → a table: merged cells, and what stands in tables within tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any, NamedTuple

from docgen.manuscript import Grid, GridCell, Line, Piece
from docgen.ooxml.values import find, get, local, number, switch, value
from docgen.problems import Place

MOST_COLUMNS = 63
"""Of Word's tables."""
WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo"})


class Met(NamedTuple):
    """A cell as it was met: its first column, what it says of itself, its element."""

    column: int
    across: int
    merge: str
    element: Any


Blocks = Callable[[Any], Iterator[Piece]]
"""The pieces of a cell, in their order."""


def grid(table: Any, place: Place, blocks: Blocks) -> Iterator[Piece]:
    """The table that begins at `place`, then the pictures that stood in it."""
    kept = [row for row in _inside(table, "tr") if find(row, "trPr/del") is None]
    rows = [_row(row) for row in kept]
    columns = max((met[-1].column + met[-1].across for met in rows if met), default=0)
    loose: list[Piece] = []
    cells = tuple(
        tuple(
            GridCell(tuple(_lines(one.element, blocks, loose)), one.across, _down(rows, at, one))
            for one in row
            if one.merge != "continue" or not _above(rows, at, one)
        )
        for at, row in enumerate(rows)
    )
    if any(line.text.strip() for row in cells for cell in row for line in cell.lines):
        head = sum(1 for row in kept if switch(row, "trPr/tblHeader"))
        yield Grid(cells, columns, place, head)
    yield from loose


def _row(row: Any) -> list[Met]:
    column = _columns(row, "trPr/gridBefore", 0)
    found = []
    for cell in _inside(row, "tc"):
        across = _columns(cell, "tcPr/gridSpan", 1)
        merge = find(cell, "tcPr/vMerge")
        found.append(Met(column, across, "" if merge is None else get(merge, "val", "continue"), cell))
        column += across
    return found


def _columns(element: Any, path: str, least: int) -> int:
    return min(max(least, number(value(element, path), least)), MOST_COLUMNS)


def _above(rows: list[list[Met]], at: int, cell: Met) -> bool:
    """Whether the row above has a merged cell at the column of one that goes on with it."""
    return at > 0 and any(one.column == cell.column and one.merge for one in rows[at - 1])


def _down(rows: list[list[Met]], at: int, cell: Met) -> int:
    down = 1
    if not cell.merge:
        return down
    for row in rows[at + 1 :]:
        if not any(one.column == cell.column and one.merge == "continue" for one in row):
            break
        down += 1
    return down


def _lines(cell: Any, blocks: Blocks, loose: list[Piece]) -> Iterator[Line]:
    """The lines of a cell; tables within it give their own, cell by cell."""
    for piece in blocks(cell):
        if isinstance(piece, Line):
            yield piece
        elif isinstance(piece, Grid):
            yield from chain.from_iterable(inner.lines for row in piece.rows for inner in row)
        else:
            loose.append(piece)


def _inside(parent: Any, name: str) -> Iterator[Any]:
    for child in parent:
        if local(child) == name:
            yield child
        elif local(child) in WRAPPERS:
            yield from _inside(child, name)
