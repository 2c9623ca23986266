"""The text of one file and its lines: where problems of the source stage get place and excerpt."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from docgen.problems import EXCERPT_WIDTH, Place, Problem, Severity


def around(text: str, column: int, width: int) -> str:
    """`text`, or of a longer one the `width` characters around `column`, with … where it is cut."""
    if len(text) <= width:
        return text
    start = max(0, min(column - width // 2, len(text) - width))
    cut = text[start : start + width]
    return f"{'…' if start else ''}{cut[bool(start) : -1]}{'…' if start + width < len(text) else cut[-1]}"


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

    @cached_property
    def _starts(self) -> list[int]:
        """Where each line begins in the text."""
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def position(self, index: int) -> tuple[int, int]:
        """Line and column of the character at `index` of the text."""
        line = bisect_right(self._starts, index) - 1
        return line, index - self._starts[line]

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
        return Problem(id, severity, message, place, excerpt=self.excerpt(line, column), hint=hint)

    def excerpt(self, line: int, column: int) -> str:
        """The line without its indentation; of a long one what stands around `column`."""
        text = self.line(line)
        return around(text.strip(), column - (len(text) - len(text.lstrip())), EXCERPT_WIDTH)
