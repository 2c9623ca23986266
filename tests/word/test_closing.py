"""附件说明, the order of the closing parts, 附注 (GB/T 9704 7.3.4, 7.3.6)."""

from __future__ import annotations

import re

import pytest

from docgen.document import Attachment, Paper, Signature
from docgen.formats import load
from docgen.word.closing import attachment_note, closing
from docgen.word.pictures import Album
from docgen.word.runs import BLANK, LOOSE, Pen

WIDE, DIGIT = 315, 155  # twips: 16 pt and 8 pt, condensed by 0.25 pt
ORGAN, DATE = "某某市实验中学", "2026年9月1日"


def width(text):
    return sum(DIGIT if char.isascii() else WIDE for char in text)


def closed(paper):
    return list(closing(paper, load(), Pen(), Album()))


def texts(paragraphs):
    return ["".join(re.findall(r">([^<]+)</w:t>", xml)) for xml in paragraphs if xml != BLANK]


def indents(xml):
    return tuple(int(re.search(rf'w:{side}="(\d+)"', xml).group(1)) for side in ("left", "hanging"))


@pytest.mark.clause("BD-17", "BD-15")
def test_one_attachment_has_no_number_and_its_name_goes_on_under_its_first_character():
    blank, xml = attachment_note(["任务分解表"], load(), Pen())

    assert blank == BLANK
    assert "附件：任务分解表<" in xml
    assert indents(xml) == (640 + width("附件："), width("附件："))


def test_several_attachments_are_counted_and_their_numbers_stand_under_each_other():
    _blank, first, second = attachment_note(["任务分解表", "活动安排"], load(), Pen())

    assert "附件：1.任务分解表<" in first
    assert ">2.活动安排<" in second
    starts = [left - hanging for left, hanging in map(indents, (first, second))]
    assert starts == [640, 640 + width("附件：")]
    assert indents(first)[0] == indents(second)[0]


def test_numbers_of_one_and_two_digits_begin_at_one_place():
    _blank, *lines = attachment_note([f"名称{number}" for number in range(40)], load(), Pen())

    starts = {left - hanging for left, hanging in map(indents, lines[1:])}
    assert starts == {640 + width("附件：")}
    assert ">40.名称39<" in lines[-1]
    assert indents(lines[-1]) == (640 + width("附件：40."), width("40."))


def test_a_long_list_of_attachments_may_be_parted_but_its_end_stays_with_the_signature():
    _blank, *lines = attachment_note([f"名称{number}" for number in range(12)], load(), Pen())

    assert [LOOSE in line for line in lines] == [False] + [True] * 9 + [False] * 2


def test_a_paper_that_is_carried_is_not_announced():
    attachments = (Attachment("工作计划", marked=False), Attachment("任务分解表"))

    assert texts(closed(Paper(("题目",), attachments=attachments))) == ["附件：任务分解表"]
    assert closed(Paper(("题目",), attachments=attachments[:1])) == []


@pytest.mark.parametrize(
    "typed, printed",
    [
        ("此件公开发布", ["（此件公开发布）"]),
        ("（联系人：某某）", ["（联系人：某某）"]),
        ("此件公开发布\n联系人：某某", ["（此件公开发布", "联系人：某某）"]),
        ("（此件公开发布）\n联系人：某某", ["（此件公开发布）", "（联系人：某某）"]),
        ("（联系人：某某，\n电话：0000000）", ["（联系人：某某，", "电话：0000000）"]),
    ],
)
def test_an_annotation_stands_in_brackets(typed, printed):
    assert texts(closed(Paper(("题目",), annotation=typed))) == printed


def test_note_signature_and_annotation_follow_in_this_order():
    paper = Paper(
        ("题目",), attachments=(Attachment("清单"),), signature=Signature((ORGAN,), DATE), annotation="公开"
    )

    assert texts(closed(paper)) == ["附件：清单", ORGAN, DATE, "（公开）"]


def test_each_part_stays_on_the_page_of_the_next():
    paper = Paper(
        ("题目",),
        attachments=(Attachment("清单"),),
        signature=Signature((ORGAN,), DATE),
        annotation="甲\n乙",
    )

    _blank, note, _another, _organ, date, first, last = closed(paper)

    assert all("<w:keepNext/>" in xml for xml in (note, date, first))
    assert "<w:keepNext/>" not in last
