"""Findings that only follow from other findings are left out: one mistake, one sentence."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.schema.finding import Finding, Path
from docgen.schema.suggest import meant_key
from docgen.schema.where import Plan


def without_cascades(findings: list[Finding], plan: Plan) -> Iterator[Finding]:
    """`findings` without all else about a value that is of the wrong kind, and without the missing
    key that stands there with a slip in it."""
    unknown = _unknown_keys(findings)
    sentences = {path for path, keys in unknown.items() if _is_sentence(path, keys, plan)}
    misfits = {finding.path for finding in findings if finding.kind == "type"} | sentences
    yield from (Finding(path, "sentence") for path in sentences) if sentences else ()
    for finding in findings:
        keys = unknown.get(finding.path, [])
        if finding.path in misfits and finding.kind != "type":
            continue
        if finding.kind == "required" and finding.detail in _meant(finding.path, keys, plan):
            continue
        yield finding


def _unknown_keys(findings: list[Finding]) -> dict[Path, list[str]]:
    unknown: dict[Path, list[str]] = {}
    for finding in findings:
        if finding.kind == "unknown key":
            unknown.setdefault(finding.path, []).append(finding.detail)
    return unknown


def _is_sentence(path: Path, keys: list[str], plan: Plan) -> bool:
    """In a list that may hold texts a mapping without any key that is known, or near to one that
    is: a text with a colon in it."""
    if not path or not isinstance(path[-1], int) or "text" not in plan.wants(path).wants:
        return False
    return len(keys) == len(plan.value(path)) and not any(_meant(path, keys, plan))


def _meant(path: Path, keys: list[str], plan: Plan) -> list[str]:
    """The keys that the unknown `keys` at `path` were meant to be."""
    here, record = plan.wants(path), plan.value(path)
    return [meant_key(key, here, plan.schema.levels, record) for key in keys]
