"""The validator's paths → the paths of a plan."""

from __future__ import annotations

from typing import Any

from docgen.schema.finding import Path

LONGEST = 25
"""Digits of a key that the validator may still take for a number."""


def path_in(plain: Any, steps: list[str | int]) -> Path:
    """`steps` into `plain` with its keys as they are. The validator gives a key of digits (2027,
    or 007) as a number, and drops an empty key."""
    path: list[str | int] = []
    for step in steps:
        while isinstance(plain, dict) and not _keys(plain, step) and "" in plain:
            path.append("")
            plain = plain[""]
        found = _keys(plain, step) if isinstance(plain, dict) else [step]
        if not found:
            break
        path.append(found[0])
        plain = plain[found[0]]
    return tuple(path)


def _keys(plain: dict[str, Any], step: str | int) -> list[str]:
    if str(step) in plain:
        return [str(step)]
    return [key for key in plain if len(key) < LONGEST and key.isdecimal() and int(key) == step]
