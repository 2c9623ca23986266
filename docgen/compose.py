"""Composing: a checked plan and its template package → the blocks and title of a paper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import jinja2

from docgen import markup
from docgen.i18n import _
from docgen.plan import pieces
from docgen.plan.arrange import chapters
from docgen.plan.desk import MADE_OF, Desk
from docgen.problems import DocgenError, Problem, error
from docgen.source.values import Record, records
from docgen.structure import Builder
from docgen.template.engine import Engine
from docgen.template.package import Package
from docgen.template.tokens import Tokens, rendering

BODY = "body.md"
PRINTS = '未放("{name}")'
"""What a part asks before it prints a list of the plan."""
FAULTS = (
    jinja2.TemplateError,
    ArithmeticError,
    LookupError,
    MemoryError,
    RecursionError,
    TypeError,
    ValueError,
)
"""All that rendering a template can raise: `ValueFault` is a ValueError."""


def compose(package: Package, desk: Desk, builder: Builder) -> tuple[str, list[Problem]]:
    """Renders the template over the desk's plan into `builder`; gives the title the template
    composes (empty where it composes none) and the problems met."""
    engine = engine_of(package)
    arranged, problems = chapters(desk.plan, package.sections, package.layers)
    desk.placed.update(_placed(desk.plan))
    tokens = Tokens()
    token = rendering.set(tokens)
    try:
        title, text = _rendered(engine, package, _context(engine, package, desk, arranged), tokens)
    except DocgenError as fault:
        return "", [*problems, *fault.problems]
    except FAULTS as fault:
        from docgen.template.faults import problem_of

        return "", [*problems, problem_of(fault, package.folder / BODY)]
    finally:
        rendering.reset(token)
    markup.parse(text, tokens, engine.files, builder)
    return title, problems


def _rendered(engine: Engine, package: Package, context: dict[str, Any], tokens: Tokens) -> tuple[str, str]:
    """The title (empty where the plan has its own) and the marked-up text."""
    title = "" if "标题" in context[pieces.DESK].plan else tokens.plain(_title(engine, package, context))
    return title, engine.get_template(BODY).render(context)


def home_of(package: Package, name: str) -> str:
    """The chapter whose part prints the list `name` where nothing else has; empty where there is none."""
    asked = PRINTS.format(name=name)
    for section in package.sections:
        part = engine_of(package).path_of(section.part)
        if part and asked in part.read_text(encoding="utf-8"):
            return section.key
    return ""


def engine_of(package: Package) -> Engine:
    """The package's engine with all filters; made once and kept with the package."""
    from docgen.template.filters import FILTERS

    engine: Engine | None = package.kept.get("engine")
    if engine is None:
        engine = Engine(package.folders)
        engine.filters.update({**FILTERS, **pieces.FILTERS})
        engine.globals.update(pieces.FUNCTIONS)
        package.kept["engine"] = engine
    return engine


def _context(engine: Engine, package: Package, desk: Desk, arranged: list[Record]) -> dict[str, Any]:
    """The names a template sees: the plan's keys (those left out may be asked for with `if`), its
    chapters, the span of time it is about, its 文种."""
    from docgen.terms import period

    plan = desk.plan
    known = package.schema.mapping.get("properties", {})
    absent = {key: engine.undefined(obj=plan, name=key) for key in known if key not in plan}
    own = {"各章": arranged, "时段": period(plan), "文种": package.kind, pieces.DESK: desk}
    return {**absent, **plan, **own}


def _title(engine: Engine, package: Package, context: dict[str, Any]) -> str:
    if not package.title:
        return ""
    template = package.kept.get("title")
    if template is None:
        template = package.kept["title"] = engine.from_string(package.title)
    try:
        return str(template.render(context))
    except jinja2.UndefinedError as fault:
        raise DocgenError(_untitled(str(fault.message), context[pieces.DESK].plan)) from fault


def _untitled(what: str, plan: Record) -> Problem:
    """The title lacks what the plan does not say; told of the plan, whose author writes no template."""
    sentence = _("拟不出标题：{what}").format(what=what)
    hint = _("在计划里补上它，或者自己写“标题: ……”")
    return error("TRE-022", sentence, plan.place, hint=hint)


def _placed(plan: Record) -> Iterator[str]:
    """The names of the plan's lists that its text places itself, by 取自."""
    for record in records(plan):
        if "取自" in record:
            name = str(record["取自"])
            yield MADE_OF.get(name, name)
