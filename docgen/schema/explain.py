"""The validator's errors → findings: branches condensed to the one that was meant, no cascades."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from docgen.schema.finding import Finding, Path
from docgen.schema.pointer import path_in
from docgen.schema.shape import resolve
from docgen.schema.walk import BLANK

if TYPE_CHECKING:
    from jsonschema_rs import ValidationError

DETAILS = ("unexpected", "property", "types", "options", "limit", "pattern", "expected_value")
BRANCHING = ("anyOf", "oneOf")
UNKNOWN_KEYS = ("additionalProperties", "unevaluatedProperties")


class Explainer:
    """Reads errors of the plain plan `plain` against the schema `mapping`; what is at a path in
    `told` has been said already."""

    __slots__ = ("mapping", "plain", "told")

    def __init__(self, mapping: Mapping[str, Any], plain: Any, told: Iterable[Path]) -> None:
        self.mapping = mapping
        self.plain = plain
        self.told = frozenset(told)

    def findings(self, errors: Iterable[ValidationError]) -> list[Finding]:
        return [finding for error in errors for finding in self.finding(error)]

    def finding(self, error: ValidationError) -> Iterator[Finding]:
        path = path_in(self.plain, error.instance_path)
        if path in self.told or _is_blank(error.instance):
            return
        kind = error.kind.name
        node = self.node(error.schema_path)
        if kind in BRANCHING:
            yield from self.meant(path, error, node)
        elif kind in UNKNOWN_KEYS:
            yield from (Finding(path, "unknown key", key, node) for key in _detail(error.kind))
        else:
            yield Finding(path, kind, _detail(error.kind), node)

    def node(self, steps: list[str | int]) -> Mapping[str, Any]:
        """The part of the schema that holds the keyword a path of the schema ends in."""
        found: Any = self.mapping
        for step in steps[:-1]:
            if step == "$ref" and isinstance(found, Mapping):
                found = resolve(self.mapping, found.get("$ref", "#"))
            elif isinstance(found, Mapping):
                found = found.get(str(step), {})
            else:
                found = found[step] if isinstance(step, int) and step < len(found) else {}
        return found if isinstance(found, Mapping) else {}

    def meant(self, path: Path, error: ValidationError, node: Mapping[str, Any]) -> Iterable[Finding]:
        """The findings of the branch that the value fits best."""
        contexts: list[list[ValidationError]] = error.kind.value
        if sum(not context for context in contexts) > 1:
            return [Finding(path, "several", None, node)]
        branches = [self.findings(context) for context in contexts]
        if not all(branches):
            return []
        if "说明" in node:
            return [Finding(path, error.kind.name, None, node)]
        fitting = [branch for branch in branches if not any(_is_misfit(one, path) for one in branch)]
        if not fitting:
            return [Finding(path, "type", None, node)]
        return min(fitting, key=lambda branch: _distance(branch, path))


def _detail(kind: Any) -> Any:
    return next((getattr(kind, name) for name in DETAILS if hasattr(kind, name)), None)


def _is_blank(value: Any) -> bool:
    return isinstance(value, str) and value.strip() == BLANK


def _is_misfit(finding: Finding, path: Path) -> bool:
    return finding.kind == "type" and finding.path == path


def _distance(branch: list[Finding], path: Path) -> tuple[int, int]:
    """How far a branch is from the value: keys that are not its own or missing, then all else."""
    return sum(finding.path == path for finding in branch), len(branch)
