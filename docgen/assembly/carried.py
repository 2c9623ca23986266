"""Files in a package (pictures, charts, headers) carried over into the book's, with all they refer to."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable

from docgen.assembly.attributes import Change
from docgen.assembly.opc import DOCUMENT, Package, Relation
from docgen.word.runs import attribute

NOTES = "word/footnotes.xml"
SHARED = ("image", "header", "footer")
"""Kinds of parts that several places may refer to; a chart is one's own."""


class Carrier:
    """Gathers the `parts` by name with their `types`, and the `relations` of the book's text and of its
    footnotes with their ids."""

    __slots__ = ("_alike", "_numbers", "parts", "relations", "types")

    def __init__(self) -> None:
        self._alike: dict[tuple[str, bytes, tuple[Relation, ...]], str] = {}
        self._numbers: dict[str, int] = {}
        self.parts: dict[str, bytes] = {}
        self.types: dict[str, str] = {}
        self.relations: dict[str, dict[Relation, str]] = {DOCUMENT: {}, NOTES: {}}

    def relating(self, package: Package, owner: str, target: str = DOCUMENT) -> Change:
        """What gives, for the id of a relationship of the part `owner`, the one it has in the book's part
        `target`; what it leads to is carried over."""
        theirs = {one.id: one for one in package.relations(owner)}
        ids: dict[str, str] = {}

        def change(old: str) -> str:
            if old not in ids:
                ids[old] = self._id(self._moved(package, theirs[old]), target) if old in theirs else old
            return ids[old]

        return change

    def _id(self, relation: Relation, target: str) -> str:
        known = self.relations[target]
        plain = relation._replace(id="")
        return known.setdefault(plain, f"rId{len(known) + 1}")

    def _moved(self, package: Package, one: Relation) -> Relation:
        return one if one.external else one._replace(target=self._carried(package, one))

    def _carried(self, package: Package, relation: Relation) -> str:
        """The name in the book of the part that `relation` leads to."""
        own = tuple(self._moved(package, one) for one in package.relations(relation.target))
        data = package.parts[relation.target]
        key = (relation.kind, data, own)
        if relation.kind in SHARED and key in self._alike:
            return self._alike[key]
        name = self._alike[key] = self._name(relation.target)
        self.parts[name] = data
        self.types[name] = package.type_of(relation.target)
        if own:
            folder, last = posixpath.split(name)
            self.parts[f"{folder}/_rels/{last}.rels"] = relationships(own, name).encode()
        return name

    def _name(self, old: str) -> str:
        stem, suffix = posixpath.splitext(old)
        stem = stem.rstrip("0123456789")
        number = self._numbers[stem] = self._numbers.get(stem, 0) + 1
        return f"{stem}{number}{suffix}"


def relationships(relations: Iterable[Relation], owner: str) -> str:
    """The XML of the relationships of the part `owner`."""
    from docgen.word import names

    folder = posixpath.dirname(owner)
    rows = "".join(_row(one, folder) for one in relations)
    return f'{names.HEAD}<Relationships xmlns="{names.PACKAGE}/relationships">{rows}</Relationships>'


def _row(one: Relation, folder: str) -> str:
    target = one.target if one.external else posixpath.relpath(one.target, folder or ".")
    mode = ' TargetMode="External"' if one.external else ""
    return f'<Relationship Id="{one.id}" Type="{one.type}" Target="{attribute(target)}"{mode}/>'
