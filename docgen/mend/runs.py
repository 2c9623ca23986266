"""Edits in a paragraph of a .docx, at characters: each character keeps the look of its run.

A replacement takes the look of the first character it replaces, an insertion that of the one before it.
What comes from a field, a formula or a symbol is not touched.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from docgen.mend.edits import Edit
from docgen.reader.spans import FIXED, TEXT, Span, spans

SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Placed = tuple[int, int, Span]
"""Where a span of the paragraph's text begins and ends, and the span."""


def placed(paragraph: Any) -> list[Placed]:
    """The spans of a paragraph with their offsets in its text."""
    found, at = [], 0
    for span in spans(paragraph):
        found.append((at, at + len(span.text), span))
        at += len(span.text)
    return found


def make(paragraph: Any, wanted: Sequence[Edit]) -> list[Edit]:
    """Makes the edits in the `w:p`; gives those that could not be made."""
    return [edit for edit in sorted(wanted, key=lambda one: -one.start) if not _made(paragraph, edit)]


def _made(paragraph: Any, edit: Edit) -> bool:
    touched = list(_touched(placed(paragraph), edit.start, edit.end))
    if not touched or any(span.kind == FIXED for _start, _end, span in touched):
        return False
    texts = [one for one in touched if one[2].kind == TEXT]
    if edit.words and not texts:
        return False
    words = edit.words
    for start, end, span in touched:
        if span.kind != TEXT:
            span.element.getparent().remove(span.element)
            continue
        before = span.text[: max(0, edit.start - start)]
        behind = span.text[max(0, min(end, edit.end) - start) :]
        put(span.element, before + words + behind)
        words = ""
    return True


def _touched(rows: Sequence[Placed], start: int, end: int) -> Iterator[Placed]:
    """The spans that hold characters `start` to `end`; for an insertion the one it is put into."""
    if start < end:
        yield from (row for row in rows if row[0] < end and row[1] > start)
        return
    inside = [row for row in rows if row[0] < start <= row[1] and row[2].kind == TEXT]
    after = [row for row in rows if row[0] == start and row[2].kind == TEXT]
    yield from (inside or after)[:1]


def put(element: Any, text: str) -> None:
    """Sets the text of a `w:t`; blanks at its ends stay."""
    element.text = text
    if text != text.strip():
        element.set(SPACE, "preserve")
