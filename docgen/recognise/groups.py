"""Step 7: heading or item, decided for siblings together.

A line with something below it, or a topic with its text run in behind, is a heading; a whole sentence
with nothing below is an item. Where siblings differ, the greater part decides for the doubtful ones.
"""

from __future__ import annotations

from collections import defaultdict

from docgen.i18n import _
from docgen.recognise.nodes import DEEPER, NOTHING, TEXT, Node

LONGEST_HEADING = 60
LONGEST_NAME = 24
SENTENCE_ENDS = "。；;！!？?"


def decide(nodes: list[Node], groups: list[list[Node]]) -> None:
    """Sets `heading` and `reason` of all nodes; `groups` are those that have a layer, siblings together."""
    for node in nodes:
        if not node.layer:
            node.parted = None
            node.reason = _("以“{label}”开头，前后有相连的，是条目").format(
                label=node.typed.raw if node.typed else ""
            )
    usual = _usual(groups)
    for group in groups:
        share = _share(group)
        if len(group) <= 2 and 0.25 < share < 0.75:
            share = (share + usual[group[0].layer]) / 2
        for node in group:
            _decide(node, share)


def _usual(groups: list[list[Node]]) -> dict[int, float]:
    """For each layer the share of headings in the whole paper."""
    sums: defaultdict[int, list[float]] = defaultdict(list)
    for group in groups:
        for node in group:
            sums[node.layer].append(_weight(node))
    return {layer: sum(weights) / len(weights) for layer, weights in sums.items()}


def _share(group: list[Node]) -> float:
    return sum(map(_weight, group)) / len(group)


def _weight(node: Node) -> float:
    """How much a node by itself looks like a heading: 0 to 1."""
    if node.parted:
        return node.parted.weight
    if len(node.text) > LONGEST_HEADING:
        return 0
    if node.below == DEEPER:
        return 0.4 if _announces(node.text) else 1
    sentence = node.text[-1:] in SENTENCE_ENDS
    if node.below == TEXT:
        return (0.5 if len(node.text) <= 30 else 0.25) if sentence else 1
    if sentence:
        return 0.1
    return 0.5 if len(node.text) <= LONGEST_NAME else 0.1


def _announces(text: str) -> bool:
    """Whether a text is a whole sentence that announces what follows, not a topic."""
    return len(text) > LONGEST_NAME and text[-1] in "：:" and any(mark in text for mark in "，,")


def _decide(node: Node, share: float) -> None:
    weight = _weight(node)
    if node.parted:
        node.heading = share >= 0.5 if weight >= 0.5 else share >= 0.7
        if node.heading:
            node.reason = _("开头“{head}”是小标题，正文接排在后面").format(head=node.parted.head)
        else:
            node.reason = _("同组各条多是完整的句子，是条目")
            node.parted = None
        return
    if len(node.text) > LONGEST_HEADING:
        node.reason = _("是完整的长句，是条目")
    elif node.below == DEEPER:
        node.heading = weight == 1 or share >= 0.5
        node.reason = (
            _("下面还有更低层次的内容，是标题") if node.heading else _("是引出下文的完整句子，是条目")
        )
    elif node.below == TEXT:
        node.heading = weight == 1 or share >= 0.5
        node.reason = _("下面有正文，是标题") if node.heading else _("是完整的句子，是条目")
    elif weight == 0.5:
        node.heading = node.layer <= 2 or share > 0.5
        node.reason = _("是短语，同组多是标题") if node.heading else _("是短语，下面没有内容，是条目")
    else:
        node.heading = node.layer == 1 and len(node.text) <= 40 and share >= 0.5
        node.reason = _("同组多是标题") if node.heading else _("是完整的句子，下面没有内容，是条目")
    assert NOTHING == 0
