"""Picture files → images of the tree, their size on the page decided."""

from __future__ import annotations

from pathlib import Path

from docgen.document import Image
from docgen.i18n import _
from docgen.picture_size import measure
from docgen.problems import DocgenError, Place, Problem, error

MM_PER_INCH = 25.4
TEXT_AREA = (156.0, 225.0)
"""Width and height of the text area in mm (GB/T 9704 5.2.1)."""

MOST_BYTES = 50_000_000
CAPTION_ROOM = 12.0
"""What a picture as high as the page leaves for its caption, in mm."""


def load(
    path: Path,
    width: float | None = None,
    caption: str = "",
    place: Place | None = None,
    area: tuple[float, float] = TEXT_AREA,
) -> Image:
    """The picture in the file `path`, `width` mm wide.

    Without `width` it has its own size, made smaller where it is larger than `area` (width and
    height of the text area in mm). `place` is where the plan names the file. Raises `DocgenError`:
    cannot be read (FIL-010), not a PNG or JPEG (FIL-011), larger than `area` (FIL-012), too many
    bytes (FIL-013).
    """
    data = _read(path, place)
    try:
        size = measure(data)
    except ValueError as fault:
        raise DocgenError(
            error(
                "FIL-011",
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
                    "FIL-013",
                    _("图片“{name}”超过{limit}兆字节").format(name=path.name, limit=MOST_BYTES // 1_000_000),
                    place,
                    hint=_("用看图软件缩小图片后再使用"),
                )
            )
        return path.read_bytes()
    except OSError as fault:
        raise DocgenError(
            error(
                "FIL-010",
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
        "FIL-012",
        message.format(name=name, width=size[0], height=size[1], room_width=room[0], room_height=room[1]),
        place,
        hint=_("把“宽”改成不超过{widest:.0f}").format(widest=int(widest)),
    )
