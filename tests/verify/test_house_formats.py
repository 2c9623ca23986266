"""The example house formats: a paper set in one keeps it, in its file and on its pages."""

from __future__ import annotations

from pathlib import Path

import pytest

import docgen
from docgen import word
from docgen.formats import load
from docgen.verify import verify

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
HOUSES = ("single-sided", "wider-lines")
PLAN = EXAMPLES / "gongwen" / "01-letterhead.yaml"


def made(house: str, folder: Path) -> Path:
    path = folder / f"{house}.docx"
    path.write_bytes(word.write(docgen.render(PLAN).numbered, load(f"{house}.yaml", EXAMPLES / "formats")))
    return path


@pytest.mark.parametrize("house", HOUSES)
def test_a_paper_keeps_the_house_format_it_is_set_in_and_not_the_standard(house, tmp_path):
    path = made(house, tmp_path)
    format = load(f"{house}.yaml", EXAMPLES / "formats")

    assert verify(path, format, parts=("file",)).failed == ()
    assert verify(path, parts=("file",)).failed


@pytest.mark.rendered
@pytest.mark.parametrize("house", HOUSES)
def test_its_pages_keep_the_house_format_too(house, tmp_path):
    report = verify(made(house, tmp_path), load(f"{house}.yaml", EXAMPLES / "formats"))

    assert report.failed == ()
    assert report.pages > 1
