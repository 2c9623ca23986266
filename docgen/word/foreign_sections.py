"""The sections of a foreign document: its page sizes and margins kept, its headers and footers ours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

from docgen.word import child_order
from docgen.word.child_order import W, arrange

MARK = "docgen-section"
GAP = 584
"""What the page number needs between its line and the lower edge of the text area, in twips."""

LEFT_OUT = ("headerReference", "footerReference", "pgNumType", "titlePg", "printerSettings", "sectPrChange")
REFERENCES = ("headerReference", "footerReference")
SPACER = (("spacing", {"before": "0", "after": "0", "line": "20", "lineRule": "exact"}),)


Models = Mapping[bool, Any]
"""Our section properties for upright (False) and landscape (True) pages, lxml elements."""


def models(upright: str, landscape: str) -> Models:
    """The models that the XML of our section properties gives."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    both = parse_xml(f"<w:body {nsdecls('w', 'r')}>{upright}{landscape}</w:body>")
    return dict(zip((False, True), both, strict=True))


def take_out(body: Any) -> list[Any]:
    """Takes the section properties out of the paragraphs of `body`, which are marked, and returns them
    in their order, the properties of the last section (w:body/w:sectPr) at the end."""
    sections: list[Any] = []
    for paragraph in list(body.iter(f"{W}p")):
        properties = paragraph.find(f"{W}pPr/{W}sectPr")
        if properties is not None:
            properties.getparent().remove(properties)
            paragraph.set(MARK, str(len(sections)))
            sections.append(properties)
    last = body.find(f"{W}sectPr")
    sections.append(deepcopy(last) if last is not None else body.makeelement(f"{W}sectPr", {}))
    return sections


def put_back(body: Any, begin: Any, elements: Sequence[Any], sections: Sequence[Any], models: Models) -> None:
    """Sets `elements`, which were inserted into `body`, in their own `sections` with the headers and
    footers of `models`; the page before the mark `begin` and the page after them are ours."""
    ours = _section_after(begin)
    made = [adapt(section, models) for section in sections]
    begin_page(made[0])
    _close_before(begin, ours)
    _forget_first_page(ours)
    for element in elements:
        for paragraph in element.iter(f"{W}p"):
            number = paragraph.attrib.pop(MARK, None)
            if number is not None:
                end_section(paragraph, made[int(number)])
    _close(body, elements, made[-1], begin)


def _section_after(begin: Any) -> Any:
    """Our section properties in force at `begin`: those of the section that ends next."""
    for sibling in begin.itersiblings():
        if sibling.tag == f"{W}sectPr":
            return sibling
        found = sibling.find(f"{W}pPr/{W}sectPr") if sibling.tag == f"{W}p" else None
        if found is not None:
            return found
    raise ValueError("w:sectPr")


def adapt(section: Any, models: Models) -> Any:
    """A copy of `section`, properties of a foreign one, with the headers and footers of `models`."""
    made = deepcopy(section)
    for name in LEFT_OUT:
        for child in made.findall(f"{W}{name}"):
            made.remove(child)
    model = models[_is_turned(made)]
    for name in ("pgSz", "pgMar"):
        if made.find(f"{W}{name}") is None:
            made.append(deepcopy(model.find(f"{W}{name}")))
    for name in REFERENCES:
        for child in model.findall(f"{W}{name}"):
            made.append(deepcopy(child))
    place_footer(made, model)
    arrange(made, child_order.SECTION)
    return made


def _is_turned(section: Any) -> bool:
    size = section.find(f"{W}pgSz")
    return size is not None and size.get(f"{W}orient") == "landscape"


def place_footer(section: Any, model: Any) -> None:
    """Puts the page number as far below the text as ours is, if the lower margin has the room: a
    footer that reaches into the text would push it to another page."""
    own, wanted = section.find(f"{W}pgMar"), model.find(f"{W}pgMar")
    bottom = abs(int(float(own.get(f"{W}bottom", "0"))))
    own.set(f"{W}footer", str(max(min(int(wanted.get(f"{W}footer", "0")), bottom - GAP), 0)))


def begin_page(section: Any) -> None:
    """Lets `section` begin on a new page."""
    kind = section.find(f"{W}type")
    if kind is not None:
        section.remove(kind)


def _forget_first_page(ours: Any) -> None:
    """What of `ours` follows the foreign document does not begin a letter again."""
    for child in list(ours):
        if child.tag == f"{W}titlePg" or child.get(f"{W}type") == "first":
            ours.remove(child)


def _close_before(begin: Any, ours: Any) -> None:
    """Ends our section in the paragraph before `begin`."""
    before = begin.getprevious()
    if before is None or has_section(before):
        return
    if before.tag != f"{W}p":
        spacer = filler(before)
        before.addnext(spacer)
        before = spacer
    end_section(before, deepcopy(ours))


def _close(body: Any, elements: Sequence[Any], section: Any, begin: Any) -> None:
    """Ends the last foreign section: in the body's own properties where nothing follows."""
    last = elements[-1] if elements else _last_of_heading(begin)
    following = last.getnext()
    while following is not None and not isinstance(following.tag, str):
        following = following.getnext()
    if following is not None and _is_empty_end(following):
        spare, following = following, following.getnext()
        body.remove(spare)
    if following is not None and following.tag == f"{W}sectPr":
        body.replace(following, section)
        return
    if last.tag != f"{W}p" or has_section(last):
        spacer = filler(last)
        last.addnext(spacer)
        last = spacer
    end_section(last, section)


def _last_of_heading(begin: Any) -> Any:
    """Where the foreign document is empty: what our writer set before it."""
    last = begin
    for sibling in begin.itersiblings():
        if not isinstance(sibling.tag, str):
            break
        last = sibling
    return last


def _is_empty_end(element: Any) -> bool:
    """Whether `element` is a paragraph without text that only ends a section of ours."""
    return has_section(element) and not element.findall(f".//{W}t")


def has_section(element: Any) -> bool:
    """Whether `element` is a paragraph that ends a section."""
    return element.tag == f"{W}p" and element.find(f"{W}pPr/{W}sectPr") is not None


def end_section(paragraph: Any, section: Any) -> None:
    """Ends `section` in `paragraph`."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = paragraph.makeelement(f"{W}pPr", {})
        paragraph.insert(0, properties)
    properties.append(section)
    arrange(properties, child_order.PARAGRAPH)


def filler(near: Any) -> Any:
    """An empty paragraph that takes no room."""
    paragraph = near.makeelement(f"{W}p", {})
    properties = paragraph.makeelement(f"{W}pPr", {})
    for tag, attributes in SPACER:
        own = {f"{W}{name}": value for name, value in attributes.items()}
        properties.append(properties.makeelement(f"{W}{tag}", own))
    paragraph.append(properties)
    return paragraph
