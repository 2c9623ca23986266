"""Files that only LibreOffice reads (.doc, .wps, .odt, .rtf) → .docx."""

from __future__ import annotations

import tempfile
from pathlib import Path

from docgen.i18n import _
from docgen.libreoffice import find_soffice, run_soffice
from docgen.problems import CannotRead, DocgenError, NotInstalled, Place, error

TIMEOUT = 60.0


def to_docx(data: bytes, suffix: str, file: str) -> bytes:
    """The .docx that LibreOffice makes of `data`, a file with this `suffix`. Raises `NotInstalled` without
    LibreOffice (RDR-020), `CannotRead` where it makes none of it (RDR-021)."""
    try:
        program = find_soffice()
    except NotInstalled as absent:
        sentence = _("读{suffix}文件要用LibreOffice，这台电脑没有").format(suffix=suffix)
        hint = _("装上LibreOffice；或者用Word、WPS打开，另存为.docx")
        raise NotInstalled(error("RDR-020", sentence, Place(file), hint=hint)) from absent
    with tempfile.TemporaryDirectory(prefix="docgen-", ignore_cleanup_errors=True) as folder:
        work = Path(folder)
        # apart from where the result goes, which has the same name when a .docx is read anew
        (work / "given").mkdir()
        (work / "given" / f"in{suffix}").write_bytes(data)
        try:
            said = run_soffice(
                program, work, "docx:MS Word 2007 XML", f"given/in{suffix}", TIMEOUT, Place(file)
            )
        except DocgenError as slow:
            raise CannotRead(slow.problems) from slow
        made = work / "in.docx"
        if not made.is_file():
            sentence = _("LibreOffice读不了这个文件：它损坏了，或者设了打开密码")
            hint = _("用Word或WPS打开，去掉密码，另存为.docx")
            raise CannotRead(error("RDR-021", sentence, Place(file), excerpt=said[-200:], hint=hint))
        return made.read_bytes()
