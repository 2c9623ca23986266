"""Two versions compared by their content: what was added, removed, moved, changed, and where.

Parts that are the same hold the two together; between them what is alike is the same part with other
words. What vanished in one place and came in another has moved.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from docgen.compare.alike import pairs
from docgen.compare.moves import moves
from docgen.compare.order import gaps, same
from docgen.compare.parts import Piece, pieces
from docgen.recognised import HEADING, ITEM, PARAGRAPH, Recognised

ADDED, REMOVED, MOVED, CHANGED = "added", "removed", "moved", "changed"
TEXT = (HEADING, ITEM, PARAGRAPH)


class Difference(NamedTuple):
    """What happened to a part: `old` as it was (None: ADDED), `new` as it is (None: REMOVED)."""

    what: str
    old: Piece | None
    new: Piece | None

    @property
    def section(self) -> str:
        """The section it stands in, of the new version where it is there."""
        piece = self.new or self.old
        return piece.section if piece else ""


def compare(old: Recognised, new: Recognised) -> list[Difference]:
    """The differences of two versions, in the order of the new one; none where the contents are the same."""
    before, after = pieces(old), pieces(new)
    keys = [[(piece.kind, piece.counts) for piece in version] for version in (before, after)]
    same_ones = same(*keys)
    found = [(one[1], Difference(CHANGED, before[one[0]], after[one[1]])) for one in same_ones]
    rows = [(at, one) for at, one in found if _other_layer(one)]
    for start, end, first, last in gaps(same_ones, len(before), len(after)):
        rows += [(first, one) for one in _between(before[start:end], after[first:last])]
    return _with_moves([one for _at, one in sorted(rows, key=lambda row: row[0])])


def _other_layer(one: Difference) -> bool:
    """Whether a heading went to another layer."""
    old, new = one.old, one.new
    return bool(old and new and old.kind == new.kind == HEADING and 0 < old.layer != new.layer > 0)


def _between(old: Sequence[Piece], new: Sequence[Piece]) -> Iterator[Difference]:
    """What became of the parts of one stretch: those that are alike in order are the same, changed."""
    changed = dict(pairs([_about(piece) for piece in old], [_about(piece) for piece in new]))
    came = set(changed.values())
    index = 0
    for number, piece in enumerate(old):
        if number not in changed:
            yield Difference(REMOVED, piece, None)
            continue
        while index < changed[number]:
            yield Difference(ADDED, None, new[index])
            index += 1
        if piece.counts != new[index].counts or piece.kind != new[index].kind:
            yield Difference(CHANGED, piece, new[index])
        index += 1
    yield from (
        Difference(ADDED, None, piece) for at, piece in enumerate(new) if at >= index and at not in came
    )


def _about(piece: Piece) -> str:
    """What a part is told by: text may become a heading or an item, a row of a table does not become text."""
    return piece.counts if piece.kind in TEXT else f"{piece.kind * 3}{piece.counts}"


def _with_moves(found: Sequence[Difference]) -> list[Difference]:
    """`found` with what vanished here and came there as one move."""
    gone = [(index, one.old) for index, one in enumerate(found) if one.what == REMOVED and one.old]
    came = [(index, one.new) for index, one in enumerate(found) if one.what == ADDED and one.new]
    pairs = moves([piece for _index, piece in gone], [piece for _index, piece in came])
    moved = {came[new][0]: gone[old][1] for new, old in pairs.items()}
    left_out = {gone[old][0] for old in pairs.values()}
    return [
        Difference(MOVED, moved[index], one.new) if index in moved else one
        for index, one in enumerate(found)
        if index not in left_out
    ]
