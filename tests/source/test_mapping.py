"""Values made in Python become the values that YAML would have given."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
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
            "日": date(2026, 9, 1),
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
        "日": "2026-09-01",
        "时": "2026-09-01T14:30:00",
        "盖章": True,
        "空": None,
        "列": ["甲", "1"],
        "图": "章.png",
        "2026": {"甲": "乙"},
    }
    assert (type(record), type(record["列"]), type(record["数"])) == (Record, Row, Text)
    assert type(record["2026"]) is Record


@pytest.mark.parametrize(
    ("mapping", "id", "words"),
    [
        ({"甲": {"乙": object()}}, "YML-008", "“甲.乙”的值是object"),
        ({"甲": [{1, 2}]}, "YML-008", "“甲.1”的值是set"),
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
