"""Edits in a paragraph of a .docx, at characters: each character keeps the look of its run.

A replacement takes the look of the first character it replaces, an insertion that of the one before it.
What comes from a field, a formula or a symbol is not touched.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from docgen.mend.difference import stretches
from docgen.mend.edits import Edit
from docgen.reader.spans import FIXED, TEXT, Fields, Span, spans

SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Placed = tuple[int, int, Span]
"""Where a span of the paragraph's text begins and ends, and the span."""
Step = tuple[int, int, str]
"""Words in place of the characters from one offset to another."""


def placed(paragraph: Any, fields: Fields | None = None) -> list[Placed]:
    """The spans of a paragraph with their offsets in its text; `fields` are those open before it."""
    found, at = [], 0
    for span in spans(paragraph, fields):
        found.append((at, at + len(span.text), span))
        at += len(span.text)
    return found


def make(rows: Sequence[Placed], wanted: Sequence[Edit]) -> list[Edit]:
    """Makes the edits, none of which touches another, in the paragraph of `rows`; gives those that could
    not be made. What an edit leaves as it is keeps its look."""
    text = "".join(span.text for _start, _end, span in rows)
    left = []
    for edit in sorted(wanted, key=lambda one: -one.start):
        steps = [
            (edit.start + one.start, edit.start + one.end, one.words)
            for one in stretches(text[edit.start : edit.end], edit.words)
        ]
        touched = [list(_touched(rows, start, end)) for start, end, _words in steps]
        if edit.fits(text) and all(map(_can, steps, touched)):
            for step, spans_of in reversed(list(zip(steps, touched, strict=True))):
                _do(step, spans_of)
        else:
            left.append(edit)
    return left


def _can(step: Step, touched: Sequence[Placed]) -> bool:
    """Whether a step changes nothing but text."""
    kinds = {span.kind for _start, _end, span in touched}
    plain = all(one >= " " for one in step[2])  # a tab or a line's end is an element, not a character
    return bool(kinds) and FIXED not in kinds and plain and (not step[2] or TEXT in kinds)


def _do(step: Step, touched: Sequence[Placed]) -> None:
    """Makes a step; those behind it are made, those before it not yet."""
    begin, stop, words = step
    for start, end, span in touched:
        if span.kind != TEXT:
            span.element.getparent().remove(span.element)
            continue
        text = span.element.text or ""
        put(span.element, text[: max(0, begin - start)] + words + text[max(0, min(end, stop) - start) :])
        words = ""


def _touched(rows: Sequence[Placed], start: int, end: int) -> Iterator[Placed]:
    """The spans that hold characters `start` to `end`; for an insertion the one it is put into."""
    at = max(0, bisect_right(rows, start, key=lambda row: row[0]) - 1)
    if start < end:
        while at < len(rows) and rows[at][0] < end:
            if rows[at][1] > start:
                yield rows[at]
            at += 1
        return
    near = rows[max(0, at - 1) : at + 1]
    inside = [row for row in near if row[0] < start <= row[1] and row[2].kind == TEXT]
    after = [row for row in near if row[0] == start and row[2].kind == TEXT]
    yield from (inside or after)[:1]


def put(element: Any, text: str) -> None:
    """Sets the text of a `w:t`; blanks at its ends stay."""
    element.text = text
    if text != text.strip():
        element.set(SPACE, "preserve")
