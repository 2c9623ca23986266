"""There and back: what is imported builds the same paper, and importing that gives the same outline."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from docgen import pipeline, word
from docgen.intake.imported import imported
from docgen.plan_file import Given
from docgen.reader import text
from docgen.reader.read import read_docx
from docgen.recognise.recognise import recognise
from docgen.recognised import Recognised
from docgen.source.load import loads
from docgen.writers import outline_of_file
from docgen.writers import text as plain_text
from tests.intake.papers import paper

SEEDS = range(60)
OTHERWISE = ("line", "label_raw", "mistakes", "raw_lines")


def outline(recognised: Recognised) -> list[dict[str, Any]]:
    """The parts without their places; blanks in names do not count, for Word spreads them."""
    rows = []
    for block in outline_of_file.write(recognised)["blocks"]:
        row = {key: value for key, value in block.items() if key not in OTHERWISE}
        if "entries" in row:
            row["entries"] = [(entry["role"], "".join(entry["value"].split())) for entry in row["entries"]]
        rows.append(row)
    return rows


def read(source: str) -> Recognised:
    return recognise(text.read(source.encode("utf-8"), "last-year.txt"))


@pytest.mark.parametrize("seed", SEEDS)
def test_import_build_import_gives_the_same_outline(seed: int, tmp_path: Path) -> None:
    first = read(paper(seed))
    made = imported(first, "plan.yaml", tmp_path)
    plan, problems = loads(made.text, "plan.yaml")
    result = pipeline.run(Given(plan, tmp_path))

    again = recognise(read_docx(word.write(result.numbered, result.format), "built.docx"))

    assert made.proved and not problems
    assert "".join(again.title) == "".join(first.title)
    assert outline(again) == outline(first)


@pytest.mark.parametrize("seed", range(0, 60, 3))
def test_text_in_is_text_out(seed: int, tmp_path: Path) -> None:
    source = paper(seed)
    plan, _problems = loads(imported(read(source), "plan.yaml", tmp_path).text, "plan.yaml")
    built = plain_text.write(pipeline.run(Given(plan, tmp_path)).numbered)

    at = 0
    characters = "".join(source.split()).replace("附件：1.任务分工表2.经费安排表", "")
    built = "".join(built.split())
    for character in characters:
        found = built.find(character, at)
        assert found >= 0, (character, characters[:60])
        at = found + 1
