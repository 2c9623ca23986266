"""版记 on an even page, so that it is on the outside of a paper printed on both sides (双页).

Which page the text ends on is known only when it is laid out; so LibreOffice is asked, and the
pages are then broken where that makes the colophon's even (GB/T 9704 7.4.1, 7.5).
"""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from docgen.formats import PageFormat
from docgen.i18n import _
from docgen.libreoffice import to_pdf
from docgen.numbering import NumberedPaper
from docgen.problems import NotInstalled, Problem
from docgen.verify.pages.read import read
from docgen.word import write as write_word

BELOW_TEXT, NEXT_PAGE, BEHIND_BLANK = 0, 1, 2
"""How many pages begin before the colophon."""


def write(numbered: NumberedPaper, format: PageFormat) -> bytes:
    """The paper as a .docx whose last page, with the colophon, is even.

    Where the text ends on an odd page it is the next one; where it ends on an even page without room
    for the colophon, the one behind a blank page. Lays the paper out twice. Raises `NotInstalled`
    without LibreOffice or the extra `verify`, and what `docgen.word.write` raises.
    """
    text = numbered._replace(paper=replace(numbered.paper, colophon=None))
    ends_odd = _pages(write_word(text, format)) % 2
    docx = write_word(numbered, format, NEXT_PAGE if ends_odd else BELOW_TEXT)
    return docx if _pages(docx) % 2 == 0 else write_word(numbered, format, BEHIND_BLANK)


def _pages(docx: bytes) -> int:
    with tempfile.TemporaryDirectory(prefix="docgen-", ignore_cleanup_errors=True) as folder:
        pdf = Path(folder) / "laid-out.pdf"
        try:
            pdf.write_bytes(to_pdf(docx))
            return len(read(pdf))
        except NotInstalled as reason:
            raise NotInstalled(map(_uncounted, reason.problems)) from None


def _uncounted(problem: Problem) -> Problem:
    message = _("版记要排在双页上，得先数页数：{reason}").format(reason=problem.message)
    hint = _("{hint}；不必排在双页上，就在“版记”里写“双页: 否”").format(hint=problem.hint)
    return replace(problem, message=message, hint=hint)
