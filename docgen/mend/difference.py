"""What turns one line into another: the stretches that go and what comes for them."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

CLOSE = 1
"""Stretches with so few characters between them are one."""


class Stretch(NamedTuple):
    """`words` come for characters `start` to `end`."""

    start: int
    end: int
    words: str


def stretches(old: str, new: str) -> list[Stretch]:
    """The stretches that turn `old` into `new`, by place."""
    found: list[Stretch] = []
    for one in _changes(old, new):
        last = found[-1] if found else None
        if last and one.start - last.end < CLOSE:
            found[-1] = Stretch(last.start, one.end, last.words + old[last.end : one.start] + one.words)
        else:
            found.append(one)
    return found


def _changes(old: str, new: str) -> Iterator[Stretch]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind != "equal":
            yield Stretch(start, end, new[first:last])
