"""Days a year on: the same day of the week, in the form they were typed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen import dates
from docgen.calendar.terms import MONDAY, SUNDAY, Term
from docgen.calendar.times import Times
from docgen.year.moves import Moves, is_time, moved, weeks_on

SCHOOL_YEAR = (date(2026, 8, 1), date(2027, 8, 31))
TERM = Term("第一学期", date(2026, 9, 1), date(2027, 1, 22))
SCHOOL = Moves((2026, 2027), Times(*SCHOOL_YEAR, (TERM,), SCHOOL_YEAR), 52)
YEAR_2026 = (date(2026, 1, 1), date(2026, 12, 31))
CALENDAR = Moves((2026,), Times(*YEAR_2026, (), YEAR_2026), 52)


@pytest.mark.parametrize(
    "typed, later",
    [
        ("2026-09-01", "2027-08-31"),
        ("2026-9-1", "2027-8-31"),
        ("2026/10/15", "2027/10/14"),
        ("2026.10.15", "2027.10.14"),
        ("2026年10月15日", "2027年10月14日"),
        ("2026年10月15日前", "2027年10月14日前"),
        ("2027-01-18", "2028-01-17"),
        ("2026-10", "2027-10"),
        ("2026.10", "2027.10"),
        ("2026年10月", "2027年10月"),
        ("2027年3月底前", "2028年3月底前"),
        ("2026年10月上旬", "2027年10月上旬"),
        ("2026年9月—2027年6月", "2027年9月—2028年6月"),
        ("2026年10月15日—17日", "2027年10月14日—16日"),
        ("2026年10月1日—3日", "2027年9月30日—10月2日"),
        ("2026年10月30日—11月1日", "2027年10月29日—31日"),
        ("2026年10月1日—10月3日", "2027年9月30日—10月2日"),
        ("2026年10月12日—10月13日", "2027年10月11日—10月12日"),
        ("2026年12月30日—2027年1月3日", "2027年12月29日—2028年1月2日"),
        ("10月15日", "10月14日"),
        ("10月15日（星期四）", "10月14日（星期四）"),
        ("10月15日—17日", "10月14日—16日"),
        ("1月18日—20日", "1月17日—19日"),
        ("10.15", "10.14"),
        ("10-15", "10-14"),
        ("10.15—10.17", "10.14—10.16"),
        ("09/05", "09/04"),
        ("2026年", "2027年"),
        ("2026年底完成一期", "2027年底完成一期"),
        ("第5周", "第5周"),
        ("10月上旬", "10月上旬"),
        ("9月", "9月"),
        ("长期", "长期"),
        ("14:30", "14:30"),
        ("2030年", "2030年"),
        ("2030-05-01", "2030-05-01"),
        ("2月30日", "2月30日"),
        ("2026-13-01", "2026-13-01"),
        ("12026-09-01", "12026-09-01"),
    ],
)
def test_a_date_is_moved_in_its_form(typed: str, later: str) -> None:
    assert moved(typed, SCHOOL) == later


@pytest.mark.parametrize(
    "typed, later",
    [
        ("2026-01-01", "2027-01-07"),
        ("2026-01-02", "2027-01-01"),
        ("2026-01-03", "2027-01-02"),
        ("2026-12-31", "2027-12-30"),
        ("1月5日", "1月4日"),
    ],
)
def test_no_day_of_a_calendar_year_stays_in_it(typed: str, later: str) -> None:
    assert moved(typed, CALENDAR) == later


def test_a_day_without_a_year_stays_where_the_plan_names_no_time() -> None:
    assert moved("10月15日", Moves((2026,), None, 52)) == "10月15日"


@given(
    st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    st.sampled_from(["%Y-%m-%d", "%Y/%m/%d", "%Y年%m月%d日", "到%Y年%m月%d日前"]),
)
def test_a_day_keeps_its_weekday_and_leaves_its_year(day: date, form: str) -> None:
    typed = moved(day.strftime(form), CALENDAR)
    later = dates.day_of(typed.removeprefix("到").removesuffix("前"))

    assert later.weekday() == day.weekday()
    assert later.year == day.year + 1
    assert later - day in (timedelta(weeks=52), timedelta(weeks=53))


@given(st.text(max_size=30))
def test_any_text_may_be_moved(text: str) -> None:
    assert isinstance(moved(text, SCHOOL), str)
    assert is_time(text) in (True, False)


@pytest.mark.parametrize(
    "text, about_time",
    [
        ("2026年10月", True),
        ("2026年10月15日前", True),
        ("2026-10-15", True),
        ("2026年9月—2027年6月", True),
        ("10月15日", False),
        ("2026年", False),
        ("2026", False),
        ("2026年10月举行运动会", False),
        ("（2026年8月26日校务会议通过）", False),
        ("第5周", False),
    ],
)
def test_a_text_is_about_time_alone(text: str, about_time: bool) -> None:
    assert is_time(text) is about_time


@given(st.integers(2020, 2060), st.integers(-20, 20), st.sampled_from([MONDAY, SUNDAY]))
def test_a_term_stays_in_its_week_of_autumn_for_thirty_years(year: int, offset: int, starts_on: int) -> None:
    first = date(year, 9, 1) + timedelta(days=offset)
    weeks_before = _weeks_from_september(first, starts_on)
    for _year in range(30):
        term = Term("第一学期", first, first + timedelta(days=140), starts_on)
        later = first + timedelta(weeks=weeks_on((term,)))
        assert later.year == first.year + 1
        assert _weeks_from_september(later, starts_on) == weeks_before
        first = later


def test_a_spring_term_is_moved_by_52_weeks() -> None:
    assert weeks_on((Term("第二学期", date(2027, 3, 1), date(2027, 7, 9)),)) == 52
    assert weeks_on(()) == 52


def test_a_first_day_that_would_leave_its_week_is_moved_by_53_weeks() -> None:
    assert weeks_on((Term("第一学期", date(2030, 8, 27), date(2031, 1, 17)),)) == 53


def _weeks_from_september(day: date, starts_on: int) -> int:
    september = date(day.year, 9, 1)
    anchor = september - timedelta(days=(september.weekday() - starts_on) % 7)
    return (day - anchor).days // 7
