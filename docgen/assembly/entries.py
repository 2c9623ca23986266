"""What the table of contents lists, and on which level: dividers, titles of papers, headings in them."""

from __future__ import annotations

from typing import NamedTuple


class Entry(NamedTuple):
    """A line of the table of contents: its level (from 1), its words, and the bookmark where it leads."""

    level: int
    text: str
    bookmark: str


class Levels(NamedTuple):
    """The level of papers' titles (1, or 2 where dividers stand above them), the deepest that is listed."""

    first: int
    deepest: int

    def lists(self, level: int) -> bool:
        return level <= self.deepest


def bookmark(part: int, number: int) -> str:
    """The name of bookmark `number` in the part with the number `part`: of the kind that Word makes for
    its own tables of contents, which it hides."""
    return f"_Toc{part:04}{number:05}"
