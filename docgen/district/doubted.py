"""Numbers without a unit of their own that lie so far from those of all other schools that they are likely in
another unit: 0.985 among 98.5, 350000 among 35万元. Nobody but the school knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from statistics import median_high

from docgen.district.ways import is_money, is_share

WHOLE = Decimal(1)
"""The most that a fraction written for a percentage is."""
USUAL_SHARE = Decimal(20)
"""The least that percentages are elsewhere for a fraction among them to be odd."""
APART = 1000
"""Times that an amount of money has to be more or less than usual to be odd."""
FEWEST = 3
"""Schools without which nothing is usual for money."""


def doubted(name: str, unit: str, values: Mapping[str, Decimal]) -> Iterator[str]:
    """The schools whose number in `values` is likely in another unit than `unit`."""
    some = {school: number for school, number in values.items() if number > 0}
    if len(some) > 1:
        usual, many = median_high(some.values()), len(some) >= FEWEST
        yield from (school for school, number in some.items() if _is_odd(name, unit, number, usual, many))


def _is_odd(name: str, unit: str, number: Decimal, usual: Decimal, many: bool) -> bool:
    if is_share(name, unit):
        return number <= WHOLE and usual >= USUAL_SHARE
    return is_money(unit) and many and (number >= APART * usual or usual >= APART * number)
