"""Checks of the 主体 around its text: 主送机关, the first page, headings, colours, tables."""

from __future__ import annotations

import re
from dataclasses import replace

from docgen.i18n import _
from docgen.problems import Severity
from docgen.verify.measure import Box, Check, Outcome
from docgen.verify.pages.found import MM, ROWS, Seen, absent, figures, things
from docgen.verify.pages.head import head
from docgen.verify.pages.layout import Layout, Spot, spots
from docgen.verify.pages.neighbours import blank_above, box
from docgen.verify.pages.page import Line, Page
from docgen.verify.pages.text import LABELS, titles

DARK = 0x40  # parts of a colour up to which it prints as black
STRAY = 5.0  # mm: a line further from the middle is not centred

_SENTENCE = re.compile(r"[。；]|如下|下列|以下")
_ORGANS = re.compile(r"[局府会院校室部处科组园厅委办站所]：$|(单位|机构|部门|公司|中心|学区)：$")


def body_begins(layout: Layout) -> Outcome:
    """The first page shows text, where it has a 版头 or addressees."""
    what, page = _("首页的正文"), layout.pages[0]
    if page.landscape or not (head(layout) or _addressees(layout)):
        return absent(what, _("有"))
    depth = max([s.line.baseline for s in titles(layout)[:1] if s.page is page] + _head_depth(layout))
    under = [s for s in layout.body() if s.page is page and s.line.baseline > depth]
    begins = any(layout.begins_paragraph(spot) for spot in under)
    seen = Seen(_("有") if begins else _("无"), begins, Box(1, 0, 0, page.width, page.height))
    return things(what, _("有"), [seen])


def addressees_left(layout: Layout) -> Outcome:
    lefts = [(spot.line.left, box(spot)) for spot in _addressees(layout)]
    return figures(_("主送机关左边"), lefts, layout.required.left)


def addressees_above(layout: Layout) -> Outcome:
    """Blank lines between the title, or the note under it, and the addressees."""
    blank = [figure for spot in _addressees(layout)[:1] for figure in blank_above(layout, spot)]
    count = layout.required.format.title.blank_after
    return figures(_("主送机关上方的空行"), blank, count, ROWS, _("行"))


def addressees_colon(layout: Layout) -> Outcome:
    lasts = [s for s in _addressees(layout)[-1:] if s.after or not layout.is_filled(s.line)]
    seen = [Seen(s.line.text[-1], s.line.text.endswith("："), box(s)) for s in lasts]
    return things(_("最后一个主送机关后"), "：", seen)


def heading_last(layout: Layout) -> Outcome:
    """A heading of the first two layers stands on the page of its text: practice, no clause."""
    required = _("与下文同页")
    ends = [(spot, _ends_page(layout, spot)) for spot in _headings(layout)]
    seen = [Seen(spot.line.text if end else required, not end, box(spot)) for spot, end in ends]
    return replace(things(_("标题与下文"), required, seen), weight=Severity.WARNING)


def black(layout: Layout) -> Outcome:
    """Text is black but for the mark of the 版头."""
    it = head(layout)
    mark = {id(line) for line in it.mark} if it else set()
    wrong = [
        Seen(run.colour, False, line.box(page.index))
        for page in layout.pages
        for line in page.lines
        if id(line) not in mark
        for run in line.runs
        if not _is_dark(run.colour)
    ]
    page = layout.pages[0]
    right = [Seen("000000", True, line.box(1)) for line in page.lines[:1]]
    return things(_("文字颜色"), _("黑色"), wrong or right)


def tables_inside(layout: Layout) -> Outcome:
    """Tables stay within the text area, also of landscape pages."""
    seen = [_table(layout, page, table) for page in layout.pages for table in page.tables]
    area = layout.required
    required = _("左右在{left:g}～{right:g} mm之内，不出版心").format(left=area.left, right=area.right)
    return things(_("表格的位置"), required, seen)


def excuse(layout: Layout) -> Outcome:
    """“此页无正文” is no way to fill a page."""
    found = [(page, line) for page in layout.pages for line in page.lines if "此页无正文" in line.ink]
    seen = [Seen(line.ink, False, line.box(page.index)) for page, line in found]
    return things(_("“此页无正文”"), _("无"), seen)


