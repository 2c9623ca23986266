"""A form as it came back, opened: hostile files refused, the mark read, the body parsed."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any, NamedTuple

from docgen.damage import DAMAGE
from docgen.forms import hostile, marker
from docgen.i18n import _
from docgen.problems import CannotRead, Place, error
from docgen.reader import guard
from docgen.source.decode import read_bytes

BODY = "word/document.xml"
FORMS = (".docx", ".dotx", ".docm", ".dotm")
MOST_MARK = 100_000
"""Bytes of the properties that a form may have."""


class Opened(NamedTuple):
    """The body of a form and the template that it was made of; None where the file is no form."""

    body: Any
    mark: marker.Mark | None


def open_form(path: Path) -> Opened:
    """Raises `CannotRead` for what is no .docx (RDR-…), is hostile (FRM-001, FRM-002, FRM-011) or damaged
    (RDR-002)."""
    from lxml import etree

    file = str(path)
    data = path.read_bytes() if path.is_file() else read_bytes(path, file)
    guard.check(data, file)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            hostile.refuse(archive, file)
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            body = etree.fromstring(archive.read(BODY), parser)
            if body.getroottree().docinfo.internalDTD is not None:
                raise CannotRead(guard.broken(file, "DOCTYPE"))
            hostile.refuse_fields(body, file)
            return Opened(body, marker.found(archive))
    except (*DAMAGE, KeyError, etree.XMLSyntaxError) as damage:
        sentence = _("这不是Word文档，或者已经损坏")
        hint = _("用Word或WPS能打开的话，另存为一个新的.docx文件")
        raise CannotRead(error("RDR-002", sentence, Place(file), excerpt=str(damage), hint=hint)) from damage


def is_form(path: Path) -> bool:
    """Whether a file of Word bears the mark of a form; what cannot be read is none."""
    if path.suffix.lower() not in FORMS or not path.is_file():
        return False
    try:
        with zipfile.ZipFile(path) as archive:
            sizes = {entry.filename: entry.file_size for entry in archive.infolist()}
            small = sizes.get(marker.PART, MOST_MARK) < MOST_MARK
            return small and marker.ID.encode() in archive.read(marker.PART)
    except DAMAGE:
        return False
