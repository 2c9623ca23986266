"""命令（令）格式 (GB/T 9704 10.2): the mark, which says that it is an order and whose, and its number.

The mark stands for the title, so that the paper's own is not printed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from docgen.document import Letterhead, Paper
from docgen.formats import PageFormat
from docgen.word import first_page, names
from docgen.word.letterhead import upper
from docgen.word.runs import BLANK, Pen, paragraph

ORDER = "令"


def head(paper: Paper, format: PageFormat, pen: Pen) -> Iterator[str]:
    """The paragraphs down to the blank lines before the text."""
    if paper.letterhead is None:
        return
    look = format.order
    number = paper.letterhead.document_number
    lines = (look.blank_before_number + 1 if number else 0) + look.blank_after_number
    below = format.pitch * lines + first_page.needed(paper, format)
    yield from upper(_named(paper.letterhead), look.top, below, format, pen)
    if number:
        yield from [BLANK] * look.blank_before_number
        yield paragraph(names.DOCUMENT_NUMBER, pen.text(number))
    yield from [BLANK] * look.blank_after_number


def _named(letterhead: Letterhead) -> Letterhead:
    """`letterhead` with a mark that ends in 令 or 命令, whether its organs or its suffix say so."""
    if "".join(letterhead.organs).endswith(ORDER):
        return replace(letterhead, suffix="")
    return letterhead if letterhead.suffix.endswith(ORDER) else replace(letterhead, suffix=ORDER)
