"""Tables made from the lists a plan keeps: 指标, 活动, 经费, and its tasks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from docgen import dates
from docgen.document import Cell, Column, Table, TableRow
from docgen.i18n import _
from docgen.inline import content_of
from docgen.plan import months
from docgen.plan.desk import Desk
from docgen.plan.responsibility import who
from docgen.plan.totals import settle_budget, total_row
from docgen.problems import Problem, error
from docgen.source.values import Day, Record, as_list, place_of

EVENT_COLUMNS = ("日期", "时间", "事项", "地点", "责任", "备注")
WORDS = {"责任单位": "责任", "完成时限": "时限"}
"""Columns that are called by a word of the template (用语); any other may have one too."""
ASKED = {"指标": "名称", "组": "组"}
"""What a table of 指标 may be asked for, and the key of an indicator that says it."""
BUDGET_COLUMNS = ("项目", "计量单位", "单价", "数量", "金额", "来源", "备注")
TASK_COLUMNS = ("序号", "任务", "措施", "责任单位", "完成时限")


def made(desk: Desk, name: str, rows: Sequence[Record], ask: Record) -> Table:
    """The table of the list `name` (指标, 活动 or 经费), with the 列, 月份, 组 and 指标 that `ask` names."""
    return {"指标": indicators, "活动": events, "经费": budget}[name](desk, rows, ask)


def indicators(desk: Desk, rows: Sequence[Record], ask: Record) -> Table:
    """指标: a row an indicator, a column a year; groups (组) merged over their rows."""
    rows = chosen(desk, rows, ask)
    years = sorted({str(year) for row in rows for year in _by_year(row.get("目标"))})
    actual = any("实际" in row for row in rows)
    cells = [_indicator(row, years, actual) for row in rows]
    results = ["实际"] if actual else []
    names = ["组", "指标", "单位", "基期值", *_year_names(years), *results, "属性", "责任单位"]
    if "指标" in ask:  # the heading above the table says which
        return _shaped(desk, [name for name in names if name != "指标"], cells, ask, "", always=())
    return _shaped(desk, names, cells, ask, "主要指标", merge="组", always=("指标",))


def chosen(desk: Desk, rows: Sequence[Record], ask: Record) -> list[Record]:
    """The indicators among `rows` that `ask` names by 组 or 指标; a problem (TRE-025) where there is none."""
    asked = {key: ask[name] for name, key in ASKED.items() if name in ask}
    found = [row for row in rows if all(row.get(key) == value for key, value in asked.items())]
    if asked and not found:
        desk.problems.append(_no_indicator(desk, ask))
    return found


def _no_indicator(desk: Desk, ask: Record) -> Problem:
    """What is asked for by 指标 or 组 is not there."""
    key = next(key for key in ASKED if key in ask)
    rows = desk.plan.get("指标", ())
    known = dict.fromkeys(str(row[ASKED[key]]) for row in rows if ASKED[key] in row)
    return error(
        "TRE-025",
        _("没有“{name}”的指标").format(name=ask[key]),
        place_of(ask[key]),
        hint=_("“{key}”可以写：{names}").format(key=key, names="、".join(known)),
    )


def events(desk: Desk, rows: Sequence[Record], ask: Record) -> Table:
    """活动: a row an event in the plan's order, only those of 月份 where it is asked for."""
    chosen = months.within(rows, str(ask.get("月份", "")))
    asked = as_list(ask.get("列"))
    whole = "时间" in asked and "日期" not in asked
    years = months.need_years(rows)
    cells = [_event(desk, row, whole, years) for row in chosen]
    return _shaped(desk, list(EVENT_COLUMNS), cells, ask, "", always=("日期", "事项"))


def _event(desk: Desk, row: Record, whole: bool, years: bool) -> dict[str, str]:
    """The cells of an event; where a table has 时间 but no 日期, 时间 is `whole`: the date and the hour."""
    cells = {key: _plain(row.get(key, "")) for key in EVENT_COLUMNS}
    date = when(desk, row, years)
    time = f"{date}{cells['时间']}" if whole else cells["时间"]
    return {**cells, "日期": date, "时间": time, "责任": who(row)}


def budget(desk: Desk, rows: Sequence[Record], ask: Record) -> Table:
    """经费: a row a budget line, and the total of the amounts."""
    place = place_of(rows)
    settled, problems = settle_budget(rows)
    desk.problems.extend(problems)
    cells = [{key: _plain(row.get(key, "")) for key in BUDGET_COLUMNS} for row in settled]
    table = _shaped(desk, list(BUDGET_COLUMNS), cells, ask, "经费预算表", always=("项目", "金额"))
    names = [column.name for column in table.columns]
    if not any(row.get("金额") for row in settled) or "金额" not in names:
        return table
    row, problems = total_row(table.rows[1:], names, ["金额"], place)
    desk.problems.extend(problems)
    return Table(table.columns, (*table.rows, row), table.head, table.caption, table.landscape, table.place)


