"""What the elements say."""

from __future__ import annotations

import pytest


@pytest.mark.clause("HD-01")
def test_a_single_change_is_told_with_what_is_required_and_what_is_there(told, row):
    assert told(row) == row["发现"]


def test_the_paper_without_the_change_is_right(judged, row):
    assert judged(row["检查"], row["计划"]) == []


def test_a_finding_tells_its_clause_and_how_to_mend_it(hints):
    assert hints["file.form.number"] == ("7.2.5", "年份用全称并加六角括号〔〕，序号不加“第”，不编虚位")
