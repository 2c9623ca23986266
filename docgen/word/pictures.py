"""Pictures: reading their size, and writing them in line, each in a paragraph of its own."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from docgen.document import Image
from docgen.i18n import _
from docgen.problems import DocgenError, Place, Problem, error
from docgen.word.names import CAPTION, PICTURE
from docgen.word.runs import Pen, attribute, paragraph

EMU_PER_MM = 36000
MM_PER_INCH = 25.4
MOST_BYTES = 50_000_000
CAPTION_ROOM = 12.0
"""What a picture as high as the page leaves for its caption, in mm."""

FORMATS = {"png": "png", "jpg": "jpeg", "jpeg": "jpeg"}

DRAWING = (
    '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:extent cx="{width}" cy="{height}"/><wp:docPr id="{id}" name="{name}" descr="{words}"/>'
    "<wp:cNvGraphicFramePr>"
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
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)


class Size(NamedTuple):
    """What a picture's bytes say: its format (png, jpeg), its pixels, its pixels an inch."""

    suffix: str
    width: int
    height: int
    dpi: int


class Media(NamedTuple):
    """A media part: its name in the package (`word/media/image1.png`), the id of the relationship
    that leads to it, its bytes."""

    name: str
    relation: str
    data: bytes


class Album:
    """Writes the pictures of one document and gathers their parts: equal bytes share one part."""

    __slots__ = ("_drawings", "_media")

    def __init__(self) -> None:
        self._media: dict[bytes, Media] = {}
        self._drawings = 0

    @property
    def media(self) -> tuple[Media, ...]:
        """The parts to go into the package, in the order of their first use."""
        return tuple(self._media.values())

    def write(self, image: Image, pen: Pen) -> str:
        """`image` as a centred paragraph, its caption below it and as its alternative text."""
        drawing = self._drawing(image)
        if not image.caption:
            return paragraph(PICTURE, drawing)
        caption = paragraph(CAPTION, pen.text(image.caption), '<w:keepNext w:val="0"/>')
        return paragraph(PICTURE, drawing, "<w:keepNext/>") + caption

    def _drawing(self, image: Image) -> str:
        self._drawings += 1
        return DRAWING.format(
            width=round(image.width * EMU_PER_MM),
            height=round(image.height * EMU_PER_MM),
            id=self._drawings,
            name=attribute(_("图片{number}").format(number=self._drawings)),
            words=attribute(image.caption),
            relation=self._part(image).relation,
        )

    def _part(self, image: Image) -> Media:
        number = len(self._media) + 1
        name = f"word/media/image{number}.{image.suffix}"
        return self._media.setdefault(image.data, Media(name, f"rIdImage{number}", image.data))


def measure(data: bytes) -> Size:
    """The size of a PNG or JPEG picture; raises `ValueError` for anything else."""
    from docx.image.exceptions import (
        InvalidImageStreamError,
        UnexpectedEndOfFileError,
        UnrecognizedImageError,
    )
    from docx.image.image import Image as Picture

    try:
        picture = Picture.from_blob(data)
    except (
        InvalidImageStreamError,
        UnexpectedEndOfFileError,
        UnrecognizedImageError,
        KeyError,
        IndexError,
        ArithmeticError,
    ) as fault:
        raise ValueError(str(fault)) from fault
    suffix = FORMATS.get(picture.ext.lower(), "")
    if not suffix or picture.px_width < 1 or picture.px_height < 1:
        raise ValueError(picture.ext)
    return Size(suffix, picture.px_width, picture.px_height, max(picture.horz_dpi, 1))


def load(
    path: Path,
    width: float | None = None,
    area: tuple[float, float] = (156.0, 225.0),
    caption: str = "",
    place: Place | None = None,
) -> Image:
    """The picture in the file `path`, `width` mm wide.

    Without `width` it has its own size, made smaller where it is larger than `area` (width and
    height of the text area in mm). `place` is where the plan names the file. Raises `DocgenError`:
    no such file (FIL-001), not a PNG or JPEG (FIL-002), larger than `area` (FIL-003), too many
    bytes (FIL-004).
    """
    data = _read(path, place)
    try:
        size = measure(data)
    except ValueError as fault:
        raise DocgenError(
            error(
                "FIL-002",
                _("“{name}”不是可以使用的图片").format(name=path.name),
                place,
                hint=_("用画图或看图软件另存为 .png 或 .jpg 文件"),
            )
        ) from fault
    height_room = area[1] - (CAPTION_ROOM if caption else 0)
    ratio = size.height / size.width
    if width is None:
        width = min(size.width * MM_PER_INCH / size.dpi, area[0], height_room / ratio)
    elif width > area[0] or width * ratio > height_room:
        raise DocgenError(_too_large(path.name, (width, width * ratio), (area[0], height_room), place))
    return Image(data, size.suffix, width, width * ratio, caption, place)


def _read(path: Path, place: Place | None) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise DocgenError(
                error(
                    "FIL-004",
                    _("图片“{name}”超过{limit}兆字节").format(name=path.name, limit=MOST_BYTES // 1_000_000),
                    place,
                    hint=_("用看图软件缩小图片后再使用"),
                )
            )
        return path.read_bytes()
    except OSError as fault:
        raise DocgenError(
            error(
                "FIL-001",
                _("找不到或打不开图片“{name}”").format(name=path.name),
                place,
                excerpt=str(path),
                hint=_("检查文件名和后缀；相对的路径从数据文件所在的文件夹算起"),
            )
        ) from fault


def _too_large(
    name: str, size: tuple[float, float], room: tuple[float, float], place: Place | None
) -> Problem:
    message = _(
        "图片“{name}”要排{width:.0f}×{height:.0f}毫米，版心只有{room_width:.0f}×{room_height:.0f}毫米"
    )
    widest = min(room[0], room[1] * size[0] / size[1])
    return error(
        "FIL-003",
        message.format(name=name, width=size[0], height=size[1], room_width=room[0], room_height=room[1]),
        place,
        hint=_("把“宽”改成不超过{widest:.0f}").format(widest=int(widest)),
    )
