"""Where LibreOffice puts page numbers: outside, in the middle, at the right; turned too (7.5, clause 8)."""

from __future__ import annotations

import pytest

from docgen.document import Attachment, Column, Paper, Paragraph, Table
from docgen.formats import load
from docgen.numbering import number
from docgen.word import write

pytestmark = pytest.mark.rendered

EM = 14 * 25.4 / 72  # mm: a character of 4号
LEFT, MIDDLE, RIGHT = 28, 28 + 156 / 2, 28 + 156
LINE = Paragraph(("校" * 26,))
WIDE = Table((Column("事项"), Column("时间")), (("事项", "时间"), ("家访", "十月")), landscape=True)
TURNED = tuple(Attachment(name, (WIDE,)) for name in ("甲表", "乙表"))
UPRIGHT = Attachment("丙表", (LINE,))


@pytest.fixture
def numbers(render, validate):
    """The numbers of two upright pages, two turned ones, and one upright again."""

    def numbers(position):
        paper = Paper(("通知",), (LINE,) * 30, attachments=(*TURNED, UPRIGHT))
        docx = write(number(paper)[0], load({"继承": "gbt9704", "页码": {"位置": position}}))
        validate(docx)
        return [page.number for page in render(docx).pages]

    return numbers


@pytest.mark.clause("PN-07", "TB-01")
@pytest.mark.parametrize("position", ["外侧", "居中", "右侧"])
def test_numbers_run_on_over_turned_pages_and_attachments(position, numbers):
    found = numbers(position)

    assert [found.value for found in found] == [1, 2, 3, 4, 5]
    assert [found.turned for found in found] == [False, False, True, True, False]


@pytest.mark.clause("PN-04")
def test_outside_is_right_on_odd_pages_and_left_on_even_ones(numbers):
    first, second, third, fourth, fifth = (found.line for found in numbers("外侧"))

    for odd in (first, third, fifth):
        assert odd.right == pytest.approx(RIGHT - EM, abs=0.5)
    for even in (second, fourth):
        assert even.left == pytest.approx(LEFT + EM, abs=0.5)


@pytest.mark.clause("PN-08")
def test_the_middle_is_that_of_the_text_on_all_pages(numbers):
    for found in numbers("居中"):
        assert found.line.centre == pytest.approx(MIDDLE, abs=0.5)


@pytest.mark.clause("PN-08")
def test_papers_printed_on_one_side_have_them_all_at_the_right(numbers):
    for found in numbers("右侧"):
        assert found.line.right == pytest.approx(RIGHT - EM, abs=0.5)


@pytest.mark.clause("PN-01", "PN-02")
@pytest.mark.parametrize("position", ["外侧", "居中", "右侧"])
def test_dashes_stand_on_both_sides_of_the_digits(position, numbers):
    for found in numbers(position):
        assert found.line.ink == f"—{found.value}—"
        assert [round(run.size) for run in found.line.runs] == [14] * len(found.line.runs)
