"""How a paper begins: title, what stands under it, and whom it is sent to (GB/T 9704 7.3.1–7.3.2)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen import title
from docgen.document import LETTER, MINUTES, ORDER, Paper
from docgen.formats import PageFormat
from docgen.front import addressed, titled, under
from docgen.word import names
from docgen.word.runs import BLANK, Pen, paragraph


def opening(paper: Paper, format: PageFormat, pen: Pen) -> Iterator[str]:
    """The paragraphs before the text."""
    look = format.title
    yield from _head(paper, format, pen) if paper.letterhead else [BLANK] * look.blank_before
    lines, below = titled(paper), under(paper)
    if any(lines):
        yield title_paragraph(names.TITLE, lines, format, pen)
    yield from (paragraph(names.NOTE, pen.text(text)) for text in below)
    if any(lines) or below:
        yield from [BLANK] * look.blank_after
    if paper.addressees:
        yield paragraph(names.ADDRESSEES, pen.text(addressed(paper.addressees)))


def _head(paper: Paper, format: PageFormat, pen: Pen) -> Iterator[str]:
    """The 版头 of the paper's form. Most papers have none, so each is loaded when it is wanted."""
    if paper.form == LETTER:
        from docgen.word import letter

        return letter.head(paper, format, pen)
    if paper.form == ORDER:
        from docgen.word import order

        return order.head(paper, format, pen)
    if paper.form == MINUTES:
        from docgen.word import minutes

        return minutes.head(paper, format, pen)
    from docgen.word import letterhead

    return letterhead.head(paper, format, pen)


def title_paragraph(
    style: str, lines: tuple[str, ...], format: PageFormat, pen: Pen, before: str = ""
) -> str:
    """A title in one paragraph, so that it is one entry of the outline: broken by the rules of titles
    when it is one line, as given when it is several. `before` are properties of the paragraph."""
    broken = title.lines(lines[0], format.title.width) if len(lines) == 1 else lines
    return paragraph(style, pen.text("\n".join(broken)), before)
