"""How many lines a text takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.formats import load
from docgen.line_count import lines

FORMAT = load()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("校" * 28, 1),
        ("校" * 29, 2),
        ("校" * 28 + "：", 2),  # the mark takes the last character along
        ("校" * 27 + "：", 1),
        ("校" * 56, 2),
        ("校" * 27 + "（校）", 2),
        ("某校、" * 28, 4),  # so does the one at the end of the second line
        ("1" * 56, 1),
        ("校" * 27 + "12中", 2),
        ("", 1),
    ],
)
def test_a_line_has_28_characters_and_begins_with_no_mark(text, count):
    assert lines(text, FORMAT) == count


@given(st.text("校、：（）1a", max_size=300))
def test_lines_are_counted_for_any_text(text):
    count = lines(text, FORMAT)

    assert count >= 1
    assert count <= max(1, len(text))
