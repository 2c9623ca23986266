"""The words of the .docx are those of the text and of the Markdown, in all examples."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from docx.oxml.ns import qn

import docgen

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
PLANS = sorted([*EXAMPLES.glob("plans/*.yaml"), *EXAMPLES.glob("gongwen/[0-9]*.yaml")])


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.stem)
def test_no_character_of_the_document_is_missing_in_the_text(plan: Path) -> None:
    document = docgen.render(plan, numbers="text")
    body = document.to_docx().element.body
    word = characters("".join(run.text or "" for run in body.iter(qn("w:t"))))
    text = characters(document.to_bytes("txt").decode())

    assert sum(word.values()) > 100
    assert word - text == Counter()


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.stem)
def test_no_character_of_the_text_is_missing_in_the_markdown(plan: Path) -> None:
    document = docgen.render(plan)
    text = re.sub(r"［注\d+］", "", document.to_bytes("txt").decode())
    markdown = re.sub(r"\\(.)", r"\1", document.to_bytes("md").decode())

    assert characters(text) - characters(markdown) == Counter()


def characters(text: str) -> Counter[str]:
    return Counter(re.sub(r"\s", "", text))
