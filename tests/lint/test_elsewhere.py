"""What the data say of rules that are no rules of their own is true of the code."""

from pathlib import Path

import pytest

import docgen
from docgen.lint.data import table
from docgen.lint.registry import registry
from docgen.lint.rulebook import rulebook

CODE = "".join(path.read_text(encoding="utf-8") for path in Path(docgen.__file__).parent.rglob("*.py"))
NAMED = [id for group in ("页面", "计划") for ids in table("elsewhere")[group].values() for id in ids]


@pytest.mark.parametrize("id", NAMED)
def test_a_check_that_stands_for_a_rule_is_there(id: str) -> None:
    assert f'"{id}"' in CODE


def test_a_rule_is_left_out_or_there_but_not_both() -> None:
    out = {*table("left_out"), *table("elsewhere")["页面"]}

    assert not out & set(registry())


def test_rules_that_have_another_number_have_it_there() -> None:
    renamed = table("elsewhere")["改号"]

    assert {new for new in renamed.values() if new in registry()} == set(renamed.values()) - {"CAL-104"}
    assert not set(renamed) & set(registry())


def test_rules_that_the_plan_is_spared_do_exist() -> None:
    assert set(table("elsewhere")["计划"]) <= set(rulebook())


@pytest.mark.parametrize("rule", table("format"))
def test_the_checks_a_rule_is_made_of_are_there(rule: str) -> None:
    assert all(f'"{id}"' in CODE for id in table("format")[rule]["检查"])
