"""Step: headings without a number, known by their words (指导思想：) or by their looks."""

from __future__ import annotations

from docgen.recognise.opening import bare
from docgen.recognise.sheet import Sheet, line_rows
from docgen.recognise.words import words


def find(sheet: Sheet) -> dict[int, int]:
    """The layers of headings without a number, by the index of their row."""
    found = {}
    for index, row in line_rows(sheet):
        if index in sheet.labels:
            continue
        if bare(row.text) in words("标题名"):
            found[index] = 1
        elif row.line.level:
            found[index] = min(row.line.level, 5)
    return found
