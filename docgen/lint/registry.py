"""The rules in their order: which function finds what the row of an id describes.

A topic is a module of `docgen.lint.rules`; its `RULES` are its functions by id.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib import import_module

from docgen.lint.reading import Hit, Reading

Check = Callable[[Reading], Iterator[Hit]]

TOPICS = (
    "ordinals", "sequences", "headings", "titles", "placeholders", "debris", "punctuation", "quotes",
    "sentences", "dates", "times", "spans", "numbers", "references", "attachments", "people", "words",
    "structure", "tasks", "tables", "table_figures", "calendars", "format", "typesetting", "file_parts",
)  # fmt: skip


@lru_cache(maxsize=1)
def registry() -> dict[str, Check]:
    """The functions by id, in the order of the topics."""
    topics = [import_module(f"docgen.lint.rules.{topic}") for topic in TOPICS]
    return {id: check for topic in topics for id, check in topic.RULES.items()}
