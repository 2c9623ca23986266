"""The calendar of a plan: its terms, the holidays of its time, its made-up lessons and its events."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

from docgen.calendar.arrangements import Arrangement
from docgen.calendar.arrangements import read as read_arrangement
from docgen.calendar.events import Occurrence, events_of
from docgen.calendar.holidays import Holidays, holidays
from docgen.calendar.make_up import MakeUp, make_ups
from docgen.calendar.terms import Term, terms_of
from docgen.calendar.times import Times, times_of
from docgen.files import beside
from docgen.i18n import _
from docgen.problems import DocgenError, Place, Problem, warning
from docgen.source.values import Record, as_list, place_of


class Calendar(NamedTuple):
    """What a plan's documents need of days: `times` is None for a plan that names no year, `holidays`
    are those of all years the plan speaks of, `occurrences` are in order of time; `undated` are the
    plan's events that have words for a date (长期), or none."""

    terms: tuple[Term, ...]
    times: Times | None
    holidays: Holidays
    made_up: tuple[MakeUp, ...]
    occurrences: tuple[Occurrence, ...]
    undated: tuple[Record, ...] = ()

    def term_on(self, day: date) -> Term | None:
        """The term `day` lies in."""
        return next((term for term in self.terms if term.holds(day)), None)

    def made_up_on(self, day: date) -> MakeUp | None:
        """The lessons made up on `day`."""
        return next((one for one in self.made_up if one.day == day), None)

    def is_working(self, day: date) -> bool:
        """Whether people work on `day`: no holiday, no weekend, no break of its term."""
        term = self.term_on(day)
        return self.holidays.is_workday(day) and not (term and term.break_on(day))

    def off_for(self, day: date) -> str:
        """The holiday or the break of its term that `day` is off for; empty where it is off for none."""
        term = self.term_on(day)
        off = self.holidays.name(day) if self.holidays.is_off(day) else ""
        return off or (term.break_on(day) if term else "")

    def between(self, first: date, last: date) -> tuple[Occurrence, ...]:
        """The occurrences that have a day from `first` to `last`, in order of time."""
        return tuple(one for one in self.occurrences if one.first <= last and one.last >= first)

    def unannounced(self, term: Term) -> tuple[int, ...]:
        """The years `term` reaches into whose holidays have not been announced."""
        return tuple(year for year in self.holidays.unannounced if term.first.year <= year <= term.last.year)


def read(plan: Record, folder: Path) -> tuple[Calendar, list[Problem]]:
    """The calendar of `plan` (as its schema typed it), and what is wrong with the days in it (CAL-001
    to CAL-014); files it names (放假安排) lie in `folder`. An event whose days are not known is left
    out of the calendar and told."""
    terms, problems = terms_of(plan)
    times = times_of(plan, terms)
    years = _years(plan, times)
    off = holidays(years, _given(plan, folder, years, problems))
    made_up, found = make_ups(plan)
    events = events_of(plan, times, lambda day: off.is_off(day) or any(term.break_on(day) for term in terms))
    calendar = Calendar(terms, times, off, made_up, events.occurrences, events.undated)
    return calendar, [*problems, *found, *events.problems]


def _given(plan: Record, folder: Path, years: set[int], problems: list[Problem]) -> list[Arrangement]:
    found = []
    for name in as_list(plan.get("放假安排")):
        one = _arrangement(str(name), folder, place_of(name), problems)
        if one and not years & {one.year, one.year - 1}:
            sentence = _("“{name}”是{year}年的安排，计划没有这一年的日子").format(name=name, year=one.year)
            hint = _("检查文件里的“年份”和计划的学年")
            problems.append(warning("CAL-014", sentence, place_of(name), excerpt=str(name), hint=hint))
        if one:
            found.append(one)
    return found


def _arrangement(name: str, folder: Path, place: Place | None, problems: list[Problem]) -> Arrangement | None:
    try:
        return read_arrangement(beside(folder, name, place))
    except DocgenError as fault:
        problems.extend(fault.problems)
        return None


def _years(plan: Record, times: Times | None) -> set[int]:
    """The years of the plan's time, and those its events name."""
    rows = [row for row in as_list(plan.get("活动")) if isinstance(row, Record)]
    text = " ".join(str(row.get(key, "")) for row in rows for key in ("日期", "至"))
    named = {int(year) for year in re.findall(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", text)}
    return named | (set(range(times.first.year, times.last.year + 1)) if times else set())
