"""What is said otherwise: units that stayed, or moved, with other words in them."""

from __future__ import annotations

from typing import NamedTuple

from docgen.i18n import _
from docgen.intake.update.change import ADDED, CHANGED, REMOVED, Change, Left
from docgen.intake.update.edits import TextEdit, as_written
from docgen.intake.update.nodes import Path
from docgen.intake.update.origins import entry_of
from docgen.intake.update.remarks import as_keys, noted
from docgen.intake.update.scene import Scene
from docgen.intake.update.spans import respanned
from docgen.intake.update.typed import Op, added, cut, opened, retyped
from docgen.intake.update.units import squashed
from docgen.intake.update.words import Found, NoPlace, Rewording, reworded
from docgen.plan_text.nodes import end_of, start_of
from docgen.plan_text.yaml_text import in_a_row
from docgen.problems import Place

TITLE = "title"


class Worded(NamedTuple):
    """Changes that are more than of characters, edits of texts, and what has no place."""

    changes: list[Change]
    edits: list[TextEdit]
    left: list[Left]


class Vote(NamedTuple):
    """A cell that says a text otherwise."""

    rewording: Rewording
    unit: int
    cell: int
    place: Place
    words: tuple[str, str]


def worded(scene: Scene) -> Worded:
    """All words that are said otherwise in units of both files."""
    found = Worded([], [], [])
    votes: list[Vote] = []
    own_title: set[int] = set()
    for number, old in enumerate(scene.aligned.old_of):
        if old is None or number in scene.aligned.moved or scene.old[old].key == scene.new[number].key:
            continue
        _unit(scene, old, number, found, votes, own_title)
    _count(scene, votes, own_title, found)
    return found


def _unit(scene: Scene, old: int, number: int, found: Worded, votes: list[Vote], own_title: set[int]) -> None:
    before, after = scene.old[old], scene.new[number]
    if len(before.cells) != len(after.cells):
        found.left.append(Left(before.text, after.text, after.place, _("表格的列或合并的单元格变了")))
    elif old in scene.where.chapters:
        found.changes.extend(_chapter(scene, old, number))
    elif before.label and scene.where.begins(old) and (change := _note(scene, old, number)):
        found.changes.append(change)
    else:
        for cell, (was, now) in enumerate(zip(before.cells, after.cells, strict=True)):
            if squashed(was) != squashed(now):
                _cell(scene, (old, number, cell), found, votes, own_title)


def _cell(
    scene: Scene, at: tuple[int, int, int], found: Worded, votes: list[Vote], own_title: set[int]
) -> None:
    """Votes of a cell, told by its old unit, its new one, and its number."""
    old, number, cell = at
    was, now, place = scene.old[old].cells[cell], scene.new[number].cells[cell], scene.new[number].place
    parts = _parts(scene, old, cell, now)
    own = [part for part in parts if isinstance(part, Rewording)]
    if len(own) < len(parts) and scene.old[old].style == TITLE:
        own_title.add(number)
    elif len(own) < len(parts):
        found.left.append(Left(was, now, place))
    elif any(scene.nodes.scalar(part.path) is None for part in own):
        found.left.append(Left(was, now, place, _("写在docgen.yaml里")))
    else:
        votes += [Vote(part, old, cell, place, (was, now)) for part in own]


def _parts(scene: Scene, old: int, cell: int, now: str) -> list[Found]:
    was, origins = scene.old[old].cells[cell], scene.where.built.printed.origins[old]
    parts = reworded(was, now, origins[cell])
    entry = entry_of(origins)
    if entry is None or not any(isinstance(part, NoPlace) for part in parts):
        return parts
    return [*respanned(was, now, entry, scene.nodes)] or parts


def _count(scene: Scene, votes: list[Vote], own_title: set[int], found: Worded) -> None:
    """Takes what all places say alike."""
    titles = {old for old, unit in enumerate(scene.old) if unit.style == TITLE}
    for rewording in dict.fromkeys(vote.rewording for vote in votes):
        own = [vote for vote in votes if vote.rewording == rewording]
        wanted = _printed_at(scene, rewording)
        said = {(vote.unit, vote.cell) for vote in own}
        if own_title:
            wanted = {place for place in wanted if place[0] not in titles}
        if said >= wanted:
            found.edits.append(TextEdit(rewording, own[0].place))
        elif all(vote.unit in titles for vote in own):
            own_title.update(new for new, old in enumerate(scene.aligned.old_of) if old in titles)
        else:
            why = _("这几个字印在{all}处，只改了{some}处").format(all=len(wanted), some=len(said))
            found.left.extend([Left(*vote.words, vote.place, why) for vote in own])
    found.changes.extend([change for number in sorted(own_title) for change in _title(scene, number)])


