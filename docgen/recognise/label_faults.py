"""Step: what is wrong with typed numbers: they do not go on, are of another form, are missing."""

from __future__ import annotations

from collections import Counter

from docgen.recognise.nodes import Node, is_clause


def find(
    nodes: list[Node], groups: list[list[Node]], continuous: tuple[int, ...], segments: set[int]
) -> None:
    """Adds the faults of the nodes' numbers to them; `segments` are the rows where attachments begin, each
    of which counts for itself."""
    _clauses(nodes)
    ends: dict[int, int] = {}
    borders = sorted(segments)
    for group in sorted(groups, key=lambda group: group[0].index):
        while borders and borders[0] <= group[0].index:
            borders.pop(0)
            ends = {}
        layer = group[0].layer
        before = ends.get(layer, 0) if layer in continuous else 0
        ends[layer] = _numbers(group, before)
        _missing(group)
    if not any(map(is_clause, nodes)):
        _offset(groups)


def _clauses(nodes: list[Node]) -> None:
    """Clauses (第一条) run on through the whole paper."""
    before = 0
    for node in nodes:
        if is_clause(node) and node.typed:
            if node.typed.numeral not in (before + 1, 1):
                node.faults += ("label_number_wrong",)
            before = node.typed.numeral


def _numbers(group: list[Node], before: int) -> int:
    """Tells numbers that do not go on; returns the last number of the group."""
    ordinal = before
    for node in group:
        ordinal = 1 if node.restart else ordinal + (1 if node.numbered else 0)
        if node.typed is None:
            before += 1 if node.numbered else 0
            continue
        if node.strange:
            node.faults += ("label_style_mismatch",)
        number = node.typed.numeral
        kept = not node.numbered
        if number not in (before + 1, ordinal) and not (kept and number == 1):
            node.faults += ("label_number_wrong",)
        before = number
    return before


def _missing(group: list[Node]) -> None:
    for node in group:
        if node.typed is None and (node.numbered or not node.row.line.level):
            node.faults += ("label_missing",)


def _offset(groups: list[list[Node]]) -> None:
    """A ladder whose first step is （一） or lower, 1. excepted, which short papers are numbered by."""
    layers = Counter(node.layer for group in groups for node in group if node.typed)
    if not layers or 1 in layers or any(node.layer == 1 for group in groups for node in group):
        return
    top = min(layers)
    if top == 3:
        return
    for group in groups:
        for node in group:
            if node.layer == top and node.typed:
                node.faults += ("level_offset",)
