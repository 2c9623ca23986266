"""Where LibreOffice puts what an order has otherwise than other papers (GB/T 9704 10.2)."""

from __future__ import annotations

import pytest

from docgen.document import ORDER, Letterhead, Paper, Paragraph
from docgen.formats import load
from docgen.numbering import number
from docgen.word import write

pytestmark = pytest.mark.rendered

PT = 25.4 / 72
LINE = 28.95 * PT
TOP = 37  # mm: the top of the text area
TEXT = Paragraph(("《某某市校车安全管理办法》已经2026年7月20日市人民政府常务会议通过，现予公布。",))


@pytest.fixture
def page(render):
    def page(*organs, **letterhead):
        given = {"suffix": "令", "document_number": "第3号"} | letterhead
        paper = Paper(("某某市人民政府令",), (TEXT,), form=ORDER, letterhead=Letterhead(organs, **given))
        numbered, problems = number(paper)
        assert problems == []
        [only] = render(write(numbered, load())).pages
        return only

    return page


@pytest.mark.clause("CM-01", "CM-02")
@pytest.mark.parametrize(
    "organ, suffix, rows",
    [
        ("某某市人民政府", "令", 1),
        ("国务院", "令", 1),
        ("某某省某某自治州某某自治县人民政府", "命令", 2),
    ],
)
def test_the_mark_is_20_mm_below_the_top_of_the_text_area_and_number_and_text_two_lines_on(
    page, organ, suffix, rows
):
    lines = page(organ, suffix=suffix).lines

    mark, (number, text) = lines[:rows], lines[rows : rows + 2]
    assert "".join(line.text.replace(" ", "") for line in mark) == organ + suffix
    assert all(run.red and run.face == "小标宋" for line in mark for run in line.runs)
    assert mark[0].baseline - 0.88 * mark[0].size * PT == pytest.approx(TOP + 20, abs=1)
    assert [line.centre for line in mark] == pytest.approx([28 + 156 / 2] * rows, abs=1)
    assert number.text.replace(" ", "") == "第3号"
    assert number.centre == pytest.approx(28 + 156 / 2, abs=1)
    assert text.text.startswith("《某某市校车")
    assert text.baseline - number.baseline == pytest.approx(3 * LINE, abs=0.5)


def test_an_order_has_no_rule(page):
    assert not page("某某市人民政府").rules


def test_what_stands_in_the_corner_does_not_move_the_mark(page):
    plain = page("某某市人民政府").lines[0]
    found = page("某某市人民政府", copy_number="000001", secrecy="秘密★1年").lines

    corner, mark = found[:2], found[2]
    assert [line.text for line in corner] == ["000001", "秘密★1年"]
    assert mark.baseline - 0.88 * mark.size * PT == pytest.approx(
        plain.baseline - 0.88 * plain.size * PT, abs=0.5
    )


def test_an_order_is_valid(validate):
    made = Letterhead(("某某市人民政府",), "令", "第3号")
    numbered, _problems = number(Paper(("令",), (TEXT,), form=ORDER, letterhead=made))

    validate(write(numbered, load()))


def test_a_corner_of_two_lines_keeps_the_height_of_the_text(page):
    first, second = page("某某市人民政府", copy_number="000001", secrecy="秘密").lines[:2]

    assert second.baseline - first.baseline == pytest.approx(LINE, abs=0.5)
