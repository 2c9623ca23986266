"""A manuscript as units that edits are told by: its lines, and the rows of its tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from docgen.manuscript import Grid, GridCell, Line, Manuscript
from docgen.patterns import pattern
from docgen.problems import Place

LABELS = (
    pattern("[一二三四五六七八九十百]+、"),
    pattern("[（(][一二三四五六七八九十百]+[）)]"),
    pattern(r"\d{1,3}[.．、]\s*(?!\d)"),
    pattern(r"[（(]\d{1,3}[）)]"),
    pattern("[①-⑳]"),
)
"""The numbers of the five layers, as text."""
HEADING = "heading "
TEXT_LAYER = 9
SPACE = pattern(r"\s+")
PLAIN = (
    "",
    "normal",
    "normal (web)",
    "body text",
    "body text indent",
    "list paragraph",
    "no spacing",
    "plain text",
)
"""Styles of what is text and nothing more: Word gives one of them to a paragraph that is typed or pasted."""
NUMBERED = (HEADING, "body text", "normal", "list paragraph")


class Unit(NamedTuple):
    """A line (one cell) or a row of a table. `label` is its number, `style` its style's name, `table` which
    table a row is of (from 1; 0: a line)."""

    cells: tuple[str, ...]
    label: str
    style: str
    table: int
    place: Place

    @property
    def text(self) -> str:
        return "　".join(filter(None, self.cells)) if self.table else self.cells[0]

    @property
    def key(self) -> tuple[bool, str]:
        """What makes two units the same: their characters without blanks."""
        return bool(self.table), "\x1f".join(map(squashed, self.cells))

    @property
    def layer(self) -> int:
        """1 to 5 for headings and items, more for text."""
        if self.style.startswith(HEADING) and self.style[len(HEADING) :].isdigit():
            return int(self.style[len(HEADING) :])
        found = (number for number, form in enumerate(LABELS, 1) if self.label and form.match(self.label))
        return next(found, TEXT_LAYER)

    @property
    def kind(self) -> tuple[bool, str, int]:
        """What makes two units of one sort."""
        return bool(self.table), "body text" if self.style in PLAIN else self.style, self.layer


def units(manuscript: Manuscript, typed: bool) -> list[Unit]:
    """The units of a manuscript in its order; `typed`: its numbers are text, which is taken off."""
    return list(_units(manuscript, typed))


def has_numbers(manuscript: Manuscript) -> bool:
    """Whether a word processor counts its numbers."""
    return any(isinstance(piece, Line) and piece.number for piece in manuscript.pieces)


def squashed(text: str) -> str:
    return SPACE.sub("", text)


def notes(manuscript: Manuscript) -> list[str]:
    """The texts of its footnotes."""
    return [note.text.strip() for line in _lines(manuscript) for note in line.notes]


def _lines(manuscript: Manuscript) -> Iterator[Line]:
    for piece in manuscript.pieces:
        if isinstance(piece, Line):
            yield piece
        elif isinstance(piece, Grid):
            yield from (line for row in piece.rows for cell in row for line in cell.lines)


def _units(manuscript: Manuscript, typed: bool) -> Iterator[Unit]:
    tables = 0
    for piece in manuscript.pieces:
        if isinstance(piece, Line):
            yield _line(piece, typed)
        elif isinstance(piece, Grid):
            tables += 1
            for row in piece.rows:
                texts = tuple(cell.text.strip() for cell in row)
                if any(texts):
                    yield Unit(texts, "", "", tables, _place(row, piece))


def _place(row: Iterable[GridCell], grid: Grid) -> Place:
    return next((line.place for cell in row for line in cell.lines), grid.place)


def _line(line: Line, typed: bool) -> Unit:
    text, label = line.text.strip(), line.number
    if typed and not label and line.style.startswith(NUMBERED) and (found := _label(text)):
        label, text = found[0].strip(), text[found.end() :].lstrip()
    return Unit((text,), label, line.style, 0, line.place)


def _label(text: str) -> re.Match[str] | None:
    return next((found for form in LABELS if (found := form.match(text))), None)
