"""Attachments: each on a new page, 附件1 on its first line, its title on the third (GB/T 9704 7.3.7)."""

from __future__ import annotations

from docgen.document import Attachment
from docgen.formats import PageFormat
from docgen.word import names
from docgen.word.opening import title_paragraph
from docgen.word.runs import BLANK, Pen, paragraph

NEW_PAGE = "<w:pageBreakBefore/>"


def heading(
    attachment: Attachment, number: int, alone: bool, format: PageFormat, pen: Pen, turned: bool
) -> str:
    """The first lines of attachment `number`; `alone`: the paper has no other, `turned`: the page is
    turned for it, which begins a page already."""
    mark = "附件" if alone else f"附件{number}"
    between = max(0, format.attachments.title_line - 2)
    return "".join(
        [
            paragraph(names.ATTACHMENT_MARK, pen.text(mark), "" if turned else NEW_PAGE),
            *[BLANK] * between,
            title_paragraph(names.ATTACHMENT_TITLE, attachment.heading, format, pen),
            *[BLANK] * format.title.blank_after,
        ]
    )
