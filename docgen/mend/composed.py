"""Edits made one round after another, as changes of the text that stood there first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from docgen.lint.run import Finding
from docgen.mend.difference import Stretch, stretches
from docgen.mend.edits import Edit

NEW = -1


class Composed(NamedTuple):
    """What changes in a line as it was, and which of its characters each finding that was mended is about."""

    stretches: list[Stretch]
    findings: list[tuple[Finding, int, int]]


def composed(text: str, rounds: Sequence[Sequence[Edit]]) -> Composed:
    """The edits of one line, round by round, each counting in the text that the round before left."""
    characters, origins = text, list(range(len(text)))
    findings: list[tuple[Finding, int, int]] = []
    for made in rounds:
        done, came, at = "", list[int](), 0
        for edit in sorted(made, key=lambda one: one.start):
            findings.append((edit.finding, *_origin(origins, edit.start, edit.end, len(text))))
            for start, end, words in stretches(characters[edit.start : edit.end], edit.words):
                done += characters[at : edit.start + start] + words
                came += origins[at : edit.start + start] + [NEW] * len(words)
                at = edit.start + end
        characters, origins = done + characters[at:], came + origins[at:]
    return Composed(_changes(characters, origins, len(text)), findings)


def _origin(origins: Sequence[int], start: int, end: int, length: int) -> tuple[int, int]:
    """The characters of the first text that now stand from `start` to `end`, or where those would be."""
    kept = [origin for origin in origins[start:end] if origin != NEW]
    before = next((origins[at] for at in range(start - 1, -1, -1) if origins[at] != NEW), NEW) + 1
    behind = next((origins[at] for at in range(end, len(origins)) if origins[at] != NEW), length)
    return (min(kept), max(kept) + 1) if kept else (before, behind)


def _changes(characters: str, origins: Sequence[int], length: int) -> list[Stretch]:
    """The stretches of the first text that were replaced."""
    found, at, words = [], 0, ""
    for character, origin in zip([*characters, ""], [*origins, length], strict=True):
        if origin == NEW:
            words += character
            continue
        if origin > at or words:
            found.append(Stretch(at, origin, words))
        at, words = origin + 1, ""
    return found
