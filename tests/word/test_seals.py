"""Names and pictures of seals by arithmetic (GB/T 9704 7.3.5.1)."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from docgen.document import Image, Signature
from docgen.formats import load, twips
from docgen.word.pictures import Album
from docgen.word.runs import BLANK, Pen
from docgen.word.seals import below_date, under_seals

LINE = 579  # twips
AREA = 8848
DATE = "2026年9月1日"
DATE_MIDDLE = AREA - 4 * 320 - (6 * 155 + 3 * 315) // 2
EMU = 635  # a twip


def seal(size=42.0):
    return Image(b"picture", "png", size, size)


class Seen:
    """What under_seals wrote: names by their line, seals as (left, top, size) in twips from the text."""

    def __init__(self, *organs, size=42.0, seals=None, date=DATE):
        pictures = tuple(seal(size) for _organ in organs) if seals is None else seals
        signature = Signature(organs, date, True, pictures)
        self.xml = list(under_seals(signature, load(), Pen(), Album()))
        self.names, self.seals = [], []
        for line, one in enumerate(self.xml):
            self.names += [(line, name) for name in re.findall(r"<w:tab/><w:t[^>]*>([^<]+)<", one)]
            for drawing in re.findall("<wp:anchor .*?</wp:anchor>", one):
                left, top = (int(n) // EMU for n in re.findall(r"<wp:posOffset>(-?\d+)<", drawing))
                width = int(re.search(r'cx="(\d+)"', drawing).group(1)) // EMU
                self.seals.append((left, line * LINE + top, width))

    @property
    def stops(self):
        rows = [re.findall(r'"center" w:pos="(\d+)"', xml) for xml in self.xml]
        return [[int(stop) for stop in row] for row in rows if row]


def test_one_seal_is_centred_on_name_and_date_which_lie_below_its_middle():
    seen = Seen("某某县教育局")
    [(left, top, width)] = seen.seals
    [(line, _name)] = seen.names

    assert left + width // 2 == pytest.approx(DATE_MIDDLE, abs=2) == pytest.approx(seen.stops[0][0], abs=2)
    assert line * LINE < top + width // 2 < (line + 1) * LINE
    assert seen.xml[-1].count(DATE) == 1


@pytest.mark.parametrize("size", [30, 38, 42, 45, 50, 58])
def test_a_seal_of_any_size_begins_within_a_line_of_the_text_and_does_not_touch_it(size):
    seen = Seen("某某县教育局", size=size)
    [(_left, top, width)] = seen.seals

    assert 0 < top < LINE * 0.75
    assert top + width // 2 < seen.names[0][0] * LINE + 0.62 * LINE + 10


@pytest.mark.parametrize("count", [2, 3, 4, 5, 6, 9])
@pytest.mark.parametrize("size", [38.0, 42.0, 45.0, 50.0])
@pytest.mark.parametrize("name", ["某县教育局", "某某县卫生健康局", "某某县人力资源和社会保障局"])
def test_seals_neither_touch_nor_leave_the_text_area(name, size, count):
    seen = Seen(*(f"{name}{n}" for n in range(count)), size=size)

    assert len(seen.seals) == count
    for one, other in ((a, b) for n, a in enumerate(seen.seals) for b in seen.seals[:n]):
        apart = max(abs(one[0] - other[0]), abs(one[1] - other[1]))
        assert apart >= one[2] + twips(2)
    assert all(left >= 0 and left + width <= AREA for left, _top, width in seen.seals)


@pytest.mark.parametrize(
    "name", ["某某县卫生健康局", "某某县人力资源和社会保障局", "某某市人民政府教育督导委员会办公室"]
)
def test_names_under_seals_neither_touch_nor_leave_the_text_area(name):
    seen = Seen(*[name] * 4)
    halves = {part: len(part) * 315 / 2 for _line, part in seen.names}

    assert seen.stops[0][0] >= max(halves.values())
    assert all(
        after - before > 2 * max(halves.values()) for row in seen.stops for before, after in pairwise(row)
    )
    assert DATE_MIDDLE + max(halves.values()) <= AREA


@pytest.mark.parametrize(
    "count, rows", [(2, [2]), (3, [3]), (4, [2, 2]), (5, [3, 2]), (6, [3, 3]), (7, [3, 2, 2])]
)
def test_rows_have_three_names_at_most_and_end_over_the_date(count, rows):
    stops = Seen(*(f"某县{n}局" for n in range(count))).stops

    assert [len(row) for row in stops] == rows
    assert {row[-1] for row in stops} == {DATE_MIDDLE}


def test_organs_stand_in_their_order():
    organs = tuple(f"某县{n}局" for n in range(5))

    assert [name for _line, name in Seen(*organs).names] == list(organs)


def test_a_long_name_is_broken_and_ends_on_the_line_of_the_others():
    seen = Seen("某某县教育局", "某某市人民政府教育督导委员会办公室")

    assert len({line for line, _name in seen.names}) == 2
    assert seen.names[0][1] != "某某县教育局", "the short name stands on the lower line"
    assert len({top for _left, top, _width in seen.seals}) == 1


def test_seals_put_on_by_hand_find_the_same_room():
    printed, blank = Seen("甲局", "乙局", "丙局", "丁局"), Seen("甲局", "乙局", "丙局", "丁局", seals=())

    assert blank.seals == []
    assert (printed.names, printed.stops) == (blank.names, blank.stops)


def test_without_a_date_the_names_stand_as_with_one():
    assert Seen("甲局", "乙局", date="").xml[-1].count("乙局") == 1


def test_two_blank_lines_stand_above_a_usual_seal_and_more_above_a_larger_one():
    assert [xml == BLANK for xml in Seen("甲局").xml[:3]] == [True, True, False]
    assert [xml == BLANK for xml in Seen("甲局", size=58).xml[:4]] == [True, True, True, False]


def test_a_seal_presses_the_date_under_a_name_of_many_lines_too():
    seen = Seen("某某市人民政府教育督导委员会办公室暨体育卫生与艺术教育工作领导小组")
    [(_left, top, width)] = seen.seals
    date = len(seen.xml) - 1

    assert len(seen.names) == 3
    assert 0 < top < LINE
    assert top + width > (date + 0.75) * LINE


def test_what_a_seal_needs_below_the_date_is_kept_there():
    signed = Signature(("某某县教育局",), DATE, True, (seal(),))
    [room] = below_date(signed, load())
    [line] = re.findall(r'w:line="(\d+)"', room)
    seen = Seen("某某县教育局")
    [(_left, top, width)] = seen.seals

    assert top + width <= len(seen.xml) * LINE + int(line) + 2
    assert "<w:t " in room