def _printed_at(scene: Scene, rewording: Rewording) -> set[tuple[int, int]]:
    """The cells that print the characters that are said otherwise, of units that are still there."""
    kept = set(scene.aligned.old_of)
    places = set()
    for unit in scene.where.printed.get(rewording.path, set()) & {one for one in kept if one is not None}:
        for cell, origins in enumerate(scene.where.built.printed.origins[unit]):
            spots = [one.at for one in origins if one and one.path == rewording.path]
            if spots and (
                rewording.whole or (min(spots) <= rewording.start and rewording.end <= max(spots) + 1)
            ):
                places.add((unit, cell))
    return places


def _title(scene: Scene, number: int) -> list[Change]:
    """A title that is not as the template composes it any more is said by the plan."""
    nodes, unit = scene.nodes, scene.new[number]
    title = unit.text.replace("\n", "")
    before = scene.old[scene.aligned.old_of[number] or 0].text.replace("\n", "")
    path: Path = ("标题",)
    if path in nodes.at:
        node = nodes.at[path]
        ops: list[Op] = [(start_of(node), end_of(node, nodes.text), in_a_row(title))]
    else:
        behind = next((key for key in ("单位", "模板") if (key,) in nodes.at), "")
        ops = added(nodes, (), {"标题": title}, behind)
    return [Change(CHANGED, path, before, title, nodes.line(path), unit.place, tuple(ops))]


def _chapter(scene: Scene, old: int, number: int) -> list[Change]:
    """The heading of a key: its chapter says a title of its own."""
    nodes, unit = scene.nodes, scene.new[number]
    path: Path = (scene.where.chapters[old],)
    before = scene.old[old].text
    from docgen.intake.update.chapter import titled

    ops = titled(nodes, path, unit.text)
    place = unit.place
    return [Change(CHANGED, (*path, "标题"), before, unit.text, nodes.line(path), place, tuple(ops))]


def _note(scene: Scene, old: int, number: int) -> Change | None:
    """责任 and 时限 that are said otherwise, one after the other: words come in the next round."""
    names, place = scene.where.built.package.words, scene.new[number].place
    was, now = (noted(unit.text, names) for unit in (scene.old[old], scene.new[number]))
    entry = entry_of(scene.where.built.printed.origins[old])
    if was.values == now.values or entry is None:
        return None
    if any(names in now.text and names not in was.text for names in was.values.values()):
        return None  # said in other words than the template's
    if not was.values:
        return _first_note(scene, entry, now.values, place)
    before, after = as_keys(was.values), as_keys(now.values)
    for key in ("责任", "时限"):
        if before.get(key) != after.get(key):
            return _key(scene, (*entry, key), before.get(key), after.get(key), place)
    return None


def _first_note(scene: Scene, entry: Path, values: dict[str, str], place: Place) -> Change:
    """责任 and 时限 of an entry that had neither."""
    nodes, keys = scene.nodes, as_keys(values)
    is_text = nodes.scalar(entry) is not None
    ops = opened(nodes, entry, "内容", keys) if is_text else added(nodes, entry, keys)
    path = (*entry, next(iter(keys)))
    return Change(ADDED, path, "", _said(values), nodes.line(entry), place, tuple(ops))


def _key(scene: Scene, path: Path, before: object, after: object, place: Place) -> Change | None:
    nodes = scene.nodes
    if before and path not in nodes.at:
        return None
    line = nodes.line(path)
    if after is None:
        ops = tuple(cut(nodes, path))
        return Change(REMOVED, path, _said(before), "", line, place, ops)
    if before is None:
        ops = tuple(added(nodes, path[:-1], {str(path[-1]): after}))
        return Change(ADDED, path, "", _said(after), nodes.line(path[:-1]), place, ops)
    if nodes.scalar(path) is not None and isinstance(after, str):
        ops = tuple(retyped(nodes, path, as_written(nodes.value(path), after)))
        return Change(CHANGED, path, _said(before), after, line, place, ops)
    return _led(scene, path, before, after, place)


def _led(scene: Scene, path: Path, before: object, after: object, place: Place) -> Change | None:
    """牵头 and 配合, or a list of names."""
    nodes = scene.nodes
    node = nodes.at[path]
    ops: list[Op] = []
    if isinstance(before, dict) and isinstance(after, dict) and before.keys() == after.keys():
        for word, names in after.items():
            below = nodes.at.get((*path, word))
            if below is not None and before[word] != names:
                typed = "、".join(names) if nodes.scalar((*path, word)) is not None else names
                ops.append((start_of(below), end_of(below, nodes.text), in_a_row(typed)))
    else:
        value = tuple(after.split("、")) if isinstance(after, str) and not isinstance(before, dict) else after
        ops.append((start_of(node), end_of(node, nodes.text), in_a_row(value)))
    return Change(CHANGED, path, _said(before), _said(after), nodes.line(path), place, tuple(ops))


def _said(value: object) -> str:
    if isinstance(value, dict):
        return "；".join(f"{word}：{_said(names)}" for word, names in value.items())
    return "、".join(value) if isinstance(value, (tuple, list)) else str(value)
