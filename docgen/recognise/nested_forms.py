"""Step: two forms of one layer that stand one below the other: 1） under （1）, 1. under 1、."""

from __future__ import annotations

from collections import Counter

from docgen.document import LAYERS
from docgen.recognise.labels import KEPT
from docgen.recognise.nodes import Node


def part(nodes: list[Node]) -> None:
    """Moves the nodes of a form that stands below another one of its layer a layer down."""
    evidence = _evidence(nodes)
    lower = {below: above for (above, below), count in evidence.items() if count > evidence[below, above]}
    for node in nodes:
        if node.typed and (node.layer, node.typed.form) in lower and node.layer < LAYERS:
            node.layer += 1


_Form = tuple[int, str]


def _evidence(nodes: list[Node]) -> Counter[tuple[_Form, _Form]]:
    """How often a form begins at 1 behind another, which then goes on where it was."""
    found: Counter[tuple[_Form, _Form]] = Counter()
    last: dict[_Form, int] = {}
    begun: dict[_Form, _Form] = {}
    above: dict[int, _Form] = {}
    for node in nodes:
        if node.typed is None or node.layer < 1 or node.typed.sure == KEPT:
            continue
        form = (node.layer, node.typed.form)
        _forget(last, begun, above, node.layer)
        before = above.get(node.layer)
        if before and before != form:
            if node.typed.numeral == 1:
                begun[form] = before
            elif last.get(form, 0) + 1 == node.typed.numeral and begun.get(before) == form:
                found[form, before] += 1
        last[form], above[node.layer] = node.typed.numeral, form
    return found


def _forget(last: dict[_Form, int], begun: dict[_Form, _Form], above: dict[int, _Form], layer: int) -> None:
    """A new heading closes what is deeper."""
    for deeper in [key for key in above if key > layer]:
        del above[deeper]
    for form in [form for form in last if form[0] > layer]:
        del last[form]
        begun.pop(form, None)
