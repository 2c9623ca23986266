"""Charts on the page: drawn where they stand, their words readable, the paper still as the standard asks."""

from __future__ import annotations

import io
from decimal import Decimal

import pytest
from docx import Document

from docgen import formats
from docgen.document import BAR, CHARTS, COLUMN, LINE, Attachment, Chart, Paper, Paragraph, Series
from docgen.numbering import number
from docgen.word.package import write

pytestmark = pytest.mark.rendered

TEXT = Paragraph(("各项工作按照计划推进，主要指标完成情况见下图。" * 4,))
NAMES = ("九年义务教育巩固率", "学困生转化率", "教师培训合格率")
NUMBERS = (("目标", "99.3", "80.0", "100.0"), ("实际", "99.5", "63.5", "98.0"))


def chart(kind=COLUMN, caption="图1　主要指标目标与实际"):
    series = tuple(Series(name, tuple(map(Decimal, texts))) for name, *texts in NUMBERS)
    return Chart(kind, NAMES, series, 150, 80, caption, "%")


def document(*blocks, attachments=()):
    return write(number(Paper(("工作总结",), blocks, attachments=attachments))[0], formats.load())


def foreign():
    theirs = Document()
    theirs.add_paragraph("附件里的文字。")
    stream = io.BytesIO()
    theirs.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("kind", CHARTS)
def test_a_chart_of_each_kind_is_valid(kind, validate):
    validate(document(TEXT, chart(kind), TEXT))


@pytest.mark.parametrize("kind", CHARTS)
def test_the_words_and_numbers_of_a_chart_stand_on_the_page(kind, render):
    rendered = render(document(TEXT, chart(kind), TEXT))
    printed = "".join(rendered.text().split())

    for words in ("单位：%", "目标", "实际", "99.3", "63.5", "100.0", "图1主要指标目标与实际"):
        assert words in printed
    for name in NAMES:
        assert set(name) <= set(printed)


def test_a_chart_is_as_high_as_it_was_asked_to_be(render):
    (page,) = render(document(TEXT, chart(), TEXT)).pages
    caption = next(line for line in page.lines if line.text.startswith("图1"))
    before = [line for line in page.lines if line.size > 15 and line.baseline < caption.baseline][-1]

    assert 80 < caption.baseline - before.baseline < 95
    assert caption.centre == pytest.approx(28 + 78, abs=1)


def test_a_paper_with_charts_is_as_the_standard_asks(render):
    rendered = render(document(TEXT, chart(), TEXT, chart(BAR), TEXT, chart(LINE), TEXT))

    assert rendered.failed("type.body") == set()


def test_a_chart_stays_on_the_page_of_its_caption(render):
    rendered = render(document(*[TEXT] * 4, chart(), TEXT))

    pages = ["".join(page_text.split()) for page_text in map(_text, rendered.pages)]
    (with_unit,) = [at for at, text in enumerate(pages) if "单位：%" in text]
    assert "图1主要指标" in pages[with_unit]


def _text(page):
    return "\n".join(line.text for line in page.lines)


def test_charts_and_foreign_attachments_stand_in_one_file(validate, render):
    attachments = (
        Attachment("外来文件", foreign=foreign()),
        Attachment("图", blocks=(chart(LINE, "图2　走势"),)),
    )
    data = document(TEXT, chart(), attachments=attachments)

    validate(data)
    printed = "".join(render(data).text().split())
    assert "附件里的文字。" in printed and "图1主要指标" in printed and "图2走势" in printed
    assert data == document(TEXT, chart(), attachments=attachments)


def test_the_charts_of_a_foreign_attachment_stand_beside_ours(validate, render):
    theirs = document(Paragraph(("附件里的文字。",)), chart(LINE, "图甲　外来的图"))
    data = document(TEXT, chart(), attachments=(Attachment("外来文件", foreign=theirs),))

    validate(data)
    printed = "".join(render(data).text().split())
    assert printed.count("单位：%") == 2
    assert "图甲外来的图" in printed
