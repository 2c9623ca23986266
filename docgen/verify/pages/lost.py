"""Checks that what a .docx says is on its pages: no mark dropped at the end of a line, no words hidden."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from docgen.i18n import _
from docgen.problems import Severity
from docgen.verify.measure import Box, Check, Outcome, Spot
from docgen.verify.pages.found import absent
from docgen.verify.pages.layout import Layout, Said
from docgen.verify.pages.page import Line

HANGING = "，。、；：！？"
"""What LibreOffice lets stand out of the text area, and leaves out where the line is full to the edge."""
BEGIN = 8
"""By how many characters a paragraph is found on the pages."""
GOES_ON = 6
"""How many characters behind a missing one have to be the right ones."""
AROUND = 10
SHOWN = 20


class Lost(NamedTuple):
    """A character of a paragraph that is not on the pages, and the line at whose end it would be."""

    said: Said
    at: int
    box: Box

    @property
    def mark(self) -> str:
        return self.said.text[self.at]


class _Print(NamedTuple):
    """The ink of the pages in one string, its lines and where each of them begins."""

    ink: str
    lines: tuple[tuple[Line, int], ...]
    starts: tuple[int, ...]

    def line(self, at: int) -> tuple[Line, int]:
        """The line that the character at `at` stands in, and its page."""
        return self.lines[bisect_right(self.starts, at) - 1]

    def begins_line(self, at: int) -> bool:
        return at >= len(self.ink) or self.starts[bisect_right(self.starts, at) - 1] == at


def marks(layout: Layout) -> Outcome:
    """Marks that the file has at the end of a line and the page has not."""
    what, required = _("行末漏印的标点"), _("无")
    if not layout.said:
        return absent(what, required)
    lost = list(_marks(layout))
    return Outcome(
        what,
        required,
        _quoted(one.mark for one in lost) if lost else required,
        not lost,
        tuple(sorted({one.box.page for one in lost})),
        tuple(one.box for one in lost),
        tuple(_spot(one.said, one.at) for one in lost),
        Severity.WARNING,
    )


def words(layout: Layout) -> Outcome:
    """Characters that the file has more often than all pages together, the marks at the ends of lines
    left out."""
    what, required = _("文件里有、页面上没有的字"), _("无")
    if not layout.said:
        return absent(what, required)
    lost = _ink(one.typed for one in layout.said) - _ink(page.ink for page in layout.pages)
    lost -= Counter(unicodedata.normalize("NFKC", one.mark) for one in _marks(layout))
    missing = [char for char, count in lost.items() for _time in range(count)]
    places = tuple(_hidden(layout, set(missing)))
    measured = _quoted(missing) if missing else required
    return Outcome(what, required, measured, not missing, places=places)


def _ink(texts: Iterable[str]) -> Counter[str]:
    """How often each character stands in the texts; those that Word itself may print otherwise, digits
    and letters of fields, are left out."""
    every = unicodedata.normalize("NFKC", "".join(texts))
    return Counter(char for char in every if char >= "\u2010" and not char.isspace())


def _marks(layout: Layout) -> Iterator[Lost]:
    printed = _printed(layout)
    cursor = 0
    for said in layout.said:
        begin = printed.ink.find(said.text[:BEGIN], cursor)
        if begin >= 0 and len(said.text) >= BEGIN:
            cursor = begin
            yield from _of_paragraph(said, begin, printed)


def _printed(layout: Layout) -> _Print:
    lines = tuple((line, page.index) for page in layout.pages for line in page.lines)
    ends = list(accumulate(len(line.ink) for line, _page in lines))
    return _Print("".join(line.ink for line, _page in lines), lines, tuple([0, *ends][: len(lines)]))


def _of_paragraph(said: Said, begin: int, printed: _Print) -> Iterator[Lost]:
    """The marks that a paragraph lacks where its print, from `begin`, goes on behind them; nothing more
    where it is broken off by something else, as by a footnote."""
    text, at = said.text, begin
    for index, char in enumerate(text):
        if printed.ink[at : at + 1] == char:
            at += 1
        elif char in HANGING and _goes_on(text[index + 1 :], at, printed):
            line, page = printed.line(at - 1)
            yield Lost(said, index, line.box(page))
        else:
            return


def _goes_on(rest: str, at: int, printed: _Print) -> bool:
    """Whether the print at `at`, where a line begins, is what follows in the paragraph, if anything does."""
    return printed.begins_line(at) and printed.ink.startswith(rest[:GOES_ON], at)


def _hidden(layout: Layout, missing: set[str]) -> Iterator[Spot]:
    """The paragraphs that have the missing characters and are nowhere to be found."""
    if not missing:
        return
    printed = _printed(layout).ink
    for said in layout.said:
        at = next((at for at, char in enumerate(said.text) if char in missing), None)
        if at is not None and said.text not in printed:
            yield _spot(said, at)


def _spot(said: Said, at: int) -> Spot:
    begin, end = max(0, at - AROUND), at + AROUND
    cut = ("…" if begin else "") + said.text[begin:end] + ("…" if end < len(said.text) else "")
    return Spot("", text=cut)


def _quoted(chars: Iterable[str]) -> str:
    """“，：”3处: what is missing, and how often."""
    told = Counter(chars)
    return _("“{text}”{count}处").format(text="".join(told)[:SHOWN], count=told.total())


CHECKS = (
    Check("text.marks", "PAG-241", "", marks),
    Check("text.words", "PAG-242", "", words),
)
