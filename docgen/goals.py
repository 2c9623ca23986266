"""Whether a goal was reached: 目标 against 实际, as people write both.

99.3, ≥99.5%, 不超过5, 5以内, 10%～15%; a goal without a sign says at least, unless what it started
from (基期) was higher, or it is zero.
"""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from docgen.patterns import pattern
from docgen.terms import BLANK


class Verdict(str, Enum):
    """What comparing a goal with a result comes to."""

    REACHED = "达标"
    MISSED = "未达标"
    OPEN = "待填"
    NOT_COMPARABLE = "不能比较"


class Quantity(NamedTuple):
    """A number with what stands behind it (人, 分); a closing % is left out."""

    value: Decimal
    unit: str


class Goal(NamedTuple):
    """The least and most a result may be; `strict`: the bounds themselves do not do."""

    least: Decimal | None
    most: Decimal | None
    unit: str = ""
    strict: bool = False


NUMBER = r"([+-]?[0-9]+(?:\.[0-9]+)?)"
UNIT = r"([^0-9.+\-～~—–至≥≤<>]*)"
FIGURE = pattern(NUMBER)
QUANTITY = pattern(rf"(?:共|约|达到?)?{NUMBER}{UNIT}")
RANGE = pattern(rf"{NUMBER}{UNIT}(?:[—–－\-~～]+|至|到){NUMBER}{UNIT}")
LEAST = pattern(r"(?:≥|>=|≧|不低于|不少于|不小于|不得低于|不得少于|大于等于|至少|达到|保持在?)(.+)")
MOST = pattern(
    r"(?:≤|<=|≦|不高于|不超过|不多于|不大于|不得高于|不得超过|小于等于|至多|控制在)(.+?)(?:以内|以下|之内)?"
)
OVER = pattern(r"(?:>|大于|高于|多于|超过)(.+)")
UNDER = pattern(r"(?:<|小于|低于|少于)(.+)")
OR_MORE = pattern(r"(.+?)(?:及?以上)")
OR_LESS = pattern(r"(.+?)(?:及?以下|以内|之内)")
NONE = ("无", "零", "没有")
HALF_WIDTH = str.maketrans("０１２３４５６７８９．％＞＜＝－＋", "0123456789.%><=-+")


def judge(goal: str, actual: str, base: str = "") -> Verdict:
    """Whether the result `actual` reaches `goal`; `base` is the number of the year before, which
    tells which way a goal without a sign points. What is no number cannot be compared."""
    if not actual.strip() or actual.strip() == BLANK or goal.strip() == BLANK:
        return Verdict.OPEN
    wanted, got = goal_of(goal, base), quantity_of(actual)
    if wanted is None or got is None or (wanted.unit and got.unit and wanted.unit != got.unit):
        return Verdict.NOT_COMPARABLE
    return Verdict.REACHED if _within(wanted, got.value) else Verdict.MISSED


def goal_of(text: str, base: str = "") -> Goal | None:
    """The bounds that `text` sets, None where it sets none in figures."""
    text = _bare(text)
    if found := RANGE.fullmatch(text):
        low, high = Decimal(found[1]), Decimal(found[3])
        return Goal(low, high, _unit(found[4] or found[2])) if low <= high else None
    for form, at_least, strict in (
        (OVER, True, True),
        (UNDER, False, True),
        (LEAST, True, False),
        (MOST, False, False),
        (OR_MORE, True, False),
        (OR_LESS, False, False),
    ):
        found = form.fullmatch(text)
        bound = quantity_of(found[1]) if found else None
        if bound:
            return _bounded(bound, at_least, strict)
    plain = quantity_of(text)
    return _bounded(plain, _points_up(plain, quantity_of(base)), False) if plain else None


def quantity_of(text: str) -> Quantity | None:
    """The number in `text` (98.6%, 1,200人, 无), None where it is not one number."""
    text = _bare(text)
    if text in NONE:
        return Quantity(Decimal(0), "")
    found = QUANTITY.fullmatch(text)
    return Quantity(Decimal(found[1]), _unit(found[2])) if found else None


def rescaled(text: str, times: Decimal, unit: str) -> str:
    """`text` with its numbers `times` as much, without the `unit` they had: ≥350000元 is ≥35."""
    bare = _bare(text).replace(unit, "") if unit else _bare(text)
    if times == 1:
        return bare
    return FIGURE.sub(lambda found: f"{(Decimal(found[0]) * times).normalize():f}", bare)


def _bounded(bound: Quantity, at_least: bool, strict: bool) -> Goal:
    least, most = (bound.value, None) if at_least else (None, bound.value)
    return Goal(least, most, bound.unit, strict)


def _points_up(goal: Quantity, base: Quantity | None) -> bool:
    """Whether more is better: not for a goal of none, nor for one below where things started."""
    return goal.value != 0 and not (base and goal.value < base.value)


def _within(goal: Goal, value: Decimal) -> bool:
    if goal.strict and value in (goal.least, goal.most):
        return False
    return (goal.least is None or value >= goal.least) and (goal.most is None or value <= goal.most)


def _bare(text: str) -> str:
    return "".join(text.split()).translate(HALF_WIDTH).replace(",", "").replace("，", "")


def _unit(text: str) -> str:
    return text.replace("%", "")
