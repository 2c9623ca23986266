"""Terms, weeks, teaching days and vacations, held to published school calendars."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.calendar.holidays import holidays
from docgen.calendar.teaching import (
    length,
    teaching_days,
    term_statement,
    vacation,
    vacation_statement,
)
from docgen.calendar.terms import MONDAY, SUNDAY, Break, Term
from docgen.calendar.times import all_days
from docgen.calendar.weeks import week_of, weeks

PUBLISHED = [
    # 北京市教育委员会: 2024—2025学年度、2025—2026学年度各级各类学校校历
    (Term("第一学期", date(2024, 9, 1), date(2025, 1, 11)), date(2025, 2, 17), "共19周", "共5周零1天"),
    (Term("第一学期", date(2024, 9, 1), date(2025, 1, 18)), date(2025, 2, 17), "共20周", "共4周零1天"),
    (Term("第二学期", date(2025, 2, 17), date(2025, 7, 6)), date(2025, 9, 1), "共20周", "共8周"),
    (Term("第二学期", date(2025, 2, 17), date(2025, 7, 13)), date(2025, 9, 1), "共21周", "共7周"),
    (Term("第一学期", date(2025, 9, 1), date(2026, 1, 23)), date(2026, 3, 2), "共20周零5天", "共5周零2天"),
    (Term("第一学期", date(2025, 9, 1), date(2026, 1, 30)), date(2026, 3, 2), "共21周零5天", "共4周零2天"),
]


@pytest.mark.parametrize(("term", "following", "lasts", "rests"), PUBLISHED)
def test_published_terms_and_vacations_last_as_published(
    term: Term, following: date, lasts: str, rests: str
) -> None:
    found = vacation(term, [Term("下", following, following + timedelta(days=100))])
    assert length(term.first, term.last) == lasts
    assert found.name == ("寒假" if term.name == "第一学期" else "暑假")
    assert found.last == following - timedelta(days=1)
    assert length(found.first, found.last) == rests


def test_a_published_grid_with_a_preparatory_week_is_numbered_alike() -> None:
    # A college's calendar of 2018—2019: the week of 3 September has no number, the last is the 18th.
    autumn = Term("第一学期", date(2018, 9, 3), date(2019, 1, 13), preparatory=True)
    assert [week.number for week in weeks(autumn)] == list(range(19))
    assert weeks(autumn)[1].first == date(2018, 9, 10)
    assert weeks(autumn)[9][1:] == (date(2018, 11, 5), date(2018, 11, 11))
    assert weeks(autumn)[18][1:] == (date(2019, 1, 7), date(2019, 1, 13))
    spring = Term("第二学期", date(2019, 2, 25), date(2019, 6, 23), preparatory=True)
    assert weeks(spring)[5][1:] == (date(2019, 4, 1), date(2019, 4, 7))
    assert weeks(spring)[16].first == date(2019, 6, 17)


def test_a_published_swap_of_lessons_lies_in_the_week_it_names() -> None:
    # 2025—2026: teachers back on 5 September, lessons from the 8th; on 27 September those of Tuesday
    # of the 4th week are taught, on 11 October those of its Wednesday.
    term = Term("第一学期", date(2025, 9, 5), date(2026, 1, 16), preparatory=True)
    fourth = next(week for week in weeks(term) if week.number == 4)
    assert list(fourth.days())[1:3] == [date(2025, 9, 30), date(2025, 10, 1)]
    assert length(date(2026, 1, 17), date(2026, 2, 27)) == "共6周"
    assert length(date(2026, 7, 11), date(2026, 9, 4)) == "共8周"


@pytest.mark.parametrize(
    ("term", "count", "taught"),
    [
        (Term("第一学期", date(2024, 9, 1), date(2025, 1, 17), SUNDAY), 20, 95),
        (Term("第二学期", date(2025, 2, 17), date(2025, 7, 4)), 20, 96),
        (Term("第一学期", date(2025, 9, 1), date(2026, 1, 30)), 22, 105),
        (Term("第二学期", date(2026, 3, 2), date(2026, 7, 10)), 19, 91),
        (Term("第一学期", date(2026, 9, 1), date(2026, 12, 31)), 18, 84),
    ],
)
def test_weeks_and_teaching_days_of_announced_terms(term: Term, count: int, taught: int) -> None:
    known = holidays({term.first.year, term.last.year})
    assert known.unannounced == ()
    assert len(weeks(term)) == count
    assert len(teaching_days(term, known)) == taught


def test_the_second_term_of_2026_2027_is_not_announced_yet() -> None:
    known = holidays([2027])
    assert known.unannounced == (2027,)
    assert not known.is_workday(date(2027, 5, 1))


def test_breaks_have_no_lessons_and_made_up_ones_do() -> None:
    autumn_break = Break("秋假", date(2026, 11, 2), date(2026, 11, 4))
    term = Term("第一学期", date(2026, 9, 1), date(2027, 1, 22), breaks=(autumn_break,))
    known = holidays([2026, 2027])
    days = teaching_days(term, known, {date(2026, 11, 7)})
    assert set(all_days(autumn_break.first, autumn_break.last)).isdisjoint(days)
    assert date(2026, 11, 7) in days
    assert date(2026, 10, 10) in days
    assert len(days) == len(teaching_days(term._replace(breaks=()), known)) - 3 + 1


def test_the_preparatory_week_has_no_lessons() -> None:
    term = Term("第一学期", date(2026, 8, 31), date(2027, 1, 22), preparatory=True)
    days = teaching_days(term, holidays([2026, 2027]))
    assert [day.day for day in days[:6]] == [7, 8, 9, 10, 11, 14]
    assert days[0].month == 9


def test_statements_say_days_with_their_weekday_and_their_length() -> None:
    term = Term("第一学期", date(2025, 9, 1), date(2026, 1, 23))
    assert term_statement(term, holidays([2025, 2026])) == (
        "第一学期：2025年9月1日（星期一）开学，2026年1月23日（星期五）结束，共20周零5天，教学日100天。"
    )
    found = vacation(term._replace(next_first=date(2026, 3, 2)))
    assert vacation_statement(found) == "寒假：2026年1月24日（星期六）至3月1日（星期日），共5周零2天。"
    assert vacation_statement(vacation(term)) == "寒假：2026年1月24日（星期六）开始。"
    assert length(date(2026, 1, 1), date(2026, 1, 3)) == "共3天"


TERMS = st.builds(
    lambda first, days, start, preparatory: Term(
        "第一学期", first, first + timedelta(days=days), start, preparatory
    ),
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    st.integers(1, 366),
    st.sampled_from([MONDAY, SUNDAY]),
    st.booleans(),
)


@given(TERMS)
def test_every_day_of_a_term_lies_in_exactly_one_week(term: Term) -> None:
    found = weeks(term)
    days = [day for week in found for day in week.days()]
    assert len(days) == len(set(days))
    assert set(all_days(term.first, term.last)) <= set(days)
    assert all(week.first.weekday() == term.week_start for week in found)
    assert [week.number for week in found] == list(
        range(not term.preparatory, len(found) + (not term.preparatory))
    )
    assert week_of(term, term.first) == found[0]
    assert week_of(term, term.last) == found[-1]


@given(TERMS)
def test_teaching_days_are_working_days_of_the_term_in_order(term: Term) -> None:
    known = holidays([2026])
    days = teaching_days(term, known)
    assert list(days) == sorted(set(days))
    assert all(term.holds(day) and known.is_workday(day) for day in days)


@given(st.dates(date(2000, 1, 1), date(2050, 1, 1)), st.integers(0, 400))
def test_a_length_says_as_many_days_as_there_are(first: date, days: int) -> None:
    import re

    found = re.fullmatch("共(?:([0-9]+)周)?(?:零?([0-9]+)天)?", length(first, first + timedelta(days=days)))
    assert found
    assert 7 * int(found[1] or 0) + int(found[2] or 0) == days + 1


def test_a_plan_gives_its_terms_in_order_with_all_they_say(calendar_of: Any) -> None:
    calendar = calendar_of(
        "学年: 2026—2027\n学期:\n"
        "- {名称: 下, 开学: 2027-03-01, 结束: 2027-07-09, 下学期开学: 2027-09-01}\n"
        "- 名称: 上学期\n  开学: 2026年9月1日\n  结束: 2027-01-22\n  周起: 周日\n  预备周: 是\n"
        "  放假: [2026-11-02, {名称: 秋假, 日期: 2026-11-05, 至: 2026-11-06}]\n"
    )
    first, second = calendar.terms
    assert (first.name, first.week_start, first.preparatory) == ("第一学期", SUNDAY, True)
    assert [one.name for one in first.breaks] == ["放假", "秋假"]
    assert first.break_on(date(2026, 11, 6)) == "秋假"
    assert (second.name, second.week_start, second.next_first) == ("第二学期", MONDAY, date(2027, 9, 1))
    assert calendar.unannounced(first) == (2027,)
    assert vacation(first, calendar.terms).last == date(2027, 2, 28)
    assert calendar.term_on(date(2027, 2, 1)) is None


def test_a_term_that_is_but_named_has_no_days(calendar_of: Any) -> None:
    assert calendar_of("学年: 2026—2027\n学期: 第一学期\n").terms == ()
