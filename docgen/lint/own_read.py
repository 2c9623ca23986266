"""A file of own rules (局规.yaml): what it asks for, and what is wrong with it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docgen.lint.own import Own
from docgen.problems import Problem


def own_rules(files: list[Any], folder: Path) -> tuple[tuple[Own, ...], list[Problem]]:
    """The rules of the files named, which stand in `folder`, and the problems met."""
    return (), []
