"""How much of the first page the 版头 has to leave: the text has to begin there (GB/T 9704 7.3.3)."""

from __future__ import annotations

from docgen import line_count, title
from docgen.document import Block, Heading, Paper, Table
from docgen.formats import PageFormat
from docgen.front import addressed, titled, under


def needed(paper: Paper, format: PageFormat) -> int:
    """The height in twips from the title to the first line of the text."""
    given = titled(paper)
    lines = title.lines(given[0], format.title.width) if len(given) == 1 else given
    height = round(len(lines) * format.title.pitch * 20) if any(given) else 0
    if any(given) or under(paper):
        height += format.pitch * (len(under(paper)) + format.title.blank_after)
    if paper.addressees:
        height += format.pitch * line_count.lines(addressed(paper.addressees), format)
    return height + format.pitch * _beginning(paper.blocks)


def _beginning(blocks: tuple[Block, ...]) -> int:
    """The lines that stand together at the beginning of the text: headings with a line of what follows,
    a table's first rows."""
    count = 0
    for block in blocks:
        count += 1
        if not isinstance(block, Heading) or block.body:
            return count + isinstance(block, Table)
    return count
