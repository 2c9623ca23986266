"""Files: those that lie beside a plan, and writing one whole or not at all."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Collection
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from docgen.i18n import _
from docgen.problems import DocgenError, Place, error

HIDDEN = ("~$", ".")
UNFINISHED = ".docgen-{id}.tmp"
ABANDONED = 3600.0  # seconds after which an unfinished file is nobody's any more
OWNERS = (("Word", "~${rest}"), ("WPS", ".~{name}"), ("LibreOffice", ".~lock.{name}#"))
"""What programs put beside a file while it is open in them; Word drops up to two characters of its name."""


def write_whole(path: Path, content: bytes) -> None:
    """Writes `content` to a file beside `path`, which then takes its place; folders are made as
    needed. Raises `OSError` where that cannot be done, and leaves nothing behind."""
    beside = path.with_name(UNFINISHED.format(id=os.urandom(4).hex()))
    if not path.parent.is_dir():
        path.parent.mkdir(parents=True, exist_ok=True)
    _sweep(path.parent)
    try:
        beside.write_bytes(content)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


@lru_cache(maxsize=256)
def _sweep(folder: Path) -> None:
    """Takes away what a process that was killed has left in `folder`; once a process, for a batch writes
    thousands of files into one."""
    with suppress(OSError):
        for left in folder.glob(UNFINISHED.format(id="*")):
            if time.time() - left.stat().st_mtime > ABANDONED:
                left.unlink()


def why(trouble: OSError) -> str:
    """What the system says of `trouble`, in the user's words where it is one of the usual ones."""
    known = {
        errno.ENOSPC: _("磁盘满了"),
        errno.EDQUOT: _("分给您的磁盘空间用完了"),
        errno.EFBIG: _("磁盘放不下这么大的文件"),
        errno.EROFS: _("这个盘是只读的"),
        errno.EIO: _("磁盘读写出错"),
        errno.ENAMETOOLONG: _("文件名太长"),
        errno.EACCES: _("没有权限"),
        errno.EPERM: _("没有权限"),
    }
    return known.get(trouble.errno or 0) or trouble.strerror or str(trouble)


def opened_by(path: Path) -> str:
    """The program in which the file at `path` is open, by what that puts beside it; empty where none does."""
    for program, mark in OWNERS:
        for rest in (path.name, path.name[1:], path.name[2:]):
            if path.with_name(mark.format(name=path.name, rest=rest)).is_file():
                return program
    return ""


def visible(folder: Path, suffixes: Collection[str]) -> list[Path]:
    """The files in `folder` (none where it is not there) that end in one of `suffixes`, by name; not those
    that programs put beside an open one."""
    return [
        path
        for path in sorted(folder.iterdir() if folder.is_dir() else ())
        if path.suffix.lower() in suffixes and path.is_file() and not path.name.startswith(HIDDEN)
    ]


def within(folder: Path, name: str, place: Place | None) -> Path:
    """The path of `name` in or below `folder`, whether there is a file or not; raises `DocgenError` (FIL-002)
    where it is outside."""
    path = Path(name.replace("\\", "/"))
    inside = not (path.is_absolute() or ":" in name or ".." in path.parts)
    found = folder / path
    if not inside or not _stays_in(folder, found):
        sentence, hint = _("文件只能放在计划所在的文件夹里"), _("把文件复制到计划旁边，只写文件名")
        raise DocgenError(error("FIL-002", sentence, place, excerpt=name, hint=hint))
    return found


def _stays_in(folder: Path, path: Path) -> bool:
    """Whether `path`, whatever it is linked to, lies in `folder`, or is nowhere."""
    try:
        return not path.exists() or path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):  # a name that no system takes, links in a circle
        return True


def is_file(path: Path) -> bool:
    """Whether there is a file at `path`; none is there by a name that no system takes."""
    try:
        return path.is_file()
    except OSError:
        return False


def beside(folder: Path, name: str, place: Place | None) -> Path:
    """The file `name` in or below `folder`; raises `DocgenError` where it is outside (FIL-002) or not
    there (FIL-001)."""
    found = within(folder, name, place)
    if not is_file(found):
        sentence = _("找不到文件“{name}”").format(name=name)
        hint = _("检查文件名和扩展名；文件要放在计划旁边：{folder}").format(folder=folder)
        raise DocgenError(error("FIL-001", sentence, place, excerpt=name, hint=hint))
    return found
