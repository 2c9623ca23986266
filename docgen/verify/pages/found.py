"""What was found on the pages, as the outcome of a check: figures, and where those that are wrong stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from docgen.verify.measure import Box, Outcome, judged, same, within

MM = 1.0  # tolerance of clauses 5.2.1 and 6.1
ROWS = 0.5  # of a line: blank lines are told apart by whole ones

Figures = Sequence[tuple[float, Box]]
Names = Sequence[tuple[str, Box]]


class Seen(NamedTuple):
    """A thing as it was found, whether it is right, and where it stands."""

    shown: str
    right: bool
    box: Box


def figures(what: str, found: Figures, required: float, tolerance: float = MM, unit: str = "mm") -> Outcome:
    """All figures are `required`, give or take `tolerance`."""
    outcome = within(what, [(value, box.page) for value, box in found], required, tolerance, unit)
    return replace(outcome, boxes=tuple(b for v, b in found if abs(v - required) > tolerance + 1e-9))


def names(what: str, found: Names, required: str) -> Outcome:
    """All names are `required`."""
    outcome = same(what, [(name, box.page) for name, box in found], required)
    return replace(outcome, boxes=tuple(box for name, box in found if name != required))


def things(what: str, required: str, found: Sequence[Seen]) -> Outcome:
    """All things are right; those that are not are shown, where there are any."""
    wrong = [seen for seen in found if not seen.right]
    shown = "、".join(dict.fromkeys(seen.shown for seen in wrong or found))
    outcome = judged(what, required, shown, [seen.box.page for seen in wrong])
    return replace(outcome, boxes=tuple(seen.box for seen in wrong))


def absent(what: str, required: str) -> Outcome:
    """The subject of the check is not on the pages."""
    return judged(what, required, "", [])
