from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.problems import Place
from docgen.schema import convert
from docgen.source.values import Day, Number

PLACE = Place("计划.yaml", 3, 5)


@pytest.mark.parametrize(
    ("text", "amount", "plain"),
    [
        ("0", "0", 0),
        ("1200", "1200", 1200),
        ("1,200", "1200", 1200),
        ("1，234，567.5", "1234567.5", 1234567.5),
        ("99.10", "99.10", 99.1),
        ("-3", "-3", -3),
        ("+3", "3", 3),
        (" 12 ", "12", 12),
        ("１２", "12", 12),
        ("000012", "12", 12),
    ],
)
def test_a_number_keeps_its_text_and_counts(text: str, amount: str, plain: float) -> None:
    typed, seen = convert.number(text, PLACE)
    assert isinstance(typed, Number)
    assert (typed, typed.amount, seen, typed.place) == (text.strip(), Decimal(amount), plain, PLACE)
    assert str(typed.amount) == str(Decimal(amount))


@pytest.mark.parametrize(
    "text", ["", "三", "1 200", "12人", "99%", "1,20", "1e3", "nan", "0x1f", "1_000", ".5", "5.", "9" * 41]
)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(convert.Unreadable) as refused:
        convert.number(text, None)
    assert refused.value.args == ("number",)


def test_an_integer_is_whole() -> None:
    assert convert.integer("3", None) == ("3", 3)
    assert convert.integer("3.0", None) == ("3.0", 3)
    for text in ("3.5", "三"):
        with pytest.raises(convert.Unreadable) as refused:
            convert.integer(text, None)
        assert refused.value.args == ("integer",)


@pytest.mark.parametrize(
    ("text", "truth"), [("是", True), ("否", False), ("true", True), ("False", False), (" 是 ", True)]
)
def test_an_answer_is_yes_or_no(text: str, truth: bool) -> None:
    assert convert.answer(text, None) == (truth, truth)


@pytest.mark.parametrize("text", ["", "有", "yes", "1", "是的"])
def test_what_is_no_answer_is_refused(text: str) -> None:
    with pytest.raises(convert.Unreadable) as refused:
        convert.answer(text, None)
    assert refused.value.args == ("boolean",)


@pytest.mark.parametrize(
    "text", ["2026-09-01", "2026-9-1", "2026/9/1", "2026.9.1", "2026年9月1日", "2026年09月01日"]
)
def test_a_day_keeps_its_text_and_counts(text: str) -> None:
    typed, seen = convert.day(text, PLACE)
    assert isinstance(typed, Day)
    assert (typed, typed.date, seen, typed.place) == (text, date(2026, 9, 1), "2026-09-01", PLACE)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", "day"),
        ("2026-09", "day"),
        ("9月1日", "day"),
        ("2026-9/1", "day"),
        ("20260901", "day"),
        ("2026-02-30", "no such day"),
        ("2026-13-01", "no such day"),
        ("2026年9月31日", "no such day"),
        ("二〇二六年九月三十一日", "no such day"),
        ("二〇二六年一二月三日", "day"),
        ("2026.9/1", "day"),
        ("0000-01-01", "no such day"),
    ],
)
def test_what_is_no_day_is_told_from_a_day_that_is_not(text: str, kind: str) -> None:
    with pytest.raises(convert.Unreadable) as refused:
        convert.day(text, None)
    assert refused.value.args == (kind,)


@pytest.mark.parametrize(
    "text", ["二〇二六年九月一日", "二○二六年九月一日", "二零二六年九月一号", "2026 年 9 月 1 号"]
)
def test_a_day_as_older_papers_write_it_is_put_in_figures(text: str) -> None:
    for convert_ in (convert.day, convert.day_or_text):
        typed, seen = convert_(text, PLACE)
        assert (type(typed), typed, seen, typed.place) == (Day, "2026年9月1日", "2026-09-01", PLACE)


def test_a_day_or_text_is_a_day_where_it_can_be() -> None:
    assert isinstance(convert.day_or_text("2026-10-15", PLACE)[0], Day)
    loose, seen = convert.day_or_text("10月上旬", PLACE)
    assert (type(loose).__name__, loose, seen, loose.place) == ("Text", "10月上旬", "10月上旬", PLACE)
    with pytest.raises(convert.Unreadable):
        convert.day_or_text("2026-02-30", None)


@given(st.dates())
def test_every_day_of_the_calendar_is_read(day: date) -> None:
    assert convert.day(day.isoformat(), None)[0].date == day


@given(st.text(), st.sampled_from(sorted(convert.CONVERTERS)))
def test_a_text_is_turned_or_refused_and_never_changed(text: str, kind: str) -> None:
    try:
        typed, _seen = convert.CONVERTERS[kind](text, None)
    except convert.Unreadable:
        return
    assert isinstance(typed, bool) or typed.strip() == text.strip()
