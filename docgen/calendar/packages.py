"""The arrangement of a year out of maintained packages, where two of them say the same.

All are optional (extra `calendar`); chinesecalendar is the one that knows announced years from others.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from types import MappingProxyType

from docgen.calendar.arrangements import SATURDAY, Arrangement
from docgen.i18n import _


def announced(year: int) -> Arrangement | None:
    """The arrangement of `year` as chinesecalendar has it, None where it has none, is not installed,
    or no other package confirms it."""
    found = _by_chinesecalendar(year)
    if found is None:
        return None
    others = [_workdays_by_holidays(year), _workdays_by_lunar(year)]
    asked = [days for days in others if days is not None]
    agreed = bool(asked) and all(days == _workdays(found) for days in asked)
    return found if agreed else None


def _by_chinesecalendar(year: int) -> Arrangement | None:
    try:
        from chinese_calendar import constants
    except ImportError:
        return None
    names = {one.value: one.chinese for one in constants.Holiday}
    off = {day: names[name] for day, name in constants.holidays.items() if day.year == year}
    work = {day: names[name] for day, name in constants.workdays.items() if day.year == year}
    if not off:
        return None
    notice = _("{year}年部分节假日安排（chinesecalendar）").format(year=year)
    return Arrangement(year, notice, MappingProxyType(off), MappingProxyType(work))


def _days(year: int) -> Iterator[date]:
    first = date(year, 1, 1)
    return (first + timedelta(days=offset) for offset in range((date(year + 1, 1, 1) - first).days))


def _workdays(found: Arrangement) -> frozenset[date]:
    return frozenset(
        day
        for day in _days(found.year)
        if day in found.work or (day.weekday() < SATURDAY and day not in found.off)
    )


def _workdays_by_holidays(year: int) -> frozenset[date] | None:
    try:
        import holidays
    except ImportError:
        return None
    table = holidays.country_holidays("CN", years=year)
    return frozenset(day for day in _days(year) if table.is_working_day(day))


def _workdays_by_lunar(year: int) -> frozenset[date] | None:
    try:
        from lunar_python.util import HolidayUtil
    except ImportError:
        return None
    if not HolidayUtil.getHolidays(year):
        return None
    marked = {one.getDay(): one.isWork() for one in HolidayUtil.getHolidays(year)}
    return frozenset(day for day in _days(year) if marked.get(str(day), day.weekday() < SATURDAY))
