"""The schema stage: a plan as read → the plan with its numbers, dates and answers, and its problems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from docgen.problems import Problem
from docgen.schema import suggest
from docgen.schema.explain import UNKNOWN_KEYS, Explainer
from docgen.schema.finding import Finding, Path
from docgen.schema.schema import Schema
from docgen.schema.sentences import Plan, problems
from docgen.schema.walk import Walk
from docgen.source.values import Record


def check(data: Record, schema: Schema | Mapping[str, Any]) -> tuple[Record, list[Problem]]:
    """`data` typed as `schema` asks (new `Record`, `Row`, `Number`, `Day`, bool; places kept) and
    all that is wrong with it, in the order of the file.

    A `Schema` that is kept is compiled once; a mapping is compiled at every call. Never raises for
    bad data; raises `DocgenError` where the schema itself is faulty.
    """
    kept = schema if isinstance(schema, Schema) else Schema(schema)
    walk = Walk()
    typed, plain = walk.value(data, kept.shape, None)
    if not walk.findings and kept.validator.is_valid(plain):
        return typed, []
    explainer = Explainer(kept.mapping, (finding.path for finding in walk.findings))
    found = [*walk.findings, *explainer.findings(kept.validator.iter_errors(plain))]
    plan = Plan(data, kept.shape)
    left = _without_cascades([_read_as_keys(finding, plan) for finding in found], plan)
    return typed, _in_order(problem for finding in left for problem in problems(finding, plan))


def _without_cascades(findings: list[Finding], plan: Plan) -> Iterator[Finding]:
    """Without what only follows from another: all else about a value that is of the wrong kind, and
    the missing key that stands there with a slip in it."""
    misfits = {finding.path for finding in findings if finding.kind in ("type", "sentence")}
    slips = {slip for finding in findings for slip in _slips(finding, plan)}
    for finding in findings:
        if finding.path in misfits and finding.kind not in ("type", "sentence"):
            continue
        if finding.kind == "required" and (finding.path, finding.detail) in slips:
            continue
        yield finding


def _slips(finding: Finding, plan: Plan) -> Iterator[tuple[Path, str]]:
    """Where unknown keys stand, and the keys that they were meant to be."""
    if finding.kind in UNKNOWN_KEYS:
        here, record = plan.wants(finding.path), plan.value(finding.path)
        for key in finding.detail:
            yield finding.path, suggest.meant_key(key, here, plan.shape, record)


def _read_as_keys(finding: Finding, plan: Plan) -> Finding:
    """Unknown keys in a list that may hold texts, and no key is near: a text with a colon in it."""
    in_list = bool(finding.path) and isinstance(finding.path[-1], int)
    if not in_list or finding.kind not in UNKNOWN_KEYS or "text" not in plan.wants(finding.path).wants:
        return finding
    keys_known = len(finding.detail) < len(plan.value(finding.path))
    if keys_known or any(meant for _path, meant in _slips(finding, plan)):
        return finding
    return Finding(finding.path, "sentence")


def _in_order(found: Iterable[Problem]) -> list[Problem]:
    """Each problem once, in the order of the file."""
    return sorted(dict.fromkeys(found), key=_position)


def _position(problem: Problem) -> tuple[int, int]:
    return (problem.place.line, problem.place.column) if problem.place else (0, 0)
