"""主送 that leave no room for the text on the first page go to the colophon (GB/T 9704 7.3.2, 7.3.3).

Decided by arithmetic before the paper is written, so that all its forms agree: the heights come from
the page format, and the lines of the list are counted as the program counts them that breaks the most.
"""

from __future__ import annotations

from dataclasses import replace

from docgen.document import ORDINARY, Colophon, Paper
from docgen.formats import PageFormat
from docgen.i18n import _
from docgen.problems import Problem, Severity
from docgen.widths import size

FEW = 200
"""Characters of addressees and title together that leave room on any page without a letterhead."""

NOT_FIRST = "，。、；：？！）》」』】〕”’…—·％"
NOT_LAST = "（《「『【〔“‘"
PARTED = 0.25
"""Of a character: what LibreOffice puts between a digit or a Latin letter and an ideograph."""


def settle(paper: Paper, format: PageFormat) -> tuple[Paper, list[Problem]]:
    """`paper`, its addressees in the colophon if the first page would show no text below them, and an
    information that tells so. Only in the ordinary form, which has a colophon."""
    if paper.form != ORDINARY or not paper.addressees or _has_room(paper, format):
        return paper, []
    colophon = paper.colophon or Colophon()
    moved = replace(colophon, addressees=(*paper.addressees, *colophon.addressees))
    return replace(paper, addressees=(), colophon=moved), [_told(paper)]


def lines(text: str, format: PageFormat, width: int = 0) -> int:
    """The lines that `text` takes in `width` twips (0: that of the page), counted so that no program needs
    more: marks do not hang out of the line, digits and ideographs are parted."""
    room = (width or format.text_width) / (format.char + format.condensing)
    count, start = 1, 0
    while (end := _fitting(text, start, room)) < len(text):
        count, start = count + 1, _break(text, start, end)
    return count


def _has_room(paper: Paper, format: PageFormat) -> bool:
    if paper.letterhead is None and sum(map(len, (*paper.addressees, *paper.title))) <= FEW:
        return True
    from docgen.word import first_page

    page = format.pitch * format.core.lines
    return first_page.above(paper, format) + first_page.needed(paper, format) <= page


def _fitting(text: str, start: int, room: float) -> int:
    """The index of the first character from `start` on that does not go into `room` characters."""
    used = 0.0
    for at in range(start, len(text)):
        used += size(text[at])
        if at > start and text[at].isascii() is not text[at - 1].isascii():
            used += PARTED
        if used > room:
            return at
    return len(text)


def _break(text: str, start: int, end: int) -> int:
    """Where the line from `start` on breaks that can hold the text up to `end`."""
    at = end
    while at > start + 1 and not _may_break(text[at - 1], text[at]):
        at -= 1
    return at if at > start + 1 else end


def _may_break(before: str, after: str) -> bool:
    if after in NOT_FIRST or before in NOT_LAST:
        return False
    return not (before.isascii() and after.isascii() and before.isalnum() and after.isalnum())


def _told(paper: Paper) -> Problem:
    return Problem(
        "TRE-043",
        Severity.INFO,
        _("主送机关有{count}个，首页排不下正文，已经移到版记").format(count=len(paper.addressees)),
        excerpt="、".join(paper.addressees),
        hint=_("要留在正文前面，就用统称，或者缩短标题"),
        clause="7.3.2",
    )
