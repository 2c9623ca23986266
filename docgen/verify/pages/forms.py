"""Checks of the specific forms: 信函, 命令（令） and 纪要 (clause 10)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docgen.faces import role
from docgen.i18n import _
from docgen.verify.measure import Check, Outcome
from docgen.verify.pages.found import ROWS, Seen, absent, figures, names, things
from docgen.verify.pages.head import LETTER, MINUTES, ORDER, Head, head
from docgen.verify.pages.layout import Layout, Spot
from docgen.verify.pages.neighbours import blank_above, box, hanging
from docgen.verify.pages.page import MM_PER_PT, Rule

SAME_THICKNESS = 0.05  # mm
MIDDLE = 148.5  # mm: half of the page
ATTENDANCE = re.compile(r"^(出席|请假|列席)(人员)?[：:]")


def double(layout: Layout) -> Outcome:
    """Two double rules, one under the mark, one at the foot of the page."""
    it = _letter(layout)
    what, required = _("信函的红色双线"), _("标志下一条、页脚一条，均为双线")
    if it is None or not (it.rules or it.mark):
        return absent(what, required)
    shown = _("{count} 条").format(count=sum(len(pair) == 2 for pair in it.pairs))
    right = len(it.pairs) == 2 and all(len(pair) == 2 for pair in it.pairs)
    box = (it.rules[0] if it.rules else it.mark[0]).box(1)
    return things(what, required, [Seen(shown, right, box)])


def double_red(layout: Layout) -> Outcome:
    seen = [Seen(rule.colour, rule.red, rule.box(1)) for rule in _strokes(layout)]
    return things(_("信函双线颜色"), _("红色"), seen)


def double_length(layout: Layout) -> Outcome:
    lengths = [(rule.length, rule.box(1)) for rule in _strokes(layout)]
    return figures(_("信函双线长"), lengths, layout.required.format.letter.length)


def double_centre(layout: Layout) -> Outcome:
    """On the text area or on the page, which are not one millimetre apart from each other."""
    centres = [(rule.centre, rule.box(1)) for rule in _strokes(layout)]
    between = (layout.required.middle + layout.required.paper[0] / 2) / 2
    return figures(_("信函双线中线"), centres, between, 1.5)


def double_order(layout: Layout) -> Outcome:
    """The upper one thick over thin, the lower one thin over thick."""
    seen = [_order(*pair) for pair in _pairs(layout) if len(pair) == 2]
    return things(_("信函双线的粗细"), _("上线上粗下细，下线上细下粗"), seen)


def _order(upper: Rule, lower: Rule) -> Seen:
    falling = upper.thickness > lower.thickness + SAME_THICKNESS
    rising = lower.thickness > upper.thickness + SAME_THICKNESS
    shown = _("上粗下细") if falling else _("上细下粗") if rising else _("同粗")
    return Seen(shown, falling if upper.level < MIDDLE else rising, upper.box(1))


def double_gap(layout: Layout) -> Outcome:
    """From the mark down to the first double rule."""
    it = _letter(layout)
    upper = [pair for pair in _pairs(layout) if pair[0].level < MIDDLE]
    gaps = [(pair[0].level - it.mark[-1].bottom, pair[0].box(1)) for pair in upper[:1] if it and it.mark]
    return figures(_("第一条双线距发文机关标志"), gaps, layout.required.format.letter.gap)


def double_foot(layout: Layout) -> Outcome:
    """From the second double rule to the edge of the page."""
    it = _letter(layout)
    lower = [pair for pair in _pairs(layout) if pair[0].level > MIDDLE]
    feet = [(it.page.height - _level(pair), pair[-1].box(1)) for pair in lower if it]
    return figures(_("第二条双线距下页边"), feet, layout.required.format.letter.foot)


def elements(layout: Layout) -> Outcome:
    """What stands under the first double rule is 7/8 of a character below it."""
    it = _letter(layout)
    upper = [pair[-1] for pair in _pairs(layout) if pair[0].level < MIDDLE][:1]
    lines = [*it.stamps[:1], *([it.number] if it.number else [])] if it else []
    gaps = [(line.top - rule.level, line.box(1)) for rule in upper for line in lines]
    return figures(_("第一条双线距其下要素"), gaps, layout.required.format.letter.space * MM_PER_PT)


def letter_title(layout: Layout) -> Outcome:
    """Blank lines between the title and the last of what stands above it."""
    it = _letter(layout)
    above = [line.bottom for line in (*it.stamps, it.number) if line] if it else []
    title = it.title if it and above else None
    blank = [(layout.blank_lines(max(above), title.top), title.box(1))] if title else []
    count = layout.required.format.letter.blank_after
    return figures(_("信函标题上方的空行"), blank, count, ROWS, _("行"))


def letter_last(layout: Layout) -> Outcome:
    """The text keeps 7/8 of a character from the second double rule."""
    it = _letter(layout)
    lower = [pair[0] for pair in _pairs(layout) if pair[0].level > MIDDLE][:1]
    space = layout.required.format.letter.space * MM_PER_PT
    seen = []
    for rule in lower:
        above = [line for line in it.page.lines if line.baseline < rule.level] if it else []
        gap = rule.level - above[-1].bottom if above else space
        shown = _("{gap:.2f} mm").format(gap=gap)
        seen = [Seen(shown, gap > space - 1, line.box(1)) for line in above[-1:]]
    return things(_("首页文字与第二条双线的距离"), _("不小于{gap:.2f} mm").format(gap=space), seen)


def letter_number(layout: Layout) -> Outcome:
    """The first page of a letter has no page number."""
    it = _letter(layout)
    number = it.page.number if it else None
    box = number.line.box(1) if number else None
    seen = (
        [Seen(_("有"), False, box) if box else Seen(_("无"), True, it.mark[0].box(1))]
        if it and it.mark
        else []
    )
    return things(_("信函首页的页码"), _("无"), seen)


def order_body(layout: Layout) -> Outcome:
    """Blank lines between 令号 and the text."""
    it = head(layout)
    number = it.number if it and it.form == ORDER else None
    after = [line for line in it.page.lines if line.baseline > number.baseline] if it and number else []
    blank = [(layout.blank_lines(number.bottom, line.top), line.box(1)) for line in after[:1] if number]
    count = layout.required.format.order.blank_after_number
    return figures(_("令号与正文之间的空行"), blank, count, ROWS, _("行"))


def attendance_left(layout: Layout) -> Outcome:
    lefts = [(spot.line.left - layout.left, box(spot)) for spot in _present(layout)]
    indent = layout.required.format.minutes.indent * layout.required.cell
    return figures(_("出席、请假、列席的左空"), lefts, indent)


def attendance_face(layout: Layout) -> Outcome:
    faces = [(spot.line.runs[0].face, box(spot)) for spot in _present(layout)]
    return names(_("“出席”等标签的字体"), faces, role(layout.required.format.minutes.label_face))


def attendance_above(layout: Layout) -> Outcome:
    """Blank lines between the text and the first of those present."""
    blank = [figure for spot in _present(layout)[:1] for figure in blank_above(layout, spot)]
    count = layout.required.format.minutes.blank_before
    return figures(_("出席人员名单上方的空行"), blank, count, ROWS, _("行"))


def attendance_hanging(layout: Layout) -> Outcome:
    """Further lines begin under the first name."""
    found = [figure for spot in _present(layout) for figure in hanging(layout, spot, ATTENDANCE)]
    return figures(_("出席人员名单回行与首个姓名的左边之差"), found, 0.0)


def _present(layout: Layout) -> list[Spot]:
    """Where those present at a meeting begin to be named."""
    it = head(layout)
    if it is None or it.form != MINUTES:
        return []
    return [spot for spot in layout.body() if ATTENDANCE.match(spot.line.ink)]


def _letter(layout: Layout) -> Head | None:
    it = head(layout)
    return it if it and it.form == LETTER else None


def _strokes(layout: Layout) -> Sequence[Rule]:
    it = _letter(layout)
    return it.rules if it else ()


def _pairs(layout: Layout) -> list[list[Rule]]:
    it = _letter(layout)
    return it.pairs if it else []


def _level(pair: Sequence[Rule]) -> float:
    """The middle of a double rule."""
    return (pair[0].level + pair[-1].level) / 2


CHECKS = (
    Check("letter.rules.double", "PAG-461", "10.1", double),
    Check("letter.rules.red", "PAG-462", "10.1", double_red),
    Check("letter.rules.length", "PAG-463", "10.1", double_length),
    Check("letter.rules.centre", "PAG-464", "10.1", double_centre),
    Check("letter.rules.order", "PAG-465", "10.1", double_order),
    Check("letter.rules.gap", "PAG-466", "10.1", double_gap),
    Check("letter.rules.foot", "PAG-467", "10.1", double_foot),
    Check("letter.elements", "PAG-468", "10.1", elements),
    Check("letter.title", "PAG-469", "10.1", letter_title),
    Check("letter.last", "PAG-470", "10.1", letter_last),
    Check("letter.number", "PAG-471", "10.1", letter_number),
    Check("order.body", "PAG-481", "10.2", order_body),
    Check("minutes.left", "PAG-491", "10.3", attendance_left),
    Check("minutes.face", "PAG-492", "10.3", attendance_face),
    Check("minutes.above", "PAG-493", "10.3", attendance_above),
    Check("minutes.hanging", "PAG-494", "10.3", attendance_hanging),
)
