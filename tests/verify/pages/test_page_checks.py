"""Each check on made-up pages: it holds where all is right and fails where one thing is wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.verify.pages import area, numbers, text
from docgen.verify.pages.layout import lay_out
from docgen.verify.report import Result, find

CHECKS = area.CHECKS + text.CHECKS + numbers.CHECKS
ELSEWHERE = {"number.centre", "number.right", "number.blank"}
EVERY = [check.id for check in CHECKS if check.id not in ELSEWHERE]


def test_every_check_finds_its_subject_on_the_right_paper_and_holds(laid_out):
    findings = find(CHECKS, laid_out(), EVERY)
    assert {finding.check for finding in findings if finding.result is not Result.OK} == ELSEWHERE


def test_a_check_is_named_once_and_so_is_its_problem():
    assert len({check.id for check in CHECKS}) == len(CHECKS) == len({check.problem for check in CHECKS})


WRONG = [
    ("paper.short", {"width": 215.9}, "215.9 mm"),
    ("paper.long", {"height": 279.4}, "279.4 mm"),
    ("area.top", {"top": 35.0}, "35 mm"),
    ("area.left", {"left": 30.0}, "30 mm"),
    ("area.width", {"cell": 5.5}, "154 mm"),
    ("area.bottom", {"top": 34.0}, "258.68 mm"),
    ("area.inside", {"left": 26.0}, "行"),
    ("grid.lines", {"lines": 21, "pitch": 29.5}, "21 行"),
    ("grid.characters", {"characters": 27, "cell": 5.75}, "27 字"),
    ("grid.pitch", {"pitch": 28.0}, "28 pt"),
    ("type.body", {"face": "宋体"}, "宋体 16 pt"),
    ("type.body", {"size": 15.0}, "仿宋 15 pt"),
    ("type.fallback", {"face": "wenquanyimicrohei", "known": False}, "wenquanyimicrohei"),
    ("title.face", {"title_face": "黑体"}, "黑体"),
    ("title.size", {"title_size": 18.0}, "18 pt"),
    ("title.centre", {"title_shift": 6.0}, "112 mm"),
    ("heading.1", {"layers": ("仿宋", "楷体", "仿宋", "仿宋")}, "仿宋"),
    ("heading.2", {"layers": ("黑体", "黑体", "仿宋", "仿宋")}, "黑体"),
    ("heading.3", {"layers": ("黑体", "楷体", "黑体", "仿宋")}, "黑体"),
    ("heading.4", {"layers": ("黑体", "楷体", "仿宋", "楷体")}, "楷体"),
    ("indent.first", {"indent": 1.0}, "5.57 mm"),
    ("indent.first", {"indent": 0.0}, "0 mm"),
    ("number.sequence", {"numbers": (1, 2, 1, 4)}, "1、2、1、4"),
    ("number.size", {"number_size": 12.0}, "12 pt"),
    ("number.face", {"number_face": "西文"}, "西文"),
    ("number.odd", {"number_edge": 0.0}, "0 mm"),
    ("number.even", {"number_edge": 20.0}, "20 mm"),
    ("number.below", {"number_drop": 12.0}, "12 mm"),
    ("number.landscape", {"number_drop": 3.0}, "3 mm"),
    ("number.landscape", {"turned": False}, "-35 mm"),
]


@pytest.mark.parametrize(("check", "changed", "measured"), WRONG)
def test_a_wrong_page_is_seen_and_its_measure_told(laid_out, check, changed, measured):
    found = {finding.check: finding for finding in find(CHECKS, laid_out(**changed))}
    assert (found[check].result, measured in found[check].measured) == (Result.FAIL, True), found[check]
    assert found[check].pages


def test_every_check_has_a_wrong_page_here():
    tested = {check for check, _changed, _measured in WRONG}
    assert tested == set(EVERY) - {"number.present"}


def test_a_page_without_a_number_is_named(laid_out):
    layout = laid_out()
    bare = replace(layout.pages[1], number=None)
    without = replace(layout, pages=(layout.pages[0], bare, *layout.pages[2:]))
    found = {finding.check: finding for finding in find(CHECKS, without)}
    assert (found["number.present"].measured, found["number.present"].pages) == ("3/4 页", (2,))
    assert found["number.sequence"].result is Result.OK


def test_deviations_within_a_millimetre_hold(laid_out):
    findings = find(CHECKS, laid_out(top=37.9, left=28.9))
    assert not [finding for finding in findings if finding.result is Result.FAIL]


def test_a_centred_number_is_measured_where_the_format_centres_it(laid_out):
    layout = laid_out()
    centred = replace(layout, required=replace(layout.required, number_side="居中"))
    found = {finding.check: finding.result for finding in find(CHECKS, centred)}
    assert (found["number.centre"], found["number.odd"]) == (Result.FAIL, Result.ABSENT)


def test_a_check_without_a_subject_does_not_apply_unless_it_is_required(laid_out):
    layout = laid_out()
    short = replace(layout, pages=layout.pages[:1])
    assert find(CHECKS, short)[7].result is Result.ABSENT
    assert find(CHECKS, short, ["grid.lines"])[7].result is Result.FAIL


def test_a_paper_without_text_has_no_subject_but_its_paper_and_numbers(laid_out):
    layout = laid_out()
    blank = lay_out([replace(page, lines=()) for page in layout.pages], layout.required)
    subjects = {f.check.split(".")[0] for f in find(CHECKS, blank) if f.result is not Result.ABSENT}
    assert subjects == {"paper", "number"}
