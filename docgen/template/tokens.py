"""Tokens: what stands in a template's output for a value until the markup has been parsed.

A value of the plan must never be read as markup. So what a template inserts is a token between two
private-use characters, and the markup parser puts the value back where it found the token. The
source stage lets no such character into a plan.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextvars import ContextVar
from typing import Union

from docgen.document import Footnote, Reference
from docgen.structure import Builder

OPEN, CLOSE = "\ue000", "\ue001"
LINE_OPEN, LINE_CLOSE = "\ue002", "\ue003"
TOKEN = re.compile(f"{OPEN}(\\d+){CLOSE}")


class Piece:
    """A value that is more than text (a chapter, a table, a list of people): `build` adds its
    blocks; `name` says what it is in messages."""

    __slots__ = ("build", "name")

    def __init__(self, name: str, build: Callable[[Builder], None]) -> None:
        self.name = name
        self.build = build


Held = Union[str, Piece, Reference, Footnote]


class Tokens:
    """The values of one rendering, in the order in which they were put."""

    def __init__(self) -> None:
        self._held: list[Held] = []

    def put(self, value: Held) -> str:
        self._held.append(value)
        return f"{OPEN}{len(self._held) - 1}{CLOSE}"

    def get(self, number: str) -> Held:
        return self._held[int(number)]

    def plain(self, text: str) -> str:
        """`text` with every token replaced by the text it stands for."""
        return TOKEN.sub(lambda found: str(self.get(found[1])), text)


rendering: ContextVar[Tokens] = ContextVar("docgen_rendering")
"""The tokens of the rendering that runs in this thread: Jinja's finalizer has no other way to them,
as it is also called from imported templates, which see no context."""
