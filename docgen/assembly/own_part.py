"""A plan → a part of a book: built as it is built alone, then marked for the book."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.assembly import lead, opc, part, sections
from docgen.assembly.entries import Levels
from docgen.assembly.marking import marked
from docgen.assembly.part import Part
from docgen.document import Paper
from docgen.formats import PageFormat
from docgen.made import wants_even_page
from docgen.problems import Problem
from docgen.word.furniture import is_two_sided

if TYPE_CHECKING:
    from docgen.pipeline import Result


def built(path: Path, number: int, levels: Levels, format: PageFormat) -> tuple[Part, list[Problem]]:
    """The part with the `number` that the plan at `path` makes in a book of the page format `format`, and
    what was told of it. Raises `DocgenError` with all that is wrong with the plan."""
    from docgen import pipeline
    from docgen.made import Document

    result = pipeline.run(path)
    return made(Document(result).to_bytes(), result, number, levels, format), list(result.problems)


def made(docx: bytes, result: Result, number: int, levels: Levels, format: PageFormat) -> Part:
    """The part that `docx`, made of `result`, is in a book of the page format `format`."""
    package = opc.read(docx)
    body, section = sections.split(package.text(opc.DOCUMENT))
    text = marked(body, result.numbered, number, levels)
    one = Part(
        package,
        text.body,
        text.entries,
        numbering=_untied(package.text(package.related("numbering"))),
        notes=part.own_notes(package.text(package.related("footnotes"))),
        two_sided=is_two_sided(result.format),
        marked=bool(result.numbered.references) or _has_foreign(result),
        on_front=wants_even_page(result.numbered.paper, result.format),
    )
    if not any(entry.level == levels.first for entry in text.entries):
        one = lead.titled(one, _mark(result.numbered.paper), number, levels)
    if result.format == format and not _has_foreign(result):
        return one._replace(body=sections.ended(one.body, section))
    from docgen.assembly.apart import with_own_look

    return with_own_look(one, section, number, levels)


@lru_cache(maxsize=64)
def _untied(numbering: str) -> str:
    """The lists in a numbering.xml, which count no style by themselves."""
    return part.TIE.sub("", part.inside(numbering))


def _mark(paper: Paper) -> str:
    """What an order or minutes are called, whose mark stands for the title (GB/T 9704 10.2, 10.3)."""
    title, head = "".join(paper.title), paper.letterhead
    if head is None:
        return title or paper.organ
    return (title or "".join([*head.organs, head.suffix])) + head.document_number


def _has_foreign(result: Result) -> bool:
    return any(one.foreign is not None for one in result.numbered.paper.attachments)
