"""A .docx → its lines, tables and pictures, in the order of the pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

from docgen.manuscript import Line, Manuscript, Piece
from docgen.ooxml.counting import Counter, levels
from docgen.ooxml.lists import Label
from docgen.ooxml.read import Parts
from docgen.ooxml.read import read as read_parts
from docgen.ooxml.resolve import styles
from docgen.ooxml.values import W, find, flat, local, value
from docgen.problems import CannotRead, Place
from docgen.reader import footnotes, guard, looks
from docgen.reader.grids import grid
from docgen.reader.page_breaks import PageBreaks
from docgen.reader.pictures import Pictures
from docgen.reader.spans import fields_of, gone, hidden, spans
from docgen.reader.told import told

BLOCK_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "Choice"})
BULLETS = ("bullet", "none")
MOST_PARAGRAPHS = 50_000
MOST_WITHIN = 120_000
"""Elements in one paragraph: 60,000 words each set for itself."""


def read(data: bytes, file: str) -> Manuscript:
    """What the .docx `data` holds. Raises `CannotRead` (RDR-002 to RDR-005, PAG-003, PAG-009)."""
    guard.check(data, file)
    parts = read_parts(data, file)
    if parts.document.tag != W + "document":
        raise CannotRead(guard.broken(file, ""))
    if _is_too_large(parts.document):
        raise CannotRead(guard.too_large(file))
    story = Story(parts, file, Pictures(data, parts.main))
    body = find(parts.document, "body")
    pieces = tuple(story.blocks(body)) if body is not None else ()
    problems = told(parts.document, story.hidden, file)
    return Manuscript(file, "docx", pieces, tuple(story.around()), tuple(problems))


def _is_too_large(document: Any) -> bool:
    from lxml import etree

    crowded = etree.XPath(f"count(.//*) > {MOST_WITHIN}")
    paragraphs = list(islice(document.iter(W + "p"), MOST_PARAGRAPHS + 1))
    return len(paragraphs) > MOST_PARAGRAPHS or any(crowded(one) for one in paragraphs)


class Story:
    """Walks through one document in its order: counts numbers, keeps fields open across paragraphs,
    remembers what a person should be told."""

    def __init__(self, parts: Parts, file: str, pictures: Pictures) -> None:
        self.file = file
        self.parts = parts
        self.styles = styles(parts.beside.get("styles"), parts.beside.get("theme"))
        self.sets = looks.Sets(self.styles)
        self.lists = levels(parts.beside.get("numbering"))
        self.counter = Counter(self.lists)
        self.fields = fields_of(parts.document)
        self.breaks = PageBreaks(parts.document)
        self.pictures = pictures
        self.ordinals = {p: number for number, p in enumerate(parts.document.iter(W + "p"), 1)}
        self.notes = {kind: footnotes.texts(parts.beside.get(kind)) for kind in footnotes.KINDS.values()}
        self.hidden: list[tuple[Place, str]] = []
        self._joined: Line | None = None

    def blocks(self, parent: Any) -> Iterator[Piece]:
        """The pieces of a body, a cell or a text box."""
        for element in parent:
            name = local(element)
            if name == "p":
                yield from self.paragraph(element)
            elif name == "tbl":
                yield from self._alone()
                yield from grid(element, self._place_of_table(element), self.blocks)
            elif name == "AlternateContent":
                yield from self.blocks(next(iter(element), ()))
            elif name in BLOCK_WRAPPERS:
                yield from self.blocks(element)
        yield from self._alone()

    def paragraph(self, element: Any) -> Iterator[Piece]:
        """A paragraph's line, then what hangs on it: pictures, text boxes."""
        line, joins = self._with_joined(self.line(element)), _joins(element)
        if not joins and (line.text.strip() or line.number):
            yield line
        yield from self.pictures.of(element, line.place)
        for box in _boxes(element):
            yield from self.blocks(box)
        if joins and line.text:
            self._joined = line

    def line(self, element: Any) -> Line:
        place = Place(self.file, self.ordinals.get(element, 0))
        own = flat(find(element, "pPr"))
        id = value(element, "pPr/pStyle") or self.styles.default
        pieces = spans(element, self.fields)
        text = "".join(piece.text for piece in pieces)
        whole = self._joined is None and (text or not _joins(element))
        at, label = self.counter.count(self.styles, id, own) if whole else ({}, None)
        look = self.styles.paragraph(id, at, own)
        rows = self.sets.of(pieces, id)
        main = looks.most(rows)
        size = main.size if main else 0.0
        self._tell_hidden(element, place)
        style = self.styles.name(id)
        number = self._number(label)
        shown = bool(text.strip() or number)
        return Line(
            text,
            place,
            number=number,
            level=looks.level(look, style),
            style=style,
            align=looks.align(look),
            size=size,
            strong=bool(main and main.strong),
            lead=looks.lead(rows),
            indent=looks.indent(look, size),
            breaks=self.breaks.begins(element, look.get("pageBreakBefore") == "1", shown),
            notes=tuple(footnotes.of(element, pieces, self.notes)),
        )

    def around(self) -> Iterator[Line]:
        """The lines of headers and footers."""
        for name, root in dict(self.parts.around.values()).items():
            for element in root.iter(W + "p"):
                text = "".join(piece.text for piece in spans(element))
                if text.strip() and not gone(element):
                    yield Line(text, Place(f"{self.file}/{name}"))

    def _place_of_table(self, table: Any) -> Place:
        return Place(self.file, next((self.ordinals.get(p, 0) for p in table.iter(W + "p")), 0))

    def _number(self, label: Label | None) -> str:
        """What is printed before a paragraph; a bullet is no number."""
        if label is None or self.lists[label.list][label.level].look.get("numFmt@val") in BULLETS:
            return ""
        return label.text.strip()

    def _with_joined(self, line: Line) -> Line:
        """The line, behind that of a paragraph whose mark was deleted."""
        before, self._joined = self._joined, None
        if before is None:
            return line
        moved = (replace(note, at=note.at + len(before.text)) for note in line.notes)
        return replace(before, text=before.text + line.text, notes=(*before.notes, *moved))

    def _alone(self) -> Iterator[Line]:
        """The line of a paragraph whose mark was deleted, where no other paragraph follows."""
        before, self._joined = self._joined, None
        if before is not None:
            yield before

    def _tell_hidden(self, element: Any, place: Place) -> None:
        text = hidden(element)
        if text.strip():
            self.hidden.append((place, text))


def _joins(element: Any) -> bool:
    """Whether the mark at the end of a paragraph was deleted or moved away, which joins it with the next."""
    removed = any(find(element, f"pPr/rPr/{name}") is not None for name in ("del", "moveFrom"))
    return removed and find(element, "pPr/rPr/moveTo") is None


def _boxes(element: Any) -> Iterator[Any]:
    """The contents of text boxes that hang on a paragraph, of alternatives the first; not those in others."""
    for box in element.iter(W + "txbxContent"):
        if next(box.iterancestors(W + "p"), None) is element and not gone(box):
            yield box
