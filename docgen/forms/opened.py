"""A form as it came back, opened: hostile files refused, the mark read, the body parsed."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any, NamedTuple

from docgen.forms import marker
from docgen.i18n import _
from docgen.problems import CannotRead, Place, error
from docgen.reader import guard
from docgen.source.decode import read_bytes

BODY = "word/document.xml"
MACROS = ("vbaproject.bin", "vbadata.xml")
WITH_MACROS = (".docm", ".dotm")
FORMS = (".docx", ".dotx", *WITH_MACROS)
EMBEDDED = ("/embeddings/", "/activex/")
MOST_MARK = 100_000
"""Bytes of the properties that a form may have."""
LINKS = "hyperlink"
"""The only relationship that may lead outside: it loads nothing by itself."""


class Opened(NamedTuple):
    """The body of a form and the template that it was made of; None where the file is no form."""

    body: Any
    mark: marker.Mark | None


def open_form(path: Path) -> Opened:
    """Raises `CannotRead` for what is no .docx (RDR-…), has macros or embedded programs (FRM-001), loads
    something from elsewhere (FRM-002) or is damaged (RDR-002)."""
    from lxml import etree

    file = str(path)
    data = path.read_bytes() if path.is_file() else read_bytes(path, file)
    guard.check(data, file)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _refuse_programs(archive.namelist(), file)
            if path.suffix.lower() in WITH_MACROS:
                raise _has_programs(file, path.name)
            _refuse_links(archive, file)
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            return Opened(etree.fromstring(archive.read(BODY), parser), marker.found(archive))
    except (*guard.DAMAGE, KeyError, etree.XMLSyntaxError) as damage:
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
    except guard.DAMAGE:
        return False


def _refuse_programs(names: list[str], file: str) -> None:
    for name in names:
        low = name.lower()
        if low.endswith(MACROS) or any(folder in f"/{low}" for folder in EMBEDDED):
            raise _has_programs(file, name)


def _has_programs(file: str, name: str) -> CannotRead:
    sentence = _("填报表里有宏或者嵌入的程序，不读")
    hint = _("用原来发的空表重新填，不要带宏，不要嵌入别的文件")
    return CannotRead(error("FRM-001", sentence, Place(file), excerpt=name, hint=hint))


def _refuse_links(archive: zipfile.ZipFile, file: str) -> None:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    for name in archive.namelist():
        if not name.endswith(".rels"):
            continue
        for one in etree.fromstring(archive.read(name), parser):
            if one.get("TargetMode") == "External" and not str(one.get("Type")).endswith(LINKS):
                sentence = _("填报表要从别处取东西（外部链接），不读")
                hint = _("用原来发的空表重新填，不要插入链接到别处的图片、模板或对象")
                raise CannotRead(
                    error("FRM-002", sentence, Place(file), excerpt=str(one.get("Target")), hint=hint)
                )
