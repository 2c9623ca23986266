"""A sheet as a table of a plan: its first row are the 列, all others the 行, cells as they are shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docgen.i18n import _
from docgen.problems import Problem, error
from docgen.schema.shape import Shape
from docgen.sheets import faults
from docgen.sheets.cells import Cell, Sheet
from docgen.sheets.rows import fault_of
from docgen.source.values import Record, Row, Text, as_list, place_of

MOST_COLUMNS = 60


def read(sheet: Sheet, _shape: Shape) -> tuple[Record, list[Problem]]:
    """The table in `sheet` (列, 行). Raises `CannotRead` where it is empty (SHT-006)."""
    found, problems = lines(sheet, None)
    table = Record(sheet.place(1, 1))
    table.update(found)
    return table, problems


def lines(sheet: Sheet, columns: Any) -> tuple[dict[str, Any], list[Problem]]:
    """The 行 in `sheet`, of the 列 that are given (in their order), else with all its 列."""
    if not sheet.rows:
        raise faults.is_empty(sheet.file, sheet.name)
    head = _head(sheet)
    names = {column: cell.shown for column, cell in sheet.rows[head].items()}
    problems = list(fault_of(sheet, (cell for cells in sheet.rows.values() for cell in cells.values())))
    numbers = list(range(min(names), max(map(max, sheet.rows.values())) + 1))
    if len(numbers) > MOST_COLUMNS:
        return {}, [*problems, _too_wide(sheet, head, len(numbers))]
    found: dict[str, Any] = {}
    if columns is None:
        found["列"] = Row((_text(sheet, head, number) for number in numbers), sheet.place(head, numbers[0]))
    else:
        numbers, unknown = _named(sheet, head, columns, names)
        problems += unknown
    below = sorted(row for row in (*sheet.rows, *sheet.blank_rows) if row > head)
    found["行"] = Row(
        (_line(sheet, row, numbers) for row in below), sheet.place(head + 1, numbers[0] if numbers else 1)
    )
    return found, problems


def _head(sheet: Sheet) -> int:
    """The first row that is not a title merged over the table."""
    titles = {
        first for first, column, last, last_column in sheet.merged if first == last and last_column > column
    }
    rows = list(sheet.rows)
    return next((row for row in rows if not (row in titles and len(sheet.rows[row]) == 1)), rows[0])


def _named(sheet: Sheet, head: int, columns: Any, names: dict[int, str]) -> tuple[list[int], list[Problem]]:
    """The columns of the sheet that have the names of a table's 列, and those it has not."""
    numbers, problems = [], []
    for entry in as_list(columns):
        name = str(entry.get("名称", "")) if isinstance(entry, Record) else str(entry)
        number = next((column for column, text in names.items() if text == name), None)
        if number is not None:
            numbers.append(number)
            continue
        sentence = _("表里没有“{name}”这一列").format(name=name)
        hint = _("现有的列：{names}").format(names="、".join(names.values()))
        place = place_of(entry) or sheet.place(head, min(names))
        problems.append(error("SHT-009", sentence, place, excerpt=name, hint=hint))
    return numbers, problems


def _line(sheet: Sheet, row: int, numbers: list[int]) -> Row:
    return Row(_cells(sheet, row, numbers), sheet.place(row, numbers[0] if numbers else 1))


def _cells(sheet: Sheet, row: int, numbers: list[int]) -> Iterator[Any]:
    """The cells of a row; one that is merged with others says over how many, and those are left out."""
    covered: set[int] = set()
    for number in numbers:
        span = next((one for one in sheet.merged if _holds(one, row, number)), None)
        if number in covered or (span and (span[0], span[1]) != (row, number)):
            continue
        text = _text(sheet, row, number)
        if span is None:
            yield text
            continue
        across = [one for one in numbers if span[1] <= one <= span[3]]
        covered.update(across)
        yield _merged(text, len(across), sum(span[0] <= one <= span[2] for one in sheet.rows))


def _merged(text: Text, across: int, down: int) -> Record:
    cell = Record(text.place)
    cell["内容"] = text
    if across > 1:
        cell["跨列"] = Text(str(across), text.place)
    if down > 1:
        cell["跨行"] = Text(str(down), text.place)
    return cell


def _holds(span: tuple[int, int, int, int], row: int, column: int) -> bool:
    return span[0] <= row <= span[2] and span[1] <= column <= span[3]


def _text(sheet: Sheet, row: int, column: int) -> Text:
    cell: Cell | None = sheet.rows.get(row, {}).get(column)
    return Text(cell.shown if cell else "", sheet.place(row, column))


def _too_wide(sheet: Sheet, head: int, columns: int) -> Problem:
    sentence = _("这张表有{columns}列，最多排{most}列").format(columns=columns, most=MOST_COLUMNS)
    return error("SHT-012", sentence, sheet.place(head, MOST_COLUMNS + 1), hint=_("删去用不着的列"))
