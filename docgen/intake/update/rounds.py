"""Round by round: the plan is built, set beside the edited file, changed, and built again, until it makes
the same document or nothing more can be done."""

from __future__ import annotations

from typing import NamedTuple

from docgen.intake.update.additions import additions
from docgen.intake.update.aligned import aligned, likeness
from docgen.intake.update.built import Built, Setting, built
from docgen.intake.update.change import Change, Left
from docgen.intake.update.dye import Group
from docgen.intake.update.edits import changes_of
from docgen.intake.update.movements import movements
from docgen.intake.update.nodes import Path
from docgen.intake.update.origins import Origins
from docgen.intake.update.referred import only_referred
from docgen.intake.update.removed import removed
from docgen.intake.update.scene import Scene
from docgen.intake.update.typed import applied
from docgen.intake.update.units import Unit, squashed
from docgen.intake.update.whereabouts import whereabouts
from docgen.intake.update.worded import worded
from docgen.problems import DocgenError

MOST_ROUNDS = 6


class Rounds(NamedTuple):
    """The plan's new text, what was changed, what could not be, what went unprinted with its entry."""

    text: str
    changes: list[Change]
    left: list[Left]
    beside: list[tuple[Path, str]]


class Found(NamedTuple):
    changes: list[Change]
    left: list[Left]
    beside: list[tuple[Path, str]]


def rounds(now: Built, new: list[Unit], setting: Setting, left_out: set[Group]) -> Rounds:
    """The plan that was built, changed so that it makes the units `new`; `left_out` as `built` takes it."""
    changes: list[Change] = []
    beside: list[tuple[Path, str]] = []
    for _round in range(MOST_ROUNDS):
        found = _found(now, new)
        if not found.changes:
            break
        after, made = _tried(now, found.changes, new, setting, left_out)
        if after is None:
            break
        now = after
        changes += made
        cut = {change.path for change in made}
        beside += [pair for pair in found.beside if any(pair[0][: len(path)] == path for path in cut)]
    return Rounds(now.text, changes, _still(now, new), beside)


def _scene(now: Built, new: list[Unit]) -> Scene:
    return Scene(whereabouts(now), new, aligned(now.printed.units, new))


def _found(now: Built, new: list[Unit]) -> Found:
    """All changes that bring the plan nearer to the edited file."""
    scene = _scene(now, new)
    said, gone, come = worded(scene), removed(scene), additions(scene)
    edited = {edit.rewording.path for edit in (*said.edits, *gone.edits, *come.edits)}
    moves, unplaced = movements(scene, edited)
    texts = list(changes_of([*said.edits, *gone.edits, *come.edits], scene.nodes))
    changes = [*said.changes, *texts, *gone.changes, *moves, *come.changes]
    left = [*said.left, *gone.left, *unplaced, *come.left]
    return Found([change for change in changes if change.ops], left, gone.beside)


def _still(now: Built, new: list[Unit]) -> list[Left]:
    """What the plan still prints otherwise than the edited file says, with the reason where one is known."""
    scene = _scene(now, new)
    told = {(one.before, one.after): one.why for one in _found(now, new).left}
    left = []
    for number, old in enumerate(scene.aligned.old_of):
        unit = scene.new[number]
        if old is None or number in scene.aligned.moved:
            left.append(Left("", unit.text, unit.place, told.get(("", unit.text), "")))
        elif scene.old[old].key != unit.key:
            left += _cells(scene, old, unit, told)
    gone = [scene.old[number].text for number in scene.aligned.gone(len(scene.old))]
    return [*left, *(Left(text, "", None, told.get((text, ""), "")) for text in gone)]


def _cells(scene: Scene, number: int, new: Unit, told: dict[tuple[str, str], str]) -> list[Left]:
    old, origins = scene.old[number], scene.where.built.printed.origins[number]
    if len(old.cells) != len(new.cells):
        return [Left(old.text, new.text, new.place, told.get((old.text, new.text), ""))]
    return [
        Left(was, now, new.place, told.get((was, now), ""), only_referred(was, now, own, scene.nodes))
        for was, now, own in zip(old.cells, new.cells, origins, strict=True)
        if squashed(was) != squashed(now)
    ]


class Tried(NamedTuple):
    """How far it came: the changes that do, the plan with them (None: none did), how far it is off."""

    good: list[Change]
    made: Built | None
    distance: float


def _tried(
    now: Built, changes: list[Change], new: list[Unit], setting: Setting, left_out: set[Group]
) -> tuple[Built | None, list[Change]]:
    """The plan with all changes made; where that does not do, with those that do, found by halves."""

    def take(some: list[Change], so_far: Tried) -> Tried:
        made = _made(now, [*so_far.good, *some], setting, left_out)
        if made is not None and (distance := _distance(made, new)) < so_far.distance:
            return Tried([*so_far.good, *some], made, distance)
        if len(some) == 1:
            return so_far
        middle = len(some) // 2
        return take(some[middle:], take(some[:middle], so_far))

    found = take(changes, Tried([], None, _distance(now, new)))
    return found.made, found.good


def _made(now: Built, changes: list[Change], setting: Setting, left_out: set[Group]) -> Built | None:
    text = applied(now.text, [op for change in changes for op in change.ops])
    try:
        return built(text, setting, left_out)
    except DocgenError:
        return None


def _distance(now: Built, new: list[Unit]) -> float:
    """How much of the edited file the plan does not print; what the template says or computes counts for
    nothing, for no change of the plan's words reaches it."""
    old = now.printed.units
    found = aligned(old, new)
    far = float(len(found.gone(len(old)))) + len(found.moved)
    for number, before in enumerate(found.old_of):
        if before is None:
            far += 1
        elif _is_said_otherwise(old[before], new[number], now.printed.origins[before]):
            far += 0.1 + 0.9 * (1 - min(likeness(old[before], new[number]), 1.0))
    return far


def _is_said_otherwise(old: Unit, new: Unit, origins: list[Origins]) -> bool:
    if len(old.cells) != len(new.cells):
        return True
    cells = zip(old.cells, new.cells, origins, strict=True)
    return any(squashed(was) != squashed(now) and (any(own) or not old.table) for was, now, own in cells)
