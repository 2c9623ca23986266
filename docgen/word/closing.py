"""How a paper ends: attachment note, those present, signature, annotation (GB/T 9704 7.3.4–7.3.6, 10.3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.document import Paper
from docgen.formats import PageFormat
from docgen.word import attached, names
from docgen.word.keeping import held
from docgen.word.measure import advance, indents
from docgen.word.pictures import Album
from docgen.word.runs import BLANK, LOOSE, Pen, paragraph

LABEL = "附件："
OPENING, CLOSING = ("（", "("), ("）", ")")
HELD_NAMES = 2
"""So many names at the end of the 附件说明 go to the page of the signature, if it has to go: a long list
held together would leave half a page empty."""


def closing(paper: Paper, format: PageFormat, pen: Pen, album: Album) -> Iterator[str]:
    """The paragraphs after the text, in their order; `album` draws the seals. Each part holds the one
    before it on its page."""
    parts = [part for part in map(list, _parts(paper, format, pen, album)) if part]
    for part in parts[:-1]:
        part[-1] = held(part[-1])
    for part in parts:
        yield from part


def _parts(paper: Paper, format: PageFormat, pen: Pen, album: Album) -> Iterator[Iterator[str]]:
    if paper.attachments:
        yield attachment_note(attached.announced(paper.attachments), format, pen)
    if paper.attendance:
        from docgen.word.minutes import attendance

        yield iter(attendance(paper, format, pen))
    if paper.signature:
        from docgen.word.signature import signature

        yield signature(paper.signature, format, pen, album)
        if has_room_below(paper):
            from docgen.word.seals import below_date

            yield below_date(paper.signature, format)
    if paper.annotation:
        yield annotation(paper.annotation, pen)


def has_room_below(paper: Paper) -> bool:
    """Whether the signature ends with a paragraph less than a line high, the room of its seals."""
    signature = paper.signature
    return signature is not None and bool(signature.seals) and not (signature.signers or paper.annotation)


def attachment_note(attachments: Sequence[str], format: PageFormat, pen: Pen) -> Iterator[str]:
    """附件说明: names under each other, numbers too, continuations under the first character of a name."""
    if attachments:
        yield from [BLANK] * format.attachments.blank_before
    start = round(format.body.indent * format.char) + advance(LABEL, format)
    last = len(attachments)
    for number, name in enumerate(attachments, 1):
        label = LABEL if number == 1 else ""
        count = f"{number}." if last > 1 else ""
        left = start + advance(count, format)
        indent = indents(format.char, left=left, hanging=advance(label + count, format))
        loose = LOOSE if 1 < number <= last - HELD_NAMES else ""
        yield paragraph(names.ATTACHMENT_NOTE, pen.text(label + count + name), loose + indent)


def annotation(text: str, pen: Pen) -> Iterator[str]:
    """附注 (7.3.6): a paragraph for each of its lines, in brackets where they have none."""
    lines = _bracketed(text).split("\n")
    for number, line in enumerate(lines, 1):
        yield paragraph(names.ANNOTATION, pen.text(line), "<w:keepNext/>" if number < len(lines) else "")


def _bracketed(text: str) -> str:
    """`text` in brackets; where its first line brings brackets, each line outside of them gets its own."""
    if not text.startswith(OPENING):
        return f"（{text}）"
    lines: list[str] = []
    depth = 0
    for line in text.split("\n"):
        lines.append(line if depth or line.startswith(OPENING) else f"（{line}）")
        depth += sum(line.count(mark) for mark in OPENING) - sum(line.count(mark) for mark in CLOSING)
    return "\n".join(lines)
