"""Edits made in Word come back into the plan, exactly these, and nothing else in it changes."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import docgen
from docgen.intake.update.units import has_numbers, units
from docgen.intake.update.update import Updated, update
from docgen.reader.read import read_docx
from tests.intake.edited_plans import Typist
from tests.intake.word_edits import Edit, Editor, File

EXAMPLES = Path(__file__).parents[2] / "examples"
PLANS = sorted((EXAMPLES / "plans").glob("*.yaml"))
REFERENCE = re.compile(r"[一二三四五六]、(?:（[一二三四五六]）|\d+)")
"""A number that a text refers to, which Word counts anew when it updates its fields."""
KINDS = ("word", "heading", "more", "less", "move", "section")


def built(plan: Path, numbers: str = "live") -> bytes:
    return docgen.render(plan, numbers=numbers).to_bytes("docx")


def edited(data: bytes, seed: int) -> tuple[bytes, list[Edit]]:
    """The file with one to four edits."""
    chance = random.Random(seed)
    editor = Editor(File(data), chance)
    kinds = [chance.choice(KINDS) for _edit in range(chance.randint(1, 4))]
    made = [edit for kind in kinds if (edit := getattr(editor, kind)())]
    return editor.file.save(), made


def text_of(data: bytes) -> list[Any]:
    manuscript = read_docx(data, "x.docx")
    found = [unit.key for unit in units(manuscript, not has_numbers(manuscript))]
    return [(row, REFERENCE.sub("", text)) for row, text in found]


def check(plan: Path, data: bytes, edits: list[Edit], tmp_path: Path) -> Updated:
    """Brings `data` back into `plan`: the new plan makes its text, the changes are the edits, and no line
    that no edit is about has changed."""
    made = update(read_docx(data, "改后.docx"), plan)
    target = tmp_path / "新.yaml"
    target.write_bytes(made.content)
    for beside in plan.parent.glob("docgen.yaml"):
        (tmp_path / beside.name).write_bytes(beside.read_bytes())
    numbers = "live" if has_numbers(read_docx(data, "x.docx")) else "text"
    assert text_of(built(target, numbers)) == text_of(data), edits
    assert made.same
    assert not unexplained(made, edits)
    before, after = plan.read_text(encoding="utf-8"), made.content.decode("utf-8")
    touched = set().union(*(lines_about(before, edit) for edit in edits))
    kept = [line for number, line in enumerate(before.split("\n")) if number not in touched and line.strip()]
    assert not missing(kept, after.split("\n"))
    for edit in edits:
        if edit.kind == "moved":
            lines = {before.split("\n")[number].strip() for number in lines_about(before, edit)}
            assert lines <= {line.strip() for line in after.split("\n")}
    return made


def unexplained(made: Updated, edits: list[Edit]) -> list[Any]:
    """The changes that are no edit, and the edits that are no change."""
    left, changes = list(edits), []
    for change in made.changes:
        about = [
            edit
            for edit in left
            if edit.kind == change.kind and edit.before in change.before and edit.after in change.after
        ]
        about = about or [
            edit for edit in left if edit.kind == change.kind == "removed" and change.before in edit.before
        ]
        if about:
            left.remove(about[0])
        else:
            changes.append(change)
    return [*left, *changes]


def lines_about(text: str, edit: Edit) -> set[int]:
    """The lines of the entry (of a text that is changed: of the text) that an edit is about, and the
    comments right above it."""
    root = yaml.compose(text)
    found: set[int] = set()
    for node, entry in _texts(root, None):
        about = node if edit.kind == "changed" else entry
        is_changed = edit.kind == "changed"
        says = edit.before in node.value if is_changed else edit.before.startswith(node.value)
        if edit.before and says and len(node.value) > 3 and about is not None:
            found |= _lines(text, about)
    return found


def _texts(node: Any, entry: Any) -> Iterator[tuple[Any, Any]]:
    if isinstance(node, yaml.ScalarNode):
        yield node, entry
    elif isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from _texts(child, child)
    else:
        for _key, value in node.value:
            yield from _texts(value, entry)


def _lines(text: str, node: Any) -> set[int]:
    first, last = node.start_mark.line, node.end_mark.line
    rows = text.split("\n")
    if last > first and not rows[last][: node.end_mark.column].strip():
        last -= 1
    while first and rows[first - 1].lstrip().startswith("#"):
        first -= 1
    return set(range(first, last + 1))


def missing(kept: list[str], lines: list[str]) -> list[str]:
    """The first of the lines `kept` that do not stand among `lines` in their order."""
    rest = iter(lines)
    return [line for line in kept if line not in rest][:1]


@pytest.mark.parametrize("seed", range(40))
def test_a_generated_plan_takes_exactly_the_edits(seed: int, tmp_path: Path) -> None:
    plan = tmp_path / "计划.yaml"
    plan.write_text(Typist(seed).plan(), encoding="utf-8")
    data, edits = edited(built(plan), seed)
    check(plan, data, edits, tmp_path)


@pytest.mark.parametrize("seed", range(100, 110))
def test_a_plan_with_typed_numbers_takes_exactly_the_edits(seed: int, tmp_path: Path) -> None:
    plan = tmp_path / "计划.yaml"
    plan.write_text(Typist(seed).plan(), encoding="utf-8")
    data, edits = edited(built(plan, "text"), seed)
    check(plan, data, edits, tmp_path)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("plan", PLANS, ids=lambda path: path.stem)
def test_an_example_takes_exactly_the_edits(plan: Path, seed: int, tmp_path: Path) -> None:
    data, edits = edited(built(plan), seed)
    check(plan, data, edits, tmp_path)
