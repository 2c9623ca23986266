"""Which unit of the edited file is which of the built one: the same, changed, moved, or only in one."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import NamedTuple

from docgen.intake.update.units import HEADING, TEXT_LAYER, Unit, squashed
from docgen.patterns import pattern

LIKE = 0.4
"""How alike two texts at one place have to be to be one text that was changed."""
MOVED = 0.75
"""How alike they have to be where one stands elsewhere."""
SAME_NAME = 0.5
"""How alike two rows are at least that have the same name in their first cell."""
NUMBER = pattern(r"[\d.]*")
MOST_PAIRS = 60_000
LEAST_MOVED = 4


class Aligned(NamedTuple):
    """`old_of` says for each new unit which old one it is (None: added); `moved` are the new units that
    stand elsewhere than the old one did."""

    old_of: list[int | None]
    moved: set[int]

    def gone(self, count: int) -> list[int]:
        """The old units, of `count`, that are no more."""
        kept = set(self.old_of)
        return [number for number in range(count) if number not in kept]


def aligned(old: list[Unit], new: list[Unit]) -> Aligned:
    """The units of two files set against each other."""
    old_of: list[int | None] = [None] * len(new)
    matcher = SequenceMatcher(None, [u.key for u in old], [u.key for u in new], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            old_of[c:d] = range(a, b)
        elif tag == "replace":
            for i, j in _pairs(old[a:b], new[c:d]):
                old_of[c + j] = a + i
    return Aligned(old_of, _moves(old, new, old_of))


def likeness(one: Unit, other: Unit) -> float:
    """0 to 1; 0 where they cannot be the same."""
    if bool(one.table) != bool(other.table):
        return 0.0
    if _stands_alone(one) and one.style == other.style:
        return 1.0
    if one.table and one.cells[0] == other.cells[0] and not NUMBER.fullmatch(one.cells[0]):
        return max(SAME_NAME, _ratio(one, other))
    return _ratio(one, other)


def _ratio(one: Unit, other: Unit) -> float:
    first, second = (squashed("\x1f".join(unit.cells)) for unit in (one, other))
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    if matcher.real_quick_ratio() < LIKE or matcher.quick_ratio() < LIKE:
        return 0.0
    shorter = min(len(first), len(second)) or 1
    ratio, inside = matcher.ratio(), sum(block.size for block in matcher.get_matching_blocks()) / shorter
    return max(ratio, 0.9 * inside if inside > MOVED and ratio > LIKE else 0.0)


def _stands_alone(unit: Unit) -> bool:
    """Title, date and the like, of which a paper has one."""
    return unit.style in ("title", "date", "subtitle") and unit.layer == TEXT_LAYER


def _pairs(old: list[Unit], new: list[Unit]) -> list[tuple[int, int]]:
    """Which of the units at one place were changed into which, in their order, so that as much as can be
    stays."""
    if len(old) * len(new) > MOST_PAIRS:
        return [(number, number) for number in range(min(len(old), len(new)))]
    if len(old) == len(new) == 1 and old[0].kind == new[0].kind and old[0].style.startswith(HEADING):
        return [(0, 0)]  # a heading that was named anew
    score = [[0.0] * (len(new) + 1) for _row in range(len(old) + 1)]
    like = [[_worth(one, other) for other in new] for one in old]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            both = score[i + 1][j + 1] + like[i][j] if like[i][j] else 0.0
            score[i][j] = max(score[i + 1][j], score[i][j + 1], both)
    return _path(score, like)


def _worth(one: Unit, other: Unit) -> float:
    found = likeness(one, other)
    return found + 0.05 * (one.kind == other.kind) if found >= LIKE else 0.0


def _path(score: list[list[float]], like: list[list[float]]) -> list[tuple[int, int]]:
    found, i, j = [], 0, 0
    while i < len(like) and j < len(like[0]):
        if like[i][j] and score[i][j] == score[i + 1][j + 1] + like[i][j]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif score[i][j] == score[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


def _moves(old: list[Unit], new: list[Unit], old_of: list[int | None]) -> set[int]:
    """Pairs what was left over on both sides, and tells what of it moved."""
    kept = set(old_of)
    left = [number for number in range(len(old)) if number not in kept]
    moved = set()
    for exact in (True, False):
        for j, unit in enumerate(new):
            if old_of[j] is None and (i := _best(unit, left, old, exact)) is not None:
                old_of[j] = i
                left.remove(i)
                moved.add(j)
    return moved


def _best(unit: Unit, left: list[int], old: list[Unit], exact: bool) -> int | None:
    if len(squashed(unit.text)) < LEAST_MOVED:
        return None
    if exact:
        return next((i for i in left if old[i].key == unit.key), None)
    rated = [(likeness(old[i], unit), i) for i in left if not _stands_alone(unit)]
    best = max(rated, default=(0.0, 0))
    return best[1] if best[0] >= MOVED else None
