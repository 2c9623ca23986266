"""Days a year later: a date 52 weeks on, which is the same day of the week, in the form it was typed."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from docgen.calendar.terms import Term
from docgen.calendar.times import Times
from docgen.calendar.weeks import week_start
from docgen.patterns import pattern

WEEK = timedelta(weeks=1)
AUTUMN = range(7, 11)
"""The months of a first day that goes with 1 September."""

_DASH = r"\s*(?:[—–－~～至到]+|-)\s*"
_WEEKDAY = r"(?:[（(](?:周|星期|礼拜)[一二三四五六日天][）)])?"
TOKEN = pattern(
    rf"(?<!\d)(?:(?P<y1>\d{{4}})年)?(?P<m1>\d{{1,2}})月(?P<d1>\d{{1,2}})(?P<s1>[日号]?{_WEEKDAY}{_DASH})"
    rf"(?:(?:(?P<y2>\d{{4}})年)?(?P<m2>\d{{1,2}})月)?(?P<d2>\d{{1,2}})(?P<s2>[日号])"
    rf"|(?<!\d)(?:(?P<y3>\d{{4}})年)?(?P<m3>\d{{1,2}})月(?P<d3>\d{{1,2}})(?P<s3>[日号])"
    rf"|(?<![\d.])(?P<y4>\d{{4}})(?P<p4>[-/.])(?P<m4>\d{{1,2}})(?P=p4)(?P<d4>\d{{1,2}})(?!\d)"
    rf"|(?<!\d)(?P<y5>\d{{4}})(?P<p5>年|[-/.])(?P<m5>0?[1-9]|1[0-2])(?P<s5>月|(?![\d]))"
    rf"|(?<!\d)(?P<y6>\d{{4}})(?P<p6>年?{_DASH})(?P<z6>\d{{4}})(?!\d)"
    rf"|(?<!\d)(?P<y7>\d{{4}})(?!\d)"
)
SHORT = pattern(
    r"(?P<m1>\d{1,2})(?P<p>[-/.])(?P<d1>\d{1,2})"
    r"(?:(?P<s>\s*(?:[—–－~～至到]+|-)\s*)(?P<m2>\d{1,2})(?P=p)(?P<d2>\d{1,2}))?"
)
"""10-15, 10.15—10.17: a day without its year, as the date of an event."""
AROUND = pattern(
    r"[\s，、；,;—–－~～\-至到起前后内底初中末上下旬周星期礼拜一二三四五六日天月年学季春秋期度以之从自第（）()]*"
)
"""What may stand around dates in a text that is about time alone."""


class Moves(NamedTuple):
    """How the days of a plan move on: `years` are those it is about, `times` the time that says the
    year of a day typed without one, `weeks` how far (52 or 53)."""

    years: tuple[int, ...]
    times: Times | None
    weeks: int

    def day(self, day: date) -> date:
        """The same day of the week, a year on; a week later where it would stay in its year and the
        plan is about that year alone."""
        moved = day + self.weeks * WEEK
        return moved + WEEK if len(self.years) == 1 and moved.year == day.year else moved

    def reaches(self, year: int) -> bool:
        """Whether a date of `year` moves with the plan: not what is said of years far from it."""
        return self.years[0] - 1 <= year <= self.years[-1] + 1


def weeks_on(terms: tuple[Term, ...]) -> int:
    """52, or 53 where the first day of the first term would else leave its week, counted from the
    week of 1 September: 52 weeks are a day or two short of a year."""
    if not terms or terms[0].first.month not in AUTUMN:
        return 52
    first, starts_on = terms[0].first, terms[0].week_start
    there = _weeks_from_september(first, starts_on)
    fits = [weeks for weeks in (52, 53) if _weeks_from_september(first + weeks * WEEK, starts_on) == there]
    return fits[0] if fits else 52


def moved(text: str, moves: Moves) -> str:
    """`text` with its dates, months and years a year on; what names a day that there is not, or a
    year far from the plan's, stays."""
    short = SHORT.fullmatch(text.strip())
    if short and moves.times:
        return _tried(lambda: _short(short, moves), text)
    return TOKEN.sub(lambda found: _tried(lambda: _token(found, moves), found[0]), text)


