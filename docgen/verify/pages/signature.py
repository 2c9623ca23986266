"""The 落款 (clause 7.3.5) as it stands on the page: names, date, seals, stamps, and which kind it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from docgen.verify.measure import Box
from docgen.verify.pages.attached import listed, notes
from docgen.verify.pages.found import MM, ROWS
from docgen.verify.pages.layout import Layout, Spot
from docgen.verify.pages.page import Line

SEALED, STAMPED, UNSEALED = "盖章", "签名章", "不盖章"


DATE = re.compile(r"^(19|20)\d{2}年(1[0-2]|[1-9])月(3[01]|[12]\d|[1-9])日$")


LOOSE_DATE = re.compile(
    r"^[\d〇○零一二三四五六七八九]{4}年[\d〇一二三四五六七八九十]{1,3}月[\d〇一二三四五六七八九十]{1,3}日$"
)


RIGHT_HALF = 8  # characters from the left from which a date may be that of a signature


DEEP = 2.5  # characters of indent: more than a paragraph's


ROWS_APART = 7  # lines between the names of organs with a seal each


SEAL = (25.0, 62.0)  # mm: what a picture of a seal may measure


HALF = 0.5  # of a character: how far a centred name may be off, as programs set digits apart


@dataclass(frozen=True, slots=True)
class Signature:
    """A 落款: its date, the rows of names above it (from top to bottom), and the seals upon it. `body` is the
    last line above it all, on the same page."""

    page: int
    date: Line
    names: tuple[Line, ...]
    seals: tuple[Box, ...]
    stamps: tuple[Box, ...]
    body: Line | None
    after: Line | None

    @property
    def box(self) -> Box:
        lines = [*self.names, self.date]
        left, right = min(line.left for line in lines), max(line.right for line in lines)
        return Box(self.page, left, lines[0].top, right, self.date.bottom)

    @property
    def first(self) -> Line:
        """The first line of it."""
        return self.names[0] if self.names else self.date

    @property
    def last_name(self) -> Line | None:
        """The name that the date belongs under."""
        return self.names[-1].pieces()[-1] if self.names else None


def signatures(layout: Layout) -> list[Signature]:
    """All 落款 of the document: a date alone in the right of its line, below text."""
    return [_signature(layout, spot) for spot in layout.body() if _is_date(layout, spot)]


def _is_date(layout: Layout, spot: Spot) -> bool:
    far = layout.indent(spot.line) > RIGHT_HALF and spot.line.centre > layout.required.middle
    return far and bool(LOOSE_DATE.match(spot.line.ink)) and spot.before is not None


def _signature(layout: Layout, spot: Spot) -> Signature:
    above = [line for line in spot.page.lines if line.baseline < spot.line.baseline]
    names = tuple(_names(layout, spot, above))
    top, bottom = [*names, spot.line][0].top, spot.line.bottom
    pictures = [p for p in spot.page.pictures if p.top < bottom and p.bottom > top - SEAL[0]]
    seals = tuple(picture for picture in pictures if _is_seal(picture))
    stamps = tuple(picture for picture in pictures if not _is_seal(picture))
    rest = above[: len(above) - len(names)]
    return Signature(spot.page.index, spot.line, names, seals, stamps, rest[-1] if rest else None, spot.after)


def _names(layout: Layout, date: Spot, above: Sequence[Line]) -> list[Line]:
    """The rows of names above the date, from the top; they stand further in than paragraphs do, or
    under seals."""
    names: list[Line] = []
    named = {id(line) for spot in notes(layout) for _page, line in listed(layout, spot)}
    for line in reversed(above):
        near = (names[0] if names else date.line).baseline - line.baseline < ROWS_APART * layout.row
        sealed = any(upon(date.page.pictures, name) for name in line.pieces()[:1])
        deep = sealed or layout.indent(line) > DEEP
        name = layout.is_body(line) and deep and line.text[-1] not in "。；："
        if not (near and name) or id(line) in named:
            break
        names.insert(0, line)
    return names


def _is_seal(picture: Box) -> bool:
    width, height = picture.right - picture.left, picture.bottom - picture.top
    return SEAL[0] <= width <= SEAL[1] and SEAL[0] <= height <= SEAL[1] and 0.75 < width / height < 1.34


def kind(layout: Layout, it: Signature) -> str:
    """Whether the signature is sealed, stamped with signatures, or neither, by where its date stands."""
    if it.seals:
        return SEALED
    if it.stamps or _is_signed(layout, it):
        return STAMPED
    rows = [row.baseline for row in it.names]
    apart = any(below - above > 1.5 * layout.row for above, below in pairwise(rows))
    sealed, unsealed = _off_sealed(layout, it), _off_unsealed(layout, it)
    beside = any(len(row.pieces()) > 1 for row in it.names)
    return SEALED if apart or beside or sealed < max(unsealed, MM) else UNSEALED


def _is_signed(layout: Layout, it: Signature) -> bool:
    """Whether a name is printed where the stamp of a signature would be: beside a post, and a line is
    left blank above the date (7.3.5.3)."""
    beside = bool(it.names) and len(it.names[-1].pieces()) > 1
    return beside and layout.blank_lines(it.names[-1].bottom, it.date.top) > ROWS


def _off_sealed(layout: Layout, it: Signature) -> float:
    """How far a signature is from what 7.3.5.1 demands, in mm all told."""
    given, cell = layout.required.format.signing, layout.required.cell
    date = abs(layout.required.right - it.date.right - given.right_sealed * cell)
    return date + (abs(off_centre(it.last_name, it.date)) if it.last_name else 0.0)


def off_centre(name: Line, date: Line) -> float:
    """How far the middle of the name is from that of the date. LibreOffice sets digits apart from ideographs
    whatever the file says, so the date may be meant to be narrower, at the same right edge."""
    off = name.centre - date.centre
    return min(off, off - _widening(date) / 2, key=abs)


def _widening(date: Line) -> float:
    """What LibreOffice makes a date wider by setting digits apart from ideographs."""
    return sum(max(right[0] - left[1], 0.0) for left, right in pairwise(date.edges))


def _off_unsealed(layout: Layout, it: Signature) -> float:
    given, cell = layout.required.format.signing, layout.required.cell
    shift = given.date_shift * cell
    off = abs(moved(it, shift) - shift) if it.names else 0.0
    return abs(layout.required.right - widest(it).right - given.right_unsealed * cell) + off


def widest(it: Signature) -> Line:
    """The line of an unsealed signature that stands two characters from the right: the longest name, or the
    date where it is longer."""
    name = max(it.names, key=lambda line: line.right, default=it.date)
    date = it.date.right - it.date.left - _widening(it.date)
    return it.date if date > name.right - name.left + MM / 2 else name


def moved(it: Signature, wanted: float) -> float:
    """How far the date begins right of a name, the one of several that comes nearest to what is wanted. A
    date that ends at its place begins further left in LibreOffice by what it is widened."""
    begins = (it.date.left, it.date.left + _widening(it.date))
    shifts = [begin - line.left for line in it.names for begin in begins]
    return min(shifts, key=lambda shift: abs(shift - wanted))


def upon(seals: Sequence[Box], line: Line) -> list[Box]:
    """The seals that lie over a line."""
    level = line.baseline
    return [s for s in seals if s.top < level < s.bottom and s.left < line.centre < s.right]
