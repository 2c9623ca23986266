"""Units that are exact in one another (元, 万元, 亿元): what a number's unit is, and how many of one unit
another is (data/district/units.yaml, 换算)."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from docgen.district.ways import is_known_unit, words
from docgen.patterns import pattern

POWERS = ("万", "亿")
"""What stands behind a number before its unit: 35万 of an indicator in 元."""
CLOSING = pattern(r"(.+)[（(]([^（）()]+)[）)]")


def kin(unit: str) -> str:
    """The unit that stands for all those that `unit` can be converted to; itself where it is alone."""
    return _families().get(unit, (unit, Decimal(1)))[0]


def times(unit: str, other: str) -> Decimal:
    """How many of `other` one `unit` is; both are of one kin."""
    known = _families()
    return known[unit][1] / known[other][1] if unit != other else Decimal(1)


def meant(unit: str, whole: str) -> str:
    """The unit of a number with `unit` behind it (empty where nothing is) in a row of the unit `whole`: 万
    in a row of 元 or 万元 is 万元."""
    if unit in POWERS and (full := unit + whole.lstrip("".join(POWERS))) in _families():
        return full
    return unit or whole


def named_in(name: str) -> tuple[str, str]:
    """A name without the unit that closes it in brackets, and that unit: 公用经费（万元）; empty where
    there is none that is known."""
    found = CLOSING.fullmatch(name)
    return (found[1], found[2]) if found and is_known_unit(found[2]) else (name, "")


@lru_cache(maxsize=1)
def _families() -> dict[str, tuple[str, Decimal]]:
    """By unit the first of its family, and how many of that it is."""
    return {
        unit: (next(iter(family)), Decimal(number))
        for family in words()["换算"]
        for unit, number in family.items()
    }
