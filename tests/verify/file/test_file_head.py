"""What stands above and below the mark."""

from __future__ import annotations

import pytest


@pytest.mark.clause("HD-02")
def test_a_single_change_is_told_with_what_is_required_and_what_is_there(told, row):
    assert told(row) == row["发现"]


def test_the_paper_without_the_change_is_right(judged, row):
    assert judged(row["检查"], row["计划"]) == []


def test_a_finding_tells_its_clause_and_how_to_mend_it(hints):
    assert hints["file.head.top"] == ("7.2.4", "调整标志上面各行的行距和段后间距，使标志上边缘距版心35毫米")
