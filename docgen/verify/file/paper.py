"""A document as its checks see it: paragraphs in effect, tables, sections, and what they belong to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from docgen.formats import PageFormat
from docgen.ooxml.lists import Label, Lists
from docgen.ooxml.resolve import Styles
from docgen.ooxml.values import Look, number

MAIN_PART = "word/document.xml"


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one look; `look` is in effect, `own` what the run says itself, `style` its character style."""

    text: str
    look: Look
    own: Look
    style: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. `place` counts the paragraphs of its part from 1, 0 for one that stands for a
    style; `style` is the name of its style and `style_id` its id; `look` is in effect, `own` what it
    says itself; `label` its automatic number; `cell` whether it stands in a table; `drawings` are its
    anchored and inline drawings; `element` is the XML."""

    part: str
    place: int
    style: str
    style_id: str
    look: Look
    own: Look
    runs: tuple[Run, ...] = ()
    text: str = ""
    label: Label | None = None
    section: int = 0
    cell: bool = False
    drawings: tuple[Any, ...] = ()
    breaks_page: bool = False
    mark: Look = field(default_factory=dict)

    @property
    def is_style(self) -> bool:
        """Whether this stands for a style itself."""
        return not self.place

    @property
    def is_blank(self) -> bool:
        return not self.text.strip() and not self.drawings

    @property
    def size(self) -> float:
        """The size of most of its text, or of its end, in pt."""
        looks = [run for run in self.runs if run.text.strip()]
        look = max(looks, key=lambda run: len(run.text)).look if looks else self.mark
        return number(look.get("sz@val", "20"), 20) / 2

    def twips(self, name: str) -> int:
        """An attribute of its `w:ind` in twips, the characters read where they are said (as Word does)."""
        chars = number(self.look.get(f"ind@{name}Chars", "0"))
        return round(chars * self.size / 5) if chars else number(self.look.get(f"ind@{name}", "0"))


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its width in twips, the columns it spans, its properties and paragraphs."""

    width: int
    span: int
    look: Look
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Row:
    look: Look
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `place` is that of the first paragraph in it, `nested` for one in another's cell."""

    place: int
    look: Look
    grid: tuple[int, ...]
    rows: tuple[Row, ...]
    section: int
    nested: bool = False

    def paragraphs(self) -> Iterator[Paragraph]:
        for row in self.rows:
            for cell in row.cells:
                yield from cell.paragraphs

    @property
    def text(self) -> str:
        return " ".join(paragraph.text for paragraph in self.paragraphs() if paragraph.text)

    @property
    def floats(self) -> bool:
        return any(key.startswith("tblpPr@") for key in self.look)


@dataclass(frozen=True, slots=True)
class Section:
    """The pages of a section: its properties, and its headers and footers by type (default, even, first)
    as (part, XML), those of the section before taken over."""

    look: Look
    headers: Mapping[str, tuple[str, Any]]
    footers: Mapping[str, tuple[str, Any]]
    at: int

    def twips(self, key: str) -> int:
        return number(self.look.get(key, "0"))

    @property
    def landscape(self) -> bool:
        return self.twips("pgSz@w") > self.twips("pgSz@h")


@dataclass(frozen=True, slots=True, eq=False)
class File:
    """A .docx with the format it is held to. `own`: made of docgen's styles, so that every setting is
    expected to be the format's; another's file is judged by what its settings come to. `language` is that
    of Chinese text by the document's defaults; `used` are the levels in use by list, `standing`
    paragraphs that stand for its styles."""

    format: PageFormat
    styles: Styles
    body: tuple[Paragraph | Table, ...]
    around: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    lists: Lists
    settings: Any
    own: bool
    language: str = ""
    standing: tuple[Paragraph, ...] = ()
    used: Mapping[str, frozenset[int]] = field(default_factory=dict)
    roles: Mapping[tuple[str, int], str] = field(default_factory=dict)

    @property
    def paragraphs(self) -> list[Paragraph]:
        """The paragraphs of the text, those in tables left out."""
        return [block for block in self.body if isinstance(block, Paragraph)]

    @property
    def tables(self) -> list[Table]:
        return [block for block in self.body if isinstance(block, Table)]

    def everything(self) -> Iterator[Paragraph]:
        """All paragraphs of the text, those in tables too."""
        for block in self.body:
            if isinstance(block, Paragraph):
                yield block
            else:
                yield from block.paragraphs()

    def role(self, paragraph: Paragraph) -> str:
        return self.roles.get((paragraph.part, paragraph.place), "")

    def having(self, *roles: str) -> list[Paragraph]:
        """The paragraphs of the text that play one of `roles`."""
        return [paragraph for paragraph in self.everything() if self.role(paragraph) in roles]
