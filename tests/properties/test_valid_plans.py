"""Any valid plan builds, is valid Word, keeps every character, and comes back as it went."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings

import docgen
from docgen.intake.proof import outline_of
from tests.conftest import Validate
from tests.strategies.many import many
from tests.strategies.plans import plans

HIDDEN = (
    *("取自", "模板", "盖章", "编号", "跳层", "连续", "重新编号", "接排", "横排", "类型", "跨列"),
    *("学年", "学期", "单位", "组", "金额", "日期", "印发日期", "发文字号"),
)
"""Keys whose values are not printed, or not as they are written."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("计划 表")


def characters(text: str) -> Counter[str]:
    return Counter(re.sub(r"\s", "", text))


def words(value: Any) -> str:
    """All that a plan says in words, without what is said in another form or not printed."""
    if isinstance(value, dict):
        return "".join(words(below) for key, below in value.items() if key not in HIDDEN)
    return "".join(map(words, value)) if isinstance(value, list) else str(value)


@many(40)
@given(plans())
def test_every_character_of_a_plan_stands_in_word_in_text_and_in_markdown(plan: dict[str, Any]) -> None:
    document = docgen.render(plan, template="通用", numbers="text")
    body = document.to_docx().element.body
    word = characters("".join(run.text or "" for run in body.iter(qn("w:t"))))
    text = document.to_bytes("txt").decode()
    markdown = re.sub(r"\\(.)", r"\1", document.to_bytes("md").decode())

    assert word - characters(text) == Counter()
    assert characters(words(plan)) - characters(text) == Counter()
    assert all(row["组"] in text for row in plan.get("指标", []) if "组" in row)  # once for several rows
    assert characters(re.sub(r"［注\d+］", "", text)) - characters(markdown) == Counter()


@settings(many(1), max_examples=8)  # the validator takes its time
@given(plan=plans())
def test_a_plan_makes_a_word_file_that_is_valid(validate: Validate, plan: dict[str, Any]) -> None:
    document = docgen.render(plan, template="通用")

    validate(document.to_bytes())


@many(25, shrink=False)
@given(plans(guessed=False))
def test_what_is_read_back_says_the_same_and_builds_the_same_again(
    folder: Path, plan: dict[str, Any]
) -> None:
    document = docgen.render(plan, template="通用")
    read = docgen.read(document.save(folder / "去年.docx"))
    again = docgen.render(docgen.to_plan(read), template="通用")

    assert said(read) == said(document)
    assert again.paper.title == read.paper.title
    assert outline_of(again.numbered) == outline_of(read.numbered)


def said(document: docgen.Document) -> str:
    """What a document says; posts stand behind names in brackets or behind a blank, people on a line or on
    several."""
    return re.sub(r"[\s（）、]", "", document.to_bytes("txt").decode())
