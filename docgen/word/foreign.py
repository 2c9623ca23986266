"""Foreign .docx files as attachments: their content joined into our document where it belongs.

Our own writer leaves a slot for each (`slot`); `append` fills the slots. A foreign file keeps its page
size and margins, styles, numbering, tables and pictures; headers, footers and page numbers are ours
(GB/T 9704 7.3.7: an attachment is bound with the text and its pages are numbered on).
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any, NamedTuple

from docgen.document import Attachment
from docgen.problems import DocgenError, stop_on_errors
from docgen.word import archive, foreign_sections, foreign_styles
from docgen.word.child_order import W
from docgen.word.foreign_sections import Models

BEGIN = "docgen-attachment"
END = "docgen-attachment-end"
DEPENDENT = ("commentRangeStart", "commentRangeEnd", "commentReference", "lvlPicBulletId", "dataBinding")
"""Refer to parts that are not taken over."""

UNSAFE = ("{http://schemas.microsoft.com/office/word/2010/wordml}", "paraId", "textId")


def slot(number: int, heading: str) -> str:
    """Where attachment `number` goes: `heading` is what our writer sets before it (附件1 and its
    title). Stands between whole paragraphs of the body."""
    return f"<?{BEGIN} {number}?>{heading}<?{END} {number}?>"


def examine(attachments: Sequence[Attachment]) -> bool:
    """Whether one of the foreign files among `attachments` has landscape pages.

    Raises `DocgenError` (FIL-020 to FIL-027) with all that speaks against joining them.
    """
    files = [one for one in attachments if one.foreign is not None]
    if not files:
        return False
    from docgen.word import foreign_check

    stop_on_errors(
        problem for one in files for problem in foreign_check.check(one.foreign or b"", one.name, one.place)
    )
    return any(foreign_check.has_landscape(one.foreign or b"") for one in files)


def append(docx: bytes, attachments: Sequence[Attachment], upright: str, landscape: str) -> bytes:
    """`docx` with the `foreign` bytes of those `attachments` that have any in the slots of their
    numbers (from 1).

    `upright` and `landscape` are our section properties (w:sectPr), whose headers and footers the
    foreign pages get. The files have passed `examine`. The same input gives the same bytes. Raises
    `DocgenError` (FIL-028) for a file that cannot be joined.
    """
    from docx import Document
    from docxcompose.composer import Composer

    composer = Composer(Document(io.BytesIO(docx)))
    models = foreign_sections.models(upright, landscape)
    for number, attachment in enumerate(attachments, 1):
        if attachment.foreign is not None:
            _join(composer, number, attachment, models)
    return packed(composer.doc)


def _join(composer: Any, number: int, attachment: Attachment, models: Models) -> None:
    from docgen.word.foreign_check import unreadable

    try:
        _fill(composer, number, attachment.foreign or b"", models)
    except Exception as fault:
        # Foreign files break the libraries in ways that cannot be listed; none may end in a traceback.
        detail = f"{type(fault).__name__}: {fault}"
        raise DocgenError(unreadable(attachment.name, attachment.place, detail)) from fault


def _fill(composer: Any, number: int, data: bytes, models: Models) -> None:
    from docx import Document

    foreign = Document(io.BytesIO(data))
    body = composer.doc.element.body
    begin, end = (_mark(body, name, number) for name in (BEGIN, END))
    prepare(composer, foreign, number)
    sections = foreign_sections.take_out(foreign.element.body)
    elements = insert(composer, foreign, body.index(end) + 1)
    foreign_sections.put_back(body, begin, elements, sections, models)
    for mark in (begin, end):
        body.remove(mark)


def _mark(body: Any, name: str, number: int) -> Any:
    return next(mark for mark in body.xpath(f"processing-instruction('{name}')") if mark.text == str(number))


def prepare(composer: Any, foreign: Any, number: int, around: Sequence[Any] = ()) -> None:
    """Makes `foreign` self-contained and free of names that are ours; `around` are the roots of its
    headers and footers that are kept."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.oxml import serialize_part_xml
    from docx.oxml import parse_xml

    _fix_properties(foreign)
    text, styles = foreign.part.element, foreign.part.styles.element
    theme, notes, numbering = (
        _related(foreign.part, kind)
        for kind in (RELATIONSHIP_TYPE.THEME, RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.NUMBERING)
    )
    themes, notes_root = (parse_xml(part.blob) if part is not None else None for part in (theme, notes))
    lists = numbering.element if numbering is not None else None
    roots = [text, *around] if notes_root is None else [text, notes_root, *around]
    for root in (*roots, styles, *([] if lists is None else [lists])):
        _cleanse(root)
        _drop_unknown_lists(root, lists)
    foreign_styles.detach(styles, roots, lists, themes, number)
    if notes_root is not None:
        notes._blob = serialize_part_xml(notes_root)
    _bookmarks(composer.doc.element.body, text.body, number)


