"""What a book has beside its papers: the cover, and pages that divide it."""

from __future__ import annotations

from docgen import title
from docgen.assembly import opc
from docgen.assembly.entries import Entry, around, bookmark
from docgen.assembly.look import Look
from docgen.assembly.part import Part
from docgen.assembly.shell import shell
from docgen.assembly.styles import COVER, COVER_FOOT, DIVIDER
from docgen.formats import PageFormat
from docgen.word.furniture import is_two_sided
from docgen.word.measure import exact
from docgen.word.runs import BLANK, Pen, paragraph
from docgen.word.sections import Pages, section

PLAIN = Pages(turning=True, numbered=False)
"""Upright pages without anything above or below their text."""


def part(body: list[str], pages: Pages, format: PageFormat, entries: tuple[Entry, ...] = ()) -> Part:
    """The part of the paragraphs `body` on `pages`."""
    text = "".join(body)
    at = text.index("</w:pPr>", text.rindex("<w:p>"))
    ended = text[:at] + section(format, pages) + text[at:]
    return Part(opc.read(shell(format)), ended, entries, two_sided=is_two_sided(format))


def cover(lines: tuple[str, ...], organs: tuple[str, ...], date: str, format: PageFormat, look: Look) -> Part:
    """The cover: the title in the upper half, organs and date at the foot."""
    pen, cover = Pen(bool(format.latin)), look.cover
    broken = title.lines(lines[0], cover.width) if len(lines) == 1 else lines
    foot = [*organs, *([date] if date else [])]
    used = (cover.above + cover.below) * format.pitch
    used += round(20 * (len(broken) * cover.pitch + len(foot) * cover.foot_pitch))
    body = [BLANK] * cover.above + [paragraph(COVER, pen.text("\n".join(broken)))]
    for at, text in enumerate(foot):
        gap = 0 if at else max(0, format.text_height - used)
        body.append(paragraph(COVER_FOOT, pen.text(text), exact(round(20 * cover.foot_pitch), gap)))
    return part(body, PLAIN, format)


def divider(text: str, number: int, format: PageFormat, look: Look) -> Part:
    """The page with `text` that stands before what it announces; `number` of the part."""
    pen, divider = Pen(bool(format.latin)), look.divider
    name = bookmark(number, 1)
    runs = pen.text("\n".join(title.lines(text, divider.width)))
    marked = runs.join(around(name))
    body = [BLANK] * divider.above + [paragraph(DIVIDER, marked)]
    return part(body, PLAIN, format, (Entry(1, text, name),))
