"""The tasks and events of all plans by month: a task in the month of its deadline, an event in that in
which it begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from docgen.calendar.events import events_of
from docgen.calendar.spans import NoSuchDay, NotKnown, span_of
from docgen.calendar.terms import terms_of
from docgen.calendar.times import Times, times_of
from docgen.district.gathered import School
from docgen.plan.duties import Duty, duties
from docgen.plan.responsibility import who
from docgen.source.values import lines_of
from docgen.year.results import State, state_of

Month = tuple[int, int]
"""A year and a month."""


class Task(NamedTuple):
    """A task of a school: the month of its deadline (None where its words name none: 长期), what is to be
    done, by whom, until when as written, what 完成 says, and how far it has come."""

    school: str
    month: Month | None
    text: str
    duty: str
    deadline: str
    result: str
    state: State


class Tally(NamedTuple):
    """What falls in a month, or in none."""

    month: Month | None
    tasks: int
    events: int
    schools: int
    done: int
    unfinished: int
    open: int


def tasks_of(schools: Sequence[School]) -> tuple[Task, ...]:
    """All tasks, by month, those without one last; in a month in the order of the schools."""
    found = [task for school in schools for task in _tasks(school)]
    return tuple(sorted(found, key=lambda task: task.month or (9999, 1)))


def events(schools: Sequence[School]) -> tuple[tuple[str, Month], ...]:
    """The events with a date: whose, and the month each begins in; a repeated one counts once a month."""
    return tuple(pair for school in schools for pair in _events(school))


def tallies(tasks: Sequence[Task], events: Sequence[tuple[str, Month]]) -> tuple[Tally, ...]:
    """The counts of each month in which there is anything, then of what has no month."""
    months = sorted({task.month for task in tasks if task.month} | {month for _school, month in events})
    wanted: list[Month | None] = [*months]
    if any(task.month is None for task in tasks):
        wanted.append(None)
    return tuple(_tally(month, tasks, events) for month in wanted)


def _tally(month: Month | None, tasks: Sequence[Task], events: Sequence[tuple[str, Month]]) -> Tally:
    here = [task for task in tasks if task.month == month]
    happening = [school for school, when in events if when == month]
    states = [task.state for task in here]
    return Tally(
        month,
        len(here),
        len(happening),
        len({task.school for task in here} | set(happening)),
        states.count(State.DONE),
        states.count(State.UNFINISHED),
        states.count(State.OPEN),
    )


def _tasks(school: School) -> Iterator[Task]:
    times = _times(school)
    for duty in duties(school.plan):
        result = str(duty.data.get("完成") or "").strip()
        deadline = str(duty.data.get("时限") or "")
        yield Task(
            school.name,
            _month(duty, times),
            _words(duty),
            who(duty.data),
            deadline,
            result,
            state_of(result),
        )


def _words(duty: Duty) -> str:
    """A task on one line: its heading, or the first line of what is to be done."""
    first = next((str(line) for line in lines_of(duty.measure)), "")
    return (duty.task or first or duty.group).strip()


def _month(duty: Duty, times: Times | None) -> Month | None:
    try:
        span = span_of(duty.data.get("时限") or "", times)
    except (NoSuchDay, NotKnown):
        return None
    return (span.last.year, span.last.month) if span else None


def _events(school: School) -> Iterator[tuple[str, Month]]:
    found = events_of(school.plan, _times(school), lambda _day: False).occurrences
    seen = {(id(one.row), one.first.year, one.first.month) for one in found}
    yield from ((school.name, (year, month)) for _row, year, month in sorted(seen, key=lambda key: key[1:]))


def _times(school: School) -> Times | None:
    return times_of(school.plan, terms_of(school.plan)[0])
