"""What is wrong or doubtful with the days of a plan.

What cannot be (a day that does not exist, an end before its beginning) is an error. All else is a
warning: a paper that has no calendar in it prints the words as they stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from docgen import dates
from docgen.calendar import deadlines, event_checks, lesson_checks, vague
from docgen.calendar.read import Calendar, read
from docgen.i18n import _
from docgen.problems import Problem, Severity, warning
from docgen.source.values import Record

ONLY_IN_A_CALENDAR = ("CAL-002", "CAL-006", "CAL-007", "CAL-013")
"""Errors where a calendar is made, for there the days must be known; elsewhere warnings."""


def check(plan: Record, folder: Path) -> list[Problem]:
    """All that is wrong (CAL-001 to CAL-014) or doubtful (CAL-020 to CAL-028) with the days of
    `plan`, whose files lie in `folder`, with the places of the values."""
    calendar, problems = read(plan, folder)
    softened = [
        replace(one, severity=Severity.WARNING) if one.id in ONLY_IN_A_CALENDAR else one for one in problems
    ]
    return [
        *softened,
        *_terms(calendar),
        *event_checks.check(plan, calendar),
        *vague.check(calendar),
        *lesson_checks.check(calendar),
        *deadlines.check(plan, calendar.times),
    ]


def _terms(calendar: Calendar) -> Iterator[Problem]:
    """CAL-025: terms that do not lie in the plan's year, breaks that do not lie in their term."""
    times = calendar.times
    for term in calendar.terms:
        if times and not (times.year[0] <= term.first and term.last <= times.year[1]):
            sentence = _("{term}（{days}）不在计划的{year}里").format(
                term=term.name, days=dates.span(term.first, term.last), year=times.months()
            )
            yield warning("CAL-025", sentence, term.place, hint=_("检查学年和学期的年份是否一致"))
        for one in term.breaks:
            if one.last < term.first or one.first > term.last:
                sentence = _("“{name}”（{days}）不在{term}里").format(
                    name=one.name, days=dates.span(one.first, one.last), term=term.name
                )
                yield warning("CAL-025", sentence, term.place, hint=_("检查放假日期的年份和月份"))
