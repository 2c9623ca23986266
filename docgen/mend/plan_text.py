"""Edits in a plan: the words of a value, where they stand in the file as they are printed."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.lint.judge import Judged
from docgen.mend.edits import Edit, applied, by_line
from docgen.patterns import pattern
from docgen.problems import has_errors
from docgen.source.decode import UTF8_BOM, with_plain_line_ends
from docgen.source.load import loads

LINE = pattern(r"[^\r\n]*(?:\r\n|\r|\n|$)")


def mended(data: bytes, wanted: Sequence[Edit], judged: Judged) -> tuple[bytes, list[Edit]]:
    """The plan `data` with the edits made, and those whose words do not stand in one line of the file as they
    are printed (they are put together by a template, or over several lines)."""
    bom = UTF8_BOM if data.startswith(UTF8_BOM) else b""
    lines = LINE.findall(data[len(bom) :].decode("utf-8"))
    left: list[Edit] = []
    for number, edits in by_line(wanted).items():
        spots = [(_spot(lines, edit, judged), edit) for edit in edits]
        left += [edit for spot, edit in spots if spot is None]
        found = [edit._replace(start=spot[0], end=spot[1]) for spot, edit in spots if spot]
        if found:
            lines[number - 1] = applied(lines[number - 1], found)
    made = "".join(lines)
    if has_errors(loads(with_plain_line_ends(made), "")[1]):
        return data, list(wanted)
    return bom + made.encode("utf-8"), left


def _spot(lines: Sequence[str], edit: Edit, judged: Judged) -> tuple[int, int] | None:
    """Where the words to be replaced stand in their line of the plan; None where they are not there just
    once."""
    hit = edit.finding.hit
    words = judged.reading.passages[hit.passage].text
    line = lines[edit.line - 1] if edit.line <= len(lines) else ""
    at = line.find(words)
    if at < 0 or line.find(words, at + 1) >= 0:
        return None
    return at + hit.start, at + hit.end
