"""Which entries of two rows are the same ones: in order, without crossing, in time that hardly grows faster
than the rows.

What stands in both rows just once holds them together; between two of those it is done again.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

MOST = 250_000
"""Pairs of entries that are compared with each other where none stands just once."""
FARTHEST = 40
"""How far ahead the next same entry is looked for in longer stretches."""

Pair = tuple[int, int]


class Range(NamedTuple):
    """Entries `start` to `end` of the old row, `first` to `last` of the new one."""

    start: int
    end: int
    first: int
    last: int


def same(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """The numbers of the entries that are the same, both ascending."""
    found: list[Pair] = []
    waiting = [Range(0, len(old), 0, len(new))]
    while waiting:
        inner, ends = _without_ends(old, new, waiting.pop())
        found += ends
        if inner.start == inner.end or inner.first == inner.last:
            continue
        held = _held(old, new, inner)
        if held:
            found += held
            waiting += _gaps(held, inner)
        else:
            found += _tried(old, new, inner)
    return sorted(found)


def gaps(pairs: Sequence[Pair], old: int, new: int) -> list[Range]:
    """The stretches between the same entries of two rows so long that hold anything."""
    found = _gaps(pairs, Range(0, old, 0, new))
    return [one for one in found if one.start < one.end or one.first < one.last]


def _gaps(pairs: Sequence[Pair], within: Range) -> list[Range]:
    befores = [(within.start - 1, within.first - 1), *pairs]
    behinds = [*pairs, (within.end, within.last)]
    return [
        Range(before[0] + 1, behind[0], before[1] + 1, behind[1])
        for before, behind in zip(befores, behinds, strict=True)
    ]


def _without_ends(old: Sequence[Hashable], new: Sequence[Hashable], given: Range) -> tuple[Range, list[Pair]]:
    """The range without what is the same at its ends, and that."""
    start, end, first, last = given
    ends: list[Pair] = []
    while start < end and first < last and old[start] == new[first]:
        ends.append((start, first))
        start, first = start + 1, first + 1
    while start < end and first < last and old[end - 1] == new[last - 1]:
        end, last = end - 1, last - 1
        ends.append((end, last))
    return Range(start, end, first, last), ends


def _held(old: Sequence[Hashable], new: Sequence[Hashable], within: Range) -> list[Pair]:
    """The entries that stand just once on both sides, as many as do not cross."""
    start, end, first, last = within
    counts = [Counter(old[start:end]), Counter(new[first:last])]
    places = {new[at]: at for at in range(first, last) if counts[1][new[at]] == 1}
    once = [
        (at, places[old[at]]) for at in range(start, end) if counts[0][old[at]] == 1 and old[at] in places
    ]
    return _ascending(once)


def _ascending(pairs: Sequence[Pair]) -> list[Pair]:
    """The longest row of pairs, ascending on the left, that ascends on the right too."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, (_left, right) in enumerate(pairs):
        at = bisect_left(tails, right)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [right]
        ends[at : at + 1] = [number]
    found = []
    number = ends[-1] if ends else -1
    while number >= 0:
        found.append(pairs[number])
        number = before[number]
    return found[::-1]


def _tried(old: Sequence[Hashable], new: Sequence[Hashable], within: Range) -> Iterator[Pair]:
    """The same entries of a stretch in which each stands several times or on one side only."""
    start, end, first, last = within
    if (end - start) * (last - first) > MOST:
        yield from _ahead(old, new, within)
        return
    matcher = SequenceMatcher(None, old[start:end], new[first:last], autojunk=False)
    for block in matcher.get_matching_blocks():
        yield from ((start + block.a + at, first + block.b + at) for at in range(block.size))


def _ahead(old: Sequence[Hashable], new: Sequence[Hashable], within: Range) -> Iterator[Pair]:
    """The next same entry each time; where those behind are the same, one entry took another's place."""
    at = within.first
    for number in range(within.start, within.end):
        follow = number + 1 < within.end and at + 1 < within.last and old[number + 1] == new[at + 1]
        if follow and old[number] != new[at]:
            at += 1
            continue
        for next_one in range(at, min(at + FARTHEST, within.last)):
            if old[number] == new[next_one]:
                yield number, next_one
                at = next_one + 1
                break
