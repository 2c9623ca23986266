from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen import amounts
from docgen.source.values import Number

DIGITS = {capital: digit for digit, capital in enumerate("零壹贰叁肆伍陆柒捌玖")}
UNITS = {"拾": 10, "佰": 100, "仟": 1000}


@pytest.mark.parametrize(
    "value, expected",
    [("99.10", "99.10%"), (Number("99.1"), "99.1%"), ("99.1%", "99.1%"), (100, "100%"), (0.5, "0.5%")],
)
def test_a_percentage_keeps_its_decimals(value, expected):
    assert amounts.percent(value) == expected


@pytest.mark.parametrize(
    "value, base, expected",
    [
        ("2", None, "提高2个百分点"),
        ("-0.50", None, "下降0.5个百分点"),
        ("99.3", "99.1", "提高0.2个百分点"),
        ("99.3%", "101.3%", "下降2个百分点"),
        (0.3, 0.1, "提高0.2个百分点"),
        ("99.30", "99.3", "持平"),
        ("110", "100", "提高10个百分点"),
    ],
)
def test_a_difference_is_told_in_percentage_points(value, base, expected):
    assert amounts.points(value, base) == expected


@pytest.mark.parametrize(
    "value, expected",
    [
        ("12345", "12,345元"),
        ("12345.50", "12,345.50元"),
        ("1,234,567.8", "1,234,567.8元"),
        (0, "0元"),
        ("-300", "-300元"),
        (Decimal("1E+4"), "10,000元"),
    ],
)
def test_money_is_grouped_and_keeps_its_decimals(value, expected):
    assert amounts.money(value) == expected


@pytest.mark.parametrize(
    "value, expected", [("125000", "12.5万元"), (300000, "30万元"), ("123456.78", "12.345678万元")]
)
def test_money_in_ten_thousands(value, expected):
    assert amounts.in_ten_thousands(value) == expected


@pytest.mark.parametrize(
    "value, expected",
    [
        ("0", "零元整"),
        ("10", "壹拾元整"),
        ("105", "壹佰零伍元整"),
        ("10203.40", "壹万零贰佰零叁元肆角整"),
        ("100010", "壹拾万零壹拾元整"),
        ("100000000", "壹亿元整"),
        ("100000001.01", "壹亿零壹元零壹分"),
        ("0.56", "伍角陆分"),
        ("0.06", "陆分"),
        ("3.06", "叁元零陆分"),
        (1234567.89, "壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分"),
    ],
)
def test_money_in_capitals(value, expected):
    assert amounts.in_capitals(value) == expected


@given(st.integers(1, 10**12 - 1))
def test_money_in_capitals_can_be_read_back(whole):
    assert _read(amounts.in_capitals(whole).removesuffix("元整")) == whole


def _read(capitals: str) -> int:
    """A second counter: adds up what the capitals say."""
    total = group = digit = 0
    for char in capitals:
        if char in DIGITS:
            digit = DIGITS[char]
        elif char in UNITS:
            group, digit = group + digit * UNITS[char], 0
        else:
            total += (group + digit) * {"万": 10**4, "亿": 10**8}[char]
            group = digit = 0
    return total + group + digit


@pytest.mark.parametrize("value", ["1.234", "-1", 10**12])
def test_what_has_no_capitals_is_told(value):
    with pytest.raises(ValueError) as caught:
        amounts.in_capitals(value)

    assert caught.value.args == (f"“{value}”不能写成大写金额", "金额不小于零，不到一万亿，最多两位小数")


@pytest.mark.parametrize(
    "value, unit, expected", [("45", "分钟", "45分钟"), ("≥99.5", "%", "≥99.5%"), ("3%", "%", "3%")]
)
def test_a_unit_follows_its_number_once(value, unit, expected):
    assert amounts.measured(value, unit) == expected


@pytest.mark.parametrize(
    "low, high, unit, expected",
    [
        ("10", "15", "%", "10%～15%"),
        ("10%", "15%", "%", "10%～15%"),
        ("9", "16", "亿元", "9亿～16亿元"),
        ("3", "5", "万", "3万～5万"),
        ("25", "30", "克", "25～30克"),
        (1, 2.5, "", "1～2.5"),
    ],
)
def test_a_range_repeats_the_sign_of_scale(low, high, unit, expected):
    assert amounts.between(low, high, unit) == expected


@pytest.mark.parametrize(
    "typed, expected",
    [
        ("10-15%", "10%～15%"),
        ("10%—15%", "10%～15%"),
        ("10%～15%", "10%～15%"),
        ("9~16亿", "9亿～16亿"),
        ("25至30克", "25～30克"),
        ("3万 - 5万元", "3万～5万元"),
        ("100--150千克", "100～150千克"),
        ("100--150", "100～150"),
        ("-5～-2", "-5～-2"),
    ],
)
def test_a_range_as_typed_gets_its_right_form(typed, expected):
    assert amounts.range_of(typed) == expected


def test_a_range_the_wrong_way_round_is_told():
    with pytest.raises(ValueError) as caught:
        amounts.range_of("15%-10%")

    assert caught.value.args == ("区间的两头写反了：15大于10", "小的写在前面")


@pytest.mark.parametrize("typed", ["十到十五", "10%", "", "14:30-16:00", "1-2-3"])
def test_what_is_no_range_is_told(typed):
    with pytest.raises(ValueError, match="不是区间"):
        amounts.range_of(typed)


@pytest.mark.parametrize("value", ["", "约300", "三", "1e", "NaN", "Infinity", "1/2", True])
def test_what_is_no_number_is_told(value):
    with pytest.raises(ValueError) as caught:
        amounts.percent(value)

    assert caught.value.args == (f"“{value}”不是数字", "只写数字，如“99.10”")
