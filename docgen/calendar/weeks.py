"""The weeks of a term: seven days each, numbered from the first, the 预备周 before them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from docgen import numerals
from docgen.calendar.terms import Term

WEEK = timedelta(days=7)
PREPARATORY = 0


class Week(NamedTuple):
    """Seven days from `first` to `last`; `number` 0 is the 预备周. The first and last week of a term
    may reach beyond it."""

    number: int
    first: date
    last: date

    def days(self) -> Iterator[date]:
        return (self.first + timedelta(days=offset) for offset in range(7))

    @property
    def name(self) -> str:
        """第三周, or 预备周."""
        return f"第{numerals.chinese(self.number)}周" if self.number else "预备周"


def weeks(term: Term) -> tuple[Week, ...]:
    """All weeks of `term`, in order; the first holds its first day, the last its last."""
    first = week_start(term.first, term.week_start)
    number = PREPARATORY if term.preparatory else 1
    found = []
    while first <= term.last:
        found.append(Week(number, first, first + WEEK - timedelta(days=1)))
        first, number = first + WEEK, number + 1
    return tuple(found)


def week_of(term: Term, day: date) -> Week | None:
    """The week of `term` that `day` lies in, None outside of all."""
    return next((week for week in weeks(term) if week.first <= day <= week.last), None)


def week_start(day: date, starts_on: int) -> date:
    """The last day not after `day` on which a week begins; `starts_on` as `date.weekday` counts."""
    return day - timedelta(days=(day.weekday() - starts_on) % 7)
