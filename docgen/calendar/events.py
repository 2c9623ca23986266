"""What happens when: the plan's 活动 → occurrences, each with its days and its hour."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable
from datetime import date, time, timedelta
from typing import NamedTuple

from docgen.calendar.spans import Span, Times, span_of
from docgen.calendar.terms import MONDAY
from docgen.calendar.weekdays import number_of
from docgen.calendar.weeks import week_of, week_start
from docgen.i18n import _
from docgen.patterns import pattern
from docgen.problems import Problem, error
from docgen.source.values import Record, as_list

CLOCK = pattern(r"([0-9]{1,2})[:：]([0-9]{2})(?:\s*[—–\-~～至到]+\s*([0-9]{1,2})[:：]([0-9]{2}))?")
EVERY_WEEK = pattern(
    r"(每|隔|每两|双|单)周(?:星期|周)?([一二三四五六日天](?:[、，,]?(?:周|星期)?[一二三四五六日天])*)?"
)
EVERY_MONTH = pattern(r"每月(?:([0-9]{1,2})[日号])?")
MOST = 1000
"""Occurrences of one event: what has more was repeated by mistake."""

IsOff = Callable[[date], bool]


class Occurrence(NamedTuple):
    """An event on the days from `first` to `last`, from the hour `start` to `end` where they are
    given. `whole`: it lies somewhere in these days; `row` is the plan's entry, `repeated` tells that
    it came from 重复."""

    row: Record
    first: date
    last: date
    start: time | None = None
    end: time | None = None
    whole: bool = False
    repeated: bool = False

    @property
    def name(self) -> str:
        return str(self.row.get("事项", ""))


def occurrences(plan: Record, times: Times | None, is_off: IsOff) -> tuple[list[Occurrence], list[Problem]]:
    """All occurrences of the plan's 活动 that have days, by day and hour; what is wrong with their
    dates and hours (CAL-003 to CAL-006) with the place of the value. A repeated event leaves out the
    days on which `is_off`."""
    problems: list[Problem] = []
    found = [
        one
        for row in as_list(plan.get("活动"))
        if isinstance(row, Record)
        for one in _told(row, times, is_off, problems)
    ]
    found.sort(key=lambda one: (one.first, one.start or time.min, one.last))
    return found, problems


def _told(row: Record, times: Times | None, is_off: IsOff, problems: list[Problem]) -> list[Occurrence]:
    try:
        return _of(row, times, is_off)
    except _Wrong as fault:
        problems.append(fault.problem)
        return []


class _Wrong(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def _of(row: Record, times: Times | None, is_off: IsOff) -> list[Occurrence]:
    start, end = _clock(row)
    span = _span(row, times)
    if row.get("重复"):
        return [
            Occurrence(row, day, day, start, end, repeated=True)
            for day in _repeated(row, span, times, is_off)
        ]
    return [Occurrence(row, span.first, span.last, start, end, span.whole)] if span else []


def _span(row: Record, times: Times | None) -> Span | None:
    """The days from 日期 to 至; None where the date is words or missing."""
    first = _named(row, "日期", times)
    if first is None or "至" not in row:
        return first
    last = _named(row, "至", times)
    if last is None:
        return first
    if last.last < first.first:
        raise _wrong(row, "至", "CAL-004", _("结束的日期早于开始的日期"), _("检查起止日期是否写反"))
    return Span(first.first, last.last, first.whole or last.whole)


def _named(row: Record, key: str, times: Times | None) -> Span | None:
    if key not in row:
        return None
    try:
        return span_of(row[key], times)
    except ValueError as fault:
        sentence, hint = fault.args
        raise _wrong(row, key, "CAL-003", sentence, hint) from None


def _clock(row: Record) -> tuple[time | None, time | None]:
    """The hours of 时间: 14:30—16:00, or the first alone; words (下午) are none."""
    text = str(row.get("时间", "")).strip()
    found = CLOCK.fullmatch(text)
    if not found:
        return None, None
    try:
        start = time(int(found[1]), int(found[2]))
        end = time(int(found[3]), int(found[4])) if found[3] else None
    except ValueError:
        raise _wrong(row, "时间", "CAL-005", _("没有这个时刻"), _("写成“14:30—16:00”的样子")) from None
    if end and end <= start:
        raise _wrong(row, "时间", "CAL-005", _("结束的时刻不晚于开始的时刻"), _("写成“14:30—16:00”的样子"))
    return start, end


def _repeated(row: Record, span: Span | None, times: Times | None, is_off: IsOff) -> list[date]:
    """The days of a repeated event: from 日期 to 至, else to the end of the plan's time; in its terms
    where the plan has terms and the event no 日期."""
    if span is None and times is None:
        hint = _("写“日期”和“至”，或者写学期的起止")
        raise _wrong(row, "重复", "CAL-006", _("不知道从哪天重复到哪天"), hint)
    every = _reach(row, span, times)
    days = [day for day in _days(row, every, times) if not is_off(day)]
    if len(days) > MOST:
        raise _wrong(row, "重复", "CAL-006", _("重复了{count}次").format(count=len(days)), _("检查起止日期"))
    return days


def _reach(row: Record, span: Span | None, times: Times | None) -> list[date]:
    if span is None and times is not None:
        return [
            day
            for day in _all(times.first, times.last)
            if not times.terms or any(term.holds(day) for term in times.terms)
        ]
    if span is None:
        return []
    ends = "至" in row or span.whole or times is None
    return _all(span.first, span.last if ends or times is None else times.last)


def _all(first: date, last: date) -> list[date]:
    return [first + timedelta(days=offset) for offset in range((last - first).days + 1)]


def _days(row: Record, every: list[date], times: Times | None) -> Iterable[date]:
    text = "".join(str(row["重复"]).split())
    if not every or text in ("每天", "每日"):
        return every
    if found := EVERY_WEEK.fullmatch(text):
        return _weekly(found, every, times)
    if found := EVERY_MONTH.fullmatch(text):
        wanted = int(found[1] or every[0].day)
        return [day for day in every if day.day == min(wanted, monthrange(day.year, day.month)[1])]
    hint = _("可以写：每天、每周一、每周一、三、每两周周五、单周周三、每月15日")
    raise _wrong(row, "重复", "CAL-006", _("看不懂多久重复一次"), hint)


def _weekly(found: re.Match[str], every: list[date], times: Times | None) -> list[date]:
    wanted = {number_of(name) for name in re.findall("[一二三四五六日天]", found[2] or "")}
    days = [day for day in every if day.weekday() in (wanted or {every[0].weekday()})]
    if found[1] == "每" or not days:
        return days
    if found[1] in ("单", "双") and times and times.terms:
        odd = found[1] == "单"
        return [day for day in days if (number := _week_number(day, times)) and number % 2 == odd]
    monday = week_start(days[0], MONDAY)
    return [day for day in days if (day - monday).days // 7 % 2 == 0]


def _week_number(day: date, times: Times) -> int:
    """The number of the week of a term that `day` lies in, 0 for none and for the 预备周."""
    weeks = (week_of(term, day) for term in times.terms if term.holds(day))
    return next((week.number for week in weeks if week), 0)


def _wrong(row: Record, key: str, id: str, sentence: str, hint: str) -> _Wrong:
    place = getattr(row[key], "place", None) or row.keys_at.get(key) or row.place
    return _Wrong(error(id, sentence, place, excerpt=str(row[key]), hint=hint))
