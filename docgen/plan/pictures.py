"""图片 → an image: the file looked up beside the plan, measured, and kept inside the text area."""

from __future__ import annotations

from docgen.document import Image
from docgen.files import beside
from docgen.plan.desk import Desk
from docgen.problems import DocgenError
from docgen.source.values import Record, place_of


def picture(desk: Desk, data: Record) -> Image | None:
    """The image that `data` (文件, 宽, 标题) asks for; None, with a problem on the desk, where it
    cannot be had."""
    from docgen import images

    place, width = place_of(data["文件"]), data.get("宽")
    try:
        path = beside(desk.folder, str(data["文件"]), place)
        return images.load(
            path, float(width) if width is not None else None, str(data.get("标题", "")), place
        )
    except DocgenError as fault:
        desk.problems.extend(fault.problems)
        return None
