from __future__ import annotations

import io
import re
import zipfile

import pytest

from docgen.document import (
    Attachment,
    Colophon,
    Column,
    Footnote,
    Heading,
    Paper,
    Paragraph,
    Signature,
    Table,
)
from docgen.formats import load
from docgen.numbering import number
from docgen.word import write
from docgen.word.colophon_page import ANCHOR, TURN

FORMAT = load()
COLOPHON = Colophon(copies=("市委办公室",))
LINE = "各备课组要认真研究课程标准，做好单元整体设计。"
TEXT = Paragraph((LINE,))
NOTE = Paragraph((LINE, Footnote("见课程方案。")))
PAGE = (TEXT,) * 30
WIDE = Table((Column("事项"), Column("时间")), (("事项", "时间"), ("家访", "十月")), landscape=True)


def text(new_pages=0, blocks=(TEXT,), colophon=COLOPHON, **more):
    numbered, problems = number(Paper(("通知",), blocks, colophon=colophon, **more))
    assert problems == []
    with zipfile.ZipFile(io.BytesIO(write(numbered, FORMAT, new_pages))) as package:
        return package.read("word/document.xml").decode()


def sections(xml):
    return xml.count("<w:sectPr>")


def test_it_stands_on_the_page_of_the_text_where_nothing_is_said():
    assert sections(text()) == 1
    assert TURN not in text()


def test_it_begins_a_page_with_its_number():
    found = text(1)

    assert sections(found) == 2
    assert TURN not in found
    assert found.rpartition("<w:sectPr>")[2].count("NumberOdd") == 1


def test_behind_a_blank_page_neither_carries_a_number():
    found = text(2)

    assert sections(found) == 2
    assert found.count(TURN) == 1
    assert "Number" not in found.rpartition("<w:sectPr>")[2]
    assert "NumberOdd" in found.partition("<w:sectPr>")[2].partition("</w:sectPr>")[0]


def test_no_page_is_begun_for_a_colophon_that_says_nothing():
    assert sections(text(2, colophon=Colophon())) == 1


@pytest.mark.parametrize(
    ("blocks", "count"),
    [
        ((NOTE,), 2),
        ((NOTE, *PAGE), 1),
        ((NOTE, TEXT), 2),
        ((Heading(1, ("目标", Footnote("见方案。"))), TEXT), 2),
        ((Table((Column("事项"),), (("事项",), ("家访",))),), 1),
    ],
)
def test_it_is_not_set_over_the_notes_at_the_foot_of_the_last_page(blocks, count):
    assert sections(text(blocks=blocks)) == count


def test_notes_of_the_text_are_far_from_a_colophon_behind_attachments():
    assert sections(text(blocks=(NOTE,), attachments=(Attachment("一览表", (TEXT,)),))) == 1
    assert sections(text(attachments=(Attachment("一览表", (NOTE,)),))) == 2


def test_behind_a_turned_page_it_has_an_upright_one():
    found = text(attachments=(Attachment("一览表", (WIDE,)),))

    assert 'w:orient="landscape"' not in found.rpartition("<w:sectPr>")[2]
    assert f"{ANCHOR}<w:tbl><w:tblPr><w:tblpPr" in found


def test_a_table_at_the_end_of_the_text_is_not_joined_with_it():
    table = Table((Column("事项"),), (("事项",), ("家访",)))

    assert "</w:tbl><w:tbl>" not in text(blocks=(table,))


@pytest.mark.parametrize(("below", "gap"), [((), 579), ((TEXT,), None)])
def test_a_table_has_as_much_below_it_as_the_colophon_is_high(below, gap):
    table = Table((Column("事项"),), (("事项",), ("家访",)))
    lines = re.findall(
        r'<w:p><w:pPr><w:spacing w:line="(\d+)" w:lineRule="exact"/></w:pPr></w:p>',
        text(blocks=(table, *below)),
    )

    assert [int(line) for line in lines if line != "20"] == ([gap] if gap else [])


def test_it_leaves_room_for_a_seal_that_reaches_below_the_date():
    signature = Signature(("某某市实验中学",), "2026年9月1日", sealed=True)
    overhang = '<w:spacing w:line="265" w:lineRule="exact"/>'

    assert overhang in text(signature=signature)
    assert overhang not in text(signature=signature, annotation="此件公开发布")
    assert overhang not in text(signature=Signature(signature.organs, signature.date))
