"""Expressions of strangers whose time may grow without bounds."""

import pytest

from docgen.lint.runaway import may_run_away


@pytest.mark.parametrize("expression", ["(a+)+", "(?:a|b+)*c", "(a*)*", "((a+)b?)+", "(?=(a+)+)", "(a{1,})+"])
def test_a_repeat_within_a_repeat_may_run_away(expression: str) -> None:
    assert may_run_away(expression)


@pytest.mark.parametrize("expression", ["a+b+", "(ab)+", "(a{1,3})+", "[a-z]+", "(甲|乙)+", "(a+)b(c+)"])
def test_other_repeats_end(expression: str) -> None:
    assert not may_run_away(expression)
