"""How text comes to share the page of the signature (GB/T 9704 7.3.5.5)."""

from __future__ import annotations

import re

import pytest

from docgen.formats import load
from docgen.word import names
from docgen.word.fitting import fitted
from docgen.word.heights import heights, lines
from docgen.word.runs import BLANK, Pen, paragraph

FORMAT = load()
PITCH = FORMAT.pitch
TITLE = paragraph(names.TITLE, Pen().text("关于做好秋季开学工作的通知"))
SIGNED = [
    BLANK,
    paragraph(names.ORGAN, Pen().text("某某县教育局")),
    paragraph(names.DATE, Pen().text("2026年9月1日")),
]


def body(count: int) -> str:
    """A paragraph of `count` lines of ideographs."""
    return paragraph(names.BODY, Pen().text("字" * (28 * count - 10)))


def text(before: int, count: int, *, is_only: bool = False) -> str:
    """A last paragraph of `count` lines below a title and `before` lines."""
    return fitted([TITLE, *[body(1)] * before, body(count)], SIGNED, is_only, FORMAT)


def pitch(xml: str) -> int:
    found = re.search(r'w:line="(\d+)"', xml)
    return int(found.group(1)) if found else PITCH


@pytest.mark.parametrize("count, high", [(1, 1), (5, 5), (28, 28)])
def test_lines_of_ideographs_are_counted_exactly(count, high):
    assert lines(body(count), FORMAT) == (high, high)


def test_digits_leave_the_number_of_lines_open():
    least, most = lines(paragraph(names.BODY, Pen().text("在3月2日前4个单位" * 20)), FORMAT)
    assert least < most


def test_heights_are_those_of_the_lines_and_of_what_is_around_them():
    spaced = paragraph(names.SECRECY, "", '<w:spacing w:after="100" w:line="400" w:lineRule="exact"/>')
    assert heights([TITLE, BLANK, body(3), spaced], FORMAT) == (5 * PITCH + 500,) * 2


def test_a_table_without_exact_rows_has_no_height_that_can_be_told():
    assert heights(["<w:tbl><w:tr><w:tc><w:p></w:p></w:tc></w:tr></w:tbl>"], FORMAT) is None


def test_a_paragraph_stays_as_it_is_where_the_signature_has_room_below():
    assert text(5, 10) == body(10)


def test_a_paragraph_that_goes_over_by_a_line_takes_another_along():
    assert "<w:widowControl/>" in text(8, 14)
    assert "w:line=" not in text(8, 14)


def test_a_paragraph_that_goes_over_by_more_stays_as_it_is():
    assert text(8, 17) == body(17)


@pytest.mark.parametrize("before, count", [(1, 18), (3, 16), (8, 11), (8, 12), (8, 13), (0, 21)])
def test_where_the_signature_would_be_alone_lines_are_closer_or_go_over(before, count):
    high = pitch(text(before, count))
    room = FORMAT.text_height - (1 + before) * PITCH
    below = len(SIGNED) * PITCH

    assert high != PITCH
    assert 0.84 * PITCH <= high <= 1.6 * PITCH
    assert count * high + below <= room or count * high > room


def test_a_text_that_cannot_be_foreseen_is_held_whole_unless_it_is_the_only_one():
    long = [TITLE, *[body(1)] * 80, body(10)]
    assert "<w:keepNext/>" in fitted(long, SIGNED, False, FORMAT)
    assert fitted(long, SIGNED, True, FORMAT) == body(10)


def test_a_paragraph_that_has_no_room_on_a_page_with_its_signature_is_not_held():
    many = [*[BLANK] * 12, *SIGNED]
    assert "<w:keepNext/>" not in fitted([*[body(1)] * 80, body(10)], many, False, FORMAT)
