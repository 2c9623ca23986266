"""What is told of days that cannot be, and of those that are doubtful."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import docgen
from docgen import data_files
from docgen.problems import DocgenError, Severity

TERM = "学年: 2026—2027\n学期: {名称: 第一学期, 开学: 2026-09-01, 结束: 2027-01-22}\n"
CASES = data_files.load(Path(__file__).with_name("wrong_days.yaml"))
SEVERITIES = {Severity.ERROR: "错误", Severity.WARNING: "警告"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["句"])
def test_a_wrong_day_is_told_at_its_place(told: Any, case: dict[str, str]) -> None:
    marked = TERM + case["学期内"] if "学期内" in case else case["计划"]
    before = marked.partition("‸")[0]

    (problem,) = told(marked.replace("‸", "") + "\n")

    assert f"{SEVERITIES[problem.severity]} {problem.id} {problem.message}" == case["句"]
    assert problem.hint == case["改法"]
    place = (problem.place.line, problem.place.column)
    assert place == (before.count("\n") + 1, len(before) - before.rfind("\n"))


@pytest.mark.parametrize(
    "line",
    [
        "活动: [{日期: 2026-10-01, 至: 2026-10-07, 事项: 国庆节放假}]",
        "活动: [{日期: 2026-10-03, 事项: 假期值班}]",
        "活动: [{日期: 2026-10-10, 事项: 家长会}]",
        "活动: [{日期: 10月上旬, 事项: 听课}]",
        "活动: [{日期: 第5周, 事项: 听课}]",
        "活动: [{日期: 2026-10-07, 至: 2026-10-09, 事项: 听课}]",
        *(
            f"活动: [{{日期: {words}, 事项: 甲}}]"
            for words in ("长期", "学期末", "国庆前后", "待定", "另行通知", "全年", "每天", "高考后")
        ),
        "活动: [{重复: 每周六, 事项: 社团}]",
        "活动: [{日期: 10月15日, 星期: 星期四, 事项: 甲}]",
        "活动: [{日期: 10月15日, 时间: 8:00—9:00, 地点: 操场, 事项: 甲},"
        " {日期: 10月15日, 时间: 9:00—10:00, 地点: 操场, 事项: 乙}]",
        "活动: [{日期: 10月15日, 时间: 8:00, 地点: 各教室, 事项: 甲},"
        " {日期: 10月15日, 时间: 8:00, 地点: 各教室, 事项: 乙}]",
        "补课: [{日期: 2026-09-20, 补: 2026-10-06}, {日期: 2026-10-10, 补: 星期三}]",
        "重点工作: [{标题: 甲, 时限: 长期}, {标题: 乙, 时限: 2027年7月}, {标题: 丙, 时限: 6月底前}]",
        "章节: [{标题: 下一步打算, 条目: [{内容: 甲, 时限: 2028年3月}]}]",
    ],
)
def test_what_is_meant_is_not_told_of(told: Any, line: str) -> None:
    assert told(f"{TERM}{line}\n") == []


def test_a_repeated_event_is_told_of_once(told: Any) -> None:
    found = told(f"{TERM}活动: [{{重复: 每天, 日期: 2027-01-20, 至: 2027-01-30, 事项: 甲}}]\n")
    assert [problem.id for problem in found] == ["CAL-020"]


def test_each_event_that_meets_others_is_told_of_once(told: Any) -> None:
    rows = "".join(
        f"- {{日期: 2026-10-15, 时间: 8:00—9:00, 地点: 操场, 事项: {name}}}\n" for name in "甲乙丙丁"
    )
    found = told(f"{TERM}活动:\n{rows}")
    assert [(problem.id, problem.excerpt) for problem in found] == [("CAL-024", name) for name in "乙丙丁"]


def test_blanks_to_be_filled_in_are_no_matter(told: Any) -> None:
    assert told(f"{TERM}活动: [{{日期: 待填, 至: 待填, 时间: 待填, 重复: 待填, 事项: 甲}}]\n") == []
    assert told("学期: {名称: 一, 开学: 待填, 结束: 待填}\n") == []


def test_an_event_in_a_break_of_the_term_is_told(told: Any) -> None:
    plan = TERM.replace("}\n", ", 放假: [{名称: 秋假, 日期: 2026-11-02, 至: 2026-11-04}]}\n")
    (problem,) = told(f"{plan}活动: [{{日期: 2026-11-03, 事项: 听课}}]\n")
    assert problem.message == "“听课”在2026年11月3日（星期二），这一天放假（秋假）"


PLAN = """\
模板: 通用
标题: 关于开展校园活动的通知
{more}章节: [{{标题: 活动安排, 正文: [{{取自: 活动}}]}}]
"""


@pytest.mark.parametrize(
    ("more", "ids"),
    [
        ("学年: 2026—2027\n活动: [{日期: 2026-10-15, 至: 2026-10-10, 事项: 甲}]\n", ["TRE-023"]),
        ("活动: [{日期: 10月15日, 事项: 甲}]\n", ["CAL-007"]),
        ("学年: 2026—2027\n活动: [{日期: 6月31日, 事项: 甲}]\n", ["CAL-003"]),
        ("学年: 2026—2027\n活动: [{日期: 长期, 事项: 甲}]\n", []),
    ],
)
def test_a_build_tells_of_each_day_once(tmp_path: Path, more: str, ids: list[str]) -> None:
    path = tmp_path / "计划.yaml"
    path.write_text(PLAN.format(more=more), encoding="utf-8")
    assert [problem.id for problem in docgen.check(path)] == ids


def test_only_days_that_cannot_be_stop_a_build(tmp_path: Path) -> None:
    path = tmp_path / "计划.yaml"
    path.write_text(PLAN.format(more="活动: [{日期: 10月15日, 事项: 甲}]\n"), encoding="utf-8")
    document = docgen.render(path)
    assert [problem.severity for problem in document.problems] == [Severity.WARNING]
    with pytest.raises(DocgenError, match=re.escape("没有写年份")):
        document.to_bytes("ics")
