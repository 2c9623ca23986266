"""All documents of a plan: what can be made, what cannot and why, all written or none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from docgen.problems import DocgenError, NotInstalled, Severity, error
from docgen.year import documents

WHOLE = """\
模板: 工作计划
单位: 临江市实验中学
学年: 2026—2027
学期: {名称: 第一学期, 开学: 2026-09-01, 结束: 2027-01-22}
指导思想: 落实立德树人根本任务。
工作目标: 提高质量。
重点工作:
  - 标题: 抓好课堂
    条目:
      - {内容: 修订教学常规。, 责任: 教务处, 时限: 2026年10月}
保障措施: 各负其责。
指标: [{名称: 巩固率, 计量单位: "%", 目标: ≥99.5}]
活动: [{日期: 2026-10-22, 事项: 运动会, 责任: 体育组}]
机构: {名称: 推进小组, 组长: 王校长}
经费: [{项目: 图书, 金额: 5000}]
"""
BARE = """\
模板: 通用
标题: 关于开学工作的通知
章节: [{标题: 工作安排, 正文: 九月一日上课。}]
"""
EVERYTHING = [
    "",
    "任务分解表",
    "行事历",
    "校历",
    "指标表",
    "领导小组名单",
    "经费预算表",
    "日程",
    "任务和活动",
]


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    folder = tmp_path / "计划 表"
    folder.mkdir()
    path = folder / "学年计划.yaml"
    path.write_text(WHOLE, encoding="utf-8")
    return path


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_a_whole_plan_gives_every_document(plan: Path) -> None:
    found = documents.make(plan)

    assert [one.name for one in found.made] == EVERYTHING
    assert [one.kind for one in found.made] == ["docx"] * 7 + ["ics", "xlsx"]
    assert found.problems == ()


def test_what_a_plan_lacks_is_told_for_each_document(plan: Path) -> None:
    found = documents.make(write(plan, BARE))

    assert [one.name for one in found.made] == [""]
    assert {problem.severity for problem in found.problems} == {Severity.INFO}
    assert [problem.message for problem in found.problems] == [
        "没有做“任务分解表”：计划里没有写“责任”“时限”的任务",
        "没有做“行事历”：计划没有写“活动”",
        "没有做“校历”：计划没有写学期的开学和结束日期",
        "没有做“指标表”：计划没有写“指标”",
        "没有做“领导小组名单”：计划没有写“机构”",
        "没有做“经费预算表”：计划没有写“经费”",
        "没有做“日程（.ics）”：计划里没有写明日期的活动，没有东西放进.ics",
        "没有做“任务和活动（.xlsx）”：计划里没有任务、活动、指标和经费，没有可以导出的表",
    ]


def test_a_date_that_no_calendar_can_place_says_why_there_is_none(plan: Path) -> None:
    text = WHOLE.replace("日期: 2026-10-22", "日期: 第40周")
    with pytest.raises(DocgenError) as stopped:
        documents.make(write(plan, text))

    assert "第40周" in str(stopped.value)


def test_a_plan_with_an_error_gives_no_document(plan: Path) -> None:
    with pytest.raises(DocgenError):
        documents.make(write(plan, WHOLE.replace("单位:", "单味:")))


def test_what_is_not_installed_is_told_and_the_rest_made(plan: Path, monkeypatch: Any) -> None:
    import docgen.writers.ics

    def absent(*_: object) -> bytes:
        raise NotInstalled(error("CAL-032", "没有安装icalendar", hint="pip install"))

    monkeypatch.setattr(docgen.writers.ics, "write", absent)
    found = documents.make(plan)

    assert [one.name for one in found.made] == [name for name in EVERYTHING if name != "日程"]
    assert [problem.message for problem in found.problems] == ["没有做“日程（.ics）”：没有安装icalendar"]


def test_a_plan_that_is_one_of_its_lists_is_made_once(plan: Path) -> None:
    text = "模板: 校历\n单位: 临江市实验中学\n学年: 2026—2027\n" + WHOLE.split("\n")[3] + "\n"
    found = documents.make(write(plan, text))

    assert [one.name for one in found.made] == [""]


def test_an_event_whose_week_may_be_in_either_term_is_left_out_and_the_calendar_made(plan: Path) -> None:
    terms = (
        "学期: [{名称: 第一学期, 开学: 2026-09-01, 结束: 2027-01-22}, "
        "{名称: 第二学期, 开学: 2027-02-22, 结束: 2027-07-02}]"
    )
    text = WHOLE.replace("学期: {名称: 第一学期, 开学: 2026-09-01, 结束: 2027-01-22}", terms)
    events = "活动:\n  - {日期: 2026-10-22, 事项: 运动会}\n  - {日期: 第5周, 事项: 家长会}\n"
    plan.write_text(
        text.replace("活动: [{日期: 2026-10-22, 事项: 运动会, 责任: 体育组}]\n", events), encoding="utf-8"
    )

    found = documents.make(plan, ("txt",))

    calendar = next(one for one in found.made if one.name == "校历").content.decode("utf-8")
    assert "运动会" in calendar and "家长会" not in calendar
    phone = next(one for one in found.made if one.kind == "ics").content.decode("utf-8")
    assert "SUMMARY:运动会" in phone and "家长会" not in phone
    told = [problem for problem in found.problems if "里没有排这一项" in problem.message]
    assert told and all(problem.severity is Severity.WARNING for problem in told)
    assert {problem.place.line for problem in told if problem.place} == {15}
    assert any(problem.message.startswith("“日程（.ics）”里没有排这一项") for problem in told)
