"""What stands around the text: page numbers (GB/T 9704 7.5) and their parts, upright and turned."""

from __future__ import annotations

from docgen.formats import PageFormat, twips
from docgen.word import names
from docgen.word.measure import indents
from docgen.word.runs import TEXT, escape, field, paragraph
from docgen.word.styles import footer_line

EMU_PER_MM = 36000
INK_BELOW = 0.2  # of the line's height, below the baseline
DASH_ABOVE = 0.38  # of the size, from the baseline up to the dash

WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"

SPACER = '<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>'


def sides(format: PageFormat) -> dict[str, str]:
    """At which side the number stands on odd and even pages; one entry where it is the same on all
    of them: in the middle, or at the right of what is printed on one side only."""
    if is_two_sided(format):
        return {"Odd": "right", "Even": "left"}
    return {"Odd": "right" if format.page_number.position == "右侧" else "center"}


def is_two_sided(format: PageFormat) -> bool:
    """Whether odd and even pages carry their number at different sides."""
    return format.page_number.position == "外侧"


def footer_distance(format: PageFormat) -> int:
    """`w:footer` in twips that puts the dash its distance below the text area."""
    bottom = twips(format.sheet.height - format.core.top) - format.text_height
    dash = INK_BELOW * footer_line(format) + DASH_ABOVE * format.page_number.size * 20
    return int(bottom - twips(format.page_number.gap) - dash)


def footer_xml(format: PageFormat, side: str) -> str:
    """A footer with the page number at `side`: right, left or center."""
    return f"{names.HEAD}<w:ftr {names.MAIN}>{_number(format, side)}</w:ftr>"


def empty_footer_xml() -> str:
    return f"{names.HEAD}<w:ftr {names.MAIN}>{paragraph(names.FOOTER)}</w:ftr>"


def empty_header_xml() -> str:
    return f"{names.HEAD}<w:hdr {names.MAIN}>{SPACER}</w:hdr>"


def turned_header_xml(format: PageFormat, side: str, id: int) -> str:
    """The header of a landscape page: the number where it stands on upright pages, turned with the
    sheet, so that all numbers meet when the pages are bound (clause 8). `id` counts drawings."""
    box = _box(format, side, id)
    return (
        f'{names.HEAD}<w:hdr {names.MAIN} xmlns:wp="{WP}" xmlns:a="{DRAWING}" xmlns:wps="{SHAPE}" '
        f'xmlns:mc="{COMPATIBILITY}"><w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr>'
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{box}</mc:Choice></mc:AlternateContent></w:r>'
        "</w:p></w:hdr>"
    )


def _number(format: PageFormat, side: str, margins: tuple[int, int] = (0, 0)) -> str:
    """The paragraph of the page number; `margins`: twips from the left and right end of its line to
    the text area."""
    char = round(format.page_number.size * 20)
    edge = round(format.page_number.edge * char)
    left = margins[0] + (edge if side == "left" else 0)
    right = margins[1] + (edge if side == "right" else 0)
    first, last = format.page_number.pattern.split("{}")
    runs = _text(first) + field("PAGE", "1") + _text(last)
    return paragraph(names.FOOTER, runs, f'{indents(char, left=left, right=right)}<w:jc w:val="{side}"/>')


def _text(text: str) -> str:
    return f"<w:r>{TEXT}{escape(text)}</w:t></w:r>" if text else ""


def _box(format: PageFormat, side: str, id: int) -> str:
    """A text box in the corner of the sheet, twice as wide as the number is far from its edge and as
    high as the sheet: LibreOffice forgets the place of a box in the header of a single even page, and
    takes it to be the corner."""
    centre = format.sheet.height - format.core.top - format.core.height - format.page_number.gap
    width, height = round(2 * centre * EMU_PER_MM), round(format.sheet.width * EMU_PER_MM)
    right = format.sheet.width - format.core.left - format.core.width
    margins = (twips(format.core.left), twips(right))
    size = f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
    corner = "".join(
        f'<wp:position{axis} relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:position{axis}>'
        for axis in "HV"
    )
    return (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        f'relativeHeight="{id}" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1">'
        f'<wp:simplePos x="0" y="0"/>{corner}'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{id}" name="页码{id}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{SHAPE}">'
        f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>{size}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "<a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx><w:txbxContent>"
        f"{_number(format, side, margins)}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr vert="vert" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/></wps:wsp>'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
