from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from docgen.district import roll
from docgen.problems import CannotRead
from tests.district.conftest import Hand, gathered


def test_a_list_is_read_from_each_kind_of_file(tmp_path: Path) -> None:
    text, table, book = (tmp_path / name for name in ("单.txt", "单.csv", "单.xlsx"))
    text.write_text("甲校\n\n乙校\n甲校\n", encoding="utf-8")
    table.write_text("序号,学校\n1,甲校\n2,乙校\n", encoding="utf-8")
    made = openpyxl.Workbook()
    for row in (("单位", "电话"), ("甲校", "1"), ("乙校", "2")):
        made.active.append(row)
    made.save(book)

    assert [roll.read(path) for path in (text, table, book)] == [("甲校", "乙校")] * 3


def test_a_list_without_schools_is_told(tmp_path: Path) -> None:
    path = tmp_path / "单.csv"
    path.write_text("序号,电话\n1,2\n", encoding="utf-8")
    with pytest.raises(CannotRead) as stopped:
        roll.read(path)

    assert [problem.id for problem in stopped.value.problems] == ["DST-011"]


def test_who_is_missing_who_is_late_and_who_is_not_on_the_list(hand_in: Hand) -> None:
    hand_in("甲校", date="2026-12-31")
    hand_in("乙校", date="2027-01-01")
    found = gathered(hand_in("丁校小学", date="待填"))
    present, problems = roll.attendance(found, ("甲校", "乙校", "丙校", "丁校"), date(2026, 12, 31))

    assert present.missing == ("丙校", "丁校")
    assert present.late == (("乙校", date(2027, 1, 1)),)
    assert present.undated == present.strangers == ("丁校小学",)
    assert [(problem.id, "丁校" in problem.hint) for problem in problems] == [("DST-012", True)]


def test_what_was_handed_in_and_left_out_is_not_missing(hand_in: Hand) -> None:
    hand_in("甲校")
    hand_in("乙校")
    found = gathered(hand_in("丙校", year=2026))

    assert roll.attendance(found, ("甲校", "乙校", "丙校"), None)[0].missing == ()
