"""行事历, 月度安排, 活动安排: what is to be done when, under weeks, months, or by itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import docgen
from docgen.document import Cell, Table, plain
from docgen.grid import faults, grid
from docgen.problems import DocgenError, Problem

TERM = "学期: {名称: 第一学期, 开学: 2026-09-01, 结束: 2026-10-16}\n"
EVENTS = """\
活动:
  - {日期: 2026-10-15, 至: 2026-10-16, 事项: 运动会, 责任: 体育组, 地点: 田径场}
  - {日期: 2026-09-10, 时间: 14:30, 事项: 表彰会, 责任: [工会, 政教处], 备注: 着正装。}
  - {日期: 第2周, 事项: 查教案, 责任: 教务处}
  - {日期: 9月下旬, 事项: 演练, 责任: 政教处}
  - {日期: 2026-09-28, 至: 2026-10-09, 事项: 书画展}
  - {重复: 每周一, 时间: "7:40", 事项: 升旗, 责任: 团委}
  - {日期: 2026-08-28, 事项: 培训}
  - {日期: 2026-10-20, 事项: 值班}
  - {日期: 长期, 事项: 巡查}
"""

Lists = Callable[..., "list[Table]"]


@pytest.fixture
def lists(tmp_path: Path) -> Lists:
    """The tables of a template, of a plan with the given lines."""

    def lists(template: str, lines: str) -> list[Table]:
        path = tmp_path / "plan.yaml"
        path.write_text(f"模板: {template}\n单位: 某校\n学年: 2026—2027\n{lines}", encoding="utf-8")
        blocks = docgen.render(path).paper.blocks
        found = [block for block in blocks if isinstance(block, Table)]
        assert all(faults(table) == [] for table in found)
        return found

    return lists


def rows(table: Table) -> list[list[str]]:
    """The texts of a table; what a cell covers is empty."""
    return [
        [plain(slot.cell.content) if isinstance(slot.cell, Cell) else slot.cell or "" for slot in row]
        for row in grid(table)[0]
    ]


def stopped(make: Callable[[], object]) -> Problem:
    with pytest.raises(DocgenError) as caught:
        make()
    (problem,) = caught.value.problems
    return problem


def test_an_agenda_has_the_weeks_of_the_term_with_what_begins_in_each(lists: Lists) -> None:
    (table,) = lists("行事历", TERM + EVENTS)
    assert rows(table) == [
        ["周次", "起止日期", "主要工作", "责任部门"],
        ["开学前", "", "8月28日：培训", ""],
        ["第1周", "9月1日—6日", "", ""],
        ["第2周", "9月7日—13日", "查教案", "教务处"],
        ["", "", "9月7日7:40：升旗", "团委"],
        ["", "", "9月10日14:30：表彰会（着正装）", "工会、政教处"],
        ["第3周", "9月14日—20日", "9月14日7:40：升旗", "团委"],
        ["第4周", "9月21日—27日", "9月下旬：演练", "政教处"],
        ["", "", "9月21日7:40：升旗", "团委"],
        ["", "", "9月25日—27日中秋节放假", ""],
        ["第5周", "9月28日—\n10月4日", "9月28日—10月9日：书画展", ""],
        ["", "", "9月28日7:40：升旗", "团委"],
        ["", "", "10月1日—7日国庆节放假", ""],
        ["第6周", "10月5日—11日", "", ""],
        ["第7周", "10月12日—16日", "10月12日7:40：升旗", "团委"],
        ["", "", "10月15日—16日：运动会（田径场）", "体育组"],
        ["寒假", "", "10月20日：值班", ""],
        ["其他", "", "长期：巡查", ""],
    ]


def test_week_and_dates_are_merged_over_what_is_done_in_it(lists: Lists) -> None:
    (table,) = lists("行事历", TERM + EVENTS)
    assert [cell.down for cell in table.rows[3] if isinstance(cell, Cell)] == [3, 3]
    assert [len(row) for row in table.rows[3:6]] == [4, 2, 2]


def test_a_week_that_is_off_says_so(lists: Lists) -> None:
    term = TERM.replace("}", ", 放假: [{名称: 秋假, 日期: 2026-09-10, 至: 2026-09-20}]}")
    (table,) = lists("行事历", term + "活动: [{日期: 2026-09-01, 事项: 开学}]\n")
    assert [row[2] for row in rows(table)[1:4]] == ["9月1日：开学", "9月10日—20日秋假", "秋假"]


def test_an_agenda_by_month_says_once_what_is_repeated(lists: Lists) -> None:
    (table,) = lists("行事历", TERM + "按: 月\n" + EVENTS)
    assert rows(table)[0] == ["月份", "主要工作", "责任部门"]
    assert ["", "每周一7:40：升旗", "团委"] in rows(table)
    assert sum("升旗" in text for row in rows(table) for text in row) == 2


def test_a_day_is_printed_alike_however_it_is_typed_without_its_year(lists: Lists) -> None:
    typed = ["10-15", "10.16", "10/17", "十月十八日", "10月19日"]
    events = "".join(f"  - {{日期: {day}, 事项: 甲}}\n" for day in typed)
    (table,) = lists("活动安排", f"活动:\n{events}")
    assert [row[0] for row in rows(table)[1:]] == [f"10月{day}日" for day in range(15, 20)]
    (table,) = lists("行事历", f"{TERM}活动:\n{events}  - {{日期: 九月下旬, 事项: 乙}}\n")
    assert ["第4周", "9月21日—27日", "9月下旬：乙", ""] in rows(table)


def test_without_the_days_of_a_term_an_agenda_goes_by_month(lists: Lists) -> None:
    (table,) = lists("行事历", "活动: [{日期: 2026-09-10, 事项: 表彰会}, {日期: 10月, 事项: 家访}]\n")
    assert rows(table)[1:] == [["9月", "9月10日：表彰会", ""], ["10月", "10月：家访", ""]]


def test_two_terms_are_two_tables_with_what_lies_between_in_the_first(lists: Lists) -> None:
    terms = """\
