"""A paper of our own that looks otherwise than the book, or has joined files in it: its styles become
its own, as those of a foreign file do, and stay beside the book's."""

from __future__ import annotations

from typing import Any

from docgen.assembly import opc, part, sections
from docgen.assembly.entries import Levels
from docgen.assembly.part import Part
from docgen.assembly.styles import lowered

AROUND = ("header", "footer")


def with_own_look(one: Part, section: str, number: int, levels: Levels) -> Part:
    """`one`, the part with the `number`, whose last section is still apart, with all its styles its own."""
    from docx.oxml import parse_xml

    from docgen.word import foreign_styles

    package = one.package
    styles = parse_xml(lowered(package.text(package.related("styles")), levels).encode())
    document = parse_xml(_document(package.text(opc.DOCUMENT), one.body, section).encode())
    around = {name: parse_xml(package.parts[name]) for name in _around(package)}
    notes = _parsed(package, "footnotes")
    lists = _parsed(package, "numbering")
    roots = [document, *around.values(), *([] if notes is None else [notes])]
    foreign_styles.detach(styles, roots, lists, None, number)
    end(document[0])
    changed = {name: _text(root).encode() for name, root in around.items()}
    body, _last = sections.split(_text(document))
    return one._replace(
        package=package._replace(parts={name: package.parts[name] for name in package.parts} | changed),
        body=body,
        styles=part.inside(_text(styles)).partition("</w:docDefaults>")[2] or part.inside(_text(styles)),
        numbering=part.TIE.sub("", part.inside(_text(lists))) if lists is not None else "",
        notes=part.own_notes(_text(notes)) if notes is not None else "",
    )


def _document(document: str, body: str, section: str) -> str:
    begin = document.index(">", document.index("<w:body")) + 1
    return f"{document[:begin]}{body}{section}{document[document.rindex('</w:body>') :]}"


def _around(package: opc.Package) -> list[str]:
    return [one.target for one in package.relations(opc.DOCUMENT) if one.kind in AROUND]


def _parsed(package: opc.Package, kind: str) -> Any:
    from docx.oxml import parse_xml

    name = package.related(kind)
    return parse_xml(package.parts[name]) if name else None


def _text(root: Any) -> str:
    from lxml import etree

    return etree.tostring(root, encoding="unicode")


def end(body: Any) -> None:
    """Ends the last section of `body` (w:body) in its last paragraph too, or in one that takes no room."""
    from copy import deepcopy

    from docgen.word.foreign_sections import end_section, filler, has_section

    section = body[-1]
    last = section.getprevious()
    if last is None or not str(last.tag).endswith("}p") or has_section(last):
        last = filler(section)
        section.addprevious(last)
    end_section(last, deepcopy(section))
