"""Findings with a remedy → edits of the text, none of which touches another."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from docgen.lint.judge import Judged
from docgen.lint.rulebook import AUTO
from docgen.lint.run import Finding


class Edit(NamedTuple):
    """`words` in place of characters `start` to `end` of the line numbered `line` (as the reader counts
    them), the finding that asks for it, and the characters that have to stand there (None: any)."""

    line: int
    start: int
    end: int
    words: str
    finding: Finding
    old: str | None = None

    def fits(self, text: str) -> bool:
        """Whether the line `text` has what is to be replaced at its place."""
        return self.end <= len(text) and self.old in (None, text[self.start : self.end])


def is_safe(finding: Finding) -> bool:
    """Whether a finding's remedy may be put in unasked."""
    hit = finding.hit
    return finding.rule.fix == AUTO and hit.sure and hit.replacement is not None and hit.passage >= 0


def edits(judged: Judged, banned: Collection[tuple[str, int]] = ()) -> list[Edit]:
    """The edits of all findings that are safe, by place, but those of rules that are `banned` from a line.
    Of two that touch the earlier is taken, then the longer; the other has its turn when the text is judged
    again."""
    wanted = [_edit(judged, one) for one in judged.findings.found if is_safe(one)]
    return apart(one for one in wanted if one and (one.finding.rule.id, one.line) not in banned)


def _edit(judged: Judged, finding: Finding) -> Edit | None:
    hit = finding.hit
    passage = judged.reading.passages[hit.passage]
    if passage.place is None or hit.replacement is None:
        return None
    words = passage.text[hit.start : hit.end]
    if words == hit.replacement:
        return None
    start, end = passage.offset + hit.start, passage.offset + hit.end
    return Edit(passage.place.line, start, end, hit.replacement, finding, words)


def apart(wanted: Iterable[Edit]) -> list[Edit]:
    """Those of `wanted` that do not touch each other."""
    found: list[Edit] = []
    for edit in sorted(wanted, key=lambda one: (one.line, one.start, -one.end)):
        last = found[-1] if found else None
        if last is None or edit.line != last.line or edit.start > last.end:
            found.append(edit)
    return found


def by_line(wanted: Iterable[Edit]) -> dict[int, list[Edit]]:
    rows: dict[int, list[Edit]] = {}
    for edit in wanted:
        rows.setdefault(edit.line, []).append(edit)
    return rows


def applied(text: str, wanted: Iterable[Edit]) -> str:
    """`text`, one line, with the edits made, none of which touches another."""
    done, at = "", 0
    for edit in sorted(wanted, key=lambda one: one.start):
        done += text[at : edit.start] + edit.words
        at = edit.end
    return done + text[at:]
