"""`活动: 活动.xlsx` → the rows of that sheet, wherever a plan may have a list of entries or a table.

A text that names a spreadsheet is replaced where the schema wants a list of mappings (活动, 小节, 条目),
a table (表格, its 行) or groups of people (机构); in what a value of the plan takes as prose it stays text.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docgen.files import beside
from docgen.i18n import _
from docgen.problems import DocgenError, NotInstalled, Problem, error
from docgen.schema.shape import Shape
from docgen.sheets import book, groups, outline, rows, tables
from docgen.sheets.asked import names_a_file
from docgen.sheets.cells import Book, Sheet
from docgen.sheets.rows import lines
from docgen.source.values import Record, Row, Text, place_of

MOST_FILES = 50


def filled(plan: Record, shape: Shape, folder: Path) -> tuple[Record, list[Problem]]:
    """`plan` with the spreadsheets it names read in, and what is wrong with them; the plan itself is not
    changed. `shape` is what its schema wants, `folder` where its files lie."""
    desk = _Desk(folder)
    concerned = _with(Record(plan.place), {key: plan[key] for key in plan if _concerned(plan[key])}, [])
    new = desk.record(concerned, shape)
    if new is concerned:
        return plan, desk.problems
    changed = {key: value for key, value in new.items() if value is not plan[key]}
    return _with(plan, changed, [key for key in concerned if key not in new]), desk.problems


def _concerned(value: Any) -> bool:
    """Whether a part of a plan names a spreadsheet or came from one: of a row of many, most parts did not."""
    if isinstance(value, dict):
        return _is_of_form(value) or any(map(_concerned, value.values()))
    if isinstance(value, list):
        return any(map(_concerned, value))
    return names_a_file(value) or _is_of_form(value)


class _Desk:
    """The folder, the files that were opened, and the problems met."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.books: dict[str, Book] = {}
        self.problems: list[Problem] = []
        self.reading: list[tuple[str, str]] = []

    def record(self, data: Record, shape: Shape) -> Record:
        changed: dict[str, Any] = {}
        dropped: list[str] = []
        if "行" in data and "列" in shape.keys and self.names_a_sheet(data["行"]):
            changed = self.lines_of(data)
        for key, value in data.items():
            wanted = shape.keys.get(key, shape.others)
            if wanted is not None and key not in changed:
                new = self.value(value, wanted, key)
                if new is not value:
                    changed[key] = new
                if new == [] and _is_of_form(value):
                    dropped.append(key)
        return _with(data, changed, dropped) if changed else data

    def value(self, value: Any, shape: Shape, key: str) -> Any:
        if isinstance(value, Record):
            # A mapping that stands alone where a list of them may is one of its entries.
            return self.record(value, shape if shape.keys else shape.items)
        if isinstance(value, list):
            return self.entries(value, shape, key)
        if not isinstance(value, str) or not (_is_of_form(value) or names_a_file(value)):
            return value
        if self.names_a_sheet(value) and (takes_rows(shape) or (value[0] == "#" and is_prose(shape))):
            return self.read(value, shape, key)
        return lines(value, shape) if isinstance(value, Text) and _is_of_form(value) else value

    def names_a_sheet(self, value: Any) -> bool:
        """Whether `value` names a spreadsheet, or in a cell another sheet of the same one (#表1)."""
        if names_a_file(value):
            return True
        return (
            isinstance(value, str) and value.startswith("#") and len(value) > 1 and self.file_of(value) != ""
        )

    def file_of(self, value: str) -> str:
        """The spreadsheet in our folder that `value` stands in, empty where it comes from elsewhere."""
        place = place_of(value)
        if place is None or place.sheet is None or not Path(place.file).is_relative_to(self.folder):
            return ""
        return Path(place.file).relative_to(self.folder).as_posix()

    def entries(self, data: list[Any], shape: Shape, key: str) -> list[Any]:
        """A list whose entries may be files, each of which stands for its rows."""
        out: list[Any] = []
        for entry in data:
            if names_a_file(entry) and "text" not in shape.items.wants and takes_rows(shape):
                out += self.read(entry, shape, key)
            else:
                out.append(self.value(entry, shape.items, key))
        same = len(out) == len(data) and all(new is old for new, old in zip(out, data, strict=True))
        return data if same else Row(out, place_of(data))

    def read(self, value: str, shape: Shape, key: str) -> Any:
        """What the sheet that `value` names holds, as `shape` wants it, with what that names in its turn."""
        try:
            sheet = self.sheet(value, key)
            found, problems = _reader(shape)(sheet, shape)
        except NotInstalled:
            raise
        except DocgenError as fault:
            self.problems.extend(fault.problems)
            return Row((), place_of(value))
        self.problems.extend(problems)
        mark = (sheet.file, sheet.name)
        if mark in self.reading:
            self.problems.append(_circle(value))
            return Row((), place_of(value))
        self.reading.append(mark)
        try:
            return self.value(found, shape, key)
        finally:
            self.reading.pop()

    def lines_of(self, data: Record) -> dict[str, Any]:
        """The 行 of a table that names a file, with its 列 where the plan gives none."""
        try:
            found, problems = tables.lines(self.sheet(data["行"], "行"), data.get("列"))
        except NotInstalled:
            raise
        except DocgenError as fault:
            self.problems.extend(fault.problems)
            return {"行": Row((), place_of(data["行"]))}
        self.problems.extend(problems)
        return found

    def sheet(self, value: str, key: str) -> Sheet:
        name, _mark, sheet = value.partition("#")
        place = place_of(value)
        name = name or self.file_of(value)
        path = beside(self.folder, name, place)
        if name not in self.books:
            if len(self.books) >= MOST_FILES:
                sentence = _("一份计划最多用{most}个表格文件").format(most=MOST_FILES)
                raise DocgenError(error("SHT-004", sentence, place, excerpt=value))
            self.books[name] = book.read(path, str(path))
            self.problems.extend(self.books[name].problems)
        return self.books[name].chosen(sheet, key)


def takes_rows(shape: Shape) -> bool:
    """Whether a value of this shape may be the rows of a sheet: a list of mappings or a table, no prose
    (a list of mappings one of which is {取自: …})."""
    if is_table(shape):
        return True
    return "list" in shape.wants and bool(shape.items.keys) and not is_prose(shape)


def is_prose(shape: Shape) -> bool:
    return "取自" in shape.items.keys


def is_table(shape: Shape) -> bool:
    return "列" in shape.keys and "行" in shape.keys


def is_group(shape: Shape) -> bool:
    return "组长" in shape.keys


def _reader(shape: Shape) -> Any:
    if is_table(shape):
        return tables.read
    if is_prose(shape):
        return lambda sheet, _wanted: outline.read(sheet)
    if is_group(shape):
        return groups.read
    return lambda sheet, wanted: rows.read(sheet, wanted.items)


def _is_of_form(value: Any) -> bool:
    """Whether a value came from a cell, not from a file of YAML."""
    place = place_of(value)
    return place is not None and place.sheet is not None


def _circle(value: str) -> Problem:
    sentence, hint = _("这张表绕了一圈，又用到自己"), _("改正这一格里“#”后面的表名")
    return error("SHT-005", sentence, place_of(value), excerpt=value, hint=hint)


def _with(data: Record, changed: dict[str, Any], dropped: list[str]) -> Record:
    """`data` with `changed` for its own values, in its order, without the keys that are `dropped`."""
    new = Record(data.place)
    new.update(data)
    new.update(changed)
    for key in dropped:
        del new[key]
    new.keys_at = dict(data.keys_at)
    return new
