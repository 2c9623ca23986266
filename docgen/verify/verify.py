"""A .docx or .pdf measured against a page format: what the file says, then what its pages show."""

from __future__ import annotations

import tempfile
from collections.abc import Collection
from pathlib import Path

from docgen.departures import departures
from docgen.formats import PageFormat, load
from docgen.i18n import _
from docgen.libreoffice import to_pdf
from docgen.problems import CannotRead, DocgenError, Place, error
from docgen.verify.pages.checks import CHECKS
from docgen.verify.pages.layout import Said, lay_out
from docgen.verify.pages.read import read
from docgen.verify.pages.required import required_by
from docgen.verify.png import draw
from docgen.verify.report import FILE, PAGE, Finding, Report, find, known, search

PARTS = (FILE, PAGE)


def verify(
    path: Path,
    format: PageFormat | None = None,
    *,
    require: Collection[str] = (),
    png: Path | None = None,
    parts: Collection[str] = PARTS,
) -> Report:
    """Measures `path` against `format`, the standard's where there is none.

    `parts`: what is measured, the settings in a .docx ("file"), its pages ("page"); a .pdf has pages
    only. `require` names checks of the page that fail where their subject is absent; `png` is a folder
    for pictures of the pages. A .docx whose pages cannot be laid out (LibreOffice or pdfplumber are
    not there, or the layout fails) is reported without them, `Report.stopped` tells why. Raises
    `CannotRead`, `NotInstalled` and `DocgenError` where nothing can be measured.
    """
    known(require, (check.id for check in CHECKS))
    held = format or load()
    content = _content(path)
    is_docx = path.suffix.lower() == ".docx"
    found = _in_file(content, path, held) if is_docx and FILE in parts else ()
    pages, stopped = 0, None
    if PAGE in parts or not is_docx:
        try:
            pages, shown = _on_pages(path, content, held, require, png)
            found += shown
        except CannotRead:
            raise
        except DocgenError as fault:
            if not found:
                raise
            stopped = fault
    return Report(str(path), pages, found, held.name, tuple(departures(held)), stopped)


def _in_file(docx: bytes, path: Path, format: PageFormat) -> tuple[Finding, ...]:
    from docgen.ooxml.read import read as parts_of
    from docgen.verify.file.checks import SURVEYS
    from docgen.verify.file.gather import gather

    return search(SURVEYS, gather(parts_of(docx, str(path)), format))


def _on_pages(
    path: Path, content: bytes, format: PageFormat, require: Collection[str], png: Path | None
) -> tuple[int, tuple[Finding, ...]]:
    """How many pages there are, and what they show."""
    with tempfile.TemporaryDirectory(prefix="docgen-", ignore_cleanup_errors=True) as folder:
        pdf = Path(folder) / "pages.pdf"
        is_docx = path.suffix.lower() == ".docx"
        pdf.write_bytes(to_pdf(content, name=str(path)) if is_docx else content)
        pages = read(pdf)
        said = _said(content, path) if is_docx else ()
        found = find(CHECKS, lay_out(pages, required_by(format), said), require)
        if png is not None:
            draw(pdf, png, [(finding.problem, box) for finding in found for box in finding.boxes])
    return len(pages), found


def _said(docx: bytes, path: Path) -> tuple[Said, ...]:
    from docgen.ooxml.read import read as parts_of
    from docgen.verify.file.said import said

    return said(parts_of(docx, str(path)).document)


def _content(path: Path) -> bytes:
    if path.suffix.lower() not in (".docx", ".pdf"):
        raise CannotRead(error("PAG-003", _("只能测量 .docx 或 .pdf"), Place(str(path))))
    try:
        return path.read_bytes()
    except OSError as reason:
        raise CannotRead(
            error("PAG-003", _("读不了这个文件"), Place(str(path)), excerpt=str(reason))
        ) from reason
