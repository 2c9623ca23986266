import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen import terms
from docgen.problems import DocgenError, Place
from docgen.source.values import Record, Text


@pytest.mark.parametrize(
    "typed",
    [
        "2026—2027",
        "2026-2027",
        "2026～2027",
        "2026~2027",
        "2026至2027",
        "2026–2027",
        "2026 — 2027",
        "2026",
        2026,
        "2026—2027学年",
        "2026—2027学年度",
        "2026——2027",
    ],
)
def test_a_school_year_is_written_in_one_way(typed):
    assert terms.school_year(typed) == "2026—2027学年度"


@given(st.integers(1900, 2200))
def test_a_school_year_as_written_is_read_again(year):
    written = terms.school_year(year)

    assert written == f"{year}—{year + 1}学年度"
    assert terms.school_year(written) == written


@pytest.mark.parametrize(
    "typed, told",
    [
        ("2026—2028", ("学年“2026—2028”的两个年份不相连", "写成“2026—2027”")),
        ("2027—2026", ("学年“2027—2026”的两个年份不相连", "写成“2027—2028”")),
        ("2026—27", ("“2026—27”不是学年", "写成“2026—2027”的样子")),
        ("去年", ("“去年”不是学年", "写成“2026—2027”的样子")),
    ],
)
def test_what_is_no_school_year_is_told(typed, told):
    with pytest.raises(ValueError) as caught:
        terms.school_year(typed)

    assert caught.value.args == told


@pytest.mark.parametrize(
    "typed, expected",
    [
        (1, "第一学期"),
        ("1", "第一学期"),
        ("上学期", "第一学期"),
        ("第1学期", "第一学期"),
        ("第一学期", "第一学期"),
        ("2", "第二学期"),
        ("下", "第二学期"),
        ("第二学期", "第二学期"),
        ("秋季学期", "秋季学期"),
    ],
)
def test_a_term_is_written(typed, expected):
    assert terms.term(typed) == expected


def test_what_is_no_term_is_told():
    with pytest.raises(ValueError) as caught:
        terms.term("3")

    assert caught.value.args == ("“3”不是学期", "写“第一学期”或“第二学期”")


@pytest.mark.parametrize(
    "typed, expected",
    [
        ("2027", "2027年"),
        (2027, "2027年"),
        ("2027年", "2027年"),
        ("2027年度", "2027年"),
        ("2026-2028", "2026—2028年"),
        ("2026年—2028年", "2026—2028年"),
    ],
)
def test_a_calendar_year_is_written(typed, expected):
    assert terms.calendar_year(typed) == expected


@pytest.mark.parametrize("typed", ["27", "2028—2026", "明年"])
def test_what_is_no_calendar_year_is_told(typed):
    with pytest.raises(ValueError, match=f"“{typed}”不是年度"):
        terms.calendar_year(typed)


@pytest.mark.parametrize(
    "plan, expected",
    [
        ({"学年": "2026-2027", "学期": "第一学期"}, "2026—2027学年度第一学期"),
        ({"学年": "2026—2027", "学期": {"名称": "2", "开学": "2027-02-22"}}, "2026—2027学年度第二学期"),
        ({"学年": "2026—2027"}, "2026—2027学年度"),
        ({"年度": "2027"}, "2027年"),
        ({"年度": "2026", "学期": "秋季学期"}, "2026年秋季学期"),
        ({"学年": "待填", "学期": "第一学期"}, "待填第一学期"),
        ({"单位": "某某市实验中学"}, ""),
    ],
)
def test_the_period_of_a_plan_is_its_year_and_term(plan, expected):
    assert terms.period(plan) == expected


def test_a_wrong_school_year_is_told_where_it_stands():
    plan = Record()
    plan["学年"] = Text("2026—2028", Place("计划.yaml", 3, 5))

    with pytest.raises(DocgenError) as caught:
        terms.period(plan)

    (problem,) = caught.value.problems
    assert str(problem.place) == "计划.yaml:3:5"
    assert problem.message == "学年“2026—2028”的两个年份不相连"
    assert problem.hint == "写成“2026—2027”"
    assert problem.excerpt == "2026—2028"
