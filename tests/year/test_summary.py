"""The start of a summary: everything the plan set out to do, with its result or a place for it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen import pipeline
from docgen.document import Chart, Table
from docgen.plan_text import yaml_text
from docgen.problems import describe
from docgen.schema.check import check
from docgen.source.load import loads
from docgen.template import shelf
from docgen.year import summary
from docgen.year.results import Tally

WORK_PLAN = shelf.find("工作计划")


def started(text: str, target: str = "工作总结") -> tuple[str, list[Any]]:
    plan, problems = loads(text, "plan.yaml")
    typed, found = check(plan, WORK_PLAN.schema)
    assert [describe(problem) for problem in (*problems, *found) if problem.severity == "error"] == []
    return summary.start(typed, WORK_PLAN, shelf.find(target))


COUNTS = "计划安排任务3项，完成1项，完成率33.3%，没有完成1项，1项还没有填写完成情况。"
HEAD = "模板: 工作计划\n单位: 临江市实验中学\n年度: 2026\n"


def test_a_summary_is_written_as_a_person_would() -> None:
    text, _problems = started(
        HEAD
        + """\
工作目标:
  条目:
    - {内容: 巩固率达到99%。, 完成: 达到99.2%}
    - 办好食堂。
指标:
  - {名称: 巩固率, 计量单位: "%", 目标: {2026: ≥99}, 实际: {2026: 98}}
重点工作:
  - 标题: 抓好课堂。
    条目:
      - {内容: 修订常规。, 责任: 教务处, 完成: 10月定稿。}
      - {内容: 推门听课：每周1节。, 责任: {牵头: 教科室, 配合: [语文组, 数学组]}, 完成: 正在推进}
      - {内容: 开展教研。, 责任: 教科室, 时限: 全年}
落款: {署名: [临江市实验中学, 临江市实验小学]}
"""
    )

    assert (
        text
        == """\
模板: 工作总结
单位: 临江市实验中学
年度: 2026
引言: 2026年，临江市实验中学按照计划推进各项工作，现总结如下。
主要工作及成效:
  - 标题: 目标任务完成情况
    正文: 【任务】主要指标1项，达标0项，未达标1项。
    成效:
      - "巩固率达到99%：达到99.2%"
      # 没有填完成情况：办好食堂
    表格:
      标题: 各项任务完成情况
      列: [工作, 任务（项）, 完成（项）, 完成率（%）]
      行:
        - [抓好课堂, 3, 1, 33.3]
        - [合计, 3, 1, 33.3]
  - 标题: 抓好课堂
    正文: 【任务】
    成效:
      - "修订常规：10月定稿"
      # 没有填完成情况：开展教研（教科室，全年）
指标:
  - 名称: 巩固率
    计量单位: "%"
    目标:
      2026: ≥99
    实际:
      2026: 98
存在的问题:
  - 推门听课：每周1节，正在推进
  - 巩固率实际为98%，没有达到≥99%的目标
下一步打算:
  条目:
    - 内容: 继续完成：推门听课：每周1节。
      责任:
        牵头:
          - 教科室
        配合:
          - 语文组
          - 数学组
落款:
  署名:
    - 临江市实验中学
    - 临江市实验小学
  日期: 待填
