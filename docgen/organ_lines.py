"""The name of an organ → lines, where it is too long for one: words whole, lines of like length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from math import ceil, inf
from typing import NamedTuple

from docgen.title_breaks import LONGEST_WORD, rules
from docgen.widths import measure

LINKS = "和与及暨、"
SHORTEST = 3  # characters of a line
AFTER_AN_ORGAN, AFTER_A_PLACE, BEFORE_AN_ENDING, UNKNOWN = -4.0, 3.0, 3.0, 6.0


class _Part(NamedTuple):
    text: str
    kind: str  # place, ending, word, letter


def organ_lines(name: str, width: float) -> tuple[str, ...]:
    """`name` on as few lines of at most `width` full-width characters as it needs."""
    if measure(name) <= width:
        return (name,)
    prices = list(_prices(list(_parts(name))))
    fewest = ceil(measure(name) / width)
    for count in range(fewest, len(name) + 1):
        if found := _best(name, prices, count, width):
            return found
    return tuple(name)


def _best(name: str, prices: Sequence[tuple[int, float]], count: int, width: float) -> tuple[str, ...]:
    """The cheapest way to break `name` into `count` lines that fit; () where there is none."""
    best: tuple[str, ...] = ()
    least = inf
    for breaks in combinations(prices, count - 1):
        edges = (0, *(place for place, _price in breaks), len(name))
        lines = tuple(name[begin:end] for begin, end in pairwise(edges))
        sizes = [measure(line) for line in lines]
        if max(sizes) > width or min(sizes) < min(SHORTEST, width):
            continue
        price = sum(price for _place, price in breaks) + max(sizes) - min(sizes)
        if price < least:
            best, least = lines, price
    return best


def _prices(parts: Sequence[_Part]) -> Iterator[tuple[int, float]]:
    """Where a line may begin, and what that costs."""
    place = 0
    for before, after in pairwise(parts):
        place += len(before.text)
        if before.text in LINKS or (after.kind == "ending" and len(after.text) == 1):
            continue
        price = AFTER_AN_ORGAN if before.kind == "ending" and after.kind != "ending" else 0.0
        price += AFTER_A_PLACE if before.kind == "place" else 0.0
        price += BEFORE_AN_ENDING if after.kind == "ending" else 0.0
        price += UNKNOWN if before.kind == after.kind == "letter" else 0.0
        yield place, price


def _parts(name: str) -> Iterator[_Part]:
    place = 0
    kind = "ending"
    while place < len(name):
        kind, end = _next(name, place, kind)
        yield _Part(name[place:end], kind)
        place = end


def _next(name: str, place: int, before: str) -> tuple[str, int]:
    rule = rules()
    if before in ("ending", "place") and (found := rule.forms["place"].match(name, place)):
        return "place", found.end()
    for end in range(min(len(name), place + LONGEST_WORD), place + 1, -1):
        if name[place:end] in rule.lexicon and name[place:end] not in rule.endings:
            return "word", end
    ends = [end for end in range(place + 1, len(name) + 1) if name[place:end] in rule.endings]
    return ("ending", ends[-1]) if ends else ("letter", place + 1)
