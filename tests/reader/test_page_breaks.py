"""Lines with which a page begins because the file says so."""

from __future__ import annotations

import pytest

from docgen.manuscript import Line
from docgen.reader.read import read_docx
from tests.reader.packages import p, r, word

BREAK = '<w:r><w:br w:type="page"/></w:r>'
ASKS = "<w:pageBreakBefore/>"


def section(kind: str = "") -> str:
    return "<w:sectPr>" + (f'<w:type w:val="{kind}"/>' if kind else "") + "</w:sectPr>"


@pytest.mark.parametrize(
    ("blocks", "begin"),
    [
        ((p("甲"), p(BREAK), p("乙")), "乙"),
        ((p("甲"), p(BREAK), p(), p("　"), p("乙")), "乙"),
        ((p("甲"), p(r("乙") + BREAK), p("丙")), "丙"),
        ((p("甲"), p(BREAK + r("乙")), p("丙")), "乙"),
        ((p("甲"), p(r("乙") + BREAK + r("丙")), p("丁")), ""),
        ((p("甲"), p("乙", properties=ASKS)), "乙"),
        ((p("甲"), p(properties=ASKS), p("乙")), "乙"),
        ((p("甲", properties=section()), p("乙"), section()), "乙"),
        # A section says of itself how it begins, not how the next one does.
        ((p("甲", properties=section("continuous")), p("乙"), section()), "乙"),
        ((p("甲", properties=section()), p("乙"), section("continuous")), ""),
        ((p("甲", properties=section()), p(), p("乙"), section("oddPage")), "乙"),
    ],
)
def test_a_page_begins_with_the_next_line_that_is_shown(blocks: tuple[str, ...], begin: str) -> None:
    pieces = read_docx(word(*blocks), "x.docx").pieces

    assert "".join(one.text for one in pieces if isinstance(one, Line) and one.breaks) == begin
