"""The lists that a plan's data make, by name: documents of their own, and parts of a plan (取自)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from docgen.document import Block
from docgen.i18n import _
from docgen.plan import lists
from docgen.plan.desk import Desk
from docgen.plan.people import people
from docgen.problems import error
from docgen.source.values import Record, as_list

Make = Callable[[Desk, Record], "Sequence[Block]"]


def blocks(desk: Desk, name: str, ask: Record) -> Sequence[Block]:
    """The tables of the list `name` (one of `LISTS`); none with a problem on the desk where the plan has
    not what it needs."""
    return LISTS[name](desk, ask)


def _calendar(desk: Desk, ask: Record) -> Sequence[Block]:
    from docgen.plan import year_grid

    desk.placed.add("活动")
    return year_grid.tables(desk, ask)


def _agenda(desk: Desk, ask: Record) -> Sequence[Block]:
    from docgen.plan import agenda

    return agenda.by_term(desk, ask) if _has_work(desk, ask, "行事历") else ()


def _months(desk: Desk, ask: Record) -> Sequence[Block]:
    from docgen.plan import agenda

    return agenda.by_month(desk, ask) if _has_work(desk, ask, "月度安排") else ()


def _events(desk: Desk, ask: Record) -> Sequence[Block]:
    from docgen.plan import agenda

    return agenda.by_event(desk, ask) if _has(desk, ask, "活动", "活动安排") else ()


def _week(desk: Desk, ask: Record) -> Sequence[Block]:
    from docgen.plan import week

    return week.tables(desk, ask) if _has_work(desk, ask, "周工作安排") else ()


def _tasks(desk: Desk, ask: Record) -> Sequence[Block]:
    from docgen.plan import task_table

    made = task_table.table(desk, ask)
    return (made,) if made else ()


def _indicators(desk: Desk, ask: Record) -> Sequence[Block]:
    if not _has(desk, ask, "指标", "指标表"):
        return ()
    return (lists.indicators(desk, desk.plan["指标"], _captioned(ask)),)


def _indicator_charts(desk: Desk, ask: Record) -> Sequence[Block]:
    from docgen.plan import indicator_charts

    return indicator_charts.taken(desk, ask)


def _groups(desk: Desk, ask: Record) -> Sequence[Block]:
    if not _has(desk, ask, "机构", "领导小组名单"):
        return ()
    return tuple(people(data) for data in as_list(desk.plan["机构"]))


def _budget(desk: Desk, ask: Record) -> Sequence[Block]:
    if not _has(desk, ask, "经费", "经费预算表"):
        return ()
    return (lists.budget(desk, desk.plan["经费"], _captioned(ask)),)


def _captioned(ask: Record) -> Record:
    """`ask` with no caption where it names none: the title, or the heading above, says what it is."""
    made = Record(ask.place)
    made.update({"标题": "", **ask})
    made.keys_at.update(ask.keys_at)
    return made


def _has_work(desk: Desk, ask: Record, name: str) -> bool:
    """Whether the plan has 活动, or is asked for its tasks."""
    if ask.get("任务") is True or desk.plan.get("任务") is True:
        desk.placed.add("活动")
        return True
    return _has(desk, ask, "活动", name)


def _has(desk: Desk, ask: Record, key: str, name: str) -> bool:
    desk.placed.add(key)
    if desk.plan.get(key):
        return True
    sentence = _("计划里没有“{key}”，排不出{name}").format(key=key, name=name)
    hint = _("在计划最外层补上“{name}:”").format(name=key)
    if key in desk.plan:
        sentence = _("“{key}”里一项也没有，排不出{name}").format(key=key, name=name)
        hint = _("在“{key}”里写上至少一项").format(key=key)
    desk.problems.append(error("TRE-051", sentence, ask.keys_at.get("取自") or desk.whole.place, hint=hint))
    return False


LISTS: Mapping[str, Make] = {
    "校历": _calendar,
    "行事历": _agenda,
    "月度安排": _months,
    "周工作安排": _week,
    "活动安排": _events,
    "任务分解表": _tasks,
    "指标表": _indicators,
    "指标图": _indicator_charts,
    "领导小组名单": _groups,
    "经费预算表": _budget,
}
