"""The sample files of the docs say what their scripts write, and the pictures are small."""

from __future__ import annotations

import runpy
from pathlib import Path

import docx
import pytest

DOCS = Path(__file__).parent.parent.parent / "docs"
LARGEST_PICTURE = 150_000
PICTURES = runpy.run_path(str(DOCS / "make_pictures.py"))["PICTURES"]


def words_of(document: docx.document.Document) -> list[str]:
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [paragraph.text for paragraph in document.paragraphs] + cells


def test_the_sample_of_last_year_is_what_its_script_writes() -> None:
    script = runpy.run_path(str(DOCS / "make_samples.py"))

    assert words_of(docx.Document(str(script["TARGET"]))) == words_of(script["document"]())


@pytest.mark.parametrize("name", sorted(name for made in PICTURES.values() for name in made))
def test_a_picture_of_the_docs_is_small(name: str) -> None:
    assert 5_000 < (DOCS / "images" / f"{name}.png").stat().st_size < LARGEST_PICTURE
