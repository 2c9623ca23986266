"""A plan's tasks, events, indicators and budget as a workbook: a sheet a list, values typed.

The columns of 活动, 指标 and 经费 are named by the plan's keys, so that a sheet can be read back
(`活动: 计划.xlsx`). A text stays one whatever it begins with; none becomes a formula.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from docgen import dates
from docgen.i18n import _
from docgen.plan.duties import duties
from docgen.plan.responsibility import bodies
from docgen.problems import DocgenError, Place, error
from docgen.sheets import faults, style
from docgen.sheets.save import put_text, saved
from docgen.source.values import Day, Record, as_list

DAY_FORMAT = "yyyy-mm-dd"
NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,11})(?:\.\d{1,8})?")
MOST_LINES = 20
LINE = 16.0
"""Points: the height of a line of 11 pt."""

EVENT_KEYS = ("日期", "至", "星期", "时间", "事项", "责任", "地点", "重复", "备注")
INDICATOR_KEYS = ("组", "名称", "计量单位", "基期", "目标", "实际", "属性", "责任")
BUDGET_KEYS = ("项目", "单价", "数量", "金额", "计量单位", "来源", "备注")

Line = dict[str, Any]


class Listing(NamedTuple):
    """A sheet: its name and its rows, by the names of their columns."""

    name: str
    lines: list[Line]


def write(plan: Record) -> bytes:
    """The workbook of `plan` (as its schema typed it), the same bytes for the same plan. Raises
    `DocgenError` for a plan without any of the lists (SHT-030), `NotInstalled` without openpyxl."""
    listings = [listing for listing in _listings(plan) if listing.lines]
    if not listings:
        sentence = _("计划里没有任务、活动、指标和经费，没有可以导出的表")
        hint = _("给条目写上“责任”或“时限”，或者写“活动:”“指标:”")
        raise DocgenError(error("SHT-030", sentence, plan.place or Place(""), hint=hint))
    try:
        import openpyxl
    except ImportError as absent:
        raise faults.not_installed() from absent
    book = openpyxl.Workbook()
    book.remove(book.active)
    for listing in listings:
        _fill(book.create_sheet(listing.name), listing)
    return saved(book)


def _listings(plan: Record) -> Iterator[Listing]:
    yield Listing("任务分解", list(_tasks(plan)))
    for name, keys in (("活动", EVENT_KEYS), ("指标", INDICATOR_KEYS), ("经费", BUDGET_KEYS)):
        rows = (row for row in as_list(plan.get(name)) if isinstance(row, Record))
        yield Listing(name, [_line(row, keys) for row in rows])


def _tasks(plan: Record) -> Iterator[Line]:
    for number, duty in enumerate(duties(plan), 1):
        data = duty.data
        yield {
            "序号": str(number),
            "部分": duty.group,
            "任务": duty.task,
            "措施": duty.measure,
            **_responsible(data.get("责任")),
            "完成时限": data.get("时限", ""),
            "完成情况": _joined(data.get("完成", "")),
        }


def _responsible(value: Any) -> Line:
    names = {"责任": "责任单位", "牵头": "责任单位", "配合": "配合单位"}
    return {"责任单位": "", "配合单位": ""} | {names[word]: text for word, text in bodies(value)}


def _line(row: Record, keys: Sequence[str]) -> Line:
    """An entry with its keys as columns, those within a mapping by 责任.牵头, 目标.2026."""
    line: Line = {}
    for key in (*keys, *(key for key in row if key not in keys)):
        value = row.get(key, "")
        if isinstance(value, Record):
            line |= {f"{key}.{inner}": below for inner, below in value.items()}
        else:
            line[key] = value
    return line


def _columns(lines: Sequence[Line]) -> list[str]:
    """The columns of which some row has something, a key's own beside those within it."""
    found = dict.fromkeys(key for line in lines for key in line)
    order = {key.partition(".")[0]: at for at, key in reversed(list(enumerate(found)))}
    used = [key for key in found if any(_joined(line.get(key, "")) for line in lines)]
    return sorted(used, key=lambda key: order[key.partition(".")[0]])


def _fill(sheet: Any, listing: Listing) -> None:
    from openpyxl.styles import Alignment
    from openpyxl.utils import get_column_letter

    names = _columns(listing.lines)
    style.head(sheet, 1, names)
    texts = [[_joined(line.get(name, "")) for name in names] for line in listing.lines]
    widths = [style.width([name + "　", *(row[at] for row in texts)]) for at, name in enumerate(names)]
    for number, (line, row) in enumerate(zip(listing.lines, texts, strict=True), 2):
        for column, name in enumerate(names, 1):
            cell = sheet.cell(number, column)
            _put(cell, line.get(name, ""), row[column - 1])
            cell.alignment = Alignment(vertical="center", wrap_text=True, horizontal=_side(cell.value))
            cell.border = style.border()
        tallest = max(style.lines_in(text, width) for text, width in zip(row, widths, strict=True))
        sheet.row_dimensions[number].height = LINE * min(tallest, MOST_LINES) + 4
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(names))}{len(texts) + 1}"
    style.for_print(sheet, 1, landscape=True)
    sheet.oddFooter.center.text = "&P / &N"


def _put(cell: Any, value: Any, text: str) -> None:
    """The value as what it is: a day, a number with its decimals, yes or no in words, else text."""
    day = _day(value)
    if day:
        cell.value, cell.number_format = day, DAY_FORMAT
    elif isinstance(value, str) and NUMBER.fullmatch(text.strip()):
        whole, _point, decimals = text.strip().partition(".")
        cell.value = float(f"{whole}.{decimals}") if decimals else int(whole)
        cell.number_format = "0." + "0" * len(decimals) if decimals else "0"
    elif text:
        put_text(cell, text)


def _day(value: Any) -> date | None:
    if isinstance(value, Day):
        return value.date
    return dates.parse(value) if isinstance(value, str) else None


def _side(value: Any) -> str | None:
    return "center" if isinstance(value, (date, int, float)) else None


def _joined(value: Any) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list):
        return "、".join(map(_joined, value))
    if isinstance(value, Record):
        return "；".join(f"{key}：{_joined(below)}" for key, below in value.items())
    return str(value)
