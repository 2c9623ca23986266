"""The papers that lie in one file: the paper itself, one that it carries, its attachments.

A cover notice and the plan behind it are two papers; what stands behind an 附件 mark is a third.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from docgen.recognised import NOTE, Part, Recognised

OWN, CARRIED, ATTACHED = "own", "carried", "attached"
SMALL_COLOPHON = ("copies", "printer")
"""Stands behind all, and belongs to the paper itself."""


class Segment(NamedTuple):
    """One paper: OWN, CARRIED (印发) or ATTACHED, the lines of its title, its parts in their order."""

    kind: str
    title: tuple[str, ...]
    parts: tuple[Part, ...]


def segments(recognised: Recognised) -> list[Segment]:
    """The papers in `recognised`, the paper itself first."""
    colophon = [part for part in recognised.parts if part.note in SMALL_COLOPHON]
    found: list[tuple[str, list[str], list[Part]]] = [(OWN, list(recognised.title), colophon)]
    for part in recognised.parts:
        if part.note in SMALL_COLOPHON:
            continue
        kind, title, parts = found[-1]
        if part.note == "embedded_title":
            if kind == CARRIED and not parts:
                title.append(part.text)
            else:
                found.append((CARRIED, [part.text], []))
        elif part.note == "attachment_mark":
            found.append((ATTACHED, [], []))
        elif part.note == "attachment_title" and kind == ATTACHED and not parts:
            title.append(part.text)
        else:
            parts.append(part)
    return [Segment(kind, tuple(title), tuple(parts)) for kind, title, parts in found]


def notes(segment: Segment, *kinds: str) -> Iterator[Part]:
    """The notes of these kinds, in their order."""
    return (part for part in segment.parts if part.type == NOTE and part.note in kinds)


def texts(segment: Segment, *kinds: str) -> tuple[str, ...]:
    """The texts of the notes of these kinds."""
    return tuple(part.text.strip() for part in notes(segment, *kinds))
