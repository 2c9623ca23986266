"""Where pages begin because the file says so: breaks in the text, paragraphs that ask for it, sections."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from docgen.ooxml.values import W, find, get, local, value
from docgen.reader.spans import runs

SAME_PAGE = ("continuous", "nextColumn")


class PageBreaks:
    """Goes along with the paragraphs of a document; a break waits for the next line that is shown."""

    def __init__(self, document: Any) -> None:
        sections = [one for one in document.iter(W + "sectPr") if local(one.getparent()) in ("pPr", "body")]
        # A section says of itself how it begins; the break stands at the end of the one before.
        self._begins = {
            before: value(after, "type", "nextPage") not in SAME_PAGE for before, after in pairwise(sections)
        }
        self._waits = False

    def begins(self, paragraph: Any, asks: bool, shown: bool) -> bool:
        """Whether a page begins with `paragraph`, which `asks` for it itself or not; one that is not
        `shown` leaves the break to the next."""
        waits, met = self._waits or asks, False
        self._waits = waits and not shown
        for name, element in _marks(paragraph):
            if name == "t":
                met, self._waits = True, self._waits and not shown
            elif get(element, "type") == "page":
                waits = waits or (shown and not met)
                self._waits = met or not shown
        section = find(paragraph, "pPr/sectPr")
        if section is not None:
            self._waits = self._waits or self._begins.get(section, False)
        return waits and shown


def _marks(paragraph: Any) -> list[tuple[str, Any]]:
    """The texts and breaks of a paragraph."""
    inner = (child for run in runs(paragraph) for child in run)
    return [
        (local(child), child)
        for child in inner
        if child.tag == W + "br" or (child.tag == W + "t" and child.text)
    ]
