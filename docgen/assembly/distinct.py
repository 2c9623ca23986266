"""Numbers and names that mean something else in each part (lists, footnotes, bookmarks, drawings), kept
apart in one file."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import count

from docgen.assembly.part import Part

COUNTED = re.compile(
    r"<(?:w:(?:"
    r'numId w:val="(?P<list>[1-9]\d*)"'
    r'|num\b[^>]*? ?w:numId="(?P<num>\d+)"'
    r'|abstractNum(?:Id w:val|\b[^>]*? ?w:abstractNumId)="(?P<abstract>\d+)"'
    r'|nsid w:val="(?P<nsid>[^"]*)"'
    r'|footnote(?:Reference)?\b[^>]*? ?w:id="(?P<note>[1-9]\d*)"'
    r'|bookmark(?:Start|End)\b[^>]*? ?w:id="(?P<mark>[^"]*)"'
    r')|(?:wp:docPr|pic:cNvPr)\b[^>]*? id="(?P<drawing>\d+)")'
    r'| r:[A-Za-z]+="(?P<relation>[^"]+)"'
)
NAMED = re.compile(r'<w:bookmarkStart [^>]*?w:name="([^"]*)"')
USED = re.compile(
    r'(<w:bookmarkStart\b[^>]* w:name="|<w:hyperlink\b[^>]* w:anchor="|<w:instrText\b[^>]*>)([^<"]*)'
)
ORDINALS = re.compile(r'<w:(?:num|abstractNum)\b[^>]*? ?w:(?:numId|abstractNumId)="(\d+)"')
NOTE_IDS = re.compile(r'<w:footnote\b[^>]*? ?w:id="(\d+)"')
FIRST_NSID = 0x5D0C0000
LONGEST_NAME = 40

Change = Callable[[str], str]


class Distinct:
    """Counts through a whole book. All XML of a part is put through `xml`, its text also through `names`;
    `ends` then tells that the next part follows."""

    __slots__ = ("_changes", "_lists", "_marks", "_notes", "_part", "_relations", "_taken")

    def __init__(self) -> None:
        self._lists = self._notes = self._part = 0
        self._marks: dict[str, str] = {}
        self._relations: Mapping[str, str] = {}
        self._taken: set[str] = set()
        self._changes = self._all_changes()

    def _all_changes(self) -> dict[str, Change]:
        nsids, marks, drawings = count(FIRST_NSID), count(1), count(1)
        ordinal: Change = lambda value: str(int(value) + self._lists)  # noqa: E731
        return {
            "list": ordinal,
            "num": ordinal,
            "abstract": ordinal,
            "nsid": lambda _old: f"{next(nsids):08X}",
            "note": lambda value: str(int(value) + self._notes),
            "mark": lambda value: self._marks.get(value) or self._marks.setdefault(value, str(next(marks))),
            "drawing": lambda _old: str(next(drawings)),
            "relation": lambda value: self._relations.get(value, value),
        }

    def xml(self, xml: str, relations: Mapping[str, str]) -> str:
        """`xml` of the present part; `relations` give new ids for the old ones."""
        self._relations = relations
        changes = self._changes

        def change(found: re.Match[str]) -> str:
            kind = found.lastgroup or ""
            whole, begin = found[0], found.start(kind) - found.start()
            return whole[:begin] + changes[kind](found[kind]) + whole[begin + len(found[kind]) :]

        return COUNTED.sub(change, xml)

    def names(self, text: str) -> str:
        """`text` of the present part with its bookmarks, and what leads to them, under names that no part
        before it has."""
        own = set(NAMED.findall(text))
        new = {name: f"{name[: LONGEST_NAME - 8]}_P{self._part}" for name in own & self._taken}
        self._taken |= own | set(new.values())
        if not new:
            return text
        return USED.sub(lambda found: found[1] + _words(found[2], new), text)

    def ends(self, part: Part) -> None:
        """What follows belongs to the part behind `part`."""
        self._lists += max(map(int, ORDINALS.findall(part.numbering)), default=0) + 1 if part.numbering else 0
        self._notes += max(map(int, NOTE_IDS.findall(part.notes)), default=0) if part.notes else 0
        self._part += 1
        self._marks = {}


def _words(text: str, new: Mapping[str, str]) -> str:
    return " ".join(new.get(word, word) for word in text.split(" "))
