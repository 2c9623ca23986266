"""The rows of a batch: what each document says otherwise than the base.

From the first sheet of a workbook or a .csv, whose columns are named by the plan's keys (`单位`,
`落款.署名`), or from a folder of plans and filled-in forms, one row a file.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from docgen.batch.base import PLANS, Base
from docgen.files import visible
from docgen.i18n import _
from docgen.plan_file import DEFAULTS, read
from docgen.problems import CannotRead, DocgenError, Place, Problem, error, has_errors, warning
from docgen.schema.shape import Shape
from docgen.schema.suggest import nearest
from docgen.sheets import book, faults
from docgen.sheets.cells import Cell, Sheet
from docgen.sheets.form import put
from docgen.sheets.header import bare
from docgen.sheets.rows import fault_of, value_of
from docgen.source.layered import layered
from docgen.source.values import Record, Text

ORDINAL = "序号"
WORD = (".docx",)
"""Forms that were filled in with Word."""


class Row(NamedTuple):
    """A row: its ordinal from 1, the plan it makes with the base, the folder its files lie in, all its
    cells by the names of their columns (for file names), where it stands, and what is wrong with it."""

    ordinal: int
    plan: Record
    folder: Path
    cells: dict[str, str]
    place: Place
    problems: tuple[Problem, ...] = ()


def load(data: Path, base: Base) -> tuple[list[Row], list[Problem]]:
    """The rows in `data`, and what is told of it as a whole. Raises `CannotRead` where it cannot be read
    or has no rows (BAT-001), `DocgenError` for columns that are no keys (BAT-002)."""
    if data.is_dir():
        return _of_folder(data, base), []
    if not data.is_file():
        raise CannotRead(error("BAT-001", _("没有这个文件或文件夹"), Place(str(data)), hint=_("检查路径")))
    sheet = _sheet(data)
    columns, problems = _columns(sheet, base.package.schema.shape)
    if has_errors(problems):
        raise DocgenError(problems)
    rows = list(_of_sheet(sheet, columns, base))
    if not rows:
        raise faults.is_empty(sheet.file, sheet.name)
    return rows, problems


def _of_folder(data: Path, base: Base) -> list[Row]:
    files = [path for path in visible(data, (*PLANS, *WORD)) if path.name != DEFAULTS]
    if not files:
        hint = _("文件夹里放 .yaml 计划或填好的 .xlsx、.docx 填报表，一个文件一份")
        raise CannotRead(error("BAT-001", _("文件夹里没有计划"), Place(str(data)), hint=hint))
    return [_of_file(ordinal, path, base) for ordinal, path in enumerate(files, 1)]


def _of_file(ordinal: int, path: Path, base: Base) -> Row:
    place, cells = Place(str(path)), {"文件": path.stem}
    try:
        plan, folder, problems = _in_word(path, base) if path.suffix.lower() in WORD else read(path)
    except DocgenError as fault:
        return Row(ordinal, Record(place), path.parent, cells, place, tuple(fault.problems))
    return Row(ordinal, layered(plan, base.plan), folder, cells, place, tuple(problems))


def _in_word(path: Path, base: Base) -> tuple[Record, Path, list[Problem]]:
    """The plan in a Word form of the base's template, the folder its files lie in, and what is wrong."""
    from docgen.forms import answer

    found = answer.read(path, base.package)
    return found.plan, path.parent, list(found.problems)


def _sheet(data: Path) -> Sheet:
    found = book.read(data, str(data))
    visible = [sheet for sheet in found.sheets if not sheet.hidden and sheet.rows]
    if not visible:
        raise faults.is_empty(str(data), "")
    return visible[0]


class Column(NamedTuple):
    """A column: its name, the key it stands for (None for one that only names files), what that takes."""

    name: Text
    shape: Shape | None


def _columns(sheet: Sheet, wanted: Shape) -> tuple[dict[int, Column], list[Problem]]:
    head = sheet.rows[min(sheet.rows)]
    columns: dict[int, Column] = {}
    problems: list[Problem] = list(fault_of(sheet, iter(head.values())))
    for number, cell in head.items():
        name = Text(bare(cell.shown), sheet.place_of(cell))
        shape = _shape_of(name, wanted)
        if shape is None and name != ORDINAL:
            problems.append(_unknown(sheet, cell, name, wanted))
        columns[number] = Column(name, shape)
    if not any(column.shape for column in columns.values()):
        hint = _("第一行写计划的键，如：单位、学年、落款.署名")
        problems.append(error("BAT-002", _("第一行没有一列是计划的键"), sheet.place(1, 1), hint=hint))
    return columns, problems


def _shape_of(name: str, wanted: Shape) -> Shape | None:
    """What the key `落款.署名` takes; None where the template knows no such key."""
    shape: Shape | None = wanted
    for step in name.split("."):
        shape = (shape.keys.get(step) or shape.others) if shape else None
    return shape


def _unknown(sheet: Sheet, cell: Cell, name: str, wanted: Shape) -> Problem:
    near = nearest(name.partition(".")[0], wanted.keys)
    if near:
        sentence = _("“{name}”不是这里能用的列").format(name=name)
        hint = _("您是不是要写“{near}”？").format(near=near)
        return error("BAT-002", sentence, sheet.place_of(cell), excerpt=cell.shown, hint=hint)
    sentence = _("“{name}”这一列不进公文，只能用在文件名里").format(name=name)
    hint = _("列名就是计划的键，如：单位、学年、落款.署名")
    return warning("BAT-002", sentence, sheet.place_of(cell), excerpt=cell.shown, hint=hint)


def _of_sheet(sheet: Sheet, columns: dict[int, Column], base: Base) -> Iterator[Row]:
    first = min(sheet.rows)
    filled = [(number, cells) for number, cells in sheet.rows.items() if number > first]
    for ordinal, (number, cells) in enumerate(filled, 1):
        place = sheet.place(number, min(cells))
        override, problems = Record(place), list(fault_of(sheet, iter(cells.values())))
        for at, cell in cells.items():
            column = columns.get(at)
            if column and column.shape and not cell.fault:
                key = Text(column.name, sheet.place_of(cell))
                put(override, key, value_of(sheet, cell, column.shape), problems)
        names = {str(column.name): cells[at].shown if at in cells else "" for at, column in columns.items()}
        yield Row(ordinal, layered(override, base.plan), base.folder, names, place, tuple(problems))
