"""Pages as pictures, to look at, with a red frame and the number of the fault around what is wrong."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from docgen.files import write_whole
from docgen.i18n import _
from docgen.problems import DocgenError, NotInstalled, Place, error
from docgen.verify.measure import Box

RESOLUTION = 100  # dots an inch: text is readable, a page has 100 kB
PER_MM = RESOLUTION / 25.4
RED = (220, 0, 0)
AROUND = 0.8  # mm between ink and frame
LABEL = 14  # dots

Mark = tuple[str, Box]
"""What is written beside a frame, in ASCII, and what the frame is around."""


def draw(pdf: Path, folder: Path, marks: Iterable[Mark] = ()) -> list[Path]:
    """Writes page-1.png, page-2.png … of `pdf` into `folder`, `marks` framed; returns their paths in
    page order.

    Raises `NotInstalled` without pypdfium2 and Pillow, which come with the extra `verify`,
    `DocgenError` when a page cannot be drawn.
    """
    try:
        import PIL.Image
        import pypdfium2
    except ImportError:
        raise NotInstalled(
            error(
                "PAG-007",
                _("缺少 pypdfium2 和 Pillow，不能画出页面图片"),
                hint=_("运行 pip install pdfplumber"),
            )
        ) from None
    around = list(marks)
    try:
        with pypdfium2.PdfDocument(pdf) as document:
            # One after the other: a page takes 3 MB while it is drawn.
            return [
                _write(_picture(page), number, folder, [mark for mark in around if mark[1].page == number])
                for number, page in enumerate(document, 1)
            ]
    except (pypdfium2.PdfiumError, PIL.Image.DecompressionBombError) as reason:
        raise DocgenError(
            error("PAG-008", _("页面图片没有画成"), Place(str(pdf)), excerpt=str(reason))
        ) from reason


def _picture(page: Any) -> Any:
    return page.render(scale=RESOLUTION / 72).to_pil().convert("RGB")


def _write(picture: Any, number: int, folder: Path, marks: Sequence[Mark]) -> Path:
    for text, box in _together(marks):
        _frame(picture, text, box)
    path, content = folder / f"page-{number}.png", io.BytesIO()
    picture.save(content, "PNG")
    write_whole(path, content.getvalue())
    return path


def _together(marks: Sequence[Mark]) -> list[Mark]:
    """Marks around the same thing as one."""
    texts: dict[Box, list[str]] = {}
    for text, box in marks:
        texts.setdefault(box, []).append(text)
    return [(" ".join(dict.fromkeys(texts[box])), box) for box in texts]


def _frame(picture: Any, text: str, box: Box) -> None:
    """A frame on the picture, and the text at its upper right corner, inside the page."""
    from PIL import ImageDraw, ImageFont

    pen = ImageDraw.Draw(picture)
    left, top = (max(0.0, (side - AROUND) * PER_MM) for side in (box.left, box.top))
    right = min(picture.width - 1.0, max(left + 1, (box.right + AROUND) * PER_MM))
    bottom = min(picture.height - 1.0, max(top + 1, (box.bottom + AROUND) * PER_MM))
    pen.rectangle((left, top, right, bottom), outline=RED, width=2)
    font = ImageFont.load_default(LABEL)
    width = pen.textlength(text, font=font)
    place = (min(right + 2, picture.width - width - 2), max(top - LABEL - 2, 0))
    pen.rectangle((*place, place[0] + width, place[1] + LABEL + 2), fill=(255, 255, 255))
    pen.text(place, text, fill=RED, font=font)
