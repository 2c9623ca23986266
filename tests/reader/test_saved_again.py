"""A file has the same numbers and words after LibreOffice has saved it as .docx, the same words as .doc or
.rtf, which keep no lists that count on from each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.libreoffice import find_soffice, run_soffice
from docgen.manuscript import Line
from docgen.reader.convert import to_docx
from docgen.reader.read import read
from tests.reader.packages import NAMESPACES, body, p, package, r
from tests.reader.test_numbers import RELATIONS, abstract, begins, level, listed, num

LISTS = (
    abstract(1, level(0, "chineseCountingThousand", "%1、"), level(1, "chineseCounting", "（%2）"))
    + abstract(2, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"))
    + num(1, 1)
    + num(2, 2)
    + num(3, 2, begins(0, 1))
    + num(4, 2)
)
TEXTS = (
    ("一、目标", 1, 0), ("（一）安全", 1, 1), ("1.巡查", 2, 0), ("2.演练", 2, 0),
    ("（二）质量", 1, 1), ("1.备课", 3, 0), ("1.1上课", 3, 1), ("2.教研", 3, 0),
    ("二、措施", 1, 0), ("（一）组织", 1, 1), ("3.督查", 4, 0), ("附则", 0, 0),
)  # fmt: skip
"""Each with its number as Word prints it, its list and its level."""
KINDS = {"doc": "doc:MS Word 97", "rtf": "rtf"}


def lines(path: Path) -> list[Line]:
    return [piece for piece in read(path).pieces if isinstance(piece, Line)]


def said(path: Path) -> list[str]:
    return [line.number + line.text for line in lines(path)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("saved")
    blocks = [
        p(r(text.lstrip("一二（）、.123")), properties=listed(list, level) if list else "")
        for text, list, level in TEXTS
    ]
    parts = {
        "word/numbering.xml": f"<w:numbering {NAMESPACES}>{LISTS}</w:numbering>".encode(),
        "word/_rels/document.xml.rels": RELATIONS,
    }
    (place / "a.docx").write_bytes(package(body(*blocks), parts))
    return place


def test_numbers_and_words_are_those_that_word_prints(folder: Path) -> None:
    assert said(folder / "a.docx") == [text for text, _list, _level in TEXTS]


@pytest.mark.rendered
def test_numbers_are_the_same_when_libreoffice_has_saved_them(folder: Path) -> None:
    (folder / "b.docx").write_bytes(to_docx((folder / "a.docx").read_bytes(), ".docx", "a.docx"))

    assert said(folder / "b.docx") == said(folder / "a.docx")


@pytest.mark.rendered
@pytest.mark.parametrize("suffix", KINDS)
def test_files_of_other_kinds_are_read_through_libreoffice(folder: Path, tmp_path: Path, suffix: str) -> None:
    (tmp_path / "a.docx").write_bytes((folder / "a.docx").read_bytes())
    run_soffice(find_soffice(), tmp_path, KINDS[suffix], "a.docx", 60.0, None)

    found = [line.text for line in lines(tmp_path / f"a.{suffix}")]

    assert found == [line.text for line in lines(folder / "a.docx")]
