"""The words that changed in a text: numbers and foreign words as a whole, all else character by character."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from docgen.compare.order import gaps, same
from docgen.compare.parts import plain
from docgen.mend.difference import MOST, Stretch, same_ends, stretches
from docgen.patterns import pattern

WORD = pattern(r"[0-9]+(?:\.[0-9]+)?[%％]?|[A-Za-z]+|.", re.DOTALL)
CLAUSE = pattern(r"[^，。；：、！？\n]{0,200}[，。；：、！？\n]?", re.DOTALL)
BETWEEN = 1
"""Changes with so few characters between them are told as one."""


def words_changed(old: str, new: str) -> list[Stretch]:
    """The stretches of `old` that changed and what stands there now; what counts for nothing (blanks, the
    width of marks) is left out."""
    begin, end = same_ends(old, new)
    if (len(old) - begin - end) * (len(new) - begin - end) > MOST:
        found = list(_by_clauses(old, new))
    else:
        found = list(_changed(WORD.findall(old), WORD.findall(new)))
    counting = [one for one in found if plain(old[one.start : one.end]) != plain(one.words)]
    return _together(old, counting)


def _changed(old: Sequence[str], new: Sequence[str]) -> Iterator[Stretch]:
    """The stretches between two rows of words."""
    places = [0, *accumulate(map(len, old))]
    for start, end, first, last in gaps(same(old, new), len(old), len(new)):
        yield Stretch(places[start], places[end], "".join(new[first:last]))


def _by_clauses(old: str, new: str) -> Iterable[Stretch]:
    for one in _changed(CLAUSE.findall(old), CLAUSE.findall(new)):
        inner = stretches(old[one.start : one.end], one.words)
        yield from (Stretch(one.start + at, one.start + end, words) for at, end, words in inner)


def _together(old: str, found: Iterable[Stretch]) -> list[Stretch]:
    rows: list[Stretch] = []
    for one in found:
        last = rows[-1] if rows else None
        if last and one.start - last.end <= BETWEEN:
            words = last.words + old[last.end : one.start] + one.words
            rows[-1] = Stretch(last.start, one.end, words)
        else:
            rows.append(one)
    return rows
