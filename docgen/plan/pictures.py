"""图片 → an image: the file looked up beside the plan, measured, and kept inside the text area."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docgen.document import Image
from docgen.i18n import _
from docgen.plan.desk import Desk
from docgen.problems import DocgenError, Place, Problem, error
from docgen.source.values import Record, place_of


def picture(desk: Desk, data: Any) -> Image | None:
    """The image that `data` (a file name, or 文件, 宽, 标题) asks for; None, with a problem on the
    desk, where it cannot be had."""
    record = data if isinstance(data, Record) else None
    name = str(record["文件"]) if record is not None else str(data)
    place = place_of(record["文件"] if record is not None else data) or place_of(data)
    path, problem = beside(desk.folder, name, place)
    if problem or path is None:
        desk.problems.extend([problem] if problem else [])
        return None
    width = record.get("宽") if record is not None else None
    caption = str(record.get("标题", "")) if record is not None else ""
    from docgen import images

    try:
        return images.load(path, float(width) if width is not None else None, caption, place)
    except DocgenError as fault:
        desk.problems.extend(fault.problems)
        return None


def beside(folder: Path, name: str, place: Place | None) -> tuple[Path | None, Problem | None]:
    """The file `name` in or below `folder`, or the problem with it: outside, or not there."""
    path = Path(name.replace("\\", "/"))
    if path.is_absolute() or ":" in name or ".." in path.parts:
        return None, error(
            "FIL-002",
            _("文件只能放在计划所在的文件夹里"),
            place,
            excerpt=name,
            hint=_("把文件复制到计划旁边，只写文件名"),
        )
    found = folder / path
    if not found.is_file():
        return None, error(
            "FIL-001",
            _("找不到文件“{name}”").format(name=name),
            place,
            excerpt=name,
            hint=_("检查文件名和扩展名；文件要放在计划旁边：{folder}").format(folder=folder),
        )
    if not found.resolve().is_relative_to(folder.resolve()):
        return None, error(
            "FIL-002",
            _("文件只能放在计划所在的文件夹里"),
            place,
            excerpt=name,
            hint=_("把文件复制到计划旁边，只写文件名"),
        )
    return found, None
