from __future__ import annotations

import re

import pytest

from docgen.document import Paper
from docgen.formats import load
from docgen.front import addressed
from docgen.word.opening import opening
from docgen.word.runs import BLANK, Pen


def texts(**parts):
    paragraphs = opening(Paper(**parts), load(), Pen())
    return ["" if xml == BLANK else "|".join(re.findall(r">([^<]+)</w:t>", xml)) for xml in paragraphs]


def test_a_title_that_fits_is_one_line_and_addressees_follow_after_a_blank_one():
    assert texts(title=("工作计划",), addressees=("各学校",)) == ["工作计划", "", "各学校："]


def test_a_long_title_is_broken_within_one_paragraph():
    [title, *_rest] = texts(title=("某某市实验中学2026—2027学年度第一学期教学工作计划",))

    assert "|" in title
    assert title.replace("|", "") == "某某市实验中学2026—2027学年度第一学期教学工作计划"


def test_title_lines_that_are_given_stay_as_given():
    assert texts(title=("某某市", "实验中学工作计划"))[0] == "某某市|实验中学工作计划"


def test_what_stands_under_the_title_has_its_order():
    found = texts(title=("计划",), subtitle="——征求意见", draft="征求意见稿", note="（2026年8月20日通过）")

    assert found == ["计划", "——征求意见", "（征求意见稿）", "（2026年8月20日通过）", ""]


@pytest.mark.parametrize(
    "given, printed",
    [
        (("各学校", "机关各科室"), "各学校、机关各科室："),
        (("各县、区教育局", "市直各学校"), "各县、区教育局，市直各学校："),
        (("各学校：",), "各学校："),
    ],
)
def test_addressees_end_in_one_colon(given, printed):
    assert addressed(given) == printed


def test_a_paper_without_a_title_begins_with_its_text():
    assert texts(title=()) == []
