"""The report: what each check found, as problems and as JSON."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from docgen.i18n import _
from docgen.problems import Place, Problem, error
from docgen.verify.hints import hint
from docgen.verify.measure import Check
from docgen.verify.pages.layout import Layout


class Result(str, Enum):
    """How a check came out."""

    OK = "ok"
    FAIL = "fail"
    ABSENT = "not-applicable"


@dataclass(frozen=True, slots=True)
class Finding:
    """One check on one document; `pages` (from 1) are those that fail, `hint` says how to mend them."""

    check: str
    problem: str
    clause: str
    what: str
    result: Result
    required: str
    measured: str
    pages: tuple[int, ...] = ()
    hint: str = ""

    def as_dict(self) -> dict[str, Any]:
        return {
            "check": self.check,
            "id": self.problem,
            "clause": self.clause,
            "what": self.what,
            "result": self.result.value,
            "required": self.required,
            "measured": self.measured,
            "pages": list(self.pages),
        }


@dataclass(frozen=True, slots=True)
class Report:
    """What was measured on a document of `pages` pages."""

    file: str
    pages: int
    findings: tuple[Finding, ...]

    @property
    def ok(self) -> bool:
        """Whether no check failed."""
        return not self.failed

    @property
    def failed(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.result is Result.FAIL)

    def problems(self) -> list[Problem]:
        """One error for each check that failed."""
        return [_problem(self.file, finding) for finding in self.failed]

    def as_dict(self) -> dict[str, Any]:
        return {
            "version": 1,
            "file": self.file,
            "pages": self.pages,
            "verdict": "pass" if self.ok else "fail",
            "findings": [finding.as_dict() for finding in self.findings],
            "problems": [problem.as_dict() for problem in self.problems()],
        }


def find(
    checks: Sequence[Check[Layout]], layout: Layout, require: Collection[str] = ()
) -> tuple[Finding, ...]:
    """The findings of `checks`, in order.

    A check named in `require` fails where its subject is absent. A name that no check has is a
    `ValueError`: the caller's mistake, not the document's.
    """
    unknown = sorted(set(require) - {check.id for check in checks})
    if unknown:
        raise ValueError(f"no such check: {', '.join(unknown)}")
    return tuple(_finding(check, layout, check.id in require) for check in checks)


def _finding(check: Check[Layout], layout: Layout, needed: bool) -> Finding:
    outcome = check.measure(layout)
    absent = Result.FAIL if needed else Result.ABSENT
    result = {True: Result.OK, False: Result.FAIL, None: absent}[outcome.ok]
    return Finding(
        check=check.id,
        problem=check.problem,
        clause=check.clause,
        what=outcome.what,
        result=result,
        required=outcome.required,
        measured=outcome.measured,
        pages=outcome.pages,
        hint=hint(check.id, layout.required),
    )


def _problem(file: str, finding: Finding) -> Problem:
    sentence = _("{what}应为{required}，实测{measured}").format(
        what=finding.what, required=finding.required, measured=finding.measured
    )
    pages = "、".join(map(str, finding.pages))
    return error(
        finding.problem,
        sentence + (_("（第{pages}页）").format(pages=pages) if pages else ""),
        Place(file),
        hint=finding.hint,
        clause=finding.clause,
        required=finding.required,
        measured=finding.measured,
    )
