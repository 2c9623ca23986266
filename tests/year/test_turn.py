"""Next year's plan: days and years moved on, results gone, whatever names the old year flagged, and
everything else as it was typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.problems import DocgenError, describe
from docgen.schema.check import check
from docgen.source.load import loads
from docgen.template import shelf
from docgen.year.turn import Turned, turn


def turned(text: str, template: str = "工作计划", wanted: tuple[int, ...] = ()) -> Turned:
    plan, problems = loads(text, "2026.yaml")
    typed, found = check(plan, shelf.find(template).schema)
    assert [problem for problem in (*problems, *found) if problem.severity == "error"] == []
    return turn(text, typed, "2027.yaml", wanted)


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


def test_a_paper_without_a_date_is_about_the_year_it_was_adopted_in() -> None:
    plan = "模板: 公报\n会议: 第三次全会\n题注: （2026年11月6日第三次全会通过）\n引言: 2026年下半年召开。\n"

    assert turned(plan, "公报").text.count("# 核对：提到2026年\n") == 2


def test_the_year_that_a_plan_lacks_may_be_asked_for() -> None:
    plan = "模板: 公报\n会议: 全会\n引言: 2026年召开。\n"

    assert "# 核对：提到2026年\n引言: 2026年召开。" in turned(plan, "公报", (2027,)).text


@pytest.mark.parametrize("years", [(2028,), (2030, 2031)])
def test_a_year_that_is_not_the_next_one_is_refused(years: tuple[int, ...]) -> None:
    with pytest.raises(DocgenError) as stopped:
        turned("模板: 工作计划\n年度: 2026\n引言: 好。\n", "工作计划", years)

    assert describe(stopped.value.problems[0]).startswith("2026.yaml:1:1: 错误 YER-017 这份是2026年的")


@pytest.mark.parametrize("years", [(2027,), (2027, 2028)])
def test_a_year_that_is_the_next_one_changes_nothing(years: tuple[int, ...]) -> None:
    plan = "模板: 工作计划\n学年: 2026—2027\n引言: 好。\n落款: {署名: 某校, 日期: 2026-08-28}\n"

    assert turned(plan, "工作计划", years) == turned(plan)


def test_a_date_in_characters_moves_on_in_figures() -> None:
    plan = "模板: 工作计划\n引言: 好。\n落款: {署名: 某校, 日期: 二〇二六年八月二十八日}\n"

    assert turned(plan).text.endswith("落款: {署名: 某校, 日期: 2027年8月27日}\n")


def test_a_plan_without_a_year_is_refused() -> None:
    with pytest.raises(DocgenError) as stopped:
        turned("模板: 工作计划\n引言: 好。\n")

    assert stopped.value.problems[0].id == "YER-010"
    assert "学年: 2026—2027" in stopped.value.problems[0].hint
    assert stopped.value.problems[0].hint.endswith("--year 2027")


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
