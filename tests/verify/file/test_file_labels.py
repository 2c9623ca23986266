"""The numbers that paragraphs print."""

from __future__ import annotations

import pytest

import docgen
from docgen.formats import load
from docgen.ooxml.read import read
from docgen.verify.file.gather import gather
from docgen.verify.file.labels import run_in


@pytest.mark.clause("NB-10", "NB-06", "BD-13")
def test_a_single_change_is_told_with_what_is_required_and_what_is_there(told, row):
    assert told(row) == row["发现"]


def test_the_paper_without_the_change_is_right(judged, row):
    assert judged(row["检查"], row["计划"]) == []


def test_a_finding_tells_its_clause_and_how_to_mend_it(hints):
    assert hints["file.number.gaps"] == ("7.3.3", "在序数上点右键，选“继续编号”或“重新开始于一”")


def test_an_item_of_the_second_layer_needs_no_heading_that_runs_in():
    goals = {"正文": [{"条目": ["课堂教学质量稳步提升。", "校园安全零事故。"], "层次": 2}]}
    plan = {"单位": "青禾县第一小学", "年度": 2027, "章节": [{"标题": "工作目标", **goals}]}
    paper = docgen.render(plan, template="工作计划").to_bytes()

    outcomes = list(run_in(gather(read(paper), load())))

    assert outcomes == []
