"""What happens when: the plan's 活动 → occurrences, each with its days and its hours."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import NamedTuple

from docgen.calendar.hours import hours_of
from docgen.calendar.repeats import repeated
from docgen.calendar.spans import NoSuchDay, NotKnown, Span, span_of
from docgen.calendar.terms import LONGEST
from docgen.calendar.times import Times, all_days
from docgen.i18n import _
from docgen.problems import Place, Problem, error
from docgen.source.values import Record, as_list, place_of

BLANK = "待填"
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


class Events(NamedTuple):
    """The events of a plan: their `occurrences` by day and hour, those that are `undated` for they
    have words for a date or none, and what is wrong with the rest."""

    occurrences: tuple[Occurrence, ...]
    undated: tuple[Record, ...]
    problems: tuple[Problem, ...]


def events_of(plan: Record, times: Times | None, is_off: IsOff) -> Events:
    """The plan's 活动; what is wrong with their dates and hours (CAL-003 to CAL-007) with the place of
    the value. A repeated event leaves out the days on which `is_off`."""
    found: list[Occurrence] = []
    undated: list[Record] = []
    problems: list[Problem] = []
    for row in as_list(plan.get("活动")):
        if isinstance(row, Record):
            _add(row, times, is_off, found, undated, problems)
    found.sort(key=lambda one: (one.first, one.start or time.min, one.last))
    return Events(tuple(found), tuple(undated), tuple(problems))


class _Wrong(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def _add(
    row: Record,
    times: Times | None,
    is_off: IsOff,
    found: list[Occurrence],
    undated: list[Record],
    problems: list[Problem],
) -> None:
    try:
        dated = _of(row, times, is_off)
    except _Wrong as fault:
        problems.append(fault.problem)
    else:
        found.extend(dated)
        if not dated:
            undated.append(row)


def _of(row: Record, times: Times | None, is_off: IsOff) -> list[Occurrence]:
    start, end = _hours(row)
    span = _span(row, times)
    if row.get("重复") not in (None, "", BLANK):
        return [
            Occurrence(row, one.first, one.last, start, end, one.whole, repeated=True)
            for one in _repeated(row, span, times)
            if one.whole or not is_off(one.first)
        ]
    return [Occurrence(row, span.first, span.last, start, end, span.whole)] if span else []


def _span(row: Record, times: Times | None) -> Span | None:
    """The days from 日期 to 至; None where the date is words or missing."""
    first = _named(row, "日期", times)
    last = _named(row, "至", times) if first else None
    if first is None or last is None:
        return first
    if last.last < first.first:
        sentence, hint = _("结束的日期早于开始的日期"), _("检查起止日期是否写反")
        raise _wrong(row, "至", "CAL-004", sentence, hint)
    return Span(first.first, last.last, first.whole or last.whole)


def _named(row: Record, key: str, times: Times | None) -> Span | None:
    if key not in row:
        return None
    try:
        return span_of(str(row[key]) if not isinstance(row[key], str) else row[key], times)
    except NoSuchDay as fault:
        raise _wrong(row, key, "CAL-003", *fault.args) from None
    except NotKnown as fault:
        raise _wrong(row, key, "CAL-007", *fault.args) from None


def _hours(row: Record) -> tuple[time | None, time | None]:
    try:
        return hours_of(str(row.get("时间", "")))
    except ValueError as fault:
        raise _wrong(row, "时间", "CAL-005", *fault.args) from None


def _repeated(row: Record, span: Span | None, times: Times | None) -> list[Span]:
    """When a repeated event happens: from 日期 to 至; without an end as long as the plan's time lasts, in
    its terms where it has terms."""
    if span is None and times is None:
        hint = _("写“日期”和“至”，或者写学期的起止")
        raise _wrong(row, "重复", "CAL-006", _("不知道从哪天重复到哪天"), hint)
    open_end = span is None or ("至" not in row and span.first == span.last)
    first, last = _reach(span, times, open_end)
    if (last - first).days > 2 * LONGEST:
        raise _wrong(row, "重复", "CAL-006", _("重复的时间超过两年"), _("检查起止日期的年份"))
    on = span.first if span and not span.whole else None
    every = [day for day in all_days(first, last) if not open_end or day == on or _in_term(day, times)]
    found = repeated("".join(str(row["重复"]).split()), every, times, on)
    if found is None:
        hint = _("可以写：每天、每周一、每周一、三、每两周周五、单周周三、每月15日、每月上旬")
        raise _wrong(row, "重复", "CAL-006", _("看不懂多久重复一次"), hint)
    return found


def _reach(span: Span | None, times: Times | None, open_end: bool) -> tuple[date, date]:
    """The first and last day among which an event is repeated."""
    if span is None:
        return (times.first, times.last) if times else (date.max, date.max)
    return span.first, max(span.last, times.last) if open_end and times else span.last


def _in_term(day: date, times: Times | None) -> bool:
    return not times or not times.terms or any(term.holds(day) for term in times.terms)


def _wrong(row: Record, key: str, id: str, sentence: str, hint: str) -> _Wrong:
    return _Wrong(error(id, sentence, place_in(row, key), excerpt=str(row[key]), hint=hint))


def place_in(row: Record, key: str) -> Place | None:
    """Where the value of `key` stands, else its key, else the row."""
    return place_of(row.get(key)) or row.keys_at.get(key) or row.place
