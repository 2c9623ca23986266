"""When things are said to happen: weekdays, spans, stages, years that are not the paper's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docgen.calendar.weekdays import number_of, weekday_of
from docgen.i18n import _
from docgen.lint.data import listed
from docgen.lint.days import day_of, days, exists, spans
from docgen.lint.grids import bare, columns, sheets
from docgen.lint.period import Period, period
from docgen.lint.reading import BODY, CELL, HEADING, ITEM, TITLE, Hit, Reading
from docgen.lint.rules.calendars import out_of_week
from docgen.lint.seen import found, seen
from docgen.lint.sentence import sentence
from docgen.patterns import pattern

RUNNING = (HEADING, BODY, ITEM)
WEEKDAY = pattern(r"\s*[（(]?\s*(?:星期|周|礼拜)(?P<day>[一二三四五六日天])(?!至|到|[—\-~～])")
DEADLINE = pattern(r"\s*(?:之前|以前|前(?!后)|截止)")
UNTIL = pattern(r"(?:截止|截至|不迟于|最迟)(?:时间|日期)?[为到至：:]?$")
PLANS = pattern("计划|方案|要点|安排|行事历|校历|思路")
EVENT_TIME = pattern("^(?:时间|日期|起止日期|起止时间|活动时间)$")
SCHOOL_YEARS = pattern(r"(?<![0-9])(20[0-9]{2})\s*[-~～/－–—至]{1,2}\s*(20[0-9]{2})\s*学年")
YEAR = pattern(r"(?<![0-9])20[0-9]{2}年")
TERM = pattern(r"第(?P<number>[一二])学期")
CLOCK = pattern(r"(?<![0-9])(?:1[3-9]|2[0-3])[:：][0-5][0-9]")
HALF_DAY = pattern(r"(?:下午|晚上|晚|中午)\s*(?:[1-9]|1[0-2])(?:[:：][0-5][0-9]|[时点])")
WINDOW = 12
"""Characters before a date that say it is a deadline."""
CLOSING_MONTHS = 2
"""Up to which month what belongs to a year is brought to its end in the next."""


def weekdays(reading: Reading) -> Iterator[Hit]:
    """DAT-006: a weekday that is not the date's, in the year the text or the paper names."""
    meant = period(reading)
    listed_days = (CELL,) if reading.plan is not None else ()  # CAL-023 tells those of a plan's lists
    for at, text in seen(reading, without=listed_days):
        year = 0
        for one in days(text):
            year = one.year or year
            named = WEEKDAY.match(text, one.end)
            day = day_of(one._replace(year=one.year or (0 if meant else year)), meant)
            if named and day and number_of(named["day"]) != day.weekday():
                values = {"day": text[one.start : one.end], "right": weekday_of(day)}
                start = named.start("day")
                yield Hit(at, start, start + 1, values, weekday_of(day)[-1])


def relative(reading: Reading) -> Iterator[Hit]:
    """DAT-009: 今年, 本月底 in a paper whose title, date and text name no year to count from."""
    if period(reading) or any(one.year for _at, text in seen(reading) for one in days(text)):
        return
    if any(YEAR.search(text) for _at, text in seen(reading)):
        return
    for at, one in found(reading, listed("relative_times"), only=RUNNING):
        yield Hit(at, one.start(), one.end(), {"text": one[0]})


def other_years(reading: Reading) -> Iterator[Hit]:
    """DAT-010: a day of an earlier year among what a plan means to do: left from last year's."""
    meant = period(reading)
    if not meant or not PLANS.search(reading.kind or _title(reading)):
        return
    for at, text in seen(reading, only=(BODY, ITEM)):
        for one in days(text):
            if (
                one.year
                and meant.first - 3 <= one.year < meant.first
                and not _of_the_past(text, one.start, one.end)
            ):
                yield Hit(at, one.start, one.end, {"text": text[one.start : one.end]})


def _title(reading: Reading) -> str:
    return "".join(one.text for one in reading.passages if one.zone == TITLE)


def _of_the_past(text: str, start: int, end: int) -> bool:
    """Whether the sentence around says what has been: a policy, a basis of comparison."""
    return bool(listed("past_words").search(sentence(text, start, end)))


def deadlines(reading: Reading) -> Iterator[Hit]:
    """DAT-012: a deadline on a weekend or holiday."""
    meant = period(reading)
    for at, text in seen(reading, only=RUNNING):
        for one in days(text):
            day = day_of(one, meant)
            if (
                day
                and (
                    DEADLINE.match(text, one.end)
                    or UNTIL.search(text[max(0, one.start - WINDOW) : one.start])
                )
                and (why := _off(day))
            ):
                yield Hit(at, one.start, one.end, {"text": text[one.start : one.end], "why": why})


def _off(day: date) -> str:
    from docgen.calendar.holidays import holidays

    known = holidays((day.year,))
    if known.is_workday(day):
        return ""
    return known.name(day) or weekday_of(day)


def terms(reading: Reading) -> Iterator[Hit]:
    """DAT-015: school years that do not follow each other; a term in months that are not its own."""
    for at, one in found(reading, SCHOOL_YEARS):
        if int(one[2]) != int(one[1]) + 1:
            right = f"{one[1]}—{int(one[1]) + 1}学年"
            yield Hit(at, one.start(), one.end(), {"text": one[0]}, right, sure=False)
    for at, text in seen(reading):
        named = list(TERM.finditer(text))
        if len(named) != 1:
            continue
        end = named[0].end()
        inside = Period(0, 0, True, 1 if named[0]["number"] == "一" else 2).months()
        span = next((one for one in spans(text[: end + 30]) if 0 <= one.first.start - end <= 2), None)
        if span and span.first.month not in inside:
            start = named[0].start()
            yield Hit(at, start, span.last.end, {"text": text[start : span.last.end]})


def outside_period(reading: Reading) -> Iterator[Hit]:
    """DAT-017: an event in a table on a day outside of the paper's time, or of the week it stands beside.
    Plans say it by CAL-020."""
    meant = period(reading)
    if not meant or reading.plan is not None:
        return
    for sheet in sheets(reading):
        for column in columns(sheet, EVENT_TIME.match):
            for row in sheet.rows:
                if column in row:
                    yield from _outside(reading, row[column], meant)
    yield from out_of_week(reading)


def _outside(reading: Reading, at: int, meant: Period) -> Iterator[Hit]:
    text = reading.passages[at].text
    for one in days(text):
        if not exists(one.year, one.month, one.day):
            continue
        closing = one.year == meant.last + 1 and one.month <= CLOSING_MONTHS
        if one.year and (meant.holds(one.year) or closing):
            continue
        if one.year or one.month not in meant.months():
            yield Hit(
                at, one.start, one.end, {"text": text[one.start : one.end], "what": _("这份计划的时间里")}
            )


def clocks(reading: Reading) -> Iterator[Hit]:
    """DAT-018: 14:30 and 下午2:30 in one table."""
    for sheet in sheets(reading):
        cells = [at for row in sheet.rows for at in row.values()]
        whole = [at for at in cells if CLOCK.search(bare(reading.passages[at]))]
        halves = [(at, one) for at in cells for one in HALF_DAY.finditer(reading.passages[at].text)]
        if whole and halves:
            at, one = halves[0]
            yield Hit(at, one.start(), one.end(), {"text": one[0]})


RULES = {
    "DAT-006": weekdays,
    "DAT-009": relative,
    "DAT-010": other_years,
    "DAT-012": deadlines,
    "DAT-015": terms,
    "DAT-017": outside_period,
    "DAT-018": clocks,
}
