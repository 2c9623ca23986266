"""How wide text stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.widths import measure, size


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("工作计划", 4),
        ("2026年", 3),
        ("A4", 1),
        ("“甲”——乙…", 7),
        ("％％", 2),
        ("①ⅠαЯ", 4),
        ("ｱ", 0.5),
    ],
)
def test_a_text_is_as_wide_as_its_characters(text: str, width: float) -> None:
    assert measure(text) == width


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_measuring_a_text_at_once_is_measuring_its_characters(text: str) -> None:
    assert measure(text) == sum(map(size, text))


def test_every_character_of_the_common_ranges_is_measured_alike() -> None:
    ranges = [
        range(0x80),
        range(0x2000, 0x2100),
        range(0x3000, 0x3100),
        range(0x4E00, 0xA000),
        range(0xFF00, 0x10000),
    ]

    assert [chr(code) for codes in ranges for code in codes if measure(chr(code)) != size(chr(code))] == []
