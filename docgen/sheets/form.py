"""A workbook that was filled in → the plan in it.

Its first sheet (基本信息) has a row a value: the key (落款.日期), the value. The sheet 正文 is an outline of
the text; every other sheet is the list that its name leads to (活动, 学期.放假), read when the template is
known. A cell `#表1` stands for the sheet 表1.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docgen.i18n import _
from docgen.problems import CannotRead, Place, Problem, error
from docgen.schema.shape import of
from docgen.schema.walk import BLANK
from docgen.sheets import book, outline
from docgen.sheets.cells import Book, Cell, Sheet
from docgen.sheets.header import Header, bare, find
from docgen.sheets.rows import fault_of
from docgen.source.decode import read_bytes
from docgen.source.values import Record, Row, Text

VALUES, TEXT, GUIDE = "基本信息", "正文", "填写说明"
KEY, VALUE, HINT = "项目", "内容", "说明"
WANTED = {
    "properties": {
        KEY: {"type": "string", "又名": ["键", "名称"]},
        VALUE: {"type": "string", "又名": ["填写", "填写内容", "值"]},
        HINT: {"type": "string", "又名": ["填写说明", "提示"]},
    }
}


def read(path: Path) -> tuple[Record, list[Problem]]:
    """The plan in the workbook at `path`, its lists named but not read, and what is wrong with it.
    Raises `CannotRead` where there is no form in it (SHT-021 and as `book.read`)."""
    file = str(path)
    if not path.is_file():
        read_bytes(path, file)  # says what there is instead
    filled = book.read(path, file)
    sheet = _values(filled)
    header, problems = find(sheet, of(WANTED)) if sheet.rows else (None, [])
    if header is None or {KEY, VALUE} - {column.path[0] for column in header.columns}:
        raise CannotRead(_no_form(sheet))
    plan = Record(sheet.place(1, 1))
    problems += filled.problems
    for key, cell in _rows(sheet, header):
        problems += fault_of(sheet, iter([cell]))
        put(plan, key, _text(sheet, cell), problems)
    for key, value in _further(filled, sheet, path.name, problems):
        put(plan, key, value, problems)
    return _with_rows(plan), problems


def _values(filled: Book) -> Sheet:
    named = (sheet for sheet in filled.sheets if sheet.name == VALUES)
    return next(named, filled.sheets[0])


def _rows(sheet: Sheet, header: Header) -> Iterator[tuple[Text, Cell]]:
    """Each key with the cell of its value; a key without one is left out, but in a list, where it is an
    empty text."""
    columns = {column.path[0]: column.number for column in header.columns}
    for number, cells in sheet.rows.items():
        key = cells.get(columns[KEY])
        if number <= header.row or key is None:
            continue
        name = Text(bare(key.shown), sheet.place_of(key))
        value = cells.get(columns[VALUE])
        if value:
            yield name, value
        elif any(step.isdecimal() for step in name.split(".")):
            yield name, Cell(number, columns[VALUE], "", "")


def _text(sheet: Sheet, cell: Cell) -> Text:
    return Text(BLANK if cell.fault else cell.plain, sheet.place_of(cell))


def _further(filled: Book, values: Sheet, name: str, problems: list[Problem]) -> Iterator[tuple[Text, Any]]:
    """The parts of the plan in the other sheets."""
    meant = {
        cell.shown.removeprefix("#")
        for sheet in filled.sheets
        for cells in sheet.rows.values()
        for cell in cells.values()
        if cell.shown.startswith("#")
    }
    for sheet in filled.sheets:
        if sheet is values or sheet.hidden or not sheet.rows or sheet.name in {GUIDE, *meant}:
            continue
        place = sheet.place(1, 1)
        if sheet.name == TEXT:
            parts, found = outline.parts(sheet)
            problems += found
            yield from parts
        else:
            yield Text(sheet.name, place), Text(f"{name}#{sheet.name}", place)


def put(plan: Record, key: Text, value: Any, problems: list[Problem]) -> None:
    """Sets `value` where the steps of `key` lead; what stands there already is told."""
    *above, last = key.split(".")
    place = key.place or Place("")
    record = plan
    for step in above:
        inner = record.setdefault(step, Record(place))
        record.keys_at.setdefault(step, place)
        if not isinstance(inner, Record):
            problems.append(_twice(key, step))
            return
        record = inner
    if last in record:
        problems.append(_twice(key, last))
        return
    record[last] = value
    record.keys_at[last] = place


def _with_rows(data: Any) -> Any:
    """`data` with a list for each mapping whose keys are 1, 2, 3 …"""
    if not isinstance(data, Record):
        return data
    for key, value in data.items():
        data[key] = _with_rows(value)
    numbers = [key for key in data if key.isdecimal() and len(key) < 4]
    if numbers and len(numbers) == len(data):
        return Row((data[key] for key in sorted(numbers, key=int)), data.place)
    return data


def _twice(key: Text, step: str) -> Problem:
    sentence = _("“{key}”写了两处").format(key=step)
    return error("SHT-010", sentence, key.place, excerpt=key, hint=_("只留一处，另一处删去"))


def _no_form(sheet: Sheet) -> Problem:
    sentence = _("这个工作簿不是填报表：没有写“项目”和“内容”的表头")
    hint = _(
        "用“docgen new 工作计划 --form xlsx”做一份填报表来填；只是活动等的名单，就在计划里写“活动: {file}”"
    ).format(file=Path(sheet.file).name)
    return error("SHT-021", sentence, sheet.place(1, 1), hint=hint)
