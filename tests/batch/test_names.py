"""Names: good on every disk, and no two alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.batch.names import DEFAULT, LONGEST_BYTES, names, tidy
from docgen.batch.rows import Row
from docgen.problems import Place


def row(ordinal: int, plan: dict[str, object], cells: dict[str, str] | None = None) -> Row:
    from pathlib import Path

    from docgen.source.load import from_mapping

    return Row(ordinal, from_mapping(plan), Path(), cells or {}, Place("rows.csv", ordinal + 1))


def test_the_default_is_ordinal_and_organ() -> None:
    rows = [row(number, {"单位": f"第{number}小学"}) for number in (1, 2)]

    assert names(rows, DEFAULT) == (["01-第1小学", "02-第2小学"], [])


def test_ordinals_are_as_wide_as_the_last() -> None:
    rows = [row(number, {"单位": "小学"}) for number in range(1, 101)]

    assert names(rows, "{序号}")[0][:2] == ["001", "002"]


def test_keys_within_keys_and_columns_that_are_no_keys_can_be_asked_for() -> None:
    rows = [row(1, {"落款": {"署名": "青禾小学"}}, {"学区": "城南"})]

    assert names(rows, "{学区}-{落款.署名}")[0] == ["城南-青禾小学"]


def test_a_row_without_what_the_pattern_asks_for_has_no_name_and_is_told() -> None:
    found, problems = names([row(1, {"标题": "计划"})], "{单位}")

    assert found == [""]
    assert [(problem.id, str(problem.place)) for problem in problems] == [("BAT-003", "rows.csv:2")]


def test_two_rows_of_one_name_are_told_however_they_are_written() -> None:
    rows = [row(1, {"单位": "ABC学校"}), row(2, {"单位": "abc学校"})]

    problems = names(rows, "{单位}")[1]

    assert [problem.message for problem in problems] == ["第1份和第2份的文件名都是“abc学校”"]


@pytest.mark.parametrize(
    ("typed", "tidied"),
    [
        ("甲/乙:丙?", "甲_乙_丙_"),
        ("  计划. ", "计划"),
        ("CON", "_CON"),
        ("com1.计划", "_com1.计划"),
        ("一\n二", "一 二"),
        ("../../etc", "_.._etc"),
    ],
)
def test_names_are_good_on_windows(typed: str, tidied: str) -> None:
    assert tidy(typed) == tidied


@given(st.text(max_size=300))
def test_any_name_is_short_and_has_no_folder_in_it(typed: str) -> None:
    tidied = tidy(typed)

    assert not set(tidied) & set('<>:"/\\|?*')
    assert len(tidied.encode("utf-8")) <= LONGEST_BYTES + 1
    assert not tidied.startswith("..") and tidied == tidied.rstrip(" .")
