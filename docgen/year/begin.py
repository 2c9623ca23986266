"""A plan started from last year's: the summary of what a plan came to, or the plan of the year after."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from docgen.i18n import _
from docgen.plan_file import read
from docgen.problems import DocgenError, Place, Problem, error, has_errors
from docgen.schema.check import check
from docgen.sheets.asked import asks, is_spreadsheet
from docgen.source.decode import decode, read_bytes
from docgen.source.layered import layered
from docgen.source.values import Record, place_of
from docgen.template import shelf
from docgen.template.package import Package
from docgen.year.asked import of_that_year


class Begun(NamedTuple):
    """The text of the new plan, and what is to be said of it."""

    text: str
    problems: list[Problem]


class Last(NamedTuple):
    """The plan that another one is started from: its values (typed), its template."""

    plan: Record
    package: Package


SCHEMA_LINE = "# yaml-language-server:"


def begin(
    source: Path, target: Package, file: str, first_line: str = "", wanted: tuple[int, ...] = ()
) -> Begun:
    """The start of a plan for the template `target` from the plan at `source`; warnings on the new plan
    call it `file`. `first_line`, which names its schema, stands first unless there is such a line; `wanted`
    are the years that the new plan is to be of, where the old one names none.
    Raises `CannotRead` for a file that is no plan, `DocgenError` for a plan that is not as its template
    asks, and where neither a summary nor the next year is asked for (YER-030)."""
    last = _last(source, target)
    if target.id != last.package.id and sums_up(target):
        from docgen.year import summary

        plan = of_that_year(last.plan, wanted)
        text, problems = summary.start(plan, last.package, target)
        return Begun(first_line + text, problems)
    if target.id != last.package.id:
        raise DocgenError(_other_kind(last, target, source))
    if is_spreadsheet(source):
        sentence, hint = _("填报表不能接着写下一年"), _("先用数据文件（.yaml）写这一年的计划，再从它开始")
        raise DocgenError(error("YER-031", sentence, Place(str(source)), hint=hint))
    from docgen.year import turn

    raw = read_bytes(source, str(source))
    text, _problems = decode(raw, str(source))
    if not text.startswith(SCHEMA_LINE):
        text = first_line + text
    later, problems = turn.turn(text, last.plan, file, wanted)
    return Begun(later.replace("\n", "\r\n") if b"\r\n" in raw else later, problems)


def sums_up(package: Package) -> bool:
    """Whether a template is one for summaries."""
    from docgen.year import forms

    return forms.form_of(package) is not None


def _last(source: Path, target: Package) -> Last:
    """The plan at `source`, checked by its own template, or by `target` where it names none."""
    plan, folder, problems = read(source)
    if has_errors(problems):
        raise DocgenError(problems)
    name = plan.get("模板")
    package = shelf.of_plan(name, folder) if isinstance(name, str) and name else target
    if asks(plan):
        from docgen.sheets.fill import filled

        plan, found = filled(plan, package.schema.shape, folder)
        problems += found
    typed, found = check(layered(plan, package.defaults), package.schema)
    problems += found
    if has_errors(problems):
        raise DocgenError(problems)
    return Last(typed, package)


def _other_kind(last: Last, target: Package, source: Path) -> Problem:
    sentence = _("从“{last}”不能开始写“{target}”").format(last=last.package.name, target=target.name)
    place = place_of(last.plan.get("模板")) or Place(str(source))
    hint = _("可以写它的总结（docgen new 工作总结），或者下一年的“{last}”").format(last=last.package.name)
    return error("YER-030", sentence, place, hint=hint)
