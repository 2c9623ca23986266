"""What is held on the page of what follows."""

from __future__ import annotations

import pytest

from docgen.document import Heading, Item, Paragraph, Table
from docgen.word.keeping import fits_a_page, held
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
    "last, fits",
    [
        (Paragraph(("字" * 476,)), True),
        (Paragraph(("字" * 477,)), False),
        (Item(3, ("字" * 500,)), False),
        (Heading(2, ("字" * 20,), ("字" * 460,)), False),
        (Heading(2, ("字" * 20,), ("字" * 400,)), True),
        (Table((), ()), True),
    ],
)
def test_a_last_paragraph_as_long_as_a_page_is_not_moved_as_a_whole(last, fits):
    assert fits_a_page((Paragraph(("字" * 900,)), last)) is fits


def test_a_paper_without_text_has_nothing_to_move():
    assert fits_a_page(())


def test_the_only_paragraph_is_not_moved_off_the_first_page():
    text = Paragraph(("字" * 200,))
    assert not fits_a_page((text,))
    assert not fits_a_page((Heading(1, ("甲",)), text))
    assert fits_a_page((text, text))
