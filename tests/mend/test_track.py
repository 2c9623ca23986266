"""Tracked changes: accepting all is --fix, rejecting all is the file as it was, and the file is valid."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.manuscript import Grid, Line
from docgen.mend.difference import stretches
from docgen.mend.mend import Mended, mend
from docgen.mend.track import tracked
from docgen.mend.tracked import Author, mark
from docgen.mend.word_file import MAIN, main, replaced
from docgen.ooxml.values import W
from docgen.problems import CannotRead
from docgen.reader.read import read_docx
from tests.mend.files import elaborate, saved, with_runs


def texts(data: bytes) -> list[str]:
    found = []
    for piece in read_docx(data, "x.docx").pieces:
        if isinstance(piece, Line):
            found.append(piece.text)
        elif isinstance(piece, Grid):
            found += [line.text for row in piece.rows for cell in row for line in cell.lines]
    return found


def rejected(data: bytes, author: str = "docgen") -> bytes:
    """The file with every change of `author` taken back."""
    from lxml import etree

    _xml, root = main(data)
    for one in [one for one in root.iter(W + "ins") if one.get(W + "author") == author]:
        one.getparent().remove(one)
    for one in [one for one in root.iter(W + "del") if one.get(W + "author") == author]:
        for text in one.iter(W + "delText"):
            text.tag = W + "t"
        for run in list(one):
            one.addprevious(run)
        one.getparent().remove(one)
    return replaced(data, {MAIN: etree.tostring(root)})


def proposed(tmp_path: Path, data: bytes) -> tuple[bytes, Mended]:
    path = tmp_path / "last.docx"
    path.write_bytes(data)
    mended = mend(path)
    return tracked(data, mended, path), mended


MESSY = with_runs(
    ["青禾县第一小学2027年工作计划"],
    ["一、工作目标"],
    ["落实课程方案,", "抓实教学", "常规,做到有计划、有记录。"],
    ["(一)加强管理"],
    ["20", "**年组织两次检查,", "每次都有记录。"],
)


@pytest.mark.parametrize("data", [MESSY, elaborate()], ids=["runs", "everything"])
def test_accepting_all_is_fix_and_rejecting_all_is_the_file(
    tmp_path: Path, data: bytes, validate: Callable[[bytes], None]
) -> None:
    marked, mended = proposed(tmp_path, data)

    assert mended.done
    assert texts(marked) == texts(mended.content)
    assert texts(rejected(marked)) == texts(data)
    validate(marked)


def test_each_change_has_a_comment_that_names_its_rule(tmp_path: Path) -> None:
    marked, mended = proposed(tmp_path, MESSY)

    with zipfile.ZipFile(io.BytesIO(marked)) as archive:
        comments = archive.read("word/comments.xml").decode("utf-8")
    for finding in mended.done:
        assert f"{finding.rule.id} {finding.problem.message}" in comments


def test_what_a_person_has_to_decide_is_a_comment_only(tmp_path: Path) -> None:
    marked, mended = proposed(tmp_path, MESSY)

    assert "PLH-001" in {finding.rule.id for finding in mended.left}
    assert texts(marked)[4].startswith("20**年")
    with zipfile.ZipFile(io.BytesIO(marked)) as archive:
        assert b"PLH-001" in archive.read("word/comments.xml")


def test_comments_that_are_there_stay_and_no_id_is_used_twice(tmp_path: Path) -> None:
    made = docx.Document(io.BytesIO(MESSY))
    made.add_comment(made.paragraphs[1].runs, text="先看这里", author="王", initials="W")
    marked, _mended = proposed(tmp_path, saved(made))

    with zipfile.ZipFile(io.BytesIO(marked)) as archive:
        comments = archive.read("word/comments.xml").decode("utf-8")
        xml = archive.read("word/document.xml").decode("utf-8")
    assert "先看这里" in comments
    ids = [part.split('"')[0] for part in comments.split('w:id="')[1:]]
    ids += [part.split('"')[0] for name in ("ins", "del") for part in xml.split(f'<w:{name} w:id="')[1:]]
    assert len(ids) == len(set(ids))


def test_the_same_file_gives_the_same_bytes(tmp_path: Path) -> None:
    assert proposed(tmp_path, MESSY)[0] == proposed(tmp_path, MESSY)[0]


def test_a_text_file_has_no_tracked_changes(tmp_path: Path) -> None:
    path = tmp_path / "last.txt"
    path.write_text("计划\n落实方案,抓好教学。\n", encoding="utf-8")

    with pytest.raises(CannotRead, match="MND-002"):
        tracked(path.read_bytes(), mend(path), path)


WORDS = st.text(alphabet="甲乙丙丁，。,", min_size=1, max_size=5)


@given(st.lists(WORDS, min_size=1, max_size=5), st.text(alphabet="甲乙丙丁，。,新", max_size=20))
def test_any_change_of_a_line_can_be_taken_and_taken_back(cut: list[str], new: str) -> None:
    document = docx.Document(io.BytesIO(with_runs(cut)))
    paragraph = document.paragraphs[0]._p
    before = copy.deepcopy(paragraph)

    mark(
        paragraph,
        stretches("".join(cut), new),
        [],
        Author("docgen", "2026-01-01T00:00:00Z", iter(range(1, 999))),
    )

    assert _accepted(paragraph) == new
    assert _rejected(paragraph) == "".join(cut) == _accepted(before)


def _accepted(paragraph: Any) -> str:
    return "".join(text.text or "" for text in paragraph.iter(W + "t"))


def _rejected(paragraph: Any) -> str:
    kept = (
        one
        for one in paragraph.iter(W + "t", W + "delText")
        if not any(True for _up in one.iterancestors(W + "ins"))
    )
    return "".join(one.text or "" for one in kept)
