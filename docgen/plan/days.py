"""The calendar of the plan on a desk, read once, and the terms that a list is asked for."""

from __future__ import annotations

from typing import Any

from docgen import terms
from docgen.calendar.read import Calendar, read
from docgen.calendar.terms import Term
from docgen.i18n import _
from docgen.plan.desk import Desk
from docgen.problems import Problem, Severity, error
from docgen.source.values import Record, place_of


def calendar_of(desk: Desk) -> Calendar:
    """The calendar of the plan; what is wrong with its days is told on the desk, for here they must be
    known."""
    if desk.calendar is None:
        desk.calendar, problems = read(desk.whole, desk.folder)
        desk.problems.extend(one for one in problems if one.severity is Severity.ERROR)
    return desk.calendar


def option(desk: Desk, ask: Record, key: str) -> Any:
    """What a list is asked for: by what places it (取自), else by the plan that is this list."""
    return ask.get(key, desk.plan.get(key))


def terms_asked(desk: Desk, ask: Record, name: str) -> tuple[Term, ...]:
    """The terms of the plan whose days are known, the one of 学期 where `ask` names it. None is an error
    (CAL-050): the list `name` cannot do without."""
    found = calendar_of(desk).terms
    wanted = ask.get("学期")
    if wanted is not None and found:
        named = tuple(term for term in found if term.name == _named(wanted))
        if not named:
            desk.problems.append(_no_such_term(wanted, found))
        return named
    if not found:
        desk.problems.append(_no_terms(desk, ask, name))
    return found


def _named(wanted: object) -> str:
    try:
        return terms.term(str(wanted))
    except ValueError:
        return str(wanted)


def _no_terms(desk: Desk, ask: Record, name: str) -> Problem:
    plan = desk.whole
    return error(
        "CAL-050",
        _("没有写学期从哪天到哪天，排不出{name}").format(name=name),
        ask.keys_at.get("取自") or plan.keys_at.get("学期") or plan.place,
        hint=_("写“学期: {{名称: 第一学期, 开学: 2026-09-01, 结束: 2027-01-22}}”").format(),
    )


def _no_such_term(wanted: object, found: tuple[Term, ...]) -> Problem:
    names = "、".join(term.name for term in found)
    return error(
        "CAL-051",
        _("没有“{name}”").format(name=wanted),
        place_of(wanted),
        excerpt=str(wanted),
        hint=_("“{key}”可以写：{names}").format(key="学期", names=names),
    )
