"""What a spreadsheet holds, as a reader sees it: cells in rows, rows in sheets, sheets in a book."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from docgen.problems import Place, Problem
from docgen.sheets import faults

MOST_ROWS = 5000


class Cell(NamedTuple):
    """A cell that holds something: its text as shown; `plain`, the same for a key that wants a date or a
    number (2026-10-15 for 10月15日, 1200.00 for ¥1200.00); `fault`, what is wrong with it (id, sentence,
    hint). `merged` tells that it only repeats the cell it is merged with."""

    row: int
    column: int
    shown: str
    plain: str
    fault: tuple[str, str, str] | None = None
    merged: bool = False


BLANK_ROW = "\u3000"
"""What makes a row of a table one that is blank on paper too."""

Cells = dict[int, Cell]
"""The cells of one row, by their columns."""

Span = tuple[int, int, int, int]
"""Cells that are merged: first row, first column, last row, last column."""


class Sheet(NamedTuple):
    """A sheet of a file (`name` is empty for a .csv): its rows that hold something by their numbers,
    what is merged, which rows are hidden, and which hold but spaces: a blank row of a table."""

    file: str
    name: str
    rows: dict[int, Cells]
    merged: tuple[Span, ...] = ()
    hidden_rows: tuple[int, ...] = ()
    hidden: bool = False
    blank_rows: tuple[int, ...] = ()

    def place(self, row: int, column: int) -> Place:
        return Place(self.file, row, column, self.name)

    def place_of(self, cell: Cell) -> Place:
        return self.place(cell.row, cell.column)


class Book(NamedTuple):
    """The sheets of a file, in their order; `problems` are what does not stop the reading of it."""

    file: str
    sheets: tuple[Sheet, ...]
    problems: tuple[Problem, ...] = ()

    def chosen(self, name: str, key: str) -> Sheet:
        """The sheet called `name`; where it is empty, the one called as `key`, or the only one that
        holds something. Raises `CannotRead` (SHT-005, SHT-006)."""
        if name:
            return self.called(name)
        visible = [sheet for sheet in self.sheets if not sheet.hidden]
        named = [sheet for sheet in visible if sheet.name == key]
        filled = named or [sheet for sheet in visible if sheet.rows]
        if not filled:
            raise faults.is_empty(self.file, visible[0].name if visible else "")
        if len(filled) > 1:
            raise faults.which_sheet(self.file, key, [sheet.name for sheet in filled])
        return filled[0]

    def called(self, name: str) -> Sheet:
        """The sheet called `name`; raises `CannotRead` (SHT-005)."""
        found = next((sheet for sheet in self.sheets if sheet.name == name), None)
        if found is None:
            raise faults.no_such_sheet(self.file, name, [sheet.name for sheet in self.sheets])
        return found


def filled_down(sheet: Sheet) -> Sheet:
    """The sheet with each cell that is merged downwards in all its rows."""
    rows = {number: dict(cells) for number, cells in sheet.rows.items()}
    for first, column, last, _last_column in sheet.merged:
        cell = sheet.rows.get(first, {}).get(column)
        if cell:
            for number in _known(rows, first + 1, last):
                rows[number].setdefault(column, cell._replace(merged=True))
    return sheet._replace(rows=rows)


def _known(rows: dict[int, Cells], first: int, last: int) -> Iterator[int]:
    return (number for number in range(first, last + 1) if number in rows)


def tidy(value: str) -> str:
    """A text without the spaces that nobody sees: at the ends of the cell and of its lines."""
    lines = value.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.strip() for line in lines).strip()
