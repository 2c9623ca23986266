"""Parts → the text of one document, and all that it needs beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from docgen.assembly import sections
from docgen.assembly.carried import NOTES, Carrier
from docgen.assembly.distinct import IN_NOTES, STYLED, Distinct
from docgen.assembly.opc import DOCUMENT, Package
from docgen.assembly.part import Part
from docgen.word import names

NOTHING = {"header": names.HEADER, "footer": names.FOOTER}
"""The relationships by which our own files refer to headers and footers without anything in them."""


class Bound(NamedTuple):
    """The texts of the parts, one after the other, and as XML: their own styles, lists (`abstracts` and
    the `numbers` that refer to them) and footnotes; what they refer to is with the `carrier`."""

    texts: list[str]
    styles: list[str]
    abstracts: list[str]
    numbers: list[str]
    notes: list[str]
    carrier: Carrier
    two_sided: bool


def bind(parts: Sequence[Part], empty: Package) -> Bound:
    """All `parts` in their order; `empty` is a package that has an empty header and an empty footer."""
    bound = Bound([], [], [], [], [], Carrier(), any(part.two_sided for part in parts))
    distinct = Distinct()
    relate = bound.carrier.relating(empty, DOCUMENT)
    nothing = {part: relate(name) for part, name in NOTHING.items()}
    for part in parts:
        _bind(part, bound, distinct, nothing)
        distinct.ends(part)
    return bound


def _bind(part: Part, bound: Bound, distinct: Distinct, nothing: dict[str, str]) -> None:
    relate = bound.carrier.relating(part.package, DOCUMENT)
    text = distinct.text(part, relate)
    bound.texts.append(sections.settled(text, bound.two_sided, not part.two_sided, nothing))
    if part.numbering:
        abstracts, numbers = distinct.lists(part)
        bound.abstracts.append(abstracts)
        bound.numbers.append(numbers)
    if part.styles:
        bound.styles.append(distinct.xml(part.styles, STYLED, relate))
    if part.notes:
        relate = bound.carrier.relating(part.package, part.package.related("footnotes"), NOTES)
        bound.notes.append(distinct.xml(part.notes, IN_NOTES, relate))
