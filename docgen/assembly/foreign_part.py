"""A .docx of any origin → a part of a book, through docxcompose: page, headers, footers, styles, lists and
pictures are its own."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from docgen.assembly import (
    apart,
    foreign_around,
    foreign_outline,
    lead,
    levelled,
    opc,
    part,
    sections,
    tidied,
)
from docgen.assembly.entries import Entry, Levels
from docgen.assembly.foreign_around import Around
from docgen.assembly.foreign_outline import Outline
from docgen.assembly.part import Part
from docgen.assembly.shell import shell
from docgen.formats import PageFormat
from docgen.i18n import _
from docgen.problems import CannotRead, DocgenError, Place, Problem, error
from docgen.word import foreign, foreign_check, foreign_sections
from docgen.word.child_order import W

DOCX = ".docx"
TIDIED = ("styles.xml", "numbering.xml")


def joined(
    path: Path, title: str, number: int, levels: Levels, format: PageFormat
) -> tuple[Part, list[Problem]]:
    """The part with the `number` that the Word file at `path` is in a book of the page format `format`, under
    the `title` (empty: the one it has). Raises `DocgenError` (ASM-010) where it cannot be joined,
    `NotInstalled` without LibreOffice where that has to make a .docx of it."""
    try:
        data = path.read_bytes()
    except OSError as fault:
        hint = _("先关掉打开着的文件，看看自己有没有权限读它")
        raise DocgenError(_refused(path, fault.strerror or str(fault), "", hint)) from fault
    if path.suffix.lower() != DOCX:
        from docgen.reader.convert import to_docx

        data = to_docx(data, path.suffix.lower(), str(path))
    faults = foreign_check.check(data, path.name)
    if faults:
        raise DocgenError([_refused(path, fault.message, fault.excerpt, fault.hint) for fault in faults])
    try:
        outline = foreign_outline.outline(data, path, title, levels)
        return _joined(data, outline, number, levels, format), outline.problems
    except CannotRead as fault:
        raise DocgenError(
            [_refused(path, one.message, one.excerpt, one.hint) for one in fault.problems]
        ) from fault
    except Exception as fault:
        # Foreign files break the libraries in ways that cannot be listed; none may end in a traceback.
        hint = _("用Word或WPS打开后另存为一个新的 .docx 文件，再试一次")
        detail = f"{type(fault).__name__}: {fault}"
        raise DocgenError(_refused(path, _("文件读不出来"), detail, hint)) from fault


def _refused(path: Path, reason: str, excerpt: str, hint: str) -> Problem:
    sentence = _("“{name}”收不进来：{reason}").format(name=path.name, reason=reason)
    return error("ASM-010", sentence, Place(str(path)), excerpt=excerpt, hint=hint)


def _joined(data: bytes, outline: Outline, number: int, levels: Levels, format: PageFormat) -> Part:
    from docx import Document
    from docxcompose.composer import Composer

    composer, theirs = Composer(Document(io.BytesIO(shell(format)))), Document(io.BytesIO(data))
    levelled.mark(theirs.element.body, outline)
    tidied.tidy(_roots(theirs))
    around = foreign_around.around(theirs, part.tells_sides_apart(theirs.settings.element))
    foreign.prepare(composer, theirs, number, around.roots)
    _bind(composer, theirs, around, format)
    body = composer.doc.element.body
    levelled.lower(composer.doc.part.styles.element, number)
    entries = levelled.entries(body, number, levels)
    package = opc.read(foreign.packed(composer.doc))
    one = _part(package, number, entries, around.sided_in(format))
    return lead.titled(one, outline.title, number, levels)


def _roots(document: Any) -> list[Any]:
    """The XML of the text, the styles and the lists of a python-docx document."""
    inside = (one.target_part for one in document.part.rels.values() if not one.is_external)
    parsed = [one.element for one in inside if one.partname.endswith(TIDIED) and hasattr(one, "element")]
    return [document.element, *parsed]


def _bind(composer: Any, theirs: Any, around: Around, format: PageFormat) -> None:
    """Puts the text of `theirs` in the place of that of our empty document, in its own sections."""
    own = foreign_sections.take_out(theirs.element.body)
    body = composer.doc.element.body
    for element in list(body)[:-1]:
        body.remove(element)
    elements = foreign.insert(composer, theirs, 0)
    made = foreign_around.kept(composer, own, around, format)
    foreign_sections.begin_page(made[0])
    for element in elements:
        for paragraph in element.iter(f"{W}p"):
            at = paragraph.attrib.pop(foreign_sections.MARK, None)
            if at is not None:
                foreign_sections.end_section(paragraph, made[int(at)])
    body.replace(body[-1], made[-1])
    apart.end(body)


def _part(package: opc.Package, number: int, entries: Sequence[Entry], two_sided: bool) -> Part:
    """The part in `package`, whose last section also ends in its last paragraph."""
    body, _last = sections.split(package.text(opc.DOCUMENT))
    styles = part.inside(package.text(package.related("styles")))
    own = re.findall(rf'<w:style (?:(?!</w:style>).)*?w:styleId="A{number}-.*?</w:style>', styles, re.DOTALL)
    return Part(
        package,
        body,
        tuple(entries),
        "".join(own),
        part.inside(package.text(package.related("numbering"))),
        part.declared_notes(package, package.related("footnotes")),
        two_sided,
    )
