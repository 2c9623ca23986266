"""A part of a book, ready to be bound."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from docgen.assembly.entries import Entry
from docgen.assembly.opc import Package
from docgen.word.child_order import W

TIE = re.compile(r"<w:pStyle [^>]*/>")
NOTE = re.compile(r"<w:footnote (?:[^>]*)>.*?</w:footnote>", re.DOTALL)


class Part(NamedTuple):
    """The text of a part (the content of w:body, each section ending in its last paragraph), the styles
    it needs beside those of the book, its lists and footnotes, all as XML; the package that they refer
    to, and what the table of contents lists. `two_sided`: its odd and even pages are told apart; `marked`: it
    may have bookmarks beside those of the table of contents; `on_front`: it begins on the front of a sheet,
    for its pages were broken so that its colophon stands on an even one."""

    package: Package
    body: str
    entries: tuple[Entry, ...] = ()
    styles: str = ""
    numbering: str = ""
    notes: str = ""
    two_sided: bool = False
    marked: bool = True
    on_front: bool = False


def inside(xml: str) -> str:
    """What stands in the root element of `xml`, empty for none."""
    if not xml or xml.rstrip().endswith("/>"):
        return ""
    begin = xml.find("?>") + 2 if xml.startswith("<?") else 0
    return xml[xml.index(">", begin) + 1 : xml.rindex("</")]


def own_notes(xml: str) -> str:
    """The footnotes in a footnotes.xml, without the lines that stand above them."""
    return "".join(note for note in NOTE.findall(xml) if "w:type=" not in note[: note.index(">")])


def declared_notes(package: Package, name: str) -> str:
    """As `own_notes`, of a part that declares its namespaces at its root only."""
    if not name:
        return ""
    from docx.oxml import parse_xml
    from lxml import etree

    notes = (
        etree.tostring(note, encoding="unicode", with_tail=False) for note in parse_xml(package.parts[name])
    )
    return own_notes("".join(notes))


def tells_sides_apart(settings: Any) -> bool:
    """Whether `settings` (w:settings, an lxml element) tell odd and even pages apart."""
    found = settings.find(f"{W}evenAndOddHeaders")
    return found is not None and found.get(f"{W}val", "true") not in ("0", "false", "off")
