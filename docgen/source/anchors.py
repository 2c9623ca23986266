"""Anchors and aliases: programs that write YAML use them, people hardly ever mean them.

An alias counts as many values, and goes as deep, as what it stands for: no small file grows large.
An anchor that nothing uses was a text that begins with &, and is told as lost.
"""

from __future__ import annotations

from typing import Any

from docgen.problems import Problem


class Anchor:
    """A named value. `size` counts its values and `height` its levels once it is `finished`; until
    then they are the count and the depth at which it began."""

    __slots__ = ("deepest", "finished", "height", "size", "unused", "used", "value")

    def __init__(self, value: Any, unused: Problem, nodes: int, depth: int) -> None:
        self.value = value
        self.unused = unused
        self.size = nodes
        self.height = self.deepest = depth
        self.finished = self.used = False


class Anchors:
    """The anchors of one file; `nodes` and `depth` are the reader's counts at the moment of a call."""

    def __init__(self) -> None:
        self.known: dict[str, Anchor] = {}
        self._open: list[Anchor] = []

    def begin(self, name: str, value: Any, unused: Problem, nodes: int, depth: int) -> None:
        """`value` has the anchor `name`; `unused` is the finding if nothing uses it."""
        anchor = Anchor(value, unused, nodes, depth)
        self.known[name] = anchor
        self._open.append(anchor)

    def reach(self, depth: int) -> None:
        """A value inside the unfinished anchors goes as deep as `depth`."""
        for anchor in self._open:
            anchor.deepest = max(anchor.deepest, depth)

    def finish(self, nodes: int, depth: int) -> None:
        """The values at `depth` and deeper have ended."""
        while self._open and self._open[-1].height >= depth:
            anchor = self._open.pop()
            anchor.size = max(1, nodes - anchor.size)
            anchor.height = anchor.deepest - anchor.height
            anchor.finished = True

    def unused(self) -> list[Problem]:
        return [anchor.unused for anchor in self.known.values() if not anchor.used]
