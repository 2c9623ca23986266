"""How much a numbered line by itself looks like a heading."""

from __future__ import annotations

from typing import NamedTuple

from docgen.patterns import pattern
from docgen.recognise.nodes import DEEPER, NOTHING, TEXT, Node

LONGEST_HEADING = 60
LONGEST_NAME = 24
LONGEST_TOPIC = 45
LONGEST_CALL = 16
UNLIKE_OTHERS = 0.3
"""What remains of the weight where the headings of the layer look otherwise."""
LEADS_IN = pattern(r"(?:如下|以下|下列|包括|做到|分别为|分别是)[^，。]{0,6}[：:]$")
SENTENCE_ENDS = "。；;！!？?"
ENDED = pattern(r"[。；;！!？?]$|[\u4e00-\u9fff]\.$")
"""How a sentence ends, also where the full stop was typed without the Chinese keyboard."""
NOTE = pattern(r"[（(][^（()）]*[）)]$")
"""A bracketed note behind a sentence: （10分）, （责任单位：教导处）."""
RULE = pattern(
    r"应当|必须|不得|应该|(?<![适响反供相呼对效])应(?=[^急用对聘试届变])|^须|[，,]须|^请|[，,]请|敬请"
    r"|(?<!即)将(?=[^来军])|(?<!早)已(?!经取得)|每[天周月年次]|每学期|(?<!“)[0-9]{2,}|[xX]{2}"
)
"""What topics seldom say: what has to be done, by how much."""


class Looks(NamedTuple):
    """What the looks of the whole paper tell: the layers whose headings have a style, and those whose
    run-in headings have a face of their own."""

    styled: frozenset[int]
    faced: frozenset[int]


def looks(nodes: list[Node]) -> Looks:
    """What the styles and faces of all nodes tell."""
    styled = frozenset(node.layer for node in nodes if node.row.line.level)
    return Looks(styled, frozenset(node.layer for node in nodes if node.parted and node.parted.marked))


def weight(node: Node, looks: Looks) -> float:
    """0 for a sentence to 1 for a heading; ½ where only the siblings can tell."""
    if node.row.line.level or (node.parted and node.parted.marked):
        return 1
    found = _of_run_in(node) if node.parted else _of_a_line(node)
    others = looks.faced if node.parted else looks.styled
    return found * UNLIKE_OTHERS if node.layer in others else found


def _of_run_in(node: Node) -> float:
    assert node.parted
    found = node.parted.weight
    if node.parted.end in "：:" and found and node.layer <= 2:
        found = 1
    if found == 1 and node.parted.end not in "：:" and RULE.search(node.parted.head):
        found = 0.5 if node.layer <= 2 else 0.25
    return max(found, 0.6) if node.below == DEEPER else found


def _of_a_line(node: Node) -> float:
    text = NOTE.sub("", node.text) or node.text
    if len(text) > LONGEST_HEADING:
        return 0
    if node.below == DEEPER:
        # A whole sentence of a deeper layer may be an item with items of its own.
        return 0.4 if announces(text) else 0.6 if text.endswith("。") and node.layer > 2 else 1
    if ENDED.search(text):
        return _of_a_sentence(node)
    if node.below == TEXT:
        return 1
    return 0.5 if len(text) <= LONGEST_NAME else 0.1


def _of_a_sentence(node: Node) -> float:
    """A single sentence with text below may be a topic sentence."""
    if node.below == NOTHING or any(mark in node.text[:-1] for mark in SENTENCE_ENDS):
        return 0.1
    return 0.6 if len(node.text) <= LONGEST_TOPIC else 0.25


def announces(text: str) -> bool:
    """Whether a text is a whole sentence that announces what follows, not a topic."""
    if not text.endswith(("：", ":")):
        return False
    if LEADS_IN.search(text):
        return True
    return len(text) > LONGEST_CALL and any(mark in text for mark in "，,")
