"""The table of the standard's clauses is what code and tests say."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from docgen.verify.file.checks import SURVEYS
from docgen.verify.pages.checks import CHECKS

ROOT = Path(__file__).parent.parent
PATH = ROOT / "docs" / "make_conformance.py"
TESTED = 120


@pytest.fixture(scope="module")
def table() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_conformance", PATH)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def rows(table):
    return [row for group in table.rows().values() for row in group]


def test_the_file_says_what_code_and_tests_say(table):
    assert table.TARGET.read_text(encoding="utf-8") == table.text(), (
        "conformance.md is out of date, run: python docs/make_conformance.py"
    )


def test_every_clause_is_held_by_a_test_or_has_its_reason(rows):
    assert [row.id for row in rows if not row.tests and not row.reason] == []


def test_enough_clauses_are_held_by_tests(rows):
    assert sum(bool(row.tests) for row in rows) >= TESTED


def test_every_check_that_is_named_is_one_of_verify(rows):
    known = {check.id for check in (*CHECKS, *SURVEYS)}

    assert [(row.id, check) for row in rows for check in row.checks if check not in known] == []


def test_no_test_names_a_clause_that_is_not_in_the_table(table, rows):
    known = {row.id for row in rows}

    assert {id: tests for id, tests in table.marked_tests().items() if id not in known} == {}
