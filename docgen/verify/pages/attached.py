"""Checks of the 附件说明 and of the pages of attachments (clauses 7.3.4, 7.3.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from docgen.faces import role
from docgen.i18n import _
from docgen.verify.measure import Check, Outcome
from docgen.verify.pages.found import ROWS, Figures, Seen, figures, names, things
from docgen.verify.pages.layout import Layout, Spot, spots
from docgen.verify.pages.neighbours import blank_above, box, is_next
from docgen.verify.pages.page import Line, Page, is_ideograph

NOTE = re.compile(r"^附件[：:]")
ITEM = re.compile(r"^(\d+)[.．]")
MARK = re.compile(r"^(?:.{2,20}〔\d{4}〕\d+号)?附件(\d*|[一二三四五六七八九十]+)([：:]?)$")
ON_ROW = 0.35  # of a line
DEEPEST = 7  # characters by which further lines of the 附件说明 may stand further in than the first
GAP = 1.5  # mm: LibreOffice sets a number apart from the name behind it, whatever the file says
SMALL = 1.0  # pt


class Entry(NamedTuple):
    """An attachment named in the 附件说明: its number (empty for the only one), the lines of its name, and
    where the first of them begins, in mm: at its number, and behind it."""

    number: str
    lines: tuple[Line, ...]
    at: float
    start: float
    page: int

    @property
    def name(self) -> str:
        return "".join(line.ink for line in self.lines)


class Opening(NamedTuple):
    """The beginning of an attachment: its page, mark, and the line under it."""

    spot: Spot
    number: str
    title: Line | None


def note_left(layout: Layout) -> Outcome:
    lefts = [(spot.line.left - layout.left, box(spot)) for spot in notes(layout)]
    return figures(_("附件说明左空"), lefts, layout.required.indent * layout.required.cell)


def note_above(layout: Layout) -> Outcome:
    found = [figure for spot in notes(layout) for figure in blank_above(layout, spot)]
    count = layout.required.format.attachments.blank_before
    return figures(_("附件说明上方的空行"), found, count, ROWS, _("行"))


def note_numbers(layout: Layout) -> Outcome:
    """Further numbers stand under the first."""
    found: Figures = [
        (entry.at - entries[0].at, entry.lines[0].box(entry.page))
        for entries in _lists(layout)
        for entry in entries[1:]
    ]
    return figures(_("附件说明中顺序号与首个顺序号的左边之差"), found, 0.0)


def note_hanging(layout: Layout) -> Outcome:
    """Further lines of a name begin under its first character."""
    found = [
        (line.left - entry.start, line.box(entry.page))
        for entries in _lists(layout)
        for entry in entries
        for line in entry.lines[1:]
    ]
    return figures(_("附件名称回行与其首字的左边之差"), found, 0.0, GAP)


def note_ends(layout: Layout) -> Outcome:
    """No mark behind a name."""
    seen = [
        Seen(_("有") if wrong else _("无"), not wrong, entry.lines[-1].box(entry.page))
        for entries in _lists(layout)
        for entry in entries
        for wrong in [entry.name[-1:] in tuple("。；，、,.;")]
    ]
    return things(_("附件名称后的标点"), _("无"), seen)


def note_sequence(layout: Layout) -> Outcome:
    """Numbers count from 1; one attachment alone has none."""
    seen = []
    for entries in _lists(layout):
        numbers = [entry.number for entry in entries]
        wanted = [""] if len(entries) == 1 else [str(n) for n in range(1, len(entries) + 1)]
        where = entries[0].lines[0].box(entries[0].page)
        seen.append(Seen("、".join(numbers) or _("无"), numbers == wanted, where))
    return things(_("附件说明的顺序号"), _("从1起逐个加一，只有一个附件时不编"), seen)


def mark_row(layout: Layout) -> Outcome:
    """The mark stands in the first row of a page of its own."""
    rows = [(_row(layout, it.spot.page, it.spot.line), box(it.spot)) for it in openings(layout)]
    return figures(_("“附件”所在行"), rows, 1.0, ON_ROW, _("行"))


def mark_left(layout: Layout) -> Outcome:
    lefts = [(it.spot.line.left - _origin(layout, it.spot.page)[0], box(it.spot)) for it in openings(layout)]
    return figures(_("“附件”左空"), lefts, 0.0)


def mark_face(layout: Layout) -> Outcome:
    faces = [
        (run.face, box(it.spot))
        for it in openings(layout)
        for run in it.spot.line.runs
        if any(map(is_ideograph, run.text)) and "号" not in run.text
    ]
    return names(_("“附件”的字体"), faces, role(layout.required.format.attachments.mark_face))


def mark_form(layout: Layout) -> Outcome:
    found = [(it.spot, MARK.match(it.spot.line.ink)) for it in openings(layout)]
    seen = [
        Seen(spot.line.text, not match[2] and (not match[1] or match[1].isdigit()), box(spot))
        for spot, match in found
        if match
    ]
    return things(_("“附件”及顺序号"), _("用阿拉伯数字，其后不加标点，如“附件1”"), seen)


def title_row(layout: Layout) -> Outcome:
    found = [
        (_row(layout, it.spot.page, it.title), it.title.box(it.spot.page.index))
        for it in openings(layout)
        if it.title
    ]
    row = layout.required.format.attachments.title_line
    return figures(_("附件标题所在行"), found, row, ON_ROW, _("行"))


def title_centre(layout: Layout) -> Outcome:
    found = [
        (it.title.centre - _middle(layout, it.spot.page), it.title.box(it.spot.page.index))
        for it in openings(layout)
        if it.title
    ]
    return figures(_("附件标题中线与版心中线之差"), found, 0.0)


def same_names(layout: Layout) -> Outcome:
    """Number and title of an attachment are those of the 附件说明."""
    entries = [entry for entries in _lists(layout)[:1] for entry in entries]
    named = {entry.number: entry.name for entry in entries}
    seen = [
        Seen(it.number or _("无"), _title(layout, it) == named.get(it.number), box(it.spot))
        for it in openings(layout)
        if named and it.title
    ]
    return things(_("附件的顺序号和标题"), _("与附件说明一致"), seen)


def openings(layout: Layout) -> list[Opening]:
    """Where attachments begin: a line of nothing but 附件 and its number."""
    return [
        Opening(spot, match[1], spot.after)
        for page in layout.pages
        for spot in spots(page)
        if (match := MARK.match(spot.line.ink)) and _is_mark(layout, spot)
    ]


def _is_mark(layout: Layout, spot: Spot) -> bool:
    large = spot.line.size > layout.size - SMALL
    return large and not spot.page.in_table(spot.line) and spot.line.left < _middle(layout, spot.page)


def _title(layout: Layout, it: Opening) -> str:
    """The title of an attachment: the lines of its size under the mark."""
    text = ""
    for line in it.spot.page.lines:
        if it.title and line.baseline >= it.title.baseline:
            if abs(line.size - it.title.size) > SMALL:
                break
            text += line.ink
            if it.title.size < layout.size + SMALL:
                break
    return text


def _origin(layout: Layout, page: Page) -> tuple[float, float]:
    """The corner of the text area; a landscape page's is the upright one's, lying on its right side."""
    required = layout.required
    if page.landscape:
        return required.paper[1] - required.bottom, required.left
    return required.left, required.top


def _middle(layout: Layout, page: Page) -> float:
    wide = layout.required.height if page.landscape else layout.required.width
    return _origin(layout, page)[0] + wide / 2


def _row(layout: Layout, page: Page, line: Line) -> float:
    return layout.first_row(line) + (layout.required.top - _origin(layout, page)[1]) / layout.row


def notes(layout: Layout) -> list[Spot]:
    return [spot for spot in layout.body() if NOTE.match(spot.line.ink) and spot.line.cells > 3]


def _lists(layout: Layout) -> list[list[Entry]]:
    """The entries of each 附件说明."""
    return [list(_entries(layout, spot)) for spot in notes(layout)]


def _entries(layout: Layout, spot: Spot) -> Iterator[Entry]:
    if not spot.line.edges:
        return
    begun = _entry(spot.line.part(3, spot.line.cells), spot.page)
    for page, line in listed(layout, spot)[1:]:
        if ITEM.match(line.ink) and line.left < begun.start - 1:
            yield begun
            begun = _entry(line, page)
        else:
            begun = begun._replace(lines=(*begun.lines, line))
    yield begun


def listed(layout: Layout, spot: Spot) -> list[tuple[Page, Line]]:
    """The lines of the 附件说明 that begins here, also those on the next page."""
    found = [(spot.page, spot.line)]
    for page in layout.pages[spot.page.index - 1 :]:
        for line in page.lines:
            last_page, last = found[-1]
            if page is last_page and line.baseline <= last.baseline:
                continue
            runs_on = page is not last_page and line is page.lines[0] and last is last_page.lines[-1]
            if not (runs_on or (page is last_page and is_next(layout, last, line))):
                return found
            if not 1 < line.left - spot.line.left < DEEPEST * layout.required.cell:
                return found
            found.append((page, line))
    return found


def _entry(line: Line, page: Page) -> Entry:
    found = ITEM.match(line.ink)
    start = found.end() if found else 0
    name = line.part(start, line.cells) if start < line.cells else line
    return Entry(found[1] if found else "", (name,), line.left, name.left, page.index)


CHECKS = (
    Check("note.left", "PAG-551", "7.3.4", note_left),
    Check("note.above", "PAG-552", "7.3.4", note_above),
    Check("note.numbers", "PAG-553", "7.3.4", note_numbers),
    Check("note.hanging", "PAG-554", "7.3.4", note_hanging),
    Check("note.ends", "PAG-555", "7.3.4", note_ends),
    Check("note.sequence", "PAG-556", "7.3.4", note_sequence),
    Check("attachment.row", "PAG-561", "7.3.7", mark_row),
    Check("attachment.left", "PAG-562", "7.3.7", mark_left),
    Check("attachment.face", "PAG-563", "7.3.7", mark_face),
    Check("attachment.form", "PAG-564", "7.3.7", mark_form),
    Check("attachment.title.row", "PAG-565", "7.3.7", title_row),
    Check("attachment.title.centre", "PAG-566", "7.3.7", title_centre),
    Check("attachment.same", "PAG-567", "7.3.7", same_names),
)
