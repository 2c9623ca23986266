from __future__ import annotations

import re
import unicodedata

import pytest

from docgen.formats import load
from docgen.word.runs import Pen
from docgen.word.signers import lines

FORMAT = load()
CHAR = FORMAT.char + FORMAT.condensing  # twips: the advance of a character
EDGE = FORMAT.char
RIGHT = FORMAT.text_width - EDGE
NUMBER = "某教发〔2026〕3号"
LONG_NUMBER = "中共某某市委教育工作领导小组办公室〔2026〕112号"


def rows(number, *signers):
    """Each line as pairs of a place and what begins there."""
    return [
        list(zip(map(int, re.findall(r'w:pos="(\d+)"', line.tabs)), cells(line.runs), strict=True))
        for line in lines(number, signers, FORMAT, Pen())
    ]


def cells(runs):
    return ["".join(re.findall(r">([^<]+)</w:t>", part)) for part in runs.split("<w:tab/>")[1:]]


def texts(number, *signers):
    return [[text for _place, text in row] for row in rows(number, *signers)]


def test_one_signer_ends_a_character_from_the_right_and_the_number_begins_one_from_the_left():
    [[(left, number), (place, signer)]] = rows(NUMBER, "张某某")

    assert (left, number, signer) == (EDGE, NUMBER, "签发人：张某某")
    assert place + 7 * CHAR == RIGHT


@pytest.mark.parametrize(
    "signers, found",
    [
        (("甲某某", "乙某某"), [[NUMBER, "签发人：甲某某", "乙某某"]]),
        (("甲某某", "乙某某", "丙某某"), [["签发人：甲某某", "乙某某"], [NUMBER, "丙某某"]]),
        (
            ("甲某某", "乙某某", "丙某某", "丁某某", "戊某某"),
            [["签发人：甲某某", "乙某某"], ["丙某某", "丁某某"], [NUMBER, "戊某某"]],
        ),
    ],
)
def test_signers_go_from_left_to_right_two_to_a_line_with_the_number_on_the_last(signers, found):
    assert texts(NUMBER, *signers) == found


@pytest.mark.clause("HD-13")
def test_names_of_a_column_begin_under_each_other_behind_the_label():
    first, second = rows("", "甲某某", "乙某某", "丙某", "丁某某某")

    assert second[0][0] == first[0][0] + 4 * CHAR
    assert second[1][0] == first[1][0]
    assert first[1][0] + 4 * CHAR == RIGHT


@pytest.mark.parametrize("others, gap", [(("李某某",), CHAR), (("李某",), 0), ((), 0)])
def test_a_name_of_two_characters_is_spread_to_three_beside_longer_ones(others, gap):
    [line] = lines("", ("张某", *others), FORMAT, Pen())

    found = re.search(r'<w:spacing w:val="(-?\d+)"/></w:rPr><w:t xml:space="preserve">张<', line.runs)
    assert (int(found[1]) - FORMAT.condensing if found else 0) == gap
    assert "张某" in "".join(cells(line.runs))


def test_names_go_one_to_a_line_where_two_would_reach_into_the_number():
    number = "某市府办发〔2026〕11号"

    assert texts(number, "买买提·艾合买提", "阿依古丽·买买提")[-1] == [number, "阿依古丽·买买提"]


def test_a_number_too_long_for_the_signers_line_stands_on_one_of_its_own():
    assert texts(LONG_NUMBER, "甲某某", "乙某某") == [["签发人：甲某某", "乙某某"], [LONG_NUMBER]]


def test_the_label_is_of_the_body_and_names_are_of_their_own_face():
    [line] = lines("", ("甲某某",), FORMAT, Pen())

    assert "楷体" not in line.runs.split("签发人：")[0]
    assert "楷体_GB2312" in line.runs.split("签发人：")[1]


def test_the_lines_keep_within_the_text_whatever_the_names():
    for name in ("甲某", "欧阳某某", "买买提·艾合买提", "某" * 12):
        for row in rows(NUMBER, *[name] * 3):
            for place, text in row:
                width = sum(1 if unicodedata.east_asian_width(one) in "WFA" else 0.5 for one in text)
                assert EDGE <= place <= RIGHT - width * CHAR + 2
