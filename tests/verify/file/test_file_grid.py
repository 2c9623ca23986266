"""The grid of a section, and what it comes to."""

from __future__ import annotations


def test_a_single_change_is_told_with_what_is_required_and_what_is_there(told, row):
    assert told(row) == row["发现"]


def test_the_paper_without_the_change_is_right(judged, row):
    assert judged(row["检查"], row["计划"]) == []


def test_a_finding_tells_its_clause_and_how_to_mend_it(hints):
    assert hints["file.grid.type"] == ("5.2.3", "“布局—文档网格”选指定行和字符网格")
