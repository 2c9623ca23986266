"""The row of a sheet that names its columns, and which key each of them is.

A column is named as its key (责任), as the key is called otherwise (又名: 负责部门), or as a key within it
(责任.牵头, 配合单位; 目标2026, 2026年目标).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from docgen.i18n import _
from docgen.problems import Problem, error, warning
from docgen.schema.shape import Shape
from docgen.sheets.cells import Cell, Cells, Sheet

SEARCHED = 20
"""Rows at the top of a sheet among which its header is looked for: titles and notes may stand above."""
UNREAD = ("序号", "编号", "序", "No", "No.", "NO")
BRACKETED = re.compile(r"[（(\[【][^（）()\[\]【】]*[）)\]】]$")
AROUND = (
    re.compile(r"^(?:活动|工作|主要|具体|预算|计划|指标|项目)(?=..)"),
    re.compile(r"(?<=..)(?:名称|内容|安排|科室|股室|处室|单位|部门|人员|人)$"),
)
"""What people write before and behind the name of a column."""
HOURS, DAYS = "时间", "日期"
CLOCK = re.compile(r"\d[:：]\d\d|[上下]午|[点时]")
YEAR = re.compile(r"[（(]?((?:19|20)\d\d)年?[）)]?")

Path = tuple[str, ...]


class Column(NamedTuple):
    """A column of a sheet: its number, the keys that lead to its values, what these may be, and the
    name it has in the sheet."""

    number: int
    path: Path
    shape: Shape
    name: str


class Header(NamedTuple):
    """The columns that are known, and the row that names them."""

    row: int
    columns: tuple[Column, ...]


def find(sheet: Sheet, wanted: Shape) -> tuple[Header | None, list[Problem]]:
    """The header of a list whose entries are `wanted`: the row near the top with most names that are
    known. None, with a problem (SHT-007, SHT-008), where there is none that can be read."""
    names = _Names(wanted)
    rows = list(sheet.rows.items())[:SEARCHED]
    number, cells = max(rows, key=lambda row: sum(names.knows(cell) for cell in row[1].values()))
    if not any(names.knows(cell) for cell in cells.values()):
        return None, [_no_header(sheet, wanted)]
    merged = list(_merged(sheet, number))
    if merged:
        return None, merged
    columns, problems = _columns(sheet, cells, names)
    columns = _with_days(sheet, number, columns, wanted)
    return Header(number, columns), [*problems, *_without_name(sheet, number, cells)]


def bare(name: str) -> str:
    """The name of a column without what people write around it: spaces, *, （必填）, （元）."""
    short = "".join(name.split()).strip("*＊:：")
    return BRACKETED.sub("", short).strip("*＊") or short


class _Names:
    """The names that the columns of a list may have, and the keys they lead to."""

    def __init__(self, wanted: Shape) -> None:
        self.wanted = wanted
        self.paths: dict[str, tuple[Path, Shape]] = {}
        for path, shape, names in _all_names(wanted):
            for name in names:
                self.paths.setdefault(name, (path, shape))

    def of(self, name: str) -> tuple[Path, Shape] | None:
        whole = "".join(name.split()).strip("*＊:：")
        return self.paths.get(whole) or self._of_year(whole) or self._like(bare(name))

    def _like(self, name: str) -> tuple[Path, Shape] | None:
        """活动地点 is 地点 and 责任科室 is 责任: what says no more than the name in it."""
        shorter = (name, AROUND[0].sub("", name), AROUND[1].sub("", name))
        return next((self.paths[one] for one in shorter if one in self.paths), None)

    def knows(self, cell: Cell) -> bool:
        return self.of(cell.shown) is not None

    def _of_year(self, name: str) -> tuple[Path, Shape] | None:
        """目标2026, 2026年目标, 目标.2026, and 2026年 for the first key that is given by years."""
        found = YEAR.search(name)
        rest = YEAR.sub("", name, count=1).strip(".·值数") if found else ""
        for key, shape in self.wanted.keys.items():
            by_year = "mapping" in shape.wants and not shape.keys and shape.others is not None
            if found and by_year and rest in ("", key, *shape.aliases()):
                return (key, found[1]), shape.others or shape
        return None


def _all_names(wanted: Shape) -> Iterator[tuple[Path, Shape, Iterable[str]]]:
    """Every key with its names, the plain ones first: keys before other names before keys within."""
    keys: Mapping[str, Shape] = wanted.keys
    for key, shape in keys.items():
        yield (key,), shape, (key,)
    for key, shape in keys.items():
        yield (key,), shape, shape.aliases()
    for key, shape in keys.items():
        if "mapping" in shape.wants:
            for inner, below in shape.keys.items():
                yield (key, inner), below, (f"{key}.{inner}", f"{key}{inner}", f"{inner}{key}")
    for key, shape in keys.items():
        if "mapping" in shape.wants and "list" not in shape.items.wants and not shape.items.keys:
            for inner, below in shape.keys.items():
                yield (key, inner), below, (inner, *below.aliases())


def _columns(sheet: Sheet, cells: Cells, names: _Names) -> tuple[tuple[Column, ...], list[Problem]]:
    found: dict[Path, Column] = {}
    problems: list[Problem] = []
    for cell in cells.values():
        if cell.fault:
            id, sentence, hint = cell.fault
            problems.append(error(id, sentence, sheet.place_of(cell), hint=hint))
            continue
        known = names.of(cell.shown)
        if known is None:
            if bare(cell.shown) not in UNREAD:
                problems.append(_unknown(sheet, cell, names.wanted, found))
            continue
        path, shape = known
        if path in found:
            problems.append(_twice(sheet, cell, found[path]))
            continue
        found[path] = Column(cell.column, path, shape, cell.shown)
    return tuple(found.values()), problems


def _with_days(sheet: Sheet, head: int, columns: tuple[Column, ...], wanted: Shape) -> tuple[Column, ...]:
    """A column 时间 that holds days, no hours, is 日期 where the sheet has no other: so schools call it."""
    named = {column.path[0]: column for column in columns}
    hours = named.get(HOURS)
    if hours is None or DAYS in named or DAYS not in wanted.keys:
        return columns
    cells = [
        row[hours.number].shown for number, row in sheet.rows.items() if number > head and hours.number in row
    ]
    if not cells or any(CLOCK.search(text) for text in cells):
        return columns
    days = hours._replace(path=(DAYS,), shape=wanted.keys[DAYS])
    return tuple(days if column is hours else column for column in columns)


def _merged(sheet: Sheet, row: int) -> Iterator[Problem]:
    """A header over two rows or columns names none of them for itself."""
    for span in sheet.merged:
        first, column, last, last_column = span
        if first <= row <= last:
            start, end = sheet.place(first, column).cell, sheet.place(last, last_column).cell
            sentence = _("表头里的{start}到{end}是合并单元格，分不清各列").format(start=start, end=end)
            hint = _("取消合并，表头只占一行，每列写一个列名")
            yield error(
                "SHT-008",
                sentence,
                sheet.place(first, column),
                excerpt=_text(sheet, first, column),
                hint=hint,
            )


def _text(sheet: Sheet, row: int, column: int) -> str:
    cell = sheet.rows.get(row, {}).get(column)
    return cell.shown if cell else ""


def _no_header(sheet: Sheet, wanted: Shape) -> Problem:
    row, cells = next(iter(sheet.rows.items()))
    place = sheet.place(row, min(cells))
    excerpt = " ".join(cell.shown for cell in cells.values())
    hint = _("第一行写列名，可以用：{names}").format(names="、".join(wanted.keys))
    return error("SHT-007", _("没有找到写列名的一行"), place, excerpt=excerpt, hint=hint)


def _unknown(sheet: Sheet, cell: Cell, wanted: Shape, taken: Mapping[Path, Column]) -> Problem:
    from docgen.schema.suggest import nearest

    place, name = sheet.place_of(cell), bare(cell.shown)
    near = nearest(name, (key for key in wanted.keys if (key,) not in taken))
    if near:
        sentence = _("“{name}”不是这张表能用的列").format(name=name)
        hint = _("您是不是要写“{near}”？").format(near=near)
        return error("SHT-009", sentence, place, excerpt=cell.shown, hint=hint)
    sentence = _("“{name}”这一列没有读，这张表用不着它").format(name=name)
    hint = _("可以用的列：{names}").format(names="、".join(wanted.keys))
    return warning("SHT-009", sentence, place, excerpt=cell.shown, hint=hint)


def _twice(sheet: Sheet, cell: Cell, first: Column) -> Problem:
    sentence = _("“{name}”和“{first}”是同一列").format(name=cell.shown, first=first.name)
    hint = _("合成一列，或者删去其中一列")
    return error("SHT-010", sentence, sheet.place_of(cell), excerpt=cell.shown, hint=hint)


def _without_name(sheet: Sheet, row: int, header: Cells) -> Iterator[Problem]:
    """Each column that has something in it and no name, told at its first cell."""
    told: set[int] = set()
    for number, cells in sheet.rows.items():
        for column, cell in cells.items():
            if number > row and column not in header and column not in told:
                told.add(column)
                sentence = _("这一列没有列名，不知道{text}是什么").format(text=f"“{cell.shown}”")
                hint = _("在{cell}写上列名，或者删去这一列").format(cell=sheet.place(row, column).cell)
                yield error("SHT-011", sentence, sheet.place_of(cell), excerpt=cell.shown, hint=hint)
