"""校历: the weeks of a term, a row each with its days, as a grid; or as a list of weeks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import groupby

from docgen.calendar.read import Calendar
from docgen.calendar.terms import Term
from docgen.calendar.weekdays import NAMES
from docgen.calendar.weeks import Week, weeks
from docgen.document import Cell, Column, Content, Table, TableRow
from docgen.plan.days import calendar_of, option, terms_asked
from docgen.plan.desk import Desk
from docgen.plan.year_notes import in_lines, in_term, lunar_notes, remarks, span, statement
from docgen.source.values import Record

NAME = "校历"
PREPARATORY = "预备"
LONGEST_NAME = 3
"""Characters of a break's name that a day has room for; a longer one is 休."""


def tables(desk: Desk, ask: Record) -> list[Table]:
    """The 校历 of the plan, a table for each term that is asked for, each to stand on one page. `ask`:
    样式 (表格, or 列表 for a list of weeks), 学期, 标题, 农历 (lunar days and solar terms too)."""
    found = terms_asked(desk, ask, NAME)
    make = _list if option(desk, ask, "样式") == "列表" else _grid
    return [make(desk, term, ask, _caption(ask, term, len(found))) for term in found]


def _caption(ask: Record, term: Term, count: int) -> str:
    given = str(ask.get("标题", ""))
    return f"{given}（{term.name}）" if given and count > 1 else given or (term.name if count > 1 else "")


def _grid(desk: Desk, term: Term, ask: Record, caption: str) -> Table:
    calendar = calendar_of(desk)
    found = weeks(term)
    below = _lunar if option(desk, ask, "农历") else _nothing
    days = [NAMES[day.weekday()] for day in found[0].days()]
    head = ("月份", "周次", *days, "备注")
    rows = [_row(calendar, term, week, below) for week in found]
    body = _with_months(rows, [in_term(week, term)[0].month for week in found])
    columns = (
        *map(Column, head[:2]),
        *(Column(name, alike=True) for name in days),
        Column(head[-1], align="left"),
    )
    return _table(desk, term, columns, (head, *body), caption)


def _list(desk: Desk, term: Term, ask: Record, caption: str) -> Table:
    calendar = calendar_of(desk)
    head = ("周次", "起止日期", "备注")
    notes = lunar_notes if option(desk, ask, "农历") else _no_notes
    body = [
        (
            _number(week),
            in_lines(span(*in_term(week, term))),
            _cell([*notes(*in_term(week, term)), *remarks(calendar, term, week)]),
        )
        for week in weeks(term)
    ]
    columns = (Column(head[0]), Column(head[1]), Column(head[2], align="left"))
    return _table(desk, term, columns, (head, *body), caption)


def _table(
    desk: Desk, term: Term, columns: tuple[Column, ...], rows: tuple[TableRow, ...], caption: str
) -> Table:
    foot = Cell((statement(desk, calendar_of(desk), term),), across=len(columns), align="left")
    return Table(columns, (*rows, (foot,)), 1, caption, landscape=False, place=term.place, page=True)


def _row(calendar: Calendar, term: Term, week: Week, below: Callable[[date], str]) -> TableRow:
    days = (_day(calendar, term, day, below(day)) if term.holds(day) else "" for day in week.days())
    return (_number(week), *days, _cell(remarks(calendar, term, week)))


def _number(week: Week) -> str:
    return str(week.number) if week.number else PREPARATORY


def _day(calendar: Calendar, term: Term, day: date, lunar: str) -> str | Cell:
    """A day: 15; the first of a month or term with its month: 9/1; below it its holiday or its mark. With
    its lunar day 休 and 班 stand beside the number, and a holiday in place of the lunar day, so that no
    day takes three lines."""
    number = f"{day.month}/{day.day}" if day.day == 1 or day == term.first else str(day.day)
    mark = _mark(calendar, term, day)
    if lunar and len(mark) == 1:
        number, mark = number + mark, ""
    under = mark or lunar
    return Cell((f"{number}\n{under}",)) if under else number


def _lunar(day: date) -> str:
    from docgen.calendar.lunar import lunar_day

    return lunar_day(day).short


def _nothing(_day: date) -> str:
    return ""


def _no_notes(_first: date, _last: date) -> list[str]:
    return []


def _mark(calendar: Calendar, term: Term, day: date) -> str:
    """国庆节 on the day itself, 休 on the others it gives, 班 on a weekend worked for it, the name of a
    break where it is short."""
    holidays = calendar.holidays
    pause = term.break_on(day)
    if pause and not holidays.is_off(day):
        return pause if len(pause) <= LONGEST_NAME else "休"
    return holidays.statutory.get(day) or holidays.mark(day)


def _with_months(rows: Sequence[TableRow], months: Sequence[int]) -> Iterator[TableRow]:
    """`rows` with the month before them, one cell over all the weeks that begin in it."""
    at = 0
    for month, same in groupby(months):
        count = len(list(same))
        first = Cell((f"{month}月",), down=count)
        yield (first, *rows[at])
        yield from rows[at + 1 : at + count]
        at += count


def _cell(texts: Sequence[str]) -> Cell:
    content: Content = ("\n".join(texts),) if texts else ()
    return Cell(content, align="left")
