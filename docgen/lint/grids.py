"""The tables of a reading, cell by cell, with the passages that the cells are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from docgen.lint.reading import CELL, Passage, Reading


class Sheet(NamedTuple):
    """A table: `head` are the names of its columns, `rows` those below it, from each column to the number
    of the first passage in it; `longer` are those of cells with several, `first` is that of the
    first cell."""

    part: int
    head: dict[int, str]
    rows: tuple[dict[int, int], ...]
    longer: frozenset[int] = frozenset()
    first: int = 0


def sheets(reading: Reading) -> Iterator[Sheet]:
    """The tables in their order."""
    tables: dict[int, dict[int, dict[int, int]]] = {}
    heads: dict[int, set[int]] = {}
    longer: set[int] = set()
    for at, one in enumerate(reading.passages):
        if one.zone == CELL and one.row >= 0:
            row = tables.setdefault(one.part, {}).setdefault(one.row, {})
            if row.setdefault(one.column, at) != at:
                longer.add(row[one.column])
            if one.head_row:
                heads.setdefault(one.part, set()).add(one.row)
    for part, rows in tables.items():
        yield _sheet(reading, part, rows, heads.get(part) or {min(rows)}, longer)


def _sheet(
    reading: Reading, part: int, rows: dict[int, dict[int, int]], heads: set[int], longer: set[int]
) -> Sheet:
    names: dict[int, str] = {}
    for row in sorted(heads):
        for column, at in rows[row].items():
            names[column] = names.get(column, "") + bare(reading.passages[at])
    below = tuple(rows[row] for row in sorted(rows) if row not in heads)
    here = {at for row in below for at in row.values()}
    first = min(at for row in rows.values() for at in row.values())
    return Sheet(part, names, below, frozenset(longer & here), first)


def columns(sheet: Sheet, is_meant: Callable[[str], object]) -> list[int]:
    """The columns whose name `is_meant`."""
    return [column for column, name in sheet.head.items() if is_meant(name)]


def bare(passage: Passage) -> str:
    """The text of a cell without blanks."""
    return "".join(passage.text.split())


def blanks(reading: Reading, part: int) -> frozenset[tuple[int, int]]:
    """Row and column of the cells of a real table that have no text; cells that a merged one covers are
    not there at all."""
    parts = reading.recognised.parts if reading.recognised else ()
    grid = parts[part].grid if 0 <= part < len(parts) else None
    found: set[tuple[int, int]] = set()
    covered: dict[int, int] = {}
    for row, cells in enumerate(grid.rows if grid else ()):
        column = 0
        for cell in cells:
            while covered.get(column, 0) > row:
                column += 1
            if not cell.text.strip():
                found.add((row, column))
            covered |= dict.fromkeys(range(column, column + cell.across), row + cell.down)
            column += cell.across
    return frozenset(found)
