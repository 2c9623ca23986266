"""Teaching days: which days of a term have lessons, how long it lasts, and the vacation behind it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from docgen import dates
from docgen.calendar.holidays import Holidays
from docgen.calendar.terms import Term
from docgen.calendar.weekdays import weekday_of
from docgen.calendar.weeks import weeks

WINTER, SUMMER = "寒假", "暑假"
DAY = timedelta(days=1)


class Vacation(NamedTuple):
    """The days between two terms, from `first` to `last`; None where the next term is not known."""

    name: str
    first: date
    last: date | None


def teaching_days(term: Term, holidays: Holidays, made_up: Collection[date] = ()) -> tuple[date, ...]:
    """The days of `term` on which lessons are taught: those people work on, less its breaks and the
    预备周, and the days of `made_up` lessons."""
    return tuple(
        day
        for day in _days(lessons_begin(term), term.last)
        if day in made_up or (holidays.is_workday(day) and not term.break_on(day))
    )


def lessons_begin(term: Term) -> date:
    """The first day of `term`, of the first week behind the 预备周 where it has one."""
    return weeks(term)[1].first if term.preparatory and len(weeks(term)) > 1 else term.first


def length(first: date, last: date) -> str:
    """共20周零5天: all days from `first` to `last`, which both count."""
    whole, over = divmod((last - first).days + 1, 7)
    if not whole:
        return f"共{over}天"
    if not over:
        return f"共{whole}周"
    return f"共{whole}周零{over}天"


def vacation(term: Term, following: Sequence[Term] = ()) -> Vacation:
    """The vacation behind `term`, up to the first of the `following` terms or the day the term itself
    names (下学期开学)."""
    after = [other.first for other in following if other.first > term.last]
    ends = term.next_first or (min(after) if after else None)
    first = term.last + DAY
    return Vacation(_vacation_name(first), first, ends - DAY if ends else None)


def term_statement(term: Term, holidays: Holidays, made_up: Collection[date] = ()) -> str:
    """第一学期：2026年9月1日（星期二）开学，2027年1月22日（星期五）结束，共20周零4天，教学日94天。"""
    sentence = "{term}：{first}开学，{last}结束，{length}，教学日{days}天。"
    return sentence.format(
        term=term.name,
        first=with_weekday(term.first),
        last=with_weekday(term.last),
        length=length(lessons_begin(term), term.last),
        days=len(teaching_days(term, holidays, made_up)),
    )


def vacation_statement(found: Vacation) -> str:
    """寒假：2027年1月23日（星期六）至2月28日（星期日），共5周零2天。"""
    if found.last is None:
        return f"{found.name}：{with_weekday(found.first)}开始。"
    sentence = "{name}：{first}至{last}，{length}。"
    same = found.first.year == found.last.year
    last = (
        with_weekday(found.last).removeprefix(f"{found.first.year}年") if same else with_weekday(found.last)
    )
    return sentence.format(
        name=found.name, first=with_weekday(found.first), last=last, length=length(found.first, found.last)
    )


def with_weekday(day: date) -> str:
    """2026年9月1日（星期二）."""
    return f"{dates.full(day)}（{weekday_of(day)}）"


def _vacation_name(first: date) -> str:
    return SUMMER if 5 <= first.month <= 8 else WINTER


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=offset) for offset in range((last - first).days + 1)]
