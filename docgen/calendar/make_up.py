"""Lessons that are made up (补课): on which day those of which day are taught."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from docgen import dates
from docgen.calendar.weekdays import named_weekday, weekday_of
from docgen.i18n import _
from docgen.problems import Place, Problem, error
from docgen.source.values import Day, Record, as_list, place_of


class MakeUp(NamedTuple):
    """On `day` the lessons of `weekday` (as `date.weekday` counts) are taught; `replaces` is the day
    they are taken from, where the plan names it."""

    day: date
    weekday: int
    replaces: date | None = None
    place: Place | None = None

    @property
    def label(self) -> str:
        """补10月9日（星期五）课, or 补星期五课."""
        if self.replaces is None:
            return f"补{weekday_of(self.weekday)}课"
        return f"补{dates.month_day(self.replaces)}（{weekday_of(self.weekday)}）课"


def make_ups(plan: Record) -> tuple[tuple[MakeUp, ...], list[Problem]]:
    """What the plan says under 补课, by day, and what is wrong with it (CAL-013)."""
    problems: list[Problem] = []
    found = sorted(_read(plan, problems), key=lambda one: one.day)
    return tuple(found), problems


def _read(plan: Record, problems: list[Problem]) -> Iterator[MakeUp]:
    for row in as_list(plan.get("补课")):
        day, lessons = (row.get("日期"), row.get("补")) if isinstance(row, Record) else (None, None)
        if not isinstance(day, Day) or lessons is None:
            continue  # as its schema says
        if isinstance(lessons, Day):
            yield MakeUp(day.date, lessons.date.weekday(), lessons.date, day.place)
            continue
        weekday = named_weekday(str(lessons))
        if weekday is None:
            hint = _("写日期“2026-10-09”，或者写“星期五”")
            sentence = _("“{text}”不知道补的是哪一天的课").format(text=lessons)
            problems.append(error("CAL-013", sentence, place_of(lessons), excerpt=str(lessons), hint=hint))
        else:
            yield MakeUp(day.date, weekday, None, day.place)
