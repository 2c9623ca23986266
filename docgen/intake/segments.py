"""The papers that lie in one file: the paper itself, one that it carries, its attachments.

A cover notice and the plan behind it are two papers; what stands behind an 附件 mark is a third.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from docgen.numerals import value
from docgen.patterns import pattern
from docgen.recognised import NOTE, Part, Recognised

OWN, CARRIED, ATTACHED = "own", "carried", "attached"
SMALL_COLOPHON = ("copies", "printer")
"""Stands behind all, and belongs to the paper itself."""
NUMBER = pattern(r"(\d{1,2}|[一二三四五六七八九十]{1,2})\s*[：:]?\s*$")


class Segment(NamedTuple):
    """One paper: OWN, CARRIED (印发) or ATTACHED, the lines of its title, its parts in their order, the
    number in the mark over an attachment (0 none)."""

    kind: str
    title: tuple[str, ...]
    parts: tuple[Part, ...]
    number: int = 0


def segments(recognised: Recognised) -> list[Segment]:
    """The papers in `recognised`, the paper itself first."""
    colophon = [part for part in recognised.parts if part.note in SMALL_COLOPHON]
    found: list[tuple[str, list[str], list[Part], int]] = [(OWN, list(recognised.title), colophon, 0)]
    for part in recognised.parts:
        if part.note in SMALL_COLOPHON:
            continue
        kind, title, parts, _number = found[-1]
        if part.note == "embedded_title":
            if kind == CARRIED and not parts:
                title.append(part.text)
            else:
                found.append((CARRIED, [part.text], [], 0))
        elif part.note == "attachment_mark":
            found.append((ATTACHED, [], [], _counted(part.text)))
        elif part.note == "attachment_title" and kind == ATTACHED and not parts:
            title.append(part.text)
        else:
            parts.append(part)
    return [Segment(kind, tuple(title), tuple(parts), number) for kind, title, parts, number in found]


def _counted(mark: str) -> int:
    """The number in 附件1, 附件二; 0 in 附件."""
    found = NUMBER.search(mark)
    if found is None:
        return 0
    return int(found[1]) if found[1].isdigit() else value(found[1])


def notes(segment: Segment, *kinds: str) -> Iterator[Part]:
    """The notes of these kinds, in their order."""
    return (part for part in segment.parts if part.type == NOTE and part.note in kinds)


def texts(segment: Segment, *kinds: str) -> tuple[str, ...]:
    """The texts of the notes of these kinds."""
    return tuple(part.text.strip() for part in notes(segment, *kinds))
