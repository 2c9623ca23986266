"""Numbers and names that mean something else in each part (lists, footnotes, bookmarks, drawings), kept
apart in one file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import count

from docgen.assembly.attributes import Change, changed, in_tag, values
from docgen.assembly.lists import cut, filled
from docgen.assembly.part import Part

LISTS = {"w:numId": ("w:val", "used")}
"""For each element of a text or of styles that has a number its attribute, and what it counts."""

NOTED = {**LISTS, "w:footnoteReference": ("w:id", "note")}
DRAWN = {"wp:docPr": ("id", "drawing"), "pic:cNvPr": ("id", "drawing")}
DRAWING = "<wp:docPr"
"""What every drawing has."""

BOOKMARK = "<w:bookmark"  # Start, End

IN_NOTES = {**LISTS, **DRAWN, "w:footnote": ("w:id", "note")}

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

    def text(self, part: Part) -> str:
        """The text of the present `part`."""
        numbers = {**(NOTED if part.notes else LISTS), **(DRAWN if DRAWING in part.body else {})}
        return self._bookmarks(self.xml(part.body, numbers))

    def xml(self, xml: str, numbers: Numbers) -> str:
        """`xml` of the present part with new `numbers` (LISTS, IN_NOTES)."""
        for element, (attribute, counted) in numbers.items():
            xml = changed(xml, element, attribute, self._changes[counted])
        return xml

    def lists(self, part: Part) -> tuple[str, str]:
        """The definitions of lists of the present `part`, and the lists that refer to them."""
        own = cut(part.numbering)
        return filled(own.abstracts, self._changes), filled(own.numbers, self._changes)

    def _bookmarks(self, text: str) -> str:
        """`text` with its bookmarks, and what leads to them, under numbers and names that no part before it
        has."""
        own: set[str] = set()

        def remember(name: str) -> str:
            own.add(name)
            return name

        first, *pieces = text.split(BOOKMARK)
        for at, piece in enumerate(pieces):
            begun = in_tag(piece, "w:name", remember) if piece[0] == "S" else piece
            pieces[at] = in_tag(begun, "w:id", self._changes["mark"])
        text = BOOKMARK.join([first, *pieces])
        new = {name: f"{name[: LONGEST_NAME - 8]}_P{self._part}" for name in own & self._taken}
        self._taken |= own | set(new.values())
        if not new:
            return text
        return USED.sub(lambda found: found[1] + _words(found[2], new), text)

    def ends(self, part: Part) -> None:
        """What follows belongs to the part behind `part`."""
        self._lists += cut(part.numbering).highest + 1
        self._notes += max(map(int, values(part.notes, "w:footnote", "w:id")), default=0)
        self._part += 1
        self._marks = {}


def _words(text: str, new: Mapping[str, str]) -> str:
    return " ".join(new.get(word, word) for word in text.split(" "))
