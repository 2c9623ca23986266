"""Edits in a plan: the words of a value, where they stand in the file as they are printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import yaml

from docgen.lint.judge import Judged
from docgen.lint.reading import Passage
from docgen.mend.edits import Edit
from docgen.patterns import pattern
from docgen.plan_text.nodes import compose, end_of, spots, start_of
from docgen.problems import has_errors
from docgen.source.decode import UTF8_BOM, with_plain_line_ends
from docgen.source.load import loads

CLAUSE = pattern(r"[^。；！？\n]*[。；！？\n]?")
FAR = 15
"""Lines below that of a passage in which its words may stand: the text of a heading that is run in."""
SHORTEST = 6
"""Characters of a passage that tell its place."""
BESIDE = (10, 6)
"""Characters to both sides of words that tell where they stand, when their sentence does not."""
SYNTAX = frozenset("\"'\\#:{}[]&*|>@`\n")
"""What may mean something else in YAML: it is not typed unasked."""


class Value(NamedTuple):
    """A text of the plan as it is typed: where it begins and ends, its first line (from 1) and its last."""

    start: int
    end: int
    first: int
    last: int


def mended(data: bytes, wanted: Sequence[Edit], judged: Judged) -> tuple[bytes, list[Edit]]:
    """The plan `data` with the edits made, and those whose words do not stand in a value as they are printed
    (they are put together by a template, or typed over several lines)."""
    bom = UTF8_BOM if data.startswith(UTF8_BOM) else b""
    text = data[len(bom) :].decode("utf-8")
    values = _values(text)
    found = [(_spot(text, values, edit, judged), edit) for edit in wanted]
    changes = sorted((spot, edit.words) for spot, edit in found if spot)
    made = _changed(text, changes)
    if has_errors(loads(with_plain_line_ends(made), "")[1]) or len(_values(made)) != len(values):
        return data, list(wanted)
    return bom + made.encode("utf-8"), [edit for spot, edit in found if spot is None]


def _changed(text: str, changes: Sequence[tuple[tuple[int, int], str]]) -> str:
    done, at = "", 0
    for (start, end), words in changes:
        if start >= at:
            done += text[at:start] + words
            at = end
    return done + text[at:]


def _values(text: str) -> list[Value]:
    """The texts of the plan in their order; none where only docgen can read it."""
    try:
        root = compose(text)
    except yaml.YAMLError:
        return []
    found = []
    for spot in spots(root) if root else ():
        start, end = start_of(spot.node), end_of(spot.node, text)
        first = spot.node.start_mark.line + 1
        found.append(Value(start, end, first, first + text.count("\n", start, end)))
    return found


def _spot(text: str, values: Sequence[Value], edit: Edit, judged: Judged) -> tuple[int, int] | None:
    """Where the words to be replaced stand in the plan; None where that is not the only place they could."""
    hit = edit.finding.hit
    passage = judged.reading.passages[hit.passage]
    near = [value for value in values if value.first <= edit.line + FAR and value.last >= edit.line]
    if SYNTAX & set(edit.words):
        return None
    for begin, end in _around(passage, hit.start, hit.end):
        words = passage.text[begin:end]
        places = [at for value in near for at in _places(text, words, value)]
        if len(places) == 1 == passage.text.count(words):
            at = places[0] - begin
            return at + hit.start, at + hit.end
    return None


def _places(text: str, words: str, value: Value) -> Iterator[int]:
    at = text.find(words, value.start, value.end)
    while at >= 0:
        yield at
        at = text.find(words, at + 1, value.end)


def _around(passage: Passage, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of a passage that hold characters `start` to `end`, longer ones first: all of it, without
    its number, its head or its body, its sentence, some characters to both sides."""
    text, length = passage.text, len(passage.text)
    sentences = [(one.start(), one.end()) for one in CLAUSE.finditer(text) if one[0]]
    first = next((begin for begin, stop in sentences if begin <= start < stop), 0)
    last = next((stop for _begin, stop in sentences if stop >= end), length)
    parts = [(0, length), (passage.start, length), (passage.head_end, length)]
    parts += [(passage.start, passage.head_end), (first, last)]
    parts += [(max(first, start - beside), min(last, end + beside)) for beside in BESIDE]
    # A note on who does it and by when stands behind a text, printed together but of other keys.
    parts.append((max(first, start - BESIDE[0]), end))
    for begin, stop in parts:
        within = text[begin:stop]
        bare = begin + len(within) - len(within.lstrip())
        behind = bare + len(within.strip())
        if bare <= start and end <= behind and behind - bare >= SHORTEST:
            yield bare, behind
