"""What is no more in the edited file: entries and keys taken out, lines of texts, words of the template."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from docgen.i18n import _
from docgen.intake.update.change import REMOVED, Change, Left
from docgen.intake.update.edits import TextEdit
from docgen.intake.update.nodes import Path
from docgen.intake.update.scene import Scene
from docgen.intake.update.typed import comments, cut
from docgen.intake.update.words import Rewording


class Removed(NamedTuple):
    """What is taken out, with the lines of texts that go, and what is not the plan's to take out; `beside`
    are texts that were never printed and go with their entries."""

    changes: list[Change]
    edits: list[TextEdit]
    left: list[Left]
    beside: list[tuple[Path, str]]


def removed(scene: Scene) -> Removed:
    """All that is gone from the edited file."""
    gone = set(scene.aligned.gone(len(scene.old)))
    found = Removed([], [], [], [])
    taken = _wholly(scene, gone)
    for path in taken:
        units = sorted(scene.where.printed[path])
        before = "\n".join(scene.old[unit].text for unit in units)
        ops = tuple(cut(scene.nodes, path))
        found.changes.append(Change(REMOVED, path, before, "", scene.nodes.line(path), None, ops))
        found.beside.extend(_unprinted(scene, path))
    for unit in sorted(gone):
        if any(unit in scene.where.printed[path] for path in taken):
            continue
        edit = line_of(scene, unit)
        if edit:
            found.edits.append(edit)
        else:
            why = _("模板印的，或者还印在别处")
            found.left.append(Left(scene.old[unit].text, "", None, why))
    return found


def _wholly(scene: Scene, gone: set[int]) -> list[Path]:
    """The outermost parts of the plan that are printed in units that are gone, and nowhere else."""
    taken: list[Path] = []
    for path in sorted(scene.where.printed, key=len):
        if path not in scene.nodes.at or any(path[: len(other)] == other for other in taken):
            continue
        if scene.where.printed[path] <= gone:
            taken.append(path)
    return taken


def _unprinted(scene: Scene, path: Path) -> Iterator[tuple[Path, str]]:
    for below in scene.nodes.at:
        if below[: len(path)] == path and scene.nodes.scalar(below) and below not in scene.where.printed:
            yield below, scene.nodes.value(below)
    for comment in comments(scene.nodes, path):
        yield path, comment


def line_of(scene: Scene, unit: int) -> TextEdit | None:
    """The line of a text of several that the unit was."""
    origins = [one for cell in scene.where.built.printed.origins[unit] for one in cell if one]
    paths = {one.path for one in origins}
    if len(paths) != 1 or len(scene.old[unit].cells) != 1:
        return None
    path = origins[0].path
    text = scene.nodes.value(path)
    if "\n" not in text.strip("\n"):
        return None
    start = text.rfind("\n", 0, origins[0].at) + 1
    end = text.find("\n", origins[-1].at)
    end = len(text) if end < 0 else end + 1
    return TextEdit(Rewording(path, start, end, ""), None)
