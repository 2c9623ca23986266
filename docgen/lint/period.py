"""The time a paper is about, as its plan or its title says it; most papers say it in one of the two."""

from __future__ import annotations

from typing import NamedTuple

from docgen import terms
from docgen.lint.reading import TITLE, Reading
from docgen.patterns import pattern

SCHOOL_YEARS = pattern(r"(?<![0-9])(20[0-9]{2})\s*[—–－\-~～/至]+\s*(20[0-9]{2})\s*学年")
SCHOOL_YEAR = pattern(r"(?<![0-9/])(20[0-9]{2})学年")
YEARS = pattern(r"(?<![0-9])(20[0-9]{2})年?\s*[—–－\-~～至]+\s*(20[0-9]{2})年")
YEAR = pattern(r"(?<![0-9])(20[0-9]{2})年")
TERM = pattern(r"第?(?P<number>[一二1-2])学期|(?P<half>[上下])学期|(?P<season>[春秋])季学期")
FIRST = "一1上秋"
AUTUMN = 8
"""The month a school year is prepared in: it and those behind it lie in the first of the two years."""


class Period(NamedTuple):
    """The years `first` to `last`; `school`: they are those of one school year; `term` 1 or 2, 0 for
    none."""

    first: int
    last: int
    school: bool = False
    term: int = 0

    def year_of(self, month: int) -> int:
        """The year of a month that is named without one; 0 where several years are meant."""
        if self.school and month == AUTUMN:  # of the months before and behind the year that of its term
            return (0, self.first, self.last)[self.term]
        if self.school:
            return self.first if month > AUTUMN else self.last
        return self.first if self.first == self.last else 0

    def holds(self, year: int) -> bool:
        return self.first <= year <= self.last

    def months(self) -> frozenset[int]:
        """The months that a term has days in, those of its preparation too; all of a year."""
        if self.school and self.term:
            return frozenset((7, 8, 9, 10, 11, 12, 1, 2) if self.term == 1 else range(1, 9))
        return frozenset(range(1, 13))


def period(reading: Reading) -> Period | None:
    """The time the paper is about, None where neither plan nor title say."""
    return of_plan(reading) if reading.plan is not None else in_title(title(reading))


def title(reading: Reading) -> str:
    """The title, its lines joined."""
    return "".join(one.text.strip() for one in reading.passages if one.zone == TITLE and not one.attachment)


def of_plan(reading: Reading) -> Period | None:
    years = terms.years(reading.plan)
    if not years:
        return in_title(title(reading))
    named = str(reading.plan.get("学期") or "")
    return Period(
        years[0], years[-1], bool(reading.plan.get("学年")), _term(named if len(named) < 12 else "")
    )


def in_title(text: str) -> Period | None:
    """The years in `text`: those of a school year, several, or one."""
    if found := SCHOOL_YEARS.search(text):
        return Period(int(found[1]), int(found[2]), True, _term(text))
    if found := SCHOOL_YEAR.search(text):
        return Period(int(found[1]), int(found[1]) + 1, True, _term(text))
    if found := YEARS.search(text):
        return Period(int(found[1]), int(found[2]))
    years = [int(one) for one in YEAR.findall(text)]
    return Period(min(years), max(years)) if years else None


def _term(text: str) -> int:
    found = TERM.search(text)
    if not found:
        return {**dict.fromkeys(terms.FIRST, 1), **dict.fromkeys(terms.SECOND, 2)}.get(text.strip(), 0)
    named = found["number"] or found["half"] or found["season"]
    return 1 if named in FIRST else 2
