"""What docgen itself has built is read without loss."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import docgen
from docgen.manuscript import Grid, Line, Manuscript
from docgen.reader.read import read

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
NO_PLANS = ("gallery", "house-style")
PLANS = [
    plan
    for folder in ("plans", "gongwen")
    for plan in sorted((EXAMPLES / folder).glob("*.yaml"))
    if plan.stem not in NO_PLANS
]
NO_TEXT = {
    "10-preprinted": {"某某县教育局文件"},
    "21-stamp-single": {"甲某某"},
    "22-stamps-joint": {"甲某某", "乙某某"},
    "31-order": {"甲某某"},
}
"""What is no text in Word, by the plan: printed on the sheets before, or written in a stamp's picture."""
BETWEEN = re.compile(r"(?:［注\d+］|[\s（）：、；])+")
"""What the one form sets otherwise than the other: blanks, a person's post, the marks of notes."""


def words(text: str) -> list[str]:
    return [word for word in BETWEEN.split(text) if word]


def lines(manuscript: Manuscript) -> Iterator[Line]:
    for piece in manuscript.pieces:
        if isinstance(piece, Line):
            yield piece
        elif isinstance(piece, Grid):
            yield from (line for row in piece.rows for cell in row for line in cell.lines)


def said(manuscript: Manuscript) -> str:
    shown = "".join(line.number + line.text for line in lines(manuscript))
    notes = "".join(note.text for line in lines(manuscript) for note in line.notes)
    return "".join(words(shown + notes))


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.stem)
def test_a_built_word_file_says_all_that_the_text_file_says(plan: Path, tmp_path: Path) -> None:
    document = docgen.render(plan)
    for name in ("a.docx", "a.txt"):
        document.save(tmp_path / name)
    whole = said(read(tmp_path / "a.docx"))

    lost = {word for word in words((tmp_path / "a.txt").read_text("utf-8")) if word not in whole}

    assert lost == NO_TEXT.get(plan.stem, set())
