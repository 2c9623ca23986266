"""The structure of a numbered paper: as JSON data, and as the lines of `docgen outline`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from docgen.document import Block, Chart, Content, Heading, Image, Item, Paragraph, People, Table
from docgen.numbering import Label, Labels, NumberedPaper
from docgen.problems import Place
from docgen.writers import words as said
from docgen.writers.words import SENTENCE_ENDS, bracketed, grid, heads, people, person, words

Row = dict[str, Any]


def write(numbered: NumberedPaper) -> Row:
    """The flat form: `title`, and `blocks` in the order of the pages.

    Each block has `type` (heading, item, paragraph, table, people, note), `level` 1 to 5 or None,
    `label_raw` (as typed in the source: empty, for docgen counts), `label_correct` (as printed), `line`
    (1-based, 0 where unknown) and its `text`; a run-in heading `head`, `head_end`, `body`; a table
    `rows`; people `entries` with `role`, `value` and the single `names` in it.
    """
    return {"title": "".join(numbered.paper.title), "blocks": list(_rows(numbered))}


def lines(numbered: NumberedPaper) -> Iterator[str]:
    """The title, then a line for each heading: its number and its head, indented by its layer."""
    paper = numbered.paper
    yield "".join(paper.title) or said.mark(paper)
    yield from _heads(paper.blocks, numbered.labels, numbered.references)
    for attachment, labels, mark in said.attached(numbered):
        yield from filter(None, ["　".join(filter(None, (mark, "".join(attachment.heading))))])
        yield from _heads(attachment.blocks, labels, numbered.references)


def _heads(blocks: tuple[Block, ...], labels: Labels, references: Mapping[str, str]) -> Iterator[str]:
    for block, label in zip(blocks, labels, strict=True):
        if isinstance(block, Heading):
            number = label.text if label else ""
            yield "　" * (2 * block.layer - 2) + number + words(block.content, references, [])


def _rows(numbered: NumberedPaper) -> Iterator[Row]:
    paper = numbered.paper
    place = paper.letterhead.place if paper.letterhead else None
    yield from _notes(said.letterhead(paper), place)
    yield from _notes(heads(paper))
    yield from _block_rows(paper.blocks, numbered.labels, numbered.references)
    yield from _notes(line.strip() for line in said.attachment_note(paper))
    yield from _notes(said.attendance(paper))
    if paper.signature:
        yield from _notes(said.signature(paper.signature), paper.signature.place)
    yield from _note(bracketed(paper.annotation))
    yield from _attachments(numbered)
    yield from _notes(said.colophon(paper), paper.colophon.place if paper.colophon else None)


def _attachments(numbered: NumberedPaper) -> Iterator[Row]:
    for attachment, labels, mark in said.attached(numbered):
        lines = (mark, "".join(attachment.heading), *attachment.note.split("\n"))
        yield from _notes(lines, attachment.place)
        yield from _block_rows(attachment.blocks, labels, numbered.references)


def _notes(lines: Iterable[str], place: Place | None = None) -> Iterator[Row]:
    for line in lines:
        yield from _note(line, place)


def _note(text: str, place: Place | None = None) -> Iterator[Row]:
    if text:
        yield _row("note", place, None, None) | {"text": text}


def _block_rows(blocks: tuple[Block, ...], labels: Labels, references: Mapping[str, str]) -> Iterator[Row]:
    for block, label in zip(blocks, labels, strict=True):
        yield from _block(block, label, references)


def _block(block: Block, label: Label | None, references: Mapping[str, str]) -> Iterator[Row]:
    match block:
        case Heading():
            yield _row("heading", block.place, block.layer, label) | _heading(block, references)
        case Item():
            text = _text(block.content, references)
            yield _row("item", block.place, block.layer, label) | {"text": text}
        case Paragraph():
            yield _row("paragraph", block.place, None, None) | {"text": _text(block.content, references)}
        case Table():
            yield from _note(block.caption, block.place)
            rows = [[_text(cell, references) for cell in row] for row in grid(block)]
            yield _row("table", block.place, None, None) | {"rows": rows}
        case People():
            yield from _people(block)
        case Chart():
            yield from _note(f"［图表］{block.caption}", block.place)
        case Image():
            yield from _note(f"［图］{block.caption}", block.place)


def _people(block: People) -> Iterator[Row]:
    yield from _note(block.name, block.place)
    entries = [
        {"role": role.name, "value": people(role), "names": [person(one) for one in role.people]}
        for role in block.roles
    ]
    yield _row("people", block.place, None, None) | {"entries": entries}
    for note in block.notes:
        yield from _note(note, block.place)


def _row(type: str, place: Place | None, level: int | None, label: Label | None) -> Row:
    return {
        "type": type,
        "level": level,
        "label_raw": "",
        "label_correct": label.text if label else "",
        "line": place.line if place else 0,
    }


def _heading(block: Heading, references: Mapping[str, str]) -> Row:
    head = _text(block.content, references)
    if not block.body:
        return {"text": head}
    bare = head.rstrip(SENTENCE_ENDS)
    return {"head": bare, "head_end": head[len(bare) :], "body": _text(block.body, references)}


def _text(content: Content, references: Mapping[str, str]) -> str:
    notes: list[str] = []
    text = words(content, references, notes)
    return text + "".join(f"［注{number}］{note}" for number, note in enumerate(notes, 1))
