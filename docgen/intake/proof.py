"""Whether a plan makes the paper that it was imported from: the two outlines, part by part."""

from __future__ import annotations

from typing import Any

from docgen.document import Paper
from docgen.numbering import NumberedPaper, number
from docgen.writers import outline

PLACES = ("line", "label_raw")
"""What differs between a file and a plan by nature."""


def outline_of(numbered: NumberedPaper) -> list[dict[str, Any]]:
    """The parts of a paper, without the places they came from."""
    rows = outline.write(numbered)["blocks"]
    return [{key: _tidy(value) for key, value in row.items() if key not in PLACES} for row in rows]


def same(paper: Paper, made: NumberedPaper) -> bool:
    """Whether `made` has the same title and parts as `paper`, in the same order."""
    numbered, _problems = number(paper)
    titles = ("".join(paper.title), "".join(made.paper.title))
    return titles[0] == titles[1] and outline_of(numbered) == outline_of(made)


def _tidy(value: Any) -> Any:
    """Blanks do not count: a plan's keys and lists cannot hold those at the ends of a text."""
    if isinstance(value, str):
        return "".join(value.split())
    if isinstance(value, list):
        return [_tidy(entry) for entry in value]
    return {key: _tidy(entry) for key, entry in value.items()} if isinstance(value, dict) else value
