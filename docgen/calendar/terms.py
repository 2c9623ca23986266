"""The terms of a plan: from 学期 to first day, last day, the day weeks begin on, and breaks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any, NamedTuple

from docgen import terms
from docgen.i18n import _
from docgen.problems import Place, Problem, error
from docgen.source.values import Day, Record, as_list, place_of

MONDAY, SUNDAY = 0, 6
LONGEST = 366
"""Days: what is given as longer has a slip in a year."""


class Break(NamedTuple):
    """Days on which a school has no lessons, whatever the national calendar says; `last` included."""

    name: str
    first: date
    last: date


class Term(NamedTuple):
    """A term from its `first` day to its `last`. Weeks begin on `week_start` (MONDAY or SUNDAY);
    `preparatory`: the week of the first day is the 预备周, the first week follows it. `next_first` is
    the first day of the term after it, where it is known."""

    name: str
    first: date
    last: date
    week_start: int = MONDAY
    preparatory: bool = False
    breaks: tuple[Break, ...] = ()
    next_first: date | None = None
    place: Place | None = None

    def holds(self, day: date) -> bool:
        """Whether `day` lies in the term."""
        return self.first <= day <= self.last

    def break_on(self, day: date) -> str:
        """The name of the break `day` lies in, empty where it lies in none."""
        return next((one.name for one in self.breaks if one.first <= day <= one.last), "")


def terms_of(plan: Record) -> tuple[tuple[Term, ...], list[Problem]]:
    """The terms that `plan` gives with their days (学期, one or a list of them), in the order of time,
    and what is wrong with them (CAL-001, CAL-002). A term that is but named is none here."""
    problems: list[Problem] = []
    found = [
        term
        for entry in as_list(plan.get("学期"))
        if isinstance(entry, Record) and (term := _term(entry, problems))
    ]
    found.sort(key=lambda term: term.first)
    problems += list(_overlaps(found))
    return tuple(found), problems


def _term(data: Record, problems: list[Problem]) -> Term | None:
    first, last = data.get("开学"), data.get("结束")
    if not (isinstance(first, Day) and isinstance(last, Day)):
        return None
    wrong = _wrong_span(first, last)
    if wrong:
        problems.append(wrong)
        return None
    return Term(
        name=_name(data),
        first=first.date,
        last=last.date,
        week_start=SUNDAY if data.get("周起") == "周日" else MONDAY,
        preparatory=data.get("预备周") is True,
        breaks=tuple(_breaks(data, problems)),
        next_first=_next_first(data, last, problems),
        place=data.place,
    )


def _next_first(data: Record, last: Day, problems: list[Problem]) -> date | None:
    following = data.get("下学期开学")
    if not isinstance(following, Day):
        return None
    if following.date > last.date:
        return following.date
    sentence = _("下学期开学的日期不晚于这个学期结束的日期")
    hint = _("检查年份和月份是否写错")
    problems.append(error("CAL-001", sentence, following.place, excerpt=str(following), hint=hint))
    return None


def _name(data: Record) -> str:
    try:
        return terms.term(str(data.get("名称", "")))
    except ValueError:
        return str(data.get("名称", ""))


def _wrong_span(first: Day, last: Day) -> Problem | None:
    days = (last.date - first.date).days
    if days <= 0:
        sentence = _("结束的日期不晚于开始的日期")
    elif days > LONGEST:
        sentence = _("从{first}到{last}超过一年").format(first=first, last=last)
    elif not 1900 < last.date.year < 2200:
        sentence = _("“{last}”的年份不对").format(last=last)
    else:
        return None
    return error("CAL-001", sentence, last.place, excerpt=str(last), hint=_("检查年份和月份是否写错"))


def _breaks(data: Record, problems: list[Problem]) -> Iterator[Break]:
    for entry in as_list(data.get("放假")):
        row: Any = entry if isinstance(entry, Record) else {"日期": entry}
        first, last = row.get("日期"), row.get("至", row.get("日期"))
        if not (isinstance(first, Day) and isinstance(last, Day)):
            hint = _("写成 {{名称: 秋假, 日期: 2026-11-02, 至: 2026-11-04}}").format()
            sentence = _("放假的日期要写到日")
            problems.append(error("CAL-002", sentence, place_of(entry), excerpt=str(first or ""), hint=hint))
        elif last.date < first.date:
            problems.append(
                error(
                    "CAL-001",
                    _("结束的日期不晚于开始的日期"),
                    last.place,
                    excerpt=str(last),
                    hint=_("检查年份和月份是否写错"),
                )
            )
        else:
            yield Break(str(row.get("名称", "放假")), first.date, last.date)


def _overlaps(found: list[Term]) -> Iterator[Problem]:
    for before, after in pairwise(found):
        if after.first <= before.last:
            sentence = _("{after}开学时{before}还没有结束").format(after=after.name, before=before.name)
            yield error("CAL-001", sentence, after.place, hint=_("检查两个学期的起止日期"))
