"""Values that remember where they stand: what the YAML reader hands to all later stages."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from docgen.problems import Place


class Text(str):
    """A text as typed. `place` is its first character; `lines_follow` tells that the text is a
    block scalar, whose n-th line stands n lines below the first."""

    __slots__ = ("lines_follow", "place")
    place: Place | None
    lines_follow: bool

    def __new__(cls, text: str, place: Place | None = None, lines_follow: bool = False) -> Text:
        self = str.__new__(cls, text)
        self.place = place
        self.lines_follow = lines_follow
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return Text, (str(self), self.place, self.lines_follow)


class Number(Text):
    """A text that the schema asked to be a number: prints as typed, counts as `amount`."""

    __slots__ = ()

    @property
    def amount(self) -> Decimal:
        return Decimal(self.replace(",", "").replace("，", ""))


class Day(Text):
    """A text that the schema asked to be a date: prints as typed, counts as `date`."""

    __slots__ = ("date",)
    date: datetime.date

    @classmethod
    def of(cls, text: str, day: datetime.date, place: Place | None = None) -> Day:
        self = cls(text, place)
        self.date = day
        return self


class Record(dict[str, Any]):
    """A mapping. `place` is where it begins, `keys_at[key]` where each key stands."""

    __slots__ = ("keys_at", "place")

    def __init__(self, place: Place | None = None) -> None:
        self.place = place
        self.keys_at: dict[str, Place] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild_record, (dict(self), self.place, self.keys_at)


class Row(list[Any]):
    """A sequence; `place` is where it begins."""

    __slots__ = ("place",)

    def __init__(self, items: Any = (), place: Place | None = None) -> None:
        super().__init__(items)
        self.place = place


def _rebuild_record(items: dict[str, Any], place: Place | None, keys_at: dict[str, Place]) -> Record:
    record = Record(place)
    record.update(items)
    record.keys_at = keys_at
    return record


def place_of(value: object) -> Place | None:
    """Where `value` stands, or None where it came from no file."""
    return getattr(value, "place", None)


def lines_of(text: str) -> Iterator[Text]:
    """The lines of `text` that are not blank, each with its own place."""
    place = place_of(text)
    if "\n" not in text:
        if text.strip():
            yield text if isinstance(text, Text) else Text(text, place)
        return
    follow = isinstance(text, Text) and text.lines_follow
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            at = Place(place.file, place.line + number, place.column) if place and follow else place
            yield Text(line, at)


_TEXT = frozenset({Text})


def are_texts(row: Iterable[Any]) -> bool:
    """Whether all of `row` are texts as typed, as the cells of most tables are."""
    return _TEXT.issuperset(map(type, row))


def records(data: Any) -> Iterator[Record]:
    """`data`, if it is a record, and all records in it, at whatever depth, in no order."""
    waiting = [data]
    while waiting:
        parts = waiting.pop()
        if isinstance(parts, Record):
            yield parts
            parts = parts.values()
        elif not isinstance(parts, list):
            continue
        waiting += [part for part in parts if not isinstance(part, str)]


def as_list(value: Any) -> list[Any]:
    """A value that may be given alone or as a list, as a list; nothing (None, '') is an empty one."""
    if isinstance(value, list):
        return value
    return [] if value is None or value == "" else [value]
