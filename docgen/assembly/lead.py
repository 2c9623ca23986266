"""The title of a part that has no paragraph for it: one that the book gives, one of several paragraphs, or
a mark that stands for it. A field at the beginning of the part tells the table of contents."""

from __future__ import annotations

from docgen.assembly.entries import Entry, Levels, around, bookmark
from docgen.assembly.part import Part
from docgen.word.runs import attribute

NUMBER = 0


def titled(part: Part, title: str, number: int, levels: Levels) -> Part:
    """`part`, the one with the `number`, listed under `title`, unless its text has that title already."""
    listed = [entry for entry in part.entries if entry.level == levels.first]
    if (listed and listed[0].text == title) or not levels.lists(levels.first):
        return part
    name = bookmark(number, NUMBER)
    words = attribute(title).replace("&quot;", "”")
    begin, end = around(name)
    field = (
        f'{begin}<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> TC "{words}" \\l {levels.first} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="end"/></w:r>{end}'
    )
    entry = Entry(levels.first, title, name)
    rest = tuple(entry for entry in part.entries if entry.level != levels.first)
    return part._replace(body=begun(part.body, field), entries=(entry, *rest))


def begun(body: str, runs: str) -> str:
    """`body` with `runs` at the beginning of its first paragraph."""
    start = min(at for at in (body.find("<w:p>"), body.find("<w:p ")) if at >= 0)
    inside = body.index(">", start) + 1
    if body[inside - 2] == "/":
        return f"{body[: inside - 2]}>{runs}</w:p>{body[inside:]}"
    if body.startswith("<w:pPr>", inside):
        inside = body.index("</w:pPr>", inside) + len("</w:pPr>")
    elif body.startswith("<w:pPr/>", inside):
        inside += len("<w:pPr/>")
    return body[:inside] + runs + body[inside:]


def is_field(entry: Entry) -> bool:
    """Whether `entry` is listed by such a field."""
    return entry.bookmark.endswith(f"{NUMBER:05}")
