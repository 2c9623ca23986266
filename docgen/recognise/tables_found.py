"""Step 4: tables whose cells are parted by tabs."""

from __future__ import annotations

from docgen.i18n import _
from docgen.manuscript import Grid, GridCell
from docgen.recognise.sheet import Row, Sheet, free, tell
from docgen.recognised import TABLE, Part


def find_grids(sheet: Sheet) -> None:
    """Notes the real tables."""
    for index, row in enumerate(sheet.rows):
        if isinstance(row, Grid):
            reason = _("文件里本来就是表格")
            tell(
                sheet,
                index,
                index,
                Part(TABLE, rows=filled(row), head_rows=row.head, grid=row, reason=reason),
            )


def filled(grid: Grid) -> tuple[tuple[str, ...], ...]:
    """The texts of a real table in all its columns; a merged cell's text stands in its first place."""
    below: dict[int, int] = {}
    rows = []
    for cells in grid.rows:
        row: list[str] = []
        waiting = list(cells)
        while len(row) < grid.columns and (waiting or any(column >= len(row) for column in below)):
            if below.get(len(row), 0):
                below[len(row)] -= 1
                row.append("")
            elif waiting:
                _place(waiting.pop(0), row, below)
            else:
                row.append("")
        for cell in waiting:
            row.append(cell.text)
        rows.append(tuple(row))
        below = {column: left for column, left in below.items() if left}
    return tuple(rows)


def _place(cell: GridCell, row: list[str], below: dict[int, int]) -> None:
    for covered in range(cell.across):
        if cell.down > 1:
            below[len(row)] = cell.down - 1
        row.append("" if covered else cell.text)


def find_tabbed(sheet: Sheet) -> None:
    """Notes runs of two or more lines with tabs between words as tables."""
    index = 0
    while index < len(sheet.rows):
        last = index
        while (row := free(sheet, last)) is not None and "\t" in row.text:
            last += 1
        if last - index >= 2:
            _tell(sheet, index, last - 1)
        index = max(last, index + 1)


def _tell(sheet: Sheet, first: int, last: int) -> None:
    found = [row for row in sheet.rows[first : last + 1] if isinstance(row, Row)]
    cells = tuple(tuple(cell.strip() for cell in _raw(row).split("\t")) for row in found)
    for index in range(first, last + 1):
        sheet.labels.pop(index, None)
    part = Part(
        TABLE, rows=cells, head_rows=1, lines=tuple(row.line for row in found),
        reason=_("连续{count}行用制表符隔开，是表格").format(count=len(found)),
    )  # fmt: skip
    tell(sheet, first, last, part)


def _raw(row: Row) -> str:
    """The line with the tabs at its ends, which are empty cells, and without typed indents."""
    own = row.line.text.split("\n")[row.part]
    return own.strip(" \u3000\xa0\r")
