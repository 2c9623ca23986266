"""A file of a year's arrangement, and what is told of a wrong one."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from docgen.calendar.arrangements import read
from docgen.calendar.read import read as read_calendar
from docgen.problems import DocgenError

RIGHT = """\
年份: 2027
通知: 国务院办公厅关于2027年部分节假日安排的通知
放假:
- {名称: 元旦, 日期: 2027-01-01, 至: 2027-01-03}
- {名称: 春节, 日期: 2027-02-05, 至: 2027-02-12, 上班: [2027-02-14, 2027-02-20]}
- {名称: 劳动节, 日期: 2027年5月1日, 至: 2027年5月5日, 上班: 2027-05-08}
"""


def test_a_file_is_read_with_its_notice(tmp_path: Path) -> None:
    path = tmp_path / "2027年放假安排.yaml"
    path.write_text(RIGHT, encoding="utf-8")
    found = read(path)
    assert (found.year, found.notice) == (2027, "国务院办公厅关于2027年部分节假日安排的通知")
    assert len(found.off) == 3 + 8 + 5
    assert found.work == {date(2027, 2, 14): "春节", date(2027, 2, 20): "春节", date(2027, 5, 8): "劳动节"}


def test_a_plans_own_arrangement_goes_before_what_is_known(typed: Any, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(RIGHT, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(
        "年份: 2026\n通知: 本校放假通知\n放假: [{名称: 国庆节, 日期: 2026-10-01, 至: 2026-10-04}]\n",
        encoding="utf-8",
    )
    calendar, problems = read_calendar(typed("学年: 2026—2027\n放假安排: [a.yaml, b.yaml]\n"), tmp_path)
    assert problems == []
    assert calendar.holidays.unannounced == ()
    assert calendar.holidays.notices[0] == "本校放假通知"
    assert calendar.holidays.mark(date(2026, 10, 5)) == ""
    assert calendar.holidays.mark(date(2027, 2, 14)) == "班"


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        (RIGHT.replace("年份: 2027\n", ""), 1, "CAL-010 没有写是哪一年的安排"),
        (RIGHT.replace("年份: 2027", "年份: 二〇二七"), 1, "CAL-010 没有写是哪一年的安排"),
        (RIGHT.replace("通知: 国", "说明: 国"), 1, "CAL-010 没有写依据哪个通知"),
        (RIGHT.partition("放假:")[0], 1, "CAL-010 没有写哪天放假"),
        (RIGHT.replace("日期: 2027-01-01", "时间: 2027-01-01"), 4, "CAL-010 放假的一项写得不对"),
        (RIGHT.replace("2027-02-20", "2027-02-30"), 5, "CAL-010 “2027-02-30”不是日期"),
        (RIGHT.replace("至: 2027-02-12", "至: 2026-02-12"), 5, "CAL-010 放假的起止日期写得不对"),
        (RIGHT.replace("至: 2027-02-12", "至: 2027-12-12"), 5, "CAL-010 放假的起止日期写得不对"),
        (RIGHT.replace("上班: 2027-05-08", "上班: 2026-05-09"), 6, "CAL-011 2026年5月9日不在2027年的安排里"),
        (RIGHT.replace("上班: 2027-05-08", "上班: 2027-05-02"), 6, "CAL-012 2027年5月2日又放假又上班"),
        (RIGHT.replace("2027-02-20", "2027-02-22"), 5, "CAL-012 2027年2月22日不是周末，本来就上班"),
    ],
)
def test_what_is_wrong_with_a_file_is_told_with_its_line(
    tmp_path: Path, text: str, line: int, told: str
) -> None:
    path = tmp_path / "安排.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DocgenError) as stopped:
        read(path)
    (problem,) = stopped.value.problems
    assert f"{problem.id} {problem.message}" == told
    assert problem.place is not None
    assert (problem.place.file, problem.place.line) == (str(path), line)
    assert problem.hint


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("没有.yaml", "FIL-001 找不到文件“没有.yaml”"),
        ("../外面.yaml", "FIL-002 文件只能放在计划所在的文件夹里"),
    ],
)
def test_a_file_that_is_not_beside_the_plan_is_told(typed: Any, tmp_path: Path, name: str, told: str) -> None:
    _calendar, problems = read_calendar(typed(f"学年: 2026—2027\n放假安排: {name}\n"), tmp_path)
    assert [f"{problem.id} {problem.message}" for problem in problems] == [told]


def test_an_arrangement_of_another_year_is_told(typed: Any, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(RIGHT, encoding="utf-8")
    _calendar, problems = read_calendar(typed("年度: 2030\n放假安排: a.yaml\n"), tmp_path)
    assert [f"{problem.id} {problem.message}" for problem in problems] == [
        "CAL-014 “a.yaml”是2027年的安排，计划没有这一年的日子"
    ]
