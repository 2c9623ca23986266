"""Lunar days and solar terms, and the sentence where the library is missing."""

from __future__ import annotations

import sys
from datetime import date, timedelta

import pytest
from lunar_python import Solar

from docgen.calendar import lunar
from docgen.calendar.lunar import lunar_day
from docgen.problems import NotInstalled


@pytest.mark.parametrize(
    ("day", "month", "number", "term", "short"),
    [
        (date(2026, 2, 16), "腊月", "廿九", "", "廿九"),
        (date(2026, 2, 17), "正月", "初一", "", "正月"),
        (date(2026, 9, 23), "八月", "十三", "秋分", "秋分"),
        (date(2026, 9, 25), "八月", "十五", "", "十五"),
        (date(2025, 7, 25), "闰六月", "初一", "", "闰六月"),
        (date(2026, 12, 9), "冬月", "初一", "", "冬月"),
        (date(2027, 1, 5), "冬月", "廿八", "小寒", "小寒"),
    ],
)
def test_a_day_has_its_lunar_name(day: date, month: str, number: str, term: str, short: str) -> None:
    found = lunar_day(day)
    assert (found.month, found.day, found.term, found.short) == (month, number, term, short)


@pytest.mark.parametrize("year", [1950, 2025, 2026, 2027, 2033])
def test_each_day_is_as_the_library_has_it_when_asked_for_the_day(year: int) -> None:
    for at in range(0, 365, 7):
        day = date(year, 1, 1) + timedelta(days=at)
        theirs = Solar.fromYmd(day.year, day.month, day.day).getLunar()
        expected = (f"{theirs.getMonthInChinese()}月", theirs.getDayInChinese(), theirs.getJieQi())
        assert lunar_day(day) == expected


def test_without_the_library_a_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    lunar._year.cache_clear()
    monkeypatch.setitem(sys.modules, "lunar_python", None)
    with pytest.raises(NotInstalled) as stopped:
        lunar_day(date(2026, 9, 25))
    (problem,) = stopped.value.problems
    assert (problem.id, problem.message) == ("CAL-040", "没有安装算农历和节气用的lunar_python")
    assert problem.hint == "运行 pip install docgen-gongwen[calendar]；或者去掉农历"
