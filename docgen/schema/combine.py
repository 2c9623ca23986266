"""A template's schema on top of its parent's: one schema that stands by itself."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import quote

MERGED = ("properties", "patternProperties", "$defs")
"""Keywords whose mappings are joined name by name; what both name is combined in its turn."""


def combine(parent: Mapping[str, Any], child: Mapping[str, Any] | None) -> dict[str, Any]:
    """`parent` with all that `child` adds, keyword by keyword; neither is changed.

    The child's keyword wins over the parent's, but for `properties` and `$defs`, which are joined,
    and `required`, to which the child can only add. So a child can give a key another title, a
    narrower `enum`, its own `$ref`, or forbid it (`false`). The result is a JSON Schema of its own:
    every `$ref` is local, and written as the URI it has to be (`#/$defs/内容` percent-encoded).
    """
    return _combine(parent, _with_uris(child or {}))


def _combine(parent: Mapping[str, Any], child: Mapping[str, Any]) -> dict[str, Any]:
    combined = dict(parent)
    for keyword, value in child.items():
        combined[keyword] = _joined(keyword, combined.get(keyword), value)
    return combined


def _with_uris(part: Any) -> Any:
    if isinstance(part, str):  # most are, and to ask for a mapping takes many times as long
        return part
    if isinstance(part, Mapping):
        return {key: _uri(value) if key == "$ref" else _with_uris(value) for key, value in part.items()}
    return [_with_uris(value) for value in part] if isinstance(part, list) else part


@lru_cache(maxsize=1024)
def _quoted(reference: str) -> str:
    return quote(reference, safe="#/$:?&=%~")


def _uri(reference: Any) -> Any:
    return _quoted(reference) if isinstance(reference, str) else reference


def _joined(keyword: str, old: Any, new: Any) -> Any:
    if keyword in MERGED and isinstance(old, Mapping) and isinstance(new, Mapping):
        return {**old, **{name: _combined(old.get(name), part) for name, part in new.items()}}
    if keyword == "required" and isinstance(old, list) and isinstance(new, list):
        return list(dict.fromkeys([*old, *new]))
    return new


def _combined(old: Any, new: Any) -> Any:
    return _combine(old, new) if isinstance(old, Mapping) and isinstance(new, Mapping) else new
