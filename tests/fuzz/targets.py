"""What is fuzzed: bytes from outside → the stage that meets them first. Only `DocgenError` may come out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from docgen import numbering
from docgen.document import Paper
from docgen.markup.parse import parse
from docgen.problems import DocgenError
from docgen.reader import docx, text
from docgen.recognise.recognise import recognise
from docgen.recognised import Recognised
from docgen.source.characters import check_characters
from docgen.source.decode import decode
from docgen.source.load import loads
from docgen.source.sheet import Sheet
from docgen.structure import Builder
from docgen.template.tokens import LINE_OPEN, OPEN, Tokens
from docgen.writers import outline_of_file
from tests.source.test_plain import assert_like_the_parser

PARTS = ("word/document.xml", "word/numbering.xml", "word/styles.xml", "word/footnotes.xml")
BETWEEN = b"\n%%%%\n"
"""What parts the parts of a seed of `reader`; one that is no XML is a text file."""
LONGEST = 20_000
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/></Types>'
)
RELATIONS = f'<Relationships xmlns="{PACKAGE}/relationships">{{rows}}</Relationships>'


def source(data: bytes) -> None:
    """The text of a plan; what the quick reader takes has to be what the parser makes of it."""
    written = decode(data, "a.yaml")[0]
    record, problems = loads(written, "a.yaml")
    assert problems or record or not data.strip()
    if not check_characters(Sheet("a.yaml", written))[1]:
        assert_like_the_parser(written)


def markup(data: bytes) -> None:
    """What a template prints. Marks of the engine are its own: the template stage refuses them."""
    written = data.decode("utf-8", "replace").translate(dict.fromkeys(range(ord(OPEN), ord(LINE_OPEN) + 2)))
    builder = Builder()
    parse(written, Tokens(), ("body.md",), builder)
    numbering.number(Paper(("标题",), tuple(builder.blocks)))


def reader(data: bytes) -> None:
    """A text file, or the parts of a Word file."""
    if data.lstrip().startswith(b"<"):
        found = recognise(docx.read(packed(data), "a.docx"))
    else:
        found = recognise(text.read(data, "a.txt"))
    told(found)


def told(found: Recognised) -> None:
    list(outline_of_file.lines(found))
    list(outline_of_file.explained(found))


TARGETS: dict[str, Callable[[bytes], None]] = {"source": source, "markup": markup, "reader": reader}


def run(name: str, data: bytes) -> None:
    """Gives `data` to the target; anything but a `DocgenError` is raised."""
    try:
        TARGETS[name](data[:LONGEST])
    except DocgenError as stopped:
        assert all(problem.message for problem in stopped.problems)


def packed(data: bytes) -> bytes:
    """A .docx of the parts in `data`, in the order of PARTS; stored, for time is short."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELATIONS.format(rows=_relation(0, "officeDocument", PARTS[0])))
        given = list(zip(PARTS, data.split(BETWEEN), strict=False))
        rows = "".join(
            _relation(n, Path(part).stem, Path(part).name) for n, (part, _) in enumerate(given[1:], 1)
        )
        archive.writestr("word/_rels/document.xml.rels", RELATIONS.format(rows=rows))
        for name, content in given:
            archive.writestr(name, content)
    return out.getvalue()


def _relation(number: int, kind: str, target: str) -> str:
    return f'<Relationship Id="rId{number}" Type="{OFFICE}/relationships/{kind}" Target="{target}"/>'
