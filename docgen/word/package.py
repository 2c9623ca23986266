"""NumberedPaper + PageFormat → the bytes of a .docx.

Everything that depends on the format alone is made and deflated once; a document then costs its own
text, one deflate and a zip directory.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from docgen.document import Paper
from docgen.formats import PageFormat
from docgen.numbering import NumberedPaper
from docgen.problems import stop_on_errors
from docgen.word import blocks, document, furniture, names, references, settings, styles
from docgen.word.archive import QUICK, SMALLEST, Part, pack, part, stream
from docgen.word.encode import utf8
from docgen.word.lists import Lists, assign, numbering_xml
from docgen.word.notes import footnotes_xml
from docgen.word.pictures import Media
from docgen.word.runs import Pen
from docgen.word.sections import FIRST_FOOT, Pages, has_own_first_page, section

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TYPES = {
    "document": "document.main",
    "fontTable": "fontTable",
    "footer": "footer",
    "footnotes": "footnotes",
    "header": "header",
    "numbering": "numbering",
    "settings": "settings",
    "styles": "styles",
}
MEDIA_TYPES = {
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "png": "image/png",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
LONG = 1_000_000
"""Characters of XML from which on a text is deflated for its size and not for the time it takes: a book."""

CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"


class Needs(NamedTuple):
    """Which parts a paper asks for beside its text: live lists, turned pages, footnotes, and what
    stands at the foot of a first page that has its own (XML, else empty)."""

    live: bool
    turning: bool
    notes: bool
    first_foot: str = ""


def write(numbered: NumberedPaper, format: PageFormat, new_pages: int = 0) -> bytes:
    """The paper as a .docx file; the same paper in the same format gives the same bytes. `new_pages`
    begin before the colophon, which has to be known where it must stand on an even page.

    Raises `DocgenError` where a table's spans or widths cannot be laid out (TRE-011 to TRE-016,
    TRE-021), the text holds a character that a file cannot keep (TRE-020), or an attached .docx cannot
    be joined (FIL-020 to FIL-028).
    """
    paper = numbered.paper
    live = paper.numbering.live
    lists = _lists(numbered)
    fields, bookmarks = references.fields(numbered, lists) if live else ({}, {})
    pen = Pen(bool(format.latin), numbered.references, fields)
    desk = blocks.desk(format, live, pen, bookmarks)
    text = document.flow(numbered, format, lists, desk, new_pages)
    stop_on_errors(desk.problems)
    joined = any(one.foreign is not None for one in paper.attachments)
    if joined:
        # Seldom used, and with all that checks and renames the parts of a file the largest part here.
        from docgen.word import foreign

        text.turning |= foreign.examine(paper.attachments)
    level = QUICK if text.length() <= LONG else SMALLEST
    body = stream("word/document.xml", document.encoded(text), level)
    needs = Needs(live, text.turning, bool(pen.notes), _first_foot(paper, format))
    own = pack([*_fixed(format, needs, desk.album.media), body, *_own(paper, lists, pen, desk, needs)])
    if not joined:
        return own
    pages = (section(format, Pages(landscape, text.turning)) for landscape in (False, True))
    return foreign.append(own, paper.attachments, *pages)


def _first_foot(paper: Paper, format: PageFormat) -> str:
    if not has_own_first_page(paper):
        return ""
    from docgen.word.letter import foot_xml

    return foot_xml(paper, format)


def _lists(numbered: NumberedPaper) -> Lists:
    if numbered.paper.numbering.live:
        return assign(numbered.labels, numbered.attachment_labels)
    return Lists(
        (None,) * len(numbered.labels), tuple((None,) * len(row) for row in numbered.attachment_labels), ()
    )


def _own(paper: Paper, lists: Lists, pen: Pen, desk: blocks.Desk, needs: Needs) -> Iterator[Part]:
    """The parts that belong to this paper, apart from its text."""
    title = "".join(paper.title)
    yield part("docProps/core.xml", utf8(settings.core_xml(title, paper.organ)))
    if len(lists.lists) > 1:
        yield part("word/numbering.xml", numbering_xml(desk.format, lists.lists).encode())
    elif needs.live:
        yield _numbering(desk.format)
    if needs.notes:
        yield part("word/footnotes.xml", utf8(footnotes_xml(pen.notes, pen)))
    for media in desk.album.media:
        yield part(media.name, media.data)


@lru_cache(maxsize=16)
def _numbering(format: PageFormat) -> Part:
    """The list of a paper that needs but the main one."""
    return part("word/numbering.xml", numbering_xml(format, assign((), ()).lists).encode())


def _fixed(format: PageFormat, needs: Needs, media: Sequence[Media]) -> tuple[Part, ...]:
    """The parts that tell what is in the package, then those that depend on the format alone."""
    if media:
        return (*_guide(format, needs, media), *_looks(format, needs))
    return _ready(format, needs)


@lru_cache(maxsize=32)
def _ready(format: PageFormat, needs: Needs) -> tuple[Part, ...]:
    return (*_guide(format, needs, ()), *_looks(format, needs))


def _guide(format: PageFormat, needs: Needs, media: Sequence[Media]) -> tuple[Part, ...]:
    """Content types and relationships."""
    parts = ["document", "styles", "settings", "fontTable", *_around(format, needs).keys()]
    parts += ["numbering"] * needs.live + ["footnotes"] * needs.notes
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{TYPES[_kind(name)]}+xml"/>'
        for name in parts
    )
    return (
        part("[Content_Types].xml", _content_types(types, media).encode()),
        part("_rels/.rels", _package_relations().encode()),
        part("word/_rels/document.xml.rels", _relations(parts[1:], format, needs, media).encode()),
    )


def _kind(name: str) -> str:
    return name.rstrip("0123456789")


def _content_types(overrides: str, media: Sequence[Media]) -> str:
    suffixes = sorted({one.name.rpartition(".")[2] for one in media} & MEDIA_TYPES.keys())
    pictures = "".join(f'<Default Extension="{one}" ContentType="{MEDIA_TYPES[one]}"/>' for one in suffixes)
    charts = (one.name for one in media if one.type == "chart")
    overrides += "".join(f'<Override PartName="/{name}" ContentType="{CHART}"/>' for name in charts)
    kind = "application/vnd.openxmlformats"
    return (
        f'{names.HEAD}<Types xmlns="{names.PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{kind}-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{pictures}{overrides}'
        f'<Override PartName="/docProps/core.xml" ContentType="{kind}-package.core-properties+xml"/>'
        '<Override PartName="/docProps/app.xml" '
        f'ContentType="{kind}-officedocument.extended-properties+xml"/>'
        "</Types>"
    )


def _package_relations() -> str:
    return _relationships(
        [
            ("rId1", f"{names.OFFICE}/officeDocument", "word/document.xml"),
            ("rId2", f"{names.PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("rId3", f"{names.OFFICE}/extended-properties", "docProps/app.xml"),
        ]
    )


def _relations(parts: Sequence[str], format: PageFormat, needs: Needs, media: Sequence[Media]) -> str:
    """Footers and headers have the ids by which sections name them, the rest that of their part."""
    ids = {name: id for name, (id, _xml) in _around(format, needs).items()}
    rows = [(ids.get(name, name), f"{names.OFFICE}/{_kind(name)}", f"{name}.xml") for name in parts]
    rows += [
        (one.relation, f"{names.OFFICE}/{one.type}", one.name.removeprefix("word/"))
        for one in media
        if one.relation
    ]
    return _relationships(rows)


def _relationships(rows: Sequence[tuple[str, str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="{id}" Type="{type}" Target="{target}"/>' for id, type, target in rows
    )
    return f'{names.HEAD}<Relationships xmlns="{names.PACKAGE}/relationships">{inside}</Relationships>'


def _around(format: PageFormat, needs: Needs) -> dict[str, tuple[str, str]]:
    """The parts above and below the text: for each its relationship id and its XML."""
    sides = furniture.sides(format)
    parts = {
        f"footer{at}": (f"Number{page}", furniture.footer_xml(format, side))
        for at, (page, side) in enumerate(sides.items(), 1)
    }
    if needs.first_foot:
        parts["footer4"] = (FIRST_FOOT, needs.first_foot)
    if needs.turning:
        parts["footer3"] = ("Footer", furniture.empty_footer_xml())
        parts["header3"] = ("Header", furniture.empty_header_xml())
        for at, (page, side) in enumerate(sides.items(), 1):
            parts[f"header{at}"] = (f"Turned{page}", furniture.turned_header_xml(format, side, at))
    return parts


def _looks(format: PageFormat, needs: Needs) -> tuple[Part, ...]:
    xml = {
        "docProps/app.xml": settings.app_xml(),
        "word/styles.xml": styles.styles_xml(format, needs.live),
        "word/settings.xml": settings.settings_xml(format, needs.notes),
        "word/fontTable.xml": settings.font_table_xml(format),
    }
    xml |= {f"word/{name}.xml": text for name, (_id, text) in _around(format, needs).items()}
    return tuple(part(name, text.encode()) for name, text in xml.items())
