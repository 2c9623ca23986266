"""The time a plan is about: its terms, else its school year or calendar year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from docgen import dates
from docgen.calendar.terms import Term
from docgen.source.values import Record

DAY = timedelta(days=1)


class Times(NamedTuple):
    """The time a plan is about, `first` to `last` day, and its `terms`. `year` is the school year or
    calendar year it lies in: the time itself where the plan names none."""

    first: date
    last: date
    terms: tuple[Term, ...]
    year: tuple[date, date]

    def year_of(self, month: int) -> int:
        """The year of a month that is named without one: that in which it is nearest to the plan's
        time, the plan's year before others (8月 of a plan from September on is the August before)."""
        years = range(self.year[0].year, self.year[1].year + 1)
        inside = [year for year in years if _months_off(year, month, *self.year) == 0]
        wanted = inside or [*range(self.first.year - 1, self.last.year + 2)]
        return min(wanted, key=lambda year: _months_off(year, month, self.first, self.last))

    def months(self) -> str:
        """2026年8月—2027年8月: the months of the plan's year."""
        first, last = (f"{day.year}-{day.month:02}" for day in self.year)
        return dates.span(first, last)


def times_of(plan: Record, found: Sequence[Term]) -> Times | None:
    """The time `plan` is about, given its terms; None where it names none."""
    year = _year(plan)
    if found:
        first, last = min(term.first for term in found), max(term.last for term in found)
        return Times(first, last, tuple(found), year or (first, last))
    return Times(*year, (), year) if year else None


def all_days(first: date, last: date) -> list[date]:
    """All days from `first` to `last`."""
    return [first + DAY * offset for offset in range((last - first).days + 1)]


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - DAY


def _year(plan: Record) -> tuple[date, date] | None:
    """学年 from the August in which it is prepared to the end of its summer vacation, else 年度."""
    years = _named(plan, "学年")
    if years:
        return date(years[0], 8, 1), date(years[0] + 1, 8, 31)
    years = _named(plan, "年度")
    return (date(years[0], 1, 1), date(years[-1], 12, 31)) if years and years[0] <= years[-1] else None


def _named(plan: Record, key: str) -> list[int]:
    return [int(found) for found in re.findall(r"(?:19|20)[0-9]{2}", str(plan.get(key) or ""))]


def _months_off(year: int, month: int, first: date, last: date) -> int:
    """By how many months a month misses the time from `first` to `last`; 0 inside."""
    at, start, end = 12 * year + month, 12 * first.year + first.month, 12 * last.year + last.month
    return max(start - at, at - end, 0)
