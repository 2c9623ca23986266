"""On which page each bookmark stands, measured where LibreOffice lays the book out."""

from __future__ import annotations

import ctypes
import json
import re
import tempfile
from pathlib import Path
from typing import Any

from docgen.i18n import _
from docgen.libreoffice import find_soffice, run_soffice
from docgen.problems import DocgenError, NotInstalled, error

TIMEOUT = 900.0  # seconds: a book of a thousand pages
OPTIONS = {
    "ExportBookmarksToPDFDestination": {"type": "boolean", "value": "true"},
    # Blank pages that a section begins behind are counted too.
    "IsSkipEmptyPages": {"type": "boolean", "value": "false"},
    "ReduceImageResolution": {"type": "boolean", "value": "true"},
}
NAME = re.compile(r"Toc(\d{9})$")


def pages(docx: bytes) -> dict[str, int]:
    """The page (from 1) of each bookmark of a table of contents. Raises `NotInstalled` without LibreOffice
    or the extra `verify`, `DocgenError` where the file could not be laid out."""
    try:
        import pypdfium2
    except ImportError:
        raise NotInstalled(
            error("PAG-002", _("缺少 pdfplumber，不能测量版面"), hint=_("运行 pip install pdfplumber"))
        ) from None
    document = pypdfium2.PdfDocument(_laid_out(docx))
    try:
        return _destinations(document)
    finally:
        document.close()


def _laid_out(docx: bytes) -> bytes:
    program = find_soffice()
    with tempfile.TemporaryDirectory(prefix="docgen-", ignore_cleanup_errors=True) as folder:
        work = Path(folder)
        (work / "in.docx").write_bytes(docx)
        to = f"pdf:writer_pdf_Export:{json.dumps(OPTIONS)}"
        said = run_soffice(program, work, to, "in.docx", TIMEOUT, None)
        pdf = work / "in.pdf"
        if not pdf.is_file():
            raise DocgenError(error("PAG-004", _("LibreOffice 没有排出这份文档"), excerpt=said[-400:]))
        return pdf.read_bytes()


def _destinations(document: Any) -> dict[str, int]:
    from pypdfium2 import raw

    found = {}
    for index in range(raw.FPDF_CountNamedDests(document.raw)):
        length = ctypes.c_long(0)
        raw.FPDF_GetNamedDest(document.raw, index, None, ctypes.byref(length))
        buffer = ctypes.create_string_buffer(length.value)
        destination = raw.FPDF_GetNamedDest(document.raw, index, buffer, ctypes.byref(length))
        name = NAME.search(buffer.raw.decode("utf-16-le").rstrip("\0"))
        if name and destination:
            found[f"_Toc{name[1]}"] = raw.FPDFDest_GetDestPageIndex(document.raw, destination) + 1
    return found
