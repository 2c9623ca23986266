"""The rows of a sheet → the entries of a list, each value with the cell it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from docgen.i18n import _
from docgen.problems import Place, Problem, error, warning
from docgen.schema.shape import Shape
from docgen.schema.walk import BLANK
from docgen.sheets import faults
from docgen.sheets.cells import Cell, Cells, Sheet, filled_down
from docgen.sheets.header import Column, Header, find
from docgen.source.values import Record, Row, Text

TOTALS = ("合计", "总计", "共计", "小计")
NOTES = ("注：", "注:", "备注：", "说明：")


def read(sheet: Sheet, wanted: Shape) -> tuple[Row, list[Problem]]:
    """The list in `sheet`, whose entries are `wanted`, and what is wrong with its cells. Raises
    `CannotRead` where the sheet is empty (SHT-006)."""
    if not sheet.rows:
        raise faults.is_empty(sheet.file, sheet.name)
    place = sheet.place(1, 1)
    header, problems = find(sheet, wanted)
    if header is None:
        return Row((), place), problems
    problems += _hidden(sheet)
    records = []
    for number, cells in filled_down(sheet).rows.items():
        if number <= header.row or all(cell.merged for cell in cells.values()):
            continue
        remark = _remark(sheet, cells)
        if remark:
            problems.append(remark)
        else:
            problems += fault_of(sheet, (cell for column, cell in cells.items() if _is_read(header, column)))
            records.append(_record(sheet, number, cells, header))
    return Row(records, place), problems


def fault_of(sheet: Sheet, cells: Iterator[Cell]) -> Iterator[Problem]:
    """What is wrong with the cells themselves: formulas without a value, errors."""
    for cell in cells:
        if cell.fault:
            id, sentence, hint = cell.fault
            yield error(id, sentence, sheet.place_of(cell), hint=hint)


def value_of(sheet: Sheet, cell: Cell, shape: Shape) -> Any:
    """The cell as the value of a key: the plain form where a date or number is wanted; a line each
    where a list may stand. What is wrong with the cell is told elsewhere: a blank stands in for it."""
    if cell.fault:
        return Text(BLANK, sheet.place_of(cell))
    strict = shape.convert is not None and "day or text" not in shape.wants
    place = sheet.place_of(cell)
    return lines(Text(cell.plain if strict else cell.shown, place), shape)


def lines(text: Text, shape: Shape) -> Text | Row:
    """A text of several lines as a list of them, where the key takes one."""
    if "\n" in text and "list" in shape.wants and "text" in shape.items.wants:
        return Row((Text(line, text.place) for line in text.split("\n") if line), text.place)
    return text


def _is_read(header: Header, column: int) -> bool:
    return any(known.number == column for known in header.columns)


def _record(sheet: Sheet, number: int, cells: Cells, header: Header) -> Record:
    record = Record(sheet.place(number, min(column.number for column in header.columns)))
    for column in header.columns:
        cell = cells.get(column.number)
        # An empty cell is where a key is missing.
        record.keys_at.setdefault(column.path[0], sheet.place(number, column.number))
        if cell:
            _put(record, column, value_of(sheet, cell, column.shape), sheet.place(number, column.number))
    return record


def _put(record: Record, column: Column, value: Any, place: Place) -> None:
    """Sets `value` at the column's path; a value that already stands where a mapping has to is that of
    its first key (责任 beside 责任.配合 is 责任.牵头)."""
    *above, key = column.path
    for step in above:
        inner = record.get(step)
        if not isinstance(inner, Record):
            within = Record(place)
            if inner is not None:
                within["牵头"] = inner
                within.keys_at["牵头"] = record.keys_at[step]
            record[step] = inner = within
            record.keys_at.setdefault(step, place)
        record = inner
    if isinstance(record.get(key), Record):
        record, key = record[key], "牵头"
    record[key] = value
    record.keys_at[key] = place


def _remark(sheet: Sheet, cells: Cells) -> Problem | None:
    """The row of totals, or a note below the table: no entry of the list, left out and told."""
    first = cells[min(cells)]
    text = "".join(first.shown.split())
    if text in TOTALS:
        sentence, hint = _("“{text}”这一行没有读，合计由程序算"), _("不用管它；想去掉这条提示就删去这一行")
    elif len(cells) == 1 and text.startswith(NOTES):
        sentence, hint = _("“{text}”这一行没有读，它不是表里的一项"), _("要印出来就写进计划的正文")
    else:
        return None
    message = sentence.format(text=text if len(text) < 12 else text[:11] + "…")
    return warning("SHT-017", message, sheet.place_of(first), excerpt=first.shown, hint=hint)


def _hidden(sheet: Sheet) -> Iterator[Problem]:
    """A warning of each stretch of hidden rows, which are read like the others."""
    for _key, group in groupby(enumerate(sheet.hidden_rows), lambda pair: pair[1] - pair[0]):
        numbers = [number for _index, number in group]
        sentence = _("第{rows}行在表里是隐藏的，也读进来了").format(
            rows=f"{numbers[0]}—{numbers[-1]}" if len(numbers) > 1 else numbers[0]
        )
        hint = _("不要的行从表里删去，不要只是隐藏或筛选掉")
        yield warning("SHT-016", sentence, sheet.place(numbers[0], 1), hint=hint)
