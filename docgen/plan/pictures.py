"""图片 → an image: the file looked up beside the plan, measured, and kept inside the text area."""

from __future__ import annotations

from pathlib import Path

from docgen.document import Image
from docgen.i18n import _
from docgen.plan.desk import Desk
from docgen.problems import DocgenError, Place, error
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


def beside(folder: Path, name: str, place: Place | None) -> Path:
    """The file `name` in or below `folder`; raises `DocgenError` where it is outside (FIL-002) or not
    there (FIL-001)."""
    path = Path(name.replace("\\", "/"))
    inside = not (path.is_absolute() or ":" in name or ".." in path.parts)
    found = folder / path
    if not inside or (found.exists() and not found.resolve().is_relative_to(folder.resolve())):
        sentence, hint = _("文件只能放在计划所在的文件夹里"), _("把文件复制到计划旁边，只写文件名")
        raise DocgenError(error("FIL-002", sentence, place, excerpt=name, hint=hint))
    if not found.is_file():
        sentence = _("找不到文件“{name}”").format(name=name)
        hint = _("检查文件名和扩展名；文件要放在计划旁边：{folder}").format(folder=folder)
        raise DocgenError(error("FIL-001", sentence, place, excerpt=name, hint=hint))
    return found
