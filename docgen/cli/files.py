"""Output files: none is overwritten unasked, and what cannot be written is told."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from docgen.cli.failures import WrongCall
from docgen.files import opened_by, why, write_whole
from docgen.i18n import _
from docgen.problems import Place, Problem, error


def refuse_to_overwrite(paths: Iterable[Path], *, source: Path | None, force: bool) -> None:
    """Raises `WrongCall` when one of `paths` exists and `force` is off, or is the `source` itself."""
    problems = []
    for path in paths:
        if source is not None and _same_file(path, source):
            sentence = _("输出文件就是输入文件，不能写在自己身上")
            problems.append(error("CLI-003", sentence, Place(str(path)), hint=_("用 -o 换一个文件名")))
        elif path.exists() and not force:
            problems.append(
                error(
                    "CLI-002",
                    _("文件已经有了，没有覆盖它"),
                    Place(str(path)),
                    hint=_("用 -o 换一个文件名；确实要覆盖就加上 --force"),
                )
            )
    if problems:
        raise WrongCall(problems)


def write(path: Path, content: bytes) -> None:
    """Writes `content` whole or not at all; raises `WrongCall` where it cannot be written."""
    try:
        write_whole(path, content)
    except OSError as trouble:
        raise WrongCall(_cannot_write(path, trouble)) from trouble


def write_all(contents: Sequence[tuple[Path, bytes]]) -> None:
    """Writes all files or none: where one cannot be written, the others become again what they were.
    Raises `WrongCall`."""
    before: list[tuple[Path, bytes | None]] = []
    try:
        for path, content in contents:
            before.append((path, path.read_bytes() if path.is_file() else None))
            write(path, content)
    except WrongCall:
        for path, old in before[:-1]:
            _restore(path, old)
        raise


def _restore(path: Path, old: bytes | None) -> None:
    with suppress(OSError):
        if old is None:
            path.unlink(missing_ok=True)
        else:
            write_whole(path, old)


def _cannot_write(path: Path, trouble: OSError) -> Problem:
    sentence = _("文件写不进去：{reason}").format(reason=why(trouble))
    hint = _("换一个能写的文件夹和文件名")
    if isinstance(trouble, PermissionError):
        program = opened_by(path)
        sentence = (
            _("文件写不进去：它正在{program}里开着").format(program=program)
            if program
            else _("文件写不进去：没有权限，或者它正在Word、WPS里开着")
        )
        hint = _("先关掉打开着的文件，或者用 -o 换一个自己能写的文件夹")
    return error("CLI-004", sentence, Place(str(path)), hint=hint)


def _same_file(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return False


def names_a_folder(out: str) -> bool:
    """Whether `out` means a folder: it is one, ends like one, or has no suffix."""
    path = Path(out)
    return path.is_dir() or out.endswith(("/", os.sep)) or not path.suffix
