"""What a form asks for → the .docx that people fill in, in the page format of the template."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from docgen import formats
from docgen.document import Numbering, Paper
from docgen.forms import controls, marker
from docgen.forms.asked import Asked, Chapter, asked
from docgen.numbering import number
from docgen.sheets.layout import Field
from docgen.template.package import Package
from docgen.word import names
from docgen.word.archive import pack, part
from docgen.word.runs import attribute

LOCKED = "锁定:"
GUIDE = (
    "带*的必须填。灰字是说明，点一下就能填；几个自然段用回车或Shift+Enter分开。"
    "表格要加行：点行末的加号，或者复制一行再粘贴。不要删去填写框，锁定的文字不能改。"
)
EDGE = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
ROOM_FOR_HINTS = 4
"""Columns of a table whose cells are wide enough to say themselves how they are filled in."""
LAST = '<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
"""What Word wants behind a table, too low to open a page of its own."""
LABEL = 2000
"""Width of the left column, where fields are named, in twips."""


def write(package: Package) -> bytes:
    """The empty form of a template. Raises `DocgenError` where its sample cannot be read."""
    format = formats.load(package.defaults.get("格式"), package.folder)
    numbered, _problems = number(Paper((f"{package.name}填报表",), numbering=Numbering(live=False)))
    from docgen.word.package import write as write_paper

    width = formats.twips(format.core.width)
    body = "".join(_body(asked(package), width))
    return _with_body(write_paper(numbered, format), body, marker.Mark(package.id, package.version))


def _with_body(base: bytes, body: str, mark: marker.Mark) -> bytes:
    with zipfile.ZipFile(io.BytesIO(base)) as archive:
        parts = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    before, cut, after = parts["word/document.xml"].rpartition("<w:sectPr")
    parts["word/document.xml"] = before + body + cut + after
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace("</Types>", f"{marker.TYPE}</Types>")
    relations = parts["_rels/.rels"]
    parts["_rels/.rels"] = relations.replace("</Relationships>", f"{marker.RELATION}</Relationships>")
    parts[marker.PART] = marker.xml(mark)
    return pack(part(name, xml.encode("utf-8")) for name, xml in parts.items())


def _body(form: Asked, width: int) -> Iterator[str]:
    yield _paragraph(names.BODY, f"<w:r>{controls.words(GUIDE)}</w:r>")
    yield _table(
        [LABEL, width - LABEL],
        [_row([_named(one.name, one.required), controls.asking(one.name, one)]) for one in form.fields],
    )
    for chapter in form.chapters:
        yield _heading(chapter)
        if chapter.locked:
            yield _paragraph(names.BODY, controls.locked(LOCKED + chapter.key, chapter.title, chapter.locked))
        elif chapter.columns:
            yield _list(chapter, width)
        else:
            wanted = Field(chapter.key, "", chapter.hint, chapter.required)
            yield _paragraph(names.BODY, controls.asking(chapter.key, wanted))
    for listed in form.lists:
        yield _heading(listed)
        yield _list(listed, width)
    yield LAST


def _heading(chapter: Chapter) -> str:
    return _paragraph(names.heading(1), _named(chapter.title, chapter.required))


def _list(chapter: Chapter, width: int) -> str:
    """The table of a list; where its columns are narrow, how to fill them in stands above it."""
    head = _row([_named(one.name, one.required) for one in chapter.columns], names.TABLE_HEAD, head=True)
    above = len(chapter.columns) > ROOM_FOR_HINTS
    waiting = [one._replace(hint="") for one in chapter.columns] if above else chapter.columns
    asked = _row([controls.asking(f"{chapter.key}[].{one.name}", one) for one in waiting])
    each = width // len(chapter.columns)
    table = _table([each] * len(chapter.columns), [head, controls.repeating(chapter.title, asked)])
    return _hints(chapter) + table if above else table


def _hints(chapter: Chapter) -> str:
    told = (f"{one.name}：{one.hint.rstrip('。')}" for one in chapter.columns if one.hint)
    run = f"<w:r>{controls.GREY}{controls.words('。'.join(told) + '。')}</w:r>"
    return f'<w:p><w:pPr><w:pStyle w:val="{names.TABLE_TEXT}"/><w:keepNext/></w:pPr>{run}</w:p>'


def _named(name: str, required: bool) -> str:
    return f"<w:r><w:t>{attribute(name)}{'*' if required else ''}</w:t></w:r>"


def _paragraph(style: str, content: str) -> str:
    # Set to both edges, a line that ends in a line break would be stretched.
    left = '<w:jc w:val="left"/>' if "<w:sdt>" in content else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{left}</w:pPr>{content}</w:p>'


def _row(cells: list[str], style: str = names.TABLE_TEXT, *, head: bool = False) -> str:
    inside = "".join(f"<w:tc>{_paragraph(style, cell)}</w:tc>" for cell in cells)
    repeated = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{inside}</w:tr>"


def _table(widths: list[int], rows: list[str]) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{EDGE}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )
