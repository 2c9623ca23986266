"""Indicators compared: what was planned against what came of it, an entry an indicator.

{{ 指标 | 对照 | 成表(列={"名称": "指标", "目标": "目标值", "实际": "实际值", "达标": "完成情况"}) }}
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from docgen.goals import Verdict, judge
from docgen.source.values import Record
from docgen.terms import BLANK, years


class Comparison(NamedTuple):
    """An indicator's goal and result of one year (empty where they are given without years), and what
    comes of comparing them."""

    row: Record
    year: str
    goal: str
    actual: str
    verdict: Verdict


def compare(row: Record, about: Sequence[int]) -> Comparison:
    """The indicator `row` in the years `about` which the plan is: the last of them that has a result,
    else the last of them that has a goal."""
    goals, actuals = by_year(row.get("目标")), by_year(row.get("实际"))
    year = _inside(actuals, about) or _inside(goals, about)
    if not year and "" not in goals:
        year = _last(actuals) or _last(goals)
    goal = goals.get(year, goals.get("", ""))
    actual = actuals.get(year, actuals.get("", ""))
    verdict = judge(goal, actual, str(row.get("基期", "")))
    return Comparison(row, year, goal, actual, verdict)


def compared(plan: Mapping[str, Any], rows: Sequence[Record]) -> list[Record]:
    """The rows with 年份, 目标 and 实际 of the year compared, and 达标; 年份 only where the years of
    the rows differ."""
    found = [compare(row, years(plan)) for row in rows]
    differ = len({one.year for one in found if one.year}) > 1
    return [_row(one, one.year if differ else "") for one in found]


def by_year(value: Any) -> dict[str, str]:
    """目标 or 实际 by its years; under the empty year where it is given without."""
    if isinstance(value, Mapping):
        return {str(year): str(text) for year, text in value.items()}
    return {"": str(value)} if value else {}


def _inside(values: Mapping[str, str], about: Sequence[int]) -> str:
    """The last year of `about` that has a value."""
    known = {year: text for year, text in values.items() if year.isdigit() and int(year) in about}
    return _last(known)


def _last(values: Mapping[str, str]) -> str:
    """The last year that has a value."""
    return max((year for year, text in values.items() if year and text not in ("", BLANK)), default="")


def _row(one: Comparison, year: str) -> Record:
    row = Record(one.row.place)
    row.update(one.row)
    row.keys_at.update(one.row.keys_at)
    row.update({"年份": year, "目标": one.goal, "实际": one.actual, "达标": one.verdict.value})
    return row
