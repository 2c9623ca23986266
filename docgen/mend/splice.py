"""Changed paragraphs of a document.xml, put back into its bytes; all others stay as they were."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any
from xml.parsers import expat

from docgen.ooxml.values import W

PARAGRAPH = W.strip("{}") + " p"
DECLARATION = re.compile(rb'\s+xmlns:(\w+)="[^"]*"')


def ranges(xml: bytes) -> list[tuple[int, int]]:
    """Where each `w:p` of `xml` begins and ends, in the order in which they begin."""
    found: list[list[int]] = []
    way: list[int] = []
    parser = expat.ParserCreate(namespace_separator=" ")

    def begin(name: str, _attributes: dict[str, str]) -> None:
        if name == PARAGRAPH:
            way.append(len(found))
            found.append([parser.CurrentByteIndex, 0])

    def end(name: str) -> None:
        if name == PARAGRAPH:
            found[way.pop()][1] = xml.index(b">", parser.CurrentByteIndex) + 1

    parser.StartElementHandler, parser.EndElementHandler = begin, end
    parser.Parse(xml, True)
    return [(start, stop) for start, stop in found]


def spliced(xml: bytes, root: Any, changed: Collection[int]) -> bytes:
    """`xml` with the paragraphs numbered `changed` (from 1) as they are in the tree `root`."""
    from lxml import etree

    places = ranges(xml)
    paragraphs = list(root.iter(W + "p"))
    out, at = b"", 0
    for number in sorted(changed):
        start, stop = places[number - 1]
        if start < at:  # stands within one that was put back already
            continue
        fragment = etree.tostring(paragraphs[number - 1], encoding="UTF-8", with_tail=False)
        out += xml[at:start] + _without_declarations(fragment.partition(b"?>\n")[2] or fragment, root)
        at = stop
    return out + xml[at:]


def _without_declarations(fragment: bytes, root: Any) -> bytes:
    """A fragment without the namespaces that the root of its document declares."""
    known = {prefix.encode() for prefix in root.nsmap if prefix}
    head, close, rest = fragment.partition(b">")
    bare = DECLARATION.sub(lambda match: b"" if match[1] in known else match[0], head)
    return bare + close + rest
