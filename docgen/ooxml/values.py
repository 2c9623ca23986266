"""Names and values of WordprocessingML, and properties as flat mappings.

An element of properties becomes keys of its path and attributes: `<w:ind w:left="640"/>` is
`{"ind@left": "640"}`, a switch `{"keepNext": "1"}`, a border `{"pBdr/bottom@sz": "20"}`. So laying one
level of styles over another is the updating of a mapping.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

ON, OFF = ("1", "true", "on"), ("0", "false", "off")
SWITCHES = frozenset(
    [
        "keepNext",
        "keepLines",
        "pageBreakBefore",
        "widowControl",
        "kinsoku",
        "wordWrap",
        "overflowPunct",
        "topLinePunct",
        "autoSpaceDE",
        "autoSpaceDN",
        "bidi",
        "adjustRightInd",
        "snapToGrid",
        "contextualSpacing",
        "mirrorIndents",
        "b",
        "bCs",
        "i",
        "iCs",
        "caps",
        "smallCaps",
        "strike",
        "dstrike",
        "outline",
        "shadow",
        "emboss",
        "imprint",
        "vanish",
        "cantSplit",
        "tblHeader",
        "evenAndOddHeaders",
        "mirrorMargins",
        "titlePg",
        "isLgl",
        "suppressLineNumbers",
    ]
)
NESTED = frozenset({"pBdr", "numPr", "tabs", "tblBorders", "tcBorders", "tblCellMar"})
SKIPPED = frozenset({"rPr", "sectPr", "pPrChange", "rPrChange", "sectPrChange", "lang", "rsid"})

Look = Mapping[str, str]


def get(element: Any, name: str, default: str = "") -> str:
    """The attribute `w:name` of `element`, which may be None."""
    value = default if element is None else element.get(W + name, default)
    return str(value)


def value(parent: Any, path: str, default: str = "") -> str:
    """`w:val` of the descendant at `path` (`pPr/jc`), `default` where there is none."""
    return get(find(parent, path), "val", default)


def find(parent: Any, path: str) -> Any:
    """The descendant of `parent` at `path`, names without their prefix; None where there is none."""
    return None if parent is None else parent.find(_in_full(path))


@cache
def _in_full(path: str) -> str:
    return "/".join(W + name for name in path.split("/"))


def switch(parent: Any, path: str, default: bool = False) -> bool:
    """Whether the switch at `path` is on."""
    element = find(parent, path)
    return default if element is None else get(element, "val", "1") in ON


def number(text: str, default: int = 0) -> int:
    """`text` as a whole number; `default` for what is none."""
    try:
        return round(float(text))
    except (ValueError, OverflowError):
        return default


def local(element: Any) -> str:
    """The name of an element without its namespace; empty for comments."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def flat(properties: Any) -> dict[str, str]:
    """The properties (`w:pPr`, `w:rPr`, `w:tblPr` …, or None) as one flat mapping."""
    return dict(_flat(properties, "")) if properties is not None else {}


def _flat(properties: Any, path: str) -> Iterator[tuple[str, str]]:
    for element in properties:
        name = local(element)
        if not name or name in SKIPPED:
            continue
        if name in SWITCHES:
            yield path + name, "0" if get(element, "val", "1") in OFF else "1"
        elif name == "tabs":
            yield path + name, " ".join(f"{get(tab, 'val')}:{get(tab, 'pos')}" for tab in element)
        elif name in NESTED:
            yield from _flat(element, f"{path}{name}/")
        else:
            for attribute, text in element.attrib.items():
                yield f"{path}{name}@{attribute.rpartition('}')[2]}", text
