"""School years, terms and calendar years as titles write them.

What is none of them raises `ValueError(sentence, hint)`, both Chinese.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docgen.i18n import _
from docgen.patterns import pattern
from docgen.problems import DocgenError, error
from docgen.source.values import place_of

BLANK = "待填"
SCHOOL_YEAR = pattern(r"([0-9]{4})(?:[—–－\-~～至]+([0-9]{4}))?(?:学年度?)?")
YEARS = pattern(r"([0-9]{4})(?:年?[—–－\-~～至]+([0-9]{4}))?(?:年度?)?")
YEAR = pattern(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
FIRST = ("1", "一", "上", "上学期", "第1学期")
SECOND = ("2", "二", "下", "下学期", "第2学期")


def school_year(value: str | int) -> str:
    """2026—2027学年度, from 2026—2027, 2026-2027, 2026 …; the second year
    must follow the first."""
    found = SCHOOL_YEAR.fullmatch(_bare(value))
    if not found:
        raise ValueError(_("“{value}”不是学年").format(value=value), _("写成“2026—2027”的样子"))
    first, second = int(found[1]), int(found[2] or int(found[1]) + 1)
    if second != first + 1:
        raise ValueError(
            _("学年“{value}”的两个年份不相连").format(value=value),
            _("写成“{first}—{second}”").format(first=first, second=first + 1),
        )
    return f"{first}—{second}学年度"


def term(value: str | int) -> str:
    """第一学期 or 第二学期, from 1, 一, 上学期 …; a name ending in 学期 (秋季学期) stays."""
    text = _bare(value)
    if text in FIRST:
        return "第一学期"
    if text in SECOND:
        return "第二学期"
    if not text.endswith("学期"):
        raise ValueError(_("“{value}”不是学期").format(value=value), _("写“第一学期”或“第二学期”"))
    return text


def calendar_year(value: str | int) -> str:
    """2027年, from 2027, 2027年, 2027年度; several years are 2026—2028年."""
    found = YEARS.fullmatch(_bare(value))
    if not found or (found[2] and found[2] <= found[1]):
        raise ValueError(_("“{value}”不是年度").format(value=value), _("写成“2027”的样子"))
    return f"{found[1]}—{found[2]}年" if found[2] else f"{found[1]}年"


def period(plan: Mapping[str, Any]) -> str:
    """The span of time a plan is about, for its title: its 学年 or 年度, then its 学期; empty where
    it names none. A deliberate blank (待填) stays. Raises `DocgenError` that names the value's place."""
    named = plan.get("学期")
    if isinstance(named, list):  # all terms of a school year say no more than its years do
        named = named[0] if len(named) == 1 else None
    name = named.get("名称") if isinstance(named, Mapping) else named
    asked = [(school_year, plan.get("学年")), (calendar_year, plan.get("年度")), (term, name)]
    if plan.get("学年"):
        del asked[1]
    return "".join(_written(write, value) for write, value in asked if value)


def years(plan: Mapping[str, Any]) -> tuple[int, ...]:
    """The years a plan is about, in order: those of its 学年 or 年度, else those its terms begin and end
    in; empty where it names none."""
    named = _years_in(plan.get("学年")) or _years_in(plan.get("年度"))
    if named:
        return tuple(range(named[0], named[-1] + 1))
    given = plan.get("学期")
    rows = [row for row in (given if isinstance(given, list) else [given]) if isinstance(row, Mapping)]
    found = [year for row in rows for key in ("开学", "结束") for year in _years_in(row.get(key))]
    return tuple(range(min(found), max(found) + 1)) if found else ()


def _years_in(value: Any) -> list[int]:
    return sorted({int(found) for found in YEAR.findall(str(value or ""))})


def _written(write: Any, value: Any) -> str:
    if value == BLANK:
        return BLANK
    try:
        return str(write(value))
    except ValueError as fault:
        message, hint = fault.args
        raise DocgenError(error("SCM-020", message, place_of(value), excerpt=str(value), hint=hint)) from None


def _bare(value: str | int) -> str:
    return "".join(str(value).split())
