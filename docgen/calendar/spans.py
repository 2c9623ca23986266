"""What a plan means by 10月15日, 10月15日—17日, 10月, 10月上旬, 第5周: the days, in the plan's year."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from docgen import numerals, terms
from docgen.calendar.terms import Term
from docgen.calendar.times import Times, month_end
from docgen.calendar.weekdays import number_of
from docgen.calendar.weeks import weeks
from docgen.dates import months_in_figures
from docgen.i18n import _
from docgen.patterns import pattern
from docgen.source.values import Day

_YEAR = r"(?:([0-9]{4})(?:年|[-/.]))?"
_TERM = r"(第?[一二上下12]学期|[秋春]季学期)?的?"
_WEEKDAY = r"(?:的?(?:周|星期|礼拜)([一二三四五六日天]))?"
_BY = r"(?:之?[前内])?"
DAY = pattern(
    _YEAR + r"([0-9]{1,2})(?:月|[-/.])([0-9]{1,2})[日号]?"
    r"(?:[（(]?(?:周|星期|礼拜)([一二三四五六日天])[）)]?)?" + _BY
)
MONTH = pattern(_YEAR + r"([0-9]{1,2})(月(?:份)?)?(上旬|中旬|下旬|初|中|底|末)?" + _BY)
WEEK = pattern(_TERM + r"第?([0-9]{1,3}|[一二三四五六七八九十]+)周" + _WEEKDAY + _BY)
PREPARATORY = pattern(_TERM + r"预备周" + _WEEKDAY)
RANGE = pattern(r"(.+?)(?:[—–－~～至到]+|(?<=[日号月周旬])-)(.+)")
OPEN_WEEK = pattern(_TERM + r"第?[0-9一二三四五六七八九十]+")
OPEN_MONTH = pattern(r"(?:[0-9]{4}年)?[0-9]{1,2}")
UP_TO_MONTH = pattern(r"(?:[0-9]{4}[年\-/.])?[0-9]{1,2}[月\-/.]")
OF_MONTH = pattern(r"[0-9]{1,2}[日号]?(?:[（(].+[）)])?|[上中下]旬|[初中底末]")
LEADING_MONTH = pattern(r"(?:[次翌来]年)?([0-9]{1,2})[月\-/.]")
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


class NoSuchDay(ValueError):
    """A day or week that does not exist: (sentence, hint)."""


class NotKnown(ValueError):
    """A day of a year, or a week of a term, that the plan does not say: (sentence, hint)."""


def span_of(value: str, times: Times | None) -> Span | None:
    """The days that `value` names, None where it is words (长期). Raises `NoSuchDay` or `NotKnown`."""
    if isinstance(value, Day):
        return Span(value.date, value.date)
    text = months_in_figures("".join(value.split()))
    return _single(text, times) or _range(text, times)


def typed_weekday(value: str) -> int | None:
    """The day of the week typed behind a date (10月15日（星期四）), as `date.weekday` counts."""
    found = DAY.fullmatch("".join(value.split()))
    return number_of(found[4]) if found and found[4] else None


def _single(text: str, times: Times | None) -> Span | None:
    if found := DAY.fullmatch(text):
        return _on_day(found, times, text)
    if found := WEEK.fullmatch(text):
        number = int(found[2]) if found[2].isdigit() else numerals.value(found[2])
        return _in_week(number, found[3], _term(found[1], times, text), text)
    if found := PREPARATORY.fullmatch(text):
        return _in_week(0, found[2], _term(found[1], times, text), text)
    found = MONTH.fullmatch(text)
    return _in_month(found, times, text) if found and (found[1] or found[3]) else None


def _on_day(found: re.Match[str], times: Times | None, text: str) -> Span:
    month, of_month = int(found[2]), int(found[3])
    known = 1 <= month <= 12  # what is no month has no year to be asked for
    try:
        day = date(_year_of(found[1], month, times, text) if known else 1, month, of_month)
    except NotKnown:
        raise
    except ValueError:
        hint = _("检查这个月有几天，日期写成“2026-10-15”的样子")
        raise NoSuchDay(_("没有“{text}”这一天").format(text=text), hint) from None
    return Span(day, day)


def _in_month(found: re.Match[str], times: Times | None, text: str) -> Span:
    month = int(found[2])
    if not 1 <= month <= 12:
        raise NoSuchDay(_("没有{month}月").format(month=month), _("检查“{text}”的月份").format(text=text))
    year = _year_of(found[1], month, times, text)
    first, last = THIRDS.get(found[4] or "", (1, 31))
    end = month_end(year, month)
    return Span(date(year, month, first), end.replace(day=min(last, end.day)), whole=True)


def _year_of(given: str | None, month: int, times: Times | None, text: str) -> int:
    if given:
        return int(given)
    if times is None:
        raise NotKnown(
            _("“{text}”没有写年份，计划也没有写学年或年度").format(text=text),
            _("补上年份，或者在计划里写“学年: 2026—2027”"),
        )
    return times.year_of(month)


def _range(text: str, times: Times | None) -> Span | None:
    """10月15日—17日, 9—10月, 第5—6周: what one end leaves out stands at the other."""
    found = RANGE.fullmatch(text)
    if not found:
        return None
    left, right = _completed(found[1], found[2])
    first = _single(left, times)
    last = _end(right, first.first, times) if first else None
    if first is None or last is None:
        return None
    if last.last < first.first:
        sentence = _("“{text}”结束的日期早于开始的日期").format(text=text)
        raise NoSuchDay(sentence, _("检查起止日期是否写反"))
    return Span(first.first, last.last, first.whole or last.whole)


def _completed(left: str, right: str) -> tuple[str, str]:
    """Both ends of a range, each with what only the other says: 周, 月, the month, the term."""
    if OPEN_WEEK.fullmatch(left) and "周" in right:
        left += "周"
    elif OPEN_MONTH.fullmatch(left) and "月" in right:
        left += "月"
    month = UP_TO_MONTH.match(left)
    if month and OF_MONTH.fullmatch(right):
        return left, month[0] + right
    term = re.match(_TERM, left)
    return (left, term[0] + right) if term and term[1] and "学期" not in right else (left, right)


def _end(text: str, first: date, times: Times | None) -> Span | None:
    """The end of a range that begins on `first`; its year is that of its beginning, or the next."""
    month = LEADING_MONTH.match(text)
    if not month:
        return _single(text, times)
    year = first.year + (int(month[1]) < first.month)
    return _single(f"{year}年{text[month.start(1) :]}", times)


def _term(name: str | None, times: Times | None, text: str) -> Term:
    """The term whose weeks are counted: the one named, else the only one there is."""
    found = times.terms if times else ()
    if not found:
        raise NotKnown(
            _("“{text}”要按学期算周次，计划没有写学期的起止").format(text=text),
            _("写“学期: {{名称: 第一学期, 开学: 2026-09-01, 结束: 2027-01-22}}”").format(),
        )
    wanted = [term for term in found if name is None or term.name == terms.term(name)]
    if not wanted:
        raise NotKnown(
            _("“{text}”要按学期算周次，计划只写了{terms}的起止").format(
                text=text, terms=_("、").join(term.name for term in found)
            ),
            _("在“学期”里补上那个学期的起止"),
        )
    if len(wanted) > 1:
        raise NotKnown(
            _("“{text}”不知道是哪个学期的").format(text=text),
            _("写成“{term}第5周”的样子").format(term=found[0].name),
        )
    return wanted[0]


def _in_week(number: int, weekday: str | None, term: Term, text: str) -> Span:
    found = weeks(term)
    week = next((week for week in found if week.number == number), None)
    if week is None:
        hint = (
            _("这个学期从第1周到第{last}周").format(last=found[-1].number)
            if number
            else _("有预备周时，在学期里写“预备周: 是”")
        )
        raise NoSuchDay(_("{term}没有“{text}”").format(term=term.name, text=text), hint)
    if weekday is None:
        return Span(week.first, week.last, whole=True)
    day = next(day for day in week.days() if day.weekday() == number_of(weekday))
    return Span(day, day)
