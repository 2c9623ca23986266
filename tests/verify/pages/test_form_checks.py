"""Checks of 信函, 命令 and 纪要, and how a form is told from the page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.formats import load
from docgen.verify.pages.checks import CHECKS
from docgen.verify.pages.head import LETTER, MINUTES, ORDER, ORDINARY, head
from docgen.verify.pages.layout import lay_out
from docgen.verify.pages.page import MM_PER_PT, Line, Page, Rule, Run
from docgen.verify.pages.required import required_by
from docgen.verify.report import Result, find

CELL, ROW, BODY = 156 / 28, 28.95 * MM_PER_PT, 16 * MM_PER_PT
HAN = "各年级组要把作业管理落到实处严格控制书面作业总量做到全批全改及时讲评面向全体学生"


def text(words, baseline, left, size=16.0, face="仿宋", colour="000000"):
    cell = CELL if size == 16 else size * MM_PER_PT
    edges = tuple((left + cell * n, left + cell * (n + 1)) for n in range(len(words)))
    return Line(
        words, baseline, left, edges[-1][1], edges[-1][1], (Run(words, face, size, colour=colour),), edges
    )


def middle(words, top, size, **look):
    cell = CELL if size == 16 else size * MM_PER_PT
    return text(words, top + 0.88 * size * MM_PER_PT, 106 - len(words) * cell / 2, size, **look)


def under(line, blank):
    """The top of a line so many blank lines below another."""
    return line.bottom + (blank + 1) * ROW - BODY


def paragraphs(top, count=4):
    lines = []
    for n in range(count):
        baseline = top + 0.88 * BODY + 2 * n * ROW
        lines += [text(HAN[:26], baseline, 28 + 2 * CELL), text(HAN[:20], baseline + ROW, 28)]
    return lines


def paper_of(*pages):
    return lay_out(pages, required_by(load()))


def letter(**changed):
    """A 信函 of one page; lengths in mm, `space` in pt."""
    look = {
        "top": 30.0,
        "gap": 4.0,
        "length": 170.0,
        "shift": 0.0,
        "foot": 20.0,
        "space": 14.0,
        "blank": 2.0,
    } | changed
    mark = middle("某某市教育局", look["top"], 48.0, face="小标宋", colour="FF0000")
    level, foot = mark.bottom + look["gap"], 297 - look["foot"]
    start = 105.5 - look["length"] / 2 + look["shift"]
    colour, thick, thin = look.get("colour", "FF0000"), look.get("thick", 0.8), look.get("thin", 0.26)
    strokes = [(level, thick), (level + 1, thin), (foot - 0.5, thin), (foot + 0.5, thick)]
    rules = tuple(Rule(y, start, start + look["length"], wide, colour) for y, wide in strokes)[
        : look.get("strokes", 4)
    ]
    element = level + 1 + look["space"] * MM_PER_PT + 0.88 * BODY
    number = "某教函〔2026〕5号"
    left = look.get("number", 184 - len(number) * CELL)
    lines = [mark, text("秘密★1年", element, 28, face="黑体"), text(number, element, left)]
    title = middle("关于商请支持的函", under(lines[1], look["blank"]), 22.0, face="小标宋")
    lines = [mark, joined(*lines[1:]), title, *paragraphs(under(title, 1))]
    if "last" in changed:
        lines.append(text(HAN[:5], look["last"], 28 + 2 * CELL))
    return paper_of(Page(1, 210, 297, tuple(lines), look.get("page"), rules))


def joined(one, other):
    runs, edges = one.runs + other.runs, one.edges + other.edges
    return Line(one.text + other.text, one.baseline, one.left, other.right, other.right, runs, edges)


def order(blank=2.0, top=57.0, number="第3号", before=2.0):
    mark = middle("某某市人民政府令", top, 52.0, face="小标宋", colour="FF0000")
    line = middle(number, under(mark, before), 16.0)
    return paper_of(Page(1, 210, 297, (mark, line, *paragraphs(under(line, blank)))))


def minutes(left=2.0, face="黑体", blank=1.0, hang=0.0, top=72.0):
    mark = middle("校长办公会议纪要", top, 48.0, face="小标宋", colour="FF0000")
    title = middle("关于开学工作的会议纪要", under(mark, 2), 22.0, face="小标宋")
    body = paragraphs(under(title, 1))
    first = under(body[-1], blank) + 0.88 * BODY
    start = 28 + left * CELL
    label = text("出席：", first, start, face=face)
    names = text("张某某李某某王某某赵某某钱某某周某某吴某某郑某", first, label.right)
    rest = text("孙某某周某某", first + ROW, label.right + hang)
    return paper_of(Page(1, 210, 297, (mark, title, *body, joined(label, names), rest)))


LETTERS = [
    ("letter.rules.double", {"strokes": 3}, "1 条"),
    ("letter.rules.length", {"length": 156.0}, "156 mm"),
    ("letter.rules.centre", {"shift": 5.0}, "110.5 mm"),
    ("letter.rules.order", {"thick": 0.26, "thin": 0.8}, "上细下粗、上粗下细"),
    ("letter.rules.order", {"thick": 0.26}, "同粗"),
    ("letter.rules.gap", {"gap": 8.0}, "8 mm"),
    ("letter.rules.foot", {"foot": 26.0}, "26 mm"),
    ("letter.elements", {"space": 2.0}, "0.71 mm"),
    ("letter.title", {"blank": 0.0}, "行"),
    ("letter.last", {"last": 275.0}, "0.8"),
    ("head.mark.top", {"top": 35.0}, "35 mm"),
    ("head.number.place", {"number": 100.0}, "mm"),
]


@pytest.mark.parametrize(("check", "look", "measured"), LETTERS)
def test_a_fault_of_a_letter_is_seen(check, look, measured):
    found = {finding.check: finding for finding in find(CHECKS, letter(**look))}[check]
    assert (found.result, measured in found.measured) == (Result.FAIL, True), found
    assert found.hint


def test_a_right_letter_is_not_spoken_of():
    findings = find(CHECKS, letter())
    assert [(f.check, f.measured) for f in findings if f.result in (Result.FAIL, Result.WARN)] == []
    shown = {finding.check for finding in findings if finding.result is Result.OK}
    assert {check for check, _look, _measured in LETTERS} | {"letter.number"} <= shown


@pytest.mark.parametrize(
    ("paper", "check"),
    [
        (order(blank=0.0), "order.body"),
        (order(top=72.0), "head.mark.top"),
        (order(number="第03号"), "head.number.form"),
        (order(before=0.0), "head.number.below"),
        (minutes(left=0.0), "minutes.left"),
        (minutes(face="仿宋"), "minutes.face"),
        (minutes(blank=0.0), "minutes.above"),
        (minutes(hang=-16.7), "minutes.hanging"),
        (minutes(top=57.0), "head.mark.top"),
    ],
)
def test_a_fault_of_an_order_or_of_minutes_is_seen(paper, check):
    found = {finding.check: finding for finding in find(CHECKS, paper)}[check]
    assert found.result is Result.FAIL, found
    assert found.hint


@pytest.mark.parametrize("paper", [order(), order(number="第十二号"), minutes()])
def test_right_orders_and_minutes_are_not_spoken_of(paper):
    unnumbered = {"number.present"}  # the made-up pages carry no number
    findings = find(CHECKS, paper)
    faults = [(f.check, f.measured) for f in findings if f.result in (Result.FAIL, Result.WARN)]
    assert [fault for fault in faults if fault[0] not in unnumbered] == []


@pytest.mark.parametrize(("paper", "form"), [(letter(), LETTER), (order(), ORDER), (minutes(), MINUTES)])
def test_a_form_is_told_from_the_page(paper, form):
    assert head(paper).form == form


def test_an_ordinary_paper_is_known_by_its_mark(official):
    assert head(official()).form == ORDINARY
    assert head(official(mark_top=40.0)).form == ORDINARY


def test_a_preprinted_letter_is_known_by_its_number():
    page = letter().pages[0]
    bare = replace(page, lines=page.lines[1:], rules=())
    assert head(paper_of(bare)).form == LETTER


def test_a_paper_without_a_letterhead_has_none(laid_out):
    assert head(laid_out()) is None


def test_an_order_of_several_organs_is_known_where_its_last_word_stands_beside_their_names():
    style = {"face": "小标宋", "colour": "FF0000"}
    above, below = (
        text(words, level, 40, 32.0, **style) for words, level in (("某某局", 65), ("某某委", 80))
    )
    beside = text("令", 72.5, 150, 32.0, **style)
    number = middle("第3号", 100, 16.0)
    page = Page(1, 210, 297, (above, beside, below, number, *paragraphs(under(number, 2))))
    assert head(paper_of(page)).form == ORDER


def corner(pitch):
    """What is said of an order whose corner has rows of `pitch` lines of the text."""
    rows = [
        text(words, 37 + (n + 0.8) * pitch * ROW, 28, face="黑体")
        for n, words in enumerate(("000001", "机密★1年", "特急"))
    ]
    page = order().pages[0]
    paper = paper_of(replace(page, lines=(*rows, *page.lines)))
    return {finding.check: finding for finding in find(CHECKS, paper)}["head.stamps.rows"]


@pytest.mark.parametrize(("pitch", "result"), [(20 / 3 / ROW, Result.OK), (1.0, Result.FAIL)])
def test_the_corner_of_an_order_has_the_room_above_its_mark(pitch, result):
    assert corner(pitch).result is result
