"""The parts of a .docx as XML trees, read warily: it may come from anyone."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from docgen.damage import DAMAGE
from docgen.i18n import _
from docgen.libreoffice import check_package
from docgen.problems import CannotRead, Place, error

STRICT = (
    (b"purl.oclc.org/ooxml/wordprocessingml/", b"schemas.openxmlformats.org/wordprocessingml/2006/"),
    (b"purl.oclc.org/ooxml/officeDocument/", b"schemas.openxmlformats.org/officeDocument/2006/"),
    (b"purl.oclc.org/ooxml/drawingml/", b"schemas.openxmlformats.org/drawingml/2006/"),
)
"""The names of ISO 29500 Strict, and those of the usual kind."""
MOST_BYTES = 100_000_000  # of one part
MOST_NODES = 1_800_000
"""Elements, texts and attributes of one part: its tree takes some hundred bytes for each of them."""
KINDS = ("styles", "numbering", "settings", "theme", "footnotes", "endnotes")


@dataclass(frozen=True, slots=True)
class Parts:
    """The trees of a document: `document` and those that stand beside it (None where it has none),
    and by relationship id the headers and footers, each with the name of its part. `main` is the name of
    the part that `document` is."""

    document: Any
    beside: Mapping[str, Any]
    around: Mapping[str, tuple[str, Any]]
    main: str = "word/document.xml"


def read(docx: bytes, file: str = "") -> Parts:
    """The parts of `docx`; raises `CannotRead` (PAG-003, PAG-009) when they cannot be read."""
    place = Place(file) if file else None
    check_package(docx, place)
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as package:
            return _parts(package)
    except (*DAMAGE, KeyError, SyntaxError) as fault:  # lxml's errors are SyntaxError
        raise _broken(str(fault), place) from fault


def part(docx: bytes, name: str) -> Any:
    """The tree of the part `name` of `docx`; None where there is none, or it cannot be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as package:
            return _tree(package, name) if name in package.namelist() else None
    except (*DAMAGE, KeyError, SyntaxError):
        return None


def _parts(package: zipfile.ZipFile) -> Parts:
    main = _main(package)
    relations = _relations(package, main)
    trees = {name: _tree(package, name) for _kind, name in relations.values() if name in package.namelist()}
    beside = {kind: trees.get(name) for kind, name in relations.values() if kind in KINDS}
    around = {
        id: (name, trees[name])
        for id, (kind, name) in relations.items()
        if kind in ("header", "footer") and name in trees
    }
    return Parts(_tree(package, main), beside, around, main)


def _main(package: zipfile.ZipFile) -> str:
    found = [name for kind, name in _relations(package, "").values() if kind == "officeDocument"]
    return found[0] if found else "word/document.xml"


def _relations(package: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """By id the kind and the name of the parts that `part` refers to (XML parts only)."""
    folder, name = posixpath.split(part)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    if path not in package.namelist():
        return {}
    rows = {}
    for link in _tree(package, path):
        target = str(link.get("Target", ""))
        if link.get("TargetMode") != "External" and target.endswith(".xml"):
            full = (
                target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            )
            rows[str(link.get("Id", ""))] = (str(link.get("Type", "")).rpartition("/")[2], full)
    return rows


def _tree(package: zipfile.ZipFile, name: str) -> Any:
    from lxml import etree

    if package.getinfo(name).file_size > MOST_BYTES:
        raise ValueError(_("{part}过大").format(part=name))
    text = package.read(name)
    if _nodes(text) > MOST_NODES:
        raise ValueError(_("{part}过大").format(part=name))
    if b"<!DOCTYPE" in text[:4000].replace(b"\0", b"").upper():
        raise _harmful(name)
    for strict, plain in STRICT:
        text = text.replace(strict, plain)
    tree = etree.fromstring(text, _parser())
    if tree.getroottree().docinfo.internalDTD is not None:  # behind a long comment, or in UTF-16
        raise _harmful(name)
    return tree


def _nodes(xml: bytes) -> int:
    """About how many nodes the tree of `xml` has: elements, texts between tags, attributes, each of which
    is two."""
    tags = xml.count(b"<")
    return tags - xml.count(b"</") + tags - xml.count(b"><") + 2 * xml.count(b"=")


def _parser() -> Any:
    from lxml import etree

    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )


def _harmful(name: str) -> ValueError:
    return ValueError(_("{part}含有文档类型声明，可能有害").format(part=name))


def _broken(reason: str, place: Place | None) -> CannotRead:
    return CannotRead(
        error(
            "PAG-009",
            _("读不了这份 .docx 里的内容"),
            place,
            excerpt=reason,
            hint=_("用Word或WPS打开，另存为一个新的 .docx 文件，再试一次"),
        )
    )
