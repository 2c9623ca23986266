"""On which page the colophon stands, and what parts it from the text (GB/T 9704 7.4.1, 7.5).

It floats on the foot of the page on which the text ends, clear of the seal, if there is room for it.
Where notes stand at the foot of that page, or the page is not ours or is turned, it has its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docgen.document import (
    Block,
    Cell,
    Colophon,
    Content,
    Footnote,
    Heading,
    Item,
    Paper,
    Paragraph,
    Table,
    plain,
)
from docgen.formats import PageFormat
from docgen.widths import measure
from docgen.word.closing import has_room_below
from docgen.word.sections import Flow

LABEL_AND_EDGES = 5  # characters

SMALLEST = '<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>'
NO_HEIGHT = f'<w:pPr><w:spacing w:line="14" w:lineRule="auto"/>{SMALLEST}</w:pPr>'
TURN = f'<w:p>{NO_HEIGHT}<w:r>{SMALLEST}<w:br w:type="page"/></w:r></w:p>'
ANCHOR = f'<w:p>{NO_HEIGHT}<w:r>{SMALLEST}<w:t xml:space="preserve"> </w:t></w:r></w:p>'
"""The paragraph on whose page the table stands, as good as without height: where there is room for the
table but not for it, ONLYOFFICE parts the two and leaves the last page empty. A line of exact height
is a point high there at least, and LibreOffice makes a line without characters higher than one of the
smallest type. On a page that begins for the colophon another one stands before it: LibreOffice does
not begin a page with a floating table."""


def part(text: Flow, paper: Paper, format: PageFormat, new_pages: int) -> None:
    """Parts the colophon from `text`: it stands below its last line (`new_pages` 0), on the next page
    (1) or behind a blank one (2), in which case neither page carries a number."""
    gap = _gap(text, paper, format)
    text.part_tables()
    new_pages = max(new_pages, int(_has_notes_near_its_end(paper, format)))
    begins = new_pages > 0 or text.begins_page(landscape=False) or _ends_foreign(paper)
    if new_pages:
        text.begin_page(numbered=new_pages == 1)
    if new_pages > 1:
        text.add(TURN)
    if begins:
        text.add(ANCHOR)
    elif gap:
        text.add(f'<w:p><w:pPr><w:spacing w:line="{gap}" w:lineRule="exact"/></w:pPr></w:p>')


def _ends_foreign(paper: Paper) -> bool:
    return bool(paper.bound) and paper.bound[-1].foreign is not None


def _gap(text: Flow, paper: Paper, format: PageFormat) -> int:
    """What has to stay free between the text and the colophon, in twips. A table that reaches to where
    the colophon goes would be moved by LibreOffice together with its first row: so as much stands below
    a table as the colophon is high, and sends it to the next page instead."""
    high = _lines(paper, format)
    less = int(has_room_below(paper))
    missing = min(high - text.below_table(high + less) + less, format.core.lines - 1 - high)
    return max(_overhang(paper, format), missing * format.pitch)


def _lines(paper: Paper, format: PageFormat) -> int:
    """How many lines the colophon has, about."""
    given, char = paper.colophon or Colophon(), format.colophon.size * 20
    room = format.text_width / char - LABEL_AND_EDGES
    lists = [organs for organs in (given.addressees, given.copies) if organs]
    printing = [given.printer + given.printed] if given.printer or given.printed else []
    texts = [*("，".join(organs) for organs in lists), *printing]
    return sum(1 + int(measure(text) / room) for text in texts)


def _overhang(paper: Paper, format: PageFormat) -> int:
    """How far a seal that is put on by hand reaches below the last line of the text, in twips; a picture
    of one has its room already."""
    signature = paper.signature
    if signature is None or not signature.sealed or signature.signers or signature.seals:
        return 0
    if paper.annotation or paper.bound:
        return 0
    from docgen.word.seals import overhang

    return overhang(signature, format)


def _has_notes_near_its_end(paper: Paper, format: PageFormat) -> bool:
    """Whether a footnote may stand on the page on which the text ends, where the colophon would be set
    over it: it does not, if more text follows than a page holds."""
    blocks = paper.bound[-1].blocks if paper.bound else paper.blocks
    page, following = format.core.lines * format.core.characters, 0
    for block in reversed(blocks):
        contents = tuple(_contents(block))
        if any(isinstance(part, Footnote) for content in contents for part in content):
            return True
        following += sum(len(plain(content)) for content in contents)
        if following >= page:
            return False
    return False


def _contents(block: Block) -> Iterable[Content]:
    if isinstance(block, Heading):
        return block.content, block.body
    if isinstance(block, (Item, Paragraph)):
        return (block.content,)
    return _cells(block) if isinstance(block, Table) else ()


def _cells(table: Table) -> Iterator[Content]:
    for row in table.rows:
        yield from (cell.content if isinstance(cell, Cell) else (cell,) for cell in row)
