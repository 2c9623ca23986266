"""A table that was found in a text → a table of the tree, with its merged cells."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from docgen.document import Cell, Column, Table, TableRow
from docgen.manuscript import Grid
from docgen.patterns import pattern
from docgen.recognised import Part

GROUP = pattern(
    r"(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日.{0,8}|(?:周|星期)[一二三四五六日天].{0,4}|[上下]午|晚上"
    r"|第[一二三四五六七八九十0-9]{1,3}(?:周|天|组|阶段).{0,8}|[0-9一二三四五六七八九十]{1,3}月份?"
)
"""What parts the rows of a table into groups."""


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
    if _has_groups(rows, width):
        return tuple(_grouped(rows, width))
    return tuple(_filled(row, width) for row in rows)


def _filled(row: tuple[str, ...], width: int) -> tuple[str, ...]:
    return (*row, *("" for _missing in range(width - len(row))))


def _has_groups(rows: tuple[tuple[str, ...], ...], width: int) -> bool:
    """Whether some rows begin with a cell more than the others and than the head, a day or a stage: it was
    merged over the rows below, which have none."""
    head, *below = rows or ((),)
    first = [row for row in below if len(row) == width]
    rest = [row for row in below if len(row) < width]
    if len(head) != width - 1 or not below or below[0] not in first or not rest:
        return False
    return all(GROUP.fullmatch(row[0]) for row in first) and not any(GROUP.fullmatch(row[0]) for row in rest)


def _grouped(rows: tuple[tuple[str, ...], ...], width: int) -> Iterator[TableRow]:
    """The rows with their groups as merged cells, the head's first name over both first columns."""
    yield (Cell((rows[0][0],), across=2), *rows[0][1:])
    begins = [at for at, row in enumerate(rows) if at and len(row) == width]
    down = {at: end - at for at, end in pairwise([*begins, len(rows)])}
    for at, row in enumerate(rows[1:], 1):
        if at in down:
            yield (_cell(row[0], 1, down[at]), *row[1:])
        else:
            yield _filled(row, width - 1)


def _of_grid(grid: Grid) -> tuple[TableRow, ...]:
    return tuple(tuple(_cell(cell.text.strip(), cell.across, cell.down) for cell in row) for row in grid.rows)


def _cell(text: str, across: int, down: int) -> str | Cell:
    if across == down == 1:
        return text
    return Cell((text,) if text else (), across, down)
