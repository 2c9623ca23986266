"""A paper of a title and a table has no body text, whose type could be wrong."""

from __future__ import annotations

import pytest

from docgen import formats
from docgen.verify.measure import Box
from docgen.verify.pages.layout import Layout, lay_out
from docgen.verify.pages.page import Line, Page, Run
from docgen.verify.pages.required import required_by

REQUIRED = required_by(formats.load(None, None))
TITLE = ("某校校历", 45.0, "小标宋", 22.0)
CAPTION = ("第一学期", 65.0, "黑体", 16.0)
CELL = ("开学典礼", 80.0, "仿宋", 9.0)


def line(text: str, baseline: float, face: str, size: float) -> Line:
    return Line(text, baseline, 90, 120, 120, (Run(text, face, size),))


def layout(*lines: tuple[str, float, str, float]) -> Layout:
    table = Box(1, 28, 70, 184, 250)
    page = Page(1, 210, 297, tuple(line(*one) for one in lines), tables=(table,))
    return lay_out([page], REQUIRED)


def test_a_title_is_not_taken_for_the_body() -> None:
    found = layout(TITLE, CAPTION, CELL)
    assert (found.face, found.size) == (None, 16.0)


@pytest.mark.parametrize(("face", "size"), [("宋体", 16.0), ("仿宋", 12.0), ("黑体", 14.0)])
def test_any_other_line_is(face: str, size: float) -> None:
    found = layout(TITLE, ("为做好各项工作，现将本学期校历公布如下。", 60.0, face, size), CELL)
    assert (found.face, found.size) == (face, size)


def test_a_title_alone_is_what_the_page_shows() -> None:
    found = layout(TITLE)
    assert (found.face, found.size) == ("小标宋", 22.0)
