"""Next year's plan: days and years moved on, results gone, whatever names the old year flagged, and
everything else as it was typed."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen import pipeline
from docgen.problems import DocgenError
from docgen.schema.check import check
from docgen.source.load import loads
from docgen.source.values import Record
from docgen.template import shelf
from docgen.year import yaml_text
from docgen.year.turn import Turned, turn

FLAG = "# 核对："


def turned(text: str, template: str = "工作计划") -> Turned:
    plan, problems = loads(text, "2026.yaml")
    typed, found = check(plan, shelf.find(template).schema)
    assert [problem for problem in (*problems, *found) if problem.severity == "error"] == []
    return turn(text, typed, "2027.yaml")


def texts(data: Any, keys: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], Any]]:
    if isinstance(data, dict):
        return [pair for key, value in data.items() for pair in texts(value, (*keys, key))]
    if isinstance(data, list):
        return [pair for value in data for pair in texts(value, keys)]
    return [(keys, data)]


PLAN = """\
# 本校的计划。
模板: 工作计划
单位: 临江市实验中学   # 全称
年度: 2026
题注: （2026年1月5日校务会议通过）

引言: |
  为做好2026年各项工作，制定本计划。
工作目标:
  条目:
    - 内容: 巩固率达到99.5%。
      # 年底填
      完成: 已达到  # 教务处报
    - "二〇二六年底前建成新操场。"
指标:
  - {名称: 巩固率, 基期: 99.1, 目标: {2026: 99.3, 2027: ≥99.5}, 实际: {2026: 99.4}}
  - 名称: 近视率
    目标: ≤38
    实际: 37.5
  - 名称: 课题
    基期: 000012
    目标: 5
重点工作:
  - 标题: 抓好课堂
    条目:
      - {内容: 修订常规。, 责任: 教务处, 时限: "2026年10月", 完成: 10月定稿}
      - 内容: 开展教研。
        时限: '2026-05-08'
        完成: |
          第一段
          第二段
      - 完成: 听课812节
        # 谁听
        内容: 推门听课。
活动:
- 日期: 2026-05-08   # 星期五
  至: 2026-05-09
  事项: 运动会
- {日期: 5月8日（星期五）, 事项: 是, 地点: 000012}
- {日期: 第5周, 事项: 春游}
补课:
  # 调休
  - {日期: 2026-02-14, 补: 星期五}
落款:
  署名: 临江市实验中学
  日期: 2026-01-06
"""

NEXT = """\
# 本校的计划。
模板: 工作计划
单位: 临江市实验中学   # 全称
年度: 2027
# 核对：提到2026年
题注: （2026年1月5日校务会议通过）

# 核对：提到2026年
引言: |
  为做好2026年各项工作，制定本计划。
工作目标:
  条目:
    - 内容: 巩固率达到99.5%。
      # 年底填
      # 教务处报
    # 核对：提到2026年
    - "二〇二六年底前建成新操场。"
指标:
  - {名称: 巩固率, 基期: 99.4, 目标: {2027: ≥99.5}}
  - 名称: 近视率
    # 核对：目标还是2026年的
    基期: 37.5
    目标: ≤38
  - 名称: 课题
    基期: 000012
    # 核对：2026年没有填实际数，基期和目标还是原来的
    目标: 5
重点工作:
  - 标题: 抓好课堂
    条目:
      - {内容: 修订常规。, 责任: 教务处, 时限: "2027年10月"}
      - 内容: 开展教研。
        时限: '2027-05-07'
      # 谁听
      - 内容: 推门听课。
活动:
- 日期: 2027-05-07   # 星期五
  至: 2027-05-08
  事项: 运动会
- {日期: 5月7日（星期五）, 事项: 是, 地点: 000012}
- {日期: 第5周, 事项: 春游}
# 核对：补课的日子要等新的放假安排公布以后再写
# 调休
落款:
  署名: 临江市实验中学
  # 核对：成文日期是按周推算的
  日期: 2027-01-05
