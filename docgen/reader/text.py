"""A text file → its lines: UTF-8, GBK as old Windows programs write it, or UTF-16."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from docgen.i18n import _
from docgen.manuscript import Line, Manuscript
from docgen.patterns import pattern
from docgen.problems import CannotRead, Place, Problem, error, warning
from docgen.reader.guard import too_large
from docgen.source.decode import UTF8_BOM, UTF16_BOMS, is_gbk, with_plain_line_ends

MOST_BYTES = 5_000_000
MOST_LINES = 60_000
"""A book of 600,000 characters has half as many bytes and a fifth of the lines."""
HEADING = pattern(r" {0,3}(#{1,6})\s+\S")
MARKDOWN = (".md", ".markdown")


def read(data: bytes, file: str) -> Manuscript:
    """The lines of a text file that hold something, each as it stands. Raises `CannotRead` for what is no
    text (RDR-006) or too large (RDR-005)."""
    if len(data) > MOST_BYTES:
        raise CannotRead(too_large(file))
    text, problems = decoded(data, file)
    kind = "md" if Path(file).suffix.lower() in MARKDOWN else "txt"
    lines = [(number, line) for number, line in _numbered(text) if line.strip()]
    if len(lines) > MOST_LINES:
        raise CannotRead(too_large(file))
    found = tuple(_line(line, Place(file, number), kind) for number, line in lines)
    return Manuscript(file, kind, found, problems=tuple(problems))


def _numbered(text: str) -> Iterator[tuple[int, str]]:
    return enumerate(with_plain_line_ends(text).split("\n"), 1)


def _line(text: str, place: Place, kind: str) -> Line:
    heading = HEADING.match(text) if kind == "md" else None
    return Line(text, place, level=len(heading[1]) if heading else 0)


def decoded(data: bytes, file: str) -> tuple[str, list[Problem]]:
    """The text in `data`, and what is told of its encoding. Raises `CannotRead` (RDR-006)."""
    encoding = encoding_of(data, file)
    text = data.decode(encoding).removeprefix("\ufeff")
    if encoding != "gbk":
        return text, []
    hint = _("查看有没有乱码")
    return text, [warning("RDR-007", _("文件是GBK编码，按GBK读了"), Place(file), hint=hint)]


def encoding_of(data: bytes, file: str) -> str:
    """The encoding of a text: utf-8-sig with a byte order mark, utf-16, utf-8, gbk or gb18030. Raises
    `CannotRead` (RDR-006) where it is none of these."""
    if data.startswith(UTF16_BOMS):
        likely = ["utf-16"]
    elif b"\0" in data:
        likely = []
    elif data.startswith(UTF8_BOM):
        likely = ["utf-8-sig"]
    else:
        likely = ["utf-8", "gbk", "gb18030"] if is_gbk(data) else ["utf-8", "gb18030"]
    for encoding in likely:
        with suppress(UnicodeDecodeError):
            data.decode(encoding)
            return encoding
    raise CannotRead(_no_text(file))


def _no_text(file: str) -> Problem:
    hint = _("查看是否选错了文件；文本文件用记事本打开，另存为UTF-8")
    return error("RDR-006", _("这不是文本文件，或者编码不认识"), Place(file), hint=hint)
