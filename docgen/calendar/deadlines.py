"""Deadlines (时限) anywhere in a plan: days that do not exist, and those outside of the plan's year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docgen.calendar.event_checks import wrong_weekday
from docgen.calendar.events import place_in
from docgen.calendar.spans import NoSuchDay, NotKnown, Span, span_of, typed_weekday
from docgen.calendar.times import Times
from docgen.i18n import _
from docgen.patterns import pattern
from docgen.problems import Problem, error, warning
from docgen.source.values import Record

KEY = "时限"
AHEAD = pattern("下一|下[步年学阶]|今后|打算|对策|[明来次]年|展望|努力方向")


def check(plan: Record, times: Times | None) -> Iterator[Problem]:
    """CAL-003 for each 时限 that names no day there is, CAL-023 for a wrong weekday, CAL-027 for one
    outside of the plan's year. Words (长期) are no matter."""
    for row, ahead in _rows(plan, False):
        yield from _problems(row, times, ahead)


def _problems(row: Record, times: Times | None, ahead: bool) -> Iterator[Problem]:
    try:
        span = span_of(row[KEY], times)
    except NoSuchDay as fault:
        sentence, hint = fault.args
        yield error("CAL-003", sentence, place_in(row, KEY), excerpt=str(row[KEY]), hint=hint)
    except NotKnown:
        return  # which year or week it is matters to no one but the reader
    else:
        if span:
            yield from _doubts(row, span, None if ahead else times)


def _doubts(row: Record, span: Span, times: Times | None) -> Iterator[Problem]:
    if span.first == span.last:
        yield from wrong_weekday(span.first, typed_weekday(row[KEY]), row, KEY)
    if times and (span.last < times.year[0] or span.first > times.year[1]):
        sentence = _("时限“{text}”不在计划的时间里（{months}）").format(text=row[KEY], months=times.months())
        hint = _("检查时限的年份，或者计划的学年、年度")
        yield warning("CAL-027", sentence, place_in(row, KEY), excerpt=str(row[KEY]), hint=hint)


def _rows(data: Any, ahead: bool) -> Iterator[tuple[Record, bool]]:
    """All parts of a plan that have a deadline as text, and whether they speak of what comes after
    the plan's time (下一步打算 in a summary)."""
    if isinstance(data, Record):
        ahead = ahead or bool(AHEAD.search(str(data.get("标题", ""))))
        if isinstance(data.get(KEY), str):
            yield data, ahead
        for key, value in data.items():
            yield from _rows(value, ahead or bool(AHEAD.search(key)))
    elif isinstance(data, list):
        for value in data:
            yield from _rows(value, ahead)
