"""The sentence around a place, for words that say how the place is meant."""

from __future__ import annotations

FARTHEST = 150
"""Characters on each side beyond which nothing is said of the place any more."""


def sentence(text: str, start: int, end: int) -> str:
    """What stands around `start` to `end` of `text`, from the last 。 or ； to the next."""
    before, behind = text[max(0, start - FARTHEST) : start], text[end : end + FARTHEST]
    first = max(before.rfind(mark) for mark in "。；") + 1
    last = min((at for mark in "。；" if (at := behind.find(mark)) >= 0), default=len(behind))
    return before[first:] + text[start:end] + behind[:last]
