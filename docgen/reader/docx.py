"""A .docx → its lines, tables and pictures, in the order of the pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from docgen.i18n import _
from docgen.manuscript import Footnote, Line, Manuscript, Piece
from docgen.problems import CannotRead, Place, Problem, Severity
from docgen.reader import guard, looks
from docgen.reader.grids import grid
from docgen.reader.pictures import Pictures
from docgen.reader.spans import Fields, Span, hidden, spans
from docgen.verify.file.counting import Counter, levels
from docgen.verify.file.read import Parts
from docgen.verify.file.read import read as read_parts
from docgen.verify.file.resolve import styles
from docgen.verify.file.values import W, find, flat, get, local, switch, value

BLOCK_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "Choice"})
BULLETS = ("bullet", "none")
NOTES = ("footnotes", "endnotes")
MOST_PARAGRAPHS = 50_000


def read(data: bytes, file: str) -> Manuscript:
    """What the .docx `data` holds. Raises `CannotRead` (RDR-002 to RDR-005, PAG-003, PAG-009)."""
    guard.check(data, file)
    parts = read_parts(data, file)
    if sum(1 for _p in parts.document.iter(W + "p")) > MOST_PARAGRAPHS:
        raise CannotRead(guard.too_large(file))
    story = Story(parts, file, Pictures(data))
    body = find(parts.document, "body")
    pieces = tuple(story.blocks(body)) if body is not None else ()
    return Manuscript(file, "docx", pieces, tuple(story.around()), tuple(story.told()))


class Story:
    """Walks through one document in its order: counts numbers, keeps fields open across paragraphs,
    remembers what a person should be told."""

    def __init__(self, parts: Parts, file: str, pictures: Pictures) -> None:
        self.file = file
        self.parts = parts
        self.styles = styles(parts.beside.get("styles"), parts.beside.get("theme"))
        self.lists = levels(parts.beside.get("numbering"))
        self.counter = Counter(self.lists)
        self.fields = Fields()
        self.pictures = pictures
        self.ordinals = {p: number for number, p in enumerate(parts.document.iter(W + "p"), 1)}
        self.notes = {kind: _notes(parts.beside.get(kind)) for kind in NOTES}
        self.hidden: list[tuple[Place, str]] = []
        self._breaks = False
        self._joined: Line | None = None

    def blocks(self, parent: Any) -> Iterator[Piece]:
        """The pieces of a body, a cell or a text box."""
        for element in parent:
            name = local(element)
            if name == "p":
                yield from self.paragraph(element)
            elif name == "tbl":
                yield from grid(element, self)
            elif name == "AlternateContent":
                yield from self.blocks(next(iter(element), ()))
            elif name in BLOCK_WRAPPERS:
                yield from self.blocks(element)

    def paragraph(self, element: Any) -> Iterator[Piece]:
        """A paragraph's line, then what hangs on it: pictures, text boxes."""
        line = self._with_joined(self.line(element))
        if switch_deleted(element):
            self._joined = line
        elif line.text.strip() or line.number:
            yield line
        yield from self.pictures.of(element, line.place)
        for box in _boxes(element):
            yield from self.blocks(box)

    def line(self, element: Any) -> Line:
        place = Place(self.file, self.ordinals.get(element, 0))
        own = flat(find(element, "pPr"))
        id = value(element, "pPr/pStyle") or self.styles.default
        at, label = self.counter.count(self.styles, id, own)
        look = self.styles.paragraph(id, at, own)
        pieces = spans(element, self.fields)
        rows = looks.settings(pieces, self.styles, id)
        main = looks.most(rows)
        size = main.size if main else 0.0
        self._tell_hidden(element, place)
        style = self.styles.name(id)
        shown = label is not None and self._format(label.list, label.level) not in BULLETS
        return Line(
            "".join(piece.text for piece in pieces),
            place,
            number=label.text.strip() if label and shown else "",
            level=looks.level(look, style),
            style=style,
            align=looks.align(look),
            size=size,
            strong=bool(main and main.strong),
            lead=looks.lead(rows),
            indent=looks.indent(look, size),
            breaks=self._begins_page(element, look.get("pageBreakBefore") == "1"),
            notes=tuple(self._footnotes(element, pieces)),
        )

    def around(self) -> Iterator[Line]:
        """The lines of headers and footers."""
        for name, root in dict(self.parts.around.values()).items():
            for element in root.iter(W + "p"):
                text = "".join(piece.text for piece in spans(element))
                if text.strip() and not any(local(up) == "Fallback" for up in element.iterancestors()):
                    yield Line(text, Place(f"{self.file}/{name}"))

    def told(self) -> Iterator[Problem]:
        """What a person should know of the reading."""
        tree = self.parts.document
        changes = sum(1 for name in ("ins", "del", "moveFrom", "moveTo") for _one in tree.iter(W + name))
        if changes:
            sentence = _("文件里有{count}处修订，都按接受处理了").format(count=changes)
            yield self._info("RDR-010", sentence, _("不想接受的，在Word里先拒绝，再读一次"))
        remarks = sum(1 for _one in tree.iter(W + "commentReference"))
        if remarks:
            sentence = _("文件里有{count}条批注，没有读进来").format(count=remarks)
            yield self._info("RDR-011", sentence, _("批注里有要用的话，先写到正文里"))
        for place, text in self.hidden:
            sentence = _("这一段有隐藏的文字，没有读进来")
            yield Problem(
                "RDR-012", Severity.WARNING, sentence, place, excerpt=text, hint=_("要用就取消隐藏")
            )
        if any(True for _one in tree.iter(W + "altChunk")):
            sentence = _("文件里嵌着另一个文件，没有读进来")
            yield self._info("RDR-013", sentence, _("在Word里打开，另存为一个新的.docx文件"))

    def _info(self, id: str, sentence: str, hint: str) -> Problem:
        return Problem(id, Severity.WARNING, sentence, Place(self.file), hint=hint)

    def _format(self, list: str, level: int) -> str:
        found = self.lists.get(list, {}).get(level)
        return found.look.get("numFmt@val", "decimal") if found else ""

    def _with_joined(self, line: Line) -> Line:
        """The line, behind that of a paragraph whose mark was deleted."""
        before, self._joined = self._joined, None
        if before is None:
            return line
        return replace(before, text=before.text + line.text, notes=(*before.notes, *line.notes))

    def _begins_page(self, element: Any, said: bool) -> bool:
        begins, self._breaks = said or self._breaks, False
        before = ""
        for one in element.iter(W + "t", W + "br"):
            if one.tag == W + "t":
                before += one.text or ""
                begins, self._breaks = begins or (self._breaks and before == one.text), False
            elif get(one, "type") == "page":
                self._breaks = True
        if find(element, "pPr/sectPr") is not None:
            self._breaks = value(element, "pPr/sectPr/type", "nextPage") != "continuous"
        return begins

    def _tell_hidden(self, element: Any, place: Place) -> None:
        text = hidden(element)
        if text.strip():
            self.hidden.append((place, text))

    def _footnotes(self, element: Any, pieces: list[Span]) -> Iterator[Footnote]:
        for kind, name in zip(NOTES, ("footnoteReference", "endnoteReference"), strict=True):
            for mark in element.iter(W + name):
                text = self.notes[kind].get(get(mark, "id"), "")
                if text:
                    yield Footnote(_offset(mark, pieces), text)


