"""Checks of the page number (clauses 7.5 and 8)."""

from __future__ import annotations

from dataclasses import replace

from docgen.i18n import _
from docgen.verify.measure import Box, Check, Outcome, judged
from docgen.verify.pages.foot import Foot, foot
from docgen.verify.pages.found import MM, Seen, figures, names, things
from docgen.verify.pages.head import LETTER, head
from docgen.verify.pages.layout import SAME_SIZE, Layout
from docgen.verify.pages.page import MM_PER_PT, Page, PageNumber
from docgen.verify.pages.required import CENTRE, OUTSIDE, RIGHT

DASH = 0.38  # em: the middle of an ideograph's box, where the dash runs, above the baseline


def present(layout: Layout) -> Outcome:
    """On every page but the first of a letter (10.1), and a blank one before the 版记 with the 版记's own."""
    free = unnumbered(layout)
    pages = [page for page in layout.pages if page.index not in free]
    without = [page for page in pages if not page.number]
    measured = _("{some}/{all} 页").format(some=len(pages) - len(without), all=len(pages))
    outcome = judged(_("页码"), _("每页都有"), measured if pages else "", [page.index for page in without])
    return replace(outcome, boxes=tuple(_foot_of(layout, page) for page in without))


def blank(layout: Layout) -> Outcome:
    """A blank page before the 版记, and that page, have no number."""
    pages = [page for page in layout.pages if page.index in unnumbered(layout) - {1}]
    shown = [(_("有") if page.number else _("无"), page) for page in pages]
    seen = [Seen(text, page.number is None, _foot_of(layout, page)) for text, page in shown]
    return things(_("版记前空白页和版记页的页码"), _("无"), seen)


def unnumbered(layout: Layout) -> set[int]:
    """The pages that have no number by the standard."""
    it, here = head(layout), foot(layout)
    free = {1} if it and it.form == LETTER else set()
    if here is None or not _is_alone(here):
        return free
    before = layout.pages[here.page.index - 2] if here.page.index > 1 else None
    return free | {before.index, here.page.index} if before and before.blank else free


def _is_alone(here: Foot) -> bool:
    """Whether there is nothing on its page but the 版记."""
    return len(here.page.lines) == len(here.lines) and not here.page.pictures


def _foot_of(layout: Layout, page: Page) -> Box:
    """Where the number of a page belongs."""
    bottom = min(layout.required.bottom, page.height - 20)
    return Box(page.index, layout.required.left, bottom, page.width - layout.required.left, page.height - 10)


def sequence(layout: Layout) -> Outcome:
    numbers = _numbers(layout)
    offset = numbers[0][1].value - numbers[0][0].index if numbers else 0
    wrong = [(page, number) for page, number in numbers if number.value - page.index != offset]
    measured = "、".join(str(number.value) for _page, number in numbers)
    outcome = judged(_("页码连续"), _("逐页加一"), measured, [page.index for page, _number in wrong])
    return replace(outcome, boxes=tuple(_box(page, number) for page, number in wrong))


def size(layout: Layout) -> Outcome:
    sizes = [(number.line.size, _box(page, number)) for page, number in _numbers(layout)]
    return figures(_("页码字号"), sizes, layout.required.number_size, SAME_SIZE, "pt")


def face(layout: Layout) -> Outcome:
    faces = [(run.face, _box(page, number)) for page, number in _numbers(layout) for run in number.line.runs]
    return names(_("页码字体"), faces, layout.required.number_face)


def odd(layout: Layout) -> Outcome:
    """One character in from the right edge of the text area."""
    numbers = [(number, page) for page, number in _level(layout, OUTSIDE) if number.value % 2]
    gaps = [(layout.required.right - number.line.right, _box(page, number)) for number, page in numbers]
    return figures(_("单页码距版心右边缘"), gaps, _inset(layout), MM, "mm")


def even(layout: Layout) -> Outcome:
    """One character in from the left edge of the text area."""
    numbers = [(number, page) for page, number in _level(layout, OUTSIDE) if number.value % 2 == 0]
    gaps = [(number.line.left - layout.required.left, _box(page, number)) for number, page in numbers]
    return figures(_("双页码距版心左边缘"), gaps, _inset(layout), MM, "mm")


def right(layout: Layout) -> Outcome:
    """One character in from the right edge on every page, where the format wants it so."""
    numbers = [(number, page) for page, number in _level(layout, RIGHT)]
    gaps = [(layout.required.right - number.line.right, _box(page, number)) for number, page in numbers]
    return figures(_("页码距版心右边缘"), gaps, _inset(layout), MM, "mm")


def centre(layout: Layout) -> Outcome:
    centres = [(number.line.centre, _box(page, number)) for page, number in _level(layout, CENTRE)]
    return figures(_("页码中线"), centres, layout.required.middle, MM, "mm")


def below(layout: Layout) -> Outcome:
    """From the bottom edge of the text area down to the dash beside the number."""
    numbers = [(number.line, _box(page, number)) for page, number in _level(layout, OUTSIDE, CENTRE, RIGHT)]
    gaps = [(line.baseline - _dash(line.size) - layout.required.bottom, box) for line, box in numbers]
    return figures(_("页码一字线距版心下边缘"), gaps, layout.required.number_gap, MM, "mm")


def landscape(layout: Layout) -> Outcome:
    """A landscape page lies on its right side: what is below the text elsewhere is on its left."""
    edge = layout.required.paper[1] - layout.required.bottom
    numbers = [(number, page) for page, number in _numbers(layout) if page.landscape]
    gaps = [(_beside(number, edge), _box(page, number)) for number, page in numbers]
    return figures(_("横排页的页码一字线距版心"), gaps, layout.required.number_gap, MM, "mm")


def _beside(number: PageNumber, edge: float) -> float:
    """How far a turned number is from the text area; far out for one that is not turned."""
    return edge - number.line.baseline - _dash(number.line.size) if number.turned else -edge


def _box(page: Page, number: PageNumber) -> Box:
    line = number.line
    if not number.turned:
        return line.box(page.index)
    half = line.size * MM_PER_PT / 2
    return Box(page.index, line.baseline - half, line.left, line.baseline + half, line.right)


def _dash(size: float) -> float:
    return DASH * size * MM_PER_PT


def _inset(layout: Layout) -> float:
    return layout.required.number_edge * layout.required.number_size * MM_PER_PT


def _numbers(layout: Layout) -> list[tuple[Page, PageNumber]]:
    return [(page, page.number) for page in layout.pages if page.number]


def _level(layout: Layout, *sides: str) -> list[tuple[Page, PageNumber]]:
    """The numbers of upright pages, if they are meant to stand on one of `sides`."""
    fitting = layout.required.number_side in sides
    return [(page, number) for page, number in _numbers(layout) if fitting and not page.landscape]


CHECKS = (
    Check("number.present", "PAG-301", "7.5", present),
    Check("number.sequence", "PAG-302", "7.5", sequence),
    Check("number.size", "PAG-303", "7.5", size),
    Check("number.face", "PAG-304", "7.5", face),
    Check("number.odd", "PAG-305", "7.5", odd),
    Check("number.even", "PAG-306", "7.5", even),
    Check("number.centre", "PAG-307", "7.5", centre),
    Check("number.below", "PAG-308", "7.5", below),
    Check("number.landscape", "PAG-309", "8", landscape),
    Check("number.right", "PAG-310", "7.5", right),
    Check("number.blank", "PAG-311", "7.5", blank),
)
