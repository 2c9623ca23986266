"""版记: whom the paper is copied to, who prints it off and when, at the foot of its last page (7.4).

A table that floats on the lower edge of the text area: text never runs into it, and where its page
has no room for it, it goes to the next page whole. LibreOffice lets such a table float only where
its place across the page is counted from the edge of the sheet.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen import title
from docgen.document import LETTER, Colophon, Paper
from docgen.formats import PageFormat, twips
from docgen.front import addressed
from docgen.widths import measure
from docgen.word import names
from docgen.word.colophon_page import ANCHOR
from docgen.word.runs import Pen, paragraph

ADDRESSED, COPIED, PRINTED = "主送：", "抄送：", "印发"
MARKS = "，、；。,;. "
STYLE = f'<w:pStyle w:val="{names.COLOPHON}"/>'
KEEP_NEXT = "<w:keepNext/>"
EIGHTHS_PER_MM = 8 * 72 / 25.4
GAP = 2.5
"""Characters between the printing organ and its date: one, and what LibreOffice, which parts digits
and ideographs, makes the date wider."""


def colophon(paper: Paper, format: PageFormat, pen: Pen) -> str:
    """The table, and the paragraph that holds it; nothing where there is nothing to say. In a letter
    it has neither rules nor printing organ and date (10.1)."""
    if paper.colophon is None:
        return ""
    rows = [list(_lists(paper.colophon, format, pen))]
    if paper.form != LETTER:
        rows.append(list(_printing(paper.colophon, format, pen)))
    rows = [row for row in rows if row]
    if not rows:
        return ""
    last = len(rows) - 1
    table = "".join(
        _row(row, "" if paper.form == LETTER else _rules(at == 0, at == last, format), format)
        for at, row in enumerate(rows)
    )
    return f"{_opening(format)}{_kept(table)}</w:tbl>{ANCHOR}"


def listed(organs: tuple[str, ...]) -> str:
    """抄送 on one line: ， between kinds of organs; an entry may hold 、 between those of one kind."""
    return "，".join(organ.strip(MARKS) for organ in organs) + "。"


def _lists(colophon: Colophon, format: PageFormat, pen: Pen) -> Iterator[str]:
    """主送 above 抄送, without a rule between them (7.4.2)."""
    if colophon.addressees:
        text = addressed(colophon.addressees).rstrip("：") + "。"
        yield _labelled(ADDRESSED, text, format, pen)
    if colophon.copies:
        yield _labelled(COPIED, listed(colophon.copies), format, pen)


def _labelled(label: str, text: str, format: PageFormat, pen: Pen) -> str:
    """`label` and `text`, whose further lines begin under its first character."""
    hanging = len(label) * _char(format)
    edge = _edge(format)
    indent = f'<w:ind w:left="{edge + hanging}" w:right="{edge}" w:hanging="{hanging}"/>'
    return paragraph(names.COLOPHON, pen.text(label + text), indent)


def _printing(colophon: Colophon, format: PageFormat, pen: Pen) -> Iterator[str]:
    """印发机关 and 印发日期 (7.4.3); the date stands on the last line of a long organ."""
    if not (colophon.printer or colophon.printed):
        return
    date = colophon.printed.removesuffix(PRINTED) + PRINTED if colophon.printed else ""
    edge = _edge(format)
    room = (format.text_width - 2 * edge) / _char(format) - (GAP + measure(date) if date else 0)
    organ = "\n".join(title.lines(colophon.printer, int(room))) if colophon.printer else ""
    place = (
        f'<w:tabs><w:tab w:val="right" w:pos="{format.text_width - edge}"/></w:tabs>'
        f'<w:ind w:left="{edge}" w:right="{edge}"/><w:jc w:val="left"/>'
    )
    yield paragraph(names.COLOPHON, pen.text(f"{organ}\t{date}" if date else organ), place)


def _opening(format: PageFormat) -> str:
    width = format.text_width
    return (
        '<w:tbl><w:tblPr><w:tblpPr w:leftFromText="0" w:rightFromText="0" w:vertAnchor="margin" '
        f'w:horzAnchor="page" w:tblpX="{twips(format.core.left)}" w:tblpYSpec="bottom"/>'
        f'<w:tblOverlap w:val="never"/><w:tblW w:w="{width}" w:type="dxa"/>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid>'
    )


def _row(paragraphs: list[str], rules: str, format: PageFormat) -> str:
    return (
        f'<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="{format.text_width}" '
        f'w:type="dxa"/>{rules}</w:tcPr>{"".join(paragraphs)}</w:tc></w:tr>'
    )


def _kept(table: str) -> str:
    """`table` with all its paragraphs but the last kept on the page of the next: ONLYOFFICE splits a
    floating table otherwise, whatever its rows say."""
    head, style, last = table.rpartition(STYLE)
    return head.replace(STYLE, f"{STYLE}{KEEP_NEXT}") + style + last


def _rules(is_first: bool, is_last: bool, format: PageFormat) -> str:
    """The rules above and below a row: the first and the last of a colophon are thicker (7.4.1)."""
    look = format.colophon
    above = _rule("top", look.outer if is_first else look.inner)
    below = _rule("bottom", look.outer if is_last else look.inner)
    return f"<w:tcBorders>{above}{below}</w:tcBorders>"


def _rule(side: str, thickness: float) -> str:
    size = round(thickness * EIGHTHS_PER_MM)
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="000000"/>'


def _char(format: PageFormat) -> int:
    return round(format.colophon.size * 20)


def _edge(format: PageFormat) -> int:
    return round(format.colophon.edge * _char(format))
