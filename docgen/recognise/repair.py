"""Step: the numbers computed anew by `docgen.numbering`; what differs from the typed ones is told."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from docgen import numerals
from docgen.document import Attachment, Block, Heading, Item, Numbering, Paper, Paragraph
from docgen.numbering import number
from docgen.recognise.labels import KEPT, STAGE
from docgen.recognise.nodes import TEXT, Node


def settle(groups: list[list[Node]]) -> None:
    """Says of each node whether it counts, and where counting begins anew within its siblings."""
    for group in groups:
        stages = [node for node in group if node.typed and node.typed.layer == STAGE]
        if len(stages) * 2 < len(group) or any(_counts(node) for node in group):
            for node in stages:
                node.strange = True
        _fill_gaps(group)
        _restarts(group)


def _counts(node: Node) -> bool:
    """Whether a node's typed number is one that docgen prints."""
    return node.typed is not None and (node.typed.sure != KEPT or node.strange)


def _fill_gaps(group: list[Node]) -> None:
    """A heading without a number counts where its siblings' numbers leave room, or none has one; one with
    a style goes without a number on purpose."""
    typed = [node for node in group if _counts(node)]
    for node in group:
        node.numbered = _counts(node) or (node.typed is None and not typed and not node.row.line.level)
    if not typed:
        return
    before, waiting = 0, list[Node]()
    for node in group:
        if node.typed is None:
            waiting.append(node)
        elif _counts(node):
            if node.typed.numeral == before + len(waiting) + 1:
                _count(waiting)
            before, waiting = node.typed.numeral, []
    _count([node for node in waiting if not node.row.line.level])


def _count(nodes: list[Node]) -> None:
    for node in nodes:
        node.numbered = True


def _restarts(group: list[Node]) -> None:
    """Counting begins anew at a typed 1 that a 2 follows, or that text parts from the list above."""
    counted = [node for node in group if _counts(node)]
    for at, (before, node) in enumerate(pairwise(counted), 1):
        if _numeral(node) != 1:
            continue
        following = _numeral(counted[at + 1]) if at + 1 < len(counted) else 0
        if following == 2 or (before.below == TEXT and following != 1):
            node.restart = True


def _numeral(node: Node) -> int:
    return node.typed.numeral if node.typed else 0


def continuous_layers(groups: list[list[Node]], segments: set[int]) -> tuple[int, ...]:
    """The layers whose typed numbers run on from one parent to the next; `segments` are the rows where
    attachments begin, each of which counts for itself."""
    runs: defaultdict[int, list[list[Node]]] = defaultdict(list)
    for group in groups:
        counted = [node for node in group if _counts(node)]
        if counted and group[0].layer > 1:
            runs[group[0].layer].append(counted)
    found = (layer for layer, all_runs in runs.items() if _runs_on(all_runs, segments))
    return tuple(sorted(found))


def _runs_on(runs: list[list[Node]], segments: set[int]) -> bool:
    on = anew = 0
    for before, run in pairwise(sorted(runs, key=lambda run: run[0].index)):
        first, last = _numeral(run[0]), _numeral(before[-1])
        if any(before[0].index < begin <= run[0].index for begin in segments):
            continue
        if first == 1:
            anew += 1
        elif first == last + 1:
            on += 1
    return on > anew


def labels(nodes: list[Node], segments: set[int], continuous: tuple[int, ...]) -> list[str]:
    """The right number of each node, "" where it has none."""
    borders = sorted(segments)
    parts: list[list[Block]] = [[]]
    for node in nodes:
        while borders and borders[0] <= node.index:
            borders.pop(0)
            parts.append([])
        parts[-1].append(_block(node))
    attached = tuple(Attachment("", tuple(blocks), continuous=continuous) for blocks in parts[1:])
    paper = Paper((), tuple(parts[0]), attachments=attached, numbering=Numbering(continuous=continuous))
    numbered, _problems = number(paper)
    found = [label for labels in (numbered.labels, *numbered.attachment_labels) for label in labels]
    return [label.text if label else _kept(node) for node, label in zip(nodes, found, strict=True)]


def _block(node: Node) -> Block:
    content = (node.text,)
    if not node.layer:
        return Paragraph(content)
    make = Heading if node.heading else Item
    return make(node.layer, content, numbered=node.numbered, restart=node.restart)


def _kept(node: Node) -> str:
    """A number that stays as typed: 一是, 第一章; one of another form among 一是 … takes their form."""
    if node.typed is None:
        return ""
    if not node.layer and node.strange:
        return numerals.chinese(node.typed.numeral) + "是"
    return node.typed.raw
