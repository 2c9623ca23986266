"""Comments added to a .docx: the part that holds them, with its content type and its relationship."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

PART, TYPES, RELATIONS = "word/comments.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
MAIN_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
INITIALS = "dg"
ID = re.compile(rb'\bw:id="(\d+)"')
RELATION_ID = re.compile(rb'\bId="rId(\d+)"')
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NEW = f'{HEAD}<w:comments xmlns:w="{MAIN_NAMESPACE}"></w:comments>'


class Comment(NamedTuple):
    """A comment: its id, its lines, a paragraph each."""

    id: int
    lines: tuple[str, ...]


def first_free_id(data: bytes) -> int:
    """An id that no comment and no tracked change of the .docx has, nor any above it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        texts = [
            archive.read(name)
            for name in archive.namelist()
            if name.startswith("word/") and name.endswith(".xml")
        ]
    return max((int(match[1]) for text in texts for match in ID.finditer(text)), default=0) + 1


def added(data: bytes, comments: Sequence[Comment], author: str, date: str) -> dict[str, bytes]:
    """The parts of the .docx that change or come when `comments` are added."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = set(archive.namelist())
        read = {name: archive.read(name) for name in (PART, TYPES, RELATIONS) if name in names}
    own = "".join(_comment(one, author, date) for one in comments).encode("utf-8")
    parts = {PART: _before_end(read.get(PART, NEW.encode("utf-8")), b"comments", own)}
    if PART.encode() not in read[TYPES]:
        override = f'<Override PartName="/{PART}" ContentType="{CONTENT_TYPE}"/>'
        parts[TYPES] = _before_end(read[TYPES], b"Types", override.encode())
    if RELATIONSHIP.encode() not in read[RELATIONS]:
        number = max((int(match[1]) for match in RELATION_ID.finditer(read[RELATIONS])), default=0) + 1
        relation = f'<Relationship Id="rId{number}" Type="{RELATIONSHIP}" Target="comments.xml"/>'
        parts[RELATIONS] = _before_end(read[RELATIONS], b"Relationships", relation.encode())
    return parts


def _before_end(xml: bytes, name: bytes, text: bytes) -> bytes:
    """`xml` with `text` before the end of its outermost element, whatever its prefix."""
    empty = re.search(rb"<((?:\w+:)?%s)\b([^>]*)/>\s*$" % name, xml)
    if empty:
        return xml[: empty.start()] + b"<" + empty[1] + empty[2] + b">" + text + b"</" + empty[1] + b">"
    end = xml.rindex(b"</")
    return xml[:end] + text + xml[end:]


def _comment(comment: Comment, author: str, date: str) -> str:
    paragraphs = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>' for line in comment.lines
    )
    about = f"w:author={quoteattr(author)} w:date={quoteattr(date)} w:initials={quoteattr(INITIALS)}"
    return f'<w:comment xmlns:w="{MAIN_NAMESPACE}" w:id="{comment.id}" {about}>{paragraphs}</w:comment>'
