"""Values made in Python become the values that YAML would have given."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from numbers import Integral
from pathlib import Path
from typing import Any

import pytest

from docgen.problems import DocgenError
from docgen.source.load import from_mapping
from docgen.source.values import Record, Row, Text


def test_python_values_become_text_rows_and_records() -> None:
    record = from_mapping(
        {
            "数": 12,
            "小数": 99.1,
            "大数": 1e16,
            "金额": Decimal("3.50"),
            "整数": 2027.0,
            "日": date(2026, 9, 1),
            "零时": datetime(2026, 9, 1),
            "时": datetime(2026, 9, 1, 14, 30),
            "盖章": True,
            "空": None,
            "列": ("甲", 1),
            "图": Path("章.png"),
            2026: {"甲": "乙"},
        }
    )
    assert record == {
        "数": "12",
        "小数": "99.1",
        "大数": "10000000000000000",
        "金额": "3.50",
        "整数": "2027",
        "日": "2026-09-01",
        "零时": "2026-09-01",
        "时": "2026-09-01T14:30:00",
        "盖章": True,
        "空": None,
        "列": ["甲", "1"],
        "图": "章.png",
        "2026": {"甲": "乙"},
    }
    assert (type(record), type(record["列"]), type(record["数"])) == (Record, Row, Text)
    assert type(record["2026"]) is Record


class Whole:
    """An integer as numpy has them: none of Python's."""

    def __int__(self) -> int:
        return 630


class Single(float):
    """A float as numpy has them: its repr is a call."""

    def __repr__(self) -> str:
        return f"float64({float(self)!r})"

    __str__ = float.__repr__


Integral.register(Whole)


def test_numbers_of_other_libraries_are_numbers() -> None:
    assert from_mapping({"数": Whole(), "率": Single(98.6)}) == {"数": "630", "率": "98.6"}


def test_lines_as_a_form_on_a_web_page_sends_them_are_lines() -> None:
    assert from_mapping({"引言": "第一段。\r\n第二段。\r完。"}) == {"引言": "第一段。\n第二段。\n完。"}


class Missing(datetime):
    """A day that is missing, as pandas has it."""

    def __eq__(self, other: object) -> bool:
        return False

    def __ne__(self, other: object) -> bool:
        return True

    __hash__ = datetime.__hash__

    def __str__(self) -> str:
        return "NaT"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (float("nan"), "nan"),
        (float("inf"), "inf"),
        (Decimal("NaN"), "NaN"),
        (Missing(2026, 9, 1), "NaT"),
    ],
)
def test_a_number_or_day_that_is_missing_is_never_printed(value: Any, shown: str) -> None:
    with pytest.raises(DocgenError) as caught:
        from_mapping({"指标": [{"目标": value}]})
    [problem] = caught.value.problems
    assert (problem.id, problem.message) == ("YML-008", f"“指标.1.目标”的值是{shown}，计划里不能用")
    assert problem.hint == "没有数的不写这个键，要留待以后填的写“待填”"


def test_everything_that_is_refused_is_told_at_once() -> None:
    with pytest.raises(DocgenError) as caught:
        from_mapping({"甲": object(), "乙": ["a\0", {("键",): b"x"}]})
    assert [problem.id for problem in caught.value.problems] == ["YML-008", "YML-050", "YML-025", "YML-008"]


def test_half_a_character_is_told_in_words_that_can_be_printed() -> None:
    with pytest.raises(DocgenError, match="U\\+D800") as caught:
        from_mapping({"甲": "办\ud800学"})
    assert str(caught.value).encode("utf-8")


@pytest.mark.parametrize(
    ("mapping", "id", "words"),
    [
        ({"甲": {"乙": object()}}, "YML-008", "“甲.乙”的值是object"),
        ({"甲": [{1, 2}]}, "YML-008", "“甲.1”的值是set"),
        ({"甲": Fraction(1, 3)}, "YML-008", "“甲”的值是fractions.Fraction"),
        ({"甲": b"x"}, "YML-008", "“甲”的值是bytes"),
        ({("甲",): 1}, "YML-025", "不是文字"),
        ({"甲": {1: "a", "1": "b"}}, "YML-024", "“甲”里的键“1”写了两次"),
        ({"甲": "a\ue000"}, "YML-051", "私用区字符U+E000"),
        ({"a\0": "甲"}, "YML-050", "控制字符U+0000"),
    ],
)
def test_a_value_that_is_no_plans_is_refused(mapping: dict[Any, Any], id: str, words: str) -> None:
    with pytest.raises(DocgenError) as caught:
        from_mapping(mapping)
    [problem] = caught.value.problems
    assert problem.id == id
    assert words in problem.message


def test_a_mapping_within_itself_is_refused() -> None:
    mapping: dict[str, Any] = {}
    mapping["甲"] = [mapping]
    with pytest.raises(DocgenError, match="YML-003 数据嵌套超过40层"):
        from_mapping(mapping)
