"""What stands elsewhere in the edited file: entries, whose lines are moved with their comments, and lines of
texts."""

from __future__ import annotations

from docgen.i18n import _
from docgen.intake.update.additions import OF_ONE_LINE, line_at
from docgen.intake.update.carried import moved as moved_lines
from docgen.intake.update.change import MOVED, Change, Left
from docgen.intake.update.nodes import Path
from docgen.intake.update.removed import line_of
from docgen.intake.update.scene import Scene, beside, entry_path
from docgen.intake.update.typed import applied, retyped
from docgen.intake.update.units import TEXT_LAYER
from docgen.schema.where import words


def movements(scene: Scene, edited: set[Path]) -> tuple[list[Change], list[Left]]:
    """All that was moved. What has no place at its new place is told. Lines of texts that are `edited` are
    left to the next round."""
    changes: list[Change] = []
    left: list[Left] = []
    taken: list[Path] = []
    for number in sorted(scene.aligned.moved):
        old = scene.aligned.old_of[number] or 0
        first = scene.where.first(old)
        if any(first[: len(path)] == path for path in taken):
            continue
        change = _moved(scene, number, old) or _line_moved(scene, number, old, edited)
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


def _line_moved(scene: Scene, number: int, old: int, edited: set[Path]) -> Change | None:
    """A line of a text of several that stands elsewhere in it, or in another one."""
    nodes, unit = scene.nodes, scene.new[number]
    line, sibling = line_of(scene, old), beside(scene, number)
    if line is None or sibling is None or unit.layer != TEXT_LAYER:
        return None
    cells = scene.where.built.printed.origins[sibling.unit]
    last = next((one for cell in cells for one in reversed(cell) if one), None)
    if last is None or last.at < 0 or nodes.scalar(last.path) is None or last.path[-1] in OF_ONE_LINE:
        return None
    gone = line.rewording
    typed = nodes.value(gone.path)[gone.start : gone.end].strip("\n")
    come = line_at(last.path, nodes.value(last.path), last.at, typed, behind=sibling.behind)
    paths = list(dict.fromkeys((gone.path, come.path)))
    if edited.intersection(paths):
        return None
    ops = []
    for path in paths:
        edits = [(one.start, one.end, one.words) for one in (gone, come) if one.path == path]
        ops += retyped(nodes, path, applied(nodes.value(path), edits).strip("\n"))
    to = words(come.path) if len(paths) > 1 else _("这段文字的另一行")
    return Change(MOVED, gone.path, unit.text, to, nodes.line(gone.path), unit.place, tuple(ops))
