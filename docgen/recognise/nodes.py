"""Step: the numbered lines and unnumbered headings with what stands below each, in groups of siblings."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass

from docgen.document import LAYERS
from docgen.manuscript import Grid, Picture
from docgen.recognise.labels import STAGE, Typed
from docgen.recognise.rows import Row
from docgen.recognise.sheet import Sheet
from docgen.recognise.splits import Split, by_face, split
from docgen.recognised import NOTE

NOTHING, TEXT, DEEPER = 0, 1, 2
"""What stands below a line before the next one of its layer."""
OF_THE_TEXT = ("caption", "remark", "unit", "group")
"""Notes that belong to the text and do not close it."""


@dataclass(slots=True)
class Node:
    """A line that may be a heading or an item. `typed` is its number (None without), `start` where the
    words behind it begin in the line, `below` what stands under it; `strange`: its form is that of another
    layer; `lost` that its number is missing between two others; `numbered` that it counts, `restart` that
    counting begins anew with it."""

    index: int
    row: Row
    typed: Typed | None
    layer: int
    text: str
    start: int
    parted: Split | None
    below: int = NOTHING
    heading: bool = False
    strange: bool = False
    lost: bool = False
    numbered: bool = True
    restart: bool = False
    reason: str = ""
    faults: tuple[str, ...] = ()


def find(sheet: Sheet, unnumbered: Mapping[int, int], lost: Container[int] = ()) -> list[Node]:
    """The nodes in their order; `unnumbered` are the layers of lines without a number, `lost` those of
    them that had one, for what stands around them."""
    nodes: list[Node] = []
    highest = 1 if any(typed.layer in (1, 2) for typed in sheet.labels.values()) else 0
    for index, row in enumerate(sheet.rows):
        node = _node(sheet, index, row, unnumbered)
        if node:
            node.lost = index in lost
            if node.layer == STAGE:
                node.layer = _stage_layer(nodes, highest)
            nodes.append(node)
    return nodes


def look_below(sheet: Sheet, nodes: list[Node]) -> None:
    """Sets what stands below each node."""
    following: dict[int, Node] = {node.index: node for node in nodes}
    for node in nodes:
        index = node.index + 1
        below = following.get(index)
        if index >= len(sheet.rows) or index in sheet.segments:
            continue
        if below:
            node.below = DEEPER if _is_deeper(below, node) else NOTHING
        elif _is_text(sheet, index):
            node.below = TEXT


def _is_deeper(below: Node, node: Node) -> bool:
    """Whether a node belongs to the one above it; 一是 … does to any, a clause to a chapter."""
    if below.layer:
        return below.layer > node.layer > 0
    return node.layer == 1 or (node.layer > 1 and not is_clause(below))


def _node(sheet: Sheet, index: int, row: Row | Grid | Picture, unnumbered: Mapping[int, int]) -> Node | None:
    if not isinstance(row, Row) or index in sheet.parts:
        return None
    typed = sheet.labels.get(index)
    if typed is None and index not in unnumbered:
        return None
    text, start = row.text, row.start
    if typed and not typed.automatic:
        text = row.text[len(typed.raw) :].lstrip()
        start += len(row.text) - len(text)
    layer = typed.layer if typed else unnumbered[index]
    return Node(index, row, typed, layer, text, start, _parted(row, typed, text, start))


def _parted(row: Row, typed: Typed | None, text: str, start: int) -> Split | None:
    """The head of a run-in heading, told by its face or its marks; without a number by a colon alone."""
    lead = row.line.lead - start if not row.part else 0
    found = by_face(text, lead) if lead > 1 else split(text)
    return found if found and (typed or found.marked or found.end in "：:") else None


def _stage_layer(nodes: list[Node], highest: int) -> int:
    """The layer of 第一阶段：that of the stage before it, else one below the heading it stands under; one
    below `highest` where it stands under none."""
    for node in reversed(nodes[-60:]):
        if node.typed and node.typed.layer == STAGE:
            return node.layer
        if node.layer == 1:
            break
    above = next((node.layer for node in reversed(nodes[-60:]) if node.layer in (1, 2, 3)), highest)
    return min(above + 1, LAYERS)


def _is_text(sheet: Sheet, index: int) -> bool:
    parts = sheet.parts.get(index)
    return parts is None or any(part.type != NOTE or part.note in OF_THE_TEXT for part in parts)


def groups(sheet: Sheet, nodes: list[Node]) -> Iterator[list[Node]]:
    """The nodes with a layer, siblings together. A clause (第一条) parts those below the first layer, and
    counting begins anew behind it."""
    open_groups: dict[int, list[Node]] = {}
    parted: set[int] = set()
    segments = sorted(sheet.segments)
    for node in nodes:
        while segments and segments[0] <= node.index:
            segments.pop(0)
            yield from open_groups.values()
            open_groups, parted = {}, set()
        above = 1 if is_clause(node) else node.layer
        for layer in [layer for layer in open_groups if layer > above > 0]:
            yield open_groups.pop(layer)
            parted.add(layer)
        if not is_clause(node):
            parted = {layer for layer in parted if layer <= above or not above}
        if not node.layer:
            continue
        if node.layer in parted and node.layer not in open_groups and node.typed and node.typed.numeral == 1:
            node.restart = True
        parted.discard(node.layer)
        open_groups.setdefault(node.layer, []).append(node)
    yield from open_groups.values()


def is_clause(node: Node) -> bool:
    """Whether a node is a clause of rules: 第一条."""
    return node.typed is not None and node.typed.form == "第一条"
