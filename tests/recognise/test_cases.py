"""Small texts and what recognition tells of them. A case is a title, a text, and the expected lines."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from docgen.recognise.recognise import recognise
from tests.recognise import told

CASES = [
    pytest.param(case, id=f"{path.stem}: {case['题']}")
    for path in sorted((Path(__file__).parent / "cases").glob("*.yaml"))
    for case in yaml.safe_load(path.read_text("utf-8"))
]


@pytest.mark.parametrize("case", CASES)
def test_a_text_is_told_as_a_clerk_reads_it(case: dict[str, Any]) -> None:
    recognised = recognise(told.manuscript(case["文"]))

    assert told.lines(recognised) == case["读"]
    assert recognised.kind == case.get("文种", recognised.kind)
    assert list(recognised.continuous) == case.get("连续", [])


@pytest.mark.parametrize("case", CASES)
def test_every_part_says_why(case: dict[str, Any]) -> None:
    assert all(part.reason for part in recognise(told.manuscript(case["文"])).parts)
