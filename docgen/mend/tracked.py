"""Tracked changes in a paragraph of a .docx: runs are split at the ends of each stretch, what goes stands in
`w:del`, what comes in `w:ins`, and comments are anchored around them."""

from __future__ import annotations

import copy
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from docgen.mend.difference import Stretch
from docgen.mend.runs import Placed, placed, put
from docgen.ooxml.values import W, find, local
from docgen.reader.spans import FIXED


class Author(NamedTuple):
    """Who changes, when (ISO 8601), and the next id that no other mark of the document has."""

    name: str
    date: str
    ids: Iterator[int]


class Anchor(NamedTuple):
    """A comment: its id, and the characters of the paragraph's text that it is about."""

    id: int
    start: int
    end: int


def is_fixed(rows: Sequence[Placed], start: int, end: int) -> bool:
    """Whether characters that come from a field, a formula or a symbol are among these."""
    return any(
        span.kind == FIXED for first, last, span in rows if first < max(end, start + 1) and last > start
    )


def mark(paragraph: Any, stretches: Sequence[Stretch], anchors: Sequence[Anchor], author: Author) -> None:
    """Marks the stretches as changes and puts the anchors of comments into the `w:p`."""
    ends = {at for one in stretches for at in one[:2]} | {at for one in anchors for at in one[1:]}
    rows = placed(paragraph)
    for at in sorted(ends, reverse=True):
        _split(rows, at)
    rows = placed(paragraph)
    for anchor in anchors:
        _anchor(paragraph, rows, anchor)
    for stretch in sorted(stretches, reverse=True):
        _change(rows, stretch, author)


def _split(rows: Sequence[Placed], at: int) -> None:
    """Lets a run begin at the character `at`; what stands behind it has been split."""
    number = bisect_right(rows, at, key=_begin) - 1
    if number < 0:
        return
    start, end, span = rows[number]
    if span.element is span.run:  # of a formula
        return
    before = span.element.getprevious()
    if start < at < end:
        _split_text(span.element, span.run, at - start)
    elif start == at and before is not None and local(before) != "rPr":
        _move_from(span.element, span.run)


def _begin(row: Placed) -> int:
    return row[0]


def _split_text(element: Any, run: Any, at: int) -> None:
    rest = copy.deepcopy(element)
    text = element.text or ""
    put(element, text[:at])
    put(rest, text[at:])
    element.addnext(rest)
    _move_from(rest, run)


def _move_from(element: Any, run: Any) -> None:
    """Moves `element` and what stands behind it in its run to a run of its own, which looks the same."""
    new = run.makeelement(run.tag, dict(run.attrib))
    look = find(run, "rPr")
    if look is not None:
        new.append(copy.deepcopy(look))
    for one in [element, *element.itersiblings()]:
        new.append(one)
    run.addnext(new)


def _between(rows: Sequence[Placed], start: int, end: int) -> list[Any]:
    """The runs that hold characters `start` to `end`, each once."""
    first = bisect_left(rows, start, key=_begin)
    within = rows[first : bisect_left(rows, end, lo=first, key=_begin)]
    return list(dict.fromkeys(span.run for _first, last, span in within if last <= end))


def _change(rows: Sequence[Placed], stretch: Stretch, author: Author) -> None:
    gone = _between(rows, stretch.start, stretch.end)
    for run in gone:
        _delete(run, author)
    if not stretch.words:
        return
    if gone:
        _insert(gone[-1].getparent(), copy.deepcopy(find(gone[0], "rPr")), stretch.words, author, behind=True)
        return
    at = bisect_left(rows, stretch.start, key=_begin)
    for neighbour in rows[at - 1 : at] if at else rows[:1]:
        run = neighbour[2].run
        _insert(run, copy.deepcopy(find(run, "rPr")), stretch.words, author, behind=at > 0)


def _delete(run: Any, author: Author) -> None:
    """Puts a run into `w:del`; its texts are deleted ones there."""
    mark = _mark(run, "del", author)
    run.addprevious(mark)
    mark.append(run)
    for element in run.iter(W + "t"):
        element.tag = W + "delText"


def _insert(beside: Any, look: Any, words: str, author: Author, *, behind: bool) -> None:
    mark = _mark(beside, "ins", author)
    run = beside.makeelement(W + "r", {})
    if look is not None:
        run.append(look)
    text = run.makeelement(W + "t", {})
    put(text, words)
    run.append(text)
    mark.append(run)
    if behind:
        beside.addnext(mark)
    else:
        beside.addprevious(mark)


def _mark(near: Any, name: str, author: Author) -> Any:
    attributes = {W + "id": str(next(author.ids)), W + "author": author.name, W + "date": author.date}
    return near.makeelement(W + name, attributes)


def _anchor(paragraph: Any, rows: Sequence[Placed], anchor: Anchor) -> None:
    """Puts the ends of a comment's range around its characters, and its mark behind them."""
    runs = (
        _between(rows, anchor.start, anchor.end)
        or [span.run for first, last, span in rows if first <= anchor.start <= last][:1]
    )
    begin = paragraph.makeelement(W + "commentRangeStart", {W + "id": str(anchor.id)})
    end = paragraph.makeelement(W + "commentRangeEnd", {W + "id": str(anchor.id)})
    mark = paragraph.makeelement(W + "r", {})
    mark.append(mark.makeelement(W + "commentReference", {W + "id": str(anchor.id)}))
    if runs:
        runs[0].addprevious(begin)
        runs[-1].addnext(end)
    else:
        paragraph.append(begin)
        paragraph.append(end)
    end.addnext(mark)
