"""What vanished in one place and came in another: moved, perhaps with other words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from docgen.compare.alike import grams, likeness
from docgen.compare.parts import Piece
from docgen.recognised import HEADING

SHORTEST, SHORTEST_HEADING, SHORTEST_CHANGED = 6, 2, 12
"""Characters of a part that may be said to have moved, and of one that moved to another section with other
words: shorter ones come and go anywhere."""
LEAST = 0.7
"""So much alike have to be a part that went and one that came, to be the same with other words."""
COMMON = 40
"""Pairs of characters in more parts than this do not tell which one it was."""


def moves(gone: Sequence[Piece], came: Sequence[Piece]) -> dict[int, int]:
    """By the numbers of those that came, which of those that are gone each is."""
    waiting: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, piece in enumerate(gone):
        if len(piece.counts) >= (SHORTEST_HEADING if piece.kind == HEADING else SHORTEST):
            waiting[piece.kind, piece.counts].append(number)
    found: dict[int, int] = {}
    for number, piece in enumerate(came):
        if waiting.get((piece.kind, piece.counts)):
            found[number] = waiting[piece.kind, piece.counts].pop(0)
    return found | _changed(gone, came, found)


def _may_be(old: Piece, new: Piece) -> bool:
    """Whether one may be the other with other words: a short part stays in its section."""
    far = old.section != new.section
    shortest = SHORTEST_CHANGED if far else SHORTEST
    return old.kind == new.kind and min(len(old.counts), len(new.counts)) >= shortest


def _changed(gone: Sequence[Piece], came: Sequence[Piece], known: dict[int, int]) -> dict[int, int]:
    """Those that moved with other words."""
    taken = set(known.values())
    ours = {
        number: grams(piece.counts)
        for number, piece in enumerate(gone)
        if number not in taken and len(piece.counts) >= SHORTEST
    }
    holders: dict[str, list[int]] = defaultdict(list)
    for number, pairs in ours.items():
        for pair in pairs:
            holders[pair].append(number)
    found: dict[int, int] = {}
    for number, piece in enumerate(came):
        if number in known or len(piece.counts) < SHORTEST:
            continue
        theirs = grams(piece.counts)
        shared = Counter(one for pair in theirs if len(holders[pair]) <= COMMON for one in holders[pair])
        likely = [one for one, _count in shared.most_common(5) if one not in taken]
        best = max(likely, key=lambda one: likeness(ours[one], theirs), default=None)
        if best is not None and _may_be(gone[best], piece) and likeness(ours[best], theirs) >= LEAST:
            found[number] = best
            taken.add(best)
    return found
