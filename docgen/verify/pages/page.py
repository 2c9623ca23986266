"""The rendered page as values: lines of characters with their place, size, face and colour; rules, pictures.

Lengths are mm from the top left corner of the page, sizes pt.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from docgen.verify.measure import Box

MM_PER_PT = 25.4 / 72
ABOVE, BELOW = 0.88, 0.12  # em: how far an ideograph reaches above and below its baseline
APART = 1.2  # em between characters that belong to different parts of a line
BLACK = "000000"

_WIDE_HERE = "“”‘’—…·★①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"  # by Unicode as wide as the writing around them


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring characters in one type; `face` is its role (仿宋), or its name where it plays none;
    `colour` is RRGGBB."""

    text: str
    face: str
    size: float
    known: bool = True  # whether `face` is a role
    colour: str = BLACK

    @property
    def red(self) -> bool:
        return is_red(self.colour)


@dataclass(frozen=True, slots=True)
class Line:
    """Characters on one baseline, from the first ink at `left` to the last at `right`.

    `closing` is where the line ends without the punctuation at its end, `edges` the left and right side
    of each character that leaves ink. A turned line runs down the page: its baseline is an x, `left`
    and `right` are y.
    """

    text: str
    baseline: float
    left: float
    right: float
    closing: float
    runs: tuple[Run, ...]
    edges: tuple[tuple[float, float], ...] = ()

    @property
    def ink(self) -> str:
        """The characters that leave ink."""
        return "".join(run.text for run in self.runs)

    @property
    def red(self) -> bool:
        return self.runs[0].red

    @property
    def top(self) -> float:
        """The upper edge of its characters."""
        return self.baseline - ABOVE * self.size * MM_PER_PT

    @property
    def bottom(self) -> float:
        return self.baseline + BELOW * self.size * MM_PER_PT

    def box(self, page: int) -> Box:
        return Box(page, self.left, self.top, self.right, self.bottom)

    def pieces(self) -> tuple[Line, ...]:
        """Its parts that stand well apart, from left to right."""
        gap = APART * self.size * MM_PER_PT
        starts = [n for n in range(1, len(self.edges)) if self.edges[n][0] - self.edges[n - 1][1] > gap]
        bounds = pairwise([0, *starts, self.cells])
        return tuple(self.part(*pair) for pair in bounds) if starts else (self,)

    def part(self, start: int, stop: int) -> Line:
        """Its characters that leave ink from number `start` to before number `stop`."""
        edges = self.edges[start:stop]
        text, right = self.ink[start:stop], edges[-1][1]
        runs = tuple(_cut(self.runs, start, stop))
        return replace(self, text=text, left=edges[0][0], right=right, closing=right, runs=runs, edges=edges)

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


def _cut(runs: tuple[Run, ...], start: int, stop: int) -> Iterator[Run]:
    for run in runs:
        kept = run.text[max(start, 0) : max(stop, 0)]
        if kept:
            yield replace(run, text=kept)
        start, stop = start - len(run.text), stop - len(run.text)


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line. A level one has its y as `level` and runs from x `start` to x `end`, a standing
    one its x and from y to y; `thickness` in mm."""

    level: float
    start: float
    end: float
    thickness: float
    colour: str = BLACK

    @property
    def length(self) -> float:
        return self.end - self.start

    @property
    def centre(self) -> float:
        return (self.start + self.end) / 2

    @property
    def red(self) -> bool:
        return is_red(self.colour)

    def box(self, page: int) -> Box:
        """Of a level one."""
        half = self.thickness / 2
        return Box(page, self.start, self.level - half, self.end, self.level + half)


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The number printed on a page, and the line that holds it."""

    value: int
    line: Line
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One page; `lines` from top to bottom, the page number not among them; `rules` are level, `posts`
    stand; `ink` are all its characters, turned ones too; `engine` is the program that laid it out, where it
    places baselines otherwise than Word."""

    index: int
    width: float
    height: float
    lines: tuple[Line, ...]
    number: PageNumber | None = None
    rules: tuple[Rule, ...] = ()
    posts: tuple[Rule, ...] = ()
    pictures: tuple[Box, ...] = ()
    tables: tuple[Box, ...] = ()
    engine: str = ""
    ink: str = ""

    @property
    def landscape(self) -> bool:
        return self.width > self.height

    @property
    def blank(self) -> bool:
        """Whether nothing is printed on it but, perhaps, a page number."""
        return not (self.lines or self.rules or self.posts or self.pictures)

    def in_table(self, line: Line) -> bool:
        return any(box.top < line.baseline < box.bottom + 1 for box in self.tables)


def is_red(colour: str) -> bool:
    """Whether RRGGBB is the red of a 版头."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    return red > 150 and max(green, blue) < 90


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
