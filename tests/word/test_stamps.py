"""Posts and signature stamps by arithmetic (GB/T 9704 7.3.5.3)."""

from __future__ import annotations

import re

import pytest

from docgen.document import Image, Signature, Signer
from docgen.formats import load, twips
from docgen.word.pictures import Album
from docgen.word.runs import Pen
from docgen.word.stamps import stamped

LINE = 579  # twips
EDGE = 8848 - 4 * 320  # four characters from the right
DATE = "2026年9月1日"
EMU = 635  # a twip


def stamp(width=38.0, height=15.0):
    return Image(b"picture", "png", width, height)


class Seen:
    """What stands where, in twips from the text: lines by their words, stamps as (left, top, bottom), the
    places where posts end and names begin."""

    def __init__(self, *signers, date=DATE):
        xml = list(stamped(Signature((), date, signers=signers), load(), Pen(), Album()))
        self.lines, self.stamps, self.posts, self.columns = {}, [], set(), set()
        at = 0
        for one in xml:
            for drawing in re.findall("<wp:anchor .*?</wp:anchor>", one):
                left, top = (int(n) // EMU for n in re.findall(r"<wp:posOffset>(-?\d+)<", drawing))
                height = int(re.search(r'cy="(\d+)"', drawing).group(1)) // EMU
                self.stamps.append((left, at + top, at + top + height))
            self.lines |= dict.fromkeys(re.findall(r"<w:t[^>]*>([^<]+)<", one), at)
            self.posts |= set(map(int, re.findall(r'"right" w:pos="(\d+)"', one)))
            self.columns |= set(map(int, re.findall(r'"left" w:pos="(\d+)"', one)))
            height = re.search(r'w:line="(\d+)"', one)
            at += int(height.group(1)) if height else LINE


@pytest.mark.parametrize("height", [8.0, 15.0, 20.0, 38.0])
def test_a_stamp_has_two_lines_above_it_one_below_and_its_middle_on_that_of_the_post(height):
    seen = Seen(Signer("县长", "某某某", stamp(height=height)))
    [(left, top, bottom)] = seen.stamps

    assert left + twips(38) == EDGE
    assert top >= 2 * LINE - 2
    assert seen.lines[DATE] >= bottom + LINE - 2
    assert (top + bottom) / 2 == pytest.approx(seen.lines["县长"] + 0.62 * LINE, abs=2)


def test_a_high_stamp_leaves_just_two_lines_above_and_one_below():
    seen = Seen(Signer("县长", "某某某", stamp(height=20)))
    [(_left, top, bottom)] = seen.stamps

    assert top == pytest.approx(2 * LINE, abs=2)
    assert seen.lines[DATE] == pytest.approx(bottom + LINE, abs=2)


def test_the_post_ends_two_characters_left_of_the_stamp():
    seen = Seen(Signer("县长", "某某某", stamp()))

    assert seen.posts == {EDGE - twips(38) - 640}


def test_a_name_stands_in_the_place_of_a_stamp_that_is_not_there():
    seen = Seen(Signer("县长", "王某某"))

    assert seen.stamps == []
    assert seen.columns == {EDGE - 3 * 315}
    assert (seen.lines["县长"], seen.lines["王某某"]) == (2 * LINE, 2 * LINE)
    assert seen.lines[DATE] == 4 * LINE


def test_a_name_of_two_characters_is_as_wide_as_one_of_three():
    assert "王\u3000某" in Seen(Signer("县长", "王某")).lines


@pytest.mark.parametrize("height", [8.0, 15.0, 30.0])
def test_signers_stand_under_each_other_the_lead_first_and_their_stamps_do_not_touch(height):
    posts = ("某某县教育局局长", "某某县公安局局长", "某某县民政局局长")
    seen = Seen(*(Signer(post, "某某某", stamp(height=height)) for post in posts))

    assert [word for word in seen.lines if word in posts] == list(posts)
    assert len(seen.posts) == len({left for left, _top, _bottom in seen.stamps}) == 1
    for above, below in zip(seen.stamps, seen.stamps[1:], strict=False):
        assert below[1] - above[2] >= twips(3.5) - 2


def test_names_and_stamps_share_a_column():
    seen = Seen(Signer("局长", "某某某", stamp()), Signer("副局长", "某某某"))

    assert seen.columns == {seen.stamps[0][0]}
    assert len(seen.posts) == 1


def test_without_a_date_nothing_follows_the_stamp():
    assert list(Seen(Signer("县长", "某某某"), date="").lines) == ["县长", "某某某"]
