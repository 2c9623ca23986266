"""Step: tables that were pasted one cell a line: column names one below the other, then row by row."""

from __future__ import annotations

from docgen.i18n import _
from docgen.patterns import pattern
from docgen.recognise.marks import is_column_name
from docgen.recognise.rows import Row
from docgen.recognise.sheet import Sheet, free, lines_of, tell
from docgen.recognised import TABLE, Part

FEWEST, MOST = 2, 8
FEWEST_ROWS = 3
LONGEST_NAME, LONGEST_CELL = 10, 40
SENTENCE_ENDS = "。；：:"
FIRST_CELL = pattern(
    r"第[一二三四五六七八九十0-9]{1,3}[周月节期]|[0-9一二三四五六七八九十]{1,3}(?:月份?.{0,8}|周.{0,8})?"
    r"|[0-9]{1,2}月[0-9]{1,2}日.{0,8}|[0-9]{1,2}[:：][0-9]{2}.{0,8}|(?:周|星期)[一二三四五六日天].{0,4}"
    r"|(?:19|20)[0-9*xX]{2}[-./年].{0,12}|[上下]午|预备周"
)
"""What the first cell of a row is: a week, a month, a day, a number."""


def find(sheet: Sheet) -> None:
    """Notes tables whose cells stand one a line."""
    index = 0
    while index < len(sheet.rows):
        columns = _columns(sheet, index)
        cells = _cells(sheet, index) if columns else []
        count = len(cells) // columns if columns else 0
        if count >= FEWEST_ROWS and _is_regular(cells, columns, count):
            _tell(sheet, index, cells[: count * columns], columns)
            index += count * columns
        else:
            index += 1


def _columns(sheet: Sheet, index: int) -> int:
    """How many lines from `index` on name columns: up to the first that begins a row; 0 for none."""
    row = free(sheet, index)
    if row is None or not is_column_name(row.text) or len(row.text) < 2:
        return 0
    for count in range(1, MOST + 1):
        row = free(sheet, index + count)
        if row is None or len(row.text) > LONGEST_NAME:
            return 0
        if FIRST_CELL.fullmatch(row.text):
            return count if count >= FEWEST else 0
    return 0


def _is_regular(cells: list[str], columns: int, count: int) -> bool:
    """Whether each row begins with what begins the first one."""
    return all(FIRST_CELL.fullmatch(cells[row * columns]) for row in range(1, count))


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
