"""render(blocks) -> the bytes of a .docx, for comparison with other writers on the same work.

A block is a mapping: `k` its kind (title, to, p, pl, h1, h2, h3, cap, sign, table), `t` its text,
`lead` a bold lead-in; a table has `head` and `rows`. Numbers stand in the texts, so headings here
are unnumbered. Every call builds the tree and writes it; no result is kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from docgen import formats, word
from docgen.document import Block, Column, Heading, Numbering, Paper, Paragraph, Strong, Table
from docgen.numbering import number

LAYERS = {"h1": 1, "h2": 2, "h3": 3}
ROLES = {"title": "title", "to": "addressees", "sign": "signature"}


def render(blocks: Sequence[Mapping[str, Any]]) -> bytes:
    """The document that holds `blocks`. A compendium has many titles, addressees and signatures: they
    become paragraphs with that role."""
    paper = Paper((), tuple(_blocks(blocks)), numbering=Numbering(live=False))
    numbered, _problems = number(paper)
    return word.write(numbered, formats.load("gbt9704"))


def _blocks(blocks: Sequence[Mapping[str, Any]]) -> Iterator[Block]:
    caption = ""
    for block in blocks:
        kind = block["k"]
        if kind == "p":
            yield Paragraph((block["t"],))
        elif kind in LAYERS:
            yield Heading(LAYERS[kind], (block["t"],), numbered=False)
        elif kind == "pl":
            yield Paragraph((Strong(block["lead"]), block["t"]))
        elif kind == "cap":
            caption = block["t"]
        elif kind == "table":
            rows = (tuple(block["head"]), *map(tuple, block["rows"]))
            yield Table(tuple(map(Column, block["head"])), rows, 1, caption, False)
            caption = ""
        else:
            yield Paragraph((block["t"],), role=ROLES[kind])