""".replace("【任务】", COUNTS)
        .replace("- 推门听课：每周1节，正在推进", '- "推门听课：每周1节，正在推进"')
        .replace("内容: 继续完成：推门听课：每周1节。", '内容: "继续完成：推门听课：每周1节。"')
    )


@pytest.mark.parametrize(
    "plan, printed",
    [
        (
            "重点工作: [{标题: 甲。, 责任: 乙}]\n",
            "plan.yaml:4:13: 警告 YER-020 这项任务还没有填完成情况\n    | 甲。\n"
            "    改法: 在计划的这一条写“完成: ……”，再生成一次总结；或者直接在总结里补写",
        ),
        (
            "工作目标: [办好食堂。]\n",
            "plan.yaml:4:8: 警告 YER-021 这个目标还没有填完成情况\n    | 办好食堂。\n"
            "    改法: 把这一条写成“内容: ……”和“完成: ……”两行，再生成一次总结；或者直接在总结里补写",
        ),
        (
            "指标: [{名称: 巩固率, 目标: 99}]\n",
            "plan.yaml:4:11: 警告 YER-022 指标“巩固率”还没有填实际数\n    | 巩固率\n"
            "    改法: 在计划的这个指标里写“实际: ……”",
        ),
        (
            "指标: [{名称: 示范校, 目标: 创建, 实际: 授牌}]\n",
            "plan.yaml:4:11: 警告 YER-023 指标“示范校”的目标“创建”和实际“授牌”不能用数字比较，"
            "没有判断是否达标\n"
            "    | 示范校\n"
            "    改法: 目标写成“≥99.5”“≤5”“10%～15%”的样子，实际写数字；或者在总结里用文字说明",
        ),
    ],
)
def test_what_has_no_result_yet_is_told_at_its_place(plan: str, printed: str) -> None:
    _text, problems = started(HEAD + plan)

    assert [describe(problem) for problem in problems] == [printed]


def test_a_plan_that_sets_out_to_do_nothing_is_told() -> None:
    text, [problem] = started(HEAD + "指导思想: 好好学习。\n")

    assert describe(problem) == (
        "plan.yaml:1:1: 警告 YER-024 计划里没有任务、目标和指标，总结要自己写\n"
        "    改法: 任务要写“责任”或“时限”，再写“完成: ……”；也可以直接在总结里写"
    )
    assert "正文: 待填" in text


def test_results_of_other_years_stay_with_an_indicator() -> None:
    text, _problems = started(HEAD + "指标: [{名称: 甲, 目标: {2025: 1, 2026: 2}, 实际: {2025: 1}}]\n")

    assert "    实际:\n      2025: 1\n      2026: 待填\n" in text


@pytest.mark.parametrize(
    "time, said",
    [
        ("学年: 2026—2027\n学期: 第一学期\n", "2026—2027学年度第一学期，"),
        (
            "学年: 2026—2027\n学期: {名称: 第一学期, 开学: 2026-09-01, 结束: 2027-01-22}\n",
            "2026—2027学年度第一学期，",
        ),
        ("学年: 2026—2027\n学期: [{名称: 第一学期}, {名称: 第二学期}]\n", "2026—2027学年度，"),
        ("", "待填，"),
    ],
)
def test_a_summary_is_about_the_time_of_its_plan(time: str, said: str) -> None:
    text, _problems = started("模板: 工作计划\n单位: 某校\n" + time)
    read, problems = loads(text, "总结.yaml")

    assert read["引言"].startswith(said)
    assert problems == []


words = st.text("甲乙丙丁，：“”《》0123456789% -#:'\"", min_size=1, max_size=12).map(str.strip).filter(bool)
results = words | st.sampled_from(["已完成", "未完成", "待填"])
tasks = st.fixed_dictionaries({"内容": words}, optional={"责任": words, "时限": words, "完成": results})
numbers = st.integers(0, 200).map(str)
indicators = st.fixed_dictionaries(
    {"名称": words, "目标": numbers | words}, optional={"实际": numbers | words, "基期": numbers}
)
plans = st.fixed_dictionaries(
    {"模板": st.just("工作计划"), "单位": words, "年度": st.just("2026")},
    optional={
        "工作目标": st.lists(words, min_size=1, max_size=3),
        "重点工作": st.lists(
            st.fixed_dictionaries({"标题": words, "条目": st.lists(tasks | words, min_size=1, max_size=4)}),
            min_size=1,
            max_size=3,
        ),
        "指标": st.lists(indicators, min_size=1, max_size=4),
    },
)


@settings(max_examples=60)
@given(plans)
def test_every_summary_builds_and_counts_right(plan: dict[str, Any]) -> None:
    text, problems = started(yaml_text.write(plan))
    read, found = loads(text, "总结.yaml")

    assert found == []
    assert pipeline.run(read).numbered.paper.blocks
    tasks = [
        entry
        for section in plan.get("重点工作", [])
        for entry in section["条目"]
        if isinstance(entry, dict) and {"责任", "时限", "完成"} & set(entry)
    ]
    open_tasks = [task for task in tasks if task.get("完成", "待填") == "待填"]
    told = [problem for problem in problems if problem.id == "YER-020"]
    assert len(told) == len(open_tasks)
    assert f"任务{len(tasks)}项" in text or not tasks


def captions_of(text: str) -> list[tuple[str, str]]:
    """The tables and charts of a plan's paper with their captions, in their order."""
    read, _problems = loads(text, "总结.yaml")
    blocks = pipeline.run(read).numbered.paper.blocks
    return [(type(block).__name__, block.caption) for block in blocks if isinstance(block, (Table, Chart))]


@pytest.mark.parametrize("target", ["工作总结", "总结报告", "述职报告"])
def test_every_kind_of_summary_draws_what_was_planned_beside_what_came_of_it(target: str) -> None:
    rows = [{"名称": name, "计量单位": "%", "目标": "90", "实际": "91"} for name in ("甲率", "乙率", "丙率")]
    text, _problems = started(yaml_text.write({"模板": "工作计划", "年度": "2026", "指标": rows}), target)

    assert captions_of(text) == [("Table", "主要指标完成情况"), ("Chart", "主要指标目标与实际")]


@pytest.mark.parametrize(
    ("goal", "actual", "printed"),
    [
        ({"2027": "95"}, None, ["主要指标"]),
        ({"2026": "90"}, {"2026": "91"}, ["主要指标完成情况"]),
        ({"2026": "90", "2027": "95"}, {"2026": "91"}, ["主要指标完成情况", "主要指标"]),
    ],
)
def test_a_report_compares_what_is_done_and_lists_what_is_to_come(
    goal: dict[str, str], actual: dict[str, str] | None, printed: list[str]
) -> None:
    row = {"名称": "甲率", "目标": goal, **({"实际": actual} if actual else {})}
    plan = {"模板": "总结报告", "标题": "甲", "年度": "2026", "工作开展情况": "好。", "下阶段工作": ["干。"]}

    assert [caption for _kind, caption in captions_of(yaml_text.write({**plan, "指标": [row]}))] == printed


def test_a_report_on_duties_speaks_and_is_signed_for_its_author() -> None:
    text, _problems = started(HEAD + "落款: {署名: 临江市实验中学}\n", "述职报告")

    assert "引言: 2026年，本人按照计划开展各项工作，现述职如下。\n" in text
    assert "落款:\n  署名: 待填\n" in text


def test_an_empty_plan_has_no_rate() -> None:
    assert Tally(0, 0, 0, 0).rate == ""
