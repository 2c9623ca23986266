"""校历: every day of a term once, marked as the State Council announced it; remarks and statement."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from time import process_time
from typing import Any

import pytest
import yaml

import docgen
from docgen.calendar import holidays, lunar
from docgen.document import Cell, Paper, Table, plain
from docgen.grid import faults, grid
from docgen.problems import DocgenError, NotInstalled

ROOT = Path(__file__).parent.parent.parent
HOLIDAYS = ROOT / "data" / "holidays"
DAY = timedelta(days=1)

TERMS = {
    "2024—2025一": ("2024-09-02", "2025-01-17"),
    "2024—2025二": ("2025-02-17", "2025-07-04"),
    "2025—2026一": ("2025-09-01", "2026-02-06"),
    "2025—2026二": ("2026-03-02", "2026-07-10"),
    "2026—2027一": ("2026-09-01", "2027-01-22"),
    "2026—2027二": ("2027-02-22", "2027-07-02"),
}
each_term = pytest.mark.parametrize("days", TERMS.values(), ids=TERMS)
each_week = pytest.mark.parametrize("start", ["周一", "周日"])
prepared = pytest.mark.parametrize("prepared", ["是", "否"])

Made = Callable[..., Table]


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """The grid of a term, with further lines of the plan."""

    def made(days: tuple[str, str], start: str = "周一", prepared: str = "否", lines: str = "") -> Table:
        path = tmp_path / "plan.yaml"
        term = f"{{名称: 第一学期, 开学: {days[0]}, 结束: {days[1]}, 周起: {start}, 预备周: {prepared}}}"
        path.write_text(f"模板: 校历\n单位: 某校\n学期: {term}\n{lines}", encoding="utf-8")
        (table,) = tables(docgen.render(path).paper)
        return table

    return made


def tables(paper: Paper) -> list[Table]:
    return [block for block in paper.blocks if isinstance(block, Table)]


def text(cell: Any) -> str:
    return plain(cell.content) if isinstance(cell, Cell) else str(cell or "")


def shown(table: Table) -> Iterator[tuple[int, str, str]]:
    """The weekday, the number and the mark of each day that is shown, in reading order."""
    names = [text(cell) for cell in table.rows[0]]
    for row in grid(table)[0][1:-1]:
        for slot in row:
            words = text(slot.cell)
            if 2 <= slot.column <= 8 and words:
                number, _line, mark = words.partition("\n")
                yield "一二三四五六日".index(names[slot.column]), number, mark


def dated(table: Table, first: date) -> list[tuple[date, int, str]]:
    """The days shown, counted on from `first` and checked against the numbers that are printed."""
    found, day = [], first
    for weekday, number, mark in shown(table):
        begins = day.day == 1 or day == first
        assert number == (f"{day.month}/{day.day}" if begins else str(day.day))
        found.append((day, weekday, mark))
        day += DAY
    return found


def of(days: tuple[str, str]) -> tuple[date, date]:
    return date.fromisoformat(days[0]), date.fromisoformat(days[1])


@cache
def announced(year: int) -> tuple[set[date], set[date]]:
    """The days off and the working weekends that the file of a year announces."""
    off: set[date] = set()
    work: set[date] = set()
    for row in yaml.safe_load((HOLIDAYS / f"{year}.yaml").read_text(encoding="utf-8"))["放假"]:
        day, last = row["日期"], row.get("至", row["日期"])
        while day <= last:
            off.add(day)
            day += DAY
        work.update(row.get("上班", []))
    return off, work


@each_term
@each_week
@prepared
def test_each_day_of_a_term_stands_in_the_grid_exactly_once_under_its_weekday(
    days: tuple[str, str], start: str, prepared: str, made: Made
) -> None:
    first, last = of(days)
    found = dated(made(days, start, prepared), first)
    assert [day for day, _weekday, _mark in found] == [
        first + DAY * offset for offset in range((last - first).days + 1)
    ]
    assert all(day.weekday() == weekday for day, weekday, _mark in found)


@each_term
@each_week
def test_marks_agree_with_what_was_announced_on_each_day(
    days: tuple[str, str], start: str, made: Made
) -> None:
    for day, _weekday, mark in dated(made(days, start), of(days)[0]):
        if not (HOLIDAYS / f"{day.year}.yaml").is_file():
            continue
        off, work = announced(day.year)
        assert (mark == "班") == (day in work), day
        assert (mark not in ("", "班")) == (day in off), day


@each_term
@each_week
@prepared
def test_merged_cells_are_right(days: tuple[str, str], start: str, prepared: str, made: Made) -> None:
    table = made(days, start, prepared)
    assert faults(table) == []
    assert all(sum(slot.across for slot in row) == 10 for row in grid(table)[0])


def test_the_months_are_merged_over_the_weeks_that_begin_in_them(made: Made) -> None:
    rows = made(TERMS["2026—2027一"]).rows[1:-1]
    months = [(text(row[0]), row[0].down) for row in rows if len(row) == 10 and isinstance(row[0], Cell)]
    assert months == [("9月", 5), ("10月", 4), ("11月", 5), ("12月", 4), ("1月", 3)]


def test_a_holiday_is_named_on_its_days_and_marked_on_the_others(made: Made) -> None:
    marks = {day: mark for day, _weekday, mark in dated(made(TERMS["2026—2027一"]), date(2026, 9, 1))}
    assert [marks[date(2026, 10, day)] for day in range(1, 11)] == [
        *["国庆节"] * 3, *["休"] * 4, "", "", "班",
    ]  # fmt: skip


def test_weeks_count_from_the_first_and_the_preparatory_week_has_no_number(made: Made) -> None:
    def numbers(prepared: str) -> list[str]:
        rows = grid(made(TERMS["2026—2027一"], prepared=prepared))[0][1:-1]
        return [text(row[1].cell) for row in rows]

    assert numbers("否") == [str(number) for number in range(1, 22)]
    assert numbers("是") == ["预备", *(str(number) for number in range(1, 21))]


LINES = """\
补课: [{日期: 2026-09-20, 补: 2026-10-06}]
活动:
  - {日期: 2026-10-15, 至: 2026-10-16, 事项: 运动会}
  - {日期: 2026-09-30, 至: 2026-10-08, 事项: 摄影展, 地点: 一楼}
  - {日期: 第3周, 事项: 查作业}
  - {日期: 10月上旬, 事项: 家访}
  - {重复: 每周一, 时间: "7:40", 事项: 升旗}
  - {日期: 2026-08-25, 事项: 培训}
  - {日期: 2027-02-01, 事项: 值班}
  - {日期: 长期, 事项: 巡查}
