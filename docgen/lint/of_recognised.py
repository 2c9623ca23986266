"""A recognised file → the passages that rules judge, each with its place and offset in the source."""

from __future__ import annotations

from collections.abc import Iterator

from docgen import recognised as parts
from docgen.lint import reading as zones
from docgen.lint.cells import flat_cells, grid_cells
from docgen.lint.reading import Passage, Reading
from docgen.manuscript import Line
from docgen.recognised import Part, Recognised

ZONE_OF_NOTE = {
    "embedded_title": zones.TITLE, "attachment_title": zones.TITLE,
    "addressee": zones.ADDRESSEE, "signature": zones.SIGNATURE, "date": zones.SIGNATURE,
    "annotation": zones.ANNOTATION, "attachment": zones.ATTACHMENT_NOTE,
    "caption": zones.CAPTION, "attachment_mark": zones.CAPTION,
    "copy_number": zones.LETTERHEAD, "secrecy": zones.LETTERHEAD, "urgency": zones.LETTERHEAD,
    "organ_mark": zones.LETTERHEAD, "document_number": zones.LETTERHEAD, "signers": zones.LETTERHEAD,
    "copies": zones.COLOPHON, "printer": zones.COLOPHON,
    "attendance": zones.PEOPLE, "group": zones.PEOPLE,
}  # fmt: skip
ZONE_OF_TYPE = {
    parts.HEADING: zones.HEADING, parts.ITEM: zones.ITEM, parts.PARAGRAPH: zones.BODY,
    parts.PEOPLE: zones.PEOPLE, parts.PICTURE: zones.REMARK,
}  # fmt: skip
NEW_PAGES = ("attachment_mark", "attachment_title", "embedded_title")


class _Ends:
    """Up to where the parts so far have taken each line."""

    def __init__(self) -> None:
        self._at: dict[int, int] = {}

    def begin(self, line: Line, start: int) -> int:
        """Where the part whose words begin at `start` of the line begins, its number taken along."""
        return max(self._at.get(id(line), 0), line.text.rfind("\n", 0, start) + 1)

    def take(self, line: Line, end: int) -> None:
        self._at[id(line)] = end


def reading(recognised: Recognised, docx: bytes = b"") -> Reading:
    """The reading of a file; `docx` are its bytes where it is a Word file."""
    passages = [*_title(recognised), *_passages(recognised.parts)]
    return Reading(
        tuple(passages), recognised.manuscript.kind, recognised.kind, recognised=recognised, docx=docx
    )  # fmt: skip


def _title(recognised: Recognised) -> Iterator[Passage]:
    """The lines of the title; a line of the file holds several where manual breaks part them."""
    lines = iter(recognised.title_lines)
    line, taken = next(lines, None), 0
    for index, text in enumerate(recognised.title):
        at = line.text.find(text, taken) if line else -1
        if at < 0:
            line = next(lines, line)
            at = max(0, line.text.find(text)) if line else 0
        if line is None:
            return
        begin, end = line.text.rfind("\n", 0, at) + 1, line.text.find("\n", at)
        own = line.text[begin : end if end >= 0 else None]
        yield Passage(zones.TITLE, own, line.place, -1, at - begin, offset=begin, joined=index > 0)
        taken = at + len(text)


def _passages(all_parts: tuple[Part, ...]) -> Iterator[Passage]:
    ends = _Ends()
    attachment, before = 0, ""
    for number, part in enumerate(all_parts):
        if part.note in NEW_PAGES and before not in NEW_PAGES:
            attachment += 1
        if part.type != parts.PICTURE:
            before = part.note
        if part.type == parts.TABLE:
            cells = grid_cells(part) if part.grid else flat_cells(part)
            yield from (_of_table(cell, number, attachment) for cell in cells)
        else:
            yield from _of_lines(part, number, attachment, _next_on_line(all_parts, number), ends)


def _of_table(cell: Passage, part: int, attachment: int) -> Passage:
    from dataclasses import replace

    return replace(cell, part=part, attachment=attachment)


def _next_on_line(all_parts: tuple[Part, ...], number: int) -> int | None:
    """Where on its line the following part's words begin; None where it stands on another."""
    if number + 1 >= len(all_parts):
        return None
    this, following = all_parts[number].lines, all_parts[number + 1].lines
    return all_parts[number + 1].start if this and following and this[-1] is following[0] else None


def _of_lines(
    part: Part, number: int, attachment: int, following: int | None, ends: _Ends
) -> Iterator[Passage]:
    """A passage for each line of a part that is no table."""
    zone = ZONE_OF_NOTE.get(part.note, zones.REMARK) if part.type == parts.NOTE else ZONE_OF_TYPE[part.type]
    for index, line in enumerate(part.lines):
        start = part.start if not index else 0
        begin = ends.begin(line, start) if not index else 0
        end = _end(part, line, start, following if index == len(part.lines) - 1 else None)
        ends.take(line, end)
        words = start - begin
        first = index == 0
        joined = not first and zone != zones.PEOPLE
        yield Passage(
            zone, line.text[begin:end], line.place, number, words,
            label=part.label if first else "", typed=part.typed and bool(part.label) and first,
            numeral=part.numeral if first else 0, layer=part.layer if first else 0,
            head_end=_head_end(part, line.text[begin:end], words) if first else 0,
            attachment=attachment, role=part.note or part.role, offset=begin, joined=joined,
        )  # fmt: skip


def _end(part: Part, line: Line, start: int, following: int | None) -> int:
    """Where a part ends on a line: before the next one, or with the line it is (parted by breaks)."""
    if following is not None:
        own = start + len(part.text)
        return own if line.text.startswith(part.text, start) and own <= following else following
    rest = line.text.find("\n", start)
    if rest < 0 or len(part.text) > rest - start:
        return len(line.text)
    return rest


def _head_end(part: Part, text: str, start: int) -> int:
    """Where the head of a run-in heading ends, its mark included."""
    if not part.head or not part.body:
        return 0
    end = start + len(part.head)
    return end + len(part.end) if text.startswith(part.end, end) else end
