"""document.xml of a paper: opening, text, closing, attachments, in the sections they need."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from docgen.document import Block
from docgen.formats import PageFormat
from docgen.i18n import _
from docgen.numbering import Label, NumberedPaper
from docgen.problems import DocgenError, error, shorten
from docgen.word import attached, foreign, names
from docgen.word.blocks import Desk, Piece, piece
from docgen.word.closing import closing
from docgen.word.lists import Lists, Spot
from docgen.word.opening import opening
from docgen.word.runs import keep_next
from docgen.word.sections import Flow

BEGIN = f'{names.HEAD}<w:document {names.MAIN} xmlns:r="{names.OFFICE}"><w:body>'
END = "</w:body></w:document>"
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
GROUP = 256  # pieces encoded together: few calls, and never the whole text twice in memory


def flow(numbered: NumberedPaper, format: PageFormat, lists: Lists, desk: Desk) -> Flow:
    """The text of the paper."""
    paper, pen = numbered.paper, desk.pen
    text = Flow(format)
    for xml in opening(paper, format, pen):
        text.add(xml)
    for xml, landscape in _pieces(paper.blocks, numbered.labels, lists.body, desk):
        text.add(xml, landscape)
    if paper.signature or paper.annotation:
        text.hold(keep_next)
    for xml in closing(paper, format, pen):
        text.add(xml)
    _attachments(numbered, format, lists, desk, text)
    return text


def _attachments(numbered: NumberedPaper, format: PageFormat, lists: Lists, desk: Desk, text: Flow) -> None:
    paper = numbered.paper
    alone = len(paper.attachments) == 1
    rows = zip(paper.attachments, numbered.attachment_labels, lists.attached, strict=True)
    for number, (attachment, labels, spots) in enumerate(rows, 1):
        pieces = list(_pieces(attachment.blocks, labels, spots, desk))
        landscape = bool(pieces) and pieces[0][1]
        turned = text.begins_page(landscape)
        heading = attached.heading(attachment, number, alone, format, desk.pen, turned)
        if attachment.foreign is not None:
            heading = foreign.slot(number, heading)
        text.add(heading, landscape)
        for xml, wide in pieces:
            text.add(xml, wide)


def _pieces(
    blocks: Sequence[Block], labels: Iterable[Label | None], spots: Iterable[Spot | None], desk: Desk
) -> Iterator[Piece]:
    for block, label, spot in zip(blocks, labels, spots, strict=True):
        yield piece(block, label, spot, desk)


def encoded(text: Flow) -> Iterator[bytes]:
    """document.xml in pieces. Raises `DocgenError` for a character that XML forbids (TRE-020)."""
    pieces = [BEGIN, *text.finish(), END]
    for at in range(0, len(pieces), GROUP):
        yield checked("".join(pieces[at : at + GROUP])).encode()


def checked(xml: str) -> str:
    """`xml`, which holds no character that XML forbids."""
    found = FORBIDDEN.search(xml)
    if not found:
        return xml
    code = f"U+{ord(found.group()):04X}"
    around = re.sub("<[^>]*>?|[^<]*>", "", xml[max(0, found.start() - 60) : found.end() + 60])
    raise DocgenError(
        error(
            "TRE-020",
            _("文字里有Word文件不能保存的控制字符（{code}）").format(code=code),
            excerpt=shorten(FORBIDDEN.sub("□", around)),
            hint=_("删去这个看不见的字符，重新输入这几个字"),
        )
    )
