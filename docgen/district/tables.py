"""The tables and charts of a district's paper, as a plan writes them (表格, 图表)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from docgen.district import wording
from docgen.district.bands import bands
from docgen.district.indicators import ACTUAL, BASE, GOAL, Indicator, Line
from docgen.district.ranking import Ranked, highest, lowest, ranked
from docgen.district.survey import Survey
from docgen.district.tasks import Tally, Task
from docgen.district.totals import Total, shown, total
from docgen.goals import Verdict

Piece = dict[str, Any]

MOST_RANKED = 24
"""Schools whose ranks stand in one table and chart; of more the ends are shown, and how many lie where."""
ENDS = 10
PAIRED = 12
"""Schools of a chart that can show two columns."""
LINES = 6
"""Indicators side by side in the table of all schools."""
NONE = "—"


def ranking(one: Indicator) -> list[Piece]:
    """The ranks of all schools; of many the highest and the lowest."""
    order = ranked(one.values(one.counted))
    if len(order) <= MOST_RANKED:
        return [_ranks(one, order, f"各单位{one.name}")]
    return [
        _ranks(one, highest(order, ENDS), f"{one.name}数值最高的单位"),
        _ranks(one, lowest(order, ENDS), f"{one.name}数值最低的单位"),
    ]


def _ranks(one: Indicator, order: Sequence[Ranked], caption: str) -> Piece:
    lines = {line.school: line for line in one.lines}
    judged = any(lines[each.school].verdict in (Verdict.REACHED, Verdict.MISSED) for each in order)
    heads = ["名次", "单位", *(wording.head(one, column) for column in one.columns)]
    rows = [
        [str(each.rank), each.school, *(_cell(lines[each.school], column) for column in one.columns)]
        + ([lines[each.school].verdict.value] if judged else [])
        for each in order
    ]
    unit = f"（{one.unit}）" if one.unit else ""
    return table(caption + unit, [*heads, *(["完成情况"] if judged else [])], rows)


def _cell(line: Line, column: str) -> str:
    if column not in line.numbers:
        return NONE
    return line.goal if column == GOAL else shown(line.numbers[column])


def chart(one: Indicator) -> Piece | None:
    """The numbers of all schools, from high to low; of many, how many schools lie in each band. None where
    there is but one school."""
    values = one.values(one.counted)
    if len(values) < 2:
        return None
    if len(values) > MOST_RANKED:
        return _bands(one)
    schools = [each.school for each in ranked(values)]
    shown_columns = one.columns[-2:] if len(schools) <= PAIRED else one.columns[-1:]
    series = [
        {"名称": wording.head(one, column), "数据": tuple(_numbers(one, column, schools))}
        for column in shown_columns
    ]
    unit = {"单位": one.unit} if one.unit else {}
    return {"图表": {"标题": f"各单位{one.name}", "类别": tuple(schools), "系列": series, **unit}}


def _numbers(one: Indicator, column: str, schools: Sequence[str]) -> Iterator[str]:
    values = one.values(column)
    yield from (shown(values[school]) if school in values else NONE for school in schools)


def _bands(one: Indicator) -> Piece:
    found = bands(list(one.values(one.counted).values()))
    names = tuple(f"{shown(band.least)}至{shown(band.below)}" for band in found)
    unit = f"（{one.unit}，含前数、不含后数）" if one.unit else "（含前数、不含后数）"
    counts = tuple(str(band.schools) for band in found)
    series = [{"名称": "单位数", "数据": counts}]
    caption = f"{one.name}的单位分布{unit}"
    return {"图表": {"标题": caption, "类型": "柱形", "类别": names, "系列": series, "单位": "个"}}


def overview(survey: Survey) -> Piece:
    """A row an indicator: how many schools, how put together, the figures of its columns, the ends."""
    found = [one for one in survey.indicators if one.columns]
    columns = [key for key in (BASE, GOAL, ACTUAL) if any(key in one.columns for one in found)]
    heads = ["指标", "计量单位", "填报单位（个）", "统计方法", *columns, "最高", "最低"]
    made = table("主要指标汇总", heads, [_overview(one, columns, survey) for one in found])
    made["表格"]["横排"] = "否"  # else its page would stand turned among the text
    return made


def _overview(one: Indicator, columns: Sequence[str], survey: Survey) -> list[str]:
    wholes = [total(one, column, survey.weights) for column in columns]
    counted = total(one, one.counted, survey.weights)
    values = one.values(one.counted).values()
    way, schools = (counted.way.value, counted.schools) if counted else (NONE, 0)
    numbers = [_whole(whole, schools) for whole in wholes]
    return [one.name, one.unit or NONE, str(schools), way, *numbers, shown(max(values)), shown(min(values))]


def _whole(whole: Total | None, schools: int) -> str:
    """A figure, with the number of its schools where that is not the one of the row."""
    if whole is None:
        return NONE
    return shown(whole.number) + ("" if whole.schools == schools else f"（{whole.schools}个单位）")


def all_schools(survey: Survey) -> Iterator[Piece]:
    """A row a school, a column an indicator: side by side as many as a page takes."""
    found = [one for one in survey.indicators if one.columns]
    for at in range(0, len(found), LINES):
        part = found[at : at + LINES]
        values = [one.values(one.counted) for one in part]
        rows = [
            [str(number), name, *(shown(each[name]) if name in each else NONE for each in values)]
            for number, name in enumerate(survey.names, 1)
        ]
        yield table("", ["序号", "单位", *(one.title for one in part)], rows)


def months(found: Sequence[Tally]) -> Piece:
    """A row a month: tasks, events, schools; how far the tasks have come, where anybody says so."""
    events, results = any(one.events for one in found), any(one.done or one.unfinished for one in found)
    heads = ["月份", "任务（项）", "涉及单位（个）"]
    heads += ["活动（项次）"] if events else []
    heads += ["已完成（项）", "没有完成（项）", "没有填写（项）"] if results else []
    rows = []
    for one in found:
        cells = [one.tasks, one.schools, *([one.events] if events else [])]
        cells += [one.done, one.unfinished, one.open] if results else []
        rows.append([wording.month(one.month), *map(str, cells)])
    return table("各月任务", heads, rows)


def months_chart(found: Sequence[Tally]) -> Piece | None:
    """The tasks of each month that has any; None where there are no two months."""
    dated = [one for one in found if one.month and one.tasks][:MOST_RANKED]
    if len(dated) < 2:
        return None
    names = tuple(wording.month(one.month) for one in dated)
    series = [{"名称": "任务", "数据": tuple(str(one.tasks) for one in dated)}]
    return {"图表": {"标题": "各月任务数", "类别": names, "系列": series, "单位": "项"}}


def task_list(tasks: Sequence[Task]) -> Piece:
    """A row a task, by month."""
    rows = [
        [wording.month(one.month), one.school, one.text, one.duty or NONE, one.deadline or NONE]
        for one in tasks
    ]
    return table("", ["月份", "单位", "任务", "责任", "完成时限"], rows)


def table(caption: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Piece:
    """A table as a plan writes it."""
    named = {"标题": caption} if caption else {}
    return {"表格": {**named, "列": tuple(heads), "行": [tuple(row) for row in rows]}}
