"""The pipeline: a plan through all stages to a numbered paper, problems collected on the way.

source → schema → template → markup → document → addressees → numbering

A plan that another one carries (印发) goes through all of them but the last.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from docgen import addressees, formats, grid
from docgen.compose import compose, home_of
from docgen.document import MINUTES, ORDER, Block, Heading, Item, Paper, Table
from docgen.formats import PageFormat
from docgen.i18n import _
from docgen.last_page import lonely_signature
from docgen.numbering import NumberedPaper, number
from docgen.plan import paper as papers
from docgen.plan import sections
from docgen.plan.blanks import blanks
from docgen.plan.desk import Desk
from docgen.plan.pasted import pasted
from docgen.plan_file import Given, Source, read
from docgen.problems import DocgenError, Problem, error, has_errors, stop_on_errors
from docgen.schema.check import check as check_schema
from docgen.sheets.asked import asks
from docgen.source.layered import layered
from docgen.source.values import Record, as_list, records
from docgen.structure import Builder
from docgen.template import shelf
from docgen.template.package import Package

NO_TITLE = "TRE-022"


class Result(NamedTuple):
    """A plan that went through: its numbered paper, the page format it asks for, and the problems
    that did not stop it; the plan itself, as its schema typed it, and the folder its files lie in."""

    numbered: NumberedPaper
    format: PageFormat
    problems: tuple[Problem, ...]
    plan: Record
    folder: Path


class Draft(NamedTuple):
    """A plan that became a paper, not yet numbered; `problems` may hold errors. `folder` is where the
    plan's files lie."""

    plan: Record
    folder: Path
    paper: Paper
    format: PageFormat
    problems: list[Problem]


def run(source: Source, template: str | None = None, numbers: str | None = None) -> Result:
    """The paper of a plan (a path, or the plan's data). `template` overrides the plan's 模板,
    `numbers` (live or text) its 编号. Raises `DocgenError` with every problem where one is an error."""
    return finished(drafted(source, template), numbers)


def finished(draft: Draft, numbers: str | None = None) -> Result:
    """The numbered paper of `draft`. Raises `DocgenError` with every problem where one is an error."""
    paper, moved = addressees.settle(draft.paper, draft.format)
    if numbers:
        paper = replace(paper, numbering=replace(paper.numbering, live=numbers == "live"))
    numbered, found = number(paper)
    lonely = lonely_signature(paper, draft.format)
    problems = tuple(dict.fromkeys([*draft.problems, *moved, *found, *_table_faults(paper), *lonely]))
    stop_on_errors(problems)
    return Result(numbered, draft.format, problems, draft.plan, draft.folder)


def drafted(source: Source, template: str | None = None, carriers: tuple[Path, ...] = ()) -> Draft:
    """The paper of a plan that `carriers` carry, the outermost first. Raises `DocgenError` for a plan
    that cannot be read or is not as its template's schema asks."""
    plan, folder, problems = read(source)
    if has_errors(problems):
        raise DocgenError([*problems, *_further(plan, folder, template, problems)])
    package = package_of(plan, folder, template)
    own = _written_for(plan, package, folder)
    typed, found = _typed(plan, own, folder)
    problems += [*found, *_remarks(typed, own.kind)]
    stop_on_errors(problems)
    format, format_problems = _format(typed, folder)
    desk = Desk(typed, package.words, folder, package.form, format)
    if own is not package:
        desk = desk.taking(package.takes)
    if not isinstance(source, (Mapping, Given)):
        carriers = (*carriers, Path(source))
    paper, found = _paper(desk, package, carriers)
    return Draft(
        typed, folder, paper, format, [*problems, *found, *format_problems, *_days(typed, folder, found)]
    )


def _typed(plan: Record, package: Package, folder: Path) -> tuple[Record, list[Problem]]:
    """`plan` with the spreadsheets it names and what its template says under it, as the schema types it."""
    problems: list[Problem] = []
    if asks(plan):
        from docgen.sheets.fill import filled

        plan, problems = filled(plan, package.schema.shape, folder)
    typed, found = check_schema(layered(plan, package.defaults), package.schema)
    return typed, [*problems, *found]


def _remarks(plan: Record, kind: str) -> Iterator[Problem]:
    """What is to be said of a plan beside its schema; `kind` is its 文种, which may ask for more."""
    yield from blanks(plan)
    yield from pasted(plan)
    if kind:
        from docgen.kinds.check import check as check_kind

        yield from check_kind(kind, plan)
    if "版头" in plan:
        from docgen.plan.letterhead import classified

        yield from classified(plan)


def _days(plan: Record, folder: Path, told: list[Problem]) -> list[Problem]:
    """What is to be said of the days of a plan that has any: of terms, events, deadlines."""
    if not (_has_days(plan) or any("时限" in record for record in records(plan))):
        return []
    from docgen.calendar.checks import check as check_days

    # A table of events has told of its own dates, where it could not print them.
    printed = {("CAL-004", problem.place) for problem in told if problem.id == "TRE-023"}
    known = printed | {(problem.id, problem.place) for problem in told}
    return [problem for problem in check_days(plan, folder) if (problem.id, problem.place) not in known]


