"""The red rule of the 版头: a border under 发文字号 (clause 7.2.7)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.formats import TWIPS_PER_MM
from docgen.i18n import _
from docgen.ooxml.values import number
from docgen.verify.file import roles as role
from docgen.verify.file.head import INK_BELOW, ORDER, is_letter, line_of, marks_of, survey
from docgen.verify.file.looks import spot
from docgen.verify.file.outcomes import advice, mm, pt, told
from docgen.verify.file.paper import File, Paragraph
from docgen.verify.measure import Outcome

GAP_NEAR = 0.5  # mm: an exact line places its ink within this in every engine
EIGHTHS, POINT = 8, 20
OVERHANG = 30  # twips


def rule(file: File) -> Iterator[Outcome]:
    """The red rule: a border under 发文字号."""
    ruled = _ruled(file)
    for paragraph in ruled:
        yield from _border(file, paragraph)


def _ruled(file: File) -> list[Paragraph]:
    return [
        one
        for one in file.paragraphs
        if "pBdr/bottom@val" in one.look
        and file.role(one) in (role.DOCUMENT_NUMBER, role.LETTERHEAD, role.BLANK)
    ][:1]


def missing(file: File) -> Iterator[Outcome]:
    """A mark with a 发文字号 under it has a rule (7.2.7)."""
    marked = marks_of(file)
    numbered = file.having(role.DOCUMENT_NUMBER)
    if not marked or not numbered or not file.own or is_letter(file):
        return
    if "".join(one.text for one in marked).endswith(ORDER):
        return
    there = bool(_ruled(file))
    yield told(
        _("版头的红色分隔线"),
        _("有"),
        _("有") if there else _("没有"),
        there,
        (spot(numbered[-1], role.DOCUMENT_NUMBER),),
        hint=_("发文字号段落加红色下框线"),
    )


def _border(file: File, paragraph: Paragraph) -> Iterator[Outcome]:
    look = file.format.letterhead
    place = (spot(paragraph, role.DOCUMENT_NUMBER),)
    border = {name: paragraph.look.get(f"pBdr/bottom@{name}", "") for name in ("val", "sz", "space", "color")}
    hint = _("“边框和底纹”的下框线设为{points:g}磅单线、颜色{color}").format(
        points=look.rule, color=look.color
    )
    kind = border["val"]
    yield told(_("红色分隔线的线型"), _("单线"), kind, kind == "single", place, hint=hint)
    colour = border["color"].upper()
    right = colour == look.color or (not file.own and bool(role.RED.match(colour)))
    yield told(_("红色分隔线的颜色"), look.color, colour or _("无"), right, place, hint=hint)
    if file.own:
        thick, found = round(look.rule * EIGHTHS), number(border["sz"])
        yield told(
            _("红色分隔线的粗"),
            pt(look.rule * 20),
            pt(found * 20 / EIGHTHS),
            thick == found,
            place,
            hint=hint,
        )
    for name in ("left", "right") if file.own else ():
        found = paragraph.twips(name)
        right = 0 <= found <= OVERHANG
        yield told(
            _("红色分隔线与版心等宽"), mm(0), mm(found), right, place, hint=_("发文字号段落左右不缩进")
        )
    if not paragraph.text.strip():
        # Without a number the rule is measured from the mark, on the page.
        return
    gap = _gap(paragraph, number(border["space"]), number(border["sz"]))
    near = GAP_NEAR if file.own else 1.0
    hint = _("“边框和底纹—选项”里调整下边距，使分隔线距发文字号{mm:g}毫米").format(mm=look.gap)
    yield told(
        _("红色分隔线距发文字号"),
        mm(look.gap * TWIPS_PER_MM),
        mm(gap * TWIPS_PER_MM),
        abs(gap - look.gap) <= near,
        place,
        hint=hint,
        weight=advice(file),
    )


def _gap(paragraph: Paragraph, space: int, eighths: int) -> float:
    """From the ink of the line to the middle of the rule, in mm."""
    below = 0.18 * line_of(paragraph) / POINT - INK_BELOW * paragraph.size
    return (below + space + eighths / EIGHTHS / 2) * 25.4 / 72


def unmarked(file: File) -> Iterator[Outcome]:
    """Above a 发文字号 there is a mark, or the room of one that is printed on the sheet (7.2.4)."""
    numbered = file.having(role.DOCUMENT_NUMBER) if file.own else []
    if numbered:
        there = bool(file.having(role.MARK))
        yield told(
            _("发文机关标志"),
            _("有"),
            _("有") if there else _("没有"),
            there,
            (spot(numbered[0], role.DOCUMENT_NUMBER),),
            hint=_("发文字号上面排发文机关标志，样式为OrganMark"),
        )


SURVEYS = (
    survey("rule", "SET-636", "7.2.7", rule),
    survey("rule.there", "SET-637", "7.2.7", missing),
    survey("mark", "SET-643", "7.2.4", unmarked),
)
