"""The figure of all schools together: a sum, a mean, or a weighted mean, and how it was reached."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from docgen.district.indicators import Indicator
from docgen.district.ways import Way, is_percentage, way_of

CENT = Decimal("0.01")
"""Means are rounded to two decimals; sums are exact."""


class Total(NamedTuple):
    """A figure of so many `schools`; `unweighed` are those for whose lack of a weight a percentage was not
    weighted."""

    way: Way
    number: Decimal
    schools: int
    unweighed: tuple[str, ...] = ()


class Change(NamedTuple):
    """The figures of two columns over the `schools` that have both."""

    before: Total
    after: Total

    @property
    def schools(self) -> int:
        return self.after.schools

    @property
    def difference(self) -> Decimal:
        return self.after.number - self.before.number

    @property
    def growth(self) -> Decimal | None:
        """By how many percent the later figure is more, to one decimal; None from a base of none."""
        if self.before.number <= 0:
            return None
        return _rounded(100 * self.difference / self.before.number, Decimal("0.1"))


Weights = Mapping[str, Mapping[str, Decimal]]
"""The weight of each school by column: what is weighted of a year is weighted by the numbers of that year."""


def total(one: Indicator, column: str, weights: Weights) -> Total | None:
    """The figure of `column`; None where no school has a number there. `weights` are used for percentages,
    where every school that counts has one."""
    values = one.values(column)
    return _total(one, values, weights.get(column, {}), weights) if values else None


def change(one: Indicator, before: str, after: str, weights: Weights) -> Change | None:
    """The figures of both columns over the schools that have both, reached in the same way; None where
    there are none."""
    first, last = one.values(before), one.values(after)
    both = [school for school in last if school in first]
    if not both:
        return None
    columns = ((before, first), (after, last))
    sides = [({each: values[each] for each in both}, weights.get(key, {})) for key, values in columns]
    was, now = (_total(one, values, known, weights) for values, known in sides)
    if was.way is not now.way:
        was, now = (_total(one, values, {}, {}) for values, _known in sides)
    return Change(was, now)


def _total(
    one: Indicator, values: Mapping[str, Decimal], known: Mapping[str, Decimal], asked: Weights
) -> Total:
    """The figure of `values` (at least one); `known` are the weights of the schools, `asked` whether there
    are to be any."""
    schools, way = len(values), way_of(one.name, one.unit)
    if way is Way.SUM:
        return Total(way, sum(values.values(), Decimal(0)).normalize(), schools)
    if not (asked and is_percentage(one.unit)):
        return Total(way, mean(values), schools)
    lacking = tuple(school for school in values if school not in known)
    weight = sum((known[school] for school in values if school in known), Decimal(0))
    if lacking or weight <= 0:
        return Total(way, mean(values), schools, lacking or tuple(values))
    summed = sum((number * known[school] for school, number in values.items()), Decimal(0))
    return Total(Way.WEIGHTED, _rounded(summed / weight, CENT), schools)


def mean(values: Mapping[str, Decimal]) -> Decimal:
    """The arithmetic mean of at least one number, to two decimals."""
    return _rounded(sum(values.values(), Decimal(0)) / len(values), CENT)


def _rounded(number: Decimal, step: Decimal) -> Decimal:
    return number.quantize(step, ROUND_HALF_UP).normalize()


def shown(number: Decimal) -> str:
    """A number as it is printed: in figures, as many decimals as it has."""
    return f"{number:f}"
