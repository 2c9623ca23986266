"""The rows of the rules: complete, of known words, with sentences that read well."""

from __future__ import annotations

import pytest

from docgen.lint.reading import Reading
from docgen.lint.rulebook import ASK, AUTO, NO, Rule, _rows, rulebook
from docgen.problems import Severity

KEYS = {"级别", "句子", "建议", "修复", "条款", "区域", "文种", "除文种", "来源", "默认"}


@pytest.mark.parametrize("rule", rulebook().values(), ids=lambda rule: rule.id)
def test_a_row_is_of_known_words(rule: Rule) -> None:
    assert set(_rows("rules")[rule.id]) <= KEYS
    assert rule.fix in (AUTO, ASK, NO)
    assert rule.sources <= {"plan", "txt", "md", "docx"}
    assert not rule.sentence.endswith(("。", "，"))
    assert rule.hint or rule.severity is Severity.INFO


def test_at_least_a_hundred_and_fifty_rules_are_there() -> None:
    assert len(rulebook()) >= 150


@pytest.mark.parametrize(
    ("kind", "source", "expected"),
    [("通知", "txt", True), ("通知", "docx", False), ("函", "txt", False), ("", "txt", False)],
)
def test_a_rule_applies_to_its_kinds_and_sources(kind: str, source: str, expected: bool) -> None:
    rule = Rule("A-001", Severity.INFO, "", kinds=frozenset({"通知"}), sources=frozenset({"txt", "md"}))

    assert rule.applies(Reading((), source, kind)) == expected


def test_a_rule_without_kinds_applies_to_all_but_those_it_leaves_alone() -> None:
    rule = Rule("A-001", Severity.INFO, "", other_kinds=frozenset({"工作思路"}))

    assert rule.applies(Reading((), "txt", ""))
    assert not rule.applies(Reading((), "txt", "工作思路"))
