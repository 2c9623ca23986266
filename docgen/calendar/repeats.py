"""When an event is repeated: 每天, 每周一、三, 每两周周五, 单周周三, 每月15日, 每月上旬."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from docgen.calendar.spans import THIRDS, Span
from docgen.calendar.terms import MONDAY
from docgen.calendar.times import Times, month_end
from docgen.calendar.weekdays import number_of
from docgen.calendar.weeks import week_of, week_start
from docgen.patterns import pattern

EVERY_DAY = ("每天", "每日")
EVERY_WEEK = pattern(
    r"(每|隔|每两|每隔一|单|双)周(?:的?(?:星期|周)?([一二三四五六日天](?:[、，,和]?(?:周|星期)?[一二三四五六日天])*))?"
)
EVERY_MONTH = pattern(r"每个?月(?:的?(?:([0-9]{1,2})[日号]|(上旬|中旬|下旬|初|中|底|末)))?")


def repeated(text: str, every: Sequence[date], times: Times | None, on: date | None) -> list[Span] | None:
    """When among the days of `every` something is repeated as `text` says; None where that is not
    understood. `on`: the day it happens first, which says what 每周 and 每月 leave open; without it
    they are whole weeks and months."""
    if not every:
        return []
    if text in EVERY_DAY:
        return _single(every)
    if found := EVERY_WEEK.fullmatch(text):
        return _weekly(found, every, times, on)
    if found := EVERY_MONTH.fullmatch(text):
        return _monthly(found, every, on)
    return None


def _single(days: Sequence[date]) -> list[Span]:
    return [Span(day, day) for day in days]


def _weekly(found: re.Match[str], every: Sequence[date], times: Times | None, on: date | None) -> list[Span]:
    wanted = {number_of(name) for name in re.findall("[一二三四五六日天]", found[2] or "")}
    if not wanted and on:
        wanted = {on.weekday()}
    days = [day for day in every if not wanted or day.weekday() in wanted]
    days = _in_turn(found[1], days, times)
    return _single(days) if wanted else _joined(days, [week_start(day, _week_start(times)) for day in days])


def _in_turn(how: str, days: list[date], times: Times | None) -> list[date]:
    """The days of every week, of every other week from the first, of the odd or even weeks of a term."""
    if how == "每" or not days:
        return days
    if how in ("单", "双") and times and times.terms:
        odd = how == "单"
        return [day for day in days if (number := _week_number(day, times)) and number % 2 == odd]
    start = week_start(days[0], _week_start(times))
    return [day for day in days if (day - start).days // 7 % 2 == 0]


def _week_number(day: date, times: Times) -> int:
    """The number of the week of a term that `day` lies in, 0 for none and for the 预备周."""
    weeks = (week_of(term, day) for term in times.terms if term.holds(day))
    return next((week.number for week in weeks if week), 0)


def _week_start(times: Times | None) -> int:
    return times.terms[0].week_start if times and times.terms else MONDAY


def _monthly(found: re.Match[str], every: Sequence[date], on: date | None) -> list[Span]:
    wanted = int(found[1] or 0) or (on.day if on and not found[2] else 0)
    if wanted:
        return _single([day for day in every if day.day == min(wanted, month_end(day.year, day.month).day)])
    first, last = THIRDS.get(found[2] or "", (1, 31))
    days = [day for day in every if first <= day.day <= last]
    return _joined(days, [day.replace(day=1) for day in days])


def _joined(days: Sequence[date], of: Sequence[date]) -> list[Span]:
    """The days that belong together (equal entries of `of`), each lot as a whole."""
    lots: dict[date, list[date]] = {}
    for day, lot in zip(days, of, strict=True):
        lots.setdefault(lot, []).append(day)
    return [Span(lot[0], lot[-1], whole=True) for lot in lots.values()]
