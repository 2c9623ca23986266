"""行事历 by week or month, 月度安排, 活动安排: what is to be done when, and who does it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from docgen.calendar.events import Occurrence
from docgen.calendar.read import Calendar
from docgen.calendar.teaching import vacation
from docgen.calendar.terms import Term
from docgen.calendar.times import all_days
from docgen.calendar.weeks import weeks
from docgen.document import Cell, Column, Table, TableRow
from docgen.inline import content_of
from docgen.plan import months
from docgen.plan.days import calendar_of, option, terms_asked
from docgen.plan.desk import Desk
from docgen.plan.happenings import Line, dated_lines, in_words, line, lines, occurrences, undated
from docgen.plan.lists import when as date_of
from docgen.plan.responsibility import who
from docgen.plan.year_notes import in_lines, in_term, is_outside, off_days, off_words, span, term_before
from docgen.source.values import Record

AGENDA, BY_MONTH = "行事历", "月"
BEFORE, OTHER = "开学前", "其他"


class Group(NamedTuple):
    """The cells that are merged over the `lines` of a week or month, and these."""

    leading: tuple[str, ...]
    lines: Sequence[Line]


def by_term(desk: Desk, ask: Record) -> list[Table]:
    """行事历: a table for each term with its weeks, by month where 按 says so or no term has its days.
    `ask`: 按 (周 or 月), 学期, 任务, 标题."""
    if option(desk, ask, "按") == BY_MONTH or not (calendar_of(desk).terms or "学期" in ask):
        return by_month(desk, ask, "主要工作")
    terms = terms_asked(desk, ask, AGENDA)
    found = occurrences(desk, ask)
    tables = []
    for term in terms:
        groups = [*_outside(desk, term, found), *_undated(desk, term)]
        before = [group for group in groups if group.leading == (BEFORE, "")]
        groups = [*before, *_weeks(desk, term, found), *groups[len(before) :]]
        caption = str(ask.get("标题", "")) or (term.name if len(terms) > 1 else "")
        tables.append(_table(desk, ("周次", "起止日期", "主要工作"), groups, caption, ask))
    return tables


def by_month(desk: Desk, ask: Record, work: str = "工作内容") -> list[Table]:
    """月度安排: the months that have something to do, a line each thing. `ask`: 月份, 任务, 标题."""
    wanted = months.asked(str(ask.get("月份", "")))
    found = [one for one in occurrences(desk, ask) if not wanted or one.first.month in wanted]
    named = len({one.first.year * 12 + one.first.month for one in found}) > 12
    groups = [
        Group((f"{year}年{month}月" if named else f"{month}月",), lines(same))
        for (year, month), same in groupby(found, key=lambda one: (one.first.year, one.first.month))
    ]
    rest = [line(row, in_words(desk, row)) for row in undated(desk)]
    groups += [Group((OTHER,), rest)] if rest else []
    return [_table(desk, ("月份", work), groups, str(ask.get("标题", "")), ask)]


def by_event(desk: Desk, ask: Record) -> list[Table]:
    """活动安排: a row an event, in order of time. `ask`: 月份, 标题."""
    order = {id(one.row): one.row for one in calendar_of(desk).occurrences}
    rows = months.within([*order.values(), *undated(desk)], str(ask.get("月份", "")))
    years = months.need_years(rows)
    cells = [
        (
            date_of(desk, row, years) + str(row.get("时间", "")),
            str(row.get("事项", "")),
            str(row.get("地点", "")),
            who(row),
            str(row.get("备注", "")),
        )
        for row in rows
    ]
    names = ("时间", "项目", "地点", desk.words["责任"], "备注")
    shown = [at for at, name in enumerate(names) if at in (0, 1, 3) or any(row[at] for row in cells)]
    head = tuple(names[at] for at in shown)
    body = (tuple(row[at] for at in shown) for row in cells)
    return [Table(tuple(map(Column, head)), (head, *body), 1, str(ask.get("标题", "")), place=ask.place)]


def _weeks(desk: Desk, term: Term, found: Sequence[Occurrence]) -> Iterable[Group]:
    """The weeks of `term`, each with what begins in it, also those without."""
    inside = [one for one in found if one.first <= term.last and one.last >= term.first]
    for week in weeks(term):
        first, last = in_term(week, term)
        begun = [one for one in inside if first <= max(one.first, term.first) <= last]
        name = f"第{week.number}周" if week.number else week.name
        yield Group((name, in_lines(span(first, last))), _work(calendar_of(desk), term, begun, (first, last)))


def _work(calendar: Calendar, term: Term, begun: Sequence[Occurrence], days: tuple[date, date]) -> list[Line]:
    """The lines of a week by the days they begin on, a holiday before what is to be done on its first day;
    a week that is off from its first day to its last and has neither says so."""
    off = [(day, Line(text, "")) for day, text in off_days(calendar, term, *days)]
    dated = sorted([*off, *dated_lines(begun, week=True)], key=lambda pair: pair[0])
    found = [one for _day, one in dated]
    names = {calendar.off_for(day) for day in all_days(*days)}
    words = off_words(names.pop()) if len(names) == 1 else ""
    return found or [Line(words, "")]


def _outside(desk: Desk, term: Term, found: Sequence[Occurrence]) -> Iterable[Group]:
    """What lies outside of the terms: before the first, and in the vacation behind `term`."""
    calendar = calendar_of(desk)
    outside = [one for one in found if is_outside(one, calendar)]
    mine = [one for one in outside if term_before(calendar, one.first) is term]
    for before, same in groupby(mine, key=lambda one: one.first < term.first):
        yield Group((BEFORE if before else vacation(term).name, ""), lines(same))


def _undated(desk: Desk, term: Term) -> Iterable[Group]:
    """What has no day, behind the last term."""
    rows = undated(desk) if term is calendar_of(desk).terms[-1] else []
    if rows:
        yield Group((OTHER, ""), [line(row, in_words(desk, row)) for row in rows])


def _table(desk: Desk, leading: tuple[str, ...], groups: Iterable[Group], caption: str, ask: Record) -> Table:
    """A table of `groups` under the names of their leading cells and of what is to be done."""
    head = (*leading, desk.words["责任"])
    rows = [row for group in groups for row in _rows(group)]
    columns = tuple(Column(name, align="left" if name == leading[-1] else "") for name in head)
    return Table(columns, (head, *rows), 1, caption, ask.get("横排"), ask.place)


def _rows(group: Group) -> list[TableRow]:
    down = len(group.lines)
    leading = tuple(Cell(content_of(text), down=down) if down > 1 else text for text in group.leading)
    first, *others = [(one.text, one.who) for one in group.lines]
    return [(*leading, *first), *others]
