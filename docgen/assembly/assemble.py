"""BOOK.yaml → one document: a book of papers, or a plan whose chapters departments wrote."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docgen.assembly import book as books
from docgen.assembly.listed import alike, found
from docgen.problems import DocgenError, Problem, stop_on_errors

if TYPE_CHECKING:
    from docgen.made import Document

KINDS = ("docx", "pdf")
"""What a 汇编 can be written as; a 合编 is written as any plan is."""


class Assembled:
    """What a BOOK.yaml makes; made by `assemble`."""

    def __init__(self, content: bytes | Document, problems: list[Problem]) -> None:
        self._content = content
        self._problems = problems

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The warnings met on the way; errors would have stopped `assemble`."""
        return tuple(dict.fromkeys(self._problems))

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of file that it can be written as."""
        if isinstance(self._content, bytes):
            return KINDS
        return ("docx", "pdf", "md", "txt")

    def to_bytes(self, kind: str = "docx") -> bytes:
        """The file as bytes, of one of its `kinds`. Raises `NotInstalled` without LibreOffice for pdf,
        `ValueError` for another kind."""
        if kind not in self.kinds:
            raise ValueError(kind)
        if not isinstance(self._content, bytes):
            return self._content.to_bytes(kind)
        if kind == "docx":
            return self._content
        from docgen.assembly.measured import TIMEOUT
        from docgen.libreoffice import to_pdf

        return to_pdf(self._content, TIMEOUT)

    def save(self, path: str | Path) -> Path:
        """Writes the file whose suffix names the kind, whole or not at all, and gives its path."""
        from docgen.files import write_whole

        target = Path(path)
        write_whole(target, self.to_bytes(target.suffix.lstrip(".").lower()))
        return target


def assemble(path: str | Path, output: Path | None = None) -> Assembled:
    """What the BOOK.yaml at `path` makes. A folder among its parts is taken without the book itself and
    without the file `output`. The page numbers of the table of contents are measured with LibreOffice;
    where that cannot be done they are left to be filled in when the file is opened, which `problems` tell.

    Raises `CannotRead` where there is no such file, `DocgenError` with everything that is wrong with the
    book and with any of its parts."""
    book = books.read(Path(path))
    parts, problems = found(book, output)
    stop_on_errors(problems)
    if book.merged:
        from docgen.assembly import merged
        from docgen.made import Document

        result, told = merged.merged(book, parts)
        return Assembled(Document(result), [*book.problems, *problems, *told])
    from docgen.assembly import compendium

    bindable, told = compendium.ready(book, parts)
    problems = [*book.problems, *problems, *alike(parts), *told]
    try:
        docx, more = compendium.bound(bindable, _measure)
    except DocgenError as reason:
        docx, more = compendium.bound(bindable, None)
        more = [*more, *compendium.unmeasured(reason)]
    return Assembled(docx, [*problems, *more])


def _measure(docx: bytes) -> dict[str, int]:
    from docgen.assembly import measured

    return measured.pages(docx)
