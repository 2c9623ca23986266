"""A numbered paper as plain text, to be pasted into a form, a mail or a chat.

Paragraphs begin with two ideographic spaces, table cells are parted by tabs (a spreadsheet takes
them), signature and date stand at the right of a line of 28 characters, footnotes at the end.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from docgen.document import Block, Chart, Heading, Image, Item, Paragraph, People, Table
from docgen.numbering import Label, Labels, NumberedPaper
from docgen.writers import words as said
from docgen.writers.words import Notes, bracketed, grid, heads, people, words

INDENT = "　　"
RIGHT_EDGE = 26  # full-width characters: the 28 of a line less the two that stay free (7.3.5)


def write(numbered: NumberedPaper) -> str:
    """The whole paper as text; every character of it is there, in the order of the pages."""
    notes: Notes = []
    return "\n".join(_lines(numbered, notes)) + "\n"


def _lines(numbered: NumberedPaper, notes: Notes) -> Iterator[str]:
    paper = numbered.paper
    yield from _parted_below(said.letterhead(paper))
    yield from _parted_below(said.title(paper))
    yield from heads(paper)
    yield from _blocks(paper.blocks, numbered.labels, numbered.references, notes)
    yield from _parted(INDENT + line for line in said.attachment_note(paper))
    yield from _parted(INDENT + line for line in said.attendance(paper))
    if paper.signature:
        yield from _parted(map(_at_right, said.signature(paper.signature)))
    if paper.annotation:
        yield from _parted([INDENT + bracketed(paper.annotation)])
    yield from _attachments(numbered, notes)
    yield from _parted(said.colophon(paper))
    yield from _parted(f"［注{ordinal}］{note}" for ordinal, note in enumerate(notes, 1))


def _parted(lines: Iterable[str]) -> Iterator[str]:
    """`lines` below a blank one, if there are any."""
    found = list(lines)
    yield from ("", *found) if found else ()


def _parted_below(lines: Iterable[str]) -> Iterator[str]:
    """`lines` above a blank one, if there are any."""
    found = list(lines)
    yield from (*found, "") if found else ()


def _attachments(numbered: NumberedPaper, notes: Notes) -> Iterator[str]:
    for attachment, labels, mark in said.attached(numbered):
        yield from _parted(filter(None, [mark]))
        yield from _parted(filter(None, ["".join(attachment.heading)]))
        yield from filter(None, attachment.note.split("\n"))
        yield ""
        yield from _blocks(attachment.blocks, labels, numbered.references, notes)


def _blocks(
    blocks: tuple[Block, ...], labels: Labels, references: Mapping[str, str], notes: Notes
) -> Iterator[str]:
    for block, label in zip(blocks, labels, strict=True):
        yield from _block(block, label, references, notes)


def _block(block: Block, label: Label | None, references: Mapping[str, str], notes: Notes) -> Iterator[str]:
    number = label.text if label else ""
    match block:
        case Heading():
            yield INDENT + number + words(block.content + block.body, references, notes)
        case Item():
            yield INDENT + number + words(block.content, references, notes)
        case Paragraph():
            yield INDENT + words(block.content, references, notes)
        case Table():
            yield from filter(None, [block.caption])
            for row in grid(block):
                yield "\t".join(_cell(words(cell, references, notes)) for cell in row)
        case People():
            yield from (INDENT + line for line in filter(None, [block.name]))
            yield from (f"{INDENT}{role.name}：{people(role)}" for role in block.roles)
            yield from (INDENT + note for note in block.notes)
        case Chart():
            yield from _block(said.data(block), None, references, notes)
        case Image():
            yield f"{INDENT}［图］{block.caption}"


def _cell(text: str) -> str:
    """`text` on one line and without tabs, which would part it."""
    return " ".join(text.replace("\t", " ").splitlines())


def _at_right(line: str) -> str:
    width = sum(1 if unicodedata.east_asian_width(char) in "WFA" else 0.5 for char in line)
    return "　" * max(0, round(RIGHT_EDGE - width)) + line
