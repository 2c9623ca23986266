"""Every rule finds what its row says, leaves alone what its guards say, and mends to what is right."""

import dataclasses

import pytest

from docgen.lint.reading import Hit, Reading
from docgen.lint.registry import registry
from docgen.lint.rulebook import AUTO, rulebook
from docgen.lint.run import run, text_of
from docgen.lint.settings import Settings
from tests.lint.cases_read import Case, all_cases, cases, mended, reading


def hits(rule: str, read: Reading) -> list[Hit]:
    """What the rule finds, whether it is on or not, in the zones it judges."""
    return [one.hit for one in run(read, Settings(on=frozenset({rule}))).found if one.rule.id == rule]


def wanted(case: Case) -> list[str]:
    found = case.row["找到"]
    return found if isinstance(found, list) else [found]


@pytest.mark.parametrize("case", cases("有"), ids=str)
def test_a_rule_finds_what_is_wrong_and_says_where(case: Case) -> None:
    read = reading(case.row)

    assert [text_of(hit, read) for hit in hits(case.rule, read)] == wanted(case)


@pytest.mark.parametrize("case", cases("没有"), ids=str)
def test_a_rule_leaves_alone_what_its_guards_name(case: Case) -> None:
    read = reading(case.row)

    assert [text_of(hit, read) for hit in hits(case.rule, read)] == []


@pytest.mark.parametrize("case", [case for case in cases("有") if "改成" in case.row], ids=str)
def test_what_is_mended_is_right_and_stays_so(case: Case) -> None:
    read = reading(case.row)
    texts = mended(read, hits(case.rule, read))

    assert "\n".join(texts) == "\n".join(_lines(case.row["改成"]))
    again = dataclasses.replace(read, passages=_replaced(read, texts))
    assert mended(again, hits(case.rule, again)) == texts


def _lines(text: str | list[str]) -> list[str]:
    return text if isinstance(text, list) else [text.rstrip("\n")]


def _replaced(read: Reading, texts: list[str]) -> tuple:
    return tuple(
        dataclasses.replace(one, text=text, start=len(text) - len(one.text[one.start :]) if one.start else 0)
        for one, text in zip(read.passages, texts, strict=True)
    )


@pytest.mark.parametrize("rule", [rule for rule in registry() if rulebook()[rule].sources != {"docx"}])
def test_every_rule_has_examples_on_both_sides(rule: str) -> None:
    """Those over the settings of a .docx have theirs in test_word_rules.py."""
    given = all_cases()[rule]

    assert given["有"]
    assert given["没有"]
    assert all(row["因为"] for row in given["没有"])
    if rulebook()[rule].fix == AUTO:
        assert any("改成" in row for row in given["有"])


def test_every_row_has_a_rule_and_every_rule_a_row() -> None:
    assert set(rulebook()) == set(registry())
