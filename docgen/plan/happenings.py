"""What happens when, as lists print it: the plan's 活动 as occurrences, and its tasks by their 时限."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from docgen import dates
from docgen.calendar.events import Occurrence
from docgen.calendar.spans import NoSuchDay, NotKnown, span_of
from docgen.plan import months
from docgen.plan.days import calendar_of, option
from docgen.plan.desk import Desk
from docgen.plan.duties import duties
from docgen.plan.lists import when as date_of
from docgen.plan.responsibility import who
from docgen.source.values import Record, as_list

WEEK = "周"


class Line(NamedTuple):
    """One thing to do in a list: its words with their date, and who does it."""

    text: str
    who: str


def occurrences(desk: Desk, ask: Record) -> list[Occurrence]:
    """All that has a day, in order of time: the 活动, and where 任务 asks for them the tasks, on the last
    day of their 时限."""
    found = list(calendar_of(desk).occurrences)
    if option(desk, ask, "任务") is True:
        found += _tasks(desk)
        found.sort(key=lambda one: one.first)
    return found


def undated(desk: Desk) -> list[Record]:
    """The 活动 whose date is words (长期), or none."""
    dated = {id(one.row) for one in calendar_of(desk).occurrences}
    rows = (row for row in as_list(desk.plan.get("活动")) if isinstance(row, Record))
    return [row for row in rows if id(row) not in dated]


def lines(happenings: Iterable[Occurrence], *, week: bool = False) -> list[Line]:
    """The lines of a group (a `week`, or a month); what is repeated in it is said once."""
    return [found for _day, found in dated_lines(happenings, week=week)]


def dated_lines(happenings: Iterable[Occurrence], *, week: bool = False) -> list[tuple[date, Line]]:
    """The lines of a group, each with the day it begins on."""
    rows: dict[int, list[Occurrence]] = {}
    for one in happenings:
        rows.setdefault(id(one.row), []).append(one)
    return [(same[0].first, line(same[0].row, _when(same, week=week))) for same in rows.values()]


def line(row: Record, when: str) -> Line:
    """The line of an event: 10月15日14:30：家长会（报告厅）; a remark stands in the brackets too."""
    further = "，".join(str(row[key]).rstrip("。") for key in ("地点", "备注") if row.get(key))
    words = str(row.get("事项", "")) + (f"（{further}）" if further else "")
    return Line(f"{when}：{words}" if when else words, who(row))


def in_words(desk: Desk, row: Record) -> str:
    """When an event is whose date is words, or that a list prints as the plan says it."""
    return date_of(desk, row) + str(row.get("时间", ""))


def _when(same: Sequence[Occurrence], *, week: bool) -> str:
    one = same[0]
    row, hours = one.row, str(one.row.get("时间", ""))
    if len(same) > 1:
        return str(row.get("重复", "")) + hours
    if not one.whole:
        return dates.span_without_year(one.first, one.last) + hours
    return "" if week and WEEK in str(row.get("日期", "")) else _as_typed(row) + hours


def _as_typed(row: Record) -> str:
    ends = [months.short(str(row[key])) for key in ("日期", "至") if row.get(key)]
    return dates.DASH.join(ends) if ends else str(row.get("重复", ""))


def _tasks(desk: Desk) -> list[Occurrence]:
    found = []
    for duty in duties(desk.whole):
        limit = str(duty.data.get("时限", ""))
        try:
            span = span_of(duty.data["时限"], calendar_of(desk).times) if limit else None
        except (NoSuchDay, NotKnown):
            continue  # told with the plan's deadlines
        if span:
            note = f"（{desk.words['时限']}：{dates.printed(duty.data['时限'])}）"
            row = Record(duty.data.place)
            row.update({"事项": (duty.measure or duty.task or duty.group).rstrip("。；") + note})
            row.update({key: duty.data[key] for key in ("责任",) if key in duty.data})
            found.append(Occurrence(row, span.last, span.last, whole=True))
    return found
