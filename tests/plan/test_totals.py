"""Sums of columns: exact, as written, and the sums people wrote themselves are checked."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.document import Cell
from docgen.plan.totals import amount, check_total, settle_budget, total, total_row
from docgen.problems import Place
from docgen.source.values import Text

HERE = Place("plan.yaml", 12, 5)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("1200", "1200"),
        ("1,200.50", "1200.50"),
        ("12,345,678", "12345678"),
        ("-3.5", "-3.5"),
        (" 7 ", "7"),
        ("１２．５", "12.5"),
        ("007", "7"),
    ],
)
def test_a_number_is_read_as_written(text, value):
    assert amount(text).value == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "—",
        "约3",
        "3万元",
        "99%",
        "1,20",
        "1,2000",
        "1234,567",
        ".5",
        "5.",
        "1.2.3",
        "--1",
        "1e3",
        "²",
        "٣",
    ],
)
def test_what_is_no_number_is_none(text):
    assert amount(text) is None


@pytest.mark.parametrize(
    ("texts", "written"),
    [
        (["1", "2"], "3"),
        (["0.1", "0.2"], "0.3"),
        (["1.50", "2"], "3.50"),
        (["1,200.00", "800"], "2,000.00"),
        (["999", "1"], "1000"),
        (["5", "—", "", " ", "/", "待填"], "5"),
        ([], "0"),
        (["-1.5", "1.5"], "0.0"),
        (["1" * 40, "1"], "1" * 39 + "2"),
    ],
)
def test_a_total_keeps_decimals_and_thousands(texts, written):
    result, strangers = total(texts)

    assert result.write() == written
    assert strangers == []


def test_texts_that_are_no_numbers_are_handed_back():
    result, strangers = total(["3", "约5", "4"])

    assert result.write() == "7"
    assert strangers == ["约5"]


@pytest.mark.clause("TB-07")
@given(st.lists(st.decimals(min_value=-(10**9), max_value=10**9, places=2)))
def test_a_total_is_the_sum(numbers):
    assert total(str(one) for one in numbers)[0].value == sum(numbers)


def test_the_row_of_totals_has_its_word_over_the_leading_cells():
    row, problems = total_row(
        [("甲", "个", "1.5", "x"), ("乙", "个", "2", "y")], ["项目", "单位", "金额", "备注"], ["金额"]
    )

    assert row == (Cell(("合计",), across=2), "3.5", "")
    assert problems == []


@pytest.mark.parametrize(
    ("names", "columns", "rows", "expected"),
    [
        (["项目", "金额"], ["金额"], [("甲", "1"), ("乙", "2")], ("合计", "3")),
        (["金额", "备注"], ["金额"], [("1", "")], ("合计1", "")),
        (["项目", "男", "女"], ["男", "女"], [("甲", "1", "2"), ("乙", "3", "4")], ("合计", "4", "6")),
        (["项目", "男", "注", "女"], ["女", "男"], [("甲", "1", "", "2")], ("合计", "1", "", "2")),
    ],
)
def test_every_column_asked_for_is_added_up(names, columns, rows, expected):
    assert total_row(rows, names, columns) == (expected, [])


def test_a_merged_cell_counts_once_and_shifts_nothing():
    rows = [(Cell(("甲",), down=2), "a", Cell(("10",), down=2)), ("b",), ("乙", "c", "5")]

    assert total_row(rows, ["组", "项目", "金额"], ["金额"])[0] == (Cell(("合计",), across=2), "15")


def test_a_cell_that_is_no_number_is_told_at_its_place():
    row, problems = total_row([("甲", Text("约3万", HERE)), ("乙", "2")], ["项目", "金额"], ["金额"])

    assert row == ("合计", "2")
    assert [(one.id, one.message, one.place, one.excerpt, one.hint) for one in problems] == [
        ("TRE-017", "“金额”要合计，“约3万”不是数", HERE, "约3万", "只写数字，单位写在表头里；没有数的写“—”")
    ]


def test_a_cell_without_a_place_is_told_at_that_of_its_table():
    _row, problems = total_row([("甲", "若干")], ["项目", "金额"], ["金额"], Place("plan.yaml", 3))

    assert problems[0].place == Place("plan.yaml", 3)


@pytest.mark.parametrize("given", ["15", "15.0", "15.00", " 15 "])
def test_a_given_total_that_is_right_is_right(given):
    assert check_total(given, ["10", "5"], "金额") == []


@pytest.mark.clause("TB-07")
@pytest.mark.parametrize("given", ["16", "约15", ""])
def test_a_given_total_that_differs_is_told(given):
    problems = check_total(Text(given, HERE), ["10", "5.5"], "金额")

    assert [(one.id, one.message, one.place) for one in problems] == [
        ("TRE-018", f"“金额”的合计写的是{given}，各行相加是15.5", HERE)
    ]
    assert problems[0].hint == "改正合计或者其中的数；不写合计则自动计算"


@pytest.mark.parametrize(
    ("price", "quantity", "stated"),
    [
        ("12.5", "4", "50"),
        ("12.5", "4", "50.00"),
        ("0.333", "3", "1.00"),
        ("1,200", "2", "2,400"),
        ("50元", "2", "90"),
        ("", "2", "90"),
    ],
)
def test_amounts_that_agree_or_cannot_be_checked_pass(price, quantity, stated):
    rows = [{"项目": "图书", "单价": price, "数量": quantity, "金额": stated}]

    assert settle_budget(rows) == (rows, [])


def test_an_amount_that_is_not_price_times_quantity_is_told():
    rows = [
        {"项目": "图书", "单价": "12.50", "数量": "40", "金额": Text("550", HERE)},
        {"项目": "器材", "单价": "3", "数量": "2", "金额": "6"},
    ]
    lines, problems = settle_budget(rows)

    assert lines == rows
    assert [(one.id, one.message, one.place, one.hint) for one in problems] == [
        (
            "TRE-019",
            "“图书”的金额写的是550，单价12.50乘以数量40是500",
            HERE,
            "改正单价、数量、金额中写错的一个",
        )
    ]


def test_an_amount_wrong_by_a_cent_is_told():
    rows = [{"项目": "甲", "单价": "0.33", "数量": "3", "金额": "1.00"}]

    assert [one.id for one in settle_budget(rows)[1]] == ["TRE-019"]


def test_an_amount_that_is_left_out_is_computed():
    rows = [{"项目": "甲", "单价": "2.50", "数量": "4"}, {"项目": "乙", "来源": ["公用经费"]}]

    assert settle_budget(rows) == ([{**rows[0], "金额": "10"}, rows[1]], [])


@pytest.mark.parametrize("word", ["合计", "总计", "合　计"])
def test_a_stated_total_is_checked_and_left_out(word):
    rows = [{"项目": "甲", "金额": "1,000"}, {"项目": "乙", "单价": "5", "数量": "2"}]

    assert settle_budget([*rows, {"项目": word, "金额": "1010"}])[1] == []
    lines, problems = settle_budget([*rows, {"项目": word, "金额": Text("1100", HERE)}])
    assert [row["项目"] for row in lines] == ["甲", "乙"]
    assert [(one.id, one.message, one.place) for one in problems] == [
        ("TRE-018", "“金额”的合计写的是1100，各行相加是1,010", HERE)
    ]


def test_a_budget_of_no_rows_has_nothing_to_settle():
    assert settle_budget([]) == ([], [])
