"""The text of one file and its lines: where problems of the source stage get place and excerpt."""

from __future__ import annotations

from functools import cached_property

from docgen.problems import Place, Problem, Severity


class Sheet:
    """`text` of `file`, its lines ending in \\n only. Lines and columns are counted from 0 here;
    a `Place` counts from 1."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text

    @cached_property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    def line(self, number: int) -> str:
        """Line `number`, empty behind the end of the file."""
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    def place(self, line: int, column: int) -> Place:
        return Place(self.file, line + 1, column + 1)

    def position(self, index: int) -> tuple[int, int]:
        """Line and column of the character at `index` of the text."""
        before = self.text[:index]
        return before.count("\n"), index - before.rfind("\n") - 1

    def error(self, id: str, message: str, line: int, column: int, hint: str = "") -> Problem:
        """An error at a line and column of this text."""
        return self._problem(id, Severity.ERROR, message, line, column, hint)

    def warning(self, id: str, message: str, line: int, column: int, hint: str = "") -> Problem:
        """A warning at a line and column of this text."""
        return self._problem(id, Severity.WARNING, message, line, column, hint)

    def _problem(
        self, id: str, severity: Severity, message: str, line: int, column: int, hint: str
    ) -> Problem:
        place = self.place(line, column)
        return Problem(id, severity, message, place, excerpt=self.line(line).strip()[:200], hint=hint)
