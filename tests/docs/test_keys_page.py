"""The page of keys is what the schemas say, and complete."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest

from docgen.template.shelf import find

DOCS = Path(__file__).parent.parent.parent / "docs"


@pytest.fixture(scope="module")
def script() -> dict[str, Any]:
    return runpy.run_path(str(DOCS / "make_keys.py"))


def test_the_page_is_what_would_be_written(script: dict[str, Any]) -> None:
    assert (DOCS / "keys.md").read_text(encoding="utf-8") == script["page"]()


def test_every_key_that_a_work_plan_takes_has_a_row() -> None:
    text = (DOCS / "keys.md").read_text(encoding="utf-8")
    keys = find("工作计划", Path()).schema.mapping["properties"]

    assert [key for key in keys if f"\n| {key} |" not in text and f"\n| {key}★ |" not in text] == []


def test_every_object_of_the_schema_has_a_section(script: dict[str, Any]) -> None:
    text = (DOCS / "keys.md").read_text(encoding="utf-8")

    assert [name for name, _schema in script["objects"]() if f"\n## {name}\n" not in text] == []
