"""How alike two texts are, and which of two stretches of texts belong together."""

from __future__ import annotations

from collections.abc import Sequence

LEAST = 0.4
"""Less alike, two texts are not the same one with other words."""
LONGEST = 30
"""Of a stretch whose texts are all compared with each other; a longer one is taken in parts."""

Grams = frozenset[str]


def grams(text: str) -> Grams:
    """The pairs of neighbouring characters in a text."""
    return frozenset(text[at : at + 2] for at in range(max(1, len(text) - 1)))


def likeness(old: Grams, new: Grams) -> float:
    """0 to 1: what share of their pairs of characters two texts have in common."""
    return 2 * len(old & new) / (len(old) + len(new))


def pairs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Which text of `old` belongs to which of `new`, by their numbers, in order and without crossing, so
    that they are as alike as can be; in long stretches so within each part of them."""
    parts = max(1, -(-len(old) // LONGEST), -(-len(new) // LONGEST))
    found: list[tuple[int, int]] = []
    for part in range(parts):
        (begin, end), (first, last) = (_share(len(one), part, parts) for one in (old, new))
        found += [(begin + i, first + j) for i, j in _best(old[begin:end], new[first:last])]
    return found


def _share(length: int, part: int, parts: int) -> tuple[int, int]:
    return length * part // parts, length * (part + 1) // parts


def _best(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    ours, theirs = [grams(text) for text in old], [grams(text) for text in new]
    best = [[0.0] * (len(new) + 1) for _row in range(len(old) + 1)]
    scores: dict[tuple[int, int], float] = {}
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            score = scores[i, j] = likeness(ours[i], theirs[j])
            together = score + best[i + 1][j + 1] if score >= LEAST else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], together)
    return _way(best, scores, len(old), len(new))


def _way(
    best: list[list[float]], scores: dict[tuple[int, int], float], rows: int, columns: int
) -> list[tuple[int, int]]:
    found, i, j = [], 0, 0
    while i < rows and j < columns:
        score = scores[i, j]
        if score >= LEAST and best[i][j] == score + best[i + 1][j + 1]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found
