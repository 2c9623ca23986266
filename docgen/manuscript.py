"""A manuscript (来稿): a file of someone else's as it was read, before anyone says what is what.

A flat sequence of lines, tables and pictures in the order of the pages. Nothing is judged here and
nothing is left out: readers fill it in, recognition tells headings from text, mending finds by the
places where in the file a character stands. This module knows nothing else but `Place` and `Problem`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Union

from docgen.problems import Place, Problem


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note of a line: `at` is the offset in the line's text where its mark stands."""

    at: int
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text file or a paragraph of a .docx.

    `text` is as it stands in the source, blanks and typed number included; in a .docx deleted text is
    left out, inserted text is in, a field is its result, a manual line break is "\\n", a tab "\\t".
    `number` is the automatic number as a word processor prints it (`一、`), never part of `text`.
    `place.line` is 1-based: the line of a text file; in a .docx the position of the `w:p` among all
    `w:p` of the main part in document order, so that whoever mends finds it again.
    What follows is empty or 0 where the file does not say: `level` 1 to 9 is the outline level that
    style or paragraph claim; `style` the style's name as Word's English interface has it, in lower
    case (`heading 1`, `title`, `normal`); `align` left, center, right or both; `size` in pt and `strong`
    (bold, or 黑体) of the line as a whole; `lead` how many characters at its beginning are set apart
    from the rest (bold, another face), as run-in headings are; `indent` of its first line in characters,
    typed blanks not counted; `breaks` that a page begins with it.
    """

    text: str
    place: Place
    number: str = ""
    level: int = 0
    style: str = ""
    align: str = ""
    size: float = 0.0
    strong: bool = False
    lead: int = 0
    indent: float = 0.0
    breaks: bool = False
    notes: tuple[Footnote, ...] = ()


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a real table: its paragraphs, and over how many columns and rows it goes."""

    lines: tuple[Line, ...]
    across: int = 1
    down: int = 1

    @property
    def text(self) -> str:
        """Its paragraphs, one a line."""
        return "\n".join(line.number + line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Grid:
    """A real table of `columns` columns. A row holds the cells that begin in it, from left to right;
    the cells that one covers are left out. `head` is how many rows are marked to be repeated."""

    rows: tuple[tuple[GridCell, ...], ...]
    columns: int
    place: Place
    head: int = 0


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in the text: its bytes (empty where they could not be had) and their suffix (png, jpeg,
    …), its size in mm (0 unknown), the words that describe it."""

    data: bytes = field(repr=False)
    suffix: str
    width: float
    height: float
    words: str
    place: Place


Piece = Union[Line, Grid, Picture]


@dataclass(frozen=True, slots=True)
class Manuscript:
    """What a file holds. `kind` is docx, txt or md (what was converted by LibreOffice is docx);
    `pieces` in the order of the pages, text boxes behind the paragraph they hang on; `headers` the
    lines of page headers and footers, which are no text; `problems` what a person should know of the
    reading (tracked changes accepted, hidden text left out)."""

    file: str
    kind: str
    pieces: tuple[Piece, ...]
    headers: tuple[Line, ...] = ()
    problems: tuple[Problem, ...] = ()
