"""Calendars in a file. Those that docgen makes of a plan are right by their making, and the plan's own
days are checked by `docgen.calendar`; their mistakes have ids of their own (`data/lint/elsewhere.yaml`)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from docgen.calendar.holidays import Holidays, holidays
from docgen.calendar.weekdays import weekday_of
from docgen.i18n import _
from docgen.lint import weeks
from docgen.lint.data import listed
from docgen.lint.days import day_of, days, exists, spans
from docgen.lint.grids import Sheet, bare, columns, sheets
from docgen.lint.period import Period, period, title
from docgen.lint.reading import CELL, Hit, Reading
from docgen.patterns import pattern

CALENDAR = pattern("校历")
WORK = pattern(r"上班|补班|调休上课|正常上课|补课")
MADE_UP = pattern(r"补[^。；，]{0,12}(?:课|班)|上(?:星期|周)[一二三四五]的?课")
NOTICE = pattern("为准")
COUNT = pattern(r"共\s*(?P<count>[0-9]{1,3})\s*(?P<unit>周|天|日)(?!零)")
TERM_WEEKS = pattern(
    r"(?:共|计|(?:本学期|全学期|教学)[^。；0-9]{0,6})\s*(?P<count>[0-9]{1,2}|[一二三四五六七八九十]{1,3})\s*周(?!零|次|[0-9一二三四五六])"
)
WEEKS_OF_GRID = pattern("^(?:周次|周别|周|教学周|周数)(?:星期)?$")
BESIDE = pattern("备注|内容|工作|活动|事项|安排")
DATED_EVENT = pattern(
    r"(?:^|[，,；;、。\n ])(?P<month>1[0-2]|[1-9])[.．月/](?P<day>[0-9]{1,2})日?"
    r"(?=[\u4e00-\u9fff：:（(])(?!日?[补至到])"
)
LEAST_WEEKS = 2
FAR = 60
"""Days: what is farther off is a number, or of another year."""
VACATION = pattern("假")
EVENT = pattern("^(?:日期|时间|活动时间|月日)$")
WEEKEND = 5


def rows(reading: Reading) -> Iterator[Hit]:
    """CAL-101: a day left out or doubled in the grid, or one in the column of another weekday."""
    meant = period(reading)
    for sheet, all_days in weeks.grids(reading):
        for before, one in pairwise(all_days):
            follows = (
                one.month or one.number == before.number + 1 or (one.number == 1 and before.number >= 28)
            )
            if not follows:
                values = {"text": str(one.number), "before": str(before.number)}
                yield Hit(one.passage, 0, len(reading.passages[one.passage].text), values)
        wrong = [
            (one, day)
            for one, day in weeks.dated(all_days, meant, _first_month(reading, sheet))
            if day.weekday() != one.weekday
        ]
        if wrong:
            one, day = wrong[0]
            values = {"text": f"{day.month}月{day.day}日", "before": weekday_of(day)}
            yield Hit(one.passage, 0, len(reading.passages[one.passage].text), values)


def _first_month(reading: Reading, sheet: Sheet) -> int:
    """The month that the first row of a grid names in its column of months."""
    for column in columns(sheet, weeks.MONTH.match):
        found = pattern(r"([0-9]{1,2}|十[一二]?|[一二三四五六七八九])月?").match(
            bare(reading.passages[sheet.rows[0][column]]) if sheet.rows and column in sheet.rows[0] else ""
        )
        if found:
            return weeks.week_number(found[1]) or 0
    return 0


def marks(reading: Reading) -> Iterator[Hit]:
    """CAL-102: 休 or 班 on another day than announced, or a holiday without a mark where others have one."""
    for one, day, known in _known_days(reading):
        name, text = known.name(day), one.rest
        off, work = known.is_off(day), day in known.work
        wrong = ("休" in text and known.is_workday(day)) or ("班" in text and not known.is_workday(day))
        named = bool(text) and (text in name or pattern("休|假|节").search(text))
        unmarked = (off and day in known.statutory and not named) or (
            work and not pattern("班|补|课").search(text)
        )
        if wrong or unmarked:
            values = {"day": f"{day.month}月{day.day}日", "right": name or ("上班" if work else "上课")}
            yield Hit(one.passage, 0, len(reading.passages[one.passage].text), values)


def _known_days(reading: Reading) -> Iterator[tuple[weeks.GridDay, date, Holidays]]:
    """The days of grids that mark days off, in years that are announced."""
    meant = period(reading)
    for sheet, all_days in weeks.grids(reading):
        dated = weeks.dated(all_days, meant, _first_month(reading, sheet))
        if not any(pattern("休|班|假|节").search(one.rest) for one, _day in dated):
            continue
        known = holidays({day.year for _one, day in dated})
        for one, day in dated:
            if day.weekday() == one.weekday and day.year not in known.unannounced:
                yield one, day, known


def unannounced(reading: Reading) -> Iterator[Hit]:
    """CAL-103: a calendar of a year whose holidays nobody announced, without a word of it."""
    meant = period(reading)
    if not meant or reading.plan is not None or not CALENDAR.search(title(reading)):
        return
    open_years = holidays(range(meant.first, meant.last + 1)).unannounced
    if open_years and not any(NOTICE.search(one.text) for one in reading.passages):
        yield Hit(-1, values={"year": "、".join(map(str, open_years))})


def made_up(reading: Reading) -> Iterator[Hit]:
    """CAL-105: a weekend that is worked, without whose lessons are taught then."""
    if reading.plan is not None or not CALENDAR.search(title(reading)):
        return
    for at, one in enumerate(reading.passages):
        for sentence in pattern("[^。；\n]+").finditer(one.text):
            worked = WORK.search(sentence[0])
            if (
                worked
                and next(days(sentence[0]), None)
                and not MADE_UP.search(sentence[0])
                and "班" in worked[0]
            ):
                start = sentence.start() + worked.start()
                yield Hit(at, start, start + len(worked[0]), {"text": sentence[0].strip()[:20]})


def counts(reading: Reading) -> Iterator[Hit]:
    """CAL-106: weeks or days that are stated and are not what the dates, or the rows, come to."""
    meant = period(reading)
    for at, one in enumerate(reading.passages):
        if one.zone == CELL and not VACATION.search(one.text):
            continue
        for sentence in pattern("[^。；\n]+").finditer(one.text):
            stated, span = COUNT.search(sentence[0]), next(spans(sentence[0]), None)
            if stated and span and stated.start() > span.last.end and VACATION.search(sentence[0]):
                first, last = day_of(span.first, meant), day_of(span.last, meant)
                length = (last - first).days + 1 if first and last else 0
                right = length if stated["unit"] in "天日" else round(length / 7)
                close = 0 if stated["unit"] in "天日" else 1
                if length > 0 and abs(int(stated["count"]) - right) > close:
                    start = sentence.start() + stated.start("count")
                    yield Hit(
                        at,
                        start,
                        start + len(stated["count"]),
                        {"text": stated[0], "right": str(right)},
                        str(right),
                        sure=False,
                    )
    yield from _term_weeks(reading)


def _term_weeks(reading: Reading) -> Iterator[Hit]:
    """The number of weeks that is stated against the last week of the only table of weeks."""
    numbered = [numbers for numbers in _numbered(reading) if len(numbers) > LEAST_WEEKS]
    if len(numbered) != 1 or numbered[0] != sorted(numbered[0]):
        return  # several terms, each with its weeks
    last = numbered[0][-1]
    for at, one in enumerate(reading.passages):
        stated = TERM_WEEKS.search(one.text) if one.zone != CELL and not VACATION.search(one.text) else None
        if stated and weeks.week_number(stated["count"]) != last:
            yield Hit(
                at, stated.start("count"), stated.end("count"), {"text": stated[0], "right": f"{last}周"}
            )


def _numbered(reading: Reading) -> Iterator[list[int]]:
    """The numbers of the weeks of each table that has a column of them."""
    for sheet in sheets(reading):
        for column in columns(sheet, WEEKS_OF_GRID.match)[:1]:
            found = [
                weeks.week_number(bare(reading.passages[row[column]])) for row in sheet.rows if column in row
            ]
            yield [number for number in found if number]


def out_of_week(reading: Reading) -> Iterator[Hit]:
    """DAT-017 in a calendar: an event with a date that is not in the week it stands beside."""
    meant = period(reading)
    for sheet, all_days in weeks.grids(reading):
        by_row: dict[int, list[date]] = {}
        for one, day in weeks.dated(all_days, meant, _first_month(reading, sheet)):
            by_row.setdefault(reading.passages[one.passage].row, []).append(day)
        whole = {row: (min(days), max(days)) for row, days in by_row.items() if len(days) >= WEEKEND}
        yield from _beside(reading, sheet, whole)
    for sheet, rows in weeks.weeks(reading, meant):
        yield from _beside(
            reading, sheet, {reading.passages[one.passage].row: (one.first, one.last) for one in rows}
        )


def _beside(reading: Reading, sheet: Sheet, spans_of: dict[int, tuple[date, date]]) -> Iterator[Hit]:
    """The dated events of the rows whose first and last days are known."""
    beside = columns(sheet, BESIDE.search)
    for row in sheet.rows:
        for at in (row[column] for column in beside if column in row):
            if span := spans_of.get(reading.passages[at].row):
                yield from _out_of_week(reading, at, *span)


def _out_of_week(reading: Reading, at: int, first: date, last: date) -> Iterator[Hit]:
    for one in DATED_EVENT.finditer(reading.passages[at].text):
        month, number = int(one["month"]), int(one["day"])
        near = [day for day in (first, last) if day.month == month] or [first]
        if exists(near[0].year, month, number):
            day = date(near[0].year, month, number)
            if not first <= day <= last and abs((day - first).days) < FAR:
                values = {"text": one[0].strip("，,；;、 \n"), "what": _("它所在的那一周里")}
                yield Hit(at, one.start("month"), one.end("day"), values)


def day_off(reading: Reading) -> Iterator[Hit]:
    """CAL-107: an event on a holiday, or lessons on a weekend."""
    meant = period(reading)
    if not meant or reading.plan is not None:
        return
    known = holidays(range(meant.first, meant.last + 1))
    for sheet in sheets(reading):
        for column in columns(sheet, EVENT.match)[:1]:
            for row in sheet.rows:
                words = "".join(bare(reading.passages[at]) for other, at in row.items() if other != column)
                if column in row and not listed("days_off_meant").search(words):
                    yield from _off(reading, row[column], meant, known, words)


def _off(reading: Reading, at: int, meant: Period, known: Holidays, words: str) -> Iterator[Hit]:
    text = reading.passages[at].text
    named = list(days(text))
    if len(named) != 1 or next(spans(text), None):
        return
    day = day_of(named[0], meant)
    if day and (known.is_off(day) or (not known.is_workday(day) and listed("lessons").search(words))):
        values = {"day": text[named[0].start : named[0].end], "why": known.name(day) or weekday_of(day)}
        yield Hit(at, named[0].start, named[0].end, values)


def month_labels(reading: Reading) -> Iterator[Hit]:
    """CAL-108: the first day of a month that does not name it, in a grid without a column of months."""
    for sheet, all_days in weeks.grids(reading):
        if weeks.has_months(sheet) or not any(one.month for one in all_days):
            continue
        month = 0
        for one in all_days:
            month = one.month or (month % 12 + 1 if one.number == 1 and month else month)
            if one.number == 1 and not one.month and month:
                text = reading.passages[one.passage].text
                start = text.index("1")
                yield Hit(one.passage, start, start + 1, {"month": str(month)}, f"{month}月1日")


def week_dates(reading: Reading) -> Iterator[Hit]:
    """CAL-109: a week whose dates are not those the other weeks count up to."""
    for _sheet, rows in weeks.weeks(reading, period(reading)):
        start = weeks.usual_start(rows)
        for one in rows if start else ():
            monday = one.first - timedelta(days=one.first.weekday())
            if start and monday != start + timedelta(days=7 * one.number):
                right = start + timedelta(days=7 * one.number)
                span = one.span
                values = {"number": str(one.number), "right": f"{right.month}月{right.day}日"}
                yield Hit(one.passage, span.first.start, span.last.end, values)


RULES = {
    "CAL-101": rows,
    "CAL-102": marks,
    "CAL-103": unannounced,
    "CAL-105": made_up,
    "CAL-106": counts,
    "CAL-107": day_off,
    "CAL-108": month_labels,
    "CAL-109": week_dates,
}
