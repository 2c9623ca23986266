"""Checks of the 版记 (clause 7.4; without rules and printing organ in a letter, 10.1)."""

from __future__ import annotations

import re
from itertools import pairwise

from docgen.faces import role
from docgen.i18n import _
from docgen.verify.measure import Check, Outcome
from docgen.verify.pages.foot import Foot, foot
from docgen.verify.pages.found import Figures, Seen, absent, figures, names, things
from docgen.verify.pages.head import LETTER, head
from docgen.verify.pages.layout import COLOPHON, SAME_SIZE, Layout
from docgen.verify.pages.page import MM_PER_PT, Line, Rule, is_common

THICKNESS = 0.05  # mm


PRINTED_WELL = re.compile(r"(?<!\d)(19|20)\d{2}年(1[0-2]|[1-9])月(3[01]|[12]\d|[1-9])日印发$")


def last_page(layout: Layout) -> Outcome:
    it, last = foot(layout), len(layout.pages)
    seen = [Seen(_("第{page}页").format(page=it.page.index), it.page.index == last, it.area)] if it else []
    return things(_("版记所在页"), _("末页"), seen)


def even_page(layout: Layout) -> Outcome:
    """Where the page format asks for it."""
    it = foot(layout) if layout.required.format.colophon.even else None
    seen = [Seen(_("第{page}页").format(page=it.page.index), it.page.index % 2 == 0, it.area)] if it else []
    return things(_("版记所在页"), _("双页"), seen)


def ruled(layout: Layout) -> Outcome:
    """A rule above the first element and below the last one."""
    it, what, required = _ordinary(layout), _("版记的首条和末条分隔线"), _("有")
    if it is None:
        return absent(what, required)
    above = any(rule.level < it.lines[0].baseline for rule in it.rules) if it.lines else bool(it.rules)
    below = any(rule.level > it.lines[-1].baseline for rule in it.rules) if it.lines else bool(it.rules)
    shown = _("有") if above and below else _("缺首条") if below else _("缺末条") if above else _("无")
    return things(what, required, [Seen(shown, above and below, it.area)])


def rule_length(layout: Layout) -> Outcome:
    lengths = [(rule.length, rule.box(it.page.index)) for it, rule in _rules(layout)]
    return figures(_("版记分隔线长"), lengths, layout.required.width)


def rule_left(layout: Layout) -> Outcome:
    lefts = [(rule.start, rule.box(it.page.index)) for it, rule in _rules(layout)]
    return figures(_("版记分隔线左端"), lefts, layout.required.left)


def rule_outer(layout: Layout) -> Outcome:
    rules = _rules(layout)
    ends = [*rules[:1], *rules[1:][-1:]]
    found = [(rule.thickness, rule.box(it.page.index)) for it, rule in ends]
    return figures(_("版记首条、末条分隔线粗"), found, layout.required.format.colophon.outer, THICKNESS)


def rule_inner(layout: Layout) -> Outcome:
    found = [(rule.thickness, rule.box(it.page.index)) for it, rule in _rules(layout)[1:-1]]
    return figures(_("版记中间分隔线粗"), found, layout.required.format.colophon.inner, THICKNESS)


def bottom(layout: Layout) -> Outcome:
    """The last rule lies on the lower edge of the text area."""
    found = [(rule.level, rule.box(it.page.index)) for it, rule in _rules(layout)[-1:]]
    return figures(_("版记末条分隔线距上页边"), found, layout.required.bottom)


def between(layout: Layout) -> Outcome:
    """A rule between 抄送 and the printing organ, none between 主送 and 抄送."""
    it = _ordinary(layout)
    seen = [_parting(it, upper, lower) for upper, lower in pairwise(_blocks(it))] if it and it.rules else []
    return things(_("版记各要素之间的分隔线"), _("主送与抄送之间无，与印发机关之间有"), seen)


def size(layout: Layout) -> Outcome:
    found = [(line.size, it.box(line)) for it, line in _lines(layout)]
    return figures(_("版记字号"), found, layout.required.format.colophon.size, SAME_SIZE, "pt")


def face(layout: Layout) -> Outcome:
    found = [
        (run.face, it.box(line)) for it, line in _lines(layout) for run in line.runs if _is_chinese(run.text)
    ]
    return names(_("版记字体"), found, role(layout.required.format.colophon.face))


def left(layout: Layout) -> Outcome:
    """Of 抄送 and its like, and of the printing organ."""
    firsts = [(it, line) for it, line in _lines(layout) if line is it.printing or COLOPHON.match(line.ink)]
    found = [(line.left - layout.required.left, it.box(line)) for it, line in firsts]
    return figures(_("版记左空"), found, _edge(layout))


def right(layout: Layout) -> Outcome:
    """Of the printing date."""
    printing = [(it, line) for it, line in _lines(layout) if line is it.printing]
    found = [(layout.required.right - line.right, it.box(line)) for it, line in printing]
    return figures(_("印发日期右空"), found, _edge(layout))


