"""The two signs a plan's text may hold: 《见:代号》 for a reference, 《注:文字》 for a footnote."""

from __future__ import annotations

from docgen.document import Content, Footnote, Inline, Reference
from docgen.patterns import pattern
from docgen.source.values import place_of

SIGN = pattern("《(见|注)[:：]([^《》]*(?:《[^《》]*》[^《》]*)*)》")


def content_of(text: str) -> Content:
    """The content a plan's text stands for; all but the two signs is text as typed."""
    if "《见" not in text and "《注" not in text:
        return (str(text),) if text else ()
    place = place_of(text)
    parts: list[Inline] = []
    end = 0
    for found in SIGN.finditer(text):
        if found.start() > end:
            parts.append(text[end : found.start()])
        word = found[2].strip()
        parts.append(Reference(word, place) if found[1] == "见" else Footnote(word))
        end = found.end()
    if end < len(text):
        parts.append(text[end:])
    return tuple(parts)
