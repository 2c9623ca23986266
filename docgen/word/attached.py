"""Attachments: each on a new page, 附件1 on its first line, its title on the third (GB/T 9704 7.3.7); and
papers that a paper carries (印发), which begin a page with their title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.document import Attachment, Paper
from docgen.formats import PageFormat
from docgen.word import names
from docgen.word.opening import title_paragraph
from docgen.word.runs import BLANK, Pen, paragraph

MARK = "附件"
ENDS = "。；，、：.;,: "
NEW_PAGE = "<w:pageBreakBefore/>"
NEW_PAGE_BLANK = "<w:p><w:pPr><w:keepNext/><w:pageBreakBefore/></w:pPr></w:p>"


def announced(attachments: Sequence[Attachment]) -> list[str]:
    """The names that the 附件说明 tells, without a mark behind them (7.3.4): not those of papers that are
    carried, which are no attachments."""
    return [_bare(one.name) for one in attachments if one.marked and one.name]


def marks(paper: Paper) -> Iterator[str]:
    """What is printed over each attachment: 附件 over the only one, 附件1 and so on over several, with
    the 发文字号 before it where it is bound by itself; nothing over a carried paper."""
    alone = sum(one.marked for one in paper.attachments) == 1
    number = 0
    for one in paper.attachments:
        number += one.marked
        mark = MARK if alone else f"{MARK}{number}"
        document = paper.letterhead.document_number if one.separate and paper.letterhead else ""
        yield document + mark if one.marked else ""


def heading(attachment: Attachment, mark: str, format: PageFormat, pen: Pen, turned: bool) -> str:
    """The first lines of an attachment with the `mark` over it (none: a carried paper); `turned`: the
    page is turned for it, which begins a page already."""
    look = format.title
    title = attachment.title or (_bare(attachment.name),)
    blanks = max(0, format.attachments.title_line - 2) if mark else look.blank_before
    break_before = "" if turned else NEW_PAGE
    lines = [BLANK] * blanks
    if mark:
        lines.insert(0, paragraph(names.ATTACHMENT_MARK, pen.text(mark), break_before))
    elif not turned and (blanks or not any(title)):
        lines[:1] = [NEW_PAGE_BLANK]
    if any(title):
        before = "" if lines else break_before
        lines.append(title_paragraph(names.ATTACHMENT_TITLE, title, format, pen, before))
    lines += [paragraph(names.NOTE, pen.text(line)) for line in attachment.note.split("\n") if line]
    return "".join([*lines, *[BLANK] * look.blank_after])


def _bare(name: str) -> str:
    return name.rstrip(ENDS)
