"""A .docx as its parts and their relationships, as far as joining files needs them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple
from xml.sax.saxutils import unescape

from docgen.word import archive

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


class Parts(Mapping[str, bytes]):
    """The parts of a file by name, inflated when they are asked for."""

    __slots__ = ("_packed", "_read")

    def __init__(self, docx: bytes) -> None:
        self._packed = archive.unpack(docx)
        self._read: dict[str, bytes] = {}

    def __getitem__(self, name: str) -> bytes:
        if name not in self._read:
            self._read[name] = archive.inflated(self._packed[name])
        return self._read[name]

    def __contains__(self, name: object) -> bool:
        return name in self._packed

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)


class Package(NamedTuple):
    """The parts of a .docx by name, and the content type of each name or suffix."""

    parts: Mapping[str, bytes]
    types: Mapping[str, str]

    def relations(self, owner: str) -> tuple[Relation, ...]:
        """The relationships of the part `owner`."""
        folder, name = posixpath.split(owner)
        relations = f"{folder}/_rels/{name}.rels"
        return _relations(self.parts[relations], folder) if relations in self.parts else ()

    def text(self, name: str) -> str:
        """The XML of a part, empty where there is none."""
        return self.parts[name].decode("utf-8") if name in self.parts else ""

    def type_of(self, name: str) -> str:
        """The content type of the part `name`."""
        return self.types.get(f"/{name}") or self.types.get(name.rpartition(".")[2].lower(), "")

    def related(self, kind: str) -> str:
        """The name of the part that is the document's styles, numbering …; empty where it has none."""
        found = (one.target for one in self.relations(DOCUMENT) if one.kind == kind)
        return next(found, "")


@lru_cache(maxsize=64)
def _relations(xml: bytes, folder: str) -> tuple[Relation, ...]:
    """The relationships in `xml` of a part in `folder`; our own files have many that are alike."""
    return tuple(_relation(tag, folder) for tag in RELATIONSHIP.findall(xml.decode("utf-8")))


def _relation(tag: str, folder: str) -> Relation:
    own = {name: unescape(value, {"&quot;": '"', "&apos;": "'"}) for name, value in ATTRIBUTE.findall(tag)}
    external = own.get("TargetMode") == "External"
    target = own.get("Target", "")
    if not external:
        target = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
    return Relation(own.get("Id", ""), own.get("Type", ""), target, external)


def read(docx: bytes) -> Package:
    """The package in `docx`, which our own writer packed."""
    parts = Parts(docx)
    return Package(parts, _types(parts[TYPES]))


@lru_cache(maxsize=64)
def _types(xml: bytes) -> Mapping[str, str]:
    types = {}
    for tag in TYPE.findall(xml.decode("utf-8")):
        own = dict(ATTRIBUTE.findall(tag))
        types[own.get("PartName") or own.get("Extension", "").lower()] = own.get("ContentType", "")
    return types
