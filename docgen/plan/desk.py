"""The desk: what turning one plan into blocks needs at hand, and the problems found on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from docgen.problems import Problem
from docgen.source.values import Record


@dataclass(frozen=True, slots=True)
class Desk:
    """The plan, the words of its template for 责任 and the like, the folder its files are looked up
    in; `placed` collects which of the plan's lists (活动, 指标 …) have been printed."""

    plan: Record
    words: Mapping[str, str]
    folder: Path
    problems: list[Problem] = field(default_factory=list)
    placed: set[str] = field(default_factory=set)
