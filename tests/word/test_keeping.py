"""What is held on the page of what follows."""

from __future__ import annotations

import pytest

from docgen.document import Heading, Item, Paragraph, Table
from docgen.word.keeping import held, is_short
from docgen.word.runs import paragraph

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
