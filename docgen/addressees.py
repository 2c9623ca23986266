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

FEW = 200
"""Characters of addressees and title together that leave room on any page without a letterhead."""


def settle(paper: Paper, format: PageFormat) -> tuple[Paper, list[Problem]]:
    """`paper`, its addressees in the colophon if the first page would show no text below them, and an
    information that tells so. Only in the ordinary form, which has a colophon."""
    if paper.form != ORDINARY or not paper.addressees or _has_room(paper, format):
        return paper, []
    colophon = paper.colophon or Colophon()
    moved = replace(colophon, addressees=(*paper.addressees, *colophon.addressees))
    return replace(paper, addressees=(), colophon=moved), [_told(paper)]


def _has_room(paper: Paper, format: PageFormat) -> bool:
    if paper.letterhead is None and sum(map(len, (*paper.addressees, *paper.title))) <= FEW:
        return True
    from docgen.word.first_page import needed

    return _above(paper, format) + needed(paper, format) <= format.pitch * format.core.lines


def _above(paper: Paper, format: PageFormat) -> int:
    """The least height in twips from the top of the first page to the title."""
    if paper.letterhead is None:
        return format.pitch * format.title.blank_before
    from docgen.word.letterhead import least

    return least(paper.letterhead, format)


def _told(paper: Paper) -> Problem:
    return Problem(
        "TRE-043",
        Severity.INFO,
        _("主送机关有{count}个，首页排不下正文，已经移到版记").format(count=len(paper.addressees)),
        excerpt="、".join(paper.addressees),
        hint=_("要留在正文前面，就用统称，或者缩短标题"),
        clause="7.3.2",
    )
