"""Lines and what stands above and below them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.verify.measure import Box
from docgen.verify.pages.layout import Layout, Spot
from docgen.verify.pages.page import Line

Figure = tuple[float, Box]

NEXT = 1.3  # lines from a line to the next, if none is left blank
DEEPER = 0.4  # characters


def box(spot: Spot) -> Box:
    return spot.line.box(spot.page.index)


def blank_above(layout: Layout, spot: Spot) -> list[Figure]:
    """How many lines are blank above the line; nothing at the top of a page."""
    if spot.before is None:
        return []
    return [(layout.blank_lines(spot.before.bottom, spot.line.top), box(spot))]


def is_next(layout: Layout, above: Line, line: Line) -> bool:
    """Whether no line is blank between the two."""
    return line.baseline - above.baseline < NEXT * layout.row


def below(spot: Spot) -> Iterator[Line]:
    """The lines of the page under this one."""
    return (line for line in spot.page.lines if line.baseline > spot.line.baseline)


def hung(layout: Layout, spot: Spot, label: re.Pattern[str]) -> list[Line]:
    """The further lines of a paragraph that begins with `label`: those that stand further in, or follow a
    full line."""
    lines: list[Line] = []
    for line in below(spot):
        above = lines[-1] if lines else spot.line
        deeper = line.left > spot.line.left + DEEPER * layout.required.cell
        runs_on = (deeper or layout.is_filled(above)) and not label.match(line.ink)
        if not (runs_on and is_next(layout, above, line)):
            break
        lines.append(line)
    return lines


def hanging(layout: Layout, spot: Spot, label: re.Pattern[str]) -> list[Figure]:
    """How far further lines begin right of what follows the `label` of the first."""
    found = label.match(spot.line.ink)
    if found is None or len(spot.line.edges) <= found.end():
        return []
    left = spot.line.edges[found.end()][0]
    return [(line.left - left, line.box(spot.page.index)) for line in hung(layout, spot, label)]
