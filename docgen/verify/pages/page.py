"""The rendered page as values: lines of characters with their place, size, face and colour.

Lengths are mm from the top left corner of the page, sizes pt.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

MM_PER_PT = 25.4 / 72

_WIDE_HERE = "“”‘’—…·★①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"  # by Unicode as wide as the writing around them


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring characters in one type; `face` is its role (仿宋), or its name where it plays none."""

    text: str
    face: str
    size: float
    known: bool = True  # whether `face` is a role
    red: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """Characters on one baseline, from the first ink at `left` to the last at `right`.

    `closing` is where the line ends without the punctuation at its end. A turned line runs down the
    page: its baseline is an x, `left` and `right` are y.
    """

    text: str
    baseline: float
    left: float
    right: float
    closing: float
    runs: tuple[Run, ...]

    @property
    def size(self) -> float:
        """The largest size on the line."""
        return max(run.size for run in self.runs)

    @property
    def cells(self) -> int:
        """How many characters leave ink."""
        return sum(len(run.text) for run in self.runs)

    @property
    def pitch(self) -> float:
        """The mean advance of a character."""
        return (self.right - self.left) / self.cells

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The number printed on a page, and the line that holds it."""

    value: int
    line: Line
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One page; `lines` from top to bottom, the page number not among them."""

    index: int
    width: float
    height: float
    lines: tuple[Line, ...]
    number: PageNumber | None = None

    @property
    def landscape(self) -> bool:
        return self.width > self.height


def is_ideograph(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff" or character >= "\U00020000"


def is_wide(character: str) -> bool:
    """Whether `character` takes a full cell: an ideograph, its punctuation, a circled number."""
    return character in _WIDE_HERE or unicodedata.east_asian_width(character) in "WF"


def is_common(character: str) -> bool:
    """Whether a face of the standard has `character` for certain: an ideograph of GB 2312."""
    if not is_ideograph(character):
        return False
    try:
        return bool(character.encode("gb2312"))
    except UnicodeEncodeError:
        return False
