"""What the layout makes of lines: full lines, full pages, beginnings of paragraphs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.formats import load
from docgen.verify.pages.layout import Layout, lay_out
from docgen.verify.pages.page import MM_PER_PT, Line, Page, Run
from docgen.verify.pages.required import required_by

HAN = "为进一步规范办学行为全面提高教育教学质量结合本校实际制定"


def with_page(layout: Layout, *lines: Line) -> Layout:
    """The layout with one upright page of `lines`, faces and edges kept."""
    return replace(layout, pages=(Page(1, 210, 297, lines),))


def row(number: int, text: str, indent: int = 0) -> Line:
    cell, pitch = 156 / 28, 28.95 * MM_PER_PT
    left = 28 + indent * cell
    right = left + cell * len(text)
    return Line(text, 37 + (number + 0.8) * pitch, left, right, right, (Run(text, "仿宋", 16.0),))


@pytest.mark.parametrize(
    ("second", "counts"),
    [
        ("工作计划", True),
        ("“双减”工作", False),
        ("作，全面落实", False),
        ("2026年", False),
    ],
)
def test_a_line_that_a_mark_or_number_cut_short_says_nothing(laid_out, second, counts):
    layout = with_page(laid_out(), row(0, HAN), row(1, second))
    assert [spot.line.text for spot in layout.full_lines()] == [HAN] * counts


@pytest.mark.parametrize("text", [HAN[:27] + "，", HAN[:25] + "2026", "　" + HAN[:27]])
def test_a_line_of_more_than_ideographs_is_not_counted(laid_out, text):
    assert not with_page(laid_out(), row(0, text)).full_lines()


def test_a_page_that_a_heading_left_early_is_not_full(laid_out):
    layout = laid_out()
    short = Page(1, 210, 297, tuple(row(number, HAN[:20]) for number in range(15)))
    assert not replace(layout, pages=(short, Page(2, 210, 297, (row(0, HAN[:9], indent=2),)))).full_pages()


def test_a_page_whose_paragraph_runs_on_is_full_however_short(laid_out):
    layout = laid_out()
    cut = Page(1, 210, 297, tuple(row(number, HAN) for number in range(15)))
    full = replace(layout, pages=(cut, Page(2, 210, 297, (row(0, HAN[:9]),)))).full_pages()
    assert [layout.slots(page) for page in full] == [15]


def test_a_blank_line_counts_as_a_line(laid_out):
    layout = laid_out()
    page = Page(1, 210, 297, (row(0, HAN), row(2, HAN), row(5, HAN)))
    assert layout.slots(page) == 6


def test_a_page_with_a_line_off_the_grid_is_not_plain(laid_out):
    off = replace(row(1, HAN), baseline=60.0)
    assert not with_page(laid_out(), row(0, HAN), off).plain_pages()


def test_an_addressee_or_signature_is_no_paragraph_of_the_body(laid_out):
    layout = with_page(
        laid_out(), row(0, "各处室、各年级组："), row(2, HAN), row(5, "某某市实验中学", indent=17)
    )
    assert not [spot for spot in layout.body() if layout.begins_paragraph(spot)]


def test_faces_and_edges_are_those_of_the_pages_not_of_the_format(laid_out):
    layout = laid_out(face="宋体", size=14.0, left=26.0, pitch=26.0)
    assert (layout.face, layout.size, layout.left) == ("宋体", 14.0, 26.0)
    assert layout.pitch == pytest.approx(26.0 * MM_PER_PT)


def test_too_few_lines_have_no_pitch(laid_out):
    layout = laid_out()
    assert lay_out([Page(1, 210, 297, (row(0, HAN), row(1, HAN)))], layout.required).pitch == 0


def lines_at(*gaps):
    """A page of lines so far apart (in lines of the text), the first of a paragraph indented."""
    places = [sum(gaps[:n]) for n in range(len(gaps) + 1)]
    lines = tuple(
        row(place, HAN[:26] if not n else HAN, indent=0 if n else 2) for n, place in enumerate(places)
    )
    return lay_out([Page(1, 210, 297, lines)], required_by(load()))


@pytest.mark.parametrize("other", [0.85, 1.5])
def test_one_paragraph_set_closer_or_wider_is_not_the_pitch_of_the_text(other):
    assert lines_at(1, 1, 1, *[other] * 5).pitch == pytest.approx(28.95 * MM_PER_PT, abs=0.01)


def test_lines_that_are_all_closer_are():
    assert lines_at(*[0.85] * 6).pitch == pytest.approx(0.85 * 28.95 * MM_PER_PT, abs=0.01)
