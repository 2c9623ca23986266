"""Anchors and aliases in a plan in good order, as programs write them: `列: &id001` above a row or record,
and later `列: *id001`."""

from __future__ import annotations

from typing import Any, NamedTuple

from docgen.problems import Place
from docgen.source.plain_values import Unusual


class _Open(NamedTuple):
    level: int
    name: str
    value: Any


class Names:
    """The named values of one text, of which `most` uses are taken; whatever else anchors can do is left to
    the parser. `announced` are name and place of the one whose value is still to come."""

    def __init__(self, most: int) -> None:
        self._most = most
        self.announced: tuple[str, Place] | None = None
        self._open: _Open | None = None
        self._known: dict[str, Any] = {}
        self._used: set[str] = set()

    def announce(self, name: str, place: Place) -> None:
        """The value on the lines below shall be called `name`; it begins at `place`."""
        if not (name.isalnum() and name.isascii()) or name in self._known or self._open:
            raise Unusual
        self.announced = (name, place)

    def open(self, level: int, value: Any) -> None:
        """`value` begins, at `level`."""
        if self.announced:
            name, value.place = self.announced
            self._open = _Open(level, name, value)
            self.announced = None

    def close(self, level: int) -> None:
        """The value at `level` has ended."""
        if self._open and self._open.level == level:
            self._known[self._open.name] = self._open.value
            self._open = None

    def value(self, name: str) -> Any:
        """What `name` stands for."""
        self._most -= 1
        if self._open or name not in self._known or self._most < 0:
            raise Unusual
        self._used.add(name)
        return self._known[name]

    def end(self) -> None:
        """All has been read: a name that nothing used was meant as text."""
        if self._used != self._known.keys():
            raise Unusual
