"""Made-up lessons (补课) that are doubtful: on a day nobody works, or for lessons that were taught."""

from __future__ import annotations

from collections.abc import Iterator

from docgen import dates
from docgen.calendar.arrangements import SATURDAY
from docgen.calendar.make_up import MakeUp
from docgen.calendar.read import Calendar
from docgen.calendar.teaching import with_weekday
from docgen.calendar.weekdays import weekday_of
from docgen.i18n import _
from docgen.problems import Problem, warning


def check(calendar: Calendar) -> Iterator[Problem]:
    """CAL-026 for each of the calendar's made-up lessons that is doubtful."""
    seen = set()
    for one in calendar.made_up:
        if one.day in seen:
            sentence = _("{day}的补课写了两次").format(day=with_weekday(one.day))
            yield _told(one, sentence, _("同一天只留一项"))
        seen.add(one.day)
        yield from _day(one, calendar)
        yield from _lessons(one, calendar)


def _day(one: MakeUp, calendar: Calendar) -> Iterator[Problem]:
    day = with_weekday(one.day)
    if calendar.terms and not calendar.term_on(one.day):
        yield _told(one, _("补课的日子{day}不在学期里").format(day=day), _("检查日期的年份和月份"))
    elif not calendar.is_working(one.day):
        worked = sorted(day for day in calendar.holidays.work if calendar.term_on(day) or not calendar.terms)
        hint = (
            _("调休上班的周末有：{days}").format(days=_("、").join(map(dates.month_day, worked)))
            if worked
            else _("检查日期")
        )
        yield _told(one, _("补课的日子{day}不上班").format(day=day), hint)


def _lessons(one: MakeUp, calendar: Calendar) -> Iterator[Problem]:
    if one.weekday >= SATURDAY:
        sentence = _("{day}补{weekday}的课，{weekday}没有课").format(
            day=with_weekday(one.day), weekday=weekday_of(one.weekday)
        )
        yield _told(one, sentence, _("写因放假没有上课的那一天"))
    elif one.replaces and calendar.is_working(one.replaces):
        sentence = _("{day}补的是{replaces}的课，那一天照常上课").format(
            day=with_weekday(one.day), replaces=with_weekday(one.replaces)
        )
        yield _told(one, sentence, _("写因放假没有上课的那一天"))


def _told(one: MakeUp, sentence: str, hint: str) -> Problem:
    return warning("CAL-026", sentence, one.place, excerpt=one.day.isoformat(), hint=hint)
