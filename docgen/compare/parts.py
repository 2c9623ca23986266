"""What a text comes to for comparing: its parts, each with what counts of it.

Numbers do not count (they follow from what stands before), nor blanks, nor whether a mark is written in
its half-width or its full-width form.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from docgen.i18n import _
from docgen.problems import Place
from docgen.recognise.names import names
from docgen.recognised import HEADING, NOTE, PEOPLE, PICTURE, TABLE, Part, Recognised

TITLE, FOOTNOTE, CONTENTS = "title", "footnote", "contents"
MARKS = str.maketrans({"．": ".", "﹒": "."})


class Piece(NamedTuple):
    """A part of one version: its kind (a type of `recognised`, a note's name, or TITLE), its words, what
    counts of them, the section it stands in and its number there, its layer, its place."""

    kind: str
    words: str
    counts: str
    section: str
    label: str
    layer: int
    place: Place | None


def pieces(recognised: Recognised) -> list[Piece]:
    """The parts of a recognised file in their order, the title first; a table gives a piece a row, people
    one a role."""
    place = recognised.title_lines[0].place if recognised.title_lines else None
    title = "".join(recognised.title)
    found = [Piece(TITLE, title, plain(title), "", "", 0, place)]
    way: list[str] = [""] * 7
    for part in recognised.parts:
        if part.type == HEADING:
            way[part.layer or 1 :] = [_named(part)] + [""] * (6 - (part.layer or 1))
        section = " ".join(filter(None, way[1:3]))
        if part.note != CONTENTS:  # which follow from the headings
            found.extend(_of(part, section))
            found.extend(_footnotes(part, section))
    return found


def _named(part: Part) -> str:
    return (part.correct or part.label) + (part.head or part.text).rstrip("。：:.")


def _of(part: Part, section: str) -> Iterator[Piece]:
    if part.type == TABLE:
        for row in filter(any, part.rows):
            words = " │ ".join(" ".join(cell.split()) for cell in row)
            yield Piece(TABLE, words, plain(words), section, "", 0, part.place)
    elif part.type == PEOPLE:
        for entry in part.entries:
            words = f"{entry.role}：{'、'.join(map(_joined, names(entry.value)))}"
            yield Piece(PEOPLE, words, plain(words), section, "", 0, entry.line.place)
    else:
        kind = part.note if part.type == NOTE else part.type
        words = part.text if part.layer or not part.label else part.label + part.text
        counts = plain(words)
        if part.picture:
            counts += hashlib.sha256(part.picture.data).hexdigest()
        yield Piece(kind, words, counts, section, part.correct, part.layer, part.place)


def _joined(name: str) -> str:
    return " ".join(name.split())


def _footnotes(part: Part, section: str) -> Iterator[Piece]:
    cells = [line for row in part.grid.rows for cell in row for line in cell.lines] if part.grid else []
    for line in (*part.lines, *cells):
        for note in line.notes:
            yield Piece(FOOTNOTE, note.text, plain(note.text), section, "", 0, line.place)


def plain(text: str) -> str:
    """What counts of a text."""
    wide = "".join(chr(ord(one) - 0xFEE0) if "！" <= one <= "～" else one for one in text)
    return "".join(unicodedata.normalize("NFC", wide).translate(MARKS).split())


def called(kind: str) -> str:
    """What a kind of part is called."""
    names = {
        TITLE: _("文件标题"),
        "heading": _("标题"),
        "item": _("条目"),
        "paragraph": _("正文"),
        TABLE: _("表格的行"),
        PEOPLE: _("名单"),
        "signature": _("署名"),
        "date": _("成文日期"),
        "addressee": _("主送"),
        "attachment": _("附件说明"),
        "attachment_mark": _("附件序号"),
        "attachment_title": _("附件标题"),
        "caption": _("图表题名"),
        "remark": _("备注"),
        "annotation": _("附注"),
        "document_number": _("发文字号"),
        "signers": _("签发人"),
        "copies": _("抄送"),
        "printer": _("印发机关"),
        PICTURE: _("图片"),
        FOOTNOTE: _("脚注"),
    }
    return names.get(kind, _("文字"))
