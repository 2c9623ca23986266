"""Rules, tables and pictures of a PDF page.

Programs draw a rule as a line, a thin filled rectangle, a curve, or many short pieces end to end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from docgen.verify.measure import Box
from docgen.verify.pages.page import BLACK, MM_PER_PT, Rule

THICKEST = 1.6  # mm; what is thicker is an area
SHORTEST = 3.0  # mm, after pieces have been joined
SAME_LEVEL = 0.2  # mm
TOUCHING = 0.5  # mm between pieces of one rule
SMALLEST = 8.0  # mm; smaller pictures are marks
WATERMARK = "C0C0C0"  # the stamp of an unregistered ONLYOFFICE: letters drawn as areas

Drawn = dict[str, Any]


def strokes(page: Any) -> tuple[tuple[Rule, ...], tuple[Rule, ...]]:
    """The level rules and the standing ones of pdfplumber's `page`, each from top left to bottom right."""
    drawn = [*page.lines, *page.rects, *page.curves]
    level = [rule for one in drawn if (rule := _rule(one, "top", "bottom", "x0", "x1"))]
    standing = [rule for one in drawn if (rule := _rule(one, "x0", "x1", "top", "bottom"))]
    return _joined(level), _joined(standing)


def _rule(drawn: Drawn, near: str, far: str, start: str, end: str) -> Rule | None:
    across, along = (drawn[far] - drawn[near]) * MM_PER_PT, (drawn[end] - drawn[start]) * MM_PER_PT
    filled = bool(drawn.get("fill")) and not drawn.get("stroke")
    thin = across if filled and across > 0 else float(drawn.get("linewidth") or 0) * MM_PER_PT
    colour = colour_of(drawn.get("non_stroking_color" if filled else "stroking_color"))
    stamp = drawn["object_type"] == "curve" and filled and colour == WATERMARK
    if across > THICKEST or along <= across or stamp or not (filled or drawn.get("stroke")):
        return None
    level = (drawn[near] + drawn[far]) / 2 * MM_PER_PT
    return Rule(level, drawn[start] * MM_PER_PT, drawn[end] * MM_PER_PT, thin, colour)


def _joined(pieces: Iterable[Rule]) -> tuple[Rule, ...]:
    """Pieces end to end on one level, or drawn twice, as one rule."""
    rules: list[Rule] = []
    for piece in sorted(pieces, key=lambda piece: (round(piece.level, 1), piece.start)):
        at = next((n for n in _last(rules) if _touch(rules[n], piece)), None)
        if at is None:
            rules.append(piece)
        else:
            rules[at] = _one(rules[at], piece)
    return tuple(rule for rule in rules if rule.length >= SHORTEST)


def _last(rules: Sequence[Rule]) -> range:
    """The places of the last few rules: pieces of two close rules come mixed."""
    return range(len(rules) - 1, max(len(rules) - 5, -1), -1)


def _touch(rule: Rule, piece: Rule) -> bool:
    level = abs(rule.level - piece.level) < SAME_LEVEL
    return level and rule.colour == piece.colour and rule.start - TOUCHING < piece.start < rule.end + TOUCHING


def _one(rule: Rule, piece: Rule) -> Rule:
    end, thickness = max(rule.end, piece.end), max(rule.thickness, piece.thickness)
    return Rule(rule.level, rule.start, end, thickness, rule.colour)


def tables(posts: Sequence[Rule], page: int) -> tuple[Box, ...]:
    """Where tables stand: what standing rules reach, those that touch taken together."""
    found: list[Box] = []
    for post in sorted(posts, key=lambda post: post.start):
        box = Box(page, post.level, post.start, post.level, post.end)
        if found and box.top < found[-1].bottom + 1:
            last = found.pop()
            sides = (
                min(last.left, box.left),
                last.top,
                max(last.right, box.right),
                max(last.bottom, box.bottom),
            )
            box = Box(page, *sides)
        found.append(box)
    return tuple(box for box in found if box.right - box.left > SHORTEST)


def pictures(page: Any, index: int) -> tuple[Box, ...]:
    """Images, and areas filled with one, as ONLYOFFICE draws them."""
    areas = [rect for rect in page.rects if rect.get("fill") and _is_pattern(rect.get("non_stroking_color"))]
    return tuple(_large(index, [*page.images, *areas]))


def _large(page: int, drawn: Iterable[Drawn]) -> Iterator[Box]:
    for one in drawn:
        left, top, right, bottom = (one[side] * MM_PER_PT for side in ("x0", "top", "x1", "bottom"))
        if min(right - left, bottom - top) >= SMALLEST:
            yield Box(page, left, top, right, bottom)


def _is_pattern(colour: object) -> bool:
    parts = colour if isinstance(colour, (tuple, list)) else [colour]
    return any(not isinstance(part, (int, float)) and part is not None for part in parts)


def colour_of(colour: object) -> str:
    """A PDF colour (grey, RGB or CMYK, parts from 0 to 1) as RRGGBB; black for a pattern or none."""
    parts: list[Any] = list(colour) if isinstance(colour, (tuple, list)) else [colour]
    if not all(isinstance(part, (int, float)) for part in parts):
        return BLACK
    if len(parts) == 1:
        parts *= 3
    elif len(parts) == 4:
        parts = [(1 - part) * (1 - parts[3]) for part in parts[:3]]
    if len(parts) != 3:
        return BLACK
    return "".join(f"{round(min(max(part, 0), 1) * 255):02X}" for part in parts)
