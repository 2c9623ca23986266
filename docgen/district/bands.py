"""Numbers of many schools → bands of equal width with round bounds, and how many schools lie in each."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_FLOOR, Decimal
from typing import NamedTuple

MOST = 8
STEPS = (1, 2, 5)


class Band(NamedTuple):
    """From `least` on, below `below`; so many `schools` lie in it."""

    least: Decimal
    below: Decimal
    schools: int


def bands(numbers: Sequence[Decimal]) -> tuple[Band, ...]:
    """The bands that hold all of `numbers` (at least one), at most `MOST`, empty ones among them too."""
    low, high = min(numbers), max(numbers)
    step = _step(high - low)
    start = (low / step).to_integral_value(ROUND_FLOOR) * step
    found = []
    while start <= high:
        below = start + step
        found.append(Band(start, below, sum(start <= number < below for number in numbers)))
        start = below
    return tuple(found)


def _step(reach: Decimal) -> Decimal:
    """The smallest round step (1, 2 or 5 times a power of ten) by which `MOST` bands suffice."""
    if reach == 0:
        return Decimal(1)
    power = reach.adjusted() - 2
    while True:
        for times in STEPS:
            step = Decimal(times).scaleb(power)
            if reach / step < MOST - 1:
                return step
        power += 1
