"""Lunar days and solar terms (农历、节气), by lunar_python (extra `calendar`).

The library follows sun and moon anew for every day it is asked for, 10 ms each; here it is asked for a
year, and the year is kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from docgen.i18n import _
from docgen.problems import NotInstalled, error

BEFORE_US = 1721425
"""The Julian days before those that `date.toordinal` counts."""


class LunarDay(NamedTuple):
    """A day of the lunar calendar: `month` 八月 (闰六月), `day` 十五, `term` 秋分 or nothing."""

    month: str
    day: str
    term: str

    @property
    def short(self) -> str:
        """What a calendar prints under the date: the solar term, the month on its first day (八月),
        else the day."""
        return self.term or (self.month if self.day == "初一" else self.day)


class _Year(NamedTuple):
    """A year of ours: the lunar months it touches by their first days, its solar terms by their days,
    what the days of a month are called."""

    months: Mapping[date, str]
    terms: Mapping[date, str]
    names: tuple[str, ...]


def lunar_day(day: date) -> LunarDay:
    """The lunar day that `day` is, from 1900 to 2100. Raises `NotInstalled` without lunar_python."""
    year = _year(day.year)
    first = max(first for first in year.months if first <= day)
    return LunarDay(year.months[first], year.names[(day - first).days + 1], year.terms.get(day, ""))


@lru_cache(maxsize=8)
def _year(number: int) -> _Year:
    try:
        from lunar_python import Lunar, LunarYear
        from lunar_python.util import LunarUtil
    except ImportError:
        sentence = _("没有安装算农历和节气用的lunar_python")
        hint = _("运行 pip install docgen-gongwen[calendar]；或者去掉农历")
        raise NotInstalled(error("CAL-040", sentence, hint=hint)) from None
    year = LunarYear.fromYear(number)
    months = {
        _day(month.getFirstJulianDay()): ("闰" if month.getMonth() < 0 else "")
        + LunarUtil.MONTH[abs(month.getMonth())]
        + "月"
        for month in year.getMonths()
    }
    names = Lunar.JIE_QI
    # The terms of a year are told from 大雪 of the year before on, JIE_QI from 冬至 on.
    terms = {_day(at): names[(count - 1) % len(names)] for count, at in enumerate(year.getJieQiJulianDays())}
    return _Year(months, terms, tuple(LunarUtil.DAY))


def _day(julian: float) -> date:
    """The day of a Julian date, which changes at noon."""
    return date.fromordinal(int(julian + 0.5) - BEFORE_US)
