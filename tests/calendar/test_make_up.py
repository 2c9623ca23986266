"""Lessons that are made up: how a calendar names them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from docgen.calendar.teaching import teaching_days

TERM = "学年: 2026—2027\n学期: {名称: 第一学期, 开学: 2026-09-01, 结束: 2027-01-22}\n"


@pytest.mark.parametrize(
    ("lessons", "label"),
    [
        ("2026-10-07", "补10月7日（星期三）课"),
        ("2026年10月7日", "补10月7日（星期三）课"),
        ("星期三", "补星期三课"),
        ("周三", "补星期三课"),
        ("礼拜三", "补星期三课"),
    ],
)
def test_a_made_up_day_says_whose_lessons_are_taught(calendar_of: Any, lessons: str, label: str) -> None:
    calendar = calendar_of(f"{TERM}补课: [{{日期: 2026-10-10, 补: {lessons}}}]\n")
    found = calendar.made_up_on(date(2026, 10, 10))
    assert found is not None
    assert (found.label, found.weekday) == (label, 2)
    assert calendar.made_up_on(date(2026, 10, 9)) is None


def test_made_up_days_are_in_order_and_are_teaching_days(calendar_of: Any) -> None:
    calendar = calendar_of(
        f"{TERM}补课: [{{日期: 2026-10-10, 补: 星期三}}, {{日期: 2026-09-20, 补: 2026-10-06}}]\n"
    )
    assert [one.day for one in calendar.made_up] == [date(2026, 9, 20), date(2026, 10, 10)]
    made_up = {one.day for one in calendar.made_up}
    assert made_up <= set(teaching_days(calendar.terms[0], calendar.holidays, made_up))
