"""One pass over a plan: the typed tree for the later stages and the plain copy for the validator.

The validator takes only plain dicts, lists, texts and numbers, and it dies of deep nesting, so
what is nested too deep stops here.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from math import isfinite
from typing import TYPE_CHECKING, Any

from docgen.schema.convert import LONGEST_NUMBER, Unreadable
from docgen.schema.shape import Shape
from docgen.source.values import Number, Record, Row, Text, are_texts, place_of

if TYPE_CHECKING:
    from docgen.schema.finding import Finding, Path

DEEPEST = 100
BLANK = "待填"
"""The deliberate blank: it may stand for any text, number, date or choice."""

Trail = tuple["Trail | None", "str | int", int]
"""The way to a value, from its end: the way to the parent, the step, the depth."""


class Walk:
    """What one pass collects in `findings`: texts that cannot be turned, nulls, too deep nesting."""

    __slots__ = ("findings",)

    def __init__(self) -> None:
        self.findings: list[Finding] = []

    def value(self, value: Any, shape: Shape, trail: Trail | None) -> tuple[Any, Any]:
        """`value` as its schema wants it, and its plain copy."""
        if isinstance(value, str):
            return self.text(value, shape, trail)
        if isinstance(value, Mapping):
            return self.mapping(value, shape, trail)
        if isinstance(value, (list, tuple)):
            return self.sequence(value, shape, trail)
        if value is None:
            if "null" not in shape.wants:
                self.tell(trail, "null")
            return None, None
        return self.scalar(value, shape, trail)

    def mapping(self, record: Mapping[Any, Any], shape: Shape, trail: Trail | None) -> tuple[Any, Any]:
        if self.too_deep(trail):
            return record, {}
        typed = Record(place_of(record))
        typed.keys_at = getattr(record, "keys_at", {})
        plain: dict[str, Any] = {}
        depth = trail[2] + 1 if trail else 1
        keys, others = shape.keys, shape.others
        for key, value in record.items():
            name = key if type(key) is str else str(key)
            wanted = keys.get(name, others)
            if wanted is None:
                typed[name], plain[name] = value, 0
            elif type(value) is Text and wanted.convert is None:
                typed[name], plain[name] = value, str(value)
            else:
                typed[name], plain[name] = self.value(value, wanted, (trail, name, depth))
        return typed, plain

    def sequence(self, row: Any, shape: Shape, trail: Trail | None) -> tuple[Any, Any]:
        if self.too_deep(trail):
            return row, []
        typed = Row(place=place_of(row))
        plain: list[Any] = []
        depth = trail[2] + 1 if trail else 1
        wanted = shape.items
        if wanted.convert is None and are_texts(row):
            typed.extend(row)
            return typed, [*map(str, row)]
        for position, value in enumerate(row):
            if type(value) is Text and wanted.convert is None:
                typed.append(value)
                plain.append(str(value))
            else:
                pair = self.value(value, wanted, (trail, position, depth))
                typed.append(pair[0])
                plain.append(pair[1])
        return typed, plain

    def text(self, text: str, shape: Shape, trail: Trail | None) -> tuple[Any, Any]:
        if shape.convert is not None and text.strip() != BLANK:
            try:
                return shape.convert(text, place_of(text))
            except Unreadable as asked:
                self.tell(trail, asked.args[0])
        return (text if isinstance(text, Text) else Text(text)), str(text)

    def scalar(self, value: Any, shape: Shape, trail: Trail | None) -> tuple[Any, Any]:
        """A value that a program gave, not a file: bool, int, float or whatever else it had."""
        if isinstance(value, bool) or not shape.takes_scalars():
            return value, bool(value)  # any scalar will do where none is taken
        try:
            text = str(value)
        except ValueError:
            self.tell(trail, "number")
            return Text(""), ""
        if shape.wants_number() and isinstance(value, (int, float)) and isfinite(float(text)):
            text = f"{Decimal(text):f}"  # 1e+16 as a person writes it
            if len(text) <= LONGEST_NUMBER:
                return Number(text), value
        return self.text(text, shape, trail)

    def too_deep(self, trail: Trail | None) -> bool:
        if trail is None or trail[2] < DEEPEST:
            return False
        self.tell(trail, "depth")
        return True

    def tell(self, trail: Trail | None, kind: str) -> None:
        from docgen.schema.finding import Finding

        self.findings.append(Finding(_path(trail), kind))


def _path(trail: Trail | None) -> Path:
    steps = []
    while trail is not None:
        steps.append(trail[1])
        trail = trail[0]
    return tuple(reversed(steps))
