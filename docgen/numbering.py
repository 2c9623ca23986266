"""Numbering: tree → labels. The one place where 一、（一）1.（1）① are counted.

There is one counter a layer under one parent, shared by headings and items; it runs on over the
paragraphs and tables between them and starts anew under a new parent, in an attachment, and where
a block asks for it (GB/T 9704 7.3.3; GB/T 15834 B.3).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from docgen import numerals
from docgen.document import (
    LAYERS,
    Block,
    Cell,
    Content,
    Heading,
    Item,
    Paper,
    Paragraph,
    Reference,
    Table,
    plain,
)
from docgen.i18n import _
from docgen.problems import Problem, error
from docgen.resources import folder

NUMERALS: Mapping[str, Callable[[int], str]] = {
    "chinese": numerals.chinese,
    "arabic": str,
    "circled": numerals.circled,
}


class LayerScheme(NamedTuple):
    """How a layer counts: the numeral (`chinese`, `arabic`, `circled`), the form with `{}` for it,
    the largest ordinal it can write."""

    numeral: str
    form: str
    limit: int

    def write(self, ordinal: int) -> str:
        return self.form.format(NUMERALS[self.numeral](ordinal))


class Label(NamedTuple):
    """The number of a heading or item: its layer, its ordinal in that layer, and as printed."""

    layer: int
    ordinal: int
    text: str


Labels = tuple["Label | None", ...]


class NumberedPaper(NamedTuple):
    """A paper with its labels: `labels` one for each block of the paper (None where it has no
    number), `attachment_labels` the same for each attachment; `references` gives for each key the
    full number a reference prints (三、（二）)."""

    paper: Paper
    labels: Labels
    attachment_labels: tuple[Labels, ...]
    references: Mapping[str, str]


@lru_cache(maxsize=1)
def scheme() -> tuple[LayerScheme, ...]:
    """The layers of the standard, first to fifth."""
    from docgen import data_files

    rows = data_files.load(folder("data") / "numbering.yaml")
    return tuple(LayerScheme(row["数字"], row["样式"], row["上限"]) for row in rows)


def number(paper: Paper) -> tuple[NumberedPaper, list[Problem]]:
    """All labels of `paper`, and the problems met: a layer that ran out of numbers, a reference
    without a target, a key given twice."""
    problems: list[Problem] = []
    keys: dict[str, str] = {}
    labels = _label(paper.blocks, paper.numbering.continuous, keys, problems)
    attached = tuple(_label(one.blocks, one.continuous, keys, problems) for one in paper.attachments)
    for blocks in (paper.blocks, *(attachment.blocks for attachment in paper.attachments)):
        problems.extend(_unknown(blocks, keys))
    return NumberedPaper(paper, labels, attached, keys), problems


def _label(
    blocks: Iterable[Block],
    continuous: tuple[int, ...],
    keys: dict[str, str],
    problems: list[Problem],
) -> Labels:
    layers, restarted = scheme(), _restarted(continuous)
    counters = [0] * (LAYERS + 1)
    path = [""] * (LAYERS + 1)
    labels: list[Label | None] = []
    for block in blocks:
        if not isinstance(block, (Heading, Item)):
            labels.append(None)
            continue
        layer = block.layer
        label = None
        if block.numbered:
            counters[layer] = 1 if block.restart else counters[layer] + 1
            label = _write(layers[layer - 1], block, counters[layer], problems)
        path[layer:] = [label.text if label else ""] + [""] * (LAYERS - layer)
        for deeper in restarted[layer]:
            counters[deeper] = 0
        if block.key:
            _remember(block, "".join(path) if label else "", keys, problems)
        labels.append(label)
    return tuple(labels)


@lru_cache(maxsize=16)
def _restarted(continuous: tuple[int, ...]) -> tuple[tuple[int, ...], ...]:
    """For each layer, from 0, those below it that count anew under it."""
    return tuple(
        tuple(deeper for deeper in range(layer + 1, LAYERS + 1) if deeper not in continuous)
        for layer in range(LAYERS + 1)
    )


def _write(scheme: LayerScheme, block: Heading | Item, ordinal: int, problems: list[Problem]) -> Label:
    if ordinal <= scheme.limit:
        return Label(block.layer, ordinal, scheme.write(ordinal))
    if ordinal == scheme.limit + 1:
        problems.append(
            error(
                "TRE-004",
                _("第{layer}层编到了第{ordinal}个，最多只能到{last}").format(
                    layer=block.layer, ordinal=ordinal, last=scheme.write(scheme.limit)
                ),
                block.place,
                excerpt=plain(block.content),
                hint=_("把这些内容分成几组，每组加一个上一层的小标题"),
            )
        )
    return Label(block.layer, ordinal, f"（{ordinal}）")


def _remember(block: Heading | Item, number: str, keys: dict[str, str], problems: list[Problem]) -> None:
    if block.key in keys:
        problems.append(
            error(
                "TRE-005",
                _("代号“{key}”用了两次").format(key=block.key),
                block.place,
                excerpt=plain(block.content),
                hint=_("给其中一处换一个代号"),
            )
        )
    keys[block.key] = quoted(number) or plain(block.content).rstrip("。：")


def quoted(number: str) -> str:
    """A full number as it stands in a sentence, without the mark that closes it: 按二执行."""
    return number.rstrip(".、")


def _unknown(blocks: Iterable[Block], keys: Mapping[str, str]) -> Iterator[Problem]:
    for block in blocks:
        for content in _contents(block):
            for part in content:
                if isinstance(part, Reference) and part.target not in keys:
                    yield _without_target(part, block, keys)


def _contents(block: Block) -> tuple[Content, ...]:
    if isinstance(block, Heading):
        return block.content, block.body
    if isinstance(block, (Item, Paragraph)):
        return (block.content,)
    if isinstance(block, Table):
        return tuple(cell.content for row in block.rows for cell in row if isinstance(cell, Cell))
    return ()


def _without_target(reference: Reference, block: Block, keys: Mapping[str, str]) -> Problem:
    from difflib import get_close_matches

    near = get_close_matches(reference.target, keys, n=1, cutoff=0.5)
    return error(
        "TRE-007",
        _("没有代号是“{key}”的标题或条目").format(key=reference.target),
        reference.place or block.place,
        excerpt=f"《见:{reference.target}》",
        hint=_("是不是“{near}”？").format(near=near[0])
        if near
        else _("在要引用的标题或条目里写“代号: {key}”").format(key=reference.target),
    )
