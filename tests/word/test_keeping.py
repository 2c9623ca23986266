"""What is held on the page of what follows."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest

import docgen
from docgen import formats
from docgen.document import Column, Heading, Item, Paragraph, Table
from docgen.word.keeping import held, is_short, upright_last
from docgen.word.runs import paragraph
from docgen.word.tables_layout import lay_out
from docgen.word.tables_setting import setting

SETTING = setting(formats.load())
ROW = '<w:tr><w:tc><w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr></w:p></w:tc></w:tr>'


def test_a_paragraph_is_held_once():
    xml = held(paragraph("BodyText"))

    assert xml.count("<w:keepNext/>") == 1
    assert held(xml) == xml


def test_the_last_two_rows_of_a_table_are_held():
    rows = held(f"<w:tbl>{ROW * 4}</w:tbl>").split("<w:tr>")

    assert ["keepNext" in row for row in rows] == [False, False, False, True, True]


@pytest.mark.parametrize(
    "last, short",
    [
        (Paragraph(("字" * 112,)), True),
        (Paragraph(("字" * 113,)), False),
        (Item(3, ("字" * 200,)), False),
        (Heading(2, ("字" * 20,), ("字" * 93,)), False),
        (Heading(2, ("字" * 20,), ("字" * 92,)), True),
        (Table((), ()), True),
    ],
)
def test_a_last_paragraph_of_four_lines_is_moved_to_the_signature_as_a_whole(last, short):
    assert is_short((Paragraph(("字" * 900,)), last)) is short


def test_a_paper_without_text_has_nothing_to_move():
    assert is_short(())


def test_the_only_paragraph_is_not_moved_off_the_first_page():
    text = Paragraph(("字" * 100,))
    assert not is_short((text,))
    assert not is_short((Heading(1, ("甲",)), text))
    assert is_short((text, text))


def test_a_table_before_the_signature_stands_upright_if_it_can():
    table = Table((Column("甲"),) * 8, (("甲乙丙丁",) * 8,) * 2, 1)
    wide = Table((Column("甲"),) * 14, (("甲乙丙丁",) * 14,) * 2, 1)
    text = Paragraph(("字",))
    own = replace(table, landscape=True)

    assert lay_out(table, SETTING)[0].landscape
    assert upright_last((text, table), SETTING) == (text, replace(table, landscape=False))
    assert upright_last((table, text), SETTING) == (table, text)
    assert upright_last((text, wide), SETTING) == (text, wide)
    assert upright_last((text, own), SETTING) == (text, own)


def test_a_table_at_the_end_turns_no_page_between_the_text_and_the_signature():
    table = {"列": ["甲"] * 8, "行": [["甲乙丙丁"] * 8]}
    plan = {"模板": "通用", "标题": "甲", "章节": [{"标题": "乙", "表格": table}]}
    signed = {**plan, "落款": {"署名": "云溪县青禾小学", "日期": "2026-09-01"}}

    assert "landscape" in xml_of(plan)
    assert "landscape" not in xml_of(signed)


def xml_of(plan):
    with zipfile.ZipFile(io.BytesIO(docgen.render(plan).to_bytes())) as package:
        return package.read("word/document.xml").decode()
