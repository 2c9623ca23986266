"""What is wrong with a plan, told: only loaded for a plan that has something wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from docgen.i18n import _
from docgen.problems import Problem, error
from docgen.schema.cascades import without_cascades
from docgen.schema.explain import Explainer
from docgen.schema.finding import Finding
from docgen.schema.schema import Schema
from docgen.schema.sentences import problems
from docgen.schema.steps import key_place
from docgen.schema.where import Plan
from docgen.source.values import Record

MOST = 200
"""As many findings as are told; a file with more of them is no plan for this template."""


def report(typed: Record, plain: Mapping[str, Any], met: list[Finding], schema: Schema) -> list[Problem]:
    """The problems of a plan (`typed`; `plain` as the validator takes it) that `schema` finds faulty,
    in the order of the file; `met` are those found while typing it."""
    explainer = Explainer(schema.mapping, plain, (finding.path for finding in met))
    found = [*met, *explainer.findings(schema.validator.iter_errors(plain))]
    plan = Plan(typed, schema)
    told = [*_told(without_cascades(_in_order(found, plan), plan), plan)]
    return told if len(found) <= MOST else [*told, _too_many(told[-1])]


def _told(findings: Iterable[Finding], plan: Plan) -> Iterator[Problem]:
    """The sentences of `findings`, each once."""
    yield from dict.fromkeys(problem for finding in findings for problem in problems(finding, plan))


def _in_order(findings: list[Finding], plan: Plan) -> list[Finding]:
    """In the order of the file, no more of them than anyone will read."""

    def position(finding: Finding) -> tuple[int, int]:
        place = plan.place(finding.path)
        if finding.kind == "unknown key":
            place = key_place(plan.data, (*finding.path, finding.detail))
        return (place.line, place.column) if place else (0, 0)

    return sorted(findings, key=position)[:MOST]


def _too_many(last: Problem) -> Problem:
    sentence = _("问题太多，只列出前{count}处，后面的没有再列").format(count=MOST)
    return error("SCM-015", sentence, last.place, hint=_("先改好这些，再检查一遍；也可能是用错了模板"))
