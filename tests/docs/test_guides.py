"""The guides leave nothing out: every filter, function and key of a template, every command."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docgen.cli.main import COMMANDS, name_of
from docgen.plan import pieces
from docgen.template import filters, manifest

DOCS = Path(__file__).parent.parent.parent / "docs"
GUIDE = (DOCS / "template-guide.md").read_text(encoding="utf-8")
TOLD = set(re.findall(r"`([^`\n]+)`", GUIDE))
NOT_YET = {"serve"}
"""Commands that are a name only."""


def test_every_filter_and_function_of_a_template_is_in_the_guide() -> None:
    functions = {name.partition("(")[0] for name in TOLD}

    assert {*filters.FILTERS, *pieces.FILTERS} - TOLD == set()
    assert set(pieces.FUNCTIONS) - functions == set()


def test_every_key_of_a_template_s_manifest_is_in_the_guide() -> None:
    assert {*manifest.KEYS, *manifest.SECTION_KEYS} - TOLD == set()


@pytest.mark.parametrize("command", sorted({name_of(module) for module in COMMANDS} - NOT_YET))
def test_every_command_is_shown_in_a_page(command: str) -> None:
    pages = [path.read_text(encoding="utf-8") for path in DOCS.glob("*.md")]

    assert any(re.search(rf"^docgen {command}\b", page, re.MULTILINE) for page in pages)
