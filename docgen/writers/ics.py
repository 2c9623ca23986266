"""A plan's events as an iCalendar file (.ics, RFC 5545), for phones and mail programs.

Days without hours are all-day events. Those named by their month or week lie somewhere in it and are
marked as tentative; each time of a repeated event is an event of its own, for days off leave gaps
that no rule of repetition says. The same plan gives the same bytes.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docgen import terms
from docgen.calendar.events import Occurrence
from docgen.calendar.read import Calendar, read
from docgen.calendar.times import all_days
from docgen.i18n import _
from docgen.plan.responsibility import who
from docgen.problems import DocgenError, NotInstalled, Problem, error, stop_on_errors, warning
from docgen.source.values import Day, Record

if TYPE_CHECKING:
    import icalendar

ZONE = "Asia/Shanghai"
OFFSET = timedelta(hours=8)
"""Of China's time from UTC, in all the years that plans are about."""
LONGEST = timedelta(days=62)
"""What lasts longer is not put down for each of its days."""
MAKER = "-//docgen//docgen//ZH"


def write(plan: Record, folder: Path) -> bytes:
    """The events of `plan` (as its schema typed it; its files lie in `folder`) as the bytes of a .ics.
    Raises `NotInstalled` without the extra `calendar`, `DocgenError` where a date of the plan cannot be
    placed or it has no event with a date (CAL-030)."""
    calendar, problems = read(plan, folder)
    stop_on_errors(problems)
    if not calendar.occurrences:
        raise DocgenError(_no_events(plan))
    return bytes(_file(plan, calendar).to_ical())


def left_out(plan: Record, folder: Path) -> list[Problem]:
    """A warning (CAL-031) for each event whose date is words, which no .ics can hold."""
    calendar, _problems = read(plan, folder)
    sentence = _("“{name}”没有写到日、周、月，没有放进.ics")
    hint = _("要放进去，写上“日期”")
    return [
        warning("CAL-031", sentence.format(name=row.get("事项", "")), row.place, hint=hint)
        for row in calendar.undated
    ]


def _file(plan: Record, calendar: Calendar) -> icalendar.Calendar:
    library = _library()
    file: icalendar.Calendar = library.Calendar()
    file.add("prodid", MAKER)
    file.add("version", "2.0")
    file.add("calscale", "GREGORIAN")
    organ = str(plan.get("单位", ""))
    if name := organ + terms.period(plan):
        file.add("x-wr-calname", name)
    events = [event for one in calendar.occurrences for event in _events(one)]
    if any(isinstance(start, datetime) for _one, start, _end in events):
        file.add_component(_zone(library))
    stamp = _stamp(plan, calendar)
    for (one, start, end), uid in zip(events, _uids(organ, events), strict=True):
        file.add_component(_event(library, one, start, end, uid, stamp))
    return file


_Event = tuple[Occurrence, date, "date | None"]
"""An occurrence, when it begins and when it ends: days (the end not included) or hours."""


def _events(one: Occurrence) -> Iterator[_Event]:
    """One for all days of an occurrence, or one a day where it has hours and is no matter of months."""
    if not _by_hour(one) or one.start is None:
        yield one, one.first, one.last + min(timedelta(days=1), date.max - one.last)
        return
    zone = timezone(OFFSET, ZONE)
    for day in all_days(one.first, one.last):
        end = datetime.combine(day, one.end, zone) if one.end else None
        yield one, datetime.combine(day, one.start, zone), end


def _by_hour(one: Occurrence) -> bool:
    return one.start is not None and not one.whole and one.last - one.first < LONGEST


def _uids(organ: str, events: list[_Event]) -> Iterator[str]:
    """Names of events that stay the same as long as organ, event and day do, so that a calendar that
    is read in again changes its entries and gets no second ones."""
    met: Counter[str] = Counter()
    for one, start, _end in events:
        named = "\n".join((organ, one.name, start.isoformat()[:10]))
        met[named] += 1
        number = f"-{met[named]}" if met[named] > 1 else ""
        yield f"{hashlib.sha256(named.encode('utf-8')).hexdigest()[:32]}{number}@docgen"


def _event(
    library: Any, one: Occurrence, start: date, end: date | None, uid: str, stamp: datetime
) -> icalendar.Event:
    event: icalendar.Event = library.Event()
    event.add("uid", uid)
    event.add("dtstamp", stamp)
    for key, moment in (("dtstart", start), ("dtend", end)):
        if isinstance(moment, datetime):
            event.add(key, moment.replace(tzinfo=None), {"TZID": ZONE})
        elif moment:
            event.add(key, moment)
    event.add("summary", one.name)
    if one.row.get("地点"):
        event.add("location", str(one.row["地点"]))
    if text := "\n".join(_details(one)):
        event.add("description", text)
    if one.whole:
        event.add("status", "TENTATIVE")
    if not isinstance(start, datetime):
        event.add("transp", "TRANSPARENT")
    return event


def _details(one: Occurrence) -> Iterator[str]:
    row = one.row
    if one.whole:
        yield "大致时间：{text}".format(text=row.get("重复") or row.get("日期"))
    if row.get("时间") and not _by_hour(one):
        yield "时间：{text}".format(text=row["时间"])
    if row.get("责任"):
        yield f"责任：{who(row)}"
    if row.get("备注"):
        yield "备注：{text}".format(text=row["备注"])


def _stamp(plan: Record, calendar: Calendar) -> datetime:
    """When the file was made, as the format asks: the date of the paper, else the first of the year,
    never the time of writing."""
    signature = plan.get("落款")
    day = signature.get("日期") if isinstance(signature, Record) else None
    made = day.date if isinstance(day, Day) else date(calendar.occurrences[0].first.year, 1, 1)
    return datetime(made.year, made.month, made.day, tzinfo=timezone.utc)


def _zone(library: Any) -> icalendar.Timezone:
    """China's time, which is the same all year; written here, for what a machine knows of the history
    of its time differs."""
    zone: icalendar.Timezone = library.Timezone()
    standard = library.TimezoneStandard()
    zone.add("tzid", ZONE)
    standard.add("dtstart", datetime(1991, 9, 15, 1))
    standard.add("tzoffsetfrom", OFFSET)
    standard.add("tzoffsetto", OFFSET)
    standard.add("tzname", "CST")
    zone.add_component(standard)
    return zone


def _library() -> Any:
    try:
        import icalendar
    except ImportError:
        hint = _("运行 pip install docgen-gongwen[calendar]")
        raise NotInstalled(error("CAL-041", _("没有安装写.ics用的icalendar"), hint=hint)) from None
    return icalendar


def _no_events(plan: Record) -> Problem:
    place = plan.keys_at.get("活动") or plan.place
    hint = _("写“活动: [{{日期: 2026-10-15, 事项: 运动会}}]”").format()
    return error("CAL-030", _("计划里没有写明日期的活动，没有东西放进.ics"), place, hint=hint)
