"""How many lines a text takes, counted so that no program needs more."""

from __future__ import annotations

from functools import lru_cache

from docgen.formats import PageFormat
from docgen.widths import size

NOT_FIRST = "，。、；：？！）》」』】〕”’…—·％"
NOT_LAST = "（《「『【〔“‘"
PARTED = 0.25
"""Of a character: what LibreOffice puts between a digit or a Latin letter and an ideograph."""

KEPT, LONGEST = 2000, 2000
"""Texts whose lines are remembered, for in a batch most paragraphs stand in every document; and the
characters of the longest of them."""


def lines(text: str, format: PageFormat, width: int = 0) -> int:
    """The lines that `text` takes in `width` twips (0: that of the page), counted so that no program needs
    more: marks do not hang out of the line, digits and ideographs are parted."""
    count = _remembered if len(text) <= LONGEST else _count
    return count(text, (width or format.text_width) / (format.char + format.condensing))


def _count(text: str, room: float) -> int:
    """The lines that `text` takes in `room` characters."""
    count, start = 1, 0
    while (end := _fitting(text, start, room)) < len(text):
        count, start = count + 1, _break(text, start, end)
    return count


_remembered = lru_cache(maxsize=KEPT)(_count)


def _fitting(text: str, start: int, room: float) -> int:
    """The index of the first character from `start` on that does not go into `room` characters."""
    used, plain = 0.0, text[start : start + 1].isascii()
    for at in range(start, len(text)):
        char = text[at]
        used += size(char)
        if char.isascii() is not plain:
            used, plain = used + PARTED, not plain
        if used > room:
            return at
    return len(text)


def _break(text: str, start: int, end: int) -> int:
    """Where the line from `start` on breaks that can hold the text up to `end`."""
    at = end
    while at > start + 1 and not _may_break(text[at - 1], text[at]):
        at -= 1
    return at if at > start + 1 else end


def _may_break(before: str, after: str) -> bool:
    if after in NOT_FIRST or before in NOT_LAST:
        return False
    return not (before.isascii() and after.isascii() and before.isalnum() and after.isalnum())
