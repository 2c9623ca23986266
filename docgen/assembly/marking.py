"""The text of a paper of our own, made ready for a book: what the table of contents lists gets bookmarks
and the outline level it has in a book, headings say which list counts them.

In a book a paper's title is a heading above its 一、, and what its attachments hold stands one lower.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from docgen.assembly.entries import Entry, Levels, around, bookmark
from docgen.document import Heading, plain
from docgen.numbering import Label, NumberedPaper
from docgen.word import names

POINT = re.compile(
    r'<w:pStyle w:val="(Title|AttachmentMark|AttachmentTitle|Heading[1-5])"/>'
    r'|<w:rStyle w:val="(Heading[1-5])Char"/>'
)
FIRST = re.compile(r"(?:<w:(?:keepNext|keepLines|pageBreakBefore)(?: [^>]*)?/>)*")
WORDS = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
PARAGRAPH_END, PROPERTIES_END = "</w:p>", "</w:pPr>"
ENDS = "。：:；;"


class Marked(NamedTuple):
    """The text with its bookmarks, and where they are listed."""

    body: str
    entries: tuple[Entry, ...]


class _Spot(NamedTuple):
    """A paragraph that is a title or heading: where its style is named, that of the paragraph or of a
    run; the style it gets, the properties it lacks, its level in the outline and its words."""

    at: int
    end: int
    style: str
    more: str
    level: int
    text: str


def marked(body: str, numbered: NumberedPaper, part: int, levels: Levels) -> Marked:
    """`body`, the text that our writer made of `numbered`, for the part with the number `part`."""
    pieces: list[str] = []
    entries: list[Entry] = []
    done = 0
    for spot in _spots(body, numbered, levels):
        pieces += (body[done : spot.at], spot.style)
        done = spot.end
        if levels.lists(spot.level) and spot.text:
            entries.append(Entry(spot.level, spot.text, bookmark(part, len(entries) + 1)))
            done = _bookmarked(body, done, spot, entries[-1].bookmark, pieces)
        else:
            done = _with_more(body, done, spot, pieces)
    return Marked("".join([*pieces, body[done:]]), tuple(entries))


def _with_more(body: str, done: int, spot: _Spot, pieces: list[str]) -> int:
    if not spot.more:
        return done
    first = FIRST.match(body, done)
    end = first.end() if first else done
    pieces += (body[done:end], spot.more)
    return end


def _bookmarked(body: str, done: int, spot: _Spot, name: str, pieces: list[str]) -> int:
    """Adds the rest of the paragraph's properties and a bookmark around what is left of it."""
    done = _with_more(body, done, spot, pieces)
    begin = body.index(PROPERTIES_END, done) + len(PROPERTIES_END) if _of_paragraph(spot) else None
    start, end = around(name)
    if begin is None:
        # The style of a run: its bookmark stands in the paragraph, behind the run.
        begin = body.index("</w:r>", done) + len("</w:r>")
        pieces += (body[done:begin], start, end)
        return begin
    stop = body.index(PARAGRAPH_END, begin)
    pieces += (body[done:begin], start, body[begin:stop], end)
    return stop


def _of_paragraph(spot: _Spot) -> bool:
    return spot.style.startswith("<w:pStyle")


def _spots(body: str, numbered: NumberedPaper, levels: Levels) -> Iterator[_Spot]:
    headings = _headings(numbered)
    attached = 0
    paragraph = -1
    for point in POINT.finditer(body):
        of_paragraph, of_run = point.groups()
        if of_paragraph and of_paragraph.startswith("Attachment"):
            attached = 1
            if of_paragraph == names.ATTACHMENT_TITLE:
                yield _title(body, point, levels.first + 1, f'<w:pStyle w:val="{of_paragraph}"/>')
        elif of_paragraph == names.TITLE:
            yield _title(body, point, levels.first, f'<w:pStyle w:val="{names.heading(levels.first)}"/>')
        elif of_paragraph:
            yield _heading(point, of_paragraph, attached, levels, next(headings), numbered)
        else:
            here = body.rindex("<w:p>", 0, point.start())
            first = here != paragraph
            paragraph = here
            text = _words(*next(headings)[:2]).rstrip(ENDS) if first else ""
            layer = int(of_run[-1])
            style = f'<w:rStyle w:val="{style_of(layer, attached, levels)}Char"/>'
            level = levels.first + layer + attached
            yield _Spot(point.start(), point.end(), style, "", level, text)


def style_of(layer: int, attached: int, levels: Levels) -> str:
    """The style in a book of a heading of `layer`, `attached` 1 in an attachment, else 0."""
    return f"Attached{layer}" if attached else names.heading(levels.first + layer)


Counted = tuple[Heading, "Label | None"]


def _headings(numbered: NumberedPaper) -> Iterator[Counted]:
    paper = numbered.paper
    rows = [(paper.blocks, numbered.labels)]
    rows += [
        (one.blocks, labels)
        for one, labels in zip(paper.attachments, numbered.attachment_labels, strict=True)
    ]
    for blocks, labels in rows:
        for block, label in zip(blocks, labels, strict=True):
            if isinstance(block, Heading):
                yield block, label


def _words(heading: Heading, label: Label | None) -> str:
    return (label.text if label else "") + plain(heading.content)


def _title(body: str, point: re.Match[str], level: int, style: str) -> _Spot:
    text = "".join(WORDS.findall(body, point.end(), body.index(PARAGRAPH_END, point.end())))
    return _Spot(point.start(), point.end(), style, "", level, _unescaped(text))


def _heading(
    point: re.Match[str], style: str, attached: int, levels: Levels, counted: Counted, numbered: NumberedPaper
) -> _Spot:
    heading, label = counted
    layer = int(style[-1])
    more = ""
    if label and numbered.paper.numbering.live:
        following = point.string[point.end() : point.string.index(PROPERTIES_END, point.end())]
        if "<w:numPr>" not in following:
            more = f'<w:numPr><w:ilvl w:val="{layer - 1}"/><w:numId w:val="1"/></w:numPr>'
    name = f'<w:pStyle w:val="{style_of(layer, attached, levels)}"/>'
    level = levels.first + layer + attached
    return _Spot(point.start(), point.end(), name, more, level, _words(heading, label))


def _unescaped(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
