import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen import numerals

UNITS = {"十": 10, "百": 100, "千": 1000}


@pytest.mark.parametrize(
    "number, expected",
    [
        (0, "零"),
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (21, "二十一"),
        (99, "九十九"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (111, "一百一十一"),
        (1000, "一千"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (1100, "一千一百"),
        (2026, "二千零二十六"),
        (9999, "九千九百九十九"),
    ],
)
def test_a_number_is_written_as_it_is_spoken(number, expected):
    assert numerals.chinese(number) == expected


@given(st.integers(0, 9999))
def test_a_spoken_number_can_be_read_back(number):
    assert _read(numerals.chinese(number)) == number


def _read(spoken: str) -> int:
    """A second counter: adds up what the characters say."""
    total, digit = 0, 0
    for char in spoken:
        if char in UNITS:
            total, digit = total + (digit or 1) * UNITS[char], 0
        else:
            digit = "零一二三四五六七八九".index(char)
    return total + digit


@pytest.mark.parametrize("number", [-1, 10000])
def test_a_number_out_of_range_is_refused(number):
    with pytest.raises(ValueError):
        numerals.chinese(number)


def test_digits_of_a_year_are_read_one_by_one():
    assert numerals.coded("2026") == "二〇二六"
    assert numerals.coded("〔2010〕105号") == "〔二〇一〇〕一〇五号"


def test_circled_numbers_go_from_one_to_twenty():
    assert [numerals.circled(number) for number in range(1, 21)] == list("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")


@pytest.mark.parametrize("number", [0, 21])
def test_there_is_no_other_circled_number(number):
    with pytest.raises(ValueError):
        numerals.circled(number)