def _has_days(plan: Record) -> bool:
    events, terms = as_list(plan.get("活动")), as_list(plan.get("学期"))
    dated = any(isinstance(row, Record) and ("日期" in row or "重复" in row) for row in events)
    return dated or "补课" in plan or any(isinstance(term, Record) and "开学" in term for term in terms)


def _further(plan: Record, folder: Path, template: str | None, told: list[Problem]) -> list[Problem]:
    """What the schema finds in a plan that could be read with errors only, on other lines than those;
    a key that is missing may stand on one of them."""
    try:
        _plan, found = _typed(plan, _written_for(plan, package_of(plan, folder, template), folder), folder)
    except DocgenError:
        return []
    lines = {problem.place._replace(column=0) for problem in told if problem.place}
    return [
        problem
        for problem in found
        if problem.place and problem.place._replace(column=0) not in lines and problem.id != "SCM-002"
    ]


def package_of(plan: Record, folder: Path, template: str | None) -> Package:
    """The template called `template`, or that the plan names (模板); raises `DocgenError` (TPL-001)."""
    name = plan.get("模板")
    if template:
        return shelf.find(template, folder)
    if isinstance(name, str) and name:
        return shelf.of_plan(name, folder)
    known = "、".join(package.name for package in shelf.catalogue(folder))
    raise DocgenError(
        error(
            "TPL-001",
            _("没有写用哪个模板"),
            plan.keys_at.get("模板") or plan.place,
            hint=_("在第一行写“模板: 工作计划”；现有的模板：{names}").format(names=known),
        )
    )


def _written_for(plan: Record, package: Package, folder: Path) -> Package:
    """The template whose schema `plan` follows: `package`, unless that makes a list of any plan and the
    plan names another one (模板)."""
    name = plan.get("模板")
    if not (package.takes and isinstance(name, str) and name):
        return package
    own = shelf.of_plan(name, folder)
    return package if own.folder == package.folder else own


def _paper(desk: Desk, package: Package, carriers: tuple[Path, ...]) -> tuple[Paper, list[Problem]]:
    builder = _builder(desk)
    composed, problems = compose(package, desk, builder)
    attached = papers.attachments(
        desk, lambda inner, row: sections.body(desk, inner, row, 0), lambda name: _other(desk, name)
    )
    title, found = _title(desk, composed)
    if any(problem.id == NO_TITLE for problem in problems):
        found = []  # told with the reason
    paper = papers.paper(desk, title, tuple(builder.blocks), attached)
    if "印发" in desk.plan:
        paper = _with_carried(paper, desk, carriers)
    if package.takes:
        from docgen.plan.spoken import spoken

        paper = spoken(paper, desk.whole)
    return paper, [
        *problems,
        *builder.problems,
        *desk.problems,
        *found,
        *desk.unplaced(partial(home_of, package)),
    ]


def _with_carried(paper: Paper, desk: Desk, carriers: tuple[Path, ...]) -> Paper:
    """`paper` with those that it carries (印发), each out of a pipeline of its own."""
    from docgen.plan.carried import with_carried

    def make(path: Path) -> tuple[Paper, Record]:
        draft = drafted(path, carriers=carriers)
        desk.problems.extend([*draft.problems, *number(draft.paper)[1]])
        return draft.paper, draft.plan

    return with_carried(paper, desk, carriers, make)


def _table_faults(paper: Paper) -> list[Problem]:
    texts = (paper.blocks, *(attachment.blocks for attachment in paper.attachments))
    return [
        problem
        for block in chain.from_iterable(texts)
        if isinstance(block, Table)
        for problem in grid.faults(block)
    ]


def _builder(desk: Desk) -> Builder:
    data = desk.plan.get("编号")
    return Builder(skip_layers=not (isinstance(data, Record) and data.get("跳层") is False))


def _other(desk: Desk, name: str) -> tuple[Block, ...]:
    """The blocks another template makes of the same plan, for an attachment."""
    try:
        package = shelf.of_plan(name, desk.folder)
    except DocgenError as fault:
        desk.problems.extend(fault.problems)
        return ()
    builder = _builder(desk)
    inner = desk.with_words(package.words)
    _composed, problems = compose(package, inner.taking(package.takes) if package.takes else inner, builder)
    desk.problems.extend([*problems, *builder.problems])
    # The same plan is printed a second time: references mean the first.
    return tuple(
        replace(block, key="") if isinstance(block, (Heading, Item)) else block for block in builder.blocks
    )


def _title(desk: Desk, composed: str) -> tuple[tuple[str, ...], list[Problem]]:
    """The title, the plan's own or as composed; 命令 and 纪要 may do with their mark (GB/T 9704 10)."""
    plan = desk.plan
    title = papers.texts(plan.get("标题")) or papers.texts(composed)
    if title or (desk.form in (ORDER, MINUTES) and "版头" in plan):
        return title, []
    return (), [error(NO_TITLE, _("没有标题"), plan.place, hint=_("在计划里补上“标题: ……”"))]


def _format(plan: Record, folder: Path) -> tuple[PageFormat, list[Problem]]:
    try:
        return formats.load(plan.get("格式"), folder), []
    except DocgenError as fault:
        return formats.load(None, None), fault.problems
