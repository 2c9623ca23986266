"""Events in every form of date, hour and repetition."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.calendar.hours import hours_of
from docgen.calendar.read import read
from docgen.calendar.spans import NoSuchDay, NotKnown, Span, span_of
from docgen.calendar.terms import Term
from docgen.calendar.times import Times
from docgen.source.values import Day, Record, Row, Text

AUTUMN = Term("第一学期", date(2026, 9, 1), date(2027, 1, 22))
SPRING = Term("第二学期", date(2027, 3, 1), date(2027, 7, 9))
SCHOOL_YEAR = (date(2026, 8, 1), date(2027, 8, 31))
IN_AUTUMN = Times(AUTUMN.first, AUTUMN.last, (AUTUMN,), SCHOOL_YEAR)
ALL_YEAR = Times(AUTUMN.first, SPRING.last, (AUTUMN, SPRING), SCHOOL_YEAR)
CALENDAR_YEAR = Times(date(2027, 1, 1), date(2027, 12, 31), (), (date(2027, 1, 1), date(2027, 12, 31)))

TERM = "学年: 2026—2027\n学期: {名称: 第一学期, 开学: 2026-09-01, 结束: 2027-01-22}\n"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("10月15日", (2026, 10, 15), (2026, 10, 15)),
        ("10月15号", (2026, 10, 15), (2026, 10, 15)),
        ("10.15", (2026, 10, 15), (2026, 10, 15)),
        ("2026-10-15（星期四）", (2026, 10, 15), (2026, 10, 15)),
        ("10月15日 周四", (2026, 10, 15), (2026, 10, 15)),
        ("10月15日前", (2026, 10, 15), (2026, 10, 15)),
        ("1月15日", (2027, 1, 15), (2027, 1, 15)),
        ("8月28日", (2026, 8, 28), (2026, 8, 28)),
        ("10月15日—17日", (2026, 10, 15), (2026, 10, 17)),
        ("10月30日至11月3日", (2026, 10, 30), (2026, 11, 3)),
        ("12月28日—1月3日", (2026, 12, 28), (2027, 1, 3)),
        ("2026年12月28日—1月3日", (2026, 12, 28), (2027, 1, 3)),
        ("第5周周三", (2026, 9, 30), (2026, 9, 30)),
        ("第五周星期日", (2026, 10, 4), (2026, 10, 4)),
    ],
)
def test_a_day_lies_in_the_plans_year(
    text: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    assert span_of(text, IN_AUTUMN) == Span(date(*first), date(*last))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("10月", (2026, 10, 1), (2026, 10, 31)),
        ("10月份", (2026, 10, 1), (2026, 10, 31)),
        ("2027-02", (2027, 2, 1), (2027, 2, 28)),
        ("10月上旬", (2026, 10, 1), (2026, 10, 10)),
        ("10月中旬", (2026, 10, 11), (2026, 10, 20)),
        ("2月下旬", (2027, 2, 21), (2027, 2, 28)),
        ("6月底前", (2027, 6, 21), (2027, 6, 30)),
        ("9—10月", (2026, 9, 1), (2026, 10, 31)),
        ("9月-10月", (2026, 9, 1), (2026, 10, 31)),
        ("12月至次年1月", (2026, 12, 1), (2027, 1, 31)),
        ("10月上旬—中旬", (2026, 10, 1), (2026, 10, 20)),
        ("第5周", (2026, 9, 28), (2026, 10, 4)),
        ("第1周", (2026, 8, 31), (2026, 9, 6)),
        ("第5—6周", (2026, 9, 28), (2026, 10, 11)),
        ("第五周至第八周", (2026, 9, 28), (2026, 10, 25)),
        ("第一学期第5—6周", (2026, 9, 28), (2026, 10, 11)),
    ],
)
def test_a_month_a_third_of_it_and_a_week_are_whole_spans(
    text: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    assert span_of(text, IN_AUTUMN) == Span(date(*first), date(*last), whole=True)


@pytest.mark.parametrize(
    "text", ["长期", "全年", "每月", "期末", "待填", "周一至周五", "2026—2027", "第3节", ""]
)
def test_words_are_no_days(text: str) -> None:
    assert span_of(text, IN_AUTUMN) is None


def test_weeks_of_a_school_year_need_their_term() -> None:
    assert span_of("第二学期第1周", ALL_YEAR) == Span(date(2027, 3, 1), date(2027, 3, 7), whole=True)
    with pytest.raises(NotKnown) as told:
        span_of("第1周", ALL_YEAR)
    assert told.value.args == ("“第1周”不知道是哪个学期的", "写成“第一学期第5周”的样子")
    with pytest.raises(NotKnown) as told:
        span_of("第二学期第1周", IN_AUTUMN)
    assert told.value.args == (
        "“第二学期第1周”要按学期算周次，计划只写了第一学期的起止",
        "在“学期”里补上那个学期的起止",
    )


def test_the_preparatory_week_is_a_week_of_its_own() -> None:
    term = AUTUMN._replace(preparatory=True)
    times = IN_AUTUMN._replace(terms=(term,))
    assert span_of("预备周", times) == Span(date(2026, 8, 31), date(2026, 9, 6), whole=True)
    assert span_of("第1周", times) == Span(date(2026, 9, 7), date(2026, 9, 13), whole=True)


def test_a_month_lies_in_the_calendar_year_of_the_plan() -> None:
    for month in range(1, 13):
        assert span_of(f"{month}月1日", CALENDAR_YEAR) == Span(date(2027, month, 1), date(2027, month, 1))


NO_DAY = "检查这个月有几天，日期写成“2026-10-15”的样子"


@pytest.mark.parametrize(
    ("text", "sentence", "hint"),
    [
        ("6月31日", "没有“6月31日”这一天", NO_DAY),
        ("2月29日", "没有“2月29日”这一天", NO_DAY),
        ("13月5日", "没有“13月5日”这一天", NO_DAY),
        ("13月", "没有13月", "检查“13月”的月份"),
        ("第40周", "第一学期没有“第40周”", "这个学期从第1周到第21周"),
        ("预备周", "第一学期没有“预备周”", "有预备周时，在学期里写“预备周: 是”"),
        ("10月20日—15日", "“10月20日—15日”结束的日期早于开始的日期", "检查起止日期是否写反"),
    ],
)
def test_a_day_or_week_that_does_not_exist_is_said(text: str, sentence: str, hint: str) -> None:
    with pytest.raises(NoSuchDay) as told:
        span_of(text, IN_AUTUMN)
    assert told.value.args == (sentence, hint)


@pytest.mark.parametrize(
    ("text", "sentence", "hint"),
    [
        (
            "10月15日",
            "“10月15日”没有写年份，计划也没有写学年或年度",
            "补上年份，或者在计划里写“学年: 2026—2027”",
        ),
        (
            "第5周",
            "“第5周”要按学期算周次，计划没有写学期的起止",
            "写“学期: {名称: 第一学期, 开学: 2026-09-01, 结束: 2027-01-22}”",
        ),
    ],
)
def test_a_day_of_a_year_nobody_said_is_not_guessed(text: str, sentence: str, hint: str) -> None:
    with pytest.raises(NotKnown) as told:
        span_of(text, None)
    assert told.value.args == (sentence, hint)


@given(st.dates(date(2026, 8, 1), date(2027, 8, 31)).filter(lambda day: day.month != 8))
def test_a_day_of_the_school_year_is_found_without_its_year(day: date) -> None:
    for times in (IN_AUTUMN, ALL_YEAR):
        assert span_of(f"{day.month}月{day.day}日", times) == Span(day, day)


@given(st.text(alphabet="0123456789年月日周第一二三学期上中下旬底前至—-（）星期.预备 ", max_size=12))
def test_whatever_is_typed_is_days_or_words_or_said(text: str) -> None:
    try:
        span = span_of(text, ALL_YEAR)
    except (NoSuchDay, NotKnown) as told:
        assert all(told.args)
    else:
        assert span is None or span.first <= span.last


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("14:30", (14, 30), None),
        ("14:30—16:00", (14, 30), (16, 0)),
        ("8：00～9：30", (8, 0), (9, 30)),
        ("下午2:30", (14, 30), None),
        ("下午2点半—4点", (14, 30), (16, 0)),
        ("上午9点至下午4点", (9, 0), (16, 0)),
        ("14时05分", (14, 5), None),
        ("晚上7点整", (19, 0), None),
        ("下午", None, None),
        ("第3节", None, None),
        ("", None, None),
    ],
)
def test_hours_are_read_as_people_write_them(text: str, start: Any, end: Any) -> None:
    assert hours_of(text) == (start and time(*start), end and time(*end))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("25:00", "没有“25:00”这个时刻"),
        ("14:61", "没有“14:61”这个时刻"),
        ("16:00—14:30", "“16:00—14:30”结束的时刻不晚于开始的时刻"),
    ],
)
def test_hours_that_cannot_be_are_said(text: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence) as told:
        hours_of(text)
    assert told.value.args[1] == "写成“14:30—16:00”的样子"


def days(calendar: Any) -> list[str]:
    return [f"{one.first:%m-%d}" for one in calendar.occurrences]


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        ("{日期: 2026-10-15, 事项: 甲}", ["10-15"]),
        (
            "{重复: 每周一, 日期: 2026-09-07, 至: 2026-10-12, 事项: 甲}",
            ["09-07", "09-14", "09-21", "09-28", "10-12"],
        ),
        (
            "{重复: 每周一、三, 日期: 2026-09-07, 至: 2026-09-17, 事项: 甲}",
            ["09-07", "09-09", "09-14", "09-16"],
        ),
        ("{重复: 每两周周五, 日期: 2026-09-05, 至: 2026-10-23, 事项: 甲}", ["09-11", "10-09", "10-23"]),
        ("{重复: 单周周三, 日期: 2026-09-01, 至: 2026-09-30, 事项: 甲}", ["09-02", "09-16", "09-30"]),
        ("{重复: 双周周三, 日期: 2026-09-01, 至: 2026-09-30, 事项: 甲}", ["09-09", "09-23"]),
        ("{重复: 每月15日, 事项: 甲}", ["09-15", "10-15", "11-15", "12-15", "01-15"]),
        ("{重复: 单周, 日期: 2027-01-04, 事项: 甲}", ["01-04", "01-18"]),
        ("{重复: 每周一, 日期: 2027-01-25, 事项: 甲}", ["01-25"]),
        ("{重复: 每月31日, 日期: 2026-09-01, 至: 2026-11-30, 事项: 甲}", ["09-30", "10-31", "11-30"]),
        ("{重复: 每月, 日期: 2026-09-18, 事项: 甲}", ["09-18", "10-18", "11-18", "12-18", "01-18"]),
        ("{重复: 每周, 日期: 2027-01-06, 事项: 甲}", ["01-06", "01-13", "01-20"]),
        ("{重复: 每天, 日期: 2026-09-30, 至: 2026-10-09, 事项: 甲}", ["09-30", "10-08", "10-09"]),
        ("{重复: 每周五, 日期: 10月, 事项: 甲}", ["10-09", "10-16", "10-23", "10-30"]),
        ("{重复: 每周日, 日期: 2027-01-10, 事项: 甲}", ["01-10", "01-17"]),
    ],
)
def test_events_happen_when_they_say_but_on_days_off(
    calendar_of: Any, event: str, expected: list[str]
) -> None:
    assert days(calendar_of(f"{TERM}活动: [{event}]\n")) == expected


def test_what_is_repeated_without_a_day_is_whole_weeks_and_months(calendar_of: Any) -> None:
    weekly = calendar_of(f"{TERM}活动: [{{重复: 每周, 事项: 甲}}]\n").occurrences
    assert len(weekly) == 21
    assert all(one.whole for one in weekly)
    assert (weekly[0].first, weekly[0].last) == (date(2026, 9, 1), date(2026, 9, 6))
    monthly = calendar_of(f"{TERM}活动: [{{重复: 每月上旬, 事项: 甲}}]\n").occurrences
    assert [(one.first.day, one.last.day) for one in monthly] == [(1, 10)] * 5


@pytest.mark.parametrize("since", ["", "日期: 2026-09-07, ", "日期: 2027-01-18, "])
def test_events_of_a_school_year_are_not_repeated_in_the_vacation(calendar_of: Any, since: str) -> None:
    lines = (
        "学年: 2026—2027\n学期:\n- {名称: 一, 开学: 2026-09-01, 结束: 2027-01-22}\n"
        "- {名称: 二, 开学: 2027-03-01, 结束: 2027-07-09}\n活动: [{XX重复: 每周一, 事项: 升旗}]\n"
    ).replace("XX", since)
    calendar = calendar_of(lines)
    assert all(calendar.term_on(one.first) for one in calendar.occurrences)
    assert not calendar.between(date(2027, 1, 23), date(2027, 2, 28))
    assert calendar.between(date(2027, 3, 1), date(2027, 3, 1))


def test_events_are_in_order_of_time_and_those_without_days_are_kept_apart(calendar_of: Any) -> None:
    calendar = calendar_of(
        f"{TERM}活动:\n- {{日期: 10月16日, 时间: 15:00, 事项: 三}}\n- {{日期: 长期, 事项: 四}}\n"
        "- {日期: 10月16日, 时间: 8:00—9:00, 事项: 二}\n"
        "- {日期: 2026-09-08, 至: 9月10日, 事项: 一}\n- {事项: 五}\n"
    )
    assert [one.name for one in calendar.occurrences] == ["一", "二", "三"]
    assert calendar.occurrences[0].last == date(2026, 9, 10)
    assert (calendar.occurrences[1].start, calendar.occurrences[1].end) == (time(8), time(9))
    assert [row["事项"] for row in calendar.undated] == ["四", "五"]


@given(
    st.sampled_from(
        [
            "每天",
            "每周一",
            "每周二、四",
            "每两周周五",
            "单周周三",
            "双周",
            "每月",
            "每月15日",
            "每周",
            "每月下旬",
        ]
    ),
    st.dates(date(2026, 9, 1), date(2027, 1, 22)),
)
def test_occurrences_lie_in_the_time_of_the_plan_and_on_no_day_off(repeat: str, first: date) -> None:
    def record(**values: object) -> Record:
        made = Record()
        made.update(values)
        return made

    term = record(名称=Text("第一学期"), 开学=Day.of("", AUTUMN.first), 结束=Day.of("", AUTUMN.last))
    event = record(事项=Text("甲"), 重复=Text(repeat), 日期=Day.of("", first))
    calendar, problems = read(record(学期=term, 活动=Row([event])), Path())
    assert problems == []
    for one in calendar.occurrences:
        assert first <= one.first <= one.last <= AUTUMN.last
        assert one.whole or not calendar.holidays.is_off(one.first)
