"""Step: tables whose cells are parted by blanks, known by a line of column names (时间 项目 责任股室)."""

from __future__ import annotations

from docgen.i18n import _
from docgen.patterns import pattern
from docgen.recognise.flattened import YEAR
from docgen.recognise.labels import stands_apart
from docgen.recognise.marks import is_column_name
from docgen.recognise.sheet import Sheet, free, lines_of, tell
from docgen.recognised import TABLE, Part

YEARS = pattern(YEAR)
WIDE = pattern(r"[ \t\u3000\xa0]{2,}|\t")
BLANK = pattern(r"[ \t\u3000\xa0]+")
LONGEST_CELL = 120
FEWEST_NAMES = 2


def find(sheet: Sheet) -> None:
    """Notes a line of column names and the lines below that have as many cells."""
    index = 0
    while index < len(sheet.rows):
        names = _names(sheet, index)
        rows = _rows(sheet, index, names) if names else []
        if len(rows) > 1:
            _tell(sheet, index, rows, len(names))
            index += len(rows)
        else:
            index += 1


def _names(sheet: Sheet, index: int) -> tuple[str, ...]:
    """The column names in a line, none where it has no such."""
    row = free(sheet, index)
    if row is None or len(row.text) > 80 or row.text[-1:] in "。；：":
        return ()
    for parting in (WIDE, BLANK):
        cells = tuple(parting.split(row.text))
        if len(cells) >= FEWEST_NAMES and all(map(YEARS.fullmatch, cells)):
            return ("", *cells)
        known = sum(map(is_column_name, cells))
        if len(cells) >= 2 and known >= FEWEST_NAMES and known * 2 >= len(cells):
            return cells
    return ()


def _rows(sheet: Sheet, index: int, names: tuple[str, ...]) -> list[tuple[str, ...]]:
    rows = [names]
    while (row := free(sheet, index + len(rows))) is not None:
        cells = _cells(row.text, len(names))
        if cells is None:
            break
        rows.append(cells)
    while len(rows) > 1 and len(rows[-1]) == 1:
        rows.pop()
    return rows


def _cells(text: str, columns: int) -> tuple[str, ...] | None:
    """The cells of a line of a table with so many columns; None where it is no row of it."""
    if max(map(len, BLANK.split(text))) > LONGEST_CELL:
        return None
    wide, narrow = tuple(WIDE.split(text)), tuple(BLANK.split(text))
    if len(wide) == columns:
        return wide
    if columns > 2 and stands_apart(narrow):
        return None
    if len(narrow) < 2 or (len(narrow) == 2 < columns and narrow[1][-1:] in "。："):
        return None
    if len(narrow) <= columns:
        return narrow
    # More blanks than columns: those in the middle stand within the longest cell.
    spare = len(narrow) - columns
    return (narrow[0], " ".join(narrow[1 : 2 + spare]), *narrow[2 + spare :])


def _tell(sheet: Sheet, first: int, rows: list[tuple[str, ...]], columns: int) -> None:
    last = first + len(rows) - 1
    for index in range(first, last + 1):
        sheet.labels.pop(index, None)
    ragged = any(len(row) != columns for row in rows)
    part = Part(
        TABLE, rows=tuple(rows), head_rows=1,
        lines=lines_of(sheet, first, last),
        reason=_("第一行是列名，下面各行用空格隔开成同样的几列，是表格"),
        faults=("table_flattened", *(("table_row_ragged",) if ragged else ())),
    )  # fmt: skip
    tell(sheet, first, last, part)
