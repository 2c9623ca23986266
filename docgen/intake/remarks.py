"""What a person has to look at in an imported plan: comments on the lines they are about."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import Any

from docgen.document import Attachment
from docgen.i18n import _
from docgen.intake.blocks import usable
from docgen.plan_text.yaml_text import Noted
from docgen.problems import Place, Problem, Severity
from docgen.recognised import PEOPLE, Part, Recognised

UNTITLED, NOBODY = "REC-018", "PLH-007"
SHOWN = 40
"""Characters of an excerpt in a comment."""


class Remarks:
    """The comments by the line of the file they are about; each is given out once."""

    def __init__(self) -> None:
        self._by_line: dict[int, list[str]] = {}

    def add(self, place: Place | None, words: str) -> None:
        comments = self._by_line.setdefault(place.line if place else 0, [])
        if words not in comments:
            comments.append(words)

    def on(self, place: Place | None, value: Any) -> Any:
        """`value` with the comments about `place`, which are then given out."""
        return self.on_all([place], value)

    def on_all(self, places: Iterable[Place | None], value: Any) -> Any:
        """`value`, which is of several lines, with the comments about all of them."""
        comments = [words for place in places if place for words in self._by_line.pop(place.line, [])]
        return Noted(value, tuple(comments)) if comments else value

    def left(self) -> list[str]:
        """All that nobody asked for, in the order of the file."""
        rest = [words for line in sorted(self._by_line) for words in self._by_line[line]]
        self._by_line.clear()
        return rest


def of(recognised: Recognised) -> Remarks:
    """The comments that a plan from `recognised` begins with: doubts and repairs that change what is read,
    and what has no place in a plan."""
    found = Remarks()
    for problem in recognised.problems:
        if problem.severity is not Severity.INFO and problem.id != UNTITLED:
            part = _part_at(recognised, problem.place)
            place = part.place if part else problem.place
            found.add(place, _("核对：{words}").format(words=_said(problem)))
    for part in recognised.parts:
        if part.note == "debris":
            found.add(None, _("核对：像是网页带来的，没有写进计划：{text}").format(text=shown(part.text)))
        elif part.note == "contents":
            found.add(None, _("核对：原来的目录没有写进计划：{text}").format(text=shown(part.text)))
        elif part.picture and not usable(part.picture):
            found.add(part.place, _("核对：这里的图不是PNG或JPEG，没有取出来，请另存后补上"))
    return found


def _part_at(recognised: Recognised, place: Place | None) -> Part | None:
    """The part that begins at `place` or last above it."""
    parts = [part for part in recognised.parts if part.place]
    at = bisect_right([part.place.line for part in parts if part.place], place.line if place else 0) - 1
    return parts[at] if at >= 0 else None


def only_named(remarks: Remarks, attachments: Iterable[Attachment]) -> None:
    """Adds which attachments are files of their own, as nothing but their names came."""
    bare = [one.name for one in attachments if one.elsewhere]
    if bare:
        words = _("核对：附件只有名称，没有内容，写成了另附的文件；有内容的把“另附”改成“正文”：{names}")
        remarks.add(None, words.format(names="、".join(bare)))


def _said(problem: Problem) -> str:
    return "。".join(filter(None, (problem.message, problem.hint)))


def shown(text: str) -> str:
    """The beginning of a text, as much as a comment shows."""
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"


def doubts(remarks: Remarks, problems: Iterable[Problem], recognised: Recognised) -> None:
    """Adds what a person has to look at, each at the part it is in; not what is told of a part anyhow: a
    date that is none, a role that nobody has."""
    for problem in problems:
        part = _part_at(recognised, problem.place)
        if part is None or (part.note != "date" and not (part.type == PEOPLE and problem.id == NOBODY)):
            place = part.place if part else problem.place
            remarks.add(place, _("核对：{words}").format(words=problem.message))
