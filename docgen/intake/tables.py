"""A table that was found in a text → a table of the tree, with its merged cells."""

from __future__ import annotations

from docgen.document import Cell, Column, Table, TableRow
from docgen.manuscript import Grid
from docgen.recognised import Part


def table(part: Part) -> Table:
    """The table of a part: as its real cells say, or from the rows that were made of lines."""
    rows = _of_grid(part.grid) if part.grid else _of_rows(part.rows)
    width = part.grid.columns if part.grid else max(map(len, part.rows), default=1)
    head = min(part.head_rows or (part.grid.head if part.grid else 0) or 1, len(rows))
    return Table(_columns(rows, width), rows, head, place=part.place)


def _columns(rows: tuple[TableRow, ...], width: int) -> tuple[Column, ...]:
    """The names of the columns, where the first row gives each of them one."""
    first = rows[0] if rows else ()
    if len(first) == width and all(isinstance(cell, str) for cell in first):
        return tuple(Column(str(cell)) for cell in first)
    return tuple(Column() for _column in range(width))


def _of_rows(rows: tuple[tuple[str, ...], ...]) -> tuple[TableRow, ...]:
    width = max(map(len, rows), default=1)
    return tuple((*row, *("" for _missing in range(width - len(row)))) for row in rows)


def _of_grid(grid: Grid) -> tuple[TableRow, ...]:
    return tuple(tuple(_cell(cell.text.strip(), cell.across, cell.down) for cell in row) for row in grid.rows)


def _cell(text: str, across: int, down: int) -> str | Cell:
    if across == down == 1:
        return text
    return Cell((text,) if text else (), across, down)