def switch_deleted(element: Any) -> bool:
    """Whether the mark at the end of a paragraph was deleted, which joins it with the next one."""
    return find(element, "pPr/rPr/del") is not None and not switch(element, "pPr/rPr/ins")


def _offset(mark: Any, pieces: list[Span]) -> int:
    """How many characters stand before `mark`."""
    before = {mark.getparent()}
    node = mark.getparent()
    while node is not None and local(node) != "p":
        before.update(node.itersiblings(preceding=True))
        node = node.getparent()
    return sum(len(piece.text) for piece in pieces if _under(piece.run, before))


def _under(run: Any, roots: set[Any]) -> bool:
    return run in roots or any(up in roots for up in run.iterancestors())


def _boxes(element: Any) -> Iterator[Any]:
    """The contents of text boxes that hang on a paragraph, of alternatives the first; not those in others."""
    for box in element.iter(W + "txbxContent"):
        above = [local(up) for up in box.iterancestors()]
        inner = above[: above.index("p")] if "p" in above else above
        if "Fallback" not in inner and "txbxContent" not in inner and _hangs_on(box, element):
            yield box


def _hangs_on(box: Any, element: Any) -> bool:
    return next((up for up in box.iterancestors(W + "p")), None) is element


def _notes(root: Any) -> dict[str, str]:
    """The texts of foot- or endnotes by their ids."""
    if root is None:
        return {}
    return {get(note, "id"): _words(note) for note in root if get(note, "type") in ("", "normal")}


def _words(note: Any) -> str:
    lines = ("".join(piece.text for piece in spans(p)) for p in note.iter(W + "p"))
    return "\n".join(line.strip() for line in lines if line.strip())
