"""The examples of all templates, built and checked as a stranger's Word file: they are right, so that what
is told of them is a false alarm."""

from __future__ import annotations

from pathlib import Path

import pytest

import docgen
from docgen.lint import judge
from docgen.problems import Severity
from docgen.template import shelf
from docgen.template.package import Package

TOLD = {"duty-report": {"RDR-014"}}
"""A chart is not read, and that is said."""
PACKAGES = [package for package in shelf.catalogue() if (package.folder / "example.yaml").is_file()]


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.id)
def test_nothing_is_told_of_an_example_that_was_built(package: Package, tmp_path: Path) -> None:
    path = tmp_path / "样例.docx"
    path.write_bytes(docgen.render(package.folder / "example.yaml").to_bytes())

    told = {one.id for one in judge.file(path).problems if one.severity is not Severity.INFO}

    assert told == TOLD.get(package.id, set())


def test_there_are_examples() -> None:
    assert len(PACKAGES) > 30
