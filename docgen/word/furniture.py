"""What stands around the text: page numbers (GB/T 9704 7.5) and their parts, upright and turned."""

from __future__ import annotations

from docgen.formats import PageFormat, twips
from docgen.word import names
from docgen.word.measure import indents
from docgen.word.runs import TEXT, escape, field, paragraph
from docgen.word.styles import footer_line

EMU_PER_MM = 36000
BOX_WIDTH, BOX_HEIGHT = 8.0, 30.0  # mm; holds 4号 — 9999 —
INK_BELOW = 0.2  # of the line's height, below the baseline
DASH_ABOVE = 0.38  # of the size, from the baseline up to the dash

WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"

SPACER = '<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>'


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


def _number(format: PageFormat, side: str, inset: bool = True) -> str:
    char = round(format.page_number.size * 20)
    edge = round(format.page_number.edge * char)
    indent = indents(char, **{side: edge}) if inset and side in ("left", "right") and edge else ""
    before, after = format.page_number.pattern.split("{}")
    runs = _text(before) + field("PAGE", "1") + _text(after)
    return paragraph(names.FOOTER, runs, f'{indent}<w:jc w:val="{side}"/>')


def _text(text: str) -> str:
    return f"<w:r>{TEXT}{escape(text)}</w:t></w:r>" if text else ""


def _box(format: PageFormat, side: str, id: int) -> str:
    centre = format.sheet.height - format.core.top - format.core.height - format.page_number.gap
    width, height = round(BOX_WIDTH * EMU_PER_MM), round(BOX_HEIGHT * EMU_PER_MM)
    left = round((centre - BOX_WIDTH / 2) * EMU_PER_MM)
    top = round(_box_top(format, side) * EMU_PER_MM)
    size = f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
    return (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        f'relativeHeight="{id}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{top}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{id}" name="页码{id}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{SHAPE}">'
        f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>{size}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "<a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx><w:txbxContent>"
        f"{_number(format, side, inset=False)}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr vert="vert" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/></wps:wsp>'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )


def _box_top(format: PageFormat, side: str) -> float:
    """From the upper edge of the sheet to the box in mm; what is right on an upright page is below."""
    edge = format.page_number.edge * format.page_number.size * 25.4 / 72
    if side == "left":
        return format.core.left + edge
    if side == "right":
        return format.core.left + format.core.width - edge - BOX_HEIGHT
    return format.core.left + (format.core.width - BOX_HEIGHT) / 2
