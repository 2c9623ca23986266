"""指标 → charts of what was planned against what came of it.

One chart holds what can be compared on it: numbers of one unit, none so small beside another that its
bar would not be seen. {取自: 指标图} in a plan, {{ 指标 | 指标图(至少=3) }} in a template.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from math import ceil
from typing import NamedTuple

from docgen.document import Chart, Series
from docgen.goals import Quantity, goal_of, quantity_of
from docgen.i18n import _
from docgen.plan import charts
from docgen.plan.compared import by_year, compare
from docgen.plan.desk import Desk
from docgen.plan.lists import chosen
from docgen.problems import Problem, Severity, error
from docgen.source.values import Record
from docgen.terms import BLANK, years

LEAST = 2
"""Indicators of one unit that make a chart."""

SMALLEST_SHARE = Decimal(25)
"""How many times longer than a bar the longest of its chart may be."""

MOST_IN_ONE = 12
"""Indicators in one chart: their bars fill a page."""


class Pair(NamedTuple):
    """An indicator's goal and result as numbers of one `unit`."""

    row: Record
    year: str
    goal: Decimal
    actual: Decimal
    unit: str

    @property
    def name(self) -> str:
        return str(self.row["名称"])

    @property
    def most(self) -> Decimal:
        return max(abs(self.goal), abs(self.actual))


class LeftOut(NamedTuple):
    """An indicator that is not drawn, and why."""

    row: Record
    reason: str


def drawn(desk: Desk, rows: Sequence[Record], ask: Record, least: int = LEAST) -> list[Chart]:
    """The charts of the indicators `rows`, of those that `ask` names by 组 and 指标; a chart has at
    least `least`. What is left out is told on the desk (TRE-068)."""
    asked = chosen(desk, rows, ask)
    if "指标" in ask:
        return [chart for row in asked for chart in _over_the_years(row, ask)]
    found = [_pair(row, years(desk.plan)) for row in asked]
    groups = _groups([pair for pair in found if isinstance(pair, Pair)])
    shown = [group for group in groups if len(group) >= least]
    rare = _("同单位、数值相近的指标不到{least}个").format(least=least)
    missing = [LeftOut(pair.row, rare) for group in groups if len(group) < least for pair in group]
    if shown:
        desk.problems.extend(_told([one for one in found if isinstance(one, LeftOut)] + missing))
    return _charts(shown, ask)


def taken(desk: Desk, ask: Record) -> list[Chart]:
    """{取自: 指标图}: the same, with a problem (TRE-067) where nothing can be drawn."""
    rows, told = desk.plan.get("指标", []), len(desk.problems)
    made = drawn(desk, rows, ask)
    if not made and len(desk.problems) == told:
        place = ask.keys_at.get("取自") or ask.place
        sentence = _("指标里没有能画成图的数：要有{least}个单位相同、“目标”和“实际”都是数的指标")
        hint = _("在“指标”里补上“实际”，或者删去这一项")
        desk.problems.append(error("TRE-067", sentence.format(least=LEAST), place, hint=hint))
    return made


def _pair(row: Record, about: Sequence[int]) -> Pair | LeftOut:
    one = compare(row, about)
    if one.actual.strip() in ("", BLANK):
        return LeftOut(row, _("还没有“实际”的数"))
    goal, actual = _goal(one.goal, str(row.get("基期", ""))), quantity_of(one.actual)
    if goal is None:
        return LeftOut(row, _("“目标”不是一个数"))
    if actual is None:
        return LeftOut(row, _("“实际”不是一个数"))
    units = _units(row, one.goal, one.actual, goal, actual)
    if len(units) > 1:
        return LeftOut(row, _("目标和实际的单位不同"))
    return Pair(row, one.year, goal.value, actual.value, "".join(units))


def _goal(text: str, base: str = "") -> Quantity | None:
    """The number a goal names, None where it names none or a span."""
    goal = goal_of(text, base)
    if goal is None or (goal.least is not None and goal.most is not None):
        return None
    bound = goal.least if goal.least is not None else goal.most
    return Quantity(bound, goal.unit) if bound is not None else None