def _related(part: Any, kind: str) -> Any:
    """The part that `part` refers to as its theme, notes or lists, None where it has none."""
    inside = (rel for rel in part.rels.values() if not rel.is_external)
    return next((rel.target_part for rel in inside if rel.reltype == kind), None)


def _fix_properties(foreign: Any) -> None:
    """Turns fields that print a property of the foreign document into their text."""
    from docxcompose.properties import CustomProperties

    properties = CustomProperties(foreign)
    for name in properties.keys():  # noqa: SIM118  (not a mapping)
        properties.dissolve_fields(name)


def _cleanse(root: Any) -> None:
    for element in list(root.iter(*(f"{W}{name}" for name in DEPENDENT))):
        element.getparent().remove(element)
    for identity in list(root.iter(f"{W}sdtPr")):
        for own in identity.findall(f"{W}id"):
            identity.remove(own)
    namespace, *names = UNSAFE
    for element in root.iter(f"{W}p", f"{W}tr"):
        for name in names:
            element.attrib.pop(namespace + name, None)


def _drop_unknown_lists(root: Any, numbering: Any) -> None:
    """Takes out references to lists that are not there: among ours they would mean one of ours."""
    known = set() if numbering is None else {num.get(f"{W}numId") for num in numbering.iter(f"{W}num")}
    for properties in list(root.iter(f"{W}numPr")):
        number = properties.find(f"{W}numId")
        if number is not None and number.get(f"{W}val") not in known | {"0"}:
            properties.getparent().remove(properties)


def _bookmarks(ours: Any, theirs: Any, number: int) -> None:
    """Numbers the bookmarks of `theirs` on from ours, and renames those whose names we have too."""
    taken = {mark.get(f"{W}name") for mark in ours.iter(f"{W}bookmarkStart")}
    highest = max((int(mark.get(f"{W}id", "0")) for mark in ours.iter(f"{W}bookmarkStart")), default=0)
    renamed = {}
    for mark in theirs.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd"):
        mark.set(f"{W}id", str(int(mark.get(f"{W}id", "0")) + highest + 1))
        name = mark.get(f"{W}name")
        if name in taken:
            renamed[name] = f"{name[:30]}_A{number}"
            mark.set(f"{W}name", renamed[name])
    for field in theirs.iter(f"{W}instrText"):
        field.text = " ".join(renamed.get(word, word) for word in (field.text or "").split(" "))
    for link in theirs.iter(f"{W}hyperlink"):
        anchor = link.get(f"{W}anchor")
        if anchor in renamed:
            link.set(f"{W}anchor", renamed[anchor])


def insert(composer: Any, foreign: Any, index: int) -> list[Any]:
    """Copies styles and content of `foreign` into our document, content at `index` of its body."""
    from copy import deepcopy

    composer.reset_reference_mapping()
    for style in foreign.part.styles.element.iterchildren(f"{W}style"):
        copied = deepcopy(style)
        composer.doc.styles.element.append(copied)
        composer.add_numberings(foreign, copied)
    elements: list[Any] = []
    for element in foreign.element.body:
        if element.tag == f"{W}sectPr":
            continue
        copied = deepcopy(element)
        composer.doc.element.body.insert(index + len(elements), copied)
        elements.append(copied)
        composer.add_referenced_parts(foreign.part, composer.doc.part, copied)
        composer.add_numberings(foreign, copied)
        composer.add_images(foreign, copied)
        composer.add_diagrams(foreign, copied)
        composer.add_shapes(foreign, copied)
        composer.add_footnotes(foreign, copied)
    composer.renumber_docpr_ids()
    composer.renumber_nvpicpr_ids()
    return elements


def packed(document: Any) -> bytes:
    """The document's bytes with nothing in them that changes from run to run."""
    _settle_lists(document)
    parts = _Parts({})
    _write(document.part.package, parts)
    return archive.pack(archive.part(name, content) for name, content in sorted(parts.written.items()))


class _Parts(NamedTuple):
    """Stands for the archive that python-docx writes to: that would ask for the time, and fails where an
    empty battery says 1970."""

    written: dict[str, bytes]

    def write(self, name: Any, content: bytes) -> None:
        self.written[name.membername] = content


def _write(package: Any, target: _Parts) -> None:
    """Does what python-docx does to save `package`."""
    from docx.opc.pkgwriter import PackageWriter

    for part in package.parts:
        part.before_marshal()
    writer: Any = PackageWriter  # has no types
    writer._write_content_types_stream(target, package.parts)
    writer._write_pkg_rels(target, package.rels)
    writer._write_parts(target, package.parts)


def _settle_lists(document: Any) -> None:
    """docxcompose draws the nsid of copied lists at random; counted they are as unique."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    for rel in document.part.rels.values():
        if rel.reltype == RELATIONSHIP_TYPE.NUMBERING:
            for number, nsid in enumerate(rel.target_part.element.iter(f"{W}nsid"), 1):
                nsid.set(f"{W}val", f"{number:08X}")
