"""署名 and 成文日期 by arithmetic (GB/T 9704 7.3.5)."""

from __future__ import annotations

import re

import pytest

from docgen.document import Signature
from docgen.formats import load
from docgen.word.pictures import Album
from docgen.word.runs import BLANK, Pen
from docgen.word.signature import signature

WIDE, DIGIT = 315, 155  # twips: 16 pt and 8 pt, condensed by 0.25 pt
AREA = 8848
ORGAN, DATE = "某某市实验中学", "2026年9月1日"


def width(text):
    return sum(DIGIT if char.isascii() else WIDE for char in text)


def lines(paragraphs):
    """(text, right indent in twips) of each paragraph; an empty line is None."""
    rows = []
    for xml in paragraphs:
        right = re.search(r'w:right="(-?\d+)"', xml)
        rows.append(
            None
            if xml == BLANK
            else ("".join(re.findall(r">([^<]+)</w:t>", xml)), int(right.group(1)) if right else 0)
        )
    return rows  # fmt: skip


def paragraphs(signed):
    return list(signature(signed, load(), Pen(), Album()))


def signed(*organs, date=DATE, sealed=False):
    return lines(paragraphs(Signature(organs, date, sealed)))


def test_under_a_seal_the_date_stands_four_from_the_right_and_the_name_centred_over_it():
    first, second, name, date = signed(ORGAN, sealed=True)

    assert (first, second, date) == (None, None, (DATE, 1280))
    assert name == (ORGAN, 1280 + (width(DATE) - width(ORGAN)) // 2)


def test_a_name_too_long_to_be_centred_under_a_seal_is_broken():
    *_blanks, upper, lower, _date = signed("某某市某某区人民政府教育督导委员会办公室", sealed=True)

    middle = 1280 + width(DATE) / 2
    for text, right in (upper, lower):
        assert right + width(text) / 2 == pytest.approx(middle, abs=1)
        assert right >= 0


@pytest.mark.parametrize(
    "organ", ["某某县教育局", ORGAN, "某某市第九中学教务处", "某某县人力资源和社会保障局"]
)
def test_without_a_seal_the_date_begins_two_right_of_the_name(organ):
    blank, name, date = paragraphs(Signature((organ,), DATE))

    left = re.search(r'w:left="(\d+)"', date)
    right = re.search(r'w:right="(\d+)"', date)
    begins = int(left.group(1)) if left else AREA - int(right.group(1)) - width(DATE)
    assert blank == BLANK
    assert 'w:right="640"' in name
    assert begins - (AREA - 640 - width(organ)) == 640


def test_a_date_that_libreoffice_widens_over_the_edge_is_placed_from_the_right():
    placed = ["w:left=" in paragraphs(Signature((organ,), DATE))[-1] for organ in ("某某县教育局", ORGAN)]

    assert placed == [False, True]


def test_without_a_seal_a_longer_date_stands_two_from_the_right_and_moves_the_name():
    _blank, (name, name_right), (date, date_right) = signed("某校", date="2026年12月31日")

    assert date_right == 640
    assert name_right == 1280 + width(date) - width(name)


def test_organs_without_seals_stand_under_each_other_from_one_edge():
    _blank, *names, _date = signed(ORGAN, "某某市教育局")

    assert [text for text, _right in names] == [ORGAN, "某某市教育局"]
    assert len({right + width(text) for text, right in names}) == 1


def test_organs_under_seals_stand_in_even_rows_the_last_over_the_date():
    sealed = Signature(("甲局", "乙局", "丙局", "丁局"), DATE, True)

    xmls = paragraphs(sealed)

    rows = [re.findall(r'w:pos="(\d+)"', xml) for xml in xmls if "<w:tabs>" in xml]
    date_middle = AREA - 1280 - width(DATE) // 2
    assert [len(row) for row in rows] == [2, 2]
    assert all(int(row[-1]) == date_middle and int(row[-1]) - int(row[0]) >= 2551 for row in rows)


def test_no_date_leaves_no_line():
    assert signed(ORGAN, date="") == [None, (ORGAN, 640)]


def test_a_name_longer_than_a_line_is_broken_and_the_date_stays_within_the_text():
    name = "某某省青禾市溪口县教育科学研究院附属第一实验中学东分校"
    _blank, upper, lower, _date = signed(name)
    starts = [AREA - right - width(text) for text, right in (upper, lower)]
    date = paragraphs(Signature((name,), DATE))[-1]
    left = int(re.search(r'w:left="(\d+)"', date)[1])

    assert upper[0] + lower[0] == name
    assert starts[0] == pytest.approx(starts[1], abs=1)
    assert left == pytest.approx(starts[0] + 2 * 320, abs=1)


def test_a_date_that_just_fits_has_room_to_spare():
    """待填 under 待填, for one."""
    date = paragraphs(Signature(("待填",), "待填"))[-1]

    assert 'w:right="-50"' in date
