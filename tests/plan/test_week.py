"""周工作安排: the days of a week, what is done on each of them, by the hour."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import docgen
from docgen.document import Cell, Table, plain
from docgen.grid import faults, grid
from docgen.problems import DocgenError, Problem

HEAD = """\
模板: 周工作安排
单位: 某校
学期: {名称: 第一学期, 开学: 2026-09-01, 结束: 2027-01-22, 周起: 周一}
补课: [{日期: 2026-09-20, 补: 2026-10-06}]
"""
EVENTS = """\
活动:
  - {日期: 2026-09-16, 时间: 下午3点, 事项: 例会, 责任: 政教处, 地点: 会议室}
  - {日期: 2026-09-16, 时间: 8:00—9:30, 事项: 检查, 责任: [教务处, 总务处]}
  - {日期: 2026-09-18, 至: 2026-09-19, 事项: 培训, 备注: 带证件}
  - {日期: 第3周, 事项: 查作业, 责任: 教务处}
  - {日期: 2026-11-12, 事项: 家长会}
"""

Made = Callable[[str], "list[Table]"]


@pytest.fixture
def made(tmp_path: Path) -> Made:
    def made(lines: str) -> list[Table]:
        path = tmp_path / "plan.yaml"
        path.write_text(HEAD + lines, encoding="utf-8")
        found = [block for block in docgen.render(path).paper.blocks if isinstance(block, Table)]
        assert all(faults(table) == [] for table in found)
        return found

    return made


def rows(table: Table) -> list[list[str]]:
    return [
        [plain(slot.cell.content) if isinstance(slot.cell, Cell) else slot.cell or "" for slot in row]
        for row in grid(table)[0]
    ]


def test_a_week_has_its_working_days_and_weekends_with_something_to_do(made: Made) -> None:
    (table,) = made("周: 第3周\n" + EVENTS)
    assert table.caption == "第3周（9月14日—20日）"
    assert rows(table) == [
        ["日期", "时间", "工作内容", "地点", "责任部门", "备注"],
        ["本周", "", "查作业", "", "教务处", ""],
        ["9月14日\n（星期一）", "", "", "", "", ""],
        ["9月15日\n（星期二）", "", "", "", "", ""],
        ["9月16日\n（星期三）", "8:00—9:30", "检查", "", "教务处、总务处", ""],
        ["", "下午3点", "例会", "会议室", "政教处", ""],
        ["9月17日\n（星期四）", "", "", "", "", ""],
        ["9月18日\n（星期五）", "", "培训", "", "", "带证件"],
        ["9月19日\n（星期六）", "", "培训", "", "", "带证件"],
        ["9月20日\n（星期日）", "", "补10月6日（星期二）课", "", "", ""],
    ]


@pytest.mark.parametrize("week", ["第3周", "3", "第三周", "2026-09-16"])
def test_a_week_is_named_by_its_number_or_by_a_day_in_it(week: str, made: Made) -> None:
    assert made(f"周: {week}\n{EVENTS}")[0].caption == "第3周（9月14日—20日）"


def test_holidays_are_named_on_their_days(made: Made) -> None:
    (table,) = made("周: 第5周\n" + EVENTS)
    assert [row[1] for row in rows(table)[1:]] == ["", "", "", "国庆节放假", "国庆节放假"]


def test_days_before_the_term_are_left_out(made: Made) -> None:
    (table,) = made("周: 第1周\n" + EVENTS)
    assert rows(table)[1][0] == "9月1日\n（星期二）"


def test_each_week_with_something_to_do_has_its_table_where_none_is_named(made: Made) -> None:
    assert [table.caption for table in made(EVENTS)] == ["第3周（9月14日—20日）", "第11周（11月9日—15日）"]


def test_weeks_begin_as_the_term_says(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(HEAD.replace("周一", "周日") + "周: 2026-09-16\n" + EVENTS, encoding="utf-8")
    (table,) = (block for block in docgen.render(path).paper.blocks if isinstance(block, Table))
    assert table.caption == "第3周（9月13日—19日）"


WRONG = [
    ("第40周", "CAL-052", "第一学期没有“第40周”", "这个学期从第1周到第21周"),
    ("下周", "CAL-052", "“下周”不知道是哪一周", "写成“周: 第5周”的样子"),
]


@pytest.mark.parametrize(("week", "id", "message", "hint"), WRONG)
def test_a_week_that_is_none_is_told_with_its_place(
    week: str, id: str, message: str, hint: str, made: Made
) -> None:
    with pytest.raises(DocgenError) as stopped:
        made(f"周: {week}\n{EVENTS}")
    (problem,) = stopped.value.problems
    assert (problem.id, problem.message, problem.hint) == (id, message, hint)
    assert problem.place is not None
    assert problem.place.line == 5


def test_no_problem_is_told_of_a_week_that_is_right(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(HEAD + "周: 第11周\n" + EVENTS.replace("2026-09-19", "2026-09-18"), encoding="utf-8")
    found: list[Problem] = docgen.check(path)
    assert found == []
