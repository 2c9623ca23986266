"""document.xml of a paper: opening, text, closing, attachments, in the sections they need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from docgen.document import Block
from docgen.formats import PageFormat
from docgen.numbering import Label, NumberedPaper
from docgen.word import attached, names
from docgen.word.blocks import Desk, Piece, piece
from docgen.word.closing import closing
from docgen.word.encode import utf8
from docgen.word.keeping import held, is_only_text, is_short, together, upright_last
from docgen.word.lists import Lists, Spot
from docgen.word.opening import opening
from docgen.word.sections import Flow, has_own_first_page

BEGIN = f'{names.HEAD}<w:document {names.MAIN} xmlns:r="{names.OFFICE}"><w:body>'
END = "</w:body></w:document>"
GROUP = 64  # pieces encoded together: few calls, and what is worked on stays in the cache


def flow(numbered: NumberedPaper, format: PageFormat, lists: Lists, desk: Desk, new_pages: int = 0) -> Flow:
    """The text of the paper, in which `new_pages` begin before the colophon."""
    paper, pen = numbered.paper, desk.pen
    text = Flow(format, has_own_first_page(paper))
    blocks = upright_last(paper.blocks, desk.setting) if paper.signature else paper.blocks
    pieces = _pieces(blocks, numbered.labels, lists.body, desk)
    # A title alone on an upright page, the whole text turned behind it, would be no first page.
    turned = bool(pieces) and pieces[0][1] and not paper.letterhead
    for xml in opening(paper, format, pen):
        text.add(xml, turned)
    for xml, landscape in pieces:
        text.add(xml, landscape)
    ending = list(closing(paper, format, pen, desk.album))
    if ending and is_short(paper.blocks):
        text.hold(held)
    elif ending:
        from docgen.word.fitting import fitted

        is_only = is_only_text(paper.blocks)
        text.fit(lambda pieces: fitted(pieces, ending, is_only, format))
    for xml in ending:
        text.add(xml)
    _attachments(numbered, format, lists, desk, text)
    if paper.colophon:
        from docgen.word.colophon import colophon
        from docgen.word.colophon_page import part

        if xml := colophon(paper, format, pen):
            part(text, paper, format, new_pages)
            text.add(xml)
    return text


def _attachments(numbered: NumberedPaper, format: PageFormat, lists: Lists, desk: Desk, text: Flow) -> None:
    paper = numbered.paper
    marks = attached.marks(paper)
    rows = zip(paper.attachments, marks, numbered.attachment_labels, lists.attached, strict=True)
    for number, (attachment, mark, labels, spots) in enumerate(rows, 1):
        if attachment.elsewhere:
            continue
        pieces = _pieces(attachment.blocks, labels, spots, desk)
        landscape = bool(pieces) and pieces[0][1]
        turned = text.begins_page(landscape)
        head = attached.heading(attachment, mark, format, desk.pen, turned)
        if attachment.foreign is not None:
            from docgen.word.foreign import slot

            head = slot(number, head)
        text.add(head, landscape)
        for xml, wide in pieces:
            text.add(xml, wide)


def _pieces(
    blocks: Sequence[Block], labels: Iterable[Label | None], spots: Iterable[Spot | None], desk: Desk
) -> list[Piece]:
    rows = zip(blocks, labels, spots, strict=True)
    pieces = [piece(block, label, spot, desk) for block, label, spot in rows]
    together(blocks, pieces)
    return pieces


def encoded(text: Flow) -> Iterator[bytes]:
    """document.xml in pieces. Raises `DocgenError` for a character that XML forbids (TRE-020)."""
    pieces = [BEGIN, *text.finish(), END]
    for at in range(0, len(pieces), GROUP):
        yield utf8("".join(pieces[at : at + GROUP]))
