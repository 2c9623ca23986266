"""Foot- and endnotes: their texts, and where in a line their marks stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from docgen.manuscript import Footnote
from docgen.ooxml.values import W, get, local, switch
from docgen.reader.spans import Span, runs, spans

KINDS = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
"""The part in which the notes stand, by the name of their marks."""


def texts(root: Any) -> dict[str, str]:
    """The texts of foot- or endnotes by their ids; none where there is no such part."""
    if root is None:
        return {}
    return {get(note, "id"): _words(note) for note in root if get(note, "type") in ("", "normal")}


def of(paragraph: Any, pieces: Sequence[Span], notes: Mapping[str, Mapping[str, str]]) -> Iterator[Footnote]:
    """The notes of a paragraph whose text is `pieces`; `notes` are those of each part by their ids."""
    if not any(notes.values()):
        return
    ends, at = {}, 0
    for piece in pieces:
        at += len(piece.text)
        ends[piece.element] = at
    at = 0
    for element in _elements(paragraph):
        at = ends.get(element, at)
        kind = KINDS.get(local(element))
        text = notes[kind].get(get(element, "id"), "") if kind else ""
        if text:
            yield Footnote(at, text)


def _elements(paragraph: Any) -> Iterator[Any]:
    """What the runs hold, in its order; a text box is no part of it, what is hidden neither."""
    for run in runs(paragraph):
        if switch(run, "rPr/vanish"):
            continue
        yield run
        for child in run:
            yield from child.iter() if local(child) == "ruby" else (child,)


def _words(note: Any) -> str:
    lines = ("".join(piece.text for piece in spans(p)) for p in note.iter(W + "p"))
    return "\n".join(line.strip() for line in lines if line.strip())
