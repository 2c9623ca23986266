"""What both recognition and lint see is told once, by lint."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docgen.lint.data import table
from docgen.lint.run import Findings
from docgen.problems import Problem, Severity


def told_once(problems: Iterable[Problem], findings: Findings) -> Iterator[Problem]:
    """The `problems` of recognition that lint does not tell of the same line, the suppressed ones counted.
    What recognition only informs of is how a file would be taken over, which a check does not do."""
    told = {
        (one.rule.id, one.problem.place.line if one.problem.place else 0)
        for one in (*findings.found, *findings.suppressed)
    }
    for one in problems:
        line = one.place.line if one.place else 0
        again = any((rule, line) in told for rule in table("told_once").get(one.id, ()))
        if one.severity is not Severity.INFO and not again:
            yield one
