"""What a paragraph looks like, as far as recognition asks: level, alignment, type, what is set apart."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Any, NamedTuple

from docgen.ooxml.resolve import Styles
from docgen.ooxml.values import Look, find, flat, number
from docgen.reader.spans import Span

BODY_TEXT = "9"
"""`w:outlineLvl` of what is no heading."""
HEAVY = ("黑体", "小标宋", "SimHei", "STXihei", "Hei")
ALIGNS = {"start": "left", "end": "right", "distribute": "both"}
SMALLEST_LEAD = 2


class Set(NamedTuple):
    """How a stretch of text is set."""

    bold: bool
    face: str
    size: float

    @property
    def strong(self) -> bool:
        return self.bold or any(name in self.face for name in HEAVY)


def level(look: Look, style: str) -> int:
    """The outline level (1 to 9) that style or paragraph claim, 0 without."""
    claimed = look.get("outlineLvl@val", BODY_TEXT)
    if claimed != BODY_TEXT:
        return number(claimed, 9) + 1
    words = style.split()
    named = len(words) == 2 and words[0] == "heading" and words[1].isdecimal()
    return min(int(words[1]), 9) if named else 0


def align(look: Look) -> str:
    said = look.get("jc@val", "")
    return ALIGNS.get(said, said)


def indent(look: Look, size: float) -> float:
    """How far the first line stands in from the margin, in characters."""
    side = "left" if "ind@left" in look or "ind@leftChars" in look else "start"
    first = _length(look, "firstLine", size) - _length(look, "hanging", size)
    return round(_length(look, side, size) + first, 2)


def _length(look: Look, name: str, size: float) -> float:
    """An attribute of `w:ind` in characters, those read where they are said (as Word does)."""
    if chars := number(look.get(f"ind@{name}Chars", "0")):
        return chars / 100
    return number(look.get(f"ind@{name}", "0")) / 20 / (size or 10.5)


class Sets:
    """How runs are set, each kind worked out once for a document."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._kept: dict[tuple[str, frozenset[tuple[str, str]]], Set] = {}

    def of(self, found: Sequence[Span], style: str) -> list[tuple[int, Set]]:
        """How the stretches of a paragraph are set, each with its length in characters."""
        return [(len(span.text), self._of_run(span.run, style)) for span in found]

    def _of_run(self, run: Any, style: str) -> Set:
        own = flat(find(run, "rPr"))
        key = style, frozenset(own.items())
        if key not in self._kept:
            self._kept[key] = _set(self._styles, style, own)
        return self._kept[key]


def _set(styles: Styles, style: str, own: Look) -> Set:
    look = styles.run(style, own.get("rStyle@val", ""), own)
    return Set(look.get("b") == "1", styles.face(look, "eastAsia"), number(look.get("sz@val", "20")) / 2)


def most(rows: list[tuple[int, Set]]) -> Set | None:
    """How most characters are set."""
    weights: dict[Set, int] = {}
    for length, found in rows:
        weights[found] = weights.get(found, 0) + length
    return max(weights, key=lambda found: weights[found]) if weights else None


def lead(rows: list[tuple[int, Set]]) -> int:
    """How many characters at the beginning are set apart from the rest by weight or face, as run-in
    headings are."""
    if not rows:
        return 0
    first, whole = rows[0][1], sum(count for count, _set in rows)
    same = takewhile(lambda row: (row[1].bold, row[1].face) == (first.bold, first.face), rows)
    length = sum(count for count, _set in same)
    return length if SMALLEST_LEAD <= length < whole else 0