def _head_depth(layout: Layout) -> list[float]:
    it = head(layout)
    return [it.depth] if it and (it.mark or it.number) else [0.0]


def _table(layout: Layout, page: Page, table: Box) -> Seen:
    area = _area(layout, page)
    sides = table.left > area.left - MM and table.right < area.right + MM
    inside = sides and table.top > area.top - MM and table.bottom < area.bottom + MM
    shown = _("左右{left:.1f}～{right:.1f} mm，上下{top:.1f}～{bottom:.1f} mm").format(
        left=table.left, right=table.right, top=table.top, bottom=table.bottom
    )
    return Seen(shown, inside, table)


def _area(layout: Layout, page: Page) -> Box:
    """The text area; that of a landscape page is the upright one, lying on its right side."""
    it = layout.required
    if not page.landscape:
        return Box(page.index, it.left, it.top, it.right, it.bottom)
    foot = it.paper[1] - it.bottom
    return Box(page.index, foot, it.left, foot + it.height, it.left + it.width)


def _addressees(layout: Layout) -> list[Spot]:
    """The lines of the addressees: those under the title down to the one that ends early."""
    found: list[Spot] = []
    for spot in _under_title(layout):
        if not layout.is_body(spot.line):
            return []
        found.append(spot)
        if spot.line.text.endswith("：") or not layout.is_filled(spot.line):
            break
    text = "".join(spot.line.ink for spot in found)
    if not text or _SENTENCE.search(text) or any(label.match(text) for label in LABELS):
        return []
    flush = abs(layout.indent(found[0].line)) < 0.3
    return found if flush or _ORGANS.search(text) else []


def _under_title(layout: Layout) -> list[Spot]:
    """What stands on the first page below its title and the notes under that."""
    page = layout.pages[0]
    large = {id(spot.line) for spot in titles(layout)}
    rest = list(spots(page))
    starts = [n for n, spot in enumerate(rest) if id(spot.line) in large]
    if page.landscape or not starts:
        return []
    under = rest[starts[0] :]
    while under and (id(under[0].line) in large or _is_note(layout, under[0].line)):
        under = under[1:]
    return under


def _is_note(layout: Layout, line: Line) -> bool:
    """Whether a line under the title is centred: a note, a subtitle."""
    middle = abs(line.centre - layout.required.middle)
    other_face = line.runs[0].face != layout.face and not any(label.match(line.text) for label in LABELS)
    return middle < STRAY and (layout.indent(line) > 2.5 or other_face)


def _headings(layout: Layout) -> list[Spot]:
    """Headings of the first two layers that stand on a line of their own."""
    return [spot for spot in layout.body() if _is_heading(layout, spot)]


def _is_heading(layout: Layout, spot: Spot) -> bool:
    labelled = any(label.match(spot.line.text) for label in LABELS[:2]) and layout.begins_paragraph(spot)
    return labelled and not layout.is_filled(spot.line) and spot.line.text[-1] not in "。；，"


def _ends_page(layout: Layout, spot: Spot) -> bool:
    following = layout.pages[spot.page.index] if spot.page.index < len(layout.pages) else None
    return spot.after is None and following is not None and not following.landscape and bool(following.lines)


def _is_dark(colour: str) -> bool:
    return all(int(colour[at : at + 2], 16) <= DARK for at in (0, 2, 4))


CHECKS = (
    Check("main.begins", "PAG-501", "7.3.3", body_begins),
    Check("main.black", "PAG-502", "5.2.4", black),
    Check("main.heading", "PAG-503", "7.3.3", heading_last),
    Check("main.tables", "PAG-504", "5.2.1", tables_inside),
    Check("main.excuse", "PAG-505", "7.3.5.5", excuse),
    Check("addressees.left", "PAG-511", "7.3.2", addressees_left),
    Check("addressees.above", "PAG-512", "7.3.2", addressees_above),
    Check("addressees.colon", "PAG-513", "7.3.2", addressees_colon),
)
