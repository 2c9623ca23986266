"""A change of the plan: what it is, at which key, what was there and what is now, and its characters."""

from __future__ import annotations

from typing import NamedTuple

from docgen.i18n import _
from docgen.intake.update.nodes import Path
from docgen.intake.update.typed import Op
from docgen.problems import Place
from docgen.schema.where import words

CHANGED, ADDED, REMOVED, MOVED = "changed", "added", "removed", "moved"


class Change(NamedTuple):
    """One edit. `path` is its key as the plan was when it was made, `line` the line there, `place` where in
    the edited file it was found; `ops` are what it does to the plan's text."""

    kind: str
    path: Path
    before: str
    after: str
    line: int = 0
    place: Place | None = None
    ops: tuple[Op, ...] = ()

    @property
    def key(self) -> str:
        """The key in words: “重点工作”第1项的“条目”第2项."""
        return words(self.path)


class Left(NamedTuple):
    """Words of the edited file that nothing in the plan can take; `before` is what the plan prints.
    `counted`: they differ in nothing but numbers that are counted."""

    before: str
    after: str
    place: Place | None
    why: str = ""
    counted: bool = False


def kind_words(kind: str) -> str:
    names = {CHANGED: _("改"), ADDED: _("增"), REMOVED: _("删"), MOVED: _("移")}
    return names[kind]
