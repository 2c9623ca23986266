"""What a page shows beyond its lines: the body's type and pitch, full pages, where paragraphs begin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import mean, median_high
from typing import NamedTuple

from docgen.faces import role
from docgen.verify.pages.page import MM_PER_PT, Line, Page, is_ideograph, is_wide
from docgen.verify.pages.required import Required

SAME_SIZE = 0.3  # pt
SIGNER = "签发人："
BELOW_BASELINE = 0.2  # of the height of a line of exact height; how LibreOffice and Word place text
# ONLYOFFICE fills a line from its foot: so many em of the type, or of the line's height where that is less.
OTHER_BELOW_EM, OTHER_BELOW = 0.291, 0.217
COLOPHON = re.compile(r"^(主送|抄送|分送|报送|抄报)[：:]")
OPENING = "（《「『【〔“‘"
CLOSING = "，。、；：？！）》」』】〕”’％…"


@dataclass(frozen=True, slots=True)
class Spot:
    """A line where it stands: between the line before and the line after it on its page."""

    page: Page
    line: Line
    before: Line | None = None
    after: Line | None = None


class Said(NamedTuple):
    """What a paragraph of the .docx says, blanks left out; `typed` without the results of fields."""

    text: str
    typed: str


@dataclass(frozen=True, slots=True)
class Layout:
    """The pages of a document with what they have in common.

    `face`, `size` are those of most ideographs, None and 0 where there are none; `pitch` (mm) is the
    distance of neighbouring body lines, 0 where too few were found; `left` is the edge at which the
    lines of the body begin; `said` are the paragraphs of the .docx, none for a PDF.
    """

    pages: tuple[Page, ...]
    required: Required
    face: str | None
    size: float
    pitch: float
    left: float
    said: tuple[Said, ...] = ()

    def upright(self) -> list[Page]:
        return [page for page in self.pages if not page.landscape]

    def is_body(self, line: Line | None) -> bool:
        return line is not None and abs(line.size - self.size) <= SAME_SIZE

    def body(self) -> Iterator[Spot]:
        """All lines of the body's size on upright pages, those in tables left out."""
        lines = (spot for page in self.upright() for spot in spots(page))
        return (spot for spot in lines if self.is_body(spot.line) and not spot.page.in_table(spot.line))

    def is_filled(self, line: Line) -> bool:
        """Whether not one more character fits before the right edge."""
        return line.cells > 5 and self.required.right - line.right < 0.95 * line.pitch

    def follows(self, spot: Spot) -> bool:
        """Whether the line stands directly below a body line."""
        before = spot.before
        if before is None or not self.is_body(before):
            return False
        return abs(spot.line.baseline - before.baseline - self.pitch) < 0.1 * self.pitch

    def indent(self, line: Line) -> float:
        """How far the line begins right of the left edge, in characters."""
        return (line.left - self.left) / self.required.cell

    def begins_paragraph(self, spot: Spot) -> bool:
        """Whether a paragraph of the body begins here: indented, or below a line that ended early."""
        if 0.3 < self.indent(spot.line) < 3.5:
            return True
        early = spot.before is not None and self.required.right - spot.before.right > 4 * self.required.cell
        return self.indent(spot.line) <= 0.3 and early and self.follows(spot) and is_wide(spot.line.text[0])

    def slot_top(self, line: Line) -> float:
        return self.slot_bottom(line) - self.row

    def slot_bottom(self, line: Line) -> float:
        if any(page.engine for page in self.pages):
            return line.baseline + min(OTHER_BELOW_EM * line.size * MM_PER_PT, OTHER_BELOW * self.row)
        return line.baseline + BELOW_BASELINE * self.row

    @property
    def row(self) -> float:
        """The pitch of the body, that of the page format where the pages do not show it."""
        return self.pitch or self.required.pitch * MM_PER_PT

    def blank_lines(self, bottom: float, top: float) -> float:
        """How many lines are left blank between ink that ends at `bottom` and ink that begins at `top`."""
        return (top - bottom - self.row + self.required.body_size * MM_PER_PT) / self.row

    def first_row(self, line: Line) -> float:
        """The number of the line's row in the text area, from 1; not whole where it is off the grid."""
        return (self.slot_bottom(line) - self.required.top) / self.row

    def plain_pages(self) -> list[Page]:
        """Upright pages of nothing but body lines, each a whole number of pitches below the first."""
        return [page for page in self.upright() if page.lines and self.pitch and self._is_plain(page)]

    def _is_plain(self, page: Page) -> bool:
        first = page.lines[0].baseline
        steps = [(line.baseline - first) / self.pitch for line in page.lines]
        return all(map(self.is_body, page.lines)) and all(abs(step - round(step)) < 0.12 for step in steps)

    def full_pages(self) -> list[Page]:
        """Plain pages that the text left because they were full."""
        following = dict(zip(self.pages, self.pages[1:], strict=False))
        return [
            page for page in self.plain_pages() if page in following and self._is_full(page, following[page])
        ]

    def _is_full(self, page: Page, following: Page) -> bool:
        if following.landscape or not following.lines or not self.is_body(following.lines[0]):
            return False
        last, onward = page.lines[-1], following.lines[0]
        runs_on = self.is_filled(last) and abs(onward.left - self.left) < 1.0
        return runs_on or self.required.bottom - self.slot_bottom(last) < 0.9 * self.pitch

    def slots(self, page: Page) -> int:
        """How many lines the text of a plain page takes, blank ones included."""
        return round((page.lines[-1].baseline - page.lines[0].baseline) / self.pitch) + 1

    def flush(self) -> list[Spot]:
        """Body lines from edge to edge."""
        return [
            spot for spot in self.body() if abs(self.indent(spot.line)) < 0.2 and self.is_filled(spot.line)
        ]

    def full_lines(self) -> list[Spot]:
        """Lines from edge to edge, of ideographs and nothing else, that broke where the edge is."""
        return [spot for spot in self.flush() if _only_ideographs(spot.line) and not _moved(spot.after)]


