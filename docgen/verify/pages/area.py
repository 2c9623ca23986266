"""Checks of the paper, the text area and its grid (clauses 5.1, 5.2.1, 5.2.3)."""

from __future__ import annotations

from dataclasses import replace

from docgen.i18n import _
from docgen.verify.measure import Box, Check, Outcome, judged
from docgen.verify.pages.found import MM, figures
from docgen.verify.pages.layout import Layout
from docgen.verify.pages.neighbours import box
from docgen.verify.pages.page import MM_PER_PT, Page

PT = 0.3


def short_side(layout: Layout) -> Outcome:
    sides = [(min(page.width, page.height), _whole(page)) for page in layout.pages]
    return figures(_("纸张短边"), sides, layout.required.paper[0], MM, "mm")


def long_side(layout: Layout) -> Outcome:
    sides = [(max(page.width, page.height), _whole(page)) for page in layout.pages]
    return figures(_("纸张长边"), sides, layout.required.paper[1], MM, "mm")


def top(layout: Layout) -> Outcome:
    """From the page's edge to the top of the first line's slot, not of its ink."""
    tops = [(layout.slot_top(page.lines[0]), page.lines[0].box(page.index)) for page in layout.plain_pages()]
    return figures(_("天头"), tops, layout.required.top, MM, "mm")


def left(layout: Layout) -> Outcome:
    edges = [(spot.line.left, box(spot)) for spot in layout.flush()]
    return figures(_("订口"), edges, layout.required.left, MM, "mm")


def width(layout: Layout) -> Outcome:
    widths = [(spot.line.right - spot.line.left, box(spot)) for spot in layout.full_lines()]
    return figures(_("版心宽"), widths, layout.required.width, MM, "mm")


def bottom(layout: Layout) -> Outcome:
    feet = [
        (layout.slot_bottom(page.lines[-1]), page.lines[-1].box(page.index)) for page in layout.full_pages()
    ]
    return figures(_("版心下边缘"), feet, layout.required.bottom, MM, "mm")


def inside(layout: Layout) -> Outcome:
    """Punctuation may hang out on the right."""
    least, most = layout.required.left - MM, layout.required.right + MM
    lines = [(line, page.index) for page in layout.upright() for line in page.lines]
    out = [line.box(page) for line, page in lines if line.left < least or line.closing > most]
    measured = _("{count} 行").format(count=len(out)) if lines else ""
    outcome = judged(
        _("超出版心左右边缘的行"), _("{count} 行").format(count=0), measured, [box.page for box in out]
    )
    return replace(outcome, boxes=tuple(out))


def lines(layout: Layout) -> Outcome:
    counts = [(float(layout.slots(page)), _whole(page)) for page in layout.full_pages()]
    return figures(_("满页的行数"), counts, layout.required.lines, 0, _("行"))


def characters(layout: Layout) -> Outcome:
    counts = [(float(spot.line.cells), box(spot)) for spot in layout.full_lines()]
    return figures(_("整行汉字的字数"), counts, layout.required.characters, 0, _("字"))


def pitch(layout: Layout) -> Outcome:
    first = [box(spot) for spot in layout.body()][:1]
    pitches = [(layout.pitch / MM_PER_PT, where) for where in first if layout.pitch]
    return figures(_("行距"), pitches, layout.required.pitch, PT, "pt")


def _whole(page: Page) -> Box:
    return Box(page.index, 0.0, 0.0, page.width, page.height)


CHECKS = (
    Check("paper.short", "PAG-101", "5.1", short_side),
    Check("paper.long", "PAG-102", "5.1", long_side),
    Check("area.top", "PAG-111", "5.2.1", top),
    Check("area.left", "PAG-112", "5.2.1", left),
    Check("area.width", "PAG-113", "5.2.1", width),
    Check("area.bottom", "PAG-114", "5.2.1", bottom),
    Check("area.inside", "PAG-115", "5.2.1", inside),
    Check("grid.lines", "PAG-121", "5.2.3", lines),
    Check("grid.characters", "PAG-122", "5.2.3", characters),
    Check("grid.pitch", "PAG-123", "5.2.3", pitch),
)
