"""Checks of what stands under the mark: 发文字号, 签发人, red rule, title (clauses 7.2.5 to 7.3.1)."""

from __future__ import annotations

import re

from docgen.faces import role
from docgen.i18n import _
from docgen.verify.measure import Check, Outcome
from docgen.verify.pages.found import ROWS, Seen, absent, figures, names, things
from docgen.verify.pages.head import LETTER, MINUTES, ORDER, ORDINARY, SIGNER, head
from docgen.verify.pages.layout import Layout
from docgen.verify.pages.letterhead import area_of, around, faces_of, mark_of
from docgen.verify.pages.page import Line, Rule

EACH_FORM = {
    ORDINARY: re.compile(r"^[\u4e00-\u9fff]{1,20}〔(19|20)\d{2}〕[1-9]\d*号$"),
    ORDER: re.compile(r"^第([1-9]\d*|[一二三四五六七八九十百零〇]+)号$"),
}


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
    faces = [(f"{face} {line.size:g} pt", line.box(1)) for face in faces_of(line)] if line else []
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
    mark_foot = max((line.bottom for line in mark_of(layout)), default=0.0)
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
    labels = [face for row in rows[:1] for face in faces_of(row.part(0, len(SIGNER)))]
    people = [row.part(len(SIGNER) + 1 if n == 0 else 0, row.cells) for n, row in enumerate(rows)]
    shown = [*labels[:1], *dict.fromkeys(face for row in people for face in faces_of(row))]
    return names(_("“签发人”与姓名的字体"), [("、".join(shown), around(rows))] if rows else [], wanted)


def signer_right(layout: Layout) -> Outcome:
    required, rows = layout.required, _signers(layout)
    gap = [(required.right - max(row.right for row in rows), around(rows))] if rows else []
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
    return things(what, _("有"), [Seen(_("有") if it.rules else _("无"), bool(it.rules), area_of(it))])


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


def _signers(layout: Layout) -> tuple[Line, ...]:
    it = head(layout)
    return it.signers if it else ()


def _rules(layout: Layout) -> tuple[Rule, ...]:
    it = head(layout)
    return it.rules if it and it.form != LETTER else ()


def _level(line: Line) -> float:
    return line.baseline


CHECKS = (
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
