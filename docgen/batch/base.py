"""What all rows of a batch share: a plan they override, or a template they fill in."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from docgen.plan_file import read
from docgen.problems import DocgenError, Problem, has_errors
from docgen.source.values import Record, Text
from docgen.template import shelf
from docgen.template.package import Package

PLANS = (".yaml", ".yml", ".xlsx")


class Base(NamedTuple):
    """The plan that lies under every row (of a template: only its 模板), the folder its files lie in,
    the template it is made by, and the file it came from (None for a template)."""

    plan: Record
    folder: Path
    package: Package
    path: Path | None


def load(name: str, near: Path) -> tuple[Base, list[Problem]]:
    """The base called `name`: the path of a plan, or a template as seen from the folder `near`, and what
    is told of it. Raises `DocgenError` where there is no such plan or template, or the plan has errors."""
    path = Path(name)
    if path.suffix.lower() not in PLANS:
        package = shelf.find(name, near)
        plan = Record()
        plan["模板"] = Text(name)
        return Base(plan, near, package, None), []
    plan, folder, problems = read(path)
    if has_errors(problems):
        raise DocgenError(problems)
    return Base(plan, folder, _template_of(plan, folder), path), problems


def _template_of(plan: Record, folder: Path) -> Package:
    from docgen.pipeline import package_of

    return package_of(plan, folder, None)
