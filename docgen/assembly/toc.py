"""The table of contents: Word's own field, its entries and page numbers stored in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from docgen.assembly import front, lead
from docgen.assembly.entries import Entry
from docgen.assembly.look import Look
from docgen.assembly.part import Part
from docgen.assembly.styles import CONTENTS, entry_style
from docgen.formats import PageFormat
from docgen.word.colophon_page import ANCHOR
from docgen.word.runs import BLANK, TEXT, Pen, escape, paragraph
from docgen.word.sections import Pages

Numbers = Mapping[str, str]
"""The page number of each bookmark, as printed."""


def contents(entries: Sequence[Entry], numbers: Numbers | None, format: PageFormat, look: Look) -> Part:
    """The table of contents of `entries` with their page `numbers`; without these (None) the field has no
    numbers and is to be made anew when the file is opened."""
    pen = Pen(bool(format.latin))
    head = paragraph(CONTENTS, pen.text(look.contents.title))
    lines = list(_lines(entries, numbers, look, pen))
    # LibreOffice takes the page numbers below the text for part of a field that ends with the section.
    body = [head, *[BLANK] * look.contents.below, *lines, ANCHOR]
    return front.part(body, Pages(turning=True), format)


def _lines(entries: Sequence[Entry], numbers: Numbers | None, look: Look, pen: Pen) -> Iterator[str]:
    for at, entry in enumerate(entries):
        begin = _begin(entries, numbers, look) if at == 0 else ""
        end = _mark("end") if at == len(entries) - 1 else ""
        number = None if numbers is None else numbers.get(entry.bookmark, "")
        yield paragraph(entry_style(entry.level), begin + _entry(entry, number, pen) + end)


def _begin(entries: Sequence[Entry], numbers: Numbers | None, look: Look) -> str:
    fields = r"\f " if any(map(lead.is_field, entries)) else ""
    instruction = rf'TOC \o "1-{look.deepest}" \h \z \u {fields}'
    return _mark("begin", numbers is None) + _instruction(instruction) + _mark("separate")


def _entry(entry: Entry, number: str | None, pen: Pen) -> str:
    page = _page(entry.bookmark, number) if number is not None else ""
    return (
        f'<w:hyperlink w:anchor="{entry.bookmark}" w:history="1">{pen.text(entry.text)}'
        f"<w:r><w:tab/></w:r>{page}</w:hyperlink>"
    )


def _page(bookmark: str, number: str) -> str:
    instruction = _instruction(rf"PAGEREF {bookmark} \h ")
    shown = f"<w:r>{TEXT}{escape(number)}</w:t></w:r>"
    return _mark("begin") + instruction + _mark("separate") + shown + _mark("end")


def _mark(kind: str, dirty: bool = False) -> str:
    anew = ' w:dirty="true"' if dirty else ""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"{anew}/></w:r>'


def _instruction(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve"> {text}</w:instrText></w:r>'
