"""任务分解表: who does what by when, out of the sections and items of any plan."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import docgen
from docgen.document import Cell, Reference, Table, plain
from docgen.grid import faults, grid
from docgen.problems import DocgenError

HEAD = "模板: 任务分解表\n单位: 某校\n年度: 2027\n章节:\n"
Made = Callable[[str], Table]


@pytest.fixture
def made(tmp_path: Path) -> Made:
    def made(chapters: str) -> Table:
        path = tmp_path / "plan.yaml"
        path.write_text(HEAD + chapters, encoding="utf-8")
        (table,) = docgen.render(path).paper.blocks
        assert isinstance(table, Table)
        assert faults(table) == []
        return table

    return made


def rows(table: Table) -> list[list[str]]:
    return [
        [plain(slot.cell.content) if isinstance(slot.cell, Cell) else slot.cell or "" for slot in row]
        for row in grid(table)[0]
    ]


FULL = """\
- 标题: 教学
  小节:
    - 标题: 改进课堂。
      正文: 以学定教。
      责任: 教务处
      条目:
        - 先学后讲。
        - 当堂检测。
        - {内容: 修订常规。, 责任: {牵头: 教务处, 配合: [教研组, 年级组]}, 时限: 2027-03-01}
    - 标题: 管好作业
      条目:
        - {内容: 每周公示。, 时限: 全年}
- 标题: 安全
  条目:
    - {内容: 每月演练。, 责任: 政教处}
"""


def test_tasks_are_numbered_through_under_a_band_for_each_chapter(made: Made) -> None:
    assert rows(made(FULL)) == [
        ["序号", "任务", "措施", "牵头单位", "配合单位", "完成时限"],
        ["一、教学"],
        ["1", "改进课堂", "以学定教。\n1.先学后讲。\n2.当堂检测。", "教务处", "", ""],
        ["2", "", "修订常规。", "教务处", "教研组、年级组", "2027年3月1日"],
        ["3", "管好作业", "每周公示。", "", "", "全年"],
        ["二、安全"],
        ["4", "安全", "每月演练。", "政教处", "", ""],
    ]


def test_a_full_table_stands_on_a_page_turned(made: Made) -> None:
    assert made(FULL).landscape is True


def test_one_chapter_has_no_band_and_empty_columns_are_left_out(made: Made) -> None:
    table = made("- 标题: 安全\n  条目: [{内容: 每月演练。, 责任: 政教处}, {内容: 查隐患。, 责任: 总务处}]\n")
    assert rows(table) == [
        ["序号", "任务", "措施", "牵头单位"],
        ["1", "安全", "每月演练。", "政教处"],
        ["2", "", "查隐患。", "总务处"],
    ]
    assert table.landscape is False


def test_a_section_below_a_task_belongs_to_it(made: Made) -> None:
    table = made(
        "- 标题: 安全\n  小节:\n    - 标题: 食堂\n      小节:\n"
        "        - {标题: 采购, 正文: 集中采购。, 责任: 总务处}\n"
        "        - {标题: 留样, 责任: 校医室, 时限: 每日}\n"
    )
    assert [row[1:3] for row in rows(table)[1:]] == [["食堂", "采购：集中采购。"], ["", "留样"]]


def test_items_below_an_item_are_tasks_too(made: Made) -> None:
    table = made(
        "- 标题: 安全\n  条目:\n    - 内容: 做好三查：\n"
        "      条目: [{内容: 查校车。, 责任: 总务处}, 不算。]\n"
    )
    assert [row[1:4] for row in rows(table)[1:]] == [["安全", "查校车。", "总务处"]]


def test_items_in_a_text_count(made: Made) -> None:
    table = made("- 标题: 安全\n  正文: [总的要求。, {条目: [{内容: 查校车。, 责任: 总务处}]}]\n")
    assert [row[2] for row in rows(table)[1:]] == ["查校车。"]


def test_equal_tasks_in_different_chapters_are_not_merged(made: Made) -> None:
    part = "  小节: [{标题: 检查, 条目: [{内容: 自查。, 责任: 甲}]}]\n"
    table = made(f"- 标题: 春季\n{part}- 标题: 秋季\n{part}")
    assert [row[1:2] for row in rows(table)[1:]] == [[], ["检查"], [], ["检查"]]


def test_a_reference_to_what_is_not_in_the_table_names_it(made: Made) -> None:
    table = made(
        "- {标题: 组织领导。, 代号: 甲, 正文: 成立小组。}\n"
        "- 标题: 安全\n  条目: [{内容: 按《见:甲》办，抓好落实。, 责任: 政教处}]\n"
    )
    assert rows(table)[1][2] == "按“组织领导”办，抓好落实。"


def test_in_the_plan_itself_a_reference_stays_one(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(
        "模板: 通用\n标题: 计划\n章节:\n- {标题: 组织领导, 代号: 甲, 正文: 成立小组。}\n"
        "- 标题: 安全\n  条目: [{内容: 按《见:甲》办。, 责任: 政教处}]\n"
        "- 标题: 分工\n  正文: [{取自: 任务分解表, 标题: 任务分解表}]\n",
        encoding="utf-8",
    )
    (table,) = (block for block in docgen.render(path).paper.blocks if isinstance(block, Table))
    cell = table.rows[1][2]
    assert table.caption == "任务分解表"
    assert isinstance(cell, Cell)
    assert cell.content == ("按", Reference("甲"), "办。")


def test_a_plan_without_tasks_says_how_they_are_written(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(HEAD + "- {标题: 教学, 正文: 抓好教学。}\n", encoding="utf-8")
    with pytest.raises(DocgenError) as stopped:
        docgen.render(path)
    (problem,) = stopped.value.problems
    assert problem.id == "TRE-050"
    assert problem.message == "没有哪一节、哪一条写了责任或时限，排不出任务分解表"
    assert problem.hint == "在条目里写“- {内容: ……, 责任: 教务处, 时限: 2026年10月}”"
