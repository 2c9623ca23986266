"""Checks of the 发文机关标志 and of 份号, 密级, 紧急程度 (clauses 7.2.1 to 7.2.4, and 10.1 to 10.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.faces import role
from docgen.i18n import _
from docgen.verify.measure import Box, Check, Outcome
from docgen.verify.pages.found import Seen, absent, figures, names, things
from docgen.verify.pages.head import LETTER, MINUTES, ORDER, ORDINARY, Head, head
from docgen.verify.pages.layout import SAME_SIZE, Layout
from docgen.verify.pages.page import Line, is_common

ON_ROW = 0.2  # of a line


def present(layout: Layout) -> Outcome:
    """A paper with a rule under its number has a mark; a preprinted one has neither."""
    what, it = _("发文机关标志"), head(layout)
    if it is None or not (it.mark or it.rules):
        return absent(what, _("有"))
    seen = Seen(_("有") if it.mark else _("无"), bool(it.mark), area_of(it))
    return things(what, _("有"), [seen])


def mark_face(layout: Layout) -> Outcome:
    faces = [(face, line.box(1)) for line in mark_of(layout) for face in faces_of(line)]
    return names(_("发文机关标志字体"), faces, role(layout.required.format.letterhead.face))


def mark_red(layout: Layout) -> Outcome:
    seen = [Seen(run.colour, run.red, line.box(1)) for line in mark_of(layout) for run in line.runs]
    return things(_("发文机关标志颜色"), _("红色"), seen)


def mark_centre(layout: Layout) -> Outcome:
    """All names and 文件 together."""
    mark = mark_of(layout)
    centre = [(_middle(mark), around(mark))] if mark else []
    return figures(_("发文机关标志中线"), centre, layout.required.middle)


def mark_top(layout: Layout) -> Outcome:
    """From the top of the text area, in a letter from the edge of the page."""
    it, given = head(layout), layout.required.format
    form = it.form if it else ORDINARY
    depth = {ORDER: given.order.top, MINUTES: given.minutes.top, LETTER: given.letter.top}
    start = 0.0 if form == LETTER else layout.required.top
    what = _("发文机关标志上边缘距上页边") if form == LETTER else _("发文机关标志上边缘距版心上边缘")
    tops = [(min(line.top for line in it.mark) - start, around(it.mark))] if it and it.mark else []
    return figures(what, tops, depth.get(form, given.letterhead.top))


def mark_file(layout: Layout) -> Outcome:
    """Of several names and 文件 beside them: how far the middle of 文件 is below that of the names."""
    it = head(layout)
    if it is None or it.file is None or not it.names:
        return absent(_("“文件”与联署机关名称的中线之差"), "0")
    block = around(it.names)
    off = (it.file.top + it.file.bottom) / 2 - (block.top + block.bottom) / 2
    return figures(_("“文件”与联署机关名称的中线之差"), [(off, it.file.box(1))], 0.0)


def copy_form(layout: Layout) -> Outcome:
    it = head(layout)
    seen = [Seen(it.copy.ink, len(it.copy.ink) == 6, it.copy.box(1))] if it and it.copy else []
    return things(_("份号"), _("6位阿拉伯数字"), seen)


def secrecy_form(layout: Layout) -> Outcome:
    it = head(layout)
    line = it.secrecy if it else None
    right = line is not None and re.fullmatch(r"(绝密|机密|秘密)(★([1-9]\d*(年|个月|天)|长期))?", line.ink)
    seen = [Seen(line.ink, bool(right), line.box(1))] if line else []
    return things(_("密级和保密期限"), _("如“机密★1年”"), seen)


def stamps_face(layout: Layout) -> Outcome:
    it = head(layout)
    lines = [line for line in (it.secrecy, it.urgency) if line] if it else []
    faces = [(face, line.box(1)) for line in lines for face in faces_of(line)]
    return names(_("密级、紧急程度的字体"), faces, role(layout.required.format.letterhead.secrecy_face))


def stamps_size(layout: Layout) -> Outcome:
    sizes = [(line.size, line.box(1)) for line in _stamps(layout)]
    what = _("份号、密级、紧急程度的字号")
    return figures(what, sizes, layout.required.body_size, SAME_SIZE, "pt")


def stamps_left(layout: Layout) -> Outcome:
    lefts = [(line.left, line.box(1)) for line in _stamps(layout)]
    return figures(_("份号、密级、紧急程度的左边"), lefts, layout.required.left)


def stamps_rows(layout: Layout) -> Outcome:
    """One below the other in the order of the standard, in the first rows of the text area: 份号 in the
    first, 密级 in the second; without a 份号 its row may be left blank or not."""
    what, required = _("份号、密级、紧急程度所在行"), _("版心第1行起，自上而下各占一行")
    it = head(layout)
    if it is None or it.form == LETTER or not it.stamps:
        return absent(what, required)
    rows = [(layout.first_row(line), line) for line in it.stamps]
    starts = (1,) if it.copy else (1, 2)
    high = _row_height(layout, it.form, len(rows))
    right = any(
        all(abs(row - n * high) < ON_ROW for n, (row, _line) in enumerate(rows, start)) for start in starts
    )
    shown = "、".join(_("{text}在第{row:.1f}行").format(text=line.ink, row=row) for row, line in rows)
    return things(what, required, [Seen(shown, right, around(it.stamps))])


def _row_height(layout: Layout, form: str, count: int) -> float:
    """Of `count` rows above a mark, in rows of the text: as high as those where the mark leaves room."""
    top = layout.required.format.order.top if form == ORDER else layout.required.format.letterhead.top
    return min(1.0, top / count / layout.row)


def _stamps(layout: Layout) -> list[Line]:
    it = head(layout)
    return it.stamps if it else []


def _middle(lines: Sequence[Line]) -> float:
    return (min(line.left for line in lines) + max(line.right for line in lines)) / 2


def mark_of(layout: Layout) -> tuple[Line, ...]:
    it = head(layout)
    return it.mark if it else ()


def faces_of(line: Line) -> Iterator[str]:
    """The faces of a line's ideographs: digits may be set in a Latin one, rare characters in a fallback."""
    return (run.face for run in line.runs if any(map(is_common, run.text)))


def around(lines: Sequence[Line]) -> Box:
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    return Box(1, left, min(line.top for line in lines), right, max(line.bottom for line in lines))


def area_of(it: Head) -> Box:
    """Where the 版头 stands, as far as there is something of it."""
    lines = [*it.mark, *([it.number] if it.number else [])]
    return around(lines) if lines else it.rules[0].box(1)


CHECKS = (
    Check("head.mark.present", "PAG-401", "7.2.4", present),
    Check("head.mark.face", "PAG-402", "7.2.4", mark_face),
    Check("head.mark.red", "PAG-403", "7.2.4", mark_red),
    Check("head.mark.centre", "PAG-404", "7.2.4", mark_centre),
    Check("head.mark.top", "PAG-405", "7.2.4", mark_top),
    Check("head.mark.file", "PAG-406", "7.2.4", mark_file),
    Check("head.copy.form", "PAG-411", "7.2.1", copy_form),
    Check("head.secrecy.form", "PAG-412", "7.2.2", secrecy_form),
    Check("head.stamps.face", "PAG-413", "7.2.2", stamps_face),
    Check("head.stamps.size", "PAG-414", "7.2.1", stamps_size),
    Check("head.stamps.left", "PAG-415", "7.2.1", stamps_left),
    Check("head.stamps.rows", "PAG-416", "7.2.3", stamps_rows),
)
