from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen import dates
from docgen.source.values import Day, Text

DAYS = st.dates(date(1000, 1, 1), date(9999, 12, 31))


@pytest.mark.parametrize(
    "text",
    ["2026-09-01", "2026-9-1", "2026/9/1", "2026.9.1", "2026年9月1日", "2026年09月01日", " 2026年9月1日 "],
)
def test_a_day_is_read_in_every_form_people_write(text):
    assert dates.parse(text) == date(2026, 9, 1)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026",
        "2026-09",
        "2026年9月",
        "2026-02-30",
        "2026-13-01",
        "2026-9/1",
        "9月1日",
        "10月上旬",
        "待填",
        "26-9-1",
        "２０２６-９-１",
        "2026-09-01-02",
        "2026-09-01\n2026-09-02",
    ],
)
def test_what_is_no_day_is_none(text):
    assert dates.parse(text) is None


@given(DAYS)
def test_a_written_day_is_read_again(day):
    assert dates.parse(dates.full(day)) == day
    assert dates.parse(day.isoformat()) == day


@pytest.mark.parametrize(
    "write, expected",
    [
        (dates.full, "2026年9月1日"),
        (dates.in_characters, "二〇二六年九月一日"),
        (dates.month_day, "9月1日"),
        (dates.third_of_month, "9月上旬"),
        (dates.weekday, "星期二"),
        (dates.printed, "2026年9月1日"),
    ],
)
@pytest.mark.parametrize(
    "value",
    [
        "2026-09-01",
        Text("2026年9月1日"),
        Day.of("2026-9-1", date(2026, 9, 1)),
        date(2026, 9, 1),
        datetime(2026, 9, 1, 14, 30),
    ],
)
def test_a_day_is_written(write, expected, value):
    assert write(value) == expected


@pytest.mark.parametrize(
    "day, expected",
    [
        ("2026-10-10", "二〇二六年十月十日"),
        ("2020-12-31", "二〇二〇年十二月三十一日"),
        ("2026-11-21", "二〇二六年十一月二十一日"),
    ],
)
def test_a_day_is_written_in_characters(day, expected):
    assert dates.in_characters(day) == expected


@pytest.mark.parametrize(
    "day, third",
    [(1, "上"), (10, "上"), (11, "中"), (20, "中"), (21, "下"), (30, "下"), (31, "下")],
)
def test_a_month_has_three_thirds(day, third):
    assert dates.third_of_month(date(2026, 10, day)) == f"10月{third}旬"


@given(DAYS)
def test_weekdays_follow_each_other(day):
    assert dates.weekday(day) == "星期" + "一二三四五六日"[day.weekday()]


@pytest.mark.parametrize(
    "typed, expected",
    [
        ("2026-10", "2026年10月"),
        ("2026-10-15", "2026年10月15日"),
        ("2026/1", "2026年1月"),
        ("2026年10月", "2026年10月"),
        ("10月上旬", "10月上旬"),
        ("6月底前", "6月底前"),
        ("全年", "全年"),
        ("2026年10月底前", "2026年10月底前"),
        ("2026-13", "2026-13"),
        ("12345-10", "12345-10"),
    ],
)
def test_a_deadline_in_words_stays_as_typed(typed, expected):
    assert dates.printed(typed) == expected


@pytest.mark.parametrize(
    "start, end, expected, short",
    [
        ("2026-09-01", "2026-09-15", "2026年9月1日—15日", "9月1日—15日"),
        ("2026-09-01", "2026-10-08", "2026年9月1日—10月8日", "9月1日—10月8日"),
        ("2026-12-01", "2027-01-15", "2026年12月1日—2027年1月15日", "2026年12月1日—2027年1月15日"),
        ("2026-09-01", "2026-09-01", "2026年9月1日", "9月1日"),
        ("2026-09", "2026-11", "2026年9月—11月", "9月—11月"),
        ("2026-09", "2026-09", "2026年9月", "9月"),
        ("2026-12", "2027-01", "2026年12月—2027年1月", "2026年12月—2027年1月"),
        ("2026-09-01", "2026-09", "2026年9月1日—9月", "9月1日—9月"),
        ("2026-09", "2026-09-20", "2026年9月—9月20日", "9月—9月20日"),
        ("2026-01-01", "2026-11-01", "2026年1月1日—11月1日", "1月1日—11月1日"),
        ("9月上旬", "9月下旬", "9月上旬—9月下旬", "9月上旬—9月下旬"),
        ("2026-09-01", "寒假前", "2026年9月1日—寒假前", "2026年9月1日—寒假前"),
        ("全年", "全年", "全年", "全年"),
    ],
)
def test_a_span_does_not_say_twice_what_is_the_same(start, end, expected, short):
    assert dates.span(start, end) == expected
    assert dates.span_without_year(start, end) == short


def test_a_span_takes_days_of_the_plan():
    start, end = Day.of("2026年9月1日", date(2026, 9, 1)), date(2026, 9, 5)

    assert dates.span(start, end) == "2026年9月1日—5日"


@given(st.dates(date(1000, 1, 1), date(9000, 1, 1)), st.integers(1, 800))
def test_both_ends_of_a_span_can_be_read_back(day, length):
    first, _dash, last = dates.span(day, day + timedelta(length)).partition("—")
    said = f"{day.year}年" if "年" not in last else ""
    said += f"{day.month}月" if "月" not in last else ""

    assert dates.parse(first) == day
    assert dates.parse(said + last) == day + timedelta(length)


def test_a_span_that_runs_backwards_is_told():
    with pytest.raises(ValueError) as caught:
        dates.span("2026-09-15", "2026-09-01")

    assert caught.value.args == ("结束的日期2026年9月1日早于开始的日期2026年9月15日", "检查起止日期是否写反")


@pytest.mark.parametrize("write", [dates.full, dates.month_day, dates.weekday])
def test_what_is_no_day_is_told(write):
    with pytest.raises(ValueError) as caught:
        write("10月上旬")

    assert caught.value.args == ("“10月上旬”不是日期", "写成“2026-09-01”的样子")


def test_times_are_joined_by_a_dash():
    assert dates.clock_span("14:30", "16：00") == "14:30—16:00"

    with pytest.raises(ValueError, match="“下午”不是时刻"):
        dates.clock_span("14:30", "下午")


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("二〇二六年十二月三十一日", "2026年12月31日"),
        ("二零一〇年十月十日", "2010年10月10日"),
        ("二〇二六年 九月 二十日", "2026年9月20日"),
        ("2026年9月1号", "2026年9月1日"),
        ("2026年9月", "2026年9月"),
        ("二〇二六年九月", "二〇二六年九月"),
        ("二〇二六年一二月一日", "二〇二六年一二月一日"),
        ("一年 三次", "一年 三次"),
        ("第5周", "第5周"),
    ],
)
def test_a_day_in_characters_is_put_in_figures(text, figures):
    assert dates.in_figures(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("六月下旬", "6月下旬"),
        ("十二月三十一日", "12月31日"),
        ("十月一号至七号", "10月1号至七号"),
        ("三月底前", "3月底前"),
        ("第三月", "第三月"),
        ("每月", "每月"),
        ("二十月", "二十月"),
        ("长期", "长期"),
    ],
)
def test_months_in_characters_are_put_in_figures(text, figures):
    assert dates.months_in_figures(text) == figures


@pytest.mark.parametrize(
    ("text", "day"),
    [("46300", date(2026, 10, 5)), ("20260", None), ("99999", None), ("4630", None), ("甲", None)],
)
def test_the_number_a_spreadsheet_shows_for_a_day_is_known(text, day):
    assert dates.of_serial(text) == day
