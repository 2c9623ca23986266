"""The bytes of an .xlsx → its sheets, by openpyxl."""

from __future__ import annotations

import datetime
import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from typing import Any

from docgen.i18n import _
from docgen.sheets import date_formats, faults, guard, number_formats
from docgen.sheets.cells import BLANK_ROW, MOST_ROWS, Book, Cell, Cells, Sheet, tidy
from docgen.source.characters import forbidden_in, sentence_about

LARGE = 1_000_000
"""Bytes of sheets whose rows are counted before they are read as a whole."""

ROW, VALUE = re.compile(rb"<(?:\w+:)?row[ >]"), re.compile(rb"<(?:\w+:)?(?:v|is)[ >]")
SHEETS = "xl/worksheets/"
MOMENTS = (datetime.date, datetime.time, datetime.timedelta)


def read(data: bytes, file: str) -> Book:
    """The sheets of the workbook `data`. Raises `CannotRead` where it is damaged (SHT-001) or a sheet
    has too many rows (SHT-012)."""
    if _size(data) > LARGE:
        _refuse_long(data, file)
    book = _opened(data, file)
    if not book.worksheets:
        raise faults.not_a_workbook(file)
    values = _opened(data, file, data_only=True) if _has_formulas(book) else book
    return Book(file, tuple(_sheet(sheet, values, file) for sheet in book.worksheets))


def _size(data: bytes) -> int:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return sum(part.file_size for part in archive.infolist() if part.filename.startswith(SHEETS))


def _opened(data: bytes, file: str, **how: bool) -> Any:
    try:
        import openpyxl
    except ImportError as absent:
        raise faults.not_installed() from absent
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what it does not know: drawings, styles, extensions
            return openpyxl.load_workbook(io.BytesIO(data), **how)
    except Exception as fault:  # whatever a damaged part makes it raise
        raise faults.not_a_workbook(file, str(fault)) from fault


def _refuse_long(data: bytes, file: str) -> None:
    """Refuses a sheet with too many rows by its text: parsing one takes a minute and a gigabyte."""
    book = _opened(data, file, read_only=True)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for sheet in book.worksheets:
            rows = ROW.split(_part(archive, sheet._worksheet_path, file))[1:]
            filled = sum(VALUE.search(row) is not None for row in rows)
            if filled > MOST_ROWS + 1:
                raise faults.too_many_rows(file, sheet.title, MOST_ROWS, filled)


def _part(archive: zipfile.ZipFile, name: str, file: str) -> bytes:
    try:
        return archive.read(name)
    except guard.DAMAGED as fault:
        raise faults.not_a_workbook(file, name) from fault


def _has_formulas(book: Any) -> bool:
    return any(cell.data_type == "f" for sheet in book.worksheets for cell in sheet._cells.values())


def _sheet(sheet: Any, values: Any, file: str) -> Sheet:
    rows: dict[int, Cells] = {}
    computed = values[sheet.title]
    for cell in _filled(sheet):
        found = _cell(computed[cell.coordinate] if cell.data_type == "f" else cell, cell)
        if found:
            rows.setdefault(cell.row, {})[cell.column] = found
    if len(rows) > MOST_ROWS + 1:
        raise faults.too_many_rows(file, sheet.title, MOST_ROWS, len(rows))
    spans = tuple(
        sorted((span.min_row, span.min_col, span.max_row, span.max_col) for span in sheet.merged_cells.ranges)
    )
    hidden = tuple(
        number for number in sorted(rows) if number in sheet.row_dimensions and _is_hidden(sheet, number)
    )
    blank = {cell.row for cell in _filled(sheet) if cell.value == BLANK_ROW} - rows.keys()
    is_hidden = sheet.sheet_state != "visible"
    return Sheet(file, sheet.title, rows, spans, hidden, is_hidden, tuple(sorted(blank)))


def _is_hidden(sheet: Any, number: int) -> bool:
    return bool(sheet.row_dimensions[number].hidden)


def _filled(sheet: Any) -> Iterator[Any]:
    """The cells that hold something, by rows."""
    cells = (cell for cell in sheet._cells.values() if getattr(cell, "value", None) is not None)
    return iter(sorted(cells, key=lambda cell: (cell.row, cell.column)))


def _cell(cell: Any, typed: Any) -> Cell | None:
    """The cell as shown; `typed` is the same cell with its formula, where it has one."""
    value, code = cell.value, cell.number_format
    if value is None:
        # A text formula that gives an empty text keeps its type; what was never computed has none.
        return None if cell.data_type == "str" else _faulty(cell, *_not_computed(typed))
    if cell.data_type == "e":
        return _faulty(cell, *_wrong_value(str(value)))
    if isinstance(value, bool):
        return _good(cell, "是" if value else "否")
    if isinstance(value, MOMENTS):
        return _good(cell, *date_formats.shown(value, code))
    if isinstance(value, (int, float)):
        return _number(cell, value, code)
    return _text(cell, str(value))


def _number(cell: Any, value: int | float, code: str) -> Cell:
    built_in = date_formats.BUILT_IN.get(cell._style.numFmtId, "") if code.lower() == "general" else ""
    if built_in or "aaa" in code.lower():
        from openpyxl.utils.datetime import from_excel

        try:
            moment = from_excel(value, cell.parent.parent.epoch)
        except (OverflowError, ValueError):
            return _faulty(cell, *_wrong_value(str(value)))
        return _good(cell, *date_formats.shown(moment, built_in or code))
    return _good(cell, *number_formats.shown(value, code))


def _text(cell: Any, value: str) -> Cell | None:
    text = tidy(value)
    if not text:
        return None
    character = forbidden_in(text)
    if character:
        return _faulty(cell, "SHT-018", sentence_about(character)[1], _("删去这个字符，重新打一遍这一格"))
    return _good(cell, text)


def _good(cell: Any, shown: str, plain: str = "") -> Cell:
    return Cell(cell.row, cell.column, shown, plain or shown)


def _faulty(cell: Any, id: str, sentence: str, hint: str) -> Cell:
    return Cell(cell.row, cell.column, "", "", (id, sentence, hint))


def _not_computed(typed: Any) -> tuple[str, str, str]:
    formula = str(getattr(typed.value, "text", typed.value))
    sentence = _("这一格是公式{formula}，文件里没有存它算出的结果").format(formula=formula)
    return "SHT-013", sentence, _("用Excel或WPS打开再保存一次；或者把这一格改成算好的值")


def _wrong_value(value: str) -> tuple[str, str, str]:
    sentence = _("这一格是错误值{value}").format(value=value)
    return "SHT-014", sentence, _("改正这一格的公式或日期，或者直接填上内容")
