from __future__ import annotations

import pytest

from docgen.document import Letterhead
from docgen.formats import load
from docgen.widths import measure
from docgen.word.organ_mark import LINE, TIGHT_LINE, lay_out

FORMAT = load()
ROOM = FORMAT.text_width - FORMAT.char
PLENTY = 20 * FORMAT.pitch
LEAD = 400
LONG = "某某市新时代文明实践中心建设工作领导小组办公室"


def mark(*organs, suffix="文件", height=PLENTY):
    return lay_out(Letterhead(organs, suffix), LEAD, height, FORMAT)


def width(mark, row):
    """The width of a row in twips, from the first ink to the last."""
    text, spacing = mark.rows[row], mark.spacings[row]
    return measure(text) * mark.size * 20 + spacing * (len(text) - 1)


def test_a_short_name_is_as_large_as_the_format_allows_and_spaced_out_a_little():
    found = mark("县教育局")

    assert found.size == FORMAT.letterhead.size
    assert 0 < found.spacings[0] <= found.size * 20 / 4
    assert found.rows == ("县教育局文件",)


@pytest.mark.parametrize("count", range(7, 19))
def test_a_long_name_fills_the_width(count):
    found = mark("某" * (count - 2))

    assert len(found.rows) == 1
    assert ROOM - 20 <= width(found, 0) <= ROOM


def test_a_name_too_long_for_one_line_goes_to_two_that_break_between_words():
    found = mark(LONG)

    assert found.rows == ("某某市新时代文明实践中心", "建设工作领导小组办公室文件")
    assert found.size > FORMAT.letterhead.smallest


def test_names_of_a_joint_paper_are_spread_to_one_width_with_the_suffix_beside_them():
    found = mark("某县教育局", "某某市人力资源和社会保障局", "某某市财政局")

    widths = [width(found, row) for row in range(3)]
    assert max(widths) - min(widths) <= 12
    assert found.suffix == "文件"
    assert found.beside > found.size
    assert sum(found.widths) <= ROOM + 20


def test_a_long_name_of_a_joint_paper_goes_to_two_lines():
    found = mark(LONG, "某某市公安局")

    assert found.rows == ("某某市新时代文明实践中心", "建设工作领导小组办公室", "某某市公安局")
    assert found.size >= FORMAT.letterhead.smallest


@pytest.mark.parametrize(
    "share, size, line",
    [
        (PLENTY, 41, LINE),
        (30 * LINE, 30, LINE),
        (24 * 1.2, 24, 1.2),
        (20 * TIGHT_LINE, 20, TIGHT_LINE),
        (10, 16, TIGHT_LINE),
    ],
)
def test_rows_are_set_smaller_then_closer_then_as_small_as_the_text_where_the_page_is_short(
    share, size, line
):
    """`share`: the height in pt that there is for each row."""
    found = mark("某某市教育局", "某某市公安局", suffix="文件", height=round(share * 40))

    assert found.size == pytest.approx(size, abs=4)
    assert found.pitch / found.size / 20 == pytest.approx(line, abs=0.05)


@pytest.mark.parametrize("lead", [0, 100, 250, 400])
def test_the_ink_is_never_lower_than_the_room_above_it_allows(lead):
    found = lay_out(Letterhead(("某某市教育局",), "文件"), lead, PLENTY, FORMAT)

    assert found.lead <= lead + 1


def test_a_mark_without_organs_does_no_harm():
    assert mark(suffix="").rows == ("",)