def _units(row: Record, goal_text: str, actual_text: str, *quantities: Quantity) -> set[str]:
    """The units that are named: 计量单位, and what stands behind the numbers."""
    signs = {"%" for text in (goal_text, actual_text) if text.strip().endswith(("%", "％"))}
    named = {quantity.unit for quantity in quantities} | signs | {str(row.get("计量单位", ""))}
    return {unit.replace("％", "%") for unit in named if unit}


def _groups(pairs: Sequence[Pair]) -> list[list[Pair]]:
    """The pairs that can be compared with each other, in the order of the plan."""
    found = []
    for unit in dict.fromkeys(pair.unit for pair in pairs):
        same = [pair for pair in pairs if pair.unit == unit]
        for alike in _alike(same):
            each = ceil(len(alike) / ceil(len(alike) / MOST_IN_ONE))
            found += [alike[at : at + each] for at in range(0, len(alike), each)]
    return found


def _alike(pairs: Sequence[Pair]) -> Iterator[list[Pair]]:
    """`pairs` parted so that the largest of a part is not many times another."""
    rest = list(pairs)
    while rest:
        longest = max(pair.most for pair in rest)
        near = [pair for pair in rest if pair.most * SMALLEST_SHARE >= longest]
        yield near
        rest = [pair for pair in rest if pair not in near]


def _charts(groups: Sequence[Sequence[Pair]], ask: Record) -> list[Chart]:
    units = [group[0].unit for group in groups]
    made = []
    for at, group in enumerate(groups):
        which = [group[0].unit] if len(set(units)) > 1 and group[0].unit else []
        if units.count(group[0].unit) > 1:
            which.append(str(units[: at + 1].count(group[0].unit)))
        made.append(_chart(group, ask, "，".join(which)))
    return made


def _chart(group: Sequence[Pair], ask: Record, which: str) -> Chart:
    year = group[0].year if len({pair.year for pair in group}) == 1 else ""
    names = tuple(pair.name if year or not pair.year else f"{pair.name}（{pair.year}年）" for pair in group)
    caption = str(ask.get("标题", f"{year}年主要指标目标与实际" if year else "主要指标目标与实际"))
    series = (
        Series("目标", tuple(pair.goal for pair in group)),
        Series("实际", tuple(pair.actual for pair in group)),
    )
    caption += f"（{which}）" if which else ""
    return charts.sized(ask, names, series, group[0].unit, caption, ask.place)


def _over_the_years(row: Record, ask: Record) -> Iterator[Chart]:
    """One indicator in all its years; nothing where it has no result in figures."""
    goals, actuals = by_year(row.get("目标")), by_year(row.get("实际"))
    names = sorted({year for year in (*goals, *actuals) if year}) or [""]
    wanted = [_goal(goals.get(year, goals.get("", ""))) for year in names]
    came = [quantity_of(actuals.get(year, actuals.get("", ""))) for year in names]
    if not any(came):
        return
    series = (
        Series("目标", tuple(one.value if one else None for one in wanted)),
        Series("实际", tuple(one.value if one else None for one in came)),
    )
    categories = tuple(f"{year}年" if year else str(row["名称"]) for year in names)
    caption = str(ask.get("标题", f"{row['名称']}目标与实际"))
    yield charts.sized(ask, categories, series, str(row.get("计量单位", "")), caption, ask.place)


def _told(left: Sequence[LeftOut]) -> Iterator[Problem]:
    """An information for each reason, naming the indicators left out for it."""
    for reason in dict.fromkeys(one.reason for one in left):
        rows = [one.row for one in left if one.reason == reason]
        names = "、".join(str(row["名称"]) for row in rows)
        sentence = _("指标图里没有画“{names}”：{reason}").format(names=names, reason=reason)
        yield Problem("TRE-068", Severity.INFO, sentence, rows[0].place)
