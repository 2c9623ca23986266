"""The keys (代号) of papers that stand in one document: each plan names its chapters for itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from docgen.document import Block, Cell, Content, Heading, Item, Paper, Paragraph, Reference, Table


def keys(paper: Paper) -> set[str]:
    """The keys of all headings and items of `paper` and of its attachments."""
    texts = (paper.blocks, *(attachment.blocks for attachment in paper.attachments))
    return {block.key for blocks in texts for block in blocks if isinstance(block, (Heading, Item))} - {""}


def apart(paper: Paper, taken: set[str], name: str) -> Paper:
    """`paper` with those of its keys (代号) renamed that are `taken` already, by the carrying paper or by
    another one: each plan names its chapters for itself. All its keys are taken then; `name` tells the
    papers apart."""
    own = keys(paper)
    new = {key: f"{key} {name}" for key in own & taken}
    taken |= own | set(new.values())
    if not new:
        return paper
    attachments = (replace(one, blocks=_renamed(one.blocks, new)) for one in paper.attachments)
    return replace(paper, blocks=_renamed(paper.blocks, new), attachments=tuple(attachments))


def _renamed(blocks: tuple[Block, ...], new: Mapping[str, str]) -> tuple[Block, ...]:
    return tuple(_block(block, new) for block in blocks)


def _block(block: Block, new: Mapping[str, str]) -> Block:
    if isinstance(block, (Heading, Item)):
        block = replace(block, key=new.get(block.key, block.key), content=_content(block.content, new))
    if isinstance(block, Heading):
        return replace(block, body=_content(block.body, new))
    if isinstance(block, Paragraph):
        return replace(block, content=_content(block.content, new))
    if isinstance(block, Table):
        return replace(block, rows=tuple(tuple(_cell(cell, new) for cell in row) for row in block.rows))
    return block


def _cell(cell: str | Cell, new: Mapping[str, str]) -> str | Cell:
    return replace(cell, content=_content(cell.content, new)) if isinstance(cell, Cell) else cell


def _content(content: Content, new: Mapping[str, str]) -> Content:
    return tuple(
        replace(part, target=new.get(part.target, part.target)) if isinstance(part, Reference) else part
        for part in content
    )
