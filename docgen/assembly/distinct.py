"""Numbers and names that mean something else in each part (lists, footnotes, bookmarks, drawings), kept
apart in one file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import chain, count

from docgen.assembly.attributes import Change, edited, edits, related, values
from docgen.assembly.lists import cut, filled
from docgen.assembly.part import Part

STYLED = {"w:numId": ("w:val", "used")}
"""For each element of styles that has a number its attribute, and what it counts."""

MARKED = {**STYLED, "w:bookmarkStart": ("w:id", "mark"), "w:bookmarkEnd": ("w:id", "mark")}
NOTED = {"w:footnoteReference": ("w:id", "note")}
DRAWN = {"wp:docPr": ("id", "drawing"), "pic:cNvPr": ("id", "drawing")}
DRAWING = "<wp:docPr"
"""What every drawing has."""

IN_NOTES = {**MARKED, **DRAWN, "w:footnote": ("w:id", "note")}

Numbers = Mapping[str, "tuple[str, str]"]

USED = re.compile(
    r'(<w:bookmarkStart\b[^>]* w:name="|<w:hyperlink\b[^>]* w:anchor="|<w:instrText\b[^>]*>)([^<"]*)'
)
NO_LIST = "0"
FIRST_NSID = 0x5D0C0000
LONGEST_NAME = 40


class Distinct:
    """Counts through a whole book. A part's text is put through `text`, its other XML through `xml`; `ends`
    then tells that the next part follows."""

    __slots__ = ("_changes", "_lists", "_marks", "_notes", "_part", "_taken")

    def __init__(self) -> None:
        self._lists = self._notes = self._part = 0
        self._marks: dict[str, str] = {}
        self._taken: set[str] = set()
        self._changes = self._all_changes()

    def _all_changes(self) -> dict[str, Change]:
        nsids, marks, drawings = count(FIRST_NSID), count(1), count(1)
        return {
            "used": lambda value: value if value == NO_LIST else str(int(value) + self._lists),
            "list": lambda value: str(int(value) + self._lists),
            "nsid": lambda _old: f"{next(nsids):08X}",
            "note": lambda value: str(int(value) + self._notes),
            "mark": lambda value: self._marks.get(value) or self._marks.setdefault(value, str(next(marks))),
            "drawing": lambda _old: str(next(drawings)),
        }

    def text(self, part: Part, relate: Change) -> str:
        """The text of the present `part`; `relate` gives new ids of relationships for the old ones. Its
        bookmarks, and what leads to them, get names that no part before it has."""
        body = part.body
        text = self.xml(body, _numbers(part), relate)
        if not part.marked:
            return text
        own = set(values(body, "w:bookmarkStart", "w:name"))
        new = {name: f"{name[: LONGEST_NAME - 8]}_P{self._part}" for name in own & self._taken}
        self._taken |= own | set(new.values())
        if not new:
            return text
        return USED.sub(lambda found: found[1] + _words(found[2], new), text)

    def xml(self, xml: str, numbers: Numbers, relate: Change) -> str:
        """`xml` of the present part with new `numbers` (STYLED, IN_NOTES) and relationships."""
        kinds = (
            edits(xml, element, attribute, self._changes[counted])
            for element, (attribute, counted) in numbers.items()
        )
        return edited(xml, chain(related(xml, relate), *kinds))

    def lists(self, part: Part) -> tuple[str, str]:
        """The definitions of lists of the present `part`, and the lists that refer to them."""
        own = cut(part.numbering)
        return filled(own.abstracts, self._changes), filled(own.numbers, self._changes)

    def ends(self, part: Part) -> None:
        """What follows belongs to the part behind `part`."""
        self._lists += cut(part.numbering).highest + 1
        self._notes += max(map(int, values(part.notes, "w:footnote", "w:id")), default=0)
        self._part += 1
        self._marks = {}


def _numbers(part: Part) -> Numbers:
    """What is numbered in the text of `part`: each is looked for through all of it."""
    return {
        **(MARKED if part.marked else STYLED),
        **(NOTED if part.notes else {}),
        **(DRAWN if DRAWING in part.body else {}),
    }


def _words(text: str, new: Mapping[str, str]) -> str:
    return " ".join(new.get(word, word) for word in text.split(" "))