"""


def test_a_plan_is_carried_on_to_the_character() -> None:
    assert turned(PLAN).text == NEXT


def test_whatever_is_left_to_a_person_is_told_at_its_line_of_the_new_plan() -> None:
    result = turned(PLAN)
    lines = result.text.split("\n")

    told = [
        (problem.id, lines[problem.place.line - 1].strip()) for problem in result.problems if problem.place
    ]
    assert told == [
        ("YER-011", "题注: （2026年1月5日校务会议通过）"),
        ("YER-011", "引言: |"),
        ("YER-011", '- "二〇二六年底前建成新操场。"'),
        ("YER-012", "目标: ≤38"),
        ("YER-012", "目标: 5"),
        ("YER-014", "# 调休"),
        ("YER-013", "日期: 2027-01-05"),
    ]


def test_the_sentences_that_name_the_old_year_say_so() -> None:
    [problem] = turned("模板: 工作计划\n年度: 2026\n引言: 2026年是关键一年。\n").problems

    assert problem.message == "这里提到2026年，没有改动"
    assert problem.excerpt == "2026年是关键一年。"
    assert problem.hint == "看看要不要改成新的一年，改好后删去上面的“核对”"
    assert str(problem.place) == "2027.yaml:4:5"


def test_a_plan_that_names_no_year_is_about_the_years_of_its_dates() -> None:
    plan = (
        "模板: 实施方案\n标题: 关于2026年阅读月的方案\n"
        "实施步骤:\n  - {阶段: 动员, 起: 2026-03-02, 止: 2026-03-06}\n"
        "  - {阶段: 总结, 起: 2026-12, 止: 2027-01}\n"
        "落款: {署名: 某校, 日期: 2026-02-27}\n"
    )

    assert turned(plan, "实施方案").text == (
        "模板: 实施方案\n# 核对：提到2026年\n标题: 关于2026年阅读月的方案\n"
        "实施步骤:\n  - {阶段: 动员, 起: 2027-03-01, 止: 2027-03-05}\n"
        "  - {阶段: 总结, 起: 2027-12, 止: 2028-01}\n"
        "# 核对：成文日期是按周推算的\n落款: {署名: 某校, 日期: 2027-02-26}\n"
    )


def test_a_plan_without_a_year_is_refused() -> None:
    with pytest.raises(DocgenError) as stopped:
        turned("模板: 工作计划\n引言: 好。\n")

    assert stopped.value.problems[0].id == "YER-010"
    assert "学年: 2026—2027" in stopped.value.problems[0].hint


@pytest.mark.parametrize(
    "typed, later",
    [
        ("学年: 2026—2027", "学年: 2027—2028"),
        ('学年: "2026-2027"', '学年: "2027-2028"'),
        ("年度: 2026年", "年度: 2027年"),
        ("年度: 2026—2028", "年度: 2027—2029"),
    ],
)
def test_the_years_of_a_plan_are_moved_in_their_form(typed: str, later: str) -> None:
    assert turned(f"{typed}\n模板: 工作计划\n").text == f"{later}\n模板: 工作计划\n"


def test_terms_keep_their_weeks() -> None:
    plan = (
        "模板: 工作计划\n学年: 2030—2031\n"
        "学期: {名称: 第一学期, 开学: 2030-08-27, 结束: 2031-01-17, "
        "放假: [2030-11-04, {名称: 秋假, 日期: 2030-11-05}]}\n"
    )

    assert turned(plan).text == (
        "模板: 工作计划\n学年: 2031—2032\n# 核对：学期的日期是按周推算的\n"
        "学期: {名称: 第一学期, 开学: 2031-09-02, 结束: 2032-01-23, "
        "放假: [2031-11-10, {名称: 秋假, 日期: 2031-11-11}]}\n"
    )


def test_goals_of_past_years_give_way() -> None:
    plan = (
        "模板: 工作计划\n年度: 2026\n指标:\n"
        "  - {名称: 甲, 目标: {2026: 1}, 实际: {2026: 2}}\n"
        "  - {名称: 乙, 目标: {2025: 1, 2026: 2, 2028: 4}, 实际: {2026: 3}}\n"
        "  - 名称: 丙\n    目标:\n      2026: 1\n    实际:\n      2026: 9\n"
        "  - {名称: 丁, 目标: {2027: 1, 2026: 2}, 实际: {2025: 7, 2026: 待填}}\n"
    )

    assert turned(plan).text == (
        "模板: 工作计划\n年度: 2027\n指标:\n"
        "  # 核对：补上2027年的目标\n"
        "  - {名称: 甲, 基期: 2, 目标: {2027: 待填}}\n"
        "  - {名称: 乙, 基期: 3, 目标: {2028: 4}}\n"
        "  - 名称: 丙\n    # 核对：补上2027年的目标\n    基期: 9\n    目标:\n      {2027: 待填}\n"
        "  # 核对：2026年没有填实际数，基期和目标还是原来的\n"
        "  - {名称: 丁, 目标: {2027: 1, 2026: 2}}\n"
    )


def test_a_list_in_a_spreadsheet_is_told(tmp_path: Path) -> None:
    result = turned("模板: 通用\n标题: 计划\n年度: 2026\n引言: 好\n", "通用")
    assert result.problems == []

    text = "模板: 工作计划\n年度: 2026\n活动: 2026年活动.xlsx\n"
    done = turn(text, loads(text, "a.yaml")[0], "b.yaml")
    assert (
        done.text == "模板: 工作计划\n年度: 2027\n# 核对：表里的日期和结果没有改动\n活动: 2026年活动.xlsx\n"
    )
    assert [problem.id for problem in done.problems] == ["YER-015"]


def test_a_year_from_the_school_s_defaults_is_told() -> None:
    plan, below = loads("模板: 工作计划\n", "a.yaml")[0], loads("年度: 2026\n", "docgen.yaml")[0]
    plan["年度"] = below["年度"]
    [problem] = turn("模板: 工作计划\n", plan, "b.yaml").problems

    assert problem.message == "“年度”写在docgen.yaml里，那里还是2026"


def test_an_anchor_keeps_its_name() -> None:
    plan = (
        "模板: 工作计划\n年度: 2026\n活动:\n  - {日期: &a 2026-05-08, 事项: 甲}\n  - {日期: *a, 事项: 乙}\n"
    )

    assert "  - {日期: &a 2027-05-07, 事项: 甲}\n  - {日期: *a, 事项: 乙}\n" in turned(plan).text


def test_comments_that_name_the_old_year_are_told_together() -> None:
    [problem] = turned("模板: 工作计划\n# 2026年的\n年度: 2026\n# 也是2026\n引言: 好。\n").problems

    assert problem.message == "注释里也提到上一年：第2、4行"
    assert problem.severity == "info"


days = st.dates(date(2026, 1, 1), date(2026, 12, 31))
years = st.sampled_from(["2026年", "2026", "二〇二六年", "2026—2027", "〔2026〕", "2025年", "2027年", ""])
words = st.tuples(
    st.sampled_from(["为做好", "（", "到", "%: # ", ""]),
    years,
    st.sampled_from(["工作", "）", "：", "'\"", "{[", ""]),
)
sentences = words.map("".join).map(str.strip).filter(bool)
typed_days = st.tuples(days, st.sampled_from(["%Y-%m-%d", "%Y年%m月%d日", "%Y/%m/%d", "%Y-%m"])).map(
    lambda pair: pair[0].strftime(pair[1])
)
deadlines = typed_days | st.sampled_from(["长期", "10月上旬", "2026年6月底前", "2026年3月—5月", "第5周前"])
tasks = st.fixed_dictionaries(
    {"内容": sentences}, optional={"责任": sentences, "时限": deadlines, "完成": sentences}
)
goals = st.sampled_from(["≥99.5", "5", {"2026": "5"}, {"2026": "5", "2027": "6"}, {"2025": "4", "2026": "5"}])
actuals = st.sampled_from(["99.6", "待填", {"2026": "5.5"}, {"2025": "4", "2026": "待填"}])
indicators = st.fixed_dictionaries(
    {"名称": sentences},
    optional={"基期": st.just("99.1"), "目标": goals, "实际": actuals, "属性": st.just("约束性")},
)
events = st.fixed_dictionaries(
    {"事项": sentences, "日期": typed_days}, optional={"地点": sentences, "时间": st.just("14:30")}
)
plans = st.fixed_dictionaries(
    {"模板": st.just("工作计划"), "年度": st.sampled_from(["2026", "2026年"])},
    optional={
        "题注": sentences,
        "引言": st.lists(sentences, min_size=1, max_size=3).map("\n".join),
        "重点工作": st.lists(
            st.fixed_dictionaries(
                {"标题": sentences, "条目": st.lists(tasks | sentences, min_size=1, max_size=3)}
            ),
            min_size=1,
            max_size=3,
        ),
        "指标": st.lists(indicators, min_size=1, max_size=4),
        "活动": st.lists(events, min_size=1, max_size=4),
        "落款": st.fixed_dictionaries({"署名": sentences, "日期": days.map(str)}),
    },
)


@settings(max_examples=80)
@given(plans)
def test_no_old_year_is_left_unflagged_and_no_result_at_all(plan: dict[str, Any]) -> None:
    result = turned(yaml_text.write(plan))
    later, problems = loads(result.text, "2027.yaml")

    assert [problem for problem in problems if problem.severity == "error"] == []
    assert not [keys for keys, _value in texts(later) if {"完成", "实际"} & set(keys)]
    flagged = flagged_entries(result.text)
    for number, line in enumerate(result.text.split("\n")):
        if re.search("2026|二〇二六", line) and not line.strip().startswith("#"):
            assert number in flagged, (line, result.text)


def flagged_entries(text: str) -> set[int]:
    """The lines (from 0) of every entry that has a flag right above it: up to the next line that is
    indented no deeper."""
    lines, found = text.split("\n"), set()
    for number, line in enumerate(lines):
        if not line.strip().startswith(FLAG):
            continue
        at = number + 1
        while lines[at].strip().startswith("#"):
            at += 1
        depth = len(lines[at]) - len(lines[at].lstrip())
        found.add(at)
        while at + 1 < len(lines) and len(lines[at + 1]) - len(lines[at + 1].lstrip()) > depth:
            at += 1
            found.add(at)
    return found


@settings(max_examples=50)
@given(plans)
def test_all_but_results_dates_and_years_stays_as_it_was(plan: dict[str, Any]) -> None:
    text = yaml_text.write(plan)
    later, _problems = loads(turned(text).text, "2027.yaml")
    moved = {"年度", "日期", "时限", "完成", "实际", "基期", "目标", "2025", "2026", "2027"}

    def kept(data: Any) -> list[tuple[tuple[str, ...], Any]]:
        return [pair for pair in texts(data) if not moved & set(pair[0])]

    assert kept(later) == kept(loads(text, "2026.yaml")[0])


@settings(max_examples=50)
@given(plans)
def test_every_date_keeps_its_weekday(plan: dict[str, Any]) -> None:
    later, _problems = loads(turned(yaml_text.write(plan)).text, "2027.yaml")

    for before, after in zip(plan.get("活动", []), later.get("活动", []), strict=True):
        first, second = parsed(before["日期"]), parsed(after["日期"])
        if first and second:
            assert second - first in (timedelta(weeks=52), timedelta(weeks=53))
            assert second.year == 2027
        else:
            assert after["日期"] == before["日期"].replace("2026", "2027")


def parsed(text: str) -> date | None:
    from docgen import dates

    return dates.parse(text)


@settings(max_examples=15)
@given(plans)
def test_next_year_s_plan_builds(plan: dict[str, Any]) -> None:
    text = turned(yaml_text.write({**plan, "标题": "计划"})).text
    later, _problems = loads(text, "2027.yaml")

    assert isinstance(later, Record)
    assert pipeline.run({str(key): value for key, value in later.items()}).numbered.paper.title