学期:
  - {名称: 第一学期, 开学: 2026-09-01, 结束: 2026-09-30}
  - {名称: 第二学期, 开学: 2027-03-01, 结束: 2027-03-31}
"""
    events = (
        "活动: [{日期: 2027-02-01, 事项: 走访}, {日期: 2027-03-02, 事项: 报到}, {日期: 不定期, 事项: 巡查}]\n"
    )
    first, second = lists("行事历", terms + events)
    assert (first.caption, second.caption) == ("第一学期", "第二学期")
    assert rows(first)[-1] == ["寒假", "", "2月1日：走访", ""]
    assert rows(second)[1] == ["第1周", "3月1日—7日", "3月2日：报到", ""]
    assert rows(second)[-1] == ["其他", "", "不定期：巡查", ""]


def test_months_have_their_work_in_order_and_words_come_last(lists: Lists) -> None:
    (table,) = lists("月度安排", TERM + EVENTS)
    assert [row[0] for row in rows(table)] == ["月份", "8月", "9月", *[""] * 4, "10月", *[""] * 2, "其他"]
    assert rows(table)[0] == ["月份", "工作内容", "责任部门"]
    assert rows(table)[-1] == ["其他", "长期：巡查", ""]


def test_months_of_several_years_name_the_year(lists: Lists) -> None:
    events = "".join(
        f"  - {{日期: {year}-{month:02}-05, 事项: 例会}}\n" for year in (2026, 2027) for month in range(1, 9)
    )
    (table,) = lists("月度安排", f"活动:\n{events}")
    assert [row[0] for row in rows(table)][1:3] == ["2026年1月", "2026年2月"]


def test_events_stand_in_order_of_time_whatever_the_plan_says_first(lists: Lists) -> None:
    (table,) = lists("活动安排", TERM + EVENTS)
    assert rows(table)[0] == ["时间", "项目", "地点", "责任部门", "备注"]
    assert [row[:2] for row in rows(table)[1:]] == [
        ["8月28日", "培训"],
        ["第2周", "查教案"],
        ["每周一7:40", "升旗"],
        ["9月10日14:30", "表彰会"],
        ["9月下旬", "演练"],
        ["9月28日—10月9日", "书画展"],
        ["10月15日—16日", "运动会"],
        ["10月20日", "值班"],
        ["长期", "巡查"],
    ]


def test_columns_without_any_text_are_left_out(lists: Lists) -> None:
    (table,) = lists("活动安排", "活动: [{日期: 2026-09-10, 事项: 表彰会}]\n")
    assert rows(table) == [["时间", "项目", "责任部门"], ["9月10日", "表彰会", ""]]


def test_an_agenda_without_events_says_what_is_missing(lists: Lists) -> None:
    problem = stopped(lambda: lists("行事历", TERM))
    assert (problem.id, problem.message) == ("TRE-051", "计划里没有“活动”，排不出行事历")
    assert problem.hint == "在计划最外层补上“活动:”"


def test_an_agenda_of_no_events_says_that_there_are_none(lists: Lists) -> None:
    problem = stopped(lambda: lists("活动安排", "活动: []\n"))
    assert (problem.id, problem.message) == ("TRE-051", "“活动”里一项也没有，排不出活动安排")
    assert problem.hint == "在“活动”里写上至少一项"


def test_a_day_that_is_not_known_stops_an_agenda_once(lists: Lists) -> None:
    problem = stopped(lambda: lists("行事历", TERM + "活动: [{日期: 第30周, 事项: 例会}]\n"))
    assert problem.id == "CAL-003"


def test_tasks_stand_by_their_deadline_where_they_are_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(
        "模板: 通用\n标题: 计划\n学年: 2026—2027\n" + TERM + "活动: [{日期: 2026-09-10, 事项: 表彰会}]\n"
        "章节:\n- 标题: 任务\n  条目:\n  - {内容: 修订常规。, 责任: 教务处, 时限: 9月中旬}\n"
        "  - {内容: 抓好安全。, 责任: 政教处, 时限: 长期}\n"
        "- 标题: 安排\n  正文: [{取自: 行事历, 任务: 是}]\n",
        encoding="utf-8",
    )
    (table,) = (block for block in docgen.render(path).paper.blocks if isinstance(block, Table))
    assert ["第3周", "9月14日—20日", "修订常规（完成时限：9月中旬）", "教务处"] in rows(table)
    assert not any("安全" in text for row in rows(table) for text in row)
