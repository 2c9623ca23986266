"""Step: tables that were pasted one cell a line: column names one below the other, then row by row."""

from __future__ import annotations

from docgen.i18n import _
from docgen.recognise.marks import is_column_name
from docgen.recognise.rows import Row
from docgen.recognise.sheet import Sheet, free, lines_of, tell
from docgen.recognised import TABLE, Part

FEWEST, MOST = 3, 8
LONGEST_CELL = 40
SENTENCE_ENDS = "。；：:"


def find(sheet: Sheet) -> None:
    """Notes tables whose cells stand one a line."""
    index = 0
    while index < len(sheet.rows):
        columns = _names(sheet, index)
        cells = _cells(sheet, index) if FEWEST <= columns <= MOST else []
        count = len(cells) // columns if columns else 0
        if count >= 3:
            _tell(sheet, index, cells[: count * columns], columns)
            index += count * columns
        else:
            index += max(1, columns)


def _names(sheet: Sheet, index: int) -> int:
    """How many lines from `index` on are column names."""
    count = 0
    while (row := free(sheet, index + count)) is not None and len(row.text) > 1 and is_column_name(row.text):
        count += 1
    return count


def _cells(sheet: Sheet, index: int) -> list[str]:
    cells: list[str] = []
    while (row := free(sheet, index + len(cells))) is not None and _is_cell(sheet, index + len(cells), row):
        cells.append(row.text)
    return cells


def _is_cell(sheet: Sheet, index: int, row: Row) -> bool:
    typed = sheet.labels.get(index)
    return (
        len(row.text) <= LONGEST_CELL
        and row.text[-1:] not in SENTENCE_ENDS
        and not (typed and typed.layer in (1, 2))
    )


def _tell(sheet: Sheet, first: int, cells: list[str], columns: int) -> None:
    last = first + len(cells) - 1
    for index in range(first, last + 1):
        sheet.labels.pop(index, None)
    rows = tuple(tuple(cells[at : at + columns]) for at in range(0, len(cells), columns))
    part = Part(
        TABLE, rows=rows, head_rows=1,
        lines=lines_of(sheet, first, last),
        reason=_("连续几行都是列名，下面每{count}行成一组，是一格一行的表格").format(count=columns),
        faults=("table_flattened",),
    )  # fmt: skip
    tell(sheet, first, last, part)
