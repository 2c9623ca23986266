"""周工作安排: the days of a week with what is done on each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, time

from docgen import dates
from docgen.calendar.arrangements import SATURDAY
from docgen.calendar.events import Occurrence
from docgen.calendar.spans import NoSuchDay, NotKnown, span_of
from docgen.calendar.times import DAY, all_days
from docgen.calendar.weekdays import weekday_of
from docgen.calendar.weeks import week_of, week_start
from docgen.document import Cell, Column, Table, TableRow
from docgen.i18n import _
from docgen.inline import content_of
from docgen.patterns import pattern
from docgen.plan.days import calendar_of, option
from docgen.plan.desk import Desk
from docgen.plan.happenings import occurrences
from docgen.plan.responsibility import who
from docgen.plan.year_notes import off_words, span
from docgen.problems import error
from docgen.source.values import Record, place_of

KEY = "周"
BARE = pattern(r"\d{1,2}")
ALL_WEEK = "本周"

Row = tuple[str, str, str, str, str]
"""时间, 工作内容, 地点, who is responsible, 备注."""


def tables(desk: Desk, ask: Record) -> list[Table]:
    """A table for the week that 周 names (第5周, 预备周, or a day in it), for each week that has something
    to do where it names none. `ask`: 周, 任务, 标题."""
    found = occurrences(desk, ask)
    wanted = option(desk, ask, KEY)
    if wanted is None:
        days = sorted({_week_of(desk, one.first) for one in found})
    else:
        days = [day for day in [_first_day(desk, wanted)] if day]
    return [_table(desk, day, found, ask, str(ask.get("标题", _caption(desk, day)))) for day in days]


def _first_day(desk: Desk, wanted: object) -> date | None:
    text = f"第{wanted}周" if BARE.fullmatch(str(wanted)) else wanted
    try:
        span = span_of(text, calendar_of(desk).times) if isinstance(text, str) else None
        sentence, hint = _("“{week}”不知道是哪一周").format(week=wanted), _("写成“周: 第5周”的样子")
    except (NoSuchDay, NotKnown) as fault:
        span = None
        sentence, hint = fault.args
    if span is None:
        desk.problems.append(error("CAL-052", sentence, place_of(wanted), excerpt=str(wanted), hint=hint))
        return None
    return _week_of(desk, span.first)


def _week_of(desk: Desk, day: date) -> date:
    term = calendar_of(desk).term_on(day)
    return week_start(day, term.week_start if term else 0)


def _caption(desk: Desk, first: date) -> str:
    """第5周（9月28日—10月4日）."""
    days = span(first, first + 6 * DAY)
    term = next((term for term in calendar_of(desk).terms if week_of(term, first)), None)
    week = week_of(term, first) if term else None
    if week is None:
        return days
    return f"{f'第{week.number}周' if week.number else week.name}（{days}）"


def _table(desk: Desk, first: date, found: Sequence[Occurrence], ask: Record, caption: str) -> Table:
    days = all_days(first, first + 6 * DAY)
    groups = [*_whole(days, found), *_days(desk, days, found)]
    rows = [row for _name, group in groups for row in group]
    names = ("时间", "工作内容", "地点", desk.words["责任"], "备注")
    shown = [at for at in range(len(names)) if at in (1, 3) or any(row[at] for row in rows)]
    head = ("日期", *(names[at] for at in shown))
    body: list[TableRow] = []
    for name, group in groups:
        day = Cell(content_of(name), down=len(group)) if len(group) > 1 else name
        cells = [tuple(row[at] for at in shown) for row in group]
        body += [(day, *cells[0]), *cells[1:]]
    columns = tuple(Column(name, align="left" if name == "工作内容" else "") for name in head)
    return Table(columns, (head, *body), 1, caption, ask.get("横排"), ask.place)


def _whole(days: Sequence[date], found: Sequence[Occurrence]) -> Iterator[tuple[str, list[Row]]]:
    """What is to be done some time in the week, or by a day of it."""
    rows = [_row(one) for one in found if one.whole and one.first <= days[-1] and one.last >= days[0]]
    if rows:
        yield ALL_WEEK, rows


def _days(desk: Desk, days: Sequence[date], found: Sequence[Occurrence]) -> Iterator[tuple[str, list[Row]]]:
    """The days of the week with what is done on each, by the hour; a weekend, or a
    day outside of all terms, only where it is worked or has something to do."""
    calendar = calendar_of(desk)
    for day in days:
        on = [one for one in found if not one.whole and one.first <= day <= one.last]
        rows = [_row(one) for one in sorted(on, key=lambda one: one.start or time.min)]
        weekend = day.weekday() >= SATURDAY and not calendar.is_working(day)
        if not rows and (weekend or (calendar.terms and not calendar.term_on(day))):
            continue
        name = f"{dates.month_day(day)}\n（{weekday_of(day)}）"
        yield name, rows or [("", _remark(desk, day), "", "", "")]


def _row(one: Occurrence) -> Row:
    row = one.row
    return (
        str(row.get("时间", "")),
        str(row.get("事项", "")),
        str(row.get("地点", "")),
        who(row),
        str(row.get("备注", "")),
    )


def _remark(desk: Desk, day: date) -> str:
    """What a day without work is, or the lessons that are made up on it."""
    calendar = calendar_of(desk)
    made_up = calendar.made_up_on(day)
    return made_up.label if made_up else off_words(calendar.off_for(day))
