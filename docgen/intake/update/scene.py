"""A built plan beside the edited file: what the changes are found in."""

from __future__ import annotations

from typing import NamedTuple

from docgen.intake.update.aligned import Aligned
from docgen.intake.update.nodes import Nodes, Path
from docgen.intake.update.units import TEXT_LAYER, Unit
from docgen.intake.update.whereabouts import Whereabouts


class Scene(NamedTuple):
    """`where` the plan is printed, the units of the edited file, and which old one each of them is."""

    where: Whereabouts
    new: list[Unit]
    aligned: Aligned

    @property
    def old(self) -> list[Unit]:
        return self.where.built.printed.units

    @property
    def nodes(self) -> Nodes:
        return self.where.built.nodes

    def stays(self, number: int) -> bool:
        """Whether a new unit is an old one at its place."""
        return self.aligned.old_of[number] is not None and number not in self.aligned.moved

    def is_added(self, number: int) -> bool:
        return self.aligned.old_of[number] is None


class Beside(NamedTuple):
    """The old unit that a new one stands beside, of the same sort: `behind` it or before it."""

    unit: int
    behind: bool


def beside(scene: Scene, number: int) -> Beside | None:
    """The sibling of a unit that was added or moved; None where it has none."""
    own = scene.new[number]
    for at in range(number - 1, -1, -1):
        other = scene.new[at]
        if _ends(own, other):
            break
        if scene.stays(at) and _alike(scene, own, at):
            return Beside(scene.aligned.old_of[at] or 0, True)
        if own.layer == TEXT_LAYER and scene.stays(at):
            break
    for at in range(number + 1, len(scene.new)):
        other = scene.new[at]
        if scene.stays(at):
            alike = _alike(scene, own, at)
            return Beside(scene.aligned.old_of[at] or 0, False) if alike else None
    return None


def _alike(scene: Scene, own: Unit, at: int) -> bool:
    other = scene.old[scene.aligned.old_of[at] or 0]
    return own.kind == other.kind or own.kind == scene.new[at].kind


def _ends(own: Unit, other: Unit) -> bool:
    """Whether a list that `own` is in cannot go on from before `other`."""
    return bool(own.table) != bool(other.table) if own.table else other.layer < own.layer


def above(scene: Scene, number: int) -> int | None:
    """The old unit of the heading or item that a new unit stands under."""
    own = scene.new[number].layer
    for at in range(number - 1, -1, -1):
        if scene.new[at].layer < own and not scene.new[at].table:
            return scene.aligned.old_of[at] if scene.stays(at) else None
    return None


def entry_path(scene: Scene, unit: int) -> Path | None:
    """The entry a unit begins, or the key that it is the heading of."""
    chapter = scene.where.chapters.get(unit)
    return (chapter,) if chapter else scene.where.begins(unit)
