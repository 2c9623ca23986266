"""Edits in a plan: the words of a value, where they stand in the file as they are printed."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.lint.judge import Judged
from docgen.mend.edits import Edit
from docgen.patterns import pattern
from docgen.problems import has_errors
from docgen.source.decode import decode
from docgen.source.load import loads

LINE = pattern(r"[^\r\n]*(?:\r\n|\r|\n|$)")


def mended(data: bytes, wanted: Sequence[Edit], judged: Judged) -> tuple[bytes, list[Edit]]:
    """The plan `data` with the edits made, and those whose words do not stand in one line of the file as they
    are printed (they are put together by a template, or over several lines)."""
    text, _problems = decode(data, "")
    lines = LINE.findall(text)
    left: list[Edit] = []
    for edit in sorted(wanted, key=lambda one: (one.line, -one.start)):
        mended_line = _in_line(lines, edit, judged)
        if mended_line is None:
            left.append(edit)
        else:
            lines[edit.line - 1] = mended_line
    made = "".join(lines)
    if has_errors(loads(made, "")[1]):
        return data, list(wanted)
    newline = made.replace("\n", "\r\n") if b"\r\n" in data else made
    bom = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    return bom + newline.encode("utf-8"), left


def _in_line(lines: Sequence[str], edit: Edit, judged: Judged) -> str | None:
    """The line of a plan with the edit made; None where the words are not there just once."""
    hit = edit.finding.hit
    passage = judged.reading.passages[hit.passage]
    if not 0 < edit.line <= len(lines):
        return None
    line = lines[edit.line - 1]
    at = line.find(passage.text)
    if at < 0 or line.find(passage.text, at + 1) >= 0:
        return None
    start, end = at + hit.start, at + hit.end
    return line[:start] + edit.words + line[end:]
