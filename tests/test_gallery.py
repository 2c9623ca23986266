"""The gallery: every paper of examples/gongwen builds, is valid, and measures right on the page."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

import docgen
from docgen import api, data_files
from docgen.kinds import check as kinds
from docgen.problems import Severity
from docgen.template import shelf
from docgen.template.package import Package
from docgen.verify import verify

GALLERY = Path(__file__).parent.parent / "examples" / "gongwen"
TABLE = data_files.load(GALLERY / "gallery.yaml")
ROWS: list[dict[str, Any]] = TABLE["样例"]
GROUPS: dict[str, list[str]] = TABLE["检查组"]
SAMPLES = [package for package in shelf.catalogue() if package.kind in kinds.KINDS]

each = pytest.mark.parametrize("row", ROWS, ids=[row["文件"][:-5] for row in ROWS])


@cache
def rendered(name: str) -> api.Document:
    return docgen.render(GALLERY / name)


def test_the_table_lists_every_paper_and_no_other() -> None:
    assert sorted(row["文件"] for row in ROWS) == sorted(path.name for path in GALLERY.glob("[0-9]*.yaml"))


def test_the_table_uses_every_group_of_checks() -> None:
    assert {group for row in ROWS for group in row["必测"]} == set(GROUPS)


def test_the_readme_shows_the_same_table() -> None:
    text = (GALLERY / "README.md").read_text(encoding="utf-8")
    wanted = [
        f"| [{row['文件'][:-5]}]({row['文件']}) | {row['看点']} | {'、'.join(row['必测'])} |" for row in ROWS
    ]
    assert [line for line in wanted if line not in text] == []


@each
def test_a_paper_has_the_problems_its_row_names_and_no_other(row: dict[str, Any]) -> None:
    problems = rendered(row["文件"]).problems
    assert [problem.id for problem in problems] == row.get("提醒", [])
    assert all(problem.severity is Severity.WARNING for problem in problems)


@each
def test_a_paper_gives_the_same_bytes_twice(row: dict[str, Any]) -> None:
    assert docgen.render(GALLERY / row["文件"]).to_bytes() == rendered(row["文件"]).to_bytes()


@pytest.mark.rendered
@each
def test_a_paper_is_valid(row: dict[str, Any], validate: Any) -> None:
    validate(rendered(row["文件"]).to_bytes())


@pytest.mark.rendered
@each
def test_a_paper_measures_right(row: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(rendered(row["文件"]).to_bytes())
    required = [check for group in row["必测"] for check in GROUPS[group]]
    report = verify(path, rendered(row["文件"]).format, require=required)
    assert {finding.check: (finding.measured, finding.required) for finding in report.failed} == {}
    assert report.stopped is None


@pytest.mark.rendered
@pytest.mark.parametrize("package", SAMPLES, ids=lambda package: package.id)
def test_the_sample_of_a_kind_measures_right(package: Package, tmp_path: Path) -> None:
    path = tmp_path / "paper.docx"
    document = docgen.render(package.folder / "example.yaml")
    path.write_bytes(document.to_bytes())
    report = verify(path, document.format, require=GROUPS["正文"])
    assert {finding.check: (finding.measured, finding.required) for finding in report.failed} == {}