def inside(layout: Layout) -> Outcome:
    """No line of 抄送 reaches further right than it may; a mark may hang."""
    most = layout.required.right - _edge(layout) + 1
    it = foot(layout)
    lines = [line for lines in it.lists for line in lines] if it else []
    seen = [
        Seen(_("{right:.2f} mm").format(right=line.closing), line.closing <= most, it.box(line))
        for line in lines
        if it
    ]
    wrong = [one for one in seen if not one.right] or seen[:1]
    required = _("不超过{right:.2f} mm").format(right=most)
    return things(_("抄送机关右端"), required, wrong)


def hanging(layout: Layout) -> Outcome:
    """Further lines begin under the first name."""
    it = foot(layout)
    found: Figures = [
        (line.left - lines[0].edges[3][0], it.box(line))
        for lines in (it.lists if it else [])
        for line in lines[1:]
        if it and len(lines[0].edges) > 3
    ]
    return figures(_("抄送机关回行与首个名称的左边之差"), found, 0.0)


def ends(layout: Layout) -> Outcome:
    it = foot(layout)
    lasts = [lines[-1] for lines in it.lists] if it else []
    seen = [Seen(line.ink[-1], line.ink[-1] == "。", it.box(line)) for line in lasts if it]
    return things(_("抄送机关末尾"), "。", seen)


def date(layout: Layout) -> Outcome:
    printing = [(it, line) for it, line in _lines(layout) if line is it.printing]
    seen = [
        Seen(line.pieces()[-1].text, bool(PRINTED_WELL.search(line.ink)), it.box(line))
        for it, line in printing
    ]
    return things(_("印发日期"), _("如“2026年9月1日印发”"), seen)


def printing_last(layout: Layout) -> Outcome:
    """The printing organ and date stand last."""
    printing = [(it, line) for it, line in _lines(layout) if line is it.printing]
    seen = [
        Seen(_("最后一行") if line is it.lines[-1] else _("其后还有文字"), line is it.lines[-1], it.box(line))
        for it, line in printing
    ]
    return things(_("印发机关和印发日期"), _("最后一行"), seen)


def of_letter(layout: Layout) -> Outcome:
    it, here = head(layout), foot(layout)
    what, required = _("信函版记的分隔线和印发机关"), _("无")
    if it is None or it.form != LETTER or here is None:
        return absent(what, required)
    has = bool(here.rules) or here.printing is not None
    return things(what, required, [Seen(_("有") if has else _("无"), not has, here.area)])


def _ordinary(layout: Layout) -> Foot | None:
    """The 版记 of a paper that is not a letter."""
    it = head(layout)
    return None if it and it.form == LETTER else foot(layout)


def _rules(layout: Layout) -> list[tuple[Foot, Rule]]:
    it = _ordinary(layout)
    return [(it, rule) for rule in it.rules] if it else []


def _lines(layout: Layout) -> list[tuple[Foot, Line]]:
    it = foot(layout)
    return [(it, line) for line in it.lines] if it else []


def _blocks(it: Foot) -> list[tuple[Line, Line]]:
    """First and last line of each element."""
    blocks = [(lines[0], lines[-1]) for lines in it.lists]
    return [*blocks, (it.printing, it.printing)] if it.printing else blocks


def _parting(it: Foot, upper: tuple[Line, Line], lower: tuple[Line, Line]) -> Seen:
    has = any(upper[1].baseline < rule.level < lower[0].baseline for rule in it.rules)
    wanted = lower[0] is it.printing
    shown = _("有") if has else _("无")
    text = _("{name}上方{shown}").format(name=lower[0].ink[:2], shown=shown)
    return Seen(text, has == wanted, it.box(lower[0]))


def _edge(layout: Layout) -> float:
    given = layout.required.format.colophon
    return given.edge * given.size * MM_PER_PT


def _is_chinese(text: str) -> bool:
    return any(map(is_common, text))


CHECKS = (
    Check("foot.page", "PAG-601", "7.4.1", last_page),
    Check("foot.even", "PAG-602", "7.4.1", even_page),
    Check("foot.rule.present", "PAG-603", "7.4.1", ruled),
    Check("foot.rule.length", "PAG-604", "7.4.1", rule_length),
    Check("foot.rule.left", "PAG-605", "7.4.1", rule_left),
    Check("foot.rule.outer", "PAG-606", "7.4.1", rule_outer),
    Check("foot.rule.inner", "PAG-607", "7.4.1", rule_inner),
    Check("foot.rule.between", "PAG-608", "7.4.2", between),
    Check("foot.bottom", "PAG-609", "7.4.1", bottom),
    Check("foot.size", "PAG-611", "7.4.2", size),
    Check("foot.face", "PAG-612", "7.4.2", face),
    Check("foot.left", "PAG-613", "7.4.2", left),
    Check("foot.right", "PAG-614", "7.4.3", right),
    Check("foot.inside", "PAG-615", "7.4.2", inside),
    Check("foot.hanging", "PAG-616", "7.4.2", hanging),
    Check("foot.ends", "PAG-617", "7.4.2", ends),
    Check("foot.date", "PAG-618", "7.4.3", date),
    Check("foot.printing", "PAG-619", "7.4.3", printing_last),
    Check("foot.letter", "PAG-621", "10.1", of_letter),
)
