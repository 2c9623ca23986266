"""Long lines of hostile characters: the time of every rule grows as the text does."""

import time

import pytest

from docgen.lint.registry import registry
from docgen.lint.rulebook import rulebook
from docgen.lint.run import run
from docgen.lint.settings import Settings
from tests.lint.cases_read import reading

LENGTH = 20_000
LONGEST = 3.0
"""Seconds; a rule whose time grows with the square of the length takes as much alone."""


@pytest.mark.parametrize(
    "unit", ["（", "“甲", "《", '"', "一、", "1.", "甲 ", "*", "x", "：", "-", "2026年", "http://"]
)
def test_a_hostile_line_is_judged_in_time(unit: str) -> None:
    line = unit * (LENGTH // len(unit))
    judged = reading({"段": [{"文件标题": "青禾小学工作计划"}, {"正文": line}, {"条目": "1." + line}]})
    begin = time.perf_counter()
    run(judged, Settings(on=frozenset(registry())))

    assert time.perf_counter() - begin < LONGEST
    assert set(registry()) == set(rulebook())
