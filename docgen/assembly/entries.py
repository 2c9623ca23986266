"""What the table of contents lists, and on which level: dividers, titles of papers, headings in them."""

from __future__ import annotations

from typing import NamedTuple

MANY = 1_000_000
"""More bookmarks than a book has."""


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


def around(name: str) -> tuple[str, str]:
    """The begin and the end of such a bookmark. Its number follows from its name and no other has it: those
    that a book has beside are counted from 1."""
    id = MANY + int(name.removeprefix("_Toc"))
    return f'<w:bookmarkStart w:id="{id}" w:name="{name}"/>', f'<w:bookmarkEnd w:id="{id}"/>'
