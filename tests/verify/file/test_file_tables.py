"""Tables of the text."""

from __future__ import annotations

import pytest


@pytest.mark.clause("TB-04", "TB-05")
def test_a_single_change_is_told_with_what_is_required_and_what_is_there(told, row):
    assert told(row) == row["发现"]


def test_the_paper_without_the_change_is_right(judged, row):
    assert judged(row["检查"], row["计划"]) == []


def test_a_finding_tells_its_clause_and_how_to_mend_it(hints):
    assert hints["file.table.width"] == ("5.2.1", "“表格属性—列”把各列改窄，使表格不宽于版心")
