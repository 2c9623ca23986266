"""Glyphs of a PDF become lines, runs and page numbers."""

from __future__ import annotations

import pytest

from docgen.problems import CannotRead
from docgen.verify.pages.page import MM_PER_PT, Line, Run, is_common, is_red, is_wide
from docgen.verify.pages.read import page_number, read, turned_lines, upright_lines
from docgen.verify.pages.strokes import colour_of


def glyphs(text, x=100.0, y=700.0, size=16.0, font="ABCDEF+FandolFang-Regular", colour=(0,)):
    """Glyphs side by side, as pdfplumber gives them: y from the foot of the page."""
    return [
        {
            "text": character,
            "matrix": (1, 0, 0, 1, x + number * size, y),
            "x0": x + number * size,
            "x1": x + number * size + size,
            "size": size,
            "fontname": font,
            "non_stroking_color": colour,
        }
        for number, character in enumerate(text)
    ]


def test_glyphs_on_one_baseline_are_a_line_measured_in_millimetres_from_the_top():
    (line,) = upright_lines(glyphs("工作计划"), 842)
    assert (line.text, line.size, line.cells) == ("工作计划", 16.0, 4)
    assert line.baseline == pytest.approx(142 * MM_PER_PT)
    assert (line.left, line.right) == pytest.approx((100 * MM_PER_PT, 164 * MM_PER_PT))


def test_blanks_leave_no_ink():
    (line,) = upright_lines(glyphs(" 一 二 "), 842)
    assert (line.text, line.cells, line.left) == ("一 二", 2, pytest.approx(116 * MM_PER_PT))
    assert not upright_lines(glyphs("   "), 842)


def test_runs_part_where_the_type_changes():
    row = (
        glyphs("一、", font="FandolHei-Regular")
        + glyphs("目标", x=132)
        + glyphs("红", x=164, colour=(1, 0, 0))
    )
    (line,) = upright_lines(row, 842)
    assert line.runs == (
        Run("一、", "黑体", 16.0),
        Run("目标", "仿宋", 16.0),
        Run("红", "仿宋", 16.0, colour="FF0000"),
    )


def test_a_face_without_a_role_keeps_its_name():
    (line,) = upright_lines(glyphs("字", font="BCDEFG+WenQuanYiMicroHei"), 842)
    assert line.runs == (Run("字", "WenQuanYiMicroHei", 16.0, known=False),)


def test_a_raised_note_mark_stands_in_its_line():
    row = glyphs("目标") + glyphs("1", x=132, y=706, size=8) + glyphs("一定", x=136)
    (line,) = upright_lines(row, 842)
    assert (line.text, line.baseline) == ("目标1一定", pytest.approx(142 * MM_PER_PT))


def test_small_type_in_a_line_of_its_own_stays_there():
    lines = upright_lines(glyphs("正文", y=700) + glyphs("脚注", y=686, size=9), 842)
    assert [line.text for line in lines] == ["正文", "脚注"]


def test_punctuation_at_the_end_may_hang():
    (line,) = upright_lines(glyphs("目标。”"), 842)
    assert line.closing == pytest.approx(132 * MM_PER_PT)


def test_turned_glyphs_are_read_downwards():
    turned = [
        {
            "text": character,
            "matrix": (0, -1, 1, 0, 75.0, 700 - 14 * number),
            "x0": 70.0,
            "x1": 84.0,
            "top": 140.0 + 14 * number,
            "bottom": 154.0 + 14 * number,
            "size": 7.0,
            "fontname": "SimSun",
            "non_stroking_color": 0,
        }
        for number, character in enumerate("—6—")
    ]
    (line,) = turned_lines(turned)
    assert (line.text, line.size) == ("—6—", 14.0)
    assert line.baseline == pytest.approx(75 * MM_PER_PT)
    assert not turned_lines([glyph | {"matrix": (0, 1, -1, 0, 75.0, 700)} for glyph in turned])


@pytest.mark.parametrize(
    ("text", "value"),
    [("— 3 —", 3), ("－12－", 12), ("-1-", 1), ("7", 7), ("第4页", 4), ("第4页 共12页", 4)],
)
def test_page_numbers_are_known_by_their_form(text, value):
    found = page_number(Line(text, 270, 160, 180, 180, (Run(text, "宋体", 14.0),)))
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize("text", ["共12页", "3.", "— —", "2026年9月1日", "1 月"])
def test_other_lines_are_no_page_numbers(text):
    assert page_number(Line(text, 270, 160, 180, 180, (Run(text, "宋体", 14.0),))) is None


@pytest.mark.parametrize(
    ("colour", "red"),
    [
        ((1, 0, 0), True),
        ((0.93, 0.1, 0.1), True),
        ((0, 1, 1, 0), True),
        ((0, 0, 0), False),
        ((0, 0, 0, 1), False),
        (0, False),
        ((1, 1, 1), False),
        (None, False),
        (("P0",), False),
    ],
)
def test_red_is_told_in_any_colour_space(colour, red):
    assert is_red(colour_of(colour)) is red


def test_full_width_characters_are_told_from_others():
    assert all(map(is_wide, "字，“”—…①（"))
    assert not any(map(is_wide, "a1.-(é"))


def test_common_ideographs_are_those_of_gb2312():
    assert is_common("校")
    assert not any(map(is_common, "喆镕，a"))


def test_a_file_that_is_no_pdf_is_told(tmp_path):
    path = tmp_path / "假.pdf"
    path.write_bytes(b"not a pdf")
    with pytest.raises(CannotRead, match="PAG-006 读不了这份 PDF"):
        read(path)
