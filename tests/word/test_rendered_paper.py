"""Where LibreOffice puts what has its place on the page: signatures, attachments, turned numbers."""

from __future__ import annotations

import pytest

from docgen.document import Attachment, Column, Paper, Paragraph, Signature, Table
from docgen.formats import load
from docgen.numbering import number
from docgen.word import write

pytestmark = pytest.mark.rendered

EM = 16 * 25.4 / 72  # mm: a character of 3号
RIGHT = 28 + 156  # mm: the right edge of the text area
ORGAN, DATE = "某某市实验中学", "2026年9月1日"
DATE_WIDTH = 6 * EM - 9 * 0.25 * 25.4 / 72  # six digits, three ideographs, condensed by 0.25 pt
TEXT = Paragraph(("各备课组要认真研究课程标准，做好单元整体设计，切实提高课堂效率。",))
WIDE = Table((Column("事项"), Column("时间")), (("事项", "时间"), ("家访", "十月")), landscape=True)


@pytest.fixture
def lines(render):
    def lines(blocks=(TEXT, TEXT), **parts):
        numbered, problems = number(Paper(("关于做好开学工作的通知",), blocks, **parts))
        assert problems == []
        rendered = render(write(numbered, load()))
        return [{line.text.replace(" ", ""): line for line in page.lines} for page in rendered.pages]

    return lines


@pytest.mark.clause("BD-21", "BD-20")
def test_a_sealed_signature_is_centred_over_its_date(lines):
    [page] = lines(signature=Signature((ORGAN,), DATE, sealed=True))

    assert RIGHT - page[DATE].right == pytest.approx(4 * EM, abs=1)
    # LibreOffice parts digits and ideographs, which makes the date wider to the left.
    assert RIGHT - page[ORGAN].centre == pytest.approx(4 * EM + DATE_WIDTH / 2, abs=1)


def test_a_signature_without_seal_stands_two_from_the_right_and_its_date_begins_two_later(lines):
    organ = "某某市第九中学教务处"

    [page] = lines(signature=Signature((organ,), DATE))

    assert RIGHT - page[organ].right == pytest.approx(2 * EM, abs=1)
    assert page[DATE].left - page[organ].left == pytest.approx(2 * EM, abs=1)


def test_an_attachment_has_its_mark_on_the_first_line_and_its_title_on_the_third(lines):
    first, second = lines(attachments=(Attachment("任务分解表", (TEXT,)),))

    assert "附件：任务分解表" in first
    mark, title = second["附件"], second["任务分解表"]
    assert mark.left == pytest.approx(28, abs=1)
    assert title.centre == pytest.approx(28 + 156 / 2, abs=1)
    assert title.baseline - mark.baseline == pytest.approx(2 * 28.95 * 25.4 / 72, abs=0.5)


def test_names_of_attachments_stand_under_each_other(lines):
    page = lines(attachments=(Attachment("甲乙丙", (TEXT,)), Attachment("丁戊己", (TEXT,))))[0]

    first, second = page["附件：1.甲乙丙"], page["2.丁戊己"]
    assert first.right == pytest.approx(second.right, abs=0.5)
    assert first.left == pytest.approx(28 + 2 * EM, abs=1)


@pytest.mark.clause("TB-01", "TB-02")
@pytest.mark.parametrize("attachments", [1, 2])
def test_a_number_is_turned_with_its_page(render, attachments):
    """Also on a single even landscape page, where LibreOffice forgets the place of a text box."""
    attached = tuple(Attachment(f"一览表{at}", (WIDE,)) for at in range(attachments))
    numbered, _problems = number(Paper(("通知",), (TEXT,), attachments=attached))

    rendered = render(write(numbered, load()))

    assert rendered.failed("number.landscape", "number.present") == set()
    assert [page.number.turned for page in rendered.pages] == [False] + [True] * attachments


@pytest.mark.parametrize("rows", [25, 26, 27, 28, 29, 30])
def test_a_signature_takes_the_end_of_a_table_with_it_to_the_next_page(rows, lines):
    body = tuple((str(row), "家访") for row in range(1, rows + 1))
    table = Table((Column("序号"), Column("事项")), (("序号", "事项"), *body))
    pages = lines(blocks=(table,), signature=Signature((ORGAN,), DATE, sealed=True))

    assert any("家访" in line for line in pages[-1])
    assert ORGAN in pages[-1]
