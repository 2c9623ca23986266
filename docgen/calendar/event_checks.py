"""Events that are doubtful: outside the term, on days off, two at one place, a weekday that is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta

from docgen.calendar.events import Occurrence, place_in
from docgen.calendar.read import Calendar
from docgen.calendar.spans import NoSuchDay, NotKnown, span_of, typed_weekday
from docgen.calendar.teaching import with_weekday
from docgen.calendar.times import Times, all_days
from docgen.calendar.weekdays import named_weekday, weekday_of
from docgen.i18n import _
from docgen.patterns import pattern
from docgen.problems import Problem, warning
from docgen.source.values import Record, as_list

MEANT = pattern(r".*(?:[放寒暑秋春休]假|假期|值班|值守|调休)")
"""Names of what is on a day off on purpose."""
LONGEST = timedelta(days=31)
"""What lasts longer does not take up its place all the time."""
ANYWHERE = pattern(r"各.*|线上|网上|校内|学校|待定")
"""Places where more than one thing may go on."""
MOST = 50
"""Events at one place on one day, with which the next is compared."""


def check(plan: Record, calendar: Calendar) -> Iterator[Problem]:
    """CAL-020 outside the term, CAL-021 on a holiday, CAL-022 on a weekend, CAL-023 a wrong weekday,
    CAL-024 two at one place and time; each event is told of once."""
    told: set[int] = set()
    for one in calendar.occurrences:
        found = None if id(one.row) in told or one.whole else _doubt(one, calendar)
        if found:
            told.add(id(one.row))
            yield found
    for row in as_list(plan.get("活动")):
        if isinstance(row, Record):
            yield from _weekdays(row, calendar.times)
    yield from _clashes(calendar)


def wrong_weekday(day: date, typed: int | None, row: Record, key: str) -> Iterator[Problem]:
    """CAL-023 where `typed` is not the weekday of `day`."""
    if typed is not None and typed != day.weekday():
        right = weekday_of(day)
        sentence = _("{day}是{right}，不是{typed}").format(
            day=with_weekday(day).partition("（")[0], right=right, typed=weekday_of(typed)
        )
        hint = _("改成“{right}”，或者检查日期").format(right=right)
        yield warning("CAL-023", sentence, place_in(row, key), excerpt=str(row[key]), hint=hint)


def _doubt(one: Occurrence, calendar: Calendar) -> Problem | None:
    return _outside(one, calendar) or (None if one.repeated else _day_off(one, calendar))


def _outside(one: Occurrence, calendar: Calendar) -> Problem | None:
    times = calendar.times
    if times is None:
        return None
    spans = [(term.first, term.last) for term in calendar.terms] or [times.year]
    if any(one.first <= last and one.last >= first for first, last in spans):
        return None
    day, hint = with_weekday(one.first), _("检查日期和年份；确实在假期里进行的，不用改")
    if calendar.terms:
        names = _("、").join(term.name for term in calendar.terms)
        sentence = _("“{name}”在{day}，不在{terms}的起止日期里").format(name=one.name, day=day, terms=names)
    else:
        sentence = _("“{name}”在{day}，不在计划的时间里（{months}）").format(
            name=one.name, day=day, months=times.months()
        )
    return _told(one, "CAL-020", sentence, hint)


def _day_off(one: Occurrence, calendar: Calendar) -> Problem | None:
    """An event all of whose days are off."""
    if MEANT.match(one.name) or one.last - one.first > LONGEST:
        return None
    days = all_days(one.first, one.last)
    if any(calendar.is_working(day) for day in days):
        return None
    hint = _("换一天；确实在这一天进行的，不用改")
    off = next((name for day in days if (name := calendar.off_for(day))), "")
    if off:
        sentence = _("“{name}”在{day}，这一天放假（{off}）").format(
            name=one.name, day=with_weekday(one.first), off=off
        )
        return _told(one, "CAL-021", sentence, hint)
    sentence = _("“{name}”在{day}，这一天是周末").format(name=one.name, day=with_weekday(one.first))
    return _told(one, "CAL-022", sentence, hint)


def _told(one: Occurrence, id: str, sentence: str, hint: str) -> Problem:
    key = "日期" if "日期" in one.row else "重复"
    return warning(id, sentence, place_in(one.row, key), excerpt=str(one.row.get(key, "")), hint=hint)


def _weekdays(row: Record, times: Times | None) -> Iterator[Problem]:
    for key in ("日期", "至"):
        day = _day(row, key, times)
        if day:
            yield from wrong_weekday(day, typed_weekday(str(row[key])), row, key)
    day = _day(row, "日期", times)
    if day and "至" not in row and "星期" in row:
        yield from wrong_weekday(day, named_weekday(str(row["星期"])), row, "星期")


def _day(row: Record, key: str, times: Times | None) -> date | None:
    """The one day that `key` names."""
    try:
        span = span_of(row[key], times) if isinstance(row.get(key), str) else None
    except (NoSuchDay, NotKnown):
        return None
    return span.first if span and span.first == span.last else None


def _clashes(calendar: Calendar) -> Iterator[Problem]:
    """CAL-024, one for each event that meets another at its place."""
    at: dict[tuple[str, date], list[Occurrence]] = {}
    told: set[int] = set()
    for one in calendar.occurrences:
        place = "".join(str(one.row.get("地点", "")).split())
        if not place or ANYWHERE.fullmatch(place) or one.start is None or one.whole:
            continue
        for day in all_days(one.first, min(one.last, one.first + LONGEST)):
            others = at.setdefault((place, day), [])
            met = next((other for other in others[-MOST:] if _meet(other, one)), None)
            if met and id(one.row) not in told:
                told.add(id(one.row))
                yield _clash(met, one, day, place)
            others.append(one)


def _meet(one: Occurrence, other: Occurrence) -> bool:
    return one.row is not other.row and _overlap(one, other)


def _overlap(one: Occurrence, other: Occurrence) -> bool:
    """Whether the hours meet; an event without an end has but its beginning."""
    first, last = _hours(one)
    start, end = _hours(other)
    return first == start or (first < end and start < last)


def _hours(one: Occurrence) -> tuple[time, time]:
    start = one.start or time.min
    return start, one.end or start


def _clash(one: Occurrence, other: Occurrence, day: date, place: str) -> Problem:
    sentence = _("“{one}”和“{other}”{day}同一时间都在{place}").format(
        one=one.name, other=other.name, day=with_weekday(day), place=place
    )
    hint = _("改其中一个的时间或地点")
    return warning("CAL-024", sentence, place_in(other.row, "地点"), excerpt=other.name, hint=hint)
