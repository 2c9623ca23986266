"""The cells of a table, real or flattened to lines, as passages with their places."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.lint.reading import CELL, Passage
from docgen.manuscript import Line
from docgen.recognised import Part


def grid_cells(part: Part) -> Iterator[Passage]:
    """The cells of a real table, one passage a line of a cell."""
    assert part.grid
    heads = max(part.head_rows, part.grid.head)
    covered: dict[int, int] = {}
    for row, cells in enumerate(part.grid.rows):
        column = 0
        for cell in cells:
            while covered.get(column, 0) > 0:
                column += 1
            for index, line in enumerate(cell.lines):
                yield _cell(line.text, line, 0, row, column, row < heads, index > 0)
            if cell.down > 1:
                covered |= dict.fromkeys(range(column, column + cell.across), cell.down)
            column += cell.across
        covered = {at: left - 1 for at, left in covered.items() if left > 1}


def flat_cells(part: Part) -> Iterator[Passage]:
    """The cells of a table that is lines, found in them in their order."""
    number, at = 0, 0
    for row, cells in enumerate(part.rows):
        for column, text in enumerate(cells):
            found = _find(part.lines, text, number, at) if text else None
            if found is not None:
                number, at = found
                yield _cell(text, part.lines[number], at, row, column, row < part.head_rows, False)
                at += len(text)
            elif part.lines:
                line = part.lines[min(number, len(part.lines) - 1)]
                yield _cell(text, line, at, row, column, row < part.head_rows, False)


def _find(lines: tuple[Line, ...], text: str, number: int, at: int) -> tuple[int, int] | None:
    """The line and offset of the next place of `text`, behind offset `at` of line `number`."""
    for index in range(number, min(number + 3, len(lines))):
        place = lines[index].text.find(text, at if index == number else 0)
        if place >= 0:
            return index, place
    return None


def _cell(text: str, line: Line, offset: int, row: int, column: int, head: bool, joined: bool) -> Passage:
    return Passage(
        CELL, text, line.place, 0, len(text) - len(text.lstrip()), label=line.number, row=row, column=column,
        head_row=head, offset=offset, joined=joined,
    )  # fmt: skip
