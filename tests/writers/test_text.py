"""Plain text: what a secretary pastes into a form."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.document import Cell, Column, Item, Paper, Paragraph, Signature, Strong, Table
from docgen.numbering import NumberedPaper, number
from docgen.writers import text

WHOLE = """\
临江市实验中学
2026年工作计划

（教学部分）
（征求意见稿）
各处室、各年级组：
　　为做好新学年工作，制定本计划。
　　一、工作目标
　　力争巩固率达到99.5%［注1］。
招生计划
年级\t班数\t人数
七\t6\t280
合计\t\t280
　　二、重点工作
　　（一）抓实教学常规。每学期检查两轮。
　　1.落实本计划一。
　　2.公开结果。
　　教学工作领导小组
　　组长：李明（校长）
　　成员：教务处、各年级组长
　　办公室设在教务处。
　　［图］校园平面图

　　附件：1.检查表
　　　　　2.分工表

　　　　　　　　　　　　　　　　　　　临江市实验中学
　　　　　　　　　　　　　　　　　　　　2026年9月1日

　　（联系人：王老师）

附件1

检查表

　　一、检查内容
　　备课与作业。

附件2

分工表


［注1］以学籍数据为准。
"""

OFFICIAL = """\
000001
秘密★1年
特急
临江市教育局　临江市财政局文件
临教发〔2026〕3号　签发人：李某某　王某某

关于印发工作计划的通知

各学校：
　　现印发给你们。

　　附件：1.回执
　　　　　2.名单

　　出席：市长李某某、局长王某某
　　请假：丁

　　　　　　　　　　　　　　　　　　　　市长　李某某
　　　　　　　　　　　　　　　　　　　　局长　王某某
　　　　　　　　　　　　　　　　　　　　2026年9月1日

　　（此件公开）

临江市教育局工作计划
（试行）
（2026年8月20日通过）

　　一、工作目标

临教发〔2026〕3号附件1

回执

　　单位：

附件2

名单

　　甲、乙。

主送：各县、各区。
抄送：市委办公室、市政府办公室，市财政局。
市教育局办公室　2026年9月2日印发
"""


def written(paper: Paper) -> str:
    result, _problems = number(paper)
    return text.write(result)


def test_a_paper_is_written_whole_in_the_order_of_its_pages(full_paper: NumberedPaper) -> None:
    expected = WHOLE.replace("一。\n", f"{full_paper.references['目标']}。\n", 1)

    assert text.write(full_paper) == expected


def test_an_official_paper_is_written_with_all_that_stands_around_its_text(
    official_paper: NumberedPaper,
) -> None:
    assert text.write(official_paper) == OFFICIAL


def test_a_mark_stands_for_the_title(minutes: NumberedPaper) -> None:
    assert text.write(minutes) == "临江市教育局纪要\n第3期\n\n　　会议议定三件事。\n"


def test_a_single_attachment_has_no_ordinal(full_paper: NumberedPaper) -> None:
    paper = full_paper.paper
    lines = written(Paper(paper.title, (), attachments=paper.attachments[:1])).splitlines()

    assert "　　附件：检查表" in lines
    assert "附件" in lines


@pytest.mark.parametrize(
    ("addressees", "line"),
    [
        (("各科室",), "各科室："),
        (("各科室：",), "各科室："),
        (("甲校", "乙校"), "甲校、乙校："),
        (("甲、乙校", "丙校"), "甲、乙校，丙校："),
    ],
)
def test_addressees_end_in_one_colon(addressees: tuple[str, ...], line: str) -> None:
    assert line in written(Paper(("通知",), addressees=addressees)).splitlines()


@pytest.mark.parametrize("typed", ["此件公开", "（此件公开）"])
def test_an_annotation_stands_in_brackets_once(typed: str) -> None:
    assert "　　（此件公开）" in written(Paper(("通知",), annotation=typed)).splitlines()


def test_a_merged_cell_leaves_the_places_it_covers_empty() -> None:
    rows = (("甲", "乙", "丙"), (Cell(("合",), down=2), Cell(("并",), across=2)), ("三", "四"))
    table = Table((Column(), Column(), Column()), rows)

    lines = written(Paper(("表",), (table,))).splitlines()

    assert lines[-3:] == ["甲\t乙\t丙", "合\t并\t", "\t三\t四"]


def test_a_tab_or_line_end_in_a_cell_parts_nothing() -> None:
    table = Table((Column(),), (("甲\t乙\n丙",),))

    assert written(Paper(("表",), (table,))).splitlines()[-1] == "甲 乙 丙"


def test_a_signature_longer_than_the_line_stands_at_its_beginning() -> None:
    organ = "临江市教育局" * 6

    assert organ in written(Paper(("通知",), signature=Signature((organ,), "2026年9月1日"))).splitlines()


typed_text = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Co", "Zl", "Zp")), min_size=1, max_size=30
)


@given(first=typed_text, second=typed_text, bold=typed_text)
def test_no_character_of_the_plan_is_lost(first: str, second: str, bold: str) -> None:
    paper = Paper(("题",), (Paragraph((first, Strong(bold))), Item(3, (second,))))

    body = re.sub(r"\s", "", written(paper))

    assert body == re.sub(r"\s", "", f"题{first}{bold}1.{second}")
