"""Headings out of the common: without a number, longer than a heading should be."""

from __future__ import annotations

import io
import zipfile

import pytest

from docgen import formats, word
from docgen.document import Attachment, Column, Heading, Paper, Paragraph, Table
from docgen.numbering import number

PAPER = Paper(("标题",), (Heading(1, ("总则",)), Heading(1, ("附则",), numbered=False)))


def text_of(paper):
    data = word.write(number(paper)[0], formats.load("gbt9704"))
    return zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()


def test_a_heading_without_a_number_says_its_indent_itself():
    xml = text_of(PAPER)
    before = xml[: xml.index("附则")]
    properties = before[before.rindex("<w:pPr>") :]

    assert '<w:numId w:val="0"/></w:numPr><w:ind w:firstLineChars="200" w:firstLine="640"/>' in properties


@pytest.mark.rendered
def test_both_headings_begin_at_the_same_place(render):
    lines = [
        line
        for page in render(word.write(number(PAPER)[0], formats.load("gbt9704"))).pages
        for line in page.lines
        if line.text.endswith(("总则", "附则"))
    ]

    assert len(lines) == 2
    assert lines[0].left == pytest.approx(lines[1].left, abs=0.5)


WIDE = Table((Column("事项"), Column("时间")), (("事项", "时间"), ("家访", "十月")), landscape=True)
LOOSE = '<w:keepNext w:val="0"/>'


def test_a_long_heading_is_held_on_the_page_of_what_follows():
    assert LOOSE not in text_of(Paper(("标题",), (Heading(3, ("字" * 120,)), Paragraph(("下文",)))))


@pytest.mark.parametrize(("words", "free"), [("字" * 10, 0), ("字" * 60, 2), ("字" * 400, 4)])
def test_headings_in_a_row_are_held_as_far_as_they_leave_most_of_the_page_filled(words, free):
    assert text_of(Paper(("标题",), (Heading(3, (words,)),) * 4)).count(LOOSE) == free


def test_headings_go_along_with_the_table_that_turns_the_page():
    blocks = (Paragraph(("上文",)), Heading(1, ("总则",)), Heading(2, ("要求",)), WIDE)
    xml = text_of(Paper(("标题",), blocks))

    assert xml.index("上文") > xml.rindex("<w:p>", 0, xml.index("<w:sectPr>")), "in its last paragraph"
    assert xml.index("<w:sectPr>") < xml.index("总则") < xml.index("要求") < xml.index("家访")


def test_a_heading_between_two_turned_tables_stays_on_their_pages():
    xml = text_of(Paper(("标题",), (Paragraph(("上文",)), WIDE, Heading(1, ("总则",)), WIDE)))

    assert xml.count("<w:sectPr>") == 2


def test_the_title_of_an_attachment_is_turned_with_the_heading_and_table_below_it():
    attachment = Attachment("任务分解表", (Heading(1, ("总则",)), WIDE))
    xml = text_of(Paper(("标题",), (Paragraph(("上文",)),), attachments=(attachment,)))

    assert xml.index("<w:sectPr>") < xml.rindex("任务分解表") < xml.index("总则")
