"""A survey → a workbook: the figures as numbers, every school and task, all problems."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from docgen.district import tables, wording
from docgen.district.paper import missing
from docgen.district.ranking import ranked
from docgen.district.survey import Survey
from docgen.i18n import _
from docgen.problems import Problem
from docgen.sheets import faults, listing
from docgen.sheets.save import saved

Sheet = tuple[str, Sequence[str], list[Sequence[Any]]]


def write(survey: Survey, problems: Sequence[Problem]) -> bytes:
    """The sheets 汇总, 名次, 一览, 任务, 缺项, 报送, 问题. Raises `NotInstalled` without openpyxl."""
    try:
        import openpyxl
    except ImportError as absent:
        raise faults.not_installed() from absent
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, heads, rows in _sheets(survey, problems):
        listing.fill(book.create_sheet(name), list(heads), [[_cell(value) for value in row] for row in rows])
    return saved(book)


def _cell(value: Any) -> Any:
    """A number as spreadsheets keep it."""
    if not isinstance(value, Decimal):
        return value
    return int(value) if value == value.to_integral_value() else float(value)


def _sheets(survey: Survey, problems: Sequence[Problem]) -> Iterator[Sheet]:
    yield _overview(survey)
    yield (_("名次"), [_("指标"), _("计量单位"), _("名次"), _("单位"), _("数值")], list(_ranks(survey)))
    yield _all_schools(survey)
    heads = [_("月份"), _("单位"), _("任务"), _("责任"), _("时限"), _("完成"), _("完成情况")]
    tasks: list[Sequence[Any]] = [
        (wording.month(one.month), one.school, one.text, one.duty, one.deadline, one.result, one.state.value)
        for one in survey.tasks
    ]
    yield (_("任务"), heads, tasks)
    lacking: list[Sequence[Any]] = [(school, name) for school, names in missing(survey) for name in names]
    yield (_("缺项"), [_("单位"), _("没有填报数据的指标")], lacking)
    yield (_("报送"), [_("文件"), _("单位"), _("情况")], list(_reports(survey)))
    yield (_("问题"), listing.problem_heads(), [*map(listing.problem_row, problems)])


def _overview(survey: Survey) -> Sheet:
    made = tables.overview(survey)["表格"]
    return _("汇总"), made["列"], [[_number(text) for text in row] for row in made["行"]]


def _all_schools(survey: Survey) -> Sheet:
    found = [one for one in survey.indicators if one.columns]
    values = [one.values(one.counted) for one in found]
    rows: list[Sequence[Any]] = [[name, *(each.get(name, "") for each in values)] for name in survey.names]
    return _("一览"), [_("单位"), *(one.title for one in found)], rows


def _ranks(survey: Survey) -> Iterator[Sequence[Any]]:
    for one in survey.indicators:
        for each in ranked(one.values(one.counted)):
            yield (one.name, one.unit, each.rank, each.school, each.number)


def _reports(survey: Survey) -> Iterator[Sequence[Any]]:
    late = dict(survey.attendance.late)
    for school in survey.gathered.schools:
        state = _("逾期") if school.name in late else _("已列入")
        yield (school.file, school.name, state)
    for one in survey.gathered.left_out:
        yield (one.file, one.name, one.reason)
    for name in survey.attendance.missing:
        yield ("", name, _("没有报送"))


def _number(text: str) -> Any:
    bare = text.removeprefix("-")
    return Decimal(text) if bare.replace(".", "", 1).isdigit() else text
