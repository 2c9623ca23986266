"""The merge grid: which cell stands where when cells span columns and rows.

Rows list the cells that begin in them, as in HTML; Word wants a cell for every place of the grid.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from docgen.document import Cell, Table, TableRow, plain
from docgen.i18n import _
from docgen.problems import Problem, error


class Slot(NamedTuple):
    """A stretch of a row: the cell that begins at `column` (0-based) over `across` columns, or, where
    `cell` is None, the continuation of the cell above. `goes_on`: the rows below continue it."""

    column: int
    across: int
    cell: str | Cell | None
    goes_on: bool = False


GridRow = tuple[Slot, ...]


class _Open:
    """A cell that reaches down: how many further rows it takes, and how many columns."""

    __slots__ = ("across", "rows")

    def __init__(self, rows: int, across: int) -> None:
        self.rows = rows
        self.across = across


def is_plain(table: Table) -> bool:
    """Whether every row has a text for every column, so that the grid is the rows as they are."""
    columns = len(table.columns)
    return all(len(row) == columns and Cell not in map(type, row) for row in table.rows)


def faults(table: Table) -> list[Problem]:
    """What is wrong with the spans, rows and head of `table`."""
    rows, problems = ((), []) if is_plain(table) else grid(table)
    return problems + head_faults(table, rows)


def grid(table: Table) -> tuple[tuple[GridRow, ...], list[Problem]]:
    """The rows of `table` as slots that fill every column, and what is wrong with its spans.

    A faulty row is filled up with empty cells or cut, so that the result is always a whole grid.
    """
    problems: list[Problem] = []
    open_cells: dict[int, _Open] = {}
    rows = tuple(
        tuple(_fill(table, number, row, open_cells, problems)) for number, row in enumerate(table.rows, 1)
    )
    if any(cell.rows for cell in open_cells.values()):
        problems.append(
            _fault(
                table,
                "TRE-013",
                len(rows),
                _("有单元格的跨行数超出了表格的最后一行"),
                _("减少“跨行”，或者在下面补上被它占用的行"),
            )
        )
    return rows, problems


def _fill(
    table: Table, number: int, row: TableRow, open_cells: dict[int, _Open], problems: list[Problem]
) -> Iterator[Slot]:
    waiting = deque(row)
    last = len(table.columns)
    column = 0
    short = False
    while column < last:
        above = open_cells.get(column)
        if above and above.rows:
            above.rows -= 1
            slot = Slot(column, above.across, None, above.rows > 0)
        elif waiting:
            room = _free(column, last, open_cells)
            slot = _begin(table, number, waiting.popleft(), Slot(column, room, None), problems)
            if isinstance(slot.cell, Cell) and slot.goes_on:
                open_cells[column] = _Open(slot.cell.down - 1, slot.across)
        else:
            short = True
            slot = Slot(column, 1, "")
        yield slot
        column += slot.across
    if short:
        problems.append(_short(table, number, row))
    if waiting:
        problems.append(_long(table, number, row))


def _free(column: int, last: int, open_cells: dict[int, _Open]) -> int:
    """How many columns from `column` on no cell from above takes."""
    end = column + 1
    while end < last and not (end in open_cells and open_cells[end].rows):
        end += 1
    return end - column


def _begin(table: Table, number: int, cell: str | Cell, room: Slot, problems: list[Problem]) -> Slot:
    if not isinstance(cell, Cell):
        return Slot(room.column, 1, cell)
    if cell.across < 1 or cell.down < 1:
        problems.append(
            _fault(
                table,
                "TRE-014",
                number,
                _("跨列、跨行必须是不小于1的整数"),
                _("改成1或更大的数，或者去掉这一项"),
                _words(cell),
            )
        )
    across = max(cell.across, 1)
    if across > room.across:
        problems.append(
            _fault(
                table,
                "TRE-012",
                number,
                _("单元格要跨{across}列，这里只空着{free}列").format(across=across, free=room.across),
                _("减少“跨列”，或者检查上面的行有没有跨行的单元格占了位置"),
                _words(cell),
            )
        )
    return Slot(room.column, min(across, room.across), cell, cell.down > 1)


def head_faults(table: Table, rows: Sequence[GridRow]) -> list[Problem]:
    """What is wrong with the head of `table`, whose slots are `rows` (empty for a plain table)."""
    if table.head > len(table.rows):
        return [
            _fault(
                table,
                "TRE-015",
                len(table.rows),
                _("表头行是{head}行，整个表格只有{rows}行").format(head=table.head, rows=len(table.rows)),
                _("减少“表头行”，或者补上表格的内容"),
            )
        ]
    if table.head and rows and any(slot.goes_on for slot in rows[table.head - 1]):
        return [
            _fault(
                table,
                "TRE-015",
                table.head,
                _("表头的单元格跨到了表头下面的行，换页时表头无法重复"),
                _("减少“跨行”，或者增加“表头行”"),
            )
        ]
    return []


def _short(table: Table, number: int, row: TableRow) -> Problem:
    return _fault(
        table,
        "TRE-021",
        number,
        _("这一行的单元格不够，填不满{columns}列").format(columns=len(table.columns)),
        _("补上缺少的单元格，没有内容的写成空的引号"),
        _row_words(row),
    )


def _long(table: Table, number: int, row: TableRow) -> Problem:
    return _fault(
        table,
        "TRE-011",
        number,
        _("这一行的单元格多了，表格只有{columns}列").format(columns=len(table.columns)),
        _("去掉多余的单元格（被跨列、跨行占用的位置不要再写），或者在“列”中补上一列"),
        _row_words(row),
    )


def _fault(table: Table, id: str, number: int, sentence: str, hint: str, excerpt: str = "") -> Problem:
    where = _("表格“{name}”").format(name=table.caption) if table.caption else _("表格")
    message = _("{where}第{number}行：{sentence}").format(where=where, number=number, sentence=sentence)
    return error(id, message, table.place, excerpt=excerpt, hint=hint)


def _row_words(row: TableRow) -> str:
    return " | ".join(map(_words, row))


def _words(cell: str | Cell) -> str:
    return plain(cell.content) if isinstance(cell, Cell) else cell
