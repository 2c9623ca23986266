"""署名 of a plan: organs that sign together, each on a line of its own (GB/T 9704 7.3.5.2)."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize("between", ["、", " ", "\u3000", "，"])
def test_organs_in_one_text_are_told_with_their_list(told: Any, between: str) -> None:
    (problem,) = told(f"落款: {{署名: '溪口中学{between}石桥小学', 日期: 2026-09-01}}\n")

    assert (problem.id, problem.clause) == ("TRE-046", "7.3.5.2")
    assert problem.message == f"署名“溪口中学{between}石桥小学”像是几个单位写在一起，排在一行上"
    assert problem.hint == "几个单位写成列表，各占一行：署名: [溪口中学, 石桥小学]"


@pytest.mark.parametrize("organs", ["[溪口中学, 石桥小学]", "钟 离", "溪口县 石桥小学", "溪口中学"])
def test_a_list_and_a_name_with_a_blank_are_not(told: Any, organs: str) -> None:
    assert told(f"落款: {{署名: {organs}, 日期: 2026-09-01}}\n") == []
