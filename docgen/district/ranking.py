"""Numbers by school → their order from high to low; equal numbers share a rank, the next one is passed over
(1, 2, 2, 4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple


class Ranked(NamedTuple):
    """A school's rank, shared by all schools of its number."""

    rank: int
    school: str
    number: Decimal


def ranked(values: Mapping[str, Decimal]) -> tuple[Ranked, ...]:
    """`values` from high to low; among equals in the order given."""
    return tuple(_ranked(sorted(values.items(), key=lambda pair: -pair[1])))


def _ranked(ordered: Sequence[tuple[str, Decimal]]) -> Iterator[Ranked]:
    before = 0
    for number, same in groupby(ordered, key=lambda pair: pair[1]):
        schools = [school for school, _number in same]
        yield from (Ranked(before + 1, school, number) for school in schools)
        before += len(schools)


def highest(order: Sequence[Ranked], least: int) -> tuple[Ranked, ...]:
    """The first `least` of `order`, with all who share the last one's rank."""
    if len(order) <= least:
        return tuple(order)
    last = order[least - 1].rank
    return tuple(one for one in order if one.rank <= last)


def lowest(order: Sequence[Ranked], least: int) -> tuple[Ranked, ...]:
    """The last `least` of `order`, with all who share the first one's number."""
    if len(order) <= least:
        return tuple(order)
    first = order[-least].number
    return tuple(one for one in order if one.number <= first)
