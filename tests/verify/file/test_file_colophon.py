"""版记: place, width, rules and lines."""

from __future__ import annotations

import pytest


@pytest.mark.clause("RC-10")
def test_a_single_change_is_told_with_what_is_required_and_what_is_there(told, row):
    assert told(row) == row["发现"]


def test_the_paper_without_the_change_is_right(judged, row):
    assert judged(row["检查"], row["计划"]) == []


def test_a_finding_tells_its_clause_and_how_to_mend_it(hints):
    assert hints["file.colophon.place"] == (
        "7.4.1",
        "“表格属性—定位”：垂直相对于页边距的底端，水平相对于页面27.99毫米",
    )