"""


@pytest.fixture
def remarks(made: Made) -> list[str]:
    rows = grid(made(TERMS["2026—2027一"], lines=LINES))[0][1:]
    return [text(row[-1].cell) for row in rows]


def test_remarks_say_what_begins_in_the_week(remarks: list[str]) -> None:
    assert remarks[2].splitlines() == ["查作业", "9月20日补10月6日（星期二）课"]
    assert remarks[4].splitlines() == [
        "9月30日—10月8日：摄影展（一楼）",
        "10月1日—7日国庆节放假",
        "10月上旬：家访",
    ]
    assert remarks[5] == ""
    assert remarks[6] == "10月15日—16日：运动会"


def test_two_holidays_of_one_arrangement_are_one_remark(made: Made) -> None:
    found = [text(row[-1].cell) for row in grid(made(TERMS["2025—2026一"]))[0]]
    assert "10月1日—8日国庆节、中秋节放假" in found


def test_the_statement_tells_of_the_term_and_of_what_no_week_shows(remarks: list[str]) -> None:
    lines = remarks[-1].splitlines()
    assert lines[0].startswith("第一学期：2026年9月1日（星期二）开学，2027年1月22日（星期五）结束，")
    assert lines[1] == "例行工作：每周一7:40：升旗。"
    assert lines[2] == "其他工作：8月25日：培训；2月1日：值班；长期：巡查。"


def test_a_break_is_named_where_its_name_is_short(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    pauses = "[{名称: 秋假, 日期: 2026-11-12}, {名称: 田径运动会放假, 日期: 2026-11-13}]"
    path.write_text(
        f"模板: 校历\n学期: {{名称: 第一学期, 开学: 2026-09-01, 结束: 2027-01-22, 放假: {pauses}}}\n",
        encoding="utf-8",
    )
    (table,) = tables(docgen.render(path).paper)
    marks = {day: mark for day, _weekday, mark in dated(table, date(2026, 9, 1))}
    assert (marks[date(2026, 11, 12)], marks[date(2026, 11, 13)]) == ("秋假", "休")


def test_a_year_that_is_not_announced_carries_the_notice(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    known = holidays.announced
    monkeypatch.setattr(holidays, "announced", lambda year: None if year == 2027 else known(year))
    table = made(TERMS["2026—2027二"])
    notice = "2027年的放假调休安排尚未公布，以国务院办公厅通知为准，表中只标出法定节假日。"
    assert notice in text(table.rows[-1][0]).splitlines()
    marks = {day: mark for day, _weekday, mark in dated(table, date(2027, 2, 22)) if mark}
    assert marks == {
        date(2027, 4, 5): "清明节",
        date(2027, 5, 1): "劳动节",
        date(2027, 5, 2): "劳动节",
        date(2027, 6, 9): "端午节",
    }


def test_an_announced_term_carries_no_notice(made: Made) -> None:
    assert "通知为准" not in text(made(TERMS["2025—2026一"]).rows[-1][0])


def test_the_list_form_has_a_row_a_week(made: Made) -> None:
    table = made(TERMS["2026—2027一"], lines="样式: 列表\n")
    assert table.rows[0] == ("周次", "起止日期", "备注")
    assert [text(cell) for cell in table.rows[1]] == ["1", "9月1日—6日", ""]
    assert [text(cell) for cell in table.rows[5]] == ["5", "9月28日—\n10月4日", "10月1日—7日国庆节放假"]
    assert len(table.rows) == 23
    assert faults(table) == []


def test_lunar_days_stand_below_the_days_with_the_marks_beside_them(made: Made) -> None:
    table = made(TERMS["2026—2027一"], lines="农历: 是\n")
    days = [text(slot.cell) for row in grid(table)[0][1:-1] for slot in row if 2 <= slot.column <= 8]
    shown = dict(zip((date(2026, 8, 31) + DAY * at for at in range(147)), days, strict=True))
    assert shown[date(2026, 8, 31)] == ""
    assert shown[date(2026, 9, 1)] == "9/1\n二十"
    assert shown[date(2026, 9, 7)] == "7\n白露"
    assert shown[date(2026, 9, 11)] == "11\n八月"
    assert shown[date(2026, 9, 20)] == "20班\n初十"
    assert shown[date(2026, 9, 25)] == "25\n中秋节"
    assert shown[date(2026, 10, 4)] == "4休\n廿四"
    assert all(len(words.split("\n")) == 2 for words in days if words)


def test_the_list_form_tells_solar_terms_and_new_lunar_months(made: Made) -> None:
    rows = made(TERMS["2026—2027一"], lines="样式: 列表\n农历: 是\n").rows
    assert text(rows[2][2]) == "9月7日白露、9月11日农历八月初一"
    assert text(rows[5][2]) == "10月1日—7日国庆节放假"


def test_a_calendar_taken_into_a_plan_may_have_lunar_days(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(
        "模板: 通用\n标题: 计划\n学期: {名称: 第一学期, 开学: 2026-09-01, 结束: 2027-01-22}\n"
        "章节: [{标题: 校历, 正文: [{取自: 校历, 农历: 是}]}]\n",
        encoding="utf-8",
    )
    (table,) = tables(docgen.render(path).paper)
    assert text(table.rows[1][3]) == "9/1\n二十"


def test_a_term_of_lunar_days_takes_no_time(made: Made) -> None:
    lunar._year.cache_clear()
    begun = process_time()
    for at in range(180):
        lunar.lunar_day(date(2026, 9, 1) + DAY * at)
    assert process_time() - begun < 0.3


def test_without_the_library_lunar_days_say_what_to_install(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    lunar._year.cache_clear()
    monkeypatch.setitem(sys.modules, "lunar_python", None)
    with pytest.raises(NotInstalled, match="没有安装算农历和节气用的lunar_python"):
        made(TERMS["2025—2026一"], lines="农历: 是\n")


TWO = """\
模板: 校历
单位: 某校
学年: 2025—2026
学期:
  - {名称: 第二学期, 开学: 2026-03-02, 结束: 2026-07-10, 下学期开学: 2026-09-01}
  - {名称: 第一学期, 开学: 2025-09-01, 结束: 2026-02-06}
