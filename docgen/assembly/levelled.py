"""The outline of a foreign document in a book: its title and headings on their levels, nothing else on
any, so that a table of contents made anew lists what the first one listed."""

from __future__ import annotations

from typing import Any

from docgen.assembly.entries import Entry, Levels, bookmark
from docgen.assembly.foreign_outline import Outline
from docgen.word import child_order
from docgen.word.child_order import W, arrange

LEVEL, WORDS = "docgen-level", "docgen-words"
NONE = 9
"""The outline level of body text, counted as files do (from 0)."""


def mark(body: Any, outline: Outline) -> None:
    """Marks the paragraphs of `body` that `outline` tells of."""
    for number, paragraph in enumerate(body.iter(f"{W}p"), 1):
        if number in outline.headings:
            level, words = outline.headings[number]
            paragraph.set(LEVEL, str(level))
            paragraph.set(WORDS, words)


def lower(styles: Any, number: int) -> None:
    """Takes the styles of the part with the `number` out of the outline: its paragraphs say it."""
    for style in styles.iterchildren(f"{W}style"):
        if style.get(f"{W}styleId", "").startswith(f"A{number}-"):
            for level in list(style.iter(f"{W}outlineLvl")):
                level.getparent().remove(level)


def entries(body: Any, part: int, levels: Levels) -> list[Entry]:
    """What the table of contents lists of `body`, in which bookmarks are set for it. All marks go."""
    found: list[Entry] = []
    for paragraph in body.iter(f"{W}p"):
        level, words = int(paragraph.attrib.pop(LEVEL, 0)), paragraph.attrib.pop(WORDS, "")
        _set_level(paragraph, level)
        if level and words and levels.lists(level):
            found.append(Entry(level, words, bookmark(part, len(found) + 1)))
            _set_bookmark(paragraph, found[-1].bookmark)
    return found


def _set_level(paragraph: Any, level: int) -> None:
    properties = paragraph.find(f"{W}pPr")
    if properties is not None:
        for own in properties.findall(f"{W}outlineLvl"):
            properties.remove(own)
    if not level:
        return
    if properties is None:
        properties = paragraph.makeelement(f"{W}pPr", {})
        paragraph.insert(0, properties)
    properties.append(properties.makeelement(f"{W}outlineLvl", {f"{W}val": str(min(level, NONE) - 1)}))
    arrange(properties, child_order.PARAGRAPH)


def _set_bookmark(paragraph: Any, name: str) -> None:
    start = paragraph.makeelement(f"{W}bookmarkStart", {f"{W}id": name, f"{W}name": name})
    end = paragraph.makeelement(f"{W}bookmarkEnd", {f"{W}id": name})
    paragraph.insert(1, start)
    paragraph.append(end)
