"""Checks of the page number (clauses 7.5 and 8)."""

from __future__ import annotations

from docgen.i18n import _
from docgen.verify.measure import Check, Outcome, judged, same, within
from docgen.verify.pages.layout import SAME_SIZE, Layout
from docgen.verify.pages.page import MM_PER_PT, Page, PageNumber
from docgen.verify.pages.required import CENTRE, OUTSIDE

MM = 1.0
DASH = 0.38  # em: the middle of an ideograph's box, where the dash runs, above the baseline


def present(layout: Layout) -> Outcome:
    without = [page.index for page in layout.pages if not page.number]
    have = len(layout.pages) - len(without)
    measured = _("{some}/{all} 页").format(some=have, all=len(layout.pages))
    return judged(_("页码"), _("每页都有"), measured, without)


def sequence(layout: Layout) -> Outcome:
    numbers = [(page.number.value, page.index) for page in layout.pages if page.number]
    offset = numbers[0][0] - numbers[0][1] if numbers else 0
    wrong = [index for value, index in numbers if value - index != offset]
    measured = "、".join(str(value) for value, _index in numbers)
    return judged(_("页码连续"), _("逐页加一"), measured, wrong)


def size(layout: Layout) -> Outcome:
    sizes = [(number.line.size, page.index) for page, number in _numbers(layout)]
    return within(_("页码字号"), sizes, layout.required.number_size, SAME_SIZE, "pt")


def face(layout: Layout) -> Outcome:
    faces = [(run.face, page.index) for page, number in _numbers(layout) for run in number.line.runs]
    return same(_("页码字体"), faces, layout.required.number_face)


def odd(layout: Layout) -> Outcome:
    """One character in from the right edge of the text area."""
    numbers = [(number, page) for page, number in _level(layout, OUTSIDE) if number.value % 2]
    gaps = [(layout.required.right - number.line.right, page.index) for number, page in numbers]
    return within(_("单页码距版心右边缘"), gaps, _inset(layout), MM, "mm")


def even(layout: Layout) -> Outcome:
    """One character in from the left edge of the text area."""
    numbers = [(number, page) for page, number in _level(layout, OUTSIDE) if number.value % 2 == 0]
    gaps = [(number.line.left - layout.required.left, page.index) for number, page in numbers]
    return within(_("双页码距版心左边缘"), gaps, _inset(layout), MM, "mm")


def centre(layout: Layout) -> Outcome:
    centres = [(number.line.centre, page.index) for page, number in _level(layout, CENTRE)]
    return within(_("页码中线"), centres, layout.required.middle, MM, "mm")


def below(layout: Layout) -> Outcome:
    """From the bottom edge of the text area down to the dash beside the number."""
    numbers = [(number.line, page.index) for page, number in _level(layout, OUTSIDE, CENTRE)]
    gaps = [(line.baseline - _dash(line.size) - layout.required.bottom, page) for line, page in numbers]
    return within(_("页码一字线距版心下边缘"), gaps, layout.required.number_gap, MM, "mm")


def landscape(layout: Layout) -> Outcome:
    """A landscape page lies on its right side: what is below the text elsewhere is on its left."""
    foot = layout.required.paper[1] - layout.required.bottom
    numbers = [(number, page) for page, number in _numbers(layout) if page.landscape]
    gaps = [(_beside(number, foot), page.index) for number, page in numbers]
    return within(_("横排页的页码一字线距版心"), gaps, layout.required.number_gap, MM, "mm")


def _beside(number: PageNumber, foot: float) -> float:
    """How far a turned number is from the text area; far out for one that is not turned."""
    return foot - number.line.baseline - _dash(number.line.size) if number.turned else -foot


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
)
