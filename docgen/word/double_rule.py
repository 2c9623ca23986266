"""The red double rules of a letter (GB/T 9704 10.1): drawn, so that they are as long and as thick in
every program, which paragraph borders are not."""

from __future__ import annotations

from docgen.formats import PageFormat
from docgen.word.furniture import COMPATIBILITY, DRAWING, EMU_PER_MM, SHAPE, WP

EMU_PER_PT = 12700
NAMES = f'xmlns:wp="{WP}" xmlns:a="{DRAWING}" xmlns:wps="{SHAPE}" xmlns:mc="{COMPATIBILITY}"'
FIRST_ID = 90001
"""Ids of drawings, far above those of pictures and page numbers."""


def height(format: PageFormat) -> float:
    """From the upper edge of the upper line to the lower edge of the lower one, in mm."""
    letter = format.letter
    return (letter.thick + letter.between + letter.thin) * EMU_PER_PT / EMU_PER_MM


def under_the_mark(top: float, format: PageFormat) -> str:
    """Thick over thin, the upper edge `top` mm below the edge of the sheet."""
    look = format.letter
    return _double((look.thick, look.thin), top, FIRST_ID, format)


def at_the_foot(format: PageFormat) -> str:
    """Thin over thick, its middle as far above the edge of the sheet as the clause says."""
    look = format.letter
    top = format.sheet.height - look.foot - height(format) / 2
    return _double((look.thin, look.thick), top, FIRST_ID + 2, format)


def _double(lines: tuple[float, float], top: float, id: int, format: PageFormat) -> str:
    upper, lower = (round(line * EMU_PER_PT) for line in lines)
    edge = round(top * EMU_PER_MM)
    below = edge + upper + round(format.letter.between * EMU_PER_PT)
    return _line(upper, edge + upper // 2, id, format) + _line(lower, below + lower // 2, id + 1, format)


def _line(thickness: int, y: int, id: int, format: PageFormat) -> str:
    """A line with its middle `y` EMU below the edge of the sheet, as far from its left as from its right."""
    length = round(format.letter.length * EMU_PER_MM)
    x = round(format.sheet.width * EMU_PER_MM - length) // 2
    return (
        f'<w:r><mc:AlternateContent {NAMES}><mc:Choice Requires="wps"><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        f'relativeHeight="{id}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{x}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{y}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{length}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{id}" name="双线{id}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{SHAPE}"><wps:wsp><wps:cNvCnPr/><wps:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{length}" cy="0"/></a:xfrm>'
        f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="{thickness}">'
        f'<a:solidFill><a:srgbClr val="{format.letterhead.color}"/></a:solidFill></a:ln></wps:spPr>'
        "<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        "</mc:AlternateContent></w:r>"
    )
