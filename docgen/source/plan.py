"""A plan with what lies under it: the school's defaults (docgen.yaml) beside its file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple, Union

from docgen.problems import Place, Problem
from docgen.sheets.asked import is_spreadsheet
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


def layered(plan: Record, below: Record) -> Record:
    """`plan` with what only `below` says; mappings are joined key by key. Every value keeps the
    place it came from."""
    joined = Record(plan.place)
    joined.update(plan)
    joined.keys_at.update(plan.keys_at)
    for key, value in below.items():
        if key not in plan:
            joined[key] = value
            joined.keys_at[key] = below.keys_at.get(key, Place(""))
        elif isinstance(value, Record) and isinstance(plan[key], Record):
            joined[key] = layered(plan[key], value)
    return joined
