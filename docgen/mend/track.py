"""The remedies of a .docx as tracked changes, each with a comment that names its rule; what a person has to
decide gets the comment alone. Everything else in the file stays as it was."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

from docgen.i18n import _
from docgen.lint.run import Finding
from docgen.mend import comments, splice
from docgen.mend.comments import Comment
from docgen.mend.difference import Stretch, stretches
from docgen.mend.mend import WORD, Mended
from docgen.mend.tracked import Anchor, Author, is_fixed, mark
from docgen.mend.word_file import MAIN, main, replaced
from docgen.problems import CannotRead, Place, error
from docgen.reader.spans import spans
from docgen.verify.file.values import W

AUTHOR = "docgen"
CORE = "docProps/core.xml"
MODIFIED = re.compile(rb"<dcterms:modified[^>]*>\s*([0-9T:.Z+-]+)\s*<")
UNKNOWN_DATE = "2000-01-01T00:00:00Z"


class Line(NamedTuple):
    """A paragraph to be marked: its changes, and the findings that are told in comments on it."""

    stretches: list[Stretch]
    findings: list[tuple[Finding, int, int]]


def tracked(original: bytes, mended: Mended, path: Path) -> bytes:
    """The .docx `original` (at `path`) with what `mended` changed as proposals. Raises `CannotRead` (MND-002)
    for another kind of file."""
    if path.suffix.lower() not in WORD:
        hint = _("--track 只用于 .docx；其他文件用 --fix")
        raise CannotRead(error("MND-002", _("只有Word文档能做成修订"), Place(str(path)), hint=hint))
    xml, root = main(original)
    _final_xml, final = main(mended.content)
    lines = _lines(list(root.iter(W + "p")), list(final.iter(W + "p")), mended)
    date = _date(original)
    author = Author(AUTHOR, date, count(comments.first_free_id(original)))
    notes: list[Comment] = []
    for number, line in lines.items():
        _mark(list(root.iter(W + "p"))[number - 1], line, author, notes)
    parts = {MAIN: splice.spliced(xml, root, lines.keys())}
    return replaced(original, parts | comments.added(original, notes, AUTHOR, date) if notes else parts)


def _lines(old: Sequence[Any], new: Sequence[Any], mended: Mended) -> dict[int, Line]:
    """The paragraphs that change or are told of something, by their numbers."""
    lines: dict[int, Line] = {}
    for number, (before, after) in enumerate(zip(old, new, strict=True), 1):
        texts = [_text(before), _text(after)]
        if texts[0] != texts[1]:
            lines[number] = Line(stretches(*texts), [])
    for finding in (*mended.done, *_to_decide(mended)):
        place, span = finding.problem.place, finding.problem.span
        if place and span and 0 < place.line <= len(old):
            line = lines.setdefault(place.line, Line([], []))
            line.findings.append((finding, *span))
    return lines


def _to_decide(mended: Mended) -> list[Finding]:
    """What was found before and nothing was done about, that a comment can stand on."""
    done = {(one.rule.id, one.problem.place, one.problem.span) for one in mended.done}
    found = mended.before.findings.found
    return [one for one in found if (one.rule.id, one.problem.place, one.problem.span) not in done]


def _text(paragraph: Any) -> str:
    return "".join(span.text for span in spans(paragraph))


def _mark(paragraph: Any, line: Line, author: Author, notes: list[Comment]) -> None:
    length = len(_text(paragraph))
    anchors = []
    for finding, first, last in line.findings:
        start, end = _range(line, min(first, length), min(last, length))
        if is_fixed(paragraph, start, end) or (start == end == 0 == length):
            continue
        anchor = Anchor(next(author.ids), start, end)
        anchors.append(anchor)
        notes.append(Comment(anchor.id, _said(finding)))
    mark(paragraph, line.stretches, anchors, author)


def _range(line: Line, start: int, end: int) -> tuple[int, int]:
    """The characters of the original that a comment is about: those of the changes that it meets, for a
    finding of a later round counts in what earlier ones left."""
    met = [one for one in line.stretches if one.start <= end and one.end >= start]
    return (min(start, met[0].start), max(end, met[-1].end)) if met else (start, end)


def _said(finding: Finding) -> tuple[str, ...]:
    problem = finding.problem
    clause = f"（{problem.clause}）" if problem.clause else ""
    return tuple(filter(None, (f"{finding.rule.id} {problem.message}{clause}", problem.hint)))


def _date(data: bytes) -> str:
    """When the file was last changed, as it says itself: the same file gives the same bytes."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        core = archive.read(CORE) if CORE in archive.namelist() else b""
    found = MODIFIED.search(core)
    return found[1].decode() if found else UNKNOWN_DATE
