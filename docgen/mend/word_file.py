"""Edits in a .docx: only the paragraphs concerned change, in document.xml; every other byte stays."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from docgen.i18n import _
from docgen.mend import runs, splice
from docgen.mend.edits import Edit, by_line
from docgen.problems import CannotRead, error
from docgen.verify.file.values import W

MAIN = "word/document.xml"
Change = Callable[[Any, list[Edit]], list[Edit]]
"""Makes edits in a `w:p`; gives those that could not be made."""


def mended(data: bytes, wanted: Sequence[Edit]) -> tuple[bytes, list[Edit]]:
    """The .docx `data` with the edits made, and those that could not be. Raises `CannotRead` (MND-003)
    for a file whose main part cannot be changed."""
    xml, left = changed(data, by_line(wanted), runs.make)
    return replaced(data, {MAIN: xml}), left


def changed(data: bytes, rows: Mapping[int, list[Edit]], change: Change) -> tuple[bytes, list[Edit]]:
    """document.xml with the edits of each paragraph (numbered as the reader does) made by `change`."""
    xml, root = main(data)
    paragraphs = list(root.iter(W + "p"))
    left: list[Edit] = []
    for number, edits in rows.items():
        left += change(paragraphs[number - 1], edits)
    return splice.spliced(xml, root, rows.keys()), left


def main(data: bytes) -> tuple[bytes, Any]:
    """The bytes and the tree of document.xml."""
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        xml = archive.read(MAIN) if MAIN in archive.namelist() else b""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(xml, parser) if xml else None
    if root is None or root.tag != W + "document":
        hint = _("在Word里另存为普通的“Word 文档（.docx）”，再试一次")
        raise CannotRead(error("MND-003", _("这种.docx里的文字改不了"), hint=hint))
    return xml, root


def replaced(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The archive `data` with the contents of `parts`; new ones stand at its end. All else stays, order
    and times too."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            content = parts.get(info.filename)
            new.writestr(info, old.read(info) if content is None else content, info.compress_type)
        for name in parts.keys() - set(old.namelist()):
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            new.writestr(info, parts[name], zipfile.ZIP_DEFLATED)
    return out.getvalue()
