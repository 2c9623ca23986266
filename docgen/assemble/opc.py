"""A .docx as its parts and their relationships, as far as joining files needs them."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from typing import NamedTuple
from xml.sax.saxutils import unescape

DOCUMENT = "word/document.xml"
TYPES = "[Content_Types].xml"
RELATIONSHIP = re.compile(r"<Relationship\b[^>]*>")
ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')
TYPE = re.compile(r"<(?:Default|Override)\b[^>]*>")


class Relation(NamedTuple):
    """A relationship: `target` is a part's name, or an address where it is `external`."""

    id: str
    type: str
    target: str
    external: bool = False

    @property
    def kind(self) -> str:
        """The last word of its type: image, header, footnotes."""
        return self.type.rpartition("/")[2]


class Package(NamedTuple):
    """The parts of a .docx by name, and the content type of each name or suffix."""

    parts: dict[str, bytes]
    types: dict[str, str]

    def relations(self, owner: str) -> list[Relation]:
        """The relationships of the part `owner`."""
        folder, name = posixpath.split(owner)
        text = self.parts.get(f"{folder}/_rels/{name}.rels", b"").decode("utf-8")
        return [_relation(tag, folder) for tag in RELATIONSHIP.findall(text)]

    def text(self, name: str) -> str:
        """The XML of a part, empty where there is none."""
        return self.parts.get(name, b"").decode("utf-8")

    def type_of(self, name: str) -> str:
        """The content type of the part `name`."""
        return self.types.get(f"/{name}") or self.types.get(name.rpartition(".")[2].lower(), "")

    def related(self, kind: str) -> str:
        """The name of the part that is the document's styles, numbering …; empty where it has none."""
        found = (one.target for one in self.relations(DOCUMENT) if one.kind == kind)
        return next(found, "")


def _relation(tag: str, folder: str) -> Relation:
    own = {name: unescape(value, {"&quot;": '"', "&apos;": "'"}) for name, value in ATTRIBUTE.findall(tag)}
    external = own.get("TargetMode") == "External"
    target = own.get("Target", "")
    if not external:
        target = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
    return Relation(own.get("Id", ""), own.get("Type", ""), target, external)


def read(docx: bytes) -> Package:
    """The package in `docx`, which our own writer or python-docx wrote."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    types = {}
    for tag in TYPE.findall(parts.pop(TYPES).decode("utf-8")):
        own = dict(ATTRIBUTE.findall(tag))
        types[own.get("PartName") or own.get("Extension", "").lower()] = own.get("ContentType", "")
    return Package(parts, types)
