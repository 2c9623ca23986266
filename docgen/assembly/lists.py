"""The lists of a part: cut where they are numbered, once for all parts whose lists are alike."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from docgen.assembly.attributes import Change, edited, edits, values

NUMBERED = {
    "w:num": ("w:numId", "list"),
    "w:abstractNum": ("w:abstractNumId", "list"),
    "w:abstractNumId": ("w:val", "list"),
    "w:nsid": ("w:val", "nsid"),
}
"""For each element of numbering.xml that has a number its attribute, and what it counts."""

ABSTRACT = re.compile(r"<w:abstractNum\b.*?</w:abstractNum>", re.DOTALL)
NUMBER = re.compile(r"<w:num\b.*?</w:num>", re.DOTALL)
CUT, KIND = "\0", ":"

Pieces = tuple[str, ...]
"""XML, and behind each piece of it a number that is to be changed: what it counts, and its value."""


class Lists(NamedTuple):
    """The definitions of lists and the lists that refer to them, in pieces; the highest of their numbers
    (-1: none)."""

    abstracts: Pieces
    numbers: Pieces
    highest: int


@lru_cache(maxsize=64)
def cut(xml: str) -> Lists:
    """The lists in `xml`, the content of a numbering.xml."""
    numbers = [*values(xml, "w:num", "w:numId"), *values(xml, "w:abstractNum", "w:abstractNumId")]
    for element, (attribute, kind) in NUMBERED.items():
        xml = edited(xml, edits(xml, element, attribute, f"{CUT}{kind}{KIND}{{}}{CUT}".format))
    kinds = ("".join(pattern.findall(xml)).split(CUT) for pattern in (ABSTRACT, NUMBER))
    abstracts, rest = map(tuple, kinds)
    return Lists(abstracts, rest, max(map(int, numbers), default=-1))


def filled(pieces: Pieces, changes: Mapping[str, Change]) -> str:
    """The XML of `pieces` with the numbers that `changes` make for each kind."""
    out = list(pieces)
    for at in range(1, len(out), 2):
        kind, _colon, value = out[at].partition(KIND)
        out[at] = changes[kind](value)
    return "".join(out)
