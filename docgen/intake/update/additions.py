"""What is new in the edited file, put where its neighbours stand in the plan."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import yaml

from docgen.intake.update.change import ADDED, Change, Left
from docgen.intake.update.edits import TextEdit, as_written
from docgen.intake.update.nodes import Path
from docgen.intake.update.remarks import as_keys, noted
from docgen.intake.update.scene import Beside, Scene, above, beside, entry_path
from docgen.intake.update.typed import added, opened, put
from docgen.intake.update.units import HEADING, TEXT_LAYER
from docgen.intake.update.words import Rewording, by_literals

ITEMS, TEXT, PARTS, CONTENT, NAME = "条目", "正文", "小节", "内容", "标题"

OF_ONE_LINE = {
    "名称",
    "姓名",
    "职务",
    "标题",
    "阶段",
    "事项",
    "地点",
    "责任",
    "单位",
    "署名",
    "主送",
    "题注",
    "附注",
}
"""Keys whose texts have no second line."""


class Added(NamedTuple):
    """Entries put in, lines put into texts, what has no place."""

    changes: list[Change]
    edits: list[TextEdit]
    left: list[Left]


class Branch(NamedTuple):
    """A new unit, by its number, with the new ones that stand under it."""

    number: int
    below: list[Branch]

    @property
    def numbers(self) -> list[int]:
        return [self.number, *(number for branch in self.below for number in branch.numbers)]


def additions(scene: Scene) -> Added:
    """All that is new."""
    found = Added([], [], [])
    for branch in _branches(scene):
        if not _place(scene, branch, found):
            units = [scene.new[number] for number in branch.numbers]
            found.left.extend([Left("", unit.text, unit.place) for unit in units])
    return found


def _branches(scene: Scene) -> list[Branch]:
    """The new units, those that stand under other new ones below them."""
    roots: list[Branch] = []
    open_: list[Branch] = []
    last = -1
    for number in range(len(scene.new)):
        if not scene.is_added(number):
            continue
        if number != last + 1:
            open_ = []
        layer = scene.new[number].layer
        while open_ and (scene.new[open_[-1].number].layer >= layer or scene.new[number].table):
            open_.pop()
        branch = Branch(number, [])
        (open_[-1].below if open_ else roots).append(branch)
        open_.append(branch)
        last = number
    return roots


def _place(scene: Scene, branch: Branch, found: Added) -> bool:
    sibling = beside(scene, branch.number)
    if sibling:
        return _beside(scene, branch, sibling, found)
    upper = above(scene, branch.number)
    return upper is not None and _under(scene, branch, upper, found)


def _beside(scene: Scene, branch: Branch, sibling: Beside, found: Added) -> bool:
    """Puts a new unit next to one of its sort: an entry, a line of a text, a chapter."""
    unit = scene.new[branch.number]
    if sibling.unit in scene.where.chapters:
        return False
    path = scene.where.begins(sibling.unit)
    if path is None or scene.nodes.at.get(path[:-1]) is None:
        return not branch.below and _line(scene, branch.number, sibling, found)
    value = _like(scene, branch, sibling.unit, path)
    if value is None:
        return False
    number = int(path[-1]) + sibling.behind
    ops = tuple(put(scene.nodes, path[:-1], number, [value]))
    text = "\n".join(scene.new[one].text for one in branch.numbers)
    line = scene.nodes.line(path)
    found.changes.append(Change(ADDED, (*path[:-1], number), "", text, line, unit.place, ops))
    return True


def _line(scene: Scene, number: int, sibling: Beside, found: Added) -> bool:
    """Puts a paragraph into a text of several lines, next to the one that is its neighbour."""
    unit = scene.new[number]
    origins = [one for cell in scene.where.built.printed.origins[sibling.unit] for one in cell if one]
    if not origins or unit.layer != TEXT_LAYER or unit.table:
        return False
    return _into_text(scene, number, origins[-1].path, origins[-1].at, found, behind=sibling.behind)


def _into_text(scene: Scene, number: int, path: Path, at: int, found: Added, *, behind: bool) -> bool:
    """Puts a paragraph behind or before the line that the character `at` of a text stands in."""
    text, unit = scene.nodes.value(path), scene.new[number]
    if at < 0 or scene.nodes.scalar(path) is None or path[-1] in OF_ONE_LINE:
        return False
    found.edits.append(TextEdit(line_at(path, text, at, unit.text, behind=behind), unit.place))
    return True


def line_at(path: Path, text: str, at: int, words: str, *, behind: bool) -> Rewording:
    """`words` as a line of their own, behind or before the line of `text` that has the character `at`."""
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    spot = end if behind else text.rfind("\n", 0, at) + 1
    return Rewording(path, spot, spot, f"\n{words}" if behind else f"{words}\n")


def _like(scene: Scene, branch: Branch, sibling: int, path: Path) -> Any:
    """The value of a new entry, made as that of its sibling is; None where that cannot be told."""
    unit, node = scene.new[branch.number], scene.nodes.at[path]
    names = scene.where.built.package.words
    if unit.table:
        return _row(scene, branch.number, sibling, path)
    if isinstance(node, yaml.ScalarNode):
        return _item(scene, branch)
    keys = {key.value for key, _value in node.value} if isinstance(node, yaml.MappingNode) else set()
    if CONTENT in keys:
        return _item(scene, branch)
    if NAME in keys and (unit.style.startswith(HEADING) or unit.label):
        return _section(scene, branch, noted(unit.text, names), _runs_in(scene, sibling, path))
    return _by_literals(scene, branch.number, sibling)


def _runs_in(scene: Scene, sibling: int, path: Path) -> bool:
    return len([one for one in scene.where.paths(sibling) if one[: len(path)] == path]) > 1


def _item(scene: Scene, branch: Branch) -> Any:
    found = noted(scene.new[branch.number].text, scene.where.built.package.words)
    lines = [found.text, *(scene.new[one.number].text for one in branch.below if _is_text(scene, one))]
    below = [_item(scene, one) for one in branch.below if not _is_text(scene, one)]
    keys = as_keys(found.values) | ({ITEMS: below} if below else {})
    text = "\n".join(lines)
    return {CONTENT: text, **keys} if keys else text


def _is_text(scene: Scene, branch: Branch) -> bool:
    return scene.new[branch.number].layer == TEXT_LAYER


def _section(scene: Scene, branch: Branch, found: Any, runs_in: bool) -> dict[str, Any]:
    """A new section: its title, its text, its items, its parts."""
    title, text = found.text, ""
    if runs_in and (cut := re.match(r"[^。：]{1,40}[。：]", title)) and cut.end() < len(title):
        title, text = title[: cut.end()], title[cut.end() :]
    paragraphs = [scene.new[one.number].text for one in branch.below if _is_text(scene, one)]
    items = [one for one in branch.below if not _is_text(scene, one) and not _is_heading(scene, one)]
    parts = [one for one in branch.below if _is_heading(scene, one)]
    names = scene.where.built.package.words
    value: dict[str, Any] = {NAME: title}
    body = "\n".join(filter(None, [text, *paragraphs]))
    value |= {TEXT: body} if body else {}
    value |= as_keys(found.values)
    value |= {ITEMS: [_item(scene, one) for one in items]} if items else {}
    below = [_section(scene, one, noted(scene.new[one.number].text, names), False) for one in parts]
    return value | ({PARTS: below} if below else {})


def _is_heading(scene: Scene, branch: Branch) -> bool:
    return scene.new[branch.number].style.startswith(HEADING)


def _row(scene: Scene, number: int, sibling: int, path: Path) -> Any:
    """A row as that of its neighbour: a list of cells, or the keys its cells come from."""
    cells, node = scene.new[number].cells, scene.nodes.at[path]
    if len(cells) != len(scene.old[sibling].cells):
        return None
    if isinstance(node, yaml.SequenceNode):
        plain = len(node.value) == len(cells) and all(isinstance(one, yaml.ScalarNode) for one in node.value)
        return cells if plain else None
    value: dict[str, Any] = {}
    origins = scene.where.built.printed.origins[sibling]
    for text, known in zip(cells, origins, strict=True):
        paths = list(dict.fromkeys(one.path for one in known if one))
        if text and len(paths) == 1 and len(paths[0]) == len(path) + 1:
            value[str(paths[0][-1])] = as_written(scene.nodes.value(paths[0]), text)
        elif text and paths and len(paths[0]) > len(path):
            _lay(value, paths[0][len(path) :], text)
    order = [key.value for key, _value in node.value] if isinstance(node, yaml.MappingNode) else []
    return {key: value[key] for key in order if key in value} or None


def _lay(value: dict[str, Any], path: Path, text: str) -> None:
    """Puts `text` into a mapping at a path of keys; names that stood in a list are one text."""
    key, *below = path
    if below and isinstance(below[0], str):
        _lay(value.setdefault(str(key), {}), tuple(below), text)
    else:
        value[str(key)] = text


def _by_literals(scene: Scene, number: int, sibling: int) -> Any:
    """A line as that of its neighbour, read by the words between its texts (a person and the post)."""
    origins = scene.where.built.printed.origins[sibling][0]
    read = by_literals(scene.old[sibling].text, scene.new[number].text, origins)
    if read is None:
        return None
    return {str(slot[0][-1]): _name(str(slot[0][-1]), text) for slot, text in read}


def _name(key: str, text: str) -> str:
    """A name of two characters is printed as wide as one of three."""
    return re.sub(r"\s+", "", text) if key == "姓名" else text


def _under(scene: Scene, branch: Branch, upper: int, found: Added) -> bool:
    """Puts a new unit under a heading or item that has none of its sort yet."""
    path = entry_path(scene, upper)
    unit = scene.new[branch.number]
    if path is None or path not in scene.nodes.at:
        return False
    if _is_text(scene, branch):
        return _text_under(scene, branch, upper, path, found)
    if unit.style.startswith(HEADING):
        key, value = PARTS, _section(scene, branch, noted(unit.text, scene.where.built.package.words), False)
    else:
        key, value = ITEMS, _item(scene, branch)
    node = scene.nodes.at[path]
    if isinstance(node, yaml.ScalarNode):
        ops = opened(scene.nodes, path, CONTENT, {key: [value]})
    elif (*path, key) in scene.nodes.at:
        ops = put(scene.nodes, (*path, key), 0, [value])
    elif isinstance(node, yaml.MappingNode):
        ops = added(scene.nodes, path, {key: [value]}, TEXT)
    else:
        return False
    text = "\n".join(scene.new[one].text for one in branch.numbers)
    change = Change(ADDED, (*path, key), "", text, scene.nodes.line(path), unit.place, tuple(ops))
    found.changes.append(change)
    return True


def _text_under(scene: Scene, branch: Branch, upper: int, path: Path, found: Added) -> bool:
    """A paragraph under a heading or item."""
    node, unit = scene.nodes.at[path], scene.new[branch.number]
    last = scene.where.paths(upper)
    for own in (path, (*path, TEXT)):
        text = scene.nodes.value(own)
        if text and (own in last or (*path, CONTENT) in last):
            return _into_text(scene, branch.number, own, len(text) - 1, found, behind=True)
    if not isinstance(node, yaml.MappingNode) or (*path, TEXT) in scene.nodes.at:
        return False
    behind = CONTENT if (*path, CONTENT) in scene.nodes.at else NAME
    ops = tuple(added(scene.nodes, path, {TEXT: unit.text}, behind))
    line = scene.nodes.line(path)
    found.changes.append(Change(ADDED, (*path, TEXT), "", unit.text, line, unit.place, ops))
    return True
