"""Problems: every finding of every stage, with its place, excerpt and hint.

Nothing in docgen fails with less than this: a stage collects the problems it meets and hands them
on together, so that a person mends a file once, not once a mistake.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Any, NamedTuple

from docgen.frozen import Frozen, frozen
from docgen.i18n import _

EXCERPT_WIDTH = 60


class Severity(str, Enum):
    """How much a problem weighs: errors stop a build, warnings do so only when strict."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Place(NamedTuple):
    """Where something stands in a file; `line` and `column` are 1-based, 0 where unknown. In a
    spreadsheet they are those of a cell, and `sheet` names its sheet (empty in a .csv, which has one).

    Every value of a plan has one, so that a named tuple is worth while: it is made in a third of the time."""

    file: str
    line: int = 0
    column: int = 0
    sheet: str | None = None

    def __str__(self) -> str:
        if self.sheet is not None:
            sheet, cell = f"[{self.sheet}]" if self.sheet else "", self.cell
            return f"{self.file}{sheet}!{cell}" if cell else f"{self.file}{sheet}"
        numbers = [str(number) for number in (self.line, self.column) if number]
        return ":".join([self.file, *numbers])

    @property
    def cell(self) -> str:
        """The cell as spreadsheets name it (C5, or 5 for a row), empty outside of them."""
        if self.sheet is None or not self.line:
            return ""
        letters, number = "", self.column
        while number:
            number, letter = divmod(number - 1, 26)
            letters = chr(ord("A") + letter) + letters
        return f"{letters}{self.line}"


@frozen
class Problem(Frozen):
    """One finding.

    `id` is stable (`YML-003`); `message` is a sentence for the user; `excerpt` is the text at the
    place; `hint` says what to do. `clause`, `required` and `measured` are set where a standard's
    figure is compared with a page. Of what lint finds in a text, `span` are the first character and
    the one behind the last in the line (0-based), and `fix` tells whether it may be mended unasked (auto),
    after a look (ask), or not at all (no).
    """

    id: str
    severity: Severity
    message: str
    place: Place | None = None
    excerpt: str = ""
    hint: str = ""
    clause: str = ""
    required: str = ""
    measured: str = ""
    span: tuple[int, int] | None = None
    fix: str = ""

    def as_dict(self) -> dict[str, Any]:
        """The problem as plain JSON data: the fields that say something, the place unfolded."""
        place = self.place or Place("")
        row: dict[str, Any] = {
            "id": self.id,
            "severity": self.severity.value,
            "message": self.message,
            "file": place.file,
            "line": place.line,
            "column": place.column,
            "excerpt": self.excerpt,
            "hint": self.hint,
        }
        extra: dict[str, Any] = {
            "clause": self.clause, "required": self.required, "measured": self.measured,
            "span": list(self.span or ()), "fix": self.fix,
        }  # fmt: skip
        extra |= {"sheet": place.sheet or "", "cell": place.cell}
        return row | {key: value for key, value in extra.items() if value}


class DocgenError(Exception):
    """Work that stopped; `problems` (at least one) say why."""

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems = [problems] if isinstance(problems, Problem) else list(problems)
        super().__init__("\n".join(map(describe, self.problems)))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.problems,)


class CannotRead(DocgenError):
    """An input file that is not there or is not what it claims to be (exit code 2)."""


class NotInstalled(DocgenError):
    """A program or extra that the work needs is not on this machine (exit code 3)."""


def error(id: str, message: str, place: Place | None = None, **more: Any) -> Problem:
    """A problem that stops a build; `more` are further fields of `Problem`."""
    return Problem(id, Severity.ERROR, message, place, **more)


def warning(id: str, message: str, place: Place | None = None, **more: Any) -> Problem:
    """A problem that is told and does not stop a build."""
    return Problem(id, Severity.WARNING, message, place, **more)


def has_errors(problems: Iterable[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)


def stop_on_errors(problems: Iterable[Problem]) -> None:
    """Raises `DocgenError` with all of `problems` if one of them is an error."""
    found = list(problems)
    if has_errors(found):
        raise DocgenError(found)


def describe(problem: Problem) -> str:
    """The problem as it is printed: `文件:行:列: 错误 YML-003 句子` (of a
    spreadsheet `文件[工作表]!C5: …`), then excerpt and hint, indented."""
    words = {Severity.ERROR: _("错误"), Severity.WARNING: _("警告"), Severity.INFO: _("提示")}
    head = f"{words[problem.severity]} {problem.id} {problem.message}"
    lines = [f"{problem.place}: {head}" if problem.place else head]
    if problem.excerpt:
        lines.append(f"    | {shorten(problem.excerpt)}")
    if problem.hint:
        lines.append("    " + _("改法: {hint}").format(hint=problem.hint))
    return "\n".join(lines)


def shorten(text: str, width: int = EXCERPT_WIDTH) -> str:
    """`text` on one line, cut to `width` characters."""
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1] + "…"