def lay_out(pages: Sequence[Page], required: Required, said: tuple[Said, ...] = ()) -> Layout:
    """The layout of `pages` of a .docx that says `said`; faces, sizes and edges are found in the pages, not
    in `required`."""
    face, size = (None, required.body_size) if _is_all_table(pages, required) else _body_type(pages)
    draft = Layout(tuple(pages), required, face, size, pitch=0.0, left=required.left)
    pitch = _pitch(draft)
    return Layout(tuple(pages), required, face, size, pitch, _left(draft), said)


def spots(page: Page) -> Iterator[Spot]:
    lines = page.lines
    for before, line, after in zip([None, *lines], lines, [*lines[1:], None], strict=False):
        yield Spot(page, line, before, after)


def _body_type(pages: Sequence[Page]) -> tuple[str | None, float]:
    count: Counter[tuple[str, float]] = Counter()
    upright = [page for page in pages if not page.landscape]
    text = [line for page in upright for line in _main_text(page)]
    every = [line for page in upright for line in page.lines]
    for run in (run for line in text or every for run in line.runs if not run.red):
        count[run.face, run.size] += sum(map(is_ideograph, run.text))
    most = count.most_common(1)
    return most[0][0] if most and most[0][1] else (None, 0.0)


def _is_all_table(pages: Sequence[Page], required: Required) -> bool:
    """Whether the paper is but a title and tables with their captions, which have no body text."""
    tables = required.format.tables
    apart = {
        (required.title_face, required.title_size),
        (role(tables.caption_face), tables.caption_size),
    }
    text = [line for page in pages if not page.landscape for line in _main_text(page)]
    inside = any(page.in_table(line) for page in pages for line in page.lines)
    return inside and all((run.face, round(run.size, 1)) in apart for line in text for run in line.runs)


def _main_text(page: Page) -> list[Line]:
    """The lines of a page down to its 版记, those in tables left out."""
    end = next((line.baseline for line in page.lines if COLOPHON.match(line.text)), page.height)
    return [line for line in page.lines if line.baseline < end and not page.in_table(line)]


def _pitch(layout: Layout) -> float:
    wanted = layout.required.pitch * MM_PER_PT
    gaps = [
        (spot.after.baseline - spot.line.baseline, spot.after)
        for spot in layout.body()
        if spot.after is not None and layout.is_body(spot.after)
    ]
    near = [(gap, line) for gap, line in gaps if 0.6 * wanted < gap < 1.65 * wanted]
    if len(near) < 3:
        return 0.0
    as_wanted = [gap for gap, _line in near if abs(gap - wanted) < 0.25]
    others = [line for gap, line in near if abs(gap - wanted) >= 0.25]
    if as_wanted and sum(0.3 < layout.indent(line) < 3.5 for line in others) <= 1:
        # One paragraph at most is set closer or wider, as 7.3.5.5 allows for the signature.
        return mean(as_wanted)
    # The mean, as single gaps are rounded; of those near the median, as some lines are set apart.
    middle = median_high(gap for gap, _line in near)
    return mean(gap for gap, _line in near if abs(gap - middle) < 0.25)


def _left(layout: Layout) -> float:
    """Where filled lines begin; the leftmost, as first lines of paragraphs are indented. The line of
    发文字号 and 签发人 has edges of its own."""
    near = [
        spot.line.left
        for spot in layout.body()
        if layout.is_filled(spot.line)
        and abs(spot.line.left - layout.required.left) < 6
        and SIGNER not in spot.line.text
    ]
    return min(near, default=layout.required.left)


def _only_ideographs(line: Line) -> bool:
    return all(map(is_ideograph, line.text))


def _moved(after: Line | None) -> bool:
    """Whether a line may have ended early because of what `after`, the line below it, begins with.

    An opening mark may not end a line, a closing one not begin it, a number is not parted.
    """
    text = after.text if after else ""
    return bool(text) and (not is_wide(text[0]) or text[0] in OPENING or text[1:2] in tuple(CLOSING))
