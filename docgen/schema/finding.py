"""What is wrong at one point of a plan, before it becomes a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

Path = tuple["str | int", ...]
"""Keys and 0-based positions from the root of the plan down to a value."""


class Finding(NamedTuple):
    """`kind` is the keyword of JSON Schema that failed, or one of our own (`null`, `day`, …);
    `detail` is what that kind tells; `node` is the part of the schema that holds the keyword."""

    path: Path
    kind: str
    detail: Any = None
    node: Mapping[str, Any] = MappingProxyType({})