"""


def test_two_terms_are_two_tables_each_on_a_page(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(TWO, encoding="utf-8")
    paper = docgen.render(path).paper
    found = tables(paper)
    assert paper.title == ("某校2025—2026学年度校历",)
    assert [table.caption for table in found] == ["第一学期", "第二学期"]
    assert all(table.page for table in found)
    assert "寒假：2026年2月7日（星期六）至3月1日（星期日），共3周零2天。" in text(found[0].rows[-1][0])
    assert "暑假：2026年7月11日（星期六）至8月31日（星期一），共7周零3天。" in text(found[1].rows[-1][0])


def test_without_the_days_of_a_term_there_is_no_calendar(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text("模板: 校历\n单位: 某校\n学期: 第一学期\n", encoding="utf-8")
    with pytest.raises(DocgenError) as stopped:
        docgen.render(path)
    (problem,) = stopped.value.problems
    assert (problem.id, problem.message) == ("CAL-050", "没有写学期从哪天到哪天，排不出校历")
    assert problem.place is not None
    assert problem.place.line == 3
    assert problem.hint == "写“学期: {名称: 第一学期, 开学: 2026-09-01, 结束: 2027-01-22}”"


@pytest.mark.rendered
@pytest.mark.parametrize("name", ["school-calendar"])
def test_each_term_takes_one_upright_page(name: str, render: Any) -> None:
    page = render(docgen.render(ROOT / "templates" / name / "example.yaml").to_bytes())
    assert len(page.pages) == 2
