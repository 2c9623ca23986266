"""Sections of a plan: everything in them is printed, in the fixed order, at the right layer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from docgen.document import Block, Heading, Item, Paragraph, People, Table, plain
from docgen.plan import sections
from docgen.plan.desk import Desk
from docgen.source.load import from_mapping
from docgen.structure import Builder

WORDS = {"责任": "责任单位", "牵头": "牵头单位", "配合": "配合单位", "时限": "完成时限"}


def build(
    text: str, plan: dict[str, Any] | None = None, *, skip_layers: bool = True
) -> tuple[list[Block], Desk]:
    """The blocks of the section written in YAML, at layer 1."""
    desk = Desk(from_mapping(plan or {}), WORDS, Path())
    builder = Builder(skip_layers)
    data = from_mapping({"章": yaml.load(text, Loader=yaml.BaseLoader)})["章"]
    sections.section(desk, builder, data, 1)
    desk.problems.extend(builder.problems)
    return builder.blocks, desk


def shape(blocks: list[Block]) -> list[str]:
    out = []
    for block in blocks:
        if isinstance(block, Heading):
            out.append(
                f"{'#' * block.layer} {plain(block.content)}"
                + (f" | {plain(block.body)}" if block.body else "")
            )
        elif isinstance(block, Item):
            out.append(f"{block.layer}) {plain(block.content)}")
        elif isinstance(block, Paragraph):
            out.append(plain(block.content))
        else:
            out.append(type(block).__name__)
    return out


def test_the_order_is_fixed_whatever_the_files() -> None:
    blocks, _desk = build("""
        标题: 重点工作
        结语: 收尾。
        小节: [{标题: 小节一}]
        表格: {列: [甲], 行: [[乙]]}
        条目: [条目一]
        正文: 开头。
    """)
    assert shape(blocks) == ["# 重点工作", "开头。", "3) 条目一", "Table", "## 小节一", "收尾。"]


def test_an_ordered_text_mixes_all_kinds_as_written() -> None:
    blocks, _desk = build("""
        标题: 组织
        正文:
          - 先说。
          - 条目: [甲, 乙]
          - 再说。
          - 表格: {列: [甲], 行: [[乙]]}
          - 机构: {名称: 领导小组, 组长: 张三}
          - 最后说。
    """)
    assert shape(blocks) == ["# 组织", "先说。", "3) 甲", "3) 乙", "再说。", "Table", "People", "最后说。"]


def test_sections_in_an_ordered_text_stand_side_by_side() -> None:
    blocks, _desk = build("标题: 甲\n正文: [开头。, {标题: 乙, 正文: 文}, {标题: 丙}]")
    assert shape(blocks) == ["# 甲", "开头。", "## 乙", "文", "## 丙"]


def test_a_heading_that_ends_in_a_stop_runs_in_with_the_first_paragraph_only() -> None:
    blocks, _desk = build("标题: 加强领导。\n正文: |\n  坚持一。\n  坚持二。")
    assert shape(blocks) == ["# 加强领导。 | 坚持一。", "坚持二。"]


def test_running_in_can_be_refused() -> None:
    heading = from_mapping({"章": {"标题": "甲。", "正文": "乙。", "接排": False}})["章"]
    builder = Builder()
    sections.section(Desk(from_mapping({}), WORDS, Path()), builder, heading, 1)
    assert shape(builder.blocks) == ["# 甲。", "乙。"]


@pytest.mark.parametrize(
    ("duty", "note"),
    [
        ("责任: 教务处", "（责任单位：教务处）"),
        ("责任: [教务处, 德育处]", "（责任单位：教务处、德育处）"),
        (
            "责任: {牵头: [教务处], 配合: [各教研组, 年级组]}",
            "（牵头单位：教务处；配合单位：各教研组、年级组）",
        ),
        ("时限: 2026-10", "（完成时限：2026年10月）"),
        ("时限: 10月上旬", "（完成时限：10月上旬）"),
        ("责任: 教务处\n时限: 2026-10-15", "（责任单位：教务处；完成时限：2026年10月15日）"),
    ],
)
def test_responsibility_stands_once_behind_the_last_stop(duty: str, note: str) -> None:
    blocks, _desk = build(f"标题: 甲\n正文: 做好此事。\n{duty}")
    assert shape(blocks) == ["# 甲", f"做好此事。{note}"]


def test_responsibility_of_an_item_follows_its_text() -> None:
    blocks, _desk = build("标题: 甲\n条目: [{内容: 做好。, 责任: 教务处, 完成: 已完成}]")
    assert shape(blocks) == ["# 甲", "3) 做好。（责任单位：教务处）"]


def test_responsibility_without_a_text_gets_a_line_behind_the_items() -> None:
    blocks, _desk = build("标题: 甲\n条目: [乙。]\n责任: 教务处")
    assert shape(blocks) == ["# 甲", "3) 乙。", "（责任单位：教务处）"]


def test_responsibility_of_a_bare_run_in_heading_runs_in() -> None:
    blocks, _desk = build("标题: 加强领导。\n责任: 教务处")
    assert shape(blocks) == ["# 加强领导。 | （责任单位：教务处）"]


def test_what_was_done_is_never_printed() -> None:
    blocks, _desk = build("标题: 甲\n正文: 乙。\n完成: 全部完成")
    assert "全部完成" not in "".join(shape(blocks))


def test_items_nest_and_go_deeper_under_deeper_headings() -> None:
    blocks, _desk = build("""
        标题: 甲
        条目:
          - 内容: 乙
            条目: [丙, {内容: 丁, 条目: [戊]}]
        小节:
          - 标题: 己
            小节: [{标题: 庚, 条目: [辛]}]
    """)
    assert shape(blocks) == ["# 甲", "3) 乙", "4) 丙", "4) 丁", "5) 戊", "## 己", "### 庚", "4) 辛"]


def test_items_take_the_next_layer_where_no_layer_is_to_be_skipped() -> None:
    blocks, _desk = build("标题: 甲\n条目: [乙]", skip_layers=False)
    assert shape(blocks) == ["# 甲", "2) 乙"]


def test_layers_can_be_set() -> None:
    blocks, _desk = build("""
        标题: 甲
        小节层次: 3
        正文: [{条目: [乙], 层次: 4}]
        小节: [{标题: 丙}, {标题: 丁, 层次: 2}]
        条目: [{内容: 戊, 层次: 5}]
    """)
    assert shape(blocks) == ["# 甲", "4) 乙", "5) 戊", "### 丙", "## 丁"]


def test_a_sixth_layer_is_an_error() -> None:
    _blocks, desk = build("标题: 甲\n小节: [{标题: 乙, 层次: 5, 小节: [{标题: 丙}]}]")
    assert [problem.id for problem in desk.problems] == ["TRE-001"]


def test_a_section_can_go_without_a_number_and_start_anew() -> None:
    blocks, _desk = build("标题: 附则\n编号: 无")
    assert isinstance(blocks[0], Heading)
    assert not blocks[0].numbered


def test_results_become_one_paragraph() -> None:
    blocks, _desk = build("标题: 甲\n正文: 总的情况好。\n成效: [办学条件改善, 质量提高]")
    assert shape(blocks) == ["# 甲", "总的情况好。", "一是办学条件改善；二是质量提高。"]


PLAN = {
    "活动": [
        {"日期": "2026-09-01", "事项": "开学典礼", "责任": "德育处"},
        {"日期": "2026-11", "至": "2026-12", "事项": "体育节", "责任": ["体育组", "年级组"]},
    ],
    "指标": [
        {"组": "小学", "名称": "巩固率", "计量单位": "%", "基期": "99.10", "目标": {"2026": "99.3"}},
        {"组": "小学", "名称": "近视率", "目标": {"2026": "≤40", "2027": "≤38"}},
    ],
    "机构": {"名称": "领导小组", "组长": [{"姓名": "张三", "职务": "校长"}], "成员": []},
    "经费": [{"项目": "图书", "金额": "1200.50"}, {"项目": "器材", "金额": "800"}],
    "章节": [
        {
            "标题": "重点",
            "小节": [{"标题": "教学", "条目": [{"内容": "听课。", "责任": "教务处", "时限": "全年"}]}],
        }
    ],
}


def taken(ask: str) -> Block:
    blocks, desk = build(f"标题: 甲\n正文: [{ask}]", PLAN)
    assert desk.problems == []
    return blocks[1]


def test_events_are_taken_by_month_and_column() -> None:
    table = taken("{取自: 活动, 列: [日期, 事项, 责任], 月份: 9—10}")
    assert isinstance(table, Table)
    assert table.rows == (("日期", "事项", "责任单位"), ("9月1日", "开学典礼", "德育处"))


def test_a_span_of_events_has_the_long_dash() -> None:
    table = taken("{取自: 活动}")
    assert isinstance(table, Table)
    assert table.rows[2] == ("11月—12月", "体育节", "体育组、年级组")


def test_indicators_keep_their_decimals_and_merge_their_group() -> None:
    table = taken("{取自: 指标}")
    assert isinstance(table, Table)
    assert [column.name for column in table.columns] == ["组", "指标", "单位", "基期值", "2026年", "2027年"]
    first, second = table.rows[1:]
    assert getattr(first[0], "down", 0) == 2
    assert first[1:] == ("巩固率", "%", "99.10", "99.3", "")
    assert second == ("近视率", "", "", "≤40", "≤38")


def test_a_budget_gets_its_total() -> None:
    table = taken("{取自: 经费}")
    assert isinstance(table, Table)
    assert table.rows[-1][-1] == "2000.50"


def test_a_group_keeps_an_empty_role_as_a_blank() -> None:
    people = taken("{取自: 机构}")
    assert isinstance(people, People)
    assert [(role.name, len(role.people)) for role in people.roles] == [("组长", 1), ("成员", 0)]


def test_tasks_are_all_that_somebody_is_responsible_for() -> None:
    table = taken("{取自: 任务}")
    assert isinstance(table, Table)
    assert table.rows[1] == ("1", "教学", "听课。", "教务处", "全年")


def test_a_list_the_plan_does_not_have_cannot_be_taken() -> None:
    _blocks, desk = build("标题: 甲\n正文: [{取自: 活动}]")
    (problem,) = desk.problems
    assert (problem.id, problem.message) == ("TRE-003", "计划里没有“活动”，这里取不到")


def test_an_unknown_column_names_those_there_are() -> None:
    _blocks, desk = build("标题: 甲\n正文: [{取自: 活动, 列: [日期, 负责人]}]", PLAN)
    (problem,) = desk.problems
    assert problem.id == "TRE-008"
    assert "责任" in problem.hint


def test_a_written_table_has_merged_cells_a_second_head_row_and_a_total() -> None:
    blocks, desk = build("""
        标题: 甲
        表格:
          标题: 课时
          列: [年级, {名称: 上学期, 宽: 30, 对齐: 右}, 下学期]
          表头行: 2
          行:
            - ['', {内容: 节数, 跨列: 2}]
            - [七, '12', '13']
            - [八, '10.5', '—']
          合计: [上学期, 下学期]
    """)
    table = blocks[1]
    assert isinstance(table, Table)
    assert (table.caption, table.head, table.columns[1].width, table.columns[1].align) == (
        "课时",
        2,
        30.0,
        "right",
    )
    assert table.rows[-1] == ("合计", "22.5", "13")
    assert desk.problems == []


@pytest.mark.parametrize(
    ("span", "heading"),
    [
        ("起: 2026-09-01\n止: 2026-09-30", "动员部署（2026年9月1日—30日）"),
        ("起: 2026-09", "动员部署（2026年9月起）"),
        ("止: 2026-09-30", "动员部署（2026年9月30日前）"),
        ("", "动员部署"),
    ],
)
def test_a_stage_has_its_dates_behind_its_name(span: str, heading: str) -> None:
    blocks, _desk = build(
        f"标题: 步骤\n正文:\n  - 阶段: 动员部署\n    正文: 开会。\n    {span}".replace("\n止", "\n    止")
    )
    assert shape(blocks) == ["# 步骤", f"## {heading}", "开会。"]


def test_a_stage_that_ends_before_it_begins_is_an_error() -> None:
    _blocks, desk = build("标题: 步骤\n正文: [{阶段: 部署, 起: 2026-09-30, 止: 2026-09-01}]")
    assert [problem.id for problem in desk.problems] == ["TRE-023"]


def test_several_groups_and_tables_may_stand_under_one_key() -> None:
    blocks, _desk = build(
        "标题: 甲\n表格: [{列: [一], 行: [[二]]}, {列: [三], 行: [[四]]}]\n机构: [{组长: 张三}, {组长: 李四}]"
    )
    assert shape(blocks) == ["# 甲", "Table", "Table", "People", "People"]


def test_the_note_of_an_item_that_announces_others_stands_behind_the_last_of_them() -> None:
    blocks, _desk = build("""
        标题: 甲
        条目:
          - 内容: 做好三件事：
            责任: 教务处
            条目: [一件。, {内容: 又一件：, 条目: [末一件。]}]
    """)
    assert shape(blocks)[1:] == [
        "3) 做好三件事：",
        "4) 一件。",
        "4) 又一件：",
        "5) 末一件。（责任单位：教务处）",
    ]


def test_a_table_with_hours_but_no_dates_shows_both() -> None:
    events = [
        {"日期": "2026-10-15", "时间": "14:30—16:00", "事项": "运动会"},
        {"日期": "第5周", "事项": "听课"},
    ]
    blocks, _desk = build("标题: 甲\n正文: [{取自: 活动, 列: [时间, 事项], 月份: 9—12}]", {"活动": events})
    table = blocks[1]
    assert isinstance(table, Table)
    assert table.rows[1:] == (("10月15日14:30—16:00", "运动会"), ("第5周", "听课"))


def test_a_titled_entry_of_a_text_is_a_section_whatever_else_it_holds() -> None:
    blocks, _desk = build(
        "标题: 甲\n正文: [开头。, {标题: 乙, 条目: [丙]}, {标题: 丁, 表格: {列: [一], 行: [[二]]}}]"
    )
    assert shape(blocks) == ["# 甲", "开头。", "## 乙", "3) 丙", "## 丁", "Table"]


def test_a_mapping_without_a_title_is_printed_once() -> None:
    blocks, _desk = build("标题: 甲\n正文: [{条目: [乙], 小节: [{标题: 丙}], 结语: 丁}]")
    assert shape(blocks) == ["# 甲", "3) 乙", "## 丙", "丁"]


def test_a_list_says_for_all_its_items_how_they_are_numbered() -> None:
    blocks, _desk = build("标题: 甲\n正文: [{条目: [乙, 丙], 编号: 无}]")
    assert [block.numbered for block in blocks[1:] if isinstance(block, Item)] == [False, False]
    data = from_mapping({"章": {"标题": "甲", "正文": [{"条目": ["乙", {"内容": "丙"}], "重新编号": True}]}})[
        "章"
    ]
    builder = Builder()
    sections.section(Desk(from_mapping({}), WORDS, Path()), builder, data, 1)
    assert [block.restart for block in builder.blocks[1:] if isinstance(block, Item)] == [True, False]


def test_a_budget_shows_what_it_counts_in() -> None:
    blocks, _desk = build(
        "标题: 甲\n正文: [{取自: 经费}]", {"经费": [{"项目": "桌椅", "计量单位": "套", "金额": "900"}]}
    )
    assert isinstance(blocks[1], Table)
    assert blocks[1].rows[1] == ("桌椅", "套", "900")


def test_what_follows_a_section_without_text_is_not_run_in() -> None:
    blocks, _desk = build("标题: 甲\n小节: [{标题: 乙。}]\n结语: 丙。")
    assert shape(blocks) == ["# 甲", "## 乙。", "丙。"]
