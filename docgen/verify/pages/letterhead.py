"""Checks of the 版头 (clause 7.2; its places in 10.1 to 10.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.faces import role
from docgen.i18n import _
from docgen.verify.measure import Box, Check, Outcome
from docgen.verify.pages.found import ROWS, Seen, absent, figures, names, things
from docgen.verify.pages.head import LETTER, MINUTES, ORDER, ORDINARY, SIGNER, Head, head
from docgen.verify.pages.layout import SAME_SIZE, Layout
from docgen.verify.pages.page import Line, Rule, is_ideograph

ON_ROW = 0.2  # of a line
EACH_FORM = {
    ORDINARY: re.compile(r"^[\u4e00-\u9fff]{1,20}〔(19|20)\d{2}〕[1-9]\d*号$"),
    ORDER: re.compile(r"^第([1-9]\d*|[一二三四五六七八九十百零〇]+)号$"),
}


def present(layout: Layout) -> Outcome:
    """A paper with a rule under its number has a mark; a preprinted one has neither."""
    what, it = _("发文机关标志"), head(layout)
    if it is None or not (it.mark or it.rules):
        return absent(what, _("有"))
    seen = Seen(_("有") if it.mark else _("无"), bool(it.mark), _area(it))
    return things(what, _("有"), [seen])


def mark_face(layout: Layout) -> Outcome:
    faces = [(face, line.box(1)) for line in _mark(layout) for face in _faces(line)]
    return names(_("发文机关标志字体"), faces, role(layout.required.format.letterhead.face))


def mark_red(layout: Layout) -> Outcome:
    seen = [Seen(run.colour, run.red, line.box(1)) for line in _mark(layout) for run in line.runs]
    return things(_("发文机关标志颜色"), _("红色"), seen)


def mark_centre(layout: Layout) -> Outcome:
    """All names and 文件 together."""
    mark = _mark(layout)
    centre = [(_middle(mark), _around(mark))] if mark else []
    return figures(_("发文机关标志中线"), centre, layout.required.middle)


def mark_top(layout: Layout) -> Outcome:
    """From the top of the text area, in a letter from the edge of the page."""
    it, given = head(layout), layout.required.format
    form = it.form if it else ORDINARY
    depth = {ORDER: given.order.top, MINUTES: given.minutes.top, LETTER: given.letter.top}
    start = 0.0 if form == LETTER else layout.required.top
    what = _("发文机关标志上边缘距上页边") if form == LETTER else _("发文机关标志上边缘距版心上边缘")
    tops = [(min(line.top for line in it.mark) - start, _around(it.mark))] if it and it.mark else []
    return figures(what, tops, depth.get(form, given.letterhead.top))


def mark_file(layout: Layout) -> Outcome:
    """Of several names and 文件 beside them: how far the middle of 文件 is below that of the names."""
    it = head(layout)
    if it is None or it.file is None or not it.names:
        return absent(_("“文件”与联署机关名称的中线之差"), "0")
    around = _around(it.names)
    off = (it.file.top + it.file.bottom) / 2 - (around.top + around.bottom) / 2
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
    faces = [(face, line.box(1)) for line in lines for face in _faces(line)]
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
    right = any(all(abs(row - n) < ON_ROW for n, (row, _line) in enumerate(rows, start)) for start in starts)
    shown = "、".join(_("{text}在第{row:.1f}行").format(text=line.ink, row=row) for row, line in rows)
    return things(what, required, [Seen(shown, right, _around(it.stamps))])


def number_form(layout: Layout) -> Outcome:
    it = head(layout)
    line = it.number if it else None
    what = _("发文字号")
    if it is None or line is None or it.form == MINUTES:
        return absent(what, _("如“某教发〔2026〕3号”"))
    order = it.form == ORDER
    forms = (EACH_FORM[ORDER], EACH_FORM[ORDINARY]) if order else (EACH_FORM[ORDINARY],)
    right = any(form.match(line.ink) for form in forms)
    wanted = _("如“第3号”") if order else _("如“某教发〔2026〕3号”")
    return things(_("令号") if order else what, wanted, [Seen(line.ink, right, line.box(1))])


def number_type(layout: Layout) -> Outcome:
    it, required = head(layout), layout.required
    line = it.number if it else None
    wanted = f"{required.body_face} {required.body_size:g} pt"
    faces = [(f"{face} {line.size:g} pt", line.box(1)) for face in _faces(line)] if line else []
    return names(_("发文字号的字体字号"), faces, wanted)


def number_place(layout: Layout) -> Outcome:
    """Centred; left by a character beside 签发人; at the right edge of a letter."""
    it, required = head(layout), layout.required
    line = it.number if it else None
    if it is None or line is None:
        return absent(_("发文字号中线"), _("居中"))
    if it.form == LETTER:
        return figures(_("发文字号右边"), [(line.right, line.box(1))], required.right)
    if it.signers:
        indent = required.format.letterhead.edge * required.cell
        return figures(_("发文字号左空"), [(line.left - required.left, line.box(1))], indent)
    return figures(_("发文字号中线"), [(line.centre, line.box(1))], required.middle)


def number_below(layout: Layout) -> Outcome:
    """Blank lines between the mark and 发文字号, or the first row of 签发人."""
    it, given = head(layout), layout.required.format
    beside = it is not None and it.mark and it.form != LETTER
    rows = [line for line in (*it.signers[:1], it.number) if line] if it and beside else []
    mark_foot = max((line.bottom for line in _mark(layout)), default=0.0)
    blank = [(layout.blank_lines(mark_foot, line.top), line.box(1)) for line in sorted(rows, key=_level)[:1]]
    order = it is not None and it.form == ORDER
    count = given.order.blank_before_number if order else given.letterhead.blank_before_number
    return figures(_("发文机关标志与发文字号之间的空行"), blank, count, ROWS, _("行"))


def signer_form(layout: Layout) -> Outcome:
    rows = _signers(layout)
    seen = [Seen(row.ink[:4], row.ink.startswith(SIGNER + "："), row.box(1)) for row in rows[:1]]
    return things(_("签发人标签"), SIGNER + "：", seen)


def signer_face(layout: Layout) -> Outcome:
    """The label in the body's face, the names in one of their own."""
    required = layout.required
    wanted = f"{required.body_face}、{role(required.format.letterhead.signer_face)}"
    rows = _signers(layout)
    labels = [face for row in rows[:1] for face in _faces(row.part(0, len(SIGNER)))]
    people = [row.part(len(SIGNER) + 1 if n == 0 else 0, row.cells) for n, row in enumerate(rows)]
    shown = [*labels[:1], *dict.fromkeys(face for row in people for face in _faces(row))]
    return names(_("“签发人”与姓名的字体"), [("、".join(shown), _around(rows))] if rows else [], wanted)


