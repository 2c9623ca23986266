"""What stays on one page: nothing that belongs to what follows ends a page (GB/T 9704 7.3.5.5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from docgen.document import Block, Heading, Item, Paragraph, Table, plain
from docgen.word.runs import keep_next, loosened
from docgen.word.tables import keep_rows
from docgen.word.tables_layout import fits_upright
from docgen.word.tables_setting import Setting

A_LINE = 28
LARGEST_HELD = 4 * A_LINE
"""Characters of a last paragraph that is moved to the page of the signature without further ado."""

BEFORE = 5
"""Characters of a heading's first line that are not its own: the indent and the number."""

MOST_HELD = 8
"""Lines of headings that follow each other and go to the page of the text below them. More would leave
half a page empty; where nearly every paragraph of a paper is a heading, they would drag each other over."""


def held(xml: str) -> str:
    """A piece of text, kept on the page of what follows: its last paragraph, or its last rows."""
    return keep_rows(xml) if xml.endswith("</w:tbl>") else keep_next(xml)


def upright_last(blocks: Sequence[Block], setting: Setting) -> Sequence[Block]:
    """`blocks` with a table at their end upright, if it can be and the plan does not say: a page turned
    for it would leave the signature alone on the next one."""
    last = blocks[-1] if blocks else None
    if isinstance(last, Table) and last.landscape is None and not last.page and fits_upright(last, setting):
        return (*blocks[:-1], replace(last, landscape=False))
    return blocks


def is_short(blocks: Sequence[Block]) -> bool:
    """Whether the last of `blocks` goes to the page of the signature as a whole and leaves little empty
    there; not where it is the only text, for a first page without any is worse than a signature by itself
    (7.3.3)."""
    last = blocks[-1] if blocks else None
    if not isinstance(last, (Heading, Item, Paragraph)):
        return True
    if is_only_text(blocks):
        return False
    words = len(plain(last.content))
    return words + (len(plain(last.body)) if isinstance(last, Heading) else 0) <= LARGEST_HELD


def is_only_text(blocks: Sequence[Block]) -> bool:
    """Whether nothing but headings comes before the last of `blocks`."""
    return all(isinstance(block, Heading) and not block.body for block in blocks[:-1])


def together(blocks: Sequence[Block], pieces: list[tuple[str, bool]]) -> None:
    """Lets the headings among `pieces` (the XML of the `blocks`, and whether it wants a landscape page)
    share the page of what they head: a turned one too, though not too many of them."""
    lines = 0
    for at in range(len(blocks) - 1, -1, -1):
        block = blocks[at]
        if not isinstance(block, Heading) or block.body:
            lines = 0
            continue
        lines += 1 + (len(plain(block.content)) + BEFORE) // A_LINE
        xml, _upright = pieces[at]
        if lines > MOST_HELD:
            pieces[at] = loosened(xml), False
        elif at + 1 < len(pieces) and pieces[at + 1][1]:
            pieces[at] = xml, True
