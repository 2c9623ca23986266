"""A survey → the text of the plan of its paper, which a clerk may change and build again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docgen.district import tables, wording
from docgen.district.indicators import Indicator
from docgen.district.ranking import ranked
from docgen.district.survey import Survey
from docgen.district.tables import Piece
from docgen.plan_text.yaml_text import write
from docgen.terms import BLANK

TEMPLATE = "通用"
MOST_TASKS = 200
"""Tasks that are listed one by one in the paper; more go to the workbook."""
SKIPPED = ("DAT-010", "TXT-009")
"""What lint would say of every such paper: a day of the year before, departments of several names."""
COMMENT = "# 由docgen district汇总生成，可以修改，再用docgen build生成公文。"


def text(survey: Survey, organ: str, signed: str) -> str:
    """The text of the plan. `organ` is the body that issues the paper (empty where it is not known),
    `signed` the date of the paper (empty where it is to be filled in)."""
    return f"{COMMENT}\n{write(plan(survey, organ, signed))}"


def plan(survey: Survey, organ: str, signed: str) -> Piece:
    """The plan as data."""
    made: Piece = {"模板": TEMPLATE, **({"单位": organ} if organ else {})}
    made["标题"] = wording.title(organ, survey.gathered.period)
    made["引言"] = wording.opening(survey)
    made["章节"] = list(_chapters(survey))
    attached = list(_attachments(survey))
    if attached:
        made["附件"] = attached
    if organ:
        made["落款"] = {"署名": organ, "日期": signed or BLANK}
    made["检查"] = {"略过": SKIPPED}
    return made


def _chapters(survey: Survey) -> Iterator[Piece]:
    yield from _reports(survey)
    if any(one.columns for one in survey.indicators):
        yield {
            "标题": "指标汇总",
            "正文": [wording.method(survey), tables.overview(survey)],
            "小节": [_indicator(one, survey) for one in survey.indicators if one.columns],
        }
    if survey.tallies:
        chart = tables.months_chart(survey.tallies)
        body = [wording.tasks(survey), tables.months(survey.tallies), *([chart] if chart else [])]
        yield {"标题": "任务安排", "正文": body}
    doubts = list(_doubts(survey))
    if doubts:
        yield {"标题": "需要核对的数据", "正文": doubts}


def _reports(survey: Survey) -> Iterator[Piece]:
    """Who handed in, and what was left out."""
    body: list[Any] = list(wording.handed_in(survey.attendance, len(survey.names)))
    left = survey.gathered.left_out
    if left:
        rows = [(one.file, one.name or tables.NONE, one.reason) for one in left]
        body.append(tables.table("没有列入汇总的文件", ("文件", "单位", "原因"), rows))
    if body:
        yield {"标题": "报送情况", "正文": body}


def _indicator(one: Indicator, survey: Survey) -> Piece:
    order = ranked(one.values(one.counted))
    chart = tables.chart(one)
    body = [wording.about(one, order, survey), *tables.ranking(one), *([chart] if chart else [])]
    return {"标题": one.title, "正文": body}


def _doubts(survey: Survey) -> Iterator[Any]:
    """Numbers that are missing, by school; names with several units; indicators of one school alone."""
    rows = [(name, "、".join(lacking)) for name, lacking in missing(survey)]
    if rows:
        yield tables.table("没有填报数据的指标", ("单位", "指标"), rows)
    yield from wording.units(survey)
    if survey.single:
        yield wording.single(survey)


def missing(survey: Survey) -> Iterator[tuple[str, list[str]]]:
    """Each school that lacks a number, with the indicators it lacks; of those it gives other numbers of, with
    the column that is empty."""
    found = {one.name: (one, survey.lacking(one)) for one in survey.indicators}
    for school in survey.names:
        lacking = [
            f"{name}（{wording.named(one, one.counted)}）" if schools[school] else name
            for name, (one, schools) in found.items()
            if school in schools
        ]
        if lacking:
            yield school, lacking


def _attachments(survey: Survey) -> Iterator[Piece]:
    listed = list(tables.all_schools(survey))
    if listed:
        yield {"名称": "各单位指标一览表", "正文": listed}
    if 0 < len(survey.tasks) <= MOST_TASKS:
        yield {"名称": "各月任务一览表", "正文": [tables.task_list(survey.tasks)]}
