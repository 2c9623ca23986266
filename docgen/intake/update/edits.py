"""Edits to the characters of the plan's texts, collected text by text and made at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from docgen import dates
from docgen.intake.update.change import ADDED, CHANGED, REMOVED, Change
from docgen.intake.update.nodes import Nodes, Path
from docgen.intake.update.typed import Op, applied, cut, put, retyped
from docgen.intake.update.words import Rewording
from docgen.problems import Place

ISO = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")
PARTED = {"责任": "、", "牵头": "、", "配合": "、", "主送": "、", "抄送": "，"}
"""What stands between the names of a list where it is printed."""
NOTHING: tuple[Op, ...] = ((0, 0, ""),)
SHORT = re.compile(r"(\d{1,2})月(\d{1,2})日")


class TextEdit(NamedTuple):
    """One edit of a text, and where in the edited file it was found."""

    rewording: Rewording
    place: Place | None


def changes_of(edits: list[TextEdit], nodes: Nodes) -> Iterator[Change]:
    """A change for every line of a text that is edited; the first one of a text makes them all."""
    by_path: dict[Path, list[TextEdit]] = {}
    for edit in edits:
        by_path.setdefault(edit.rewording.path, []).append(edit)
    for path, own in by_path.items():
        first, *more = _lines(path, own, nodes)
        before = nodes.value(path)
        after = _edited(before, [edit.rewording for edit in own])
        if after.strip():
            ops = tuple(_listed(nodes, path, after) or retyped(nodes, path, after))
            yield from (first._replace(ops=ops), *more)
        else:
            yield first._replace(kind=REMOVED, before=before, after="", ops=tuple(cut(nodes, path)))


def _lines(path: Path, edits: list[TextEdit], nodes: Nodes) -> Iterator[Change]:
    """What is edited in each line of a text, and what is put between them."""
    text = nodes.value(path)
    groups: dict[tuple[int, bool], list[TextEdit]] = {}
    for edit in edits:
        is_line = "\n" in edit.rewording.words or "\n" in text[edit.rewording.start : edit.rewording.end]
        groups.setdefault((text.count("\n", 0, edit.rewording.start), is_line), []).append(edit)
    for own in groups.values():
        gone, come = _apart(text, _edited(text, [edit.rewording for edit in own]))
        kind = CHANGED if gone and come else ADDED if come else REMOVED
        yield Change(kind, path, gone, come, nodes.line(path), own[0].place, NOTHING)


def _edited(before: str, rewordings: list[Rewording]) -> str:
    wholes = [one for one in rewordings if one.whole]
    if wholes:
        return as_written(before, wholes[0].words)
    ops = dict.fromkeys((one.start, one.end, one.words) for one in rewordings)
    return applied(before, ops).strip("\n")


def as_written(before: str, words: str) -> str:
    """`words`, a date as it is printed, in the form that the date `before` was typed in."""
    if not ISO.fullmatch(before):
        return words
    short = SHORT.fullmatch(words)
    day = dates.parse(f"{before[:4]}-{short[1]}-{short[2]}" if short else words)
    return day.isoformat() if day else words


def _apart(before: str, after: str) -> tuple[str, str]:
    """The lines that differ."""
    old, new = before.rstrip("\n").split("\n"), after.rstrip("\n").split("\n")
    while old and new and old[0] == new[0]:
        old, new = old[1:], new[1:]
    while old and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    return "\n".join(old), "\n".join(new)


def _listed(nodes: Nodes, path: Path, after: str) -> list[Op]:
    """An entry of a list of names that became several of them (教务处、德育处)."""
    key = path[-2] if len(path) > 1 else ""
    mark = PARTED.get(str(key), "")
    if not mark or not isinstance(path[-1], int) or mark in nodes.value(path) or mark not in after:
        return []
    first, *more = [name for name in after.split(mark) if name]
    return [*retyped(nodes, path, first), *put(nodes, path[:-1], path[-1] + 1, more)]
