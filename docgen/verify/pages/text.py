"""Checks of faces, sizes and indents (clauses 5.2.2, 7.3.1, 7.3.3)."""

from __future__ import annotations

import re
from functools import partial

from docgen.i18n import _
from docgen.verify.measure import Check, Outcome, figure, judged, same, within
from docgen.verify.pages.layout import SAME_SIZE, Layout, Spot, spots
from docgen.verify.pages.page import Line, is_common, is_wide

MM = 1.0
LARGER = 1.0  # pt above the body that make a line a title

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
    runs = [(run, page.index) for page in layout.pages for line in page.lines for run in line.runs]
    own = {layout.required.body_face, layout.required.title_face, *layout.required.layer_faces}
    drawn = [(run, page) for run, page in runs if any(map(is_common, run.text))]
    foreign = [(run.face, page) for run, page in drawn if not run.known and run.face not in own]
    names = "、".join(sorted({face for face, _page in foreign})) or _("无")
    return judged(
        _("由后备字体代画的汉字"), _("无"), names if drawn else "", [page for _face, page in foreign]
    )


def title_face(layout: Layout) -> Outcome:
    faces = [(_first_face(spot.line), spot.page.index) for spot in titles(layout)]
    return same(_("标题字体"), faces, layout.required.title_face)


def title_size(layout: Layout) -> Outcome:
    sizes = [(spot.line.size, spot.page.index) for spot in titles(layout)]
    return within(_("标题字号"), sizes, layout.required.title_size, SAME_SIZE, "pt")


def title_centre(layout: Layout) -> Outcome:
    centres = [(spot.line.centre, spot.page.index) for spot in titles(layout)]
    return within(_("标题中线"), centres, layout.required.middle, MM, "mm")


def titles(layout: Layout) -> list[Spot]:
    """Lines larger than the body, the red ones of a 版头 left out."""
    lines = [spot for page in layout.upright() for spot in spots(page)]
    return [s for s in lines if s.line.size > layout.size + LARGER and not s.line.runs[0].red]


def layer(depth: int, layout: Layout) -> Outcome:
    """The face of a heading's label, or of the text behind it where the label is mere digits."""
    found = [spot for spot in layout.body() if _is_heading(layout, spot, LABELS[depth - 1])]
    faces = [(_first_face(spot.line), spot.page.index) for spot in found]
    what = _("第{depth}层序数的字体").format(depth=depth)
    return same(what, faces, layout.required.layer_faces[depth - 1])


def indent(layout: Layout) -> Outcome:
    """First lines of paragraphs: headings, and lines that reach the right edge."""
    begins = [spot for spot in layout.body() if layout.begins_paragraph(spot)]
    sure = [
        s for s in begins if layout.is_filled(s.line) or any(label.match(s.line.text) for label in LABELS)
    ]
    indents = [(spot.line.left - layout.left, spot.page.index) for spot in sure]
    required = layout.required.indent * layout.required.cell
    return within(_("段首缩进"), indents, required, MM, "mm")


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
