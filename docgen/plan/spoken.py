"""References in a list that was made of a plan's text: what they lead to stands in another paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from docgen.document import Block, Cell, Content, Paper, Reference, Table
from docgen.plan.own_keys import keys
from docgen.source.values import Record


def spoken(paper: Paper, plan: Record) -> Paper:
    """`paper` with the references in its tables that lead to no heading of its own said in words: the
    title of what they lead to in `plan`, in quotation marks."""
    titles = {key: title for key, title in _titles(plan) if key not in keys(paper)}
    blocks = (_block(block, titles) for block in paper.blocks)
    return replace(paper, blocks=tuple(blocks)) if titles else paper


def _block(block: Block, titles: dict[str, str]) -> Block:
    if not isinstance(block, Table):
        return block
    return replace(block, rows=tuple(tuple(_cell(cell, titles) for cell in row) for row in block.rows))


def _cell(cell: str | Cell, titles: dict[str, str]) -> str | Cell:
    return replace(cell, content=_content(cell.content, titles)) if isinstance(cell, Cell) else cell


def _content(content: Content, titles: dict[str, str]) -> Content:
    return tuple(
        f"“{titles[part.target]}”" if isinstance(part, Reference) and part.target in titles else part
        for part in content
    )


def _titles(data: Any) -> Iterator[tuple[str, str]]:
    """The keys (代号) of the sections and items of a plan, and what each is called."""
    if isinstance(data, Record):
        if "代号" in data:
            yield (
                str(data["代号"]),
                str(data.get("标题", data.get("内容", data.get("阶段", "")))).rstrip("。：；"),
            )
        data = list(data.values())
    if isinstance(data, list):
        for value in data:
            yield from _titles(value)
