"""Automatic numbers as Word counts them: which level a paragraph has, and what it prints."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from docgen import numerals
from docgen.verify.file.paper import Label, Level, Lists
from docgen.verify.file.resolve import Styles
from docgen.verify.file.values import Look, W, find, flat, get, number, value

CHINESE = ("chineseCountingThousand", "chineseCounting", "japaneseCounting", "ideographDigital")
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
STEMS = "甲乙丙丁戊己庚辛壬癸"
ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def _letter(ordinal: int) -> str:
    """a to z, then aa, bb …, as Word goes on."""
    times, at = divmod(ordinal - 1, 26)
    return chr(ord("a") + at) * (times + 1)


def _roman(ordinal: int) -> str:
    text = ""
    for worth, sign in ROMAN:
        times, ordinal = divmod(ordinal, worth)
        text += sign * times
    return text


WRITERS: Mapping[str, Callable[[int], str]] = {
    **dict.fromkeys(CHINESE, numerals.chinese),
    "ideographTraditional": lambda ordinal: STEMS[ordinal - 1],
    "lowerLetter": _letter,
    "upperLetter": lambda ordinal: _letter(ordinal).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda ordinal: _roman(ordinal).upper(),
    "decimalFullWidth": lambda ordinal: str(ordinal).translate(WIDE),
    "decimalZero": lambda ordinal: f"{ordinal:02}",
    "none": lambda _ordinal: "",
    "decimalEnclosedCircle": numerals.circled,
    "decimalEnclosedCircleChinese": numerals.circled,
}
PLACE = re.compile(r"%(\d)")
LEVELS = 9


def levels(root: Any) -> dict[str, dict[int, Level]]:
    """The levels of every list of numbering.xml by w:numId."""
    if root is None:
        return {}
    abstract = {get(one, "abstractNumId"): _levels(one) for one in root.findall(W + "abstractNum")}
    lists = {}
    for one in root.findall(W + "num"):
        found = dict(abstract.get(value(one, "abstractNumId"), {}))
        for change in one.findall(W + "lvlOverride"):
            found |= _changed(change, found)
        lists[get(one, "numId")] = found
    return lists


def _levels(parent: Any) -> dict[int, Level]:
    return {number(get(one, "ilvl")): _level(one) for one in parent.findall(W + "lvl")}


def _level(element: Any) -> Level:
    own = {key: text for key, text in flat(element).items() if not key.startswith("pPr")}
    return Level(own, flat(find(element, "pPr")), flat(find(element, "rPr")))


def _changed(change: Any, found: Mapping[int, Level]) -> dict[int, Level]:
    at = number(get(change, "ilvl"))
    start = value(change, "startOverride")
    level = _levels(change).get(at) or found.get(at)
    if level is None:
        return {}
    return {
        at: Level({**level.look, "start@val": start} if start else level.look, level.paragraph, level.run)
    }


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
        counts = self._counts.setdefault(list, {})
        self.used.setdefault(list, set()).add(at)
        counts[at] = counts.get(at, self._start(list, at) - 1) + 1
        for deeper in range(at + 1, LEVELS):
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

    def _text(self, list: str, level: Level, counts: dict[int, int]) -> str:
        def written(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            other = self._lists[list].get(place, level)
            ordinal = counts.get(place, max(self._start(list, place), 1) if place in self._lists[list] else 1)
            return _write(other.look.get("numFmt@val", "decimal"), ordinal)

        return PLACE.sub(written, level.look.get("lvlText@val", ""))


def _write(form: str, ordinal: int) -> str:
    try:
        return WRITERS.get(form, str)(ordinal)
    except (ValueError, IndexError, KeyError):
        return str(ordinal)
