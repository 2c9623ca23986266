"""What a 校历 says beside its days: the remarks of a week, and the statement below the table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from docgen import dates
from docgen.calendar.events import Occurrence
from docgen.calendar.read import Calendar
from docgen.calendar.teaching import term_statement, vacation, vacation_statement
from docgen.calendar.terms import Term
from docgen.calendar.times import DAY, all_days
from docgen.calendar.weeks import Week
from docgen.plan.desk import Desk
from docgen.plan.happenings import in_words, line, lines, undated

NOTICE = "的放假调休安排尚未公布，以国务院办公厅通知为准，表中只标出法定节假日。"
LEGEND = "“休”为放假，“班”为调休上班。"


def in_term(week: Week, term: Term) -> tuple[date, date]:
    """The first and the last day of `week` that lie in `term`."""
    return max(week.first, term.first), min(week.last, term.last)


def remarks(calendar: Calendar, term: Term, week: Week) -> list[str]:
    """The remarks of a week, in order of time: holidays and breaks that begin in it, made-up lessons,
    and the events that begin in it but those that are repeated."""
    first, last = in_term(week, term)
    found = [*off_days(calendar, term, first, last)]
    found += [
        (one.day, f"{dates.month_day(one.day)}{one.label}")
        for one in calendar.made_up
        if first <= one.day <= last
    ]
    for one in calendar.occurrences:
        starts = max(one.first, term.first)
        if not one.repeated and first <= starts <= last and one.last >= term.first:
            found.append((starts, lines([one], week=True)[0].text))
    return [text for _day, text in sorted(found, key=lambda pair: pair[0])]


def lunar_notes(first: date, last: date) -> list[str]:
    """The solar terms and the first days of lunar months from `first` to `last`, in one remark:
    9月7日白露、9月11日八月初一. Raises `NotInstalled` without lunar_python."""
    from docgen.calendar.lunar import lunar_day

    found = []
    for day in all_days(first, last):
        lunar = lunar_day(day)
        names = [lunar.term] * bool(lunar.term) + [f"农历{lunar.month}初一"] * (lunar.day == "初一")
        found += [dates.month_day(day) + name for name in names]
    return ["、".join(found)] if found else []


def span(first: date, last: date) -> str:
    """9月1日—6日, 12月28日—1月3日: the year follows from the term."""
    end = f"{last.day}日" if first.month == last.month else dates.month_day(last)
    return dates.month_day(first) if first == last else f"{dates.month_day(first)}{dates.DASH}{end}"


def in_lines(days: str) -> str:
    """A span of days for a narrow column: one over two months in two lines."""
    first, dash, last = days.partition(dates.DASH)
    return f"{first}{dash}\n{last}" if "月" in last else days


def off_days(calendar: Calendar, term: Term, first: date, last: date) -> Iterator[tuple[date, str]]:
    """Each holiday or break that begins from `first` to `last`: 10月1日—7日国庆节放假."""
    for days in _stretches(calendar, all_days(term.first, term.last)):
        if first <= days[0] <= last:
            names = "、".join(
                dict.fromkeys(name for day in days for name in calendar.off_for(day).split("、"))
            )
            yield days[0], f"{span(days[0], days[-1])}{off_words(names)}"


def off_words(name: str) -> str:
    """国庆节放假, 秋假: what a day off is said to be; nothing for a day that is not off."""
    return name if name.endswith("假") or not name else f"{name}放假"


def _stretches(calendar: Calendar, days: Sequence[date]) -> Iterator[list[date]]:
    """The days off among `days`, those that follow each other together: holidays (国庆节、中秋节), and
    each break by itself."""
    off = [day for day in days if calendar.off_for(day)]
    holidays = calendar.holidays
    breaks = ["" if holidays.is_off(day) else calendar.off_for(day) for day in off]
    keyed = [(name, day - at * DAY, day) for at, (name, day) in enumerate(zip(breaks, off, strict=True))]
    for _reason, same in groupby(keyed, key=lambda row: row[:2]):
        yield [day for *_reason, day in same]


def statement(desk: Desk, calendar: Calendar, term: Term) -> str:
    """What stands below the table of `term`, a line each: when it begins and ends, its weeks and teaching
    days, the vacation behind it, what is repeated, what lies outside of all terms, the years whose
    holidays are not announced, the marks."""
    made_up = {one.day for one in calendar.made_up}
    found = [term_statement(term, calendar.holidays, made_up)]
    if vacation(term, calendar.terms).last:
        found.append(vacation_statement(vacation(term, calendar.terms)))
    found += _routine(calendar, term)
    found += _outside(desk, calendar, term)
    years = "、".join(f"{year}年" for year in calendar.unannounced(term))
    if years:
        found.append(years + NOTICE)
    marked = any(calendar.holidays.mark(day) or term.break_on(day) for day in all_days(term.first, term.last))
    return "\n".join([*found, LEGEND] if marked else found)


def _routine(calendar: Calendar, term: Term) -> Iterator[str]:
    rows = {
        id(one.row): one.row
        for one in calendar.occurrences
        if one.repeated and one.first <= term.last and one.last >= term.first
    }
    texts = [line(row, str(row["重复"]) + str(row.get("时间", ""))).text for row in rows.values()]
    if texts:
        yield f"例行工作：{'；'.join(texts)}。"


def _outside(desk: Desk, calendar: Calendar, term: Term) -> Iterator[str]:
    """The events that no week of a term shows, those behind `term` and before the next; with the last
    term those whose date is words."""
    outside = [one for one in calendar.occurrences if is_outside(one, calendar)]
    happenings = [one for one in outside if term_before(calendar, one.first) is term]
    rows = undated(desk) if term is calendar.terms[-1] else []
    texts = [one.text for one in (*lines(happenings), *(line(row, in_words(desk, row)) for row in rows))]
    if texts:
        yield f"其他工作：{'；'.join(texts)}。"


def is_outside(one: Occurrence, calendar: Calendar) -> bool:
    """Whether something happens on days that lie in no term."""
    return not any(one.first <= term.last and one.last >= term.first for term in calendar.terms)


def term_before(calendar: Calendar, day: date) -> Term:
    """The last term that has begun by `day`; before all of them the first."""
    begun = [term for term in calendar.terms if term.first <= day]
    return begun[-1] if begun else calendar.terms[0]
