"""Bound parts → the bytes of one .docx."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.assembly import styles
from docgen.assembly.binding import Bound
from docgen.assembly.carried import NOTES, relationships
from docgen.assembly.entries import Levels
from docgen.assembly.look import Look
from docgen.assembly.opc import DOCUMENT, Relation
from docgen.formats import PageFormat
from docgen.word import archive, names, settings
from docgen.word.document import BEGIN, END
from docgen.word.furniture import is_two_sided
from docgen.word.notes import footnotes_xml
from docgen.word.package import WORD
from docgen.word.runs import Pen
from docgen.word.styles import styles_xml

KIND = "application/vnd.openxmlformats"
FIXED = ("styles", "settings", "fontTable")
TAB_STOP = re.compile(r"<w:defaultTabStop [^>]*/>")
PUNCTUATION = re.compile(r"<w:characterSpacingControl [^>]*/>")


def written(
    bound: Bound, title: str, organ: str, format: PageFormat, levels: Levels, look: Look, anew: bool
) -> bytes:
    """The .docx; `anew`: fields are to be brought up to date when it is opened. The same parts give the
    same bytes."""
    kinds = [*FIXED, *["numbering"] * bool(bound.numbers), *["footnotes"] * bool(bound.notes)]
    parts = dict(_parts(bound, title, organ, format, levels, look, anew))
    guide = {
        "[Content_Types].xml": _types(bound, kinds),
        "_rels/.rels": relationships(_roots(), ""),
        "word/_rels/document.xml.rels": _document_relations(bound, kinds),
    }
    if bound.carrier.relations[NOTES]:
        guide["word/_rels/footnotes.xml.rels"] = _relations(bound, NOTES)
    texts = [archive.part(name, text.encode()) for name, text in {**guide, **parts}.items()]
    rest = [archive.part(name, data) for name, data in sorted(bound.carrier.parts.items())]
    text = archive.stream(DOCUMENT, _text(bound), archive.QUICK)
    return archive.pack([*texts[:3], text, *texts[3:], *rest])


def _text(bound: Bound) -> Iterator[bytes]:
    yield BEGIN.encode()
    for text in bound.texts[:-1]:
        yield text.encode()
    yield _last_section_apart(bound.texts[-1]).encode()
    yield END.encode()


def _last_section_apart(text: str) -> str:
    """The section of the last paragraph of a book is that of its body."""
    at = text.rindex("<w:sectPr")
    end = text.index("</w:sectPr>", at) + len("</w:sectPr>")
    return text[:at] + text[end:] + text[at:end]


def _parts(
    bound: Bound, title: str, organ: str, format: PageFormat, levels: Levels, look: Look, anew: bool
) -> Iterator[tuple[str, str]]:
    yield "docProps/app.xml", settings.app_xml()
    yield "docProps/core.xml", settings.core_xml(title, organ)
    own = styles.lowered(styles_xml(format, live=False), levels)
    more = [styles.front(format, look), *bound.styles, "</w:styles>"]
    yield "word/styles.xml", own.replace("</w:styles>", "".join(more))
    yield "word/settings.xml", _settings(bound, format, anew)
    yield "word/fontTable.xml", settings.font_table_xml(format)
    if bound.numbers:
        lists = "".join([*bound.abstracts, *bound.numbers])
        yield "word/numbering.xml", f"{names.HEAD}<w:numbering {names.MAIN}>{lists}</w:numbering>"
    if bound.notes:
        empty = footnotes_xml((), Pen())
        yield (
            NOTES,
            empty.replace("</w:footnotes>", "".join([*bound.notes, "</w:footnotes>"])).replace(
                names.MAIN, f'{names.MAIN} xmlns:r="{names.OFFICE}"', 1
            ),
        )


def _settings(bound: Bound, format: PageFormat, anew: bool) -> str:
    xml = settings.settings_xml(format, bool(bound.notes))
    if bound.two_sided and not is_two_sided(format):
        xml = TAB_STOP.sub(lambda found: f"{found[0]}<w:evenAndOddHeaders/>", xml)
    if anew:
        xml = PUNCTUATION.sub(lambda found: f'{found[0]}<w:updateFields w:val="true"/>', xml)
    return xml


def _types(bound: Bound, kinds: list[str]) -> str:
    main = {"document": f"{WORD}.document.main+xml"} | {kind: f"{WORD}.{kind}+xml" for kind in kinds}
    types = {f"/word/{name}.xml": type for name, type in main.items()}
    types["/docProps/core.xml"] = f"{KIND}-package.core-properties+xml"
    types["/docProps/app.xml"] = f"{KIND}-officedocument.extended-properties+xml"
    types |= {f"/{name}": type for name, type in sorted(bound.carrier.types.items())}
    rows = "".join(f'<Override PartName="{name}" ContentType="{type}"/>' for name, type in types.items())
    return (
        f'{names.HEAD}<Types xmlns="{names.PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{KIND}-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'
    )


def _roots() -> list[Relation]:
    core = f"{names.PACKAGE}/relationships/metadata/core-properties"
    return [
        Relation("rId1", f"{names.OFFICE}/officeDocument", DOCUMENT),
        Relation("rId2", core, "docProps/core.xml"),
        Relation("rId3", f"{names.OFFICE}/extended-properties", "docProps/app.xml"),
    ]


def _document_relations(bound: Bound, kinds: list[str]) -> str:
    own = [Relation(kind, f"{names.OFFICE}/{kind}", f"word/{kind}.xml") for kind in kinds]
    return relationships([*own, *_ided(bound, DOCUMENT)], DOCUMENT)


def _relations(bound: Bound, owner: str) -> str:
    return relationships(_ided(bound, owner), owner)


def _ided(bound: Bound, owner: str) -> list[Relation]:
    return [one._replace(id=id) for one, id in bound.carrier.relations[owner].items()]
