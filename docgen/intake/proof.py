"""Whether a plan makes the paper that it was imported from: the two outlines, part by part."""

from __future__ import annotations

from itertools import zip_longest
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


def difference(paper: Paper, made: NumberedPaper) -> tuple[str, str] | None:
    """The first part of `paper` that `made` says otherwise, and what it says there; None where `made` has
    the same title and parts in the same order."""
    numbered, _problems = number(paper)
    titles = ("".join(paper.title), "".join(made.paper.title))
    if titles[0] and titles[0] != titles[1]:  # an order has its mark for a title
        return titles
    nothing: dict[str, Any] = {}
    for before, after in zip_longest(outline_of(numbered), outline_of(made), fillvalue=nothing):
        if before != after:
            return _words(before), _words(after)
    return None


def _words(row: dict[str, Any]) -> str:
    """A part as it is read: its number and its words."""
    cells = [
        *(row.get("rows") or [[]])[0],
        *(f"{one['role']}：{one['value']}" for one in row.get("entries", ())),
    ]
    words = "".join(str(row.get(key) or "") for key in ("label_correct", "head", "head_end", "body", "text"))
    return words or "　".join(cells)


def _tidy(value: Any) -> Any:
    """Blanks do not count: a plan's keys and lists cannot hold those at the ends of a text."""
    if isinstance(value, str):
        return "".join(value.split())
    if isinstance(value, list):
        return [_tidy(entry) for entry in value]
    return {key: _tidy(entry) for key, entry in value.items()} if isinstance(value, dict) else value
