"""A numbered paper as Markdown (CommonMark with GFM tables and footnotes).

Numbers are typed out, so that they are those of the .docx. Whatever a plan's text holds is shown as
typed: a character is escaped exactly where Markdown would take it for its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from itertools import groupby

from docgen.document import (
    Block,
    Chart,
    Content,
    Footnote,
    Heading,
    Image,
    Inline,
    Item,
    Paragraph,
    People,
    Reference,
    Strong,
    Table,
)
from docgen.numbering import Label, Labels, NumberedPaper
from docgen.writers import words as said
from docgen.writers.words import Notes, bracketed, grid, heads, people

# A bare address is a link of its own in GFM, inside which a backslash is no escape: it is kept plain.
INLINE = re.compile(r"[\\`*_\[<|~$]|&(?=#?\w+;)|(?<=http)://|(?<=https)://|(?<=ftp)://|(?<=www)\.", re.I)
LINE_START = re.compile(r"[-+#=>]|\d{1,9}(?=[.)](?:\s|$))")
HEADING_END = re.compile(r"#+\s*$")


def write(numbered: NumberedPaper) -> str:
    """The whole paper as Markdown: the title `#`, the layers `##` to `######`."""
    notes: Notes = []
    parts = [part for part in _parts(numbered, notes) if part]
    parts += [f"[^{ordinal}]: {paragraph(note)}" for ordinal, note in enumerate(notes, 1)]
    return "\n\n".join(parts) + "\n"


def _parts(numbered: NumberedPaper, notes: Notes) -> Iterator[str]:
    paper = numbered.paper
    yield from map(paragraph, said.letterhead(paper))
    yield _heading(1, "".join(said.title(paper)))
    yield from map(paragraph, heads(paper))
    yield from _blocks(paper.blocks, numbered.labels, numbered.references, notes)
    yield from map(paragraph, (line.strip() for line in said.attachment_note(paper)))
    yield from map(paragraph, said.attendance(paper))
    if paper.signature:
        yield from map(paragraph, said.signature(paper.signature))
    yield paragraph(bracketed(paper.annotation))
    yield from _attachments(numbered, notes)
    yield from map(paragraph, said.colophon(paper))


def _attachments(numbered: NumberedPaper, notes: Notes) -> Iterator[str]:
    for attachment, labels, mark in said.attached(numbered):
        yield paragraph(mark)
        yield _heading(1, "".join(attachment.heading))
        yield from map(paragraph, attachment.note.split("\n"))
        yield from _blocks(attachment.blocks, labels, numbered.references, notes)


def _blocks(
    blocks: tuple[Block, ...], labels: Labels, references: Mapping[str, str], notes: Notes
) -> Iterator[str]:
    for block, label in zip(blocks, labels, strict=True):
        yield from _block(block, label, references, notes)


def _block(block: Block, label: Label | None, references: Mapping[str, str], notes: Notes) -> Iterator[str]:
    number = (label.text,) if label else ()
    match block:
        case Heading():
            head = _inline((*number, *block.content), references, notes)
            yield f"{'#' * (block.layer + 1)} {_safe_end(_edges(head))}"
            yield _whole_lines(_inline(block.body, references, notes))
        case Item():
            yield _whole_lines(_inline((*number, *block.content), references, notes))
        case Paragraph():
            yield _whole_lines(_inline(block.content, references, notes))
        case Table():
            yield paragraph(block.caption)
            yield "\n".join(_table(block, references, notes))
        case People():
            yield paragraph(block.name)
            yield from (paragraph(f"{role.name}：{people(role)}") for role in block.roles)
            yield from map(paragraph, block.notes)
        case Chart():
            yield from _block(said.data(block), None, references, notes)
        case Image():
            yield paragraph(f"［图］{block.caption}")


def _table(table: Table, references: Mapping[str, str], notes: Notes) -> Iterator[str]:
    rows = grid(table)
    if not table.head:
        rows.insert(0, [() for _column in table.columns])
    for number, row in enumerate(rows):
        cells = [_cell(_inline(cell, references, notes)) for cell in row]
        yield f"| {' | '.join(cells)} |"
        if number == 0:
            yield "|" + " --- |" * len(table.columns)


def _heading(level: int, text: str) -> str:
    return f"{'#' * level} {_safe_end(_edges(escape(text)))}" if text else ""


def paragraph(text: str) -> str:
    """`text`, as typed, as a paragraph of its own."""
    return _whole_lines(escape(text))


def escape(text: str) -> str:
    """`text` with every character escaped that Markdown would read anywhere in a line."""
    return INLINE.sub(lambda found: f"\\{found[0]}", text)


def _whole_lines(markdown: str) -> str:
    """The lines of a paragraph, kept apart, and their beginnings and ends as typed."""
    return "\\\n".join(_safe_start(_edges(line)) for line in markdown.split("\n") if line)


def _cell(markdown: str) -> str:
    return "<br>".join(_edges(line) for line in markdown.split("\n"))


def _edges(line: str) -> str:
    """`line` with the blanks at its ends as character references: bare ones are thrown away, and
    at the beginning make a code block."""
    inner = line.strip()
    start = line.index(inner) if inner else len(line)
    return _references(line[:start]) + inner + _references(line[start + len(inner) :])


def _references(blanks: str) -> str:
    return "".join(f"&#{ord(blank)};" for blank in blanks)


def _safe_start(line: str) -> str:
    """`line` with what would begin a heading, list, quotation or rule escaped at its beginning."""
    found = LINE_START.match(line)
    if not found:
        return line
    return f"{found[0]}\\{line[found.end() :]}" if found[0].isdigit() else f"\\{line}"


def _safe_end(heading: str) -> str:
    """`heading` with a closing row of `#`, which would be dropped, escaped."""
    return HEADING_END.sub(lambda found: f"\\{found[0]}", heading)


def _inline(content: Content, references: Mapping[str, str], notes: Notes) -> str:
    return "".join(_run(kind, list(parts), references, notes) for kind, parts in groupby(content, key=type))


def _run(kind: type[Inline], parts: list[Inline], references: Mapping[str, str], notes: Notes) -> str:
    """Neighbours of one kind: text is escaped whole, strong text is made strong whole."""
    if kind is Strong:
        return _strong("".join(part.text for part in parts if isinstance(part, Strong)))
    return "".join(_one(part, references, notes) for part in parts)


def _one(part: Inline, references: Mapping[str, str], notes: Notes) -> str:
    if isinstance(part, Footnote):
        notes.append(part.text)
        return f"[^{len(notes)}]"
    if isinstance(part, Reference):
        return escape(references.get(part.target, part.target))
    return escape(part if isinstance(part, str) else part.text)


def _strong(text: str) -> str:
    """`text` between `**`, the marks at its ends outside: `**` between a mark and a Chinese character
    does not count as a delimiter."""
    start, end = 0, len(text)
    while start < end and _is_mark(text[start]):
        start += 1
    while end > start and _is_mark(text[end - 1]):
        end -= 1
    core = f"**{escape(text[start:end])}**" if end > start else ""
    return escape(text[:start]) + core + escape(text[end:])


def _is_mark(char: str) -> bool:
    return unicodedata.category(char)[0] in "PSZC"