def tasks(desk: Desk, ask: Record) -> Table:
    """任务: every item and section of the plan that has 责任 or 时限."""
    cells = [
        {
            "序号": str(number),
            "任务": title,
            "措施": text,
            "责任单位": who(data),
            "完成时限": dates.printed(data["时限"]) if data.get("时限") else "",
        }
        for number, (title, text, data) in enumerate(_duties(desk.plan, ""), 1)
    ]
    return _shaped(desk, list(TASK_COLUMNS), cells, ask, "任务分解表", always=("序号", "任务", "措施"))


def when(desk: Desk, row: Record, years: bool = False) -> str:
    """The date of an event as printed: 2026-10-15 becomes 10月15日, or with its year where the table
    covers several `years`; a span has a 一字线."""
    first, last = row.get("日期", ""), row.get("至")
    try:
        if last:
            ends = [end if isinstance(end, Day) else months.bare(end) for end in (first, last)]
            span = (dates.span if years else dates.span_without_year)(*ends)
        else:
            span = dates.printed(first) if years else months.short(first)
    except ValueError as fault:
        desk.wrong_dates(fault, last, row.get("事项", ""))
        return str(first)
    every = str(row.get("重复", ""))
    return f"{span}（{every}）" if span and every else span or every


def _duties(data: Any, title: str) -> Iterator[tuple[str, str, Record]]:
    if isinstance(data, list):
        for entry in data:
            yield from _duties(entry, title)
    elif isinstance(data, Record):
        own = str(data.get("标题", "")).rstrip("。：")
        if data.get("责任") or data.get("时限"):
            if "内容" in data:
                yield title, str(data["内容"]), data
            elif own and "名称" not in data:
                yield title or own, own if title else "", data
        for key, value in data.items():
            if key not in ("指标", "活动", "经费", "附件"):
                yield from _duties(value, own or title)


def _plain(value: Any) -> str:
    return "、".join(map(str, as_list(value)))


def _by_year(value: Any) -> dict[str, str]:
    if isinstance(value, Record):
        return {str(year): str(text) for year, text in value.items()}
    return {"": str(value)} if value else {}


def _year_names(years: Sequence[str]) -> list[str]:
    return [f"{year}年" if year else "目标" for year in years]


def _indicator(row: Record, years: Sequence[str], actual: bool) -> dict[str, str]:
    goals = _by_year(row.get("目标"))
    cells = {
        "组": str(row.get("组", "")),
        "指标": str(row["名称"]),
        "单位": str(row.get("计量单位", "")),
        "基期值": str(row.get("基期", "")),
        "属性": str(row.get("属性", "")),
        "责任单位": who(row),
        **{name: goals.get(year, "") for year, name in zip(years, _year_names(years), strict=True)},
    }
    if actual:
        cells["实际"] = "；".join(_by_year(row.get("实际")).values())
    return cells


def _shaped(
    desk: Desk,
    names: list[str],
    cells: Sequence[dict[str, str]],
    ask: Record,
    caption: str,
    *,
    always: Sequence[str],
    merge: str = "",
) -> Table:
    """A table of `names` without the columns that are empty throughout, or of the columns asked for."""
    asked = as_list(ask.get("列"))
    names = (
        [_known(desk, name, names, ask) for name in asked]
        if asked
        else [name for name in names if name in always or any(row.get(name) for row in cells)]
    )
    shown = [name for name in names if name]
    rows: list[TableRow] = [tuple(row.get(name, "") for name in shown) for row in cells]
    if merge in shown:
        rows = merged(rows, shown.index(merge))
    head = tuple(_head(desk, name) for name in shown)
    return Table(
        tuple(map(Column, head)), (head, *rows), 1, str(ask.get("标题", caption)), ask.get("横排"), ask.place
    )


def _head(desk: Desk, name: str) -> str:
    """What the column `name` is called: the template's word for it, where it has one."""
    word = desk.words.get(WORDS.get(name, name))
    return word if word else WORDS.get(name, name)


def _known(desk: Desk, name: str, names: Sequence[str], ask: Record) -> str:
    aliases = {"责任单位": "责任", "名称": "指标", "计量单位": "单位", "基期": "基期值"}
    for known in (name, aliases.get(name, name), {v: k for k, v in aliases.items()}.get(name, name)):
        if known in names:
            return known
    for known in names:
        if _head(desk, known) == name:
            return known
    desk.problems.append(
        error(
            "TRE-008",
            _("没有“{name}”这一列").format(name=name),
            place_of(name) or ask.keys_at.get("列"),
            hint=_("可以取的列：{names}").format(names="、".join(names)),
        )
    )
    return ""


def merged(rows: Sequence[TableRow], column: int) -> list[TableRow]:
    """`rows` with equal neighbours in `column` made one cell over several rows."""
    out: list[TableRow] = []
    index = 0
    while index < len(rows):
        same = 1
        while index + same < len(rows) and rows[index + same][column] == rows[index][column]:
            same += 1
        for offset in range(same):
            row = list(rows[index + offset])
            text = row.pop(column)
            if offset == 0:
                row.insert(column, Cell(content_of(str(text)), down=same) if same > 1 else text)
            out.append(tuple(row))
        index += same
    return out
