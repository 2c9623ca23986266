"""Lunar days and solar terms (农历、节气), by lunar_python (extra `calendar`)."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from docgen.i18n import _
from docgen.problems import NotInstalled, error


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


def lunar_day(day: date) -> LunarDay:
    """The lunar day that `day` is, from 1900 to 2100. Raises `NotInstalled` without lunar_python."""
    lunar = _solar().fromYmd(day.year, day.month, day.day).getLunar()
    return LunarDay(
        f"{lunar.getMonthInChinese()}月",
        str(lunar.getDayInChinese()),
        str(lunar.getJieQi()),
    )


def _solar() -> Any:
    try:
        from lunar_python import Solar
    except ImportError:
        sentence = _("没有安装算农历和节气用的lunar_python")
        hint = _("运行 pip install docgen-gongwen[calendar]；或者去掉农历")
        raise NotInstalled(error("CAL-040", sentence, hint=hint)) from None
    return Solar
