"""What turns one text into another: the stretches that go and what comes for them."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import NamedTuple

MOST = 1_000_000
"""Pairs of characters that are compared one by one; of longer texts all between their ends is one stretch."""


class Stretch(NamedTuple):
    """`words` come for characters `start` to `end`."""

    start: int
    end: int
    words: str


def stretches(old: str, new: str) -> list[Stretch]:
    """The stretches that turn `old` into `new`, by place, as short as they can be."""
    begin, end = same_ends(old, new)
    ours, theirs = old[begin : len(old) - end], new[begin : len(new) - end]
    if len(ours) * len(theirs) > MOST:
        return [Stretch(begin, begin + len(ours), theirs)]
    steps = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    return [
        Stretch(begin + start, begin + end, theirs[first:last])
        for kind, start, end, first, last in steps
        if kind != "equal"
    ]


def same_ends(old: str, new: str) -> tuple[int, int]:
    """How many characters two texts have in common at their beginning, and then at their end."""
    begin = _alike(old, new)
    return begin, _alike(old[begin:][::-1], new[begin:][::-1])


def _alike(old: str, new: str) -> int:
    pairs = enumerate(zip(old, new, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(old), len(new)))
