"""Entries that stand elsewhere in the edited file: their lines are moved, with their comments."""

from __future__ import annotations

from docgen.intake.update.carried import moved as moved_lines
from docgen.intake.update.change import MOVED, Change, Left
from docgen.intake.update.nodes import Path
from docgen.intake.update.scene import Scene, beside, entry_path
from docgen.schema.where import words


def movements(scene: Scene) -> tuple[list[Change], list[Left]]:
    """All that was moved. What has no place at its new place is told."""
    changes: list[Change] = []
    left: list[Left] = []
    taken: list[Path] = []
    for number in sorted(scene.aligned.moved):
        old = scene.aligned.old_of[number] or 0
        first = scene.where.first(old)
        if any(first[: len(path)] == path for path in taken):
            continue
        change = _moved(scene, number, old)
        if change:
            taken.append(change.path)
            changes.append(change)
        else:
            unit = scene.new[number]
            left.append(Left("", unit.text, unit.place))
    return changes, left


def _moved(scene: Scene, number: int, old: int) -> Change | None:
    path = scene.where.begins(old)
    sibling = beside(scene, number)
    if path is None or sibling is None or path not in scene.nodes.at:
        return None
    to = entry_path(scene, sibling.unit)
    if to is None or not isinstance(to[-1], int) or to[: len(path)] == path:
        return None
    into, at = to[:-1], to[-1] + sibling.behind
    if into == path[:-1] and at in (path[-1], int(path[-1]) + 1):
        return None
    ops = moved_lines(scene.nodes, path, into, at)
    unit = scene.new[number]
    before = scene.old[old].text
    return Change(MOVED, path, before, words((*into, at)), scene.nodes.line(path), unit.place, tuple(ops))
