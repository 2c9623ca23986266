"""A plan with what lies under it: the school's defaults (docgen.yaml) beside its file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple, Union

from docgen.problems import Problem
from docgen.sheets.asked import is_spreadsheet
from docgen.source.layered import layered
from docgen.source.load import from_mapping, load
from docgen.source.values import Record

DEFAULTS = "docgen.yaml"


class Given(NamedTuple):
    """A plan that was read already, its defaults under it, and the folder its files lie in."""

    plan: Record
    folder: Path


Source = Union[str, Path, Mapping[str, Any], Given]


def read(source: Source) -> tuple[Record, Path, list[Problem]]:
    """The plan's data with the school's defaults (docgen.yaml beside it) under it, and its folder. A path
    is that of a YAML file, or of a workbook that was filled in."""
    if isinstance(source, Given):
        return source.plan, source.folder, []
    if isinstance(source, Mapping):
        return from_mapping(source), Path(), []
    path = Path(source)
    plan, problems = _filled_in(path) if is_spreadsheet(path) else load(path)
    defaults = path.parent / DEFAULTS
    if defaults.is_file() and defaults.name != path.name:
        below, more = load(defaults)
        problems += more
        plan = layered(plan, below)
    return plan, path.parent, problems


def _filled_in(path: Path) -> tuple[Record, list[Problem]]:
    """The plan in a workbook that was filled in."""
    from docgen.sheets import form

    return form.read(path)
