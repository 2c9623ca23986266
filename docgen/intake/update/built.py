"""A plan's text → the units of the document it makes, every character with its origin."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from docgen.intake.update import dye
from docgen.intake.update.nodes import Nodes, nodes
from docgen.intake.update.origins import Origins, filled, origins
from docgen.intake.update.units import Unit, squashed, units
from docgen.pipeline import Result, package_of, run
from docgen.plan_file import DEFAULTS, Given
from docgen.problems import DocgenError, has_errors
from docgen.reader.read import read_docx
from docgen.source.layered import layered
from docgen.source.load import load, loads
from docgen.source.values import Record
from docgen.template.package import Package


class Setting(NamedTuple):
    """What stays the same while a plan is worked on: its file, the template asked for at the call, whether
    the numbers of the edited document are text."""

    file: Path
    template: str | None = None
    typed: bool = False

    @property
    def numbers(self) -> str:
        return "text" if self.typed else "live"


class Printed(NamedTuple):
    """What a plan's text comes to: its units, each cell's origins, the footnotes."""

    units: list[Unit]
    origins: list[list[Origins]]
    notes: list[str]


class Built(NamedTuple):
    """A plan's text, its nodes, its values, its template, and what it comes to."""

    text: str
    nodes: Nodes
    plan: Record
    package: Package
    printed: Printed


def plan_of(text: str, setting: Setting) -> Record:
    """The values of a plan's text with the school's defaults under it. Raises `DocgenError`."""
    plan, problems = loads(text, str(setting.file))
    if has_errors(problems):
        raise DocgenError(problems)
    defaults = setting.file.parent / DEFAULTS
    return layered(plan, load(defaults)[0]) if defaults.is_file() else plan


def result(plan: Record, setting: Setting) -> Result:
    return run(Given(plan, setting.file.parent), setting.template, setting.numbers)


def printed_units(made: Result, setting: Setting) -> tuple[list[Unit], list[str]]:
    """The units of the document that `made` is written to, and its footnotes."""
    from docgen import word
    from docgen.intake.update.units import notes

    # Not by way of the pages that an even colophon asks for: blank pages say nothing.
    manuscript = read_docx(word.write(made.numbered, made.format), str(setting.file.with_suffix(".docx")))
    return units(manuscript, setting.typed), notes(manuscript)


def built(text: str, setting: Setting, left_out: set[dye.Group]) -> Built:
    """What the plan `text` comes to. `left_out` are groups of texts that are known not to be dyed, and is
    added to. Raises `DocgenError` where it cannot be built."""
    plan = plan_of(text, setting)
    made = result(plan, setting)
    own, notes = printed_units(made, setting)
    palette = _palette(plan, made, setting, left_out)
    colours, _notes = printed_units(result(palette.plan, setting), setting)
    found = nodes(text)
    rows = [
        [origins(cell, dyed, palette, found) for cell, dyed in zip(unit.cells, twin.cells, strict=True)]
        for unit, twin in _twins(own, colours, palette)
    ]
    package = package_of(plan, setting.file.parent, setting.template)
    return Built(text, found, made.plan, package, Printed(own, filled(own, rows, found, made.plan), notes))


def _twins(own: list[Unit], colours: list[Unit], palette: dye.Palette) -> list[tuple[Unit, Unit]]:
    """Every unit with its dyed one; with itself where that says something else."""
    same = len(own) == len(colours)
    pairs = zip(own, colours if same else own, strict=True)
    return [(unit, twin if _same(unit, twin, palette) else unit) for unit, twin in pairs]


def _same(unit: Unit, twin: Unit, palette: dye.Palette) -> bool:
    return [*map(squashed, unit.cells)] == [squashed(palette.plain(cell)) for cell in twin.cells]


def _palette(plan: Record, made: Result, setting: Setting, left_out: set[dye.Group]) -> dye.Palette:
    """The plan dyed as far as it goes without a change in what is printed."""
    wanted = [group for group in dye.groups(plan, made.plan) if group not in left_out]
    plain = _words(made)
    good = _good(wanted, set(), lambda some: _comes_to(plain, dye.dyed(plan, some), setting))
    left_out.update(group for group in wanted if group not in good)
    return dye.dyed(plan, good)


def _good(wanted: list[dye.Group], base: set[dye.Group], fits: Any) -> set[dye.Group]:
    """As many of `wanted` as fit, by halves."""
    if not wanted:
        return base
    whole = base | set(wanted)
    if fits(whole):
        return whole
    if len(wanted) == 1:
        return base
    middle = len(wanted) // 2
    return _good(wanted[middle:], _good(wanted[:middle], base, fits), fits)


def _comes_to(plain: str, palette: dye.Palette, setting: Setting) -> bool:
    try:
        return palette.plain(_words(result(palette.plan, setting))) == plain
    except DocgenError:
        return False


def _words(made: Result) -> str:
    from docgen.writers import text

    return squashed(text.write(made.numbered))
