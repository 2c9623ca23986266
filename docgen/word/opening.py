"""How a paper begins: title, what stands under it, and whom it is sent to (GB/T 9704 7.3.1–7.3.2)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen import title
from docgen.document import Paper
from docgen.formats import PageFormat
from docgen.word import names
from docgen.word.runs import BLANK, Pen, paragraph


def opening(paper: Paper, format: PageFormat, pen: Pen) -> Iterator[str]:
    """The paragraphs before the text."""
    look = format.title
    yield from [BLANK] * look.blank_before
    if any(paper.title):
        yield title_paragraph(names.TITLE, paper.title, format, pen)
    under = (paper.subtitle, _bracketed(paper.draft), paper.note)
    yield from (paragraph(names.NOTE, pen.text(text)) for text in under if text)
    if any(paper.title) or any(under):
        yield from [BLANK] * look.blank_after
    if paper.addressees:
        yield paragraph(names.ADDRESSEES, pen.text(addressed(paper.addressees)))


def title_paragraph(
    style: str, lines: tuple[str, ...], format: PageFormat, pen: Pen, before: str = ""
) -> str:
    """A title in one paragraph, so that it is one entry of the outline: broken by the rules of titles
    when it is one line, as given when it is several. `before` are properties of the paragraph."""
    broken = title.lines(lines[0], format.title.width) if len(lines) == 1 else lines
    return paragraph(style, pen.text("\n".join(broken)), before)


def addressed(addressees: tuple[str, ...]) -> str:
    """The addressees on one line: 、 between those of one kind, ， where an addressee has a 、 itself."""
    mark = "，" if any("、" in name for name in addressees) else "、"
    return mark.join(addressees).rstrip("：:") + "："


def _bracketed(text: str) -> str:
    return text if not text or text.startswith("（") else f"（{text}）"
