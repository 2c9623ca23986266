"""Automatic numbers as Word counts them: which level a paragraph has, and what it prints."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from docgen.ooxml.lists import Label, Level, Lists
from docgen.ooxml.number_forms import written
from docgen.ooxml.resolve import Styles
from docgen.ooxml.values import Look, W, find, flat, get, number, value

PLACE = re.compile(r"%(\d)")
LEVELS = 9
LONGEST_TEXT = 255
"""Of a number, in characters."""


def levels(root: Any) -> dict[str, dict[int, Level]]:
    """The levels of every list of numbering.xml by w:numId."""
    if root is None:
        return {}
    abstract = _abstract(root)
    lists = {}
    for one in root.findall(W + "num"):
        found = dict(abstract.get(value(one, "abstractNumId"), {}))
        for change in one.findall(W + "lvlOverride"):
            found |= _changed(change, found)
        lists[get(one, "numId")] = found
    return lists


def _abstract(root: Any) -> dict[str, dict[int, Level]]:
    """The levels by w:abstractNumId; what merely names a style of lists has those of that style."""
    elements = root.findall(W + "abstractNum")
    own = {get(one, "abstractNumId"): _levels(one, get(one, "abstractNumId")) for one in elements}
    styled = {value(one, "styleLink"): get(one, "abstractNumId") for one in elements}
    for one in elements:
        link = value(one, "numStyleLink")
        if link and link in styled:
            own[get(one, "abstractNumId")] = own[styled[link]]
    return own


def _levels(parent: Any, family: str) -> dict[int, Level]:
    return {number(get(one, "ilvl")): _level(one, family) for one in parent.findall(W + "lvl")}


def _level(element: Any, family: str) -> Level:
    own = {key: text for key, text in flat(element).items() if not key.startswith("pPr")}
    return Level(own, flat(find(element, "pPr")), flat(find(element, "rPr")), family)


def _changed(change: Any, found: Mapping[int, Level]) -> dict[int, Level]:
    at = number(get(change, "ilvl"))
    start = value(change, "startOverride")
    family = next((level.family for level in found.values()), "")
    level = _levels(change, family).get(at) or found.get(at)
    if level is None:
        return {}
    return {at: replace(level, look={**level.look, "start@val": start}, restarts=True) if start else level}


class Counter:
    """Counts the numbered paragraphs of a document in their order."""

    __slots__ = ("_counts", "_lists", "used")

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._counts: dict[str, dict[int, int]] = {}
        self.used: dict[str, set[int]] = {}

    def count(self, styles: Styles, style: str, own: Look) -> tuple[Look, Label | None]:
        """What the level says of the paragraph, and its number, if it has one."""
        list, at = self.where(styles, style, own)
        level = self._lists.get(list, {}).get(at)
        if level is None:
            return {}, None
        counts = self._counts.setdefault(level.family or list, {})
        used = self.used.setdefault(list, set())
        if level.restarts and at not in used:
            counts.pop(at, None)
        used.add(at)
        counts[at] = counts.get(at, self._start(list, at) - 1) + 1
        for deeper in range(at + 1, LEVELS):
            if at < self._kept_below(list, deeper):
                counts.pop(deeper, None)
        return level.paragraph, Label(list, at, counts[at], self._text(list, level, counts))

    def where(self, styles: Styles, style: str, own: Look) -> tuple[str, int]:
        """The list and the level of a paragraph, "" where it has none."""
        chain = [one.paragraph for one in styles.chain(style)]
        lists = [look["numPr/numId@val"] for look in (*chain, own) if "numPr/numId@val" in look]
        levels = [look["numPr/ilvl@val"] for look in (*chain, own) if "numPr/ilvl@val" in look]
        if not lists or lists[-1] == "0":
            return "", 0
        return lists[-1], number(levels[-1]) if levels else self._tied(lists[-1], style)

    def _tied(self, list: str, style: str) -> int:
        """The level that names the style itself."""
        rows = self._lists.get(list, {}).items()
        return next((at for at, level in rows if level.look.get("pStyle@val") == style), 0)

    def _start(self, list: str, at: int) -> int:
        return number(self._lists[list][at].look.get("start@val", "0"))

    def _kept_below(self, list: str, at: int) -> int:
        """The first of the levels above `at` that does not begin it anew."""
        level = self._lists[list].get(at)
        return number(level.look.get("lvlRestart@val", ""), LEVELS) if level else LEVELS

    def _text(self, list: str, level: Level, counts: dict[int, int]) -> str:
        def shown(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            other = self._lists[list].get(place, level)
            ordinal = counts.get(place, max(self._start(list, place), 1) if place in self._lists[list] else 1)
            digits = level.look.get("isLgl") == "1"
            return written("decimal" if digits else other.look.get("numFmt@val", "decimal"), ordinal)

        return PLACE.sub(shown, level.look.get("lvlText@val", "")[:LONGEST_TEXT])
