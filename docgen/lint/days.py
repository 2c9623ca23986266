"""Days and spans of days in running text, with the places they stand at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from docgen.calendar.times import month_end
from docgen.lint.period import Period
from docgen.patterns import pattern

DAY = pattern(
    r"(?:(?<![0-9])(?P<year>(?:19|20)[0-9]{2})年|(?<![0-9.]))(?P<month>[0-9]{1,2})月(?:(?P<day>[0-9]{1,2})[日号])?(?![0-9份龄])"
    r"|(?<![0-9./\-])(?P<year2>20[0-9]{2})[-./](?P<month2>[0-9]{1,2})[-./](?P<day2>[0-9]{1,2})(?![0-9./\-])"
)
JOINED = pattern(r"\s*(?:起?\s*[—–－\-~～]{1,4}|[起]?至|起?到)\s*(?:次年|翌年|当年)?\s*")
SHORT_END = pattern(r"(?P<day>[0-9]{1,2})[日号](?![0-9])")
NEXT_YEAR = pattern("次年|翌年")


class Named(NamedTuple):
    """A day or month as named: `year` and `day` 0 where it names none; it is `start` to `end` of the text."""

    year: int
    month: int
    day: int
    start: int
    end: int


class Span(NamedTuple):
    """From one named day to another; `next_year`: the second is said to be of the next year."""

    first: Named
    last: Named
    next_year: bool = False


def days(text: str) -> Iterator[Named]:
    """All days and months in `text`, in their order; they need not exist."""
    if "月" not in text and "20" not in text:
        return
    for found in DAY.finditer(text):
        one = found.groupdict()
        yield Named(
            int(one["year"] or one["year2"] or 0),
            int(one["month"] or one["month2"]),
            int(one["day"] or one["day2"] or 0),
            found.start(),
            found.end(),
        )


def spans(text: str) -> Iterator[Span]:
    """All spans from one day to another in `text` (3月1日—20日, 2026年9月—2027年1月)."""
    named = list(days(text))
    for at, first in enumerate(named):
        joined = JOINED.match(text, first.end)
        if not joined:
            continue
        if at + 1 < len(named) and named[at + 1].start == joined.end():
            last = named[at + 1]
            yield Span(
                first,
                _taken_over(first, last, bool(NEXT_YEAR.search(joined[0]))),
                bool(NEXT_YEAR.search(joined[0])),
            )
        elif short := SHORT_END.match(text, joined.end()):
            yield Span(first, Named(first.year, first.month, int(short["day"]), short.start(), short.end()))


def _taken_over(first: Named, last: Named, next_year: bool) -> Named:
    """The end of a span with the year of its beginning where it names none."""
    if last.year or not first.year:
        return last
    return last._replace(year=first.year + next_year)


def exists(year: int, month: int, day: int) -> bool:
    """Whether there is such a day; 29 February is one where the year is not known (0)."""
    if not 1 <= month <= 12:
        return False
    return day == 0 or 1 <= day <= month_end(year or 2024, month).day


def day_of(one: Named, period: Period | None) -> date | None:
    """The day that was named, its year taken from the paper's period; None where it is not known."""
    year = one.year or (period.year_of(one.month) if period else 0)
    return date(year, one.month, one.day) if year and one.day and exists(year, one.month, one.day) else None