def signer_right(layout: Layout) -> Outcome:
    required, rows = layout.required, _signers(layout)
    gap = [(required.right - max(row.right for row in rows), _around(rows))] if rows else []
    return figures(_("签发人右空"), gap, required.format.letterhead.edge * required.cell)


def signer_row(layout: Layout) -> Outcome:
    """发文字号 stands on the row of the last signer, where it has room beside the name."""
    it, rows = head(layout), _signers(layout)
    number = it.number if it and rows and it.number and it.number.right < rows[-1].left else None
    found = [(number.baseline - rows[-1].baseline, number.box(1))] if number else []
    return figures(_("发文字号与最后一行签发人的基线之差"), found, 0.0)


def signer_column(layout: Layout) -> Outcome:
    """Names of further rows begin under the first name."""
    rows = _signers(layout)
    edges = rows[0].edges if rows else ()
    start = edges[len(SIGNER) + 1][0] if len(edges) > len(SIGNER) + 1 else None
    lefts = [(row.left - start, row.box(1)) for row in rows[1:]] if start is not None else []
    return figures(_("签发人各行首个姓名的左边之差"), lefts, 0.0)


def rule_present(layout: Layout) -> Outcome:
    what, it = _("红色分隔线"), head(layout)
    if it is None or it.form != ORDINARY or not it.mark:
        return absent(what, _("有"))
    return things(what, _("有"), [Seen(_("有") if it.rules else _("无"), bool(it.rules), _area(it))])


