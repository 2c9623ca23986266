"""What a plan means by 10月15日, 10月, 10月上旬, 第5周: the days, in the year the plan is about."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from docgen import numerals, terms
from docgen.calendar.terms import Term
from docgen.calendar.weekdays import number_of
from docgen.calendar.weeks import week_of, weeks
from docgen.i18n import _
from docgen.patterns import pattern
from docgen.source.values import Day, Record

YEAR = r"(?:([0-9]{4})(?:年|[-/.]))?"
DAY = pattern(YEAR + r"([0-9]{1,2})(?:月|[-/.])([0-9]{1,2})日?")
MONTH = pattern(YEAR + r"([0-9]{1,2})(?:月(?:份)?)?(上旬|中旬|下旬|初|中|底|末)?(?:前)?")
WEEK = pattern(
    r"(第?[一二上下]学期|[秋春]季学期)?第?([0-9]{1,2}|[一二三四五六七八九十]+)周(?:(?:的)?(?:周|星期|礼拜)([一二三四五六日天]))?"
)
PREPARATORY = pattern(r"(第?[一二上下]学期|[秋春]季学期)?预备周(?:(?:周|星期)([一二三四五六日天]))?")
THIRDS = {
    "上旬": (1, 10), "初": (1, 10),
    "中旬": (11, 20), "中": (11, 20),
    "下旬": (21, 31), "底": (21, 31), "末": (21, 31),
}  # fmt: skip


class Span(NamedTuple):
    """Days from `first` to `last`. `whole`: they were named by their month, third of a month or week,
    and the event lies somewhere in them."""

    first: date
    last: date
    whole: bool = False


class Times(NamedTuple):
    """The time a plan is about: `first` to `last` day, and its terms."""

    first: date
    last: date
    terms: tuple[Term, ...] = ()


def times_of(plan: Record, found: Sequence[Term]) -> Times | None:
    """The time `plan` is about: its terms', else that of its 学年 (September to August) or 年度; None
    where it names none."""
    if found:
        return Times(min(term.first for term in found), max(term.last for term in found), tuple(found))
    years = re.findall(r"[0-9]{4}", str(plan.get("学年") or ""))
    if years:
        first = int(years[0])
        return Times(date(first, 8, 1), date(first + 1, 8, 31))
    years = re.findall(r"[0-9]{4}", str(plan.get("年度") or ""))
    return Times(date(int(years[0]), 1, 1), date(int(years[-1]), 12, 31)) if years else None


def span_of(value: str, times: Times | None) -> Span | None:
    """The days that `value` names, None where it is words (长期). Raises `ValueError(sentence, hint)`
    for a day that does not exist, a week the term does not have, or a year nobody said."""
    if isinstance(value, Day):
        return Span(value.date, value.date)
    text = "".join(value.split())
    if found := DAY.fullmatch(text):
        day = _day(int(found[2]), int(found[3]), _year(found[1], int(found[2]), times, text), text)
        return Span(day, day)
    if found := WEEK.fullmatch(text):
        return _in_week(_number(found[2]), found[3], _term(found[1], times, text), text)
    if found := PREPARATORY.fullmatch(text):
        return _in_week(0, found[2], _term(found[1], times, text), text)
    found = MONTH.fullmatch(text)
    if found and ("月" in text or found[1]):
        return _month(found, times, text)
    return None


def _month(found: re.Match[str], times: Times | None, text: str) -> Span:
    month = int(found[2])
    if not 1 <= month <= 12:
        raise ValueError(_("没有{month}月").format(month=month), _("检查“{text}”的月份").format(text=text))
    year = _year(found[1], month, times, text)
    first, last = THIRDS.get(found[3] or "", (1, 31))
    end = monthrange(year, month)[1]
    return Span(date(year, month, first), date(year, month, min(last, end)), whole=True)


def _year(given: str | None, month: int, times: Times | None, text: str) -> int:
    """The year of a month: as given, else the one in which the plan's time has this month."""
    if given:
        return int(given)
    if times is None:
        raise ValueError(
            _("“{text}”没有写年份，计划也没有写学年或年度").format(text=text),
            _("补上年份，或者在计划里写“学年: 2026—2027”"),
        )
    if not 1 <= month <= 12:
        return times.first.year
    years = range(times.first.year, times.last.year + 1)
    inside = [
        year
        for year in years
        if (times.first.year, times.first.month) <= (year, month) <= (times.last.year, times.last.month)
    ]
    return inside[0] if inside else times.first.year if month >= times.first.month else times.last.year


def _day(month: int, day: int, year: int, text: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(
            _("没有“{text}”这一天").format(text=text), _("检查这个月有几天，日期写成“2026-10-15”的样子")
        ) from None


def _number(text: str) -> int:
    return int(text) if text.isdigit() else numerals.value(text)


def _term(name: str | None, times: Times | None, text: str) -> Term:
    """The term whose weeks are counted: the one named, else the only one there is."""
    found = times.terms if times else ()
    if not found:
        raise ValueError(
            _("“{text}”要按学期算周次，计划没有写学期的起止").format(text=text),
            _("写“学期: {{名称: 第一学期, 开学: 2026-09-01, 结束: 2027-01-22}}”").format(),
        )
    wanted = [term for term in found if name is None or term.name == terms.term(name)]
    if len(wanted) != 1:
        raise ValueError(
            _("“{text}”不知道是哪个学期的").format(text=text),
            _("写成“{term}第5周”的样子").format(term=found[0].name),
        )
    return wanted[0]


def _in_week(number: int, weekday: str | None, term: Term, text: str) -> Span:
    week = next((week for week in weeks(term) if week.number == number), None)
    if week is None:
        raise ValueError(
            _("{term}没有“{text}”").format(term=term.name, text=text),
            _("这个学期从第1周到第{last}周").format(last=weeks(term)[-1].number),
        )
    if weekday is None:
        return Span(week.first, week.last, whole=True)
    day = next(day for day in week.days() if day.weekday() == number_of(weekday))
    return Span(day, day)


def week_name(day: date, known: Sequence[Term]) -> str:
    """The name of the week `day` lies in, empty outside of all terms."""
    found = (week_of(term, day) for term in known if term.holds(day))
    return next((week.name for week in found if week), "")
