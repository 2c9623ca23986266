"""What the file says and its pages do not show, on made-up pages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.verify import Report
from docgen.verify.pages import lost
from docgen.verify.pages.layout import Layout, Said, lay_out
from docgen.verify.pages.page import Page
from docgen.verify.report import Finding, Result, find
from docgen.verify.verify import CHECKS
from tests.verify.conftest import Look

HEAD = "全体教师要准时到岗并做好记录安排好各班的午餐和午休"


def layout(laid_out: Layout, pages: tuple[list[str], ...], said: tuple[str, ...]) -> Layout:
    """`pages` of lines of a file that says `said`."""
    look = Look()
    made = tuple(
        replace(_page(look, lines), index=number, ink="".join(lines)) for number, lines in enumerate(pages, 1)
    )
    return lay_out(made, laid_out.required, tuple(Said(text, text) for text in said))


def _page(look: Look, lines: list[str]) -> Page:
    return Page(1, look.width, look.height, tuple(look.line(row, text) for row, text in enumerate(lines)))


def marks(laid_out: Layout, pages: tuple[list[str], ...], *said: str) -> Finding:
    return find(lost.CHECKS, layout(laid_out, pages, said))[0]


def words(laid_out: Layout, pages: tuple[list[str], ...], *said: str) -> Finding:
    return find(lost.CHECKS, layout(laid_out, pages, said))[1]


@pytest.mark.clause("FT-26")
def test_a_mark_left_out_at_the_end_of_a_line_is_told_with_its_page_and_words(laid_out) -> None:
    pages = (["第一页的文字。"], [HEAD, "有事要及时报告值班领导。"])
    found = marks(laid_out(), pages, "第一页的文字。", HEAD + "：有事要及时报告值班领导。")
    (problem,) = Report("计划.docx", 2, (found,)).problems()

    assert problem.message == "行末漏印的标点应为无，实测“：”1处（第2页）"
    assert problem.excerpt == "…排好各班的午餐和午休：有事要及时报告值班…"
    assert problem.hint.startswith("文件里有这个标点，是LibreOffice排满整行时漏印的")
    assert found.result is Result.WARN
    assert [box.page for box in found.boxes] == [2]


def test_a_mark_left_out_at_the_end_of_a_paragraph_is_told(laid_out) -> None:
    found = marks(laid_out(), ([HEAD, "第二段的文字。"],), HEAD + "：", "第二段的文字。")

    assert (found.measured, found.pages) == ("“：”1处", (1,))


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ([HEAD + "：", "下一行。"], HEAD + "：下一行。"),
        (["一、" + HEAD, "下一行的文字。"], HEAD + "下一行的文字。"),
        ([HEAD, "①脚注的文字。", "下一行的文字。"], HEAD + "，下一行的文字。"),
        ([HEAD[:10] + HEAD[10:], "下一行的文字。"], HEAD[:10] + "，" + HEAD[10:]),
        (["短句"], "短句："),
    ],
    ids=["it is there", "an automatic number", "a note between", "within a line", "too short to be found"],
)
def test_what_is_there_or_cannot_be_told_for_certain_is_let_be(laid_out, printed, said) -> None:
    assert marks(laid_out(), (printed,), said).result is Result.OK


@pytest.mark.clause("FT-26")
def test_words_that_no_page_shows_are_told(laid_out) -> None:
    found = words(laid_out(), (["看得见的文字"],), "看得见的文字", "盖住了一行")
    (problem,) = Report("计划.docx", 1, (found,)).problems()

    assert problem.message == "文件里有、页面上没有的字应为无，实测“盖住了一行”5处"
    assert problem.excerpt == "盖住了一行"
    assert problem.hint == "看看这一段是不是被固定的行高、表格或者文本框遮住了"
    assert found.result is Result.FAIL


def test_words_in_another_order_and_more_of_them_are_there(laid_out) -> None:
    assert words(laid_out(), (["地点教室时间今天下午", "—1—"],), "时间今天", "地点教室").result is Result.OK


def test_a_mark_that_was_told_is_not_told_as_a_word_too(laid_out) -> None:
    found = words(laid_out(), ([HEAD, "有事要及时报告。"],), HEAD + "。有事要及时报告。")

    assert found.result is Result.OK


def test_a_pdf_says_nothing_besides_its_pages(laid_out) -> None:
    found = find(CHECKS, laid_out())

    assert {row.result for row in found if row.check.startswith("text.")} == {Result.ABSENT}
