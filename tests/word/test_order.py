from __future__ import annotations

import re

import pytest

from docgen.document import ORDER, Letterhead, Paper, Paragraph
from docgen.formats import load
from docgen.word.opening import opening
from docgen.word.runs import BLANK, Pen

FORMAT = load()


def written(*organs, **parts):
    given = {"document_number": "第3号"} | parts
    letterhead = Letterhead(organs, **given)
    text = (Paragraph(("现予公布。",)),)
    return list(opening(Paper(("某某市人民政府令",), text, form=ORDER, letterhead=letterhead), FORMAT, Pen()))


def words(xml):
    return "".join(re.findall(r">([^<]+)</w:t>", xml))


@pytest.mark.clause("CM-01")
@pytest.mark.parametrize(
    "organ, suffix, mark",
    [
        ("某某市人民政府", "令", "某某市人民政府令"),
        ("某某市人民政府", "命令", "某某市人民政府命令"),
        ("某某市人民政府", "", "某某市人民政府令"),
        ("某某市人民政府", "文件", "某某市人民政府令"),
        ("某某市人民政府令", "", "某某市人民政府令"),
        ("某某市人民政府令", "令", "某某市人民政府令"),
    ],
)
def test_the_mark_says_once_that_it_is_an_order(organ, suffix, mark):
    [line] = [line for line in written(organ, suffix=suffix) if "OrganMark" in line]

    assert words(line) == mark


@pytest.mark.clause("CM-02")
def test_the_number_stands_two_blank_lines_under_the_mark_and_two_above_the_text():
    lines = written("某某市人民政府")
    at = next(n for n, line in enumerate(lines) if words(line) == "第3号")

    assert lines[at - 2 : at] == [BLANK, BLANK]
    assert "OrganMark" in lines[at - 3]
    assert lines[at + 1 :] == [BLANK, BLANK]


def test_an_order_prints_neither_title_nor_rule():
    lines = written("某某市人民政府")

    assert not any('"Title"' in line or "<w:pBdr>" in line for line in lines)


def test_an_order_without_a_number_begins_two_lines_under_its_mark():
    lines = written("某某市人民政府", document_number="")

    assert "OrganMark" in lines[-3]
    assert lines[-2:] == [BLANK, BLANK]


def test_an_order_without_letterhead_keeps_its_title():
    [title] = opening(
        Paper(("某某市人民政府令",), form=ORDER), load({"继承": "gbt9704", "标题": {"后空行": 0}}), Pen()
    )

    assert words(title) == "某某市人民政府令"
