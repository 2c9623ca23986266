"""Word's lists: their levels, and the automatic numbers that paragraphs get of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from docgen.ooxml.values import Look


@dataclass(frozen=True, slots=True)
class Label:
    """The automatic number of a paragraph: its level from 0, its ordinal and as printed."""

    list: str
    level: int
    ordinal: int
    text: str


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list: its own properties, as `w:lvl` has them, and those of its paragraphs and numbers.
    Lists of one `family` count on from each other, but for a level that `restarts`."""

    look: Look
    paragraph: Look
    run: Look
    family: str = ""
    restarts: bool = False


Lists = Mapping[str, Mapping[int, Level]]
