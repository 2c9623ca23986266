"""A .docx or .pdf measured against a page format."""

from __future__ import annotations

import tempfile
from collections.abc import Collection
from pathlib import Path

from docgen.formats import PageFormat, load
from docgen.i18n import _
from docgen.problems import CannotRead, Place, error
from docgen.verify.pages import area, numbers, text
from docgen.verify.pages.layout import lay_out
from docgen.verify.pages.read import read
from docgen.verify.pages.required import required_by
from docgen.verify.png import draw
from docgen.verify.render import to_pdf
from docgen.verify.report import Report, find

CHECKS = area.CHECKS + text.CHECKS + numbers.CHECKS


def verify(
    path: Path,
    format: PageFormat | None = None,
    *,
    require: Collection[str] = (),
    png: Path | None = None,
) -> Report:
    """Measures the pages of `path` against `format`, the standard's where there is none.

    `require` names checks that fail where their subject is absent; `png` is a folder for pictures
    of the pages. Raises `CannotRead`, `NotInstalled` (LibreOffice, pdfplumber, pdftoppm),
    `DocgenError` when the layout fails.
    """
    with tempfile.TemporaryDirectory(prefix="docgen-", ignore_cleanup_errors=True) as folder:
        pdf = _as_pdf(path, Path(folder))
        pages = read(pdf)
        if png is not None:
            draw(pdf, png)
    layout = lay_out(pages, required_by(format or load()))
    return Report(str(path), len(pages), find(CHECKS, layout, require))


def _as_pdf(path: Path, folder: Path) -> Path:
    suffix = path.suffix.lower()
    if suffix not in (".docx", ".pdf"):
        raise CannotRead(error("PAG-003", _("只能测量 .docx 或 .pdf"), Place(str(path))))
    try:
        content = path.read_bytes()
    except OSError as reason:
        raise CannotRead(
            error("PAG-003", _("读不了这个文件"), Place(str(path)), excerpt=str(reason))
        ) from reason
    pdf = folder / "pages.pdf"
    pdf.write_bytes(content if suffix == ".pdf" else to_pdf(content, name=str(path)))
    return pdf
