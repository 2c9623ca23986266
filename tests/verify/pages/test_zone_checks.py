"""Each check of 版头, 主体 and 版记 on a made-up 公文: it holds where all is right, and tells faults."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.verify.pages import attached, closing, colophon, letterhead, main, numbered
from docgen.verify.pages.checks import CHECKS
from docgen.verify.report import Result, find

ZONES = (
    *letterhead.CHECKS,
    *numbered.CHECKS,
    *main.CHECKS,
    *closing.CHECKS,
    *attached.CHECKS,
    *colophon.CHECKS,
)
SIGNED = {"signers": ("张某某", "李某某")}
UNSEALED = {"sealed": False}
STAMPED = {"stamp": (4.0, 2.0, 0.0)}
PAIR = {"joint": 0.0, "mark_size": 32.0}
# What a right paper may have, one at a time, and the checks that only it can show.
RIGHT = [
    ({}, {"seal.over", "foot.page", "attachment.same", "head.stamps.rows"}),
    (
        SIGNED,
        {
            "head.signer.form",
            "head.signer.face",
            "head.signer.right",
            "head.signer.row",
            "head.signer.column",
        },
    ),
    (UNSEALED, {"sign.right", "sign.shift", "sign.above"}),
    (STAMPED, {"stamp.right", "stamp.post", "stamp.middle"}),
    (PAIR, {"head.mark.file"}),
    ({"mark": "", "rules": 0, "copy": "", "secrecy": "", "urgency": ""}, {"head.number.form"}),
    ({"copy": ""}, {"head.stamps.rows"}),
    ({"copy": "", "secrecy": "", "stamp_rows": (1, 1, 1)}, {"head.stamps.rows"}),
    ({"addressees": ""}, {"main.begins"}),
    ({"secrecy": "秘密"}, {"head.secrecy.form"}),
    ({"secrecy": "绝密★长期"}, {"head.secrecy.form"}),
]


@pytest.mark.parametrize(("look", "shown"), RIGHT)
def test_nothing_is_said_of_a_right_paper(official, look, shown):
    findings = find(CHECKS, official(**look))
    assert [(f.check, f.measured) for f in findings if f.result not in (Result.OK, Result.ABSENT)] == []
    assert shown <= {finding.check for finding in findings if finding.result is Result.OK}


WRONG = [
    ("head.mark.present", {"mark": ""}, "无"),
    ("head.mark.face", {"mark_face": "黑体"}, "黑体"),
    ("head.mark.red", {"mark_colour": "000000"}, "000000"),
    ("head.mark.centre", {"mark_shift": 3.0}, "109 mm"),
    ("head.mark.top", {"mark_top": 62.0}, "25 mm"),
    ("head.mark.top", {"mark_top": 73.2}, "36.2 mm"),
    ("head.mark.file", PAIR | {"joint": 4.0}, "4 mm"),
    ("head.copy.form", {"copy": "00001"}, "00001"),
    ("head.secrecy.form", {"secrecy": "机密一年"}, "机密一年"),
    ("head.stamps.face", {"stamp_face": "仿宋"}, "仿宋"),
    ("head.stamps.size", {"stamp_size": 14.0}, "14 pt"),
    ("head.stamps.left", {"stamp_left": 33.6}, "33.6 mm"),
    ("head.stamps.rows", {"stamp_rows": (1, 3, 4)}, "第3.0行"),
    ("head.stamps.rows", {"stamp_rows": (2, 1, 3)}, "000001在第2.0行"),
    ("head.number.form", {"number": "某教发〔2026〕03号"}, "03号"),
    ("head.number.form", {"number": "某教发[2026]3号"}, "[2026]"),
    ("head.number.form", {"number": "某教发〔26〕3号"}, "〔26〕"),
    ("head.number.form", {"number": "某教发〔2026〕第3号"}, "第3号"),
    ("head.number.type", {"number_face": "黑体"}, "黑体 16 pt"),
    ("head.number.place", {"number_shift": 5.0}, "111 mm"),
    ("head.number.place", SIGNED | {"number_left": 2.0}, "11.14 mm"),
    ("head.number.below", {"number_blank": 1.0}, "1 行"),
    ("head.number.below", SIGNED | {"number_blank": 3.0}, "3 行"),
    ("head.signer.form", SIGNED | {"signer_label": "签发人:"}, "签发人:"),
    ("head.signer.face", SIGNED | {"signer_face": "仿宋"}, "仿宋、仿宋"),
    ("head.signer.right", SIGNED | {"signer_right": 0.0}, "0 mm"),
    ("head.signer.row", SIGNED | {"number_lower": 10.2}, "10.2 mm"),
    ("head.signer.column", SIGNED | {"signer_column": -3.0}, "-3 mm"),
    ("head.rule.present", {"rules": 0}, "无"),
    ("head.rule.red", {"rule_colour": "000000"}, "000000"),
    ("head.rule.length", {"rule_length": 150.0}, "150 mm"),
    ("head.rule.left", {"rule_left": 30.0}, "30 mm"),
    ("head.rule.gap", {"rule_gap": 6.0}, "6 mm"),
    ("head.title.below", {"title_blank": 1.0}, "行"),
    ("head.title.below", {"title_blank": 3.0}, "行"),
    ("main.begins", {"body": False}, "无"),
    ("main.black", {"body_colour": "0000FF"}, "0000FF"),
    ("main.heading", {"heading_last": True}, "一、总体要求"),
    ("main.tables", {"table": (20, 100, 190, 150)}, "20.0～190.0"),
    ("main.tables", {"table": (28, 100, 184, 270)}, "270.0"),
    ("main.excuse", {"excuse": "（此页无正文）"}, "此页无正文"),
    ("addressees.left", {"addressees_left": 2.0}, "39.14 mm"),
    ("addressees.above", {"addressees_blank": 0.0}, "行"),
    ("addressees.above", {"addressees_blank": 2.0}, "行"),
    ("addressees.colon", {"addressees": "各县区教育局:"}, ":"),
    ("addressees.colon", {"addressees": "各县区教育局"}, "局"),
    ("sign.date", {"date": "2026年09月01日"}, "2026年09月01日"),
    ("sign.date", {"date": "二〇二六年九月一日"}, "二〇二六年九月一日"),
    ("sign.date.right", {"date_right": 2.0}, "11.14 mm"),
    ("sign.name", {"name_shift": 6.0}, "6 mm"),
    ("sign.right", UNSEALED | {"unsealed_right": 0.0}, "0 mm"),
    ("sign.shift", UNSEALED | {"date_shift": 0.0}, "0 mm"),
    ("sign.above", UNSEALED | {"sign_blank": 3.0}, "3 行"),
    ("sign.alone", {"alone": True}, "无"),
    ("seal.over", {"seals": ((60.0, -40.0),)}, "署名上没有印章"),
    ("seal.over", {"seals": ((0.0, 12.0),)}, "成文日期在印章中心之上"),
    ("seal.middle", {"seals": ((8.0, 0.0),)}, "8 mm"),
    ("seal.top", {"seals": ((0.0, -12.0),)}, "mm"),
    ("seal.apart", {"seals": ((0.0, 0.0), (-40.0, 0.0))}, "相交或相切"),
    ("seal.apart", {"seals": ((30.0, 0.0),)}, "超出版心"),
    ("stamp.right", {"stamp": (2.0, 2.0, 0.0)}, "11.14 mm"),
    ("stamp.post", {"stamp": (4.0, 0.5, 0.0)}, "2.79 mm"),
    ("stamp.middle", {"stamp": (4.0, 2.0, 4.0)}, "-4 mm"),
    ("annotation.left", {"annotation_left": 0.0}, "0 mm"),
    ("annotation.above", {"annotation_blank": 1.0}, "1 行"),
    ("note.left", {"note_left": 0.0}, "0 mm"),
    ("note.above", {"note_blank": 0.0}, "0 行"),
    ("note.numbers", {"note_second": 4.0}, "4 mm"),
    ("note.hanging", {"note_hang": 5.6}, "5.6 mm"),
    ("note.ends", {"note_end": "；"}, "有"),
    ("note.sequence", {"note_numbers": ("1", "3")}, "1、3"),
    ("attachment.row", {"attachment_row": 2.0}, "2 行"),
    ("attachment.left", {"attachment_left": 39.1}, "11.1 mm"),
    ("attachment.face", {"attachment_face": "仿宋"}, "仿宋"),
    ("attachment.form", {"attachment": "附件1："}, "附件1："),
    ("attachment.form", {"attachment": "附件一"}, "附件一"),
    ("attachment.title.row", {"attachment_title_row": 2.0}, "2"),
    ("attachment.title.centre", {"attachment_title_shift": 7.0}, "7 mm"),
    ("attachment.same", {"attachment_title": "作业公开表"}, "1"),
    ("attachment.same", {"attachment": "附件3"}, "3"),
    ("foot.page", {"foot_page": 2, "alone": True}, "第2页"),
    ("foot.rule.length", {"foot_length": 150.0}, "150 mm"),
    ("foot.rule.left", {"foot_left": 31.0}, "31 mm"),
    ("foot.rule.outer", {"foot_rules": (0.7, 0.25, 0.35)}, "0.7 mm"),
    ("foot.rule.outer", {"foot_rules": (0.35, 0.25, 0.25)}, "0.25"),
    ("foot.rule.inner", {"foot_rules": (0.35, 0.35, 0.35)}, "0.35 mm"),
    ("foot.rule.between", {"foot_rules": (0.35, 0.35)}, "某某上方无"),
    ("foot.bottom", {"foot_bottom": 240.0}, "240 mm"),
    ("foot.size", {"foot_size": 12.0}, "12 pt"),
    ("foot.face", {"foot_face": "宋体"}, "宋体"),
    ("foot.left", {"foot_edge": 0.0}, "0 mm"),
    ("foot.right", {"foot_right": 0.0}, "0 mm"),
    ("foot.inside", {"foot_over": 12}, "mm"),
    ("foot.hanging", {"foot_hang": -14.8}, "-14.8 mm"),
    ("foot.ends", {"foot_end": ""}, "局"),
    ("foot.date", {"foot_date": "2026年09月3日印发"}, "2026年09月3日印发"),
    ("foot.printing", {"foot_last": "共印50份"}, "其后还有文字"),
]


@pytest.mark.parametrize(("check", "look", "measured"), WRONG)
def test_a_fault_is_seen_measured_and_placed(official, check, look, measured):
    found = {finding.check: finding for finding in find(CHECKS, official(**look))}[check]
    assert found.result in (Result.FAIL, Result.WARN), found
    assert measured in found.measured, found
    assert found.pages
    assert found.hint
    assert {box.page for box in found.boxes} == set(found.pages)


def test_every_check_has_a_fault_here():
    elsewhere = {"foot.even", "foot.letter", "foot.rule.present"}
    assert {check for check, _look, _measured in WRONG} == {check.id for check in ZONES} - elsewhere


def test_a_colophon_without_its_last_rule_is_told(official):
    layout = official()
    last = layout.pages[-1]
    cut = replace(layout, pages=(*layout.pages[:-1], replace(last, rules=last.rules[:2])))
    found = {finding.check: finding for finding in find(colophon.CHECKS, cut)}
    assert (found["foot.rule.present"].result, found["foot.rule.present"].measured) == (Result.FAIL, "缺末条")


@pytest.mark.clause("RC-09")
def test_a_colophon_stands_on_an_even_page_where_the_format_wants_it(official):
    layout = official(foot_page=3)
    given = layout.required.format
    even = given._replace(colophon=given.colophon._replace(even=True))
    wanted = replace(layout, required=replace(layout.required, format=even))
    found = {finding.check: finding for finding in find(colophon.CHECKS, wanted)}
    assert (found["foot.even"].result, found["foot.even"].measured) == (Result.FAIL, "第3页")


def test_a_figure_of_the_format_is_what_is_asked_for(official):
    layout = official(mark_top=62.0)
    given = layout.required.format
    house = given._replace(letterhead=given.letterhead._replace(top=25.0))
    required = replace(layout.required, format=house)
    found = {
        finding.check: finding for finding in find(letterhead.CHECKS, replace(layout, required=required))
    }
    assert found["head.mark.top"].result is Result.OK


@pytest.mark.clause("PN-05")
def test_a_blank_page_and_the_colophon_behind_it_have_no_number(official):
    layout = official()
    bare = replace(layout.pages[3], lines=layout.pages[3].lines[-3:], number=None)
    blank = replace(layout.pages[2], lines=(), tables=(), number=None)
    found = {f.check: f for f in find(CHECKS, replace(layout, pages=(*layout.pages[:2], blank, bare)))}
    assert found["number.present"].result is Result.OK
    assert found["number.blank"].result is Result.OK
    told = replace(layout, pages=(*layout.pages[:2], blank, replace(bare, number=layout.pages[3].number)))
    found = {f.check: f for f in find(CHECKS, told)}
    assert (found["number.blank"].result, found["number.blank"].pages) == (Result.FAIL, (4,))


@pytest.mark.clause("PN-06")
def test_a_colophon_alone_on_its_page_is_numbered_where_no_blank_page_is_before_it(official):
    layout = official()
    bare = replace(layout.pages[3], lines=layout.pages[3].lines[-3:], number=None)
    found = {f.check: f for f in find(CHECKS, replace(layout, pages=(*layout.pages[:3], bare)))}
    assert (found["number.present"].result, found["number.present"].pages) == (Result.FAIL, (4,))
