"""The numbers that paragraphs print."""

from __future__ import annotations

import pytest


@pytest.mark.clause("NB-10", "NB-06", "BD-13")
def test_a_single_change_is_told_with_what_is_required_and_what_is_there(told, row):
    assert told(row) == row["发现"]


def test_the_paper_without_the_change_is_right(judged, row):
    assert judged(row["检查"], row["计划"]) == []


def test_a_finding_tells_its_clause_and_how_to_mend_it(hints):
    assert hints["file.number.gaps"] == ("7.3.3", "在序数上点右键，选“继续编号”或“重新开始于一”")
