"""What a foreign document shows above and below its pages: its own headers and footers are kept; where its
footers show nothing its pages get our numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy
from typing import Any, NamedTuple

from docgen.formats import PageFormat
from docgen.word.child_order import SECTION, W, arrange
from docgen.word.foreign_sections import Models, adapt, models, place_footer
from docgen.word.furniture import is_two_sided
from docgen.word.sections import Pages, section

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TYPED_NUMBER = re.compile(r"[\s\d第共页/／—–－-]*")
SHOWN = ("instrText", "fldSimple", "drawing", "pict", "object")
"""What shows something in a header or footer, beside text."""

LEFT_OUT = ("pgNumType", "printerSettings", "sectPrChange")


class Around(NamedTuple):
    """The relationships to the headers and footers of a document, which of them show anything, and whether
    its odd and even pages are told apart (`two_sided`)."""

    headers: tuple[Any, ...]
    footers: tuple[Any, ...]
    above: bool
    below: bool
    two_sided: bool

    @property
    def roots(self) -> list[Any]:
        """The XML of all of them."""
        return [one.target_part.element for one in (*self.headers, *self.footers)]

    def sided_in(self, format: PageFormat) -> bool:
        """Whether its sections tell odd and even pages apart in a book of the page format `format`."""
        return self.two_sided if self.below else self.two_sided or is_two_sided(format)


def around(document: Any, two_sided: bool) -> Around:
    """The headers and footers of a python-docx `document`, which is `two_sided`."""
    inside = [one for one in document.part.rels.values() if not one.is_external]
    headers, footers = (
        tuple(one for one in inside if one.reltype.endswith(f"/{kind}")) for kind in ("header", "footer")
    )
    above, below = (any(_shows(one.target_part.element) for one in kind) for kind in (headers, footers))
    return Around(headers, footers, above, below, two_sided)


def _shows(root: Any) -> bool:
    """Whether a header or footer is more than empty paragraphs, or a number that was typed, which would be
    the same on every page."""
    if next(root.iter(*(f"{W}{name}" for name in SHOWN)), None) is not None:
        return True
    return not TYPED_NUMBER.fullmatch("".join(one.text or "" for one in root.iter(f"{W}t")))


def kept(composer: Any, sections: Sequence[Any], around: Around, format: PageFormat) -> list[Any]:
    """The `sections` of a foreign document for our document in `composer`; none begins its own count of
    pages."""
    ours = models(*(section(format, Pages(landscape, True)) for landscape in (False, True)))
    if not (around.above or around.below):
        return [adapt(one, ours) for one in sections]
    ids = _carried(composer, (*around.headers, *around.footers))
    made = [_kept(one, ids) for one in sections]
    if not around.below:
        for one in made:
            _number(one, ours, around.two_sided)
    return made


def _carried(composer: Any, relations: Sequence[Any]) -> dict[str, str]:
    """The new ids of `relations`, whose parts are taken into our document under names that are not ours."""
    from docx.opc.packuri import PackURI

    ids = {}
    for at, one in enumerate(relations, 1):
        target = one.target_part
        target.partname = PackURI(f"/word/theirs{at}.{target.partname.ext}")
        for inner, below in enumerate(target.rels.values(), 1):
            if not below.is_external:
                deeper = below.target_part
                deeper.partname = PackURI(f"/word/media/theirs{at}-{inner}.{deeper.partname.ext}")
        ids[one.rId] = composer.doc.part.relate_to(target, one.reltype)
    return ids


def _kept(theirs: Any, ids: dict[str, str]) -> Any:
    made = deepcopy(theirs)
    for child in list(made):
        name = child.tag.rpartition("}")[2]
        if name in LEFT_OUT:
            made.remove(child)
        elif name.endswith("Reference"):
            child.set(f"{R}id", ids[child.get(f"{R}id")])
    arrange(made, SECTION)
    return made


def _number(made: Any, ours: Models, two_sided: bool) -> None:
    """Puts our page numbers below the pages of a section that has headers only."""
    for footer in made.findall(f"{W}footerReference"):
        made.remove(footer)
    numbers = [deepcopy(one) for one in ours[False].findall(f"{W}footerReference")]
    usual = next(one for one in numbers if one.get(f"{W}type") == "default")
    if made.find(f"{W}titlePg") is not None:
        numbers.append(_as(usual, "first"))
    if two_sided and len(ours[False].findall(f"{W}footerReference")) == 1:
        numbers.append(_as(usual, "even"))
    made.extend(numbers)
    if not two_sided:
        _alike(made)
    if made.find(f"{W}pgMar") is not None:
        place_footer(made, ours[False])
    arrange(made, SECTION)


def _alike(made: Any) -> None:
    """Lets even pages have the headers of odd ones, as they had at home."""
    for header in made.findall(f"{W}headerReference"):
        if header.get(f"{W}type") == "even":
            made.remove(header)
    for header in made.findall(f"{W}headerReference"):
        if header.get(f"{W}type", "default") == "default":
            made.append(_as(header, "even"))


def _as(reference: Any, kind: str) -> Any:
    other = deepcopy(reference)
    other.set(f"{W}type", kind)
    return other
