"""Step: numbers in the sequence of another form: 第一阶段： before （二）, 四、 between 三是 and 五是."""

from __future__ import annotations

from docgen.recognise.labels import STAGE
from docgen.recognise.nodes import Node

NONE = 0
OF_RULES = ("第一章", "第一部分", "第一节", "第一条")
"""Forms of rules and long papers, which take no other's place."""


def straighten(nodes: list[Node], segments: set[int]) -> None:
    """Gives a node whose number goes on in the sequence of another layer that layer."""
    last: dict[int, Node] = {}
    borders = sorted(segments)
    for at, node in enumerate(nodes):
        while borders and borders[0] <= node.index:
            borders.pop(0)
            last = {}
        if node.typed is None:
            last = {layer: seen for layer, seen in last.items() if 0 < layer <= node.layer}
            continue
        if node.typed.form in OF_RULES:
            last = {layer: seen for layer, seen in last.items() if layer == 1 and not node.layer}
            continue
        _straighten(nodes, at, last)
        _first_of_another_form(node, last)
        last = {layer: seen for layer, seen in last.items() if not _deeper(layer, node.layer)}
        last[node.layer] = node


def _deeper(layer: int, than: int) -> bool:
    """Whether a layer's sequence ends where a node of layer `than` comes; 一是 lies below all."""
    return than != NONE and (layer == NONE or layer > than)


def _straighten(nodes: list[Node], at: int, last: dict[int, Node]) -> None:
    node = nodes[at]
    number = _number(node)
    if number < 2 or _follows(last.get(node.layer), node):
        return
    for layer, seen in last.items():
        if layer != node.layer and _follows(seen, node) and _goes_on(nodes, at, layer, number):
            _take(node, layer)
            return


def _number(node: Node) -> int:
    return node.typed.numeral if node.typed else 0


def _follows(seen: Node | None, node: Node) -> bool:
    return seen is not None and seen.typed is not None and seen.typed.numeral + 1 == _number(node)


def _goes_on(nodes: list[Node], at: int, layer: int, number: int) -> bool:
    """Whether the next numbers take up the sequence of `layer` and not the node's own."""
    own = nodes[at].layer
    for later in nodes[at + 1 : at + 30]:
        if later.layer == layer and later.typed:
            return later.typed.numeral == number + 1
        if later.layer == own and later.typed and later.typed.numeral == number + 1:
            return False
    return nodes[at].layer == NONE or layer == NONE


def _first_of_another_form(node: Node, last: dict[int, Node]) -> None:
    """Number 1 in another form before the number 2 of this layer takes this layer."""
    if _number(node) != 2 or node.layer in last:
        return
    for seen in last.values():
        stage = seen.typed is not None and seen.typed.layer == STAGE
        if (
            seen.layer != node.layer
            and _number(seen) == 1
            and seen.typed
            and (stage or seen.layer > node.layer > 1)
        ):
            _take(seen, node.layer)
            last[node.layer] = seen
            return


def _take(node: Node, layer: int) -> None:
    node.layer = layer
    node.strange = True
