"""Where a path of a plan leads: its place in the file, its words, its excerpt, its shape."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from docgen.i18n import _
from docgen.problems import Place, shorten
from docgen.schema.finding import Path
from docgen.schema.schema import Schema
from docgen.schema.shape import Shape
from docgen.schema.steps import key_place, value_at
from docgen.source.values import place_of


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan, typed as far as it could be, beside the schema it is judged by."""

    data: Any
    schema: Schema

    def value(self, path: Path) -> Any:
        return value_at(self.data, path)

    def wants(self, path: Path) -> Shape:
        return shape_at(self.schema.shape, path)

    def name(self, path: Path) -> str:
        return words(path) or _("计划")

    def place(self, path: Path) -> Place | None:
        return place_at(self.data, path)


def shape_at(shape: Shape, path: Path) -> Shape:
    """What the schema asks for at `path`."""
    for step in path:
        further = shape.others or shape.items
        shape = shape.items if isinstance(step, int) else shape.keys.get(step, further)
    return shape


def place_at(data: Any, path: Path) -> Place | None:
    """A text's own place; for all else its key's; in a list its own or else the list's."""
    value = value_at(data, path)
    own = place_of(value)
    if own and isinstance(value, str):
        return own
    return key_place(data, path) or own or (place_at(data, path[:-1]) if path else None)


def words(path: Path) -> str:
    """`path` as it is said: “章节”第2项的“条目”第1项; a plan as a whole is empty."""
    said = ""
    for step in path:
        if isinstance(step, int):
            said += _("第{number}项").format(number=step + 1)
        else:
            said += (_("的") if said else "") + _("“{key}”").format(key=step)
    return said


def excerpt(data: Any, path: Path) -> str:
    """The line a reader looks for: `时限: 10月`, `- 学生会`, `章节:`; for the whole plan its first."""
    value = value_at(data, path)
    if not path or isinstance(path[-1], int):
        if isinstance(value, Mapping) and value:
            return excerpt(data, (*path, next(iter(value))))
        return f"- {_as_typed(value)}".rstrip() if path else ""
    return f"{path[-1]}: {_as_typed(value)}".rstrip()


def _as_typed(value: Any) -> str:
    if value is True or value is False:
        return _("是") if value else _("否")
    if value is None or isinstance(value, (Mapping, list, tuple)):
        return ""
    return shorten(str(value))
