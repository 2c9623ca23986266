"""A file → a manuscript, by what the file is."""

from __future__ import annotations

from pathlib import Path

from docgen.files import why
from docgen.i18n import _
from docgen.manuscript import Manuscript
from docgen.problems import CannotRead, Place, Problem, error
from docgen.reader.guard import MOST_BYTES, too_large

WORD = (".docx", ".docm", ".dotx", ".dotm")
TEXT = (".txt", ".md", ".markdown", ".text")
CONVERTED = (".doc", ".wps", ".odt", ".rtf", ".dot", ".wpt")
READABLE = (*WORD, *TEXT, *CONVERTED)


def read(path: str | Path) -> Manuscript:
    """What the file at `path` holds. Raises `CannotRead` for a file that is not there (RDR-001), not
    readable or hostile (RDR-002 to RDR-009), `NotInstalled` for one that only LibreOffice reads where
    there is none."""
    path = Path(path)
    suffix = path.suffix.lower()
    if suffix not in READABLE:
        raise CannotRead(_unknown(path))
    data = _bytes(path)
    if suffix in TEXT:
        from docgen.reader import text

        return text.read(data, str(path))
    if suffix in CONVERTED:
        from docgen.reader import convert

        data = convert.to_docx(data, suffix, str(path))
    return read_docx(data, str(path))


def read_docx(data: bytes, file: str) -> Manuscript:
    """What the .docx `data` holds, which problems shall call `file`. Raises `CannotRead`."""
    from docgen.reader import docx

    return docx.read(data, file)


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise CannotRead(_missing(path, _("这是文件夹，不是文件")))
        if path.stat().st_size > MOST_BYTES:
            raise CannotRead(too_large(str(path)))
        return path.read_bytes()
    except FileNotFoundError as fault:
        raise CannotRead(_missing(path, _("没有这个文件"))) from fault
    except OSError as fault:
        raise CannotRead(_missing(path, _("读不出这个文件：{reason}").format(reason=why(fault)))) from fault


def _missing(path: Path, sentence: str) -> Problem:
    hint = _("查看路径是否写对；文件正在Word或WPS里开着的，先关掉")
    return error("RDR-001", sentence, Place(str(path)), hint=hint)


def _unknown(path: Path) -> Problem:
    sentence = _("不会读“{suffix}”文件").format(suffix=path.suffix or path.name)
    hint = _("可以读：{kinds}").format(kinds="、".join(READABLE))
    return error("RDR-008", sentence, Place(str(path)), hint=hint)
