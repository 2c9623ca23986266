"""A plan of a kind, as the checks of its kind look at it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from docgen.problems import Place, Problem, Severity
from docgen.source.values import Record, as_list

UPWARD = "上行"

Found = Iterator[Problem]
"""What a check gives: the problems it finds."""


class Case(NamedTuple):
    """A plan of a kind, before one check: what the data says of the kind, the patterns, and how much
    a finding weighs."""

    kind: str
    plan: Record
    severity: Severity
    asked: Mapping[str, Any]
    patterns: Mapping[str, str]

    def problem(self, id: str, message: str, place: Place | None, **more: Any) -> Problem:
        at = place or self.plan.place
        return Problem(id, self.severity, message, at, **more)

    def search(self, name: str, text: str) -> re.Match[str] | None:
        return re.search(self.patterns[name], text)

    def part(self, key: str) -> Record:
        """The mapping under `key`, empty where there is none."""
        value = self.plan.get(key)
        return value if isinstance(value, Record) else Record()

    def place(self, *keys: str) -> Place | None:
        """Where the last of `keys`, each inside the one before, stands."""
        inside: Any = self.plan
        for key in keys[:-1]:
            inside = inside.get(key)
        return inside.keys_at.get(keys[-1]) if isinstance(inside, Record) else None

    @property
    def title(self) -> str:
        return "".join(map(str, as_list(self.plan.get("标题"))))

    @property
    def addressees(self) -> list[str]:
        return [*as_list(self.plan.get("主送")), *as_list(self.part("版记").get("主送"))]

    @property
    def upward(self) -> bool:
        return str(self.plan.get("行文", self.asked.get("行文", ""))) == UPWARD


def texts(value: Any) -> Iterator[str]:
    """All texts in `value`, however deep, in their order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from texts(inner)


def around(text: str, found: re.Match[str]) -> str:
    return text[max(0, found.start() - 12) : found.end() + 12].replace("\n", "")
