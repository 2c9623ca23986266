"""Pictures as DrawingML: in line, each in a centred paragraph of its own, its caption below it; or at a
place on the page, behind the text that stands there."""

from __future__ import annotations

from typing import NamedTuple

from docgen.document import Image
from docgen.word.names import CAPTION, PICTURE
from docgen.word.runs import LOOSE, Pen, attribute, paragraph

EMU_PER_MM = 36000
EMU_PER_TWIP = 635

DRAWING = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
CONTENT = (
    '<wp:docPr id="{id}" name="{name}" descr="{words}"/><wp:cNvGraphicFramePr>'
    '<a:graphicFrameLocks xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'noChangeAspect="1"/></wp:cNvGraphicFramePr>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:nvPicPr><pic:cNvPr id="{id}" name="{name}" descr="{words}"/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip r:embed="{relation}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>'
    "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    "</a:graphicData></a:graphic>"
)
INLINE = (
    f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0" {DRAWING}>'
    f'<wp:extent cx="{{width}}" cy="{{height}}"/>{CONTENT}</wp:inline></w:drawing></w:r>'
)
BEHIND = (
    '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="{id}" '
    f'behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1" {DRAWING}>'
    '<wp:simplePos x="0" y="0"/>'
    '<wp:positionH relativeFrom="margin"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
    '<wp:positionV relativeFrom="paragraph"><wp:posOffset>{top}</wp:posOffset></wp:positionV>'
    f'<wp:extent cx="{{width}}" cy="{{height}}"/><wp:wrapNone/>{CONTENT}</wp:anchor></w:drawing></w:r>'
)


class Media(NamedTuple):
    """A media part: its name in the package (`word/media/image1.png`), the id of the relationship
    of `type` that leads to it (empty where another part leads to it), its bytes."""

    name: str
    relation: str
    data: bytes
    type: str = "image"


class Album:
    """Writes the pictures of one document and gathers their parts: equal bytes share one part."""

    __slots__ = ("_drawings", "_media", "charts")

    def __init__(self) -> None:
        self._media: dict[bytes, Media] = {}
        self._drawings = 0
        self.charts: list[Media] = []

    @property
    def media(self) -> tuple[Media, ...]:
        """The parts to go into the package: pictures in the order of their first use, charts."""
        return (*self._media.values(), *self.charts)

    def count(self) -> int:
        """The number of the next drawing, which no other has."""
        self._drawings += 1
        return self._drawings

    def write(self, image: Image, pen: Pen) -> str:
        """`image` as a centred paragraph, its caption below it and as its alternative text."""
        return captioned(INLINE.format(**self._drawing(image)), image.caption, pen)

    def behind(self, image: Image, left: int, top: int) -> str:
        """`image` as a run that draws it behind the text: `left` twips from the left edge of the text
        area, `top` twips below the top of its paragraph (negative: above). Behind, because a picture
        without transparency would hide what it is put over."""
        return BEHIND.format(left=left * EMU_PER_TWIP, top=top * EMU_PER_TWIP, **self._drawing(image))

    def _drawing(self, image: Image) -> dict[str, object]:
        number = self.count()
        return {
            "width": round(image.width * EMU_PER_MM),
            "height": round(image.height * EMU_PER_MM),
            "id": number,
            "name": f"图片{number}",
            "words": attribute(image.caption),
            "relation": self._part(image).relation,
        }

    def _part(self, image: Image) -> Media:
        number = len(self._media) + 1
        name = f"word/media/image{number}.{image.suffix}"
        return self._media.setdefault(image.data, Media(name, f"rIdImage{number}", image.data))


def captioned(drawing: str, caption: str, pen: Pen) -> str:
    """The run `drawing` in a centred paragraph, its `caption` below it on the same page."""
    if not caption:
        return paragraph(PICTURE, drawing)
    return paragraph(PICTURE, drawing, "<w:keepNext/>") + paragraph(CAPTION, pen.text(caption), LOOSE)