def is_time(text: str) -> bool:
    """Whether `text` says nothing but days and months with their year (2026年10月15日前)."""
    found = [
        match for match in TOKEN.finditer(text) if match["m3"] or match["m4"] or match["m5"] or match["m1"]
    ]
    with_year = any(match[name] for match in found for name in ("y1", "y3", "y4", "y5"))
    return with_year and bool(AROUND.fullmatch(TOKEN.sub("", text)))


def _weeks_from_september(day: date, starts_on: int) -> int:
    september = week_start(date(day.year, 9, 1), starts_on)
    return (week_start(day, starts_on) - september).days // 7


def _tried(make: Callable[[], str], otherwise: str) -> str:
    try:
        return make()
    except (ValueError, OverflowError):
        return otherwise


def _token(found: re.Match[str], moves: Moves) -> str:
    parts = found.groupdict()
    if parts["d1"]:
        return _span(parts, moves, found[0])
    if parts["d3"]:
        return _written_day(parts, moves, found[0])
    if parts["d4"]:
        return _numeric_day(parts, moves, found[0])
    if parts["m5"]:
        year = int(parts["y5"])
        return f"{year + 1}{found[0][4:]}" if moves.reaches(year) else found[0]
    years = [int(parts[name]) for name in ("y6", "z6", "y7") if parts[name]]
    if not all(year in moves.years for year in years):
        return found[0]
    return f"{years[0] + 1}{parts['p6'] or ''}{years[1] + 1 if len(years) > 1 else ''}"


def _day(year: str | None, month: str, day: str, moves: Moves) -> date | None:
    """The day a year on; None where its year is not known, or far from the plan's."""
    if not year and moves.times is None:
        return None
    known = int(year) if year else moves.times.year_of(int(month)) if moves.times else 0
    return moves.day(date(known, int(month), int(day))) if moves.reaches(known) else None


def _span(parts: dict[str, str | None], moves: Moves, text: str) -> str:
    """10月30日—11月1日: its end has a month and a year of its own where it needs one."""
    month = str(parts["m1"])
    first = _day(parts["y1"], month, str(parts["d1"]), moves)
    year = parts["y2"] or (parts["y1"] if int(parts["m2"] or month) >= int(month) else None)
    if parts["y1"] and not year:
        year = str(int(parts["y1"]) + 1)
    last = _day(year, parts["m2"] or month, str(parts["d2"]), moves)
    if first is None or last is None:
        return text
    head = f"{first.year}年" if parts["y1"] else ""
    end_year = f"{last.year}年" if parts["y2"] or (head and last.year != first.year) else ""
    named = last.month != first.month or end_year or parts["m2"] == parts["m1"]
    end_month = f"{last.month}月" if named else ""
    end = f"{end_year}{end_month}{last.day}{parts['s2']}"
    return f"{head}{first.month}月{first.day}{parts['s1']}{end}"


def _written_day(parts: dict[str, str | None], moves: Moves, text: str) -> str:
    day = _day(parts["y3"], str(parts["m3"]), str(parts["d3"]), moves)
    if day is None:
        return text
    head = f"{day.year}年" if parts["y3"] else ""
    month, of_month = _like(str(parts["m3"]), day.month), _like(str(parts["d3"]), day.day)
    return f"{head}{month}月{of_month}{parts['s3']}"


def _numeric_day(parts: dict[str, str | None], moves: Moves, text: str) -> str:
    month, of_month, sign = str(parts["m4"]), str(parts["d4"]), str(parts["p4"])
    day = _day(parts["y4"], month, of_month, moves)
    if day is None:
        return text
    width = 2 if len(month) == len(of_month) == 2 else 1
    return f"{day.year}{sign}{day.month:0{width}}{sign}{day.day:0{width}}"


def _short(found: re.Match[str], moves: Moves) -> str:
    """10.15 or 10.15—10.17, its year the plan's."""
    sign, ends = found["p"], []
    for month, of_month in ((found["m1"], found["d1"]), (found["m2"], found["d2"])):
        if month:
            day = _day(None, month, of_month, moves)
            if day is None:
                return found[0]
            width = 2 if len(month) == len(of_month) == 2 else 1
            ends.append(f"{day.month:0{width}}{sign}{day.day:0{width}}")
    return (found["s"] or "").join(ends)


def _like(typed: str, number: int) -> str:
    return f"{number:02}" if typed.startswith("0") else str(number)
