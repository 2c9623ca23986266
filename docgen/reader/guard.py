"""What a file is before it is opened as a Word document: one, something else, or hostile.

Nothing is unpacked to disk; sizes are read from the archive's directory, beyond which `zipfile` inflates
nothing.
"""

from __future__ import annotations

import io
import zipfile

from docgen.damage import DAMAGE
from docgen.i18n import _
from docgen.problems import CannotRead, Place, Problem, error

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
MOST_BYTES = 40_000_000
"""Of a file as it lies on the disk."""
MOST_XML = 40_000_000
"""Of the texts in it, unpacked: their trees take several times as much memory."""
MOST_PARTS = 4000
MOST_RATIO = 200
SMALL = 10_000_000
"""An archive that unpacks to less is harmless whatever its ratio."""


def check(data: bytes, file: str) -> None:
    """Raises `CannotRead` where `data` is no .docx (RDR-002), an old or locked file (RDR-003, RDR-004), or
    too large to be a document (RDR-005)."""
    if data.startswith(OLE):
        raise CannotRead(_locked(file) if ENCRYPTED in data else _old(file))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            fault = _fault(archive, file)
    except DAMAGE as damage:
        raise CannotRead(broken(file, str(damage))) from damage
    if fault:
        raise CannotRead(fault)


def _fault(archive: zipfile.ZipFile, file: str) -> Problem | None:
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    whole = sum(entry.file_size for entry in entries)
    packed = max(1, sum(entry.compress_size for entry in entries))
    xml = sum(entry.file_size for entry in entries if entry.filename.endswith((".xml", ".rels")))
    if len(entries) > MOST_PARTS or xml > MOST_XML or (whole > SMALL and whole / packed > MOST_RATIO):
        return too_large(file)
    if any(entry.flag_bits & 1 for entry in entries):
        return _locked(file)
    if len(set(names)) != len(names):
        return broken(file, "")
    return None


def too_large(file: str) -> Problem:
    hint = _("查看是否选错了文件；把很长的文件分成几个再读")
    return error("RDR-005", _("文件过大，不会是一份公文"), Place(file), hint=hint)


def _locked(file: str) -> Problem:
    hint = _("用Word或WPS打开，去掉打开密码，另存为.docx")
    return error("RDR-004", _("文件设了打开密码，读不了"), Place(file), hint=hint)


def _old(file: str) -> Problem:
    hint = _("用Word或WPS打开，另存为“Word 文档（.docx）”；或者把扩展名改回.doc，装了LibreOffice就能读")
    return error("RDR-003", _("这是旧的.doc格式，扩展名却是.docx"), Place(file), hint=hint)


def broken(file: str, reason: str) -> Problem:
    hint = _("用Word或WPS能打开的话，另存为一个新的.docx文件")
    return error("RDR-002", _("这不是Word文档，或者已经损坏"), Place(file), excerpt=reason, hint=hint)
