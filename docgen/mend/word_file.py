"""Edits in a .docx: only the paragraphs concerned change, in document.xml; every other byte stays."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from docgen.i18n import _
from docgen.mend import runs, splice
from docgen.mend.edits import Edit, by_line
from docgen.ooxml.values import W
from docgen.problems import CannotRead, error
from docgen.reader.spans import fields_of

MAIN = "word/document.xml"
ENCODINGS = ("UTF-8", "utf-8", "ASCII", "US-ASCII")


def mended(data: bytes, wanted: Sequence[Edit]) -> tuple[bytes, list[Edit]]:
    """The .docx `data` with the edits made, and those that could not be. Raises `CannotRead` (MND-003)
    for a file whose main part cannot be changed."""
    xml, root = main(data)
    rows = by_line(wanted)
    left: list[Edit] = []
    for number, placed in paragraphs(root):
        if number in rows:
            left += runs.make(placed, rows[number])
    changed = {edit.line for edit in wanted if edit not in left}
    return replaced(data, {MAIN: splice.spliced(xml, root, changed)}), left


def paragraphs(root: Any) -> Iterator[tuple[int, list[runs.Placed]]]:
    """The text of each paragraph with its number, as the reader counts them."""
    fields = fields_of(root)
    for number, paragraph in enumerate(root.iter(W + "p"), 1):
        yield number, runs.placed(paragraph, fields)


def main(data: bytes) -> tuple[bytes, Any]:
    """The bytes and the tree of document.xml. Raises `CannotRead` (MND-003) where it is none whose bytes can
    be changed paragraph by paragraph: it stands elsewhere, is of the strict kind, or is no UTF-8."""
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        xml = archive.read(MAIN) if MAIN in archive.namelist() else b""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(xml, parser) if xml else None
    encoding = root.getroottree().docinfo.encoding if root is not None else ""
    if root is None or root.tag != W + "document" or encoding not in (None, *ENCODINGS):
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
