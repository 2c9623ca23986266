"""Headings out of the common: without a number, longer than a heading should be."""

from __future__ import annotations

import io
import zipfile

import pytest

from docgen import formats, word
from docgen.document import Heading, Paper
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


@pytest.mark.parametrize(("words", "held"), [("字" * 56, True), ("字" * 57, False)])
def test_only_a_heading_of_two_lines_is_held_on_the_page_of_what_follows(words, held):
    paper = Paper(("标题",), (Heading(3, (words,)), Heading(3, ("下一个",))))
    xml = (
        zipfile.ZipFile(io.BytesIO(word.write(number(paper)[0], formats.load("gbt9704"))))
        .read("word/document.xml")
        .decode()
    )

    assert ('<w:keepNext w:val="0"/>' not in xml) is held
