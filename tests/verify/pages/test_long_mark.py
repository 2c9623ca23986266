"""A mark of names so long that they stand on two lines, or in type no larger than that of the text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.verify.pages.checks import CHECKS
from docgen.verify.pages.head import head
from docgen.verify.pages.layout import Layout
from docgen.verify.pages.page import MM_PER_PT, Line, Run
from docgen.verify.report import Result, find

RED = "FF0000"


def centred(words: str, baseline: float, size: float, colour: str = RED) -> Line:
    cell = size * MM_PER_PT
    left = 106 - len(words) * cell / 2
    edges = tuple((left + cell * n, left + cell * (n + 1)) for n in range(len(words)))
    return Line(
        words, baseline, left, edges[-1][1], edges[-1][1], (Run(words, "小标宋", size, colour=colour),), edges
    )


def marked(layout: Layout, *mark: Line) -> Layout:
    """`layout` with another mark on its first page."""
    page = layout.pages[0]
    rest = [line for line in page.lines if not line.red]
    at = next(n for n, line in enumerate(rest) if line.baseline > mark[-1].baseline)
    lines = (*rest[:at], *mark, *rest[at:])
    return replace(layout, pages=(replace(page, lines=lines), *layout.pages[1:]))


def test_the_last_word_of_one_long_name_is_not_taken_for_one_beside_several(official):
    mark = centred("某某县人民政府教育督导", 78.0, 25.0), centred("委员会办公室暨领导小组文件", 90.0, 25.0)
    paper = marked(official(), *mark)
    assert head(paper).file is None
    found = {finding.check: finding.result for finding in find(CHECKS, paper)}
    assert (found["head.mark.file"], found["head.mark.centre"]) == (Result.ABSENT, Result.OK)


def test_it_is_where_several_names_stand_under_each_other(official):
    assert head(official(joint=0.0, mark_size=32.0)).file is not None


@pytest.mark.parametrize("size", [16.5, 19.5, 22.0])
def test_a_red_mark_is_one_however_small(official, size):
    mark = tuple(centred("某某县人民政府教育督导委员会", 78.0 + 8 * n, size) for n in range(2))
    paper = marked(official(), *mark)
    assert [line.size for line in head(paper).mark] == [size, size]
    found = {finding.check: finding.result for finding in find(CHECKS, paper)}
    assert {found["head.mark.face"], found["title.size"], found["main.black"]} == {Result.OK}


def test_a_black_line_of_that_size_is_none(official):
    paper = marked(official(), centred("关于加强管理的", 78.0, 22.0, "000000"))
    assert head(paper).mark == ()
