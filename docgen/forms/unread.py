"""What lies among the forms that were handed in and cannot be read as one: nothing is passed over unsaid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from docgen.files import visible
from docgen.i18n import _
from docgen.problems import Place, Problem, error

OTHER_KINDS = (".doc", ".wps", ".odt", ".rtf", ".dotx", ".dot", ".xls", ".et", ".ods")
PRINTED = (".pdf", ".ofd")
PACKED = (".zip", ".rar", ".7z")
HANDED_IN = (*OTHER_KINDS, *PRINTED, *PACKED)


def unread(folder: Path, read: Sequence[Path]) -> Iterator[tuple[str, Problem]]:
    """The files in `folder` that someone handed in and nobody can read as a form, each with what is told of
    it (FRM-013). What is printed of one of the files that are `read` stands beside it with its name."""
    stems = {path.stem for path in read}
    for path in visible(folder, HANDED_IN):
        suffix = path.suffix.lower()
        if suffix not in PRINTED or path.stem not in stems:
            sentence = _("“{name}”没有读，这种文件不能当填报表").format(name=path.name)
            yield path.name, error("FRM-013", sentence, Place(str(path)), hint=_hint(suffix))


def _hint(suffix: str) -> str:
    if suffix in PACKED:
        return _("先解压缩，把里面的填报表放进这个文件夹")
    if suffix in PRINTED:
        return _("请填报的人交填报表本身，不是打印或者扫描出来的")
    return _("请填报的人用原来发的 .docx 或 .xlsx 填写，保存时不换格式")
