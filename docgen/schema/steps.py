"""Data and a path through it: the value it leads to, and where the key stands that is its last step."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docgen.problems import Place
from docgen.schema.finding import Path


def value_at(data: Any, path: Path) -> Any:
    """The value that `path` leads to, None where it leads nowhere."""
    for step in path:
        if isinstance(data, Mapping):
            data = data.get(step)
        elif isinstance(data, (list, tuple)) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data


def key_place(data: Any, path: Path) -> Place | None:
    """Where the key stands that is the last step of `path`, None for an item of a list."""
    if not path:
        return None
    places: Mapping[Any, Place] = getattr(value_at(data, path[:-1]), "keys_at", {})
    return places.get(path[-1])
