"""The trees of a .docx gathered into a `File`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docgen.formats import PageFormat
from docgen.ooxml.counting import Counter, levels
from docgen.ooxml.read import Parts
from docgen.ooxml.resolve import Styles, styles
from docgen.ooxml.values import MC, R, W, find, flat, get, local, number, value
from docgen.verify.file.paper import MAIN_PART, Cell, File, Paragraph, Row, Run, Section, Table
from docgen.verify.file.roles import given

WRAPPERS = frozenset(
    {"sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml", "hyperlink", "fldSimple"}
)
OWN_STYLES = ("Addressees", "AttachmentMark", "AttachmentNote")


class Gatherer:
    """Walks through one document; counts its paragraphs and sections as it goes."""

    __slots__ = ("_counter", "_part", "_place", "_styles", "section", "sections")

    def __init__(self, of: Styles, counter: Counter, part: str = MAIN_PART) -> None:
        self._styles = of
        self._counter = counter
        self._part = part
        self._place = 0
        self.section = 0
        self.sections: list[Any] = []

    def blocks(self, parent: Any) -> Iterator[Paragraph | Table]:
        """The paragraphs and tables in `parent`, in their order."""
        for element in parent:
            name = local(element)
            if name == "p":
                yield self.paragraph(element)
                self._end_section(find(element, "pPr/sectPr"))
            elif name == "tbl":
                yield from self._table(element)
            elif name == "sectPr":
                self._end_section(element)
            elif name in WRAPPERS or name == "AlternateContent" or element.tag == MC + "Choice":
                yield from self.blocks(element)

    def used(self) -> dict[str, frozenset[int]]:
        """The levels that were counted, by list."""
        return {list: frozenset(levels) for list, levels in self._counter.used.items()}

    def _end_section(self, properties: Any) -> None:
        if properties is not None:
            self.sections.append(properties)
            self.section += 1

    def paragraph(self, element: Any, cell: bool = False) -> Paragraph:
        self._place += 1
        own = flat(find(element, "pPr"))
        id = value(element, "pPr/pStyle") or self._styles.default
        level, label = self._counter.count(self._styles, id, own)
        runs = tuple(self._runs(element, id))
        return Paragraph(
            self._part,
            self._place,
            self._styles.name(id),
            id,
            self._styles.paragraph(id, level, own),
            own,
            runs,
            "".join(run.text for run in runs),
            label,
            self.section,
            cell,
            tuple(_drawings(element)),
            any(get(one, "type") == "page" for one in element.iter(W + "br")),
            self._styles.run(id, "", flat(find(element, "pPr/rPr"))),
        )

    def _runs(self, element: Any, id: str) -> Iterator[Run]:
        for run in _inside(element, "r"):
            text = "".join(_texts(run))
            if text:
                own = flat(find(run, "rPr"))
                character = value(run, "rPr/rStyle")
                yield Run(text, self._styles.run(id, character, own), own, character)

    def _table(self, element: Any, nested: bool = False) -> Iterator[Table]:
        place = self._place + 1
        inner: list[Table] = []
        rows = tuple(
            Row(flat(find(row, "trPr")), tuple(self._cell(cell, inner) for cell in _inside(row, "tc")))
            for row in _inside(element, "tr")
        )
        grid = tuple(number(get(column, "w")) for column in element.findall(f"{W}tblGrid/{W}gridCol"))
        yield Table(place, flat(find(element, "tblPr")), grid, rows, self.section, nested)
        yield from inner

    def _cell(self, element: Any, inner: list[Table]) -> Cell:
        paragraphs = []
        for child in _inside(element, "p", "tbl"):
            if local(child) == "p":
                paragraphs.append(self.paragraph(child, cell=True))
            else:
                inner += self._table(child, nested=True)
        look = flat(find(element, "tcPr"))
        return Cell(
            number(look.get("tcW@w", "0")), number(look.get("gridSpan@val", "1"), 1), look, tuple(paragraphs)
        )


def _inside(element: Any, *names: str) -> Iterator[Any]:
    """The descendants called `names`, those in what was deleted and in text boxes left out."""
    for child in element:
        name = local(child)
        if name in names:
            yield child
        elif name in WRAPPERS:
            yield from _inside(child, *names)


def _texts(run: Any) -> Iterator[str]:
    for child in run:
        name = local(child)
        if name == "t":
            yield child.text or ""
        elif name in ("tab", "ptab"):
            yield "\t"
        elif name in ("br", "cr") and get(child, "type") in ("", "textWrapping"):
            yield "\n"
        elif name == "noBreakHyphen":
            yield "-"


def _drawings(element: Any) -> Iterator[Any]:
    """The anchors and inlines of a paragraph; of alternatives the first."""
    for child in element.iter():
        name = local(child)
        if name in ("anchor", "inline") and not any(local(up) == "Fallback" for up in child.iterancestors()):
            yield child


def gather(parts: Parts, format: PageFormat) -> File:
    """`parts` as a `File` held to `format`."""
    found = styles(parts.beside.get("styles"), parts.beside.get("theme"))
    lists = levels(parts.beside.get("numbering"))
    gatherer = Gatherer(found, Counter(lists))
    body = find(parts.document, "body")
    blocks = tuple(gatherer.blocks(body)) if body is not None else ()
    own = all(id in found.all for id in OWN_STYLES)
    file = File(
        format=format,
        styles=found,
        body=blocks,
        around=tuple(_around(parts, found)),
        sections=tuple(_sections(gatherer.sections, parts.around)),
        lists=lists,
        settings=parts.beside.get("settings"),
        own=own,
        used=gatherer.used(),
        language=get(find(parts.beside.get("styles"), "docDefaults/rPrDefault/rPr/lang"), "eastAsia"),
    )
    return given(file)


def _around(parts: Parts, found: Styles) -> Iterator[Paragraph]:
    """The paragraphs of headers and footers, those in their text boxes too."""
    for name, root in dict(parts.around.values()).items():
        gatherer = Gatherer(found, Counter({}), name)
        for element in root.iter(W + "p"):
            if not any(local(up) == "Fallback" for up in element.iterancestors()):
                yield gatherer.paragraph(element)


def _sections(properties: list[Any], around: Mapping[str, tuple[str, Any]]) -> Iterator[Section]:
    headers: dict[str, tuple[str, Any]] = {}
    footers: dict[str, tuple[str, Any]] = {}
    for at, one in enumerate(properties):
        for kind, kept in (("headerReference", headers), ("footerReference", footers)):
            for reference in one.findall(W + kind):
                if (target := around.get(str(reference.get(R + "id", "")))) is not None:
                    kept[get(reference, "type", "default")] = target
        yield Section(flat(one), dict(headers), dict(footers), at)
    if not properties:  # Word opens such a document with its own page set-up
        yield Section({}, {}, {}, 0)
