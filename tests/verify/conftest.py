"""A made-up paper of four pages, right to the millimetre unless a test changes its look."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from docgen.formats import load
from docgen.verify.pages.layout import Layout, lay_out
from docgen.verify.pages.page import MM_PER_PT, Line, Page, PageNumber, Run
from docgen.verify.pages.required import required_by

TEXT = "各年级组要把作业管理落到实处严格控制书面作业总量做到全批全改及时讲评面向全体学生"


@dataclass(frozen=True, slots=True)
class Look:
    """Lengths in mm, sizes and pitch in pt; `turned` is the baseline of a landscape page's number."""

    width: float = 210.0
    height: float = 297.0
    top: float = 37.0
    left: float = 28.0
    cell: float = 156 / 28
    characters: int = 28
    lines: int = 22
    pitch: float = 28.95
    face: str = "仿宋"
    known: bool = True
    size: float = 16.0
    indent: float = 2.0
    title_face: str = "小标宋"
    title_size: float = 22.0
    title_shift: float = 0.0
    layers: tuple[str, ...] = ("黑体", "楷体", "仿宋", "仿宋")
    number_face: str = "宋体"
    number_size: float = 14.0
    number_edge: float = 14 * MM_PER_PT
    number_drop: float = 7.0
    numbers: tuple[int, ...] = (1, 2, 3, 4)
    turned: bool = True

    def line(self, row: int, text: str, indent: float = 0.0, face: str = "") -> Line:
        """Body text in a row of the grid."""
        left = self.left + indent * self.cell
        baseline = self.top + (row + 0.8) * self.pitch * MM_PER_PT
        return made(text, baseline, left, self.cell, face or self.face, self.size, self.known)

    def full(self, row: int) -> Line:
        return self.line(row, (TEXT * 2)[row : row + self.characters])

    def paragraph(self, row: int) -> list[Line]:
        """A first line from the indent to the edge, and a short second one."""
        first = self.line(row, TEXT[: self.characters - round(self.indent)], self.indent)
        return [first, self.line(row + 1, TEXT[:10])]

    def title(self) -> Line:
        cell = self.title_size * MM_PER_PT
        left = 106 + self.title_shift - 5 * cell
        return made("实验中学工作计划一览", self.top + 8, left, cell, self.title_face, self.title_size)

    def number(self, value: int, lies: bool = False) -> PageNumber:
        cell = self.number_size * MM_PER_PT * 0.7
        odd = 184 - self.number_edge - 5 * cell
        left = odd if value % 2 else 28 + self.number_edge
        dash = 0.38 * self.number_size * MM_PER_PT
        turned = lies and self.turned
        baseline = 297 - 262 - self.number_drop - dash if turned else 262 + self.number_drop + dash
        line = made(f"— {value} —", baseline, left, cell, self.number_face, self.number_size)
        return PageNumber(value, line, turned)


def made(
    text: str, baseline: float, left: float, cell: float, face: str, size: float, known: bool = True
) -> Line:
    run = Run("".join(text.split()), face, size, known)
    edges = tuple(
        (left + cell * at, left + cell * (at + 1)) for at, character in enumerate(text) if character.strip()
    )
    right, closing = left + cell * len(text), left + cell * len(text.rstrip("。，"))
    return Line(text, baseline, left, right, closing, (run,), edges)


def pages(look: Look) -> tuple[Page, ...]:
    """A page with a title and headings, a full one, the rest of its text, and a landscape one."""
    labels = zip(("一、总体目标", "（一）办学质量", "1.教学常规", "（1）备课"), look.layers, strict=True)
    headings = [look.line(3 + row, text, look.indent, face) for row, (text, face) in enumerate(labels)]
    first = [look.title(), *headings, *look.paragraph(7), *look.paragraph(9)]
    full = [look.full(row) for row in range(look.lines)]
    rest = [look.full(0), look.line(1, TEXT[:12]), *look.paragraph(2), *look.paragraph(4)]
    upright = [
        Page(index, look.width, look.height, tuple(lines), look.number(look.numbers[index - 1]))
        for index, lines in enumerate((first, full, rest), 1)
    ]
    landscape = Page(4, look.height, look.width, (), look.number(look.numbers[3], lies=True))
    return (*upright, landscape)


@pytest.fixture
def laid_out() -> Callable[..., Layout]:
    """The layout of the made-up paper with some of its look changed."""
    return lambda **changed: lay_out(pages(Look(**changed)), required_by(load()))
