"""The report: what each check found, as problems and as JSON."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeVar

from docgen.i18n import _
from docgen.problems import DocgenError, Place, Problem, Severity
from docgen.verify.hints import hint
from docgen.verify.measure import Box, Check, Outcome, Spot, Survey
from docgen.verify.pages.layout import Layout

FILE, PAGE = "file", "page"
"""The parts of a report: what the file says, what its pages show."""

SHOWN = 1
Subject = TypeVar("Subject")


class Result(str, Enum):
    """How a check came out; a warning is advice and does not make the report fail."""

    OK = "ok"
    WARN = "warning"
    FAIL = "fail"
    ABSENT = "not-applicable"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check found; `pages` (from 1) are those that fail, `boxes` the parts of them that
    do, `places` what fails in the file; `hint` says how to mend it."""

    check: str
    problem: str
    clause: str
    what: str
    result: Result
    required: str
    measured: str
    pages: tuple[int, ...] = ()
    hint: str = ""
    part: str = PAGE
    boxes: tuple[Box, ...] = ()
    places: tuple[Spot, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        row: dict[str, Any] = {
            "part": self.part,
            "check": self.check,
            "id": self.problem,
            "clause": self.clause,
            "what": self.what,
            "result": self.result.value,
            "required": self.required,
            "measured": self.measured,
            "pages": list(self.pages),
        }
        if self.part == FILE:
            row["places"] = [spot._asdict() for spot in self.places]
        if self.boxes:
            row["boxes"] = [box._asdict() for box in self.boxes]
        return row | ({"hint": self.hint} if self.result in (Result.FAIL, Result.WARN) else {})


@dataclass(frozen=True, slots=True)
class Report:
    """What was found in a document of `pages` pages (0: they were not laid out).

    `format` is the name of the page format; `notes` tell where that departs from the standard;
    `stopped` why the pages could not be measured, where they should have been.
    """

    file: str
    pages: int
    findings: tuple[Finding, ...]
    format: str = ""
    notes: tuple[Problem, ...] = ()
    stopped: DocgenError | None = None

    @property
    def ok(self) -> bool:
        """Whether no check failed."""
        return not self.failed

    @property
    def failed(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.result is Result.FAIL)

    @property
    def warned(self) -> tuple[Finding, ...]:
        """What is advice only."""
        return tuple(finding for finding in self.findings if finding.result is Result.WARN)

    def problems(self) -> list[Problem]:
        """An error for each fault, a warning for each advice, the format's notes, and what stopped."""
        found = [_problem(self.file, finding) for finding in (*self.failed, *self.warned)]
        return [*found, *self.notes, *(self.stopped.problems if self.stopped else [])]

    def as_dict(self) -> dict[str, Any]:
        verdict = "fail" if not self.ok else "incomplete" if self.stopped else "pass"
        return {
            "version": 1,
            "file": self.file,
            "pages": self.pages,
            "format": self.format,
            "verdict": verdict,
            "findings": [finding.as_dict() for finding in self.findings],
            "problems": [problem.as_dict() for problem in self.problems()],
        }


def find(
    checks: Sequence[Check[Layout]], layout: Layout, require: Collection[str] = ()
) -> tuple[Finding, ...]:
    """The findings of `checks` on the pages, in order; a check named in `require` fails where its
    subject is absent."""
    return tuple(
        _finding(check, check.measure(layout), PAGE, check.id in require, hint(check.id, layout.required))
        for check in checks
    )


def search(surveys: Iterable[Survey[Subject]], subject: Subject) -> tuple[Finding, ...]:
    """The findings of `surveys` in the file, in order."""
    return tuple(
        _finding(survey, outcome, FILE, False, outcome.hint)
        for survey in surveys
        for outcome in survey.measure(subject)
    )


def known(require: Collection[str], checks: Iterable[str]) -> None:
    """Raises `ValueError` for a name in `require` that no check has: the caller's mistake, not the
    document's."""
    if unknown := sorted(set(require) - set(checks)):
        raise ValueError(f"no such check: {', '.join(unknown)}")


def _finding(
    check: Check[Any] | Survey[Any], outcome: Outcome, part: str, needed: bool, help: str
) -> Finding:
    absent = Result.FAIL if needed else Result.ABSENT
    wrong = Result.FAIL if outcome.weight is Severity.ERROR else Result.WARN
    return Finding(
        check=check.id,
        problem=check.problem,
        clause=outcome.clause or check.clause,
        what=outcome.what,
        result={True: Result.OK, False: wrong, None: absent}[outcome.ok],
        required=outcome.required,
        measured=outcome.measured,
        pages=outcome.pages,
        hint=help,
        part=part,
        boxes=outcome.boxes,
        places=outcome.places,
    )


def _problem(file: str, finding: Finding) -> Problem:
    sentence = _("{what}应为{required}，实测{measured}").format(
        what=finding.what, required=finding.required, measured=finding.measured
    )
    return Problem(
        finding.problem,
        Severity.ERROR if finding.result is Result.FAIL else Severity.WARNING,
        sentence + _where(finding),
        Place(file),
        excerpt="；".join(spot.text for spot in finding.places[:SHOWN] if spot.text),
        hint=finding.hint,
        clause=finding.clause,
        required=finding.required,
        measured=finding.measured,
    )


def _where(finding: Finding) -> str:
    """（第2、3页） of a page, （正文，共3处） of a file."""
    if finding.pages:
        return _("（第{pages}页）").format(pages="、".join(map(str, finding.pages)))
    if not finding.places:
        return ""
    roles = "、".join(dict.fromkeys(spot.role for spot in finding.places if spot.role))
    count = len(finding.places)
    if count == 1:
        return _("（{role}）").format(role=roles) if roles else ""
    return (
        _("（{roles}，共{count}处）").format(roles=roles, count=count)
        if roles
        else _("（共{count}处）").format(count=count)
    )
