"""Cross references: bookmarks at headings and items, and the fields that print their numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from docgen.document import Block, Heading, Item, plain
from docgen.numbering import NumberedPaper, quoted
from docgen.word.lists import Lists, Spot


def fields(numbered: NumberedPaper, lists: Lists) -> tuple[dict[str, str], dict[str, int]]:
    """For each key whose number Word can count by itself, the instruction of the field that prints
    it; and for each such key the id of its bookmark.

    A reference that Word would print otherwise (its full number `\\w`, or the heading's words where
    it has no number) stays text: one that becomes wrong when fields are updated is worse than one
    that stands still. (Updated, Word's field also prints the mark behind the number of a chapter.)
    """
    instructions: dict[str, str] = {}
    bookmarks: dict[str, int] = {}
    if not numbered.references:
        return instructions, bookmarks
    for block, spot in _targets(numbered, lists):
        printed = numbered.references.get(block.key)
        counted = quoted(spot.full) if spot else plain(block.content)
        if not printed or block.key in bookmarks or counted != printed:
            continue
        bookmarks[block.key] = len(bookmarks) + 1
        switch = r"\w " if spot else ""
        instructions[block.key] = rf"REF {name(bookmarks[block.key])} {switch}\h"
    return instructions, bookmarks


def _targets(numbered: NumberedPaper, lists: Lists) -> Iterator[tuple[Heading | Item, Spot | None]]:
    paper = numbered.paper
    rows: list[tuple[tuple[Block, ...], tuple[Spot | None, ...]]] = [(paper.blocks, lists.body)]
    rows += [(one.blocks, spots) for one, spots in zip(paper.attachments, lists.attached, strict=True)]
    for blocks, spots in rows:
        for block, spot in zip(blocks, spots, strict=True):
            if isinstance(block, (Heading, Item)) and block.key:
                yield block, spot


def name(number: int) -> str:
    """The name of bookmark `number`; Word hides bookmarks that begin with a low line."""
    return f"_Ref{number:09}"


def bookmarked(runs: str, key: str, bookmarks: Mapping[str, int]) -> str:
    """`runs` inside the bookmark of `key`, if it has one."""
    number = bookmarks.get(key) if key else None
    if number is None:
        return runs
    start = f'<w:bookmarkStart w:id="{number}" w:name="{name(number)}"/>'
    return f'{start}{runs}<w:bookmarkEnd w:id="{number}"/>'
