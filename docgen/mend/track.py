"""The remedies of a .docx as tracked changes, each with a comment that names its rule; what a person has to
decide gets the comment alone. Everything else in the file stays as it was."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import Any

from docgen.i18n import _
from docgen.lint.rulebook import NO
from docgen.lint.run import Finding
from docgen.mend import comments, splice
from docgen.mend.comments import Comment
from docgen.mend.composed import Composed, composed
from docgen.mend.edits import by_line, is_safe
from docgen.mend.mend import WORD, Mended
from docgen.mend.runs import Placed
from docgen.mend.tracked import Anchor, Author, is_fixed, mark
from docgen.mend.word_file import MAIN, main, paragraphs, replaced
from docgen.ooxml.values import W
from docgen.problems import CannotRead, Place, Severity, error

AUTHOR = "docgen"
CORE = "docProps/core.xml"
MODIFIED = re.compile(rb"<dcterms:modified[^>]*>\s*([0-9T:.Z+-]+)\s*<")
UNKNOWN_DATE = "2000-01-01T00:00:00Z"


def tracked(original: bytes, mended: Mended, path: Path) -> bytes:
    """The .docx `original` (at `path`) with what `mended` changed as proposals. Raises `CannotRead` (MND-002)
    for another kind of file."""
    if path.suffix.lower() not in WORD:
        hint = _("--track 只用于 .docx；其他文件用 --fix")
        raise CannotRead(error("MND-002", _("只有Word文档能做成修订"), Place(str(path)), hint=hint))
    xml, root = main(original)
    texts = dict(paragraphs(root))
    lines = _lines(texts, mended)
    date = _date(original)
    author = Author(AUTHOR, date, count(comments.first_free_id(original)))
    notes: list[Comment] = []
    elements = list(root.iter(W + "p"))
    for number, line in lines.items():
        _mark(elements[number - 1], texts[number], line, author, notes)
    parts = {MAIN: splice.spliced(xml, root, lines.keys())}
    return replaced(original, parts | comments.added(original, notes, AUTHOR, date) if notes else parts)


def _lines(texts: Mapping[int, list[Placed]], mended: Mended) -> dict[int, Composed]:
    """The paragraphs that change or are told of something, by their numbers."""
    made = [by_line(edits) for edits in mended.rounds]
    lines = {
        number: composed(_text(texts[number]), [edits.get(number, []) for edits in made])
        for number in sorted({number for edits in made for number in edits})
    }
    for finding in _to_decide(mended):
        place, span = finding.problem.place, finding.problem.span
        if place and span and place.line in texts:
            lines.setdefault(place.line, Composed([], [])).findings.append((finding, *span))
    return lines


def _to_decide(mended: Mended) -> list[Finding]:
    """What was found before, is there still, and waits for a person, that a comment can stand on."""
    left = {_known_by(one) for one in mended.left}
    done = {_known_by(edit.finding) for edits in mended.rounds for edit in edits}
    found = [one for one in mended.before.findings.found if _known_by(one) in left]
    return [
        one
        for one in found
        if (one.rule.fix != NO or one.rule.severity is not Severity.INFO)
        and not (is_safe(one) and _known_by(one) in done)
    ]


def _known_by(finding: Finding) -> tuple[str, int]:
    place = finding.problem.place
    return finding.rule.id, place.line if place else 0


def _text(placed: Sequence[Placed]) -> str:
    return "".join(span.text for _start, _end, span in placed)


def _mark(
    paragraph: Any, placed: Sequence[Placed], line: Composed, author: Author, notes: list[Comment]
) -> None:
    length = len(_text(placed))
    anchors = []
    for finding, first, last in line.findings:
        start, end = min(first, length), min(last, length)
        if is_fixed(placed, start, end) or (start == end == 0 == length):
            continue
        anchor = Anchor(next(author.ids), start, end)
        anchors.append(anchor)
        notes.append(Comment(anchor.id, _said(finding)))
    mark(paragraph, line.stretches, anchors, author)


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
