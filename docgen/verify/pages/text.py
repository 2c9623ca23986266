"""Checks of faces, sizes and indents (clauses 5.2.2, 7.3.1, 7.3.3)."""

from __future__ import annotations

import re
from functools import partial

from docgen.i18n import _
from docgen.verify.measure import Box, Check, Outcome, figure, judged
from docgen.verify.pages.found import MM, Seen, figures, names, things
from docgen.verify.pages.head import LARGER, head
from docgen.verify.pages.layout import SAME_SIZE, Layout, Spot, spots
from docgen.verify.pages.neighbours import box
from docgen.verify.pages.page import Line, Run, is_common, is_wide

_NUMERAL = "[一二三四五六七八九十百零〇]+"
LABELS = tuple(map(re.compile, (rf"{_NUMERAL}、", rf"（{_NUMERAL}）", r"\d+[.．]", r"（\d+）")))


def body(layout: Layout) -> Outcome:
    required = layout.required
    wanted = f"{required.body_face} {figure(required.body_size)} pt"
    measured = f"{layout.face} {figure(layout.size)} pt" if layout.face else ""
    right = layout.face == required.body_face and abs(layout.size - required.body_size) <= SAME_SIZE
    wrong = [] if right else [page.index for page in layout.upright()]
    return judged(_("正文字体字号"), wanted, measured, wrong)


def fallback(layout: Layout) -> Outcome:
    """A face that is none of the standard's drew an ideograph: the one asked for is not there."""
    runs = [(run, line.box(page.index)) for page in layout.pages for line in page.lines for run in line.runs]
    own = {layout.required.body_face, layout.required.title_face, *layout.required.layer_faces}
    drawn = [(run, box) for run, box in runs if any(map(is_common, run.text))]
    seen = [_drawn(run, run.known or run.face in own, box) for run, box in drawn]
    return things(_("由后备字体代画的汉字"), _("无"), seen)


def _drawn(run: Run, own: bool, box: Box) -> Seen:
    return Seen(_("无") if own else run.face, own, box)


def title_face(layout: Layout) -> Outcome:
    faces = [(_first_face(spot.line), box(spot)) for spot in titles(layout)]
    return names(_("标题字体"), faces, layout.required.title_face)


def title_size(layout: Layout) -> Outcome:
    sizes = [(spot.line.size, box(spot)) for spot in titles(layout)]
    return figures(_("标题字号"), sizes, layout.required.title_size, SAME_SIZE, "pt")


def title_centre(layout: Layout) -> Outcome:
    centres = [(spot.line.centre, box(spot)) for spot in titles(layout)]
    return figures(_("标题中线"), centres, layout.required.middle, MM, "mm")


def titles(layout: Layout) -> list[Spot]:
    """Lines larger than the body, the red ones and those of a 版头 left out."""
    it = head(layout)
    mark = {id(line) for line in it.mark} if it else set()
    lines = [spot for page in layout.upright() for spot in spots(page)]
    large = [s for s in lines if s.line.size > layout.size + LARGER and not s.line.red]
    return [spot for spot in large if id(spot.line) not in mark]


def layer(depth: int, layout: Layout) -> Outcome:
    """The face of a heading's label, or of the text behind it where the label is mere digits."""
    found = [spot for spot in layout.body() if _is_heading(layout, spot, LABELS[depth - 1])]
    faces = [(_first_face(spot.line), box(spot)) for spot in found]
    what = _("第{depth}层序数的字体").format(depth=depth)
    return names(what, faces, layout.required.layer_faces[depth - 1])


def indent(layout: Layout) -> Outcome:
    """First lines of paragraphs: headings, and lines that reach the right edge."""
    begins = [s for s in layout.body() if layout.begins_paragraph(s) and not _in_head(layout, s)]
    sure = [spot for spot in begins if _is_plain(layout, spot.line) or _is_labelled(spot.line)]
    # One line that begins at the edge below a short one may go on after a break within its paragraph.
    flush = [spot for spot in sure if layout.indent(spot.line) <= 0.3]
    found = [spot for spot in sure if len(flush) > 1 or spot not in flush]
    indents = [(spot.line.left - layout.left, box(spot)) for spot in found]
    required = layout.required.indent * layout.required.cell
    return figures(_("段首缩进"), indents, required, MM, "mm")


def _is_plain(layout: Layout, line: Line) -> bool:
    """Whether a line that begins a paragraph is one of the text: a centred note is of another face."""
    return layout.is_filled(line) and _first_face(line) == layout.face


def _is_labelled(line: Line) -> bool:
    return any(label.match(line.text) for label in LABELS)


def _in_head(layout: Layout, spot: Spot) -> bool:
    it = head(layout)
    return it is not None and spot.page is it.page and spot.line.baseline <= it.depth


def _is_heading(layout: Layout, spot: Spot, label: re.Pattern[str]) -> bool:
    return bool(label.match(spot.line.text)) and layout.begins_paragraph(spot)


def _first_face(line: Line) -> str:
    """The face of the first full-width character: digits before it may be set in a Latin face."""
    faces = [run.face for run in line.runs if any(map(is_wide, run.text))]
    return faces[0] if faces else line.runs[-1].face


CHECKS = (
    Check("type.body", "PAG-201", "5.2.2", body),
    Check("type.fallback", "PAG-202", "5.2.2", fallback),
    Check("title.face", "PAG-211", "7.3.1", title_face),
    Check("title.size", "PAG-212", "7.3.1", title_size),
    Check("title.centre", "PAG-213", "7.3.1", title_centre),
    Check("heading.1", "PAG-221", "7.3.3", partial(layer, 1)),
    Check("heading.2", "PAG-222", "7.3.3", partial(layer, 2)),
    Check("heading.3", "PAG-223", "7.3.3", partial(layer, 3)),
    Check("heading.4", "PAG-224", "7.3.3", partial(layer, 4)),
    Check("indent.first", "PAG-231", "7.3.3", indent),
)
