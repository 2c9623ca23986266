"""The last step: numbers computed anew by `docgen.numbering`, and what differs from the typed ones told."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from docgen.document import Block, Heading, Item, Numbering, Paper, Paragraph
from docgen.i18n import _
from docgen.numbering import number
from docgen.problems import Problem, warning
from docgen.recognise.nodes import Node


def continuous_layers(groups: list[list[Node]]) -> tuple[int, ...]:
    """The layers whose typed numbers run on from one parent to the next."""
    runs: defaultdict[int, list[list[Node]]] = defaultdict(list)
    for group in groups:
        runs[group[0].layer].append([node for node in group if node.typed])
    found = []
    for layer, all_runs in runs.items():
        typed = sorted((run for run in all_runs if run), key=lambda run: run[0].index)
        if len(typed) > 1 and layer > 1 and _runs_on(typed):
            found.append(layer)
    return tuple(sorted(found))


def _runs_on(runs: list[list[Node]]) -> bool:
    on = anew = 0
    for before, run in zip(runs, runs[1:]):
        first, last = run[0].typed, before[-1].typed
        assert first and last
        if first.numeral == 1:
            anew += 1
        elif first.numeral == last.numeral + 1:
            on += 1
    return on > anew
