"""Calendars in a file. Those that docgen makes of a plan are right by their making, and the plan's own
days are checked by `docgen.calendar`; their mistakes have ids of their own (`data/lint/elsewhere.yaml`)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from docgen.calendar.holidays import Holidays, holidays
from docgen.calendar.weekdays import weekday_of
from docgen.lint import weeks
from docgen.lint.days import day_of, days, spans
from docgen.lint.grids import Sheet, bare, columns, sheets
from docgen.lint.period import Period, period, title
from docgen.lint.reading import CELL, Hit, Reading
from docgen.patterns import pattern

CALENDAR = pattern("校历")
WORK = pattern(r"上班|补班|调休上课|正常上课|补课")
MADE_UP = pattern(r"补[^。；，]{0,12}(?:课|班)|上(?:星期|周)[一二三四五]的?课")
NOTICE = pattern("为准")
COUNT = pattern(r"共\s*(?P<count>[0-9]{1,3})\s*(?P<unit>周|天|日)(?!零)")
TERM_WEEKS = pattern(r"(?:本学期|全学期|学期|教学)[^。；0-9]{0,10}共?\s*(?P<count>[0-9]{1,2})\s*周")
VACATION = pattern("假")
MEANT = pattern(
    "放|假|值班|值守|调休|纪念|庆祝|节前|节后|安全教育|作业|社会实践|家长会|培训|竞赛|比赛|考试|报名|备课|返校|报到|注册"
)
LESSONS = pattern("上课|开学典礼|升旗|教研活动|听课|期中考试|期末考试|集体备课")
EVENT = pattern("^(?:日期|时间|活动时间|月日)$")
WEEKEND = 5
DAY = timedelta(days=1)


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
    last = [max((number for number in numbers if number), default=0) for numbers in _numbered(reading)]
    if len(last) != 1 or last[0] < 3:
        return
    for at, one in enumerate(reading.passages):
        stated = TERM_WEEKS.search(one.text) if one.zone != CELL else None
        if stated and int(stated["count"]) != last[0]:
            yield Hit(
                at, stated.start("count"), stated.end("count"), {"text": stated[0], "right": str(last[0])}
            )


def _numbered(reading: Reading) -> Iterator[list[int]]:
    for sheet in sheets(reading):
        for column in columns(sheet, weeks.WEEK.match)[:1]:
            yield [
                weeks.week_number(bare(reading.passages[row[column]])) or 0
                for row in sheet.rows
                if column in row
            ]


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
                if column in row and not MEANT.search(words):
                    yield from _off(reading, row[column], meant, known, words)


def _off(reading: Reading, at: int, meant: Period, known: Holidays, words: str) -> Iterator[Hit]:
    text = reading.passages[at].text
    named = list(days(text))
    if len(named) != 1 or next(spans(text), None):
        return
    day = day_of(named[0], meant)
    if day and (known.is_off(day) or (not known.is_workday(day) and LESSONS.search(words))):
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
