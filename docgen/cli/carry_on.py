"""`docgen new TEMPLATE --from PLAN`: a plan started from last year's."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.cli import files, output
from docgen.problems import DocgenError, Place, Problem

if TYPE_CHECKING:
    from docgen.template.package import Package
    from docgen.year.begin import Begun


def begin(arguments: argparse.Namespace, found: Package, target: Path, first_line: str) -> Begun:
    """The start of a plan of the template `found`, to be written to `target`; `first_line` names its
    schema. The file to start from is a plan, or last year's document. Raises `WrongCall` where it is
    `target` itself, `CannotRead` where it is neither."""
    from docgen.reader.read import READABLE
    from docgen.year import begin as years

    source = Path(arguments.source)
    files.refuse_to_overwrite([target], source=source, force=arguments.force)
    if source.suffix.lower() not in READABLE:
        return years.begin(source, found, str(target), first_line, arguments.year)
    with tempfile.TemporaryDirectory(prefix="docgen-") as folder:
        plan = _imported(source, Path(folder) / f"{source.stem}.yaml", found)
        try:
            begun = years.begin(plan, found, str(target), first_line, arguments.year)
        except DocgenError as stopped:
            raise DocgenError(_of(source, plan, stopped.problems)) from stopped
        return begun._replace(problems=_of(source, plan, begun.problems))


def _of(source: Path, plan: Path, problems: Iterable[Problem]) -> list[Problem]:
    """`problems`, those of the plan between told of `source`: it is gone when they are read."""
    return [
        replace(problem, place=Place(str(source)))
        if problem.place is None or problem.place.file == str(plan)
        else problem
        for problem in problems
    ]


def _imported(source: Path, plan: Path, found: Package) -> Path:
    """Writes the plan of last year's document to `plan`, for the template that is started or, where that is
    one for summaries, for the document's own."""
    from docgen.cli.imports import read
    from docgen.year.begin import sums_up

    _recognised, made = read(source, plan, None if sums_up(found) else found.name)
    for name, content in made.files.items():
        files.write(plan.parent / name, content)
    files.write(plan, made.text.encode("utf-8"))
    return plan


def tell(begun: Begun) -> None:
    """Prints what is to be said of the new plan to standard error."""
    output.print_problems(begun.problems, sys.stderr)