def rule_red(layout: Layout) -> Outcome:
    seen = [Seen(rule.colour, rule.red, rule.box(1)) for rule in _rules(layout)]
    return things(_("版头分隔线颜色"), _("红色"), seen)


def rule_length(layout: Layout) -> Outcome:
    lengths = [(rule.length, rule.box(1)) for rule in _rules(layout)]
    return figures(_("红色分隔线长"), lengths, layout.required.width)


def rule_left(layout: Layout) -> Outcome:
    lefts = [(rule.start, rule.box(1)) for rule in _rules(layout)]
    return figures(_("红色分隔线左端"), lefts, layout.required.left)


def rule_gap(layout: Layout) -> Outcome:
    """From the ink of 发文字号, or what else stands under the mark, down to the first rule."""
    it = head(layout)
    gaps = []
    for rule in _rules(layout)[:1]:
        above = [line for line in it.page.lines if line.baseline < rule.level] if it else []
        above = above if it and above and above[-1] not in it.mark else []
        gaps = [(rule.level - above[-1].bottom, rule.box(1))] if above else []
    return figures(_("红色分隔线距发文字号"), gaps, layout.required.format.letterhead.gap)


def title_below(layout: Layout) -> Outcome:
    """Blank lines between the red rule and the title."""
    it = head(layout)
    rules = [rule for rule in _rules(layout) if it and it.title and rule.level < it.title.top]
    title = it.title if it else None
    # A line that follows a rule directly begins less than half a line below it.
    blank = [((title.top - rule.level) / layout.row, title.box(1)) for rule in rules[-1:] if title]
    what = _("红色分隔线与标题之间的空行")
    return figures(what, blank, layout.required.format.letterhead.blank_after, ROWS, _("行"))


def _mark(layout: Layout) -> tuple[Line, ...]:
    it = head(layout)
    return it.mark if it else ()


def _stamps(layout: Layout) -> list[Line]:
    it = head(layout)
    return it.stamps if it else []


def _signers(layout: Layout) -> tuple[Line, ...]:
    it = head(layout)
    return it.signers if it else ()


def _rules(layout: Layout) -> tuple[Rule, ...]:
    it = head(layout)
    return it.rules if it and it.form != LETTER else ()


def _faces(line: Line) -> Iterator[str]:
    """The faces of a line's ideographs: digits may be set in a Latin one."""
    return (run.face for run in line.runs if any(map(is_ideograph, run.text)))


def _level(line: Line) -> float:
    return line.baseline


def _middle(lines: Sequence[Line]) -> float:
    return (min(line.left for line in lines) + max(line.right for line in lines)) / 2


def _around(lines: Sequence[Line]) -> Box:
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    return Box(1, left, min(line.top for line in lines), right, max(line.bottom for line in lines))


def _area(it: Head) -> Box:
    """Where the 版头 stands, as far as there is something of it."""
    lines = [*it.mark, *([it.number] if it.number else [])]
    return _around(lines) if lines else it.rules[0].box(1)


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
    Check("head.number.form", "PAG-421", "7.2.5", number_form),
    Check("head.number.type", "PAG-422", "7.2.5", number_type),
    Check("head.number.place", "PAG-423", "7.2.5", number_place),
    Check("head.number.below", "PAG-424", "7.2.5", number_below),
    Check("head.signer.form", "PAG-431", "7.2.6", signer_form),
    Check("head.signer.face", "PAG-432", "7.2.6", signer_face),
    Check("head.signer.right", "PAG-433", "7.2.6", signer_right),
    Check("head.signer.row", "PAG-434", "7.2.6", signer_row),
    Check("head.signer.column", "PAG-435", "7.2.6", signer_column),
    Check("head.rule.present", "PAG-441", "7.2.7", rule_present),
    Check("head.rule.red", "PAG-442", "7.2.7", rule_red),
    Check("head.rule.length", "PAG-443", "7.2.7", rule_length),
    Check("head.rule.left", "PAG-444", "7.2.7", rule_left),
    Check("head.rule.gap", "PAG-445", "7.2.7", rule_gap),
    Check("head.title.below", "PAG-451", "7.3.1", title_below),
)
