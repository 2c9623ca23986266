"""A paper that was made of a plan or read from a file, ready to be written in any kind of file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docgen.i18n import _
from docgen.problems import Problem

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

    from docgen.document import Paper
    from docgen.formats import PageFormat
    from docgen.numbering import NumberedPaper
    from docgen.pipeline import Result
    from docgen.source.values import Record

KINDS = ("docx", "pdf", "md", "txt", "ics", "xlsx")


class Document:
    """A paper, ready to be written; made by `render` of a plan, by `read` of a file."""

    def __init__(self, result: Result) -> None:
        self._result = result

    @property
    def paper(self) -> Paper:
        """The typed tree of the paper."""
        return self._result.numbered.paper

    @property
    def numbered(self) -> NumberedPaper:
        """The tree with its computed labels."""
        return self._result.numbered

    @property
    def format(self) -> PageFormat:
        """The page format it is set in."""
        return self._result.format

    @property
    def plan(self) -> Record:
        """The plan it was made of, its numbers and dates typed."""
        return self._result.plan

    @property
    def folder(self) -> Path:
        """The folder the plan's files lie in."""
        return self._result.folder

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The warnings met on the way; errors would have stopped `render`."""
        return self._result.problems

    def to_bytes(self, kind: str = "docx") -> bytes:
        """The file as bytes; `kind` is docx, pdf, md, txt, ics for the plan's events, or xlsx for its
        tasks and lists. The same paper gives the same .docx bytes. Raises `NotInstalled` without
        LibreOffice for pdf and for a colophon on an even page, without icalendar for ics and openpyxl
        for xlsx, `DocgenError` for a plan that has no calendar or no lists, `ValueError` for another
        kind."""
        if kind == "docx":
            return self._docx()
        if kind == "pdf":
            from docgen.writers import pdf

            return pdf.convert(self.to_bytes("docx"))
        if kind == "md":
            from docgen.writers import markdown

            return markdown.write(self.numbered).encode("utf-8")
        if kind == "txt":
            from docgen.writers import text

            return text.write(self.numbered).encode("utf-8")
        if kind == "ics":
            from docgen.writers import ics

            return ics.write(self.plan, self.folder)
        if kind == "xlsx":
            from docgen.writers import xlsx

            return xlsx.write(self.plan)
        raise ValueError(_("不会写“{kind}”，可以写：{kinds}").format(kind=kind, kinds="、".join(KINDS)))

    def _docx(self) -> bytes:
        if wants_even_page(self.paper, self.format):
            from docgen import even_page

            return even_page.write(self.numbered, self.format)
        from docgen import word

        return word.write(self.numbered, self.format)

    def save(self, path: str | Path) -> Path:
        """Writes the file whose suffix names the kind, and gives its path. The file appears whole
        or not at all."""
        from docgen.files import write_whole

        target = Path(path)
        write_whole(target, self.to_bytes(target.suffix.lstrip(".").lower()))
        return target

    def to_docx(self) -> WordDocument:
        """The paper as a python-docx `Document`, to go on with."""
        import io

        import docx

        return docx.Document(io.BytesIO(self.to_bytes("docx")))


def wants_even_page(paper: Paper, format: PageFormat) -> bool:
    """Whether the colophon has to stand on an even page, for which the pages must be counted."""
    colophon = paper.colophon
    if colophon is None:
        return False
    return format.colophon.even if colophon.even is None else colophon.even
