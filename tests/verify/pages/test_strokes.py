"""Rules, tables and pictures as programs draw them."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from docgen.verify.pages.page import MM_PER_PT
from docgen.verify.pages.strokes import colour_of, pictures, strokes, tables

RED = (1, 0, 0)


def pt(mm):
    return mm / MM_PER_PT


def stroke(left, top, right, bottom, width=0.5, colour=RED, kind="line"):
    """A stroked path; lengths in mm."""
    return {
        "object_type": kind,
        "stroke": True,
        "fill": False,
        "linewidth": pt(width),
        "x0": pt(left),
        "x1": pt(right),
        "top": pt(top),
        "bottom": pt(bottom),
        "stroking_color": colour,
        "non_stroking_color": None,
    }


def area(left, top, right, bottom, colour=RED, kind="rect"):
    """A filled one."""
    drawn = stroke(left, top, right, bottom, 0, None, kind)
    return drawn | {"stroke": False, "fill": True, "non_stroking_color": colour}


def page(*drawn, images=()):
    kinds = {kind: [one for one in drawn if one["object_type"] == kind] for kind in ("line", "rect", "curve")}
    return SimpleNamespace(
        lines=kinds["line"], rects=kinds["rect"], curves=kinds["curve"], images=list(images)
    )


@pytest.mark.parametrize(
    "drawn",
    [
        [stroke(28, 120, 184, 120)],
        [stroke(28, 120, 184, 120), stroke(28, 120, 184, 120)],
        [area(28, 119.75, 184, 120.25)],
        [area(28, 119.75, 184, 120.25, kind="curve")],
        [stroke(28 + 2 * n, 120, 30 + 2 * n, 120) for n in range(78)],
        [area(28, 119.75, 100, 120.25), area(100.2, 119.75, 184, 120.25)],
    ],
)
def test_a_rule_is_one_however_it_is_drawn(drawn):
    (rule,), posts = strokes(page(*drawn))
    assert (rule.level, rule.start, rule.end) == pytest.approx((120, 28, 184), abs=0.01)
    assert rule.thickness == pytest.approx(0.5)
    assert (rule.red, rule.length, posts) == (True, pytest.approx(156), ())


def test_the_strokes_of_a_double_rule_stay_apart():
    pieces = [
        stroke(20 + 10 * n, level, 30 + 10 * n, level, width)
        for n in range(17)
        for level, width in ((100.0, 0.8), (101.0, 0.26))
    ]
    rules, _posts = strokes(page(*pieces))
    assert [(rule.level, rule.thickness) for rule in rules] == [
        (pytest.approx(100), pytest.approx(0.8)),
        (pytest.approx(101), pytest.approx(0.26)),
    ]


@pytest.mark.parametrize(
    "drawn",
    [
        area(28, 100, 184, 120),  # an area
        stroke(28, 100, 29, 100),  # a dash
        stroke(28, 100, 184, 100) | {"stroke": False},  # neither stroked nor filled
        area(28, 100, 60, 101, (0.75294, 0.75294, 0.75294), "curve"),  # part of a stamp
    ],
)
def test_other_things_are_no_rules(drawn):
    assert strokes(page(drawn)) == ((), ())


def test_a_table_is_what_standing_rules_reach():
    posts = strokes(page(*[stroke(x, 100, x, 150, colour=(0,)) for x in (28, 80, 184)]))[1]
    apart = strokes(page(stroke(28, 200, 28, 220), stroke(90, 200, 90, 220)))[1]
    assert tables(posts, 3) == (
        (3, pytest.approx(28), pytest.approx(100), pytest.approx(184), pytest.approx(150)),
    )
    assert len(tables((*posts, *apart), 3)) == 2
    assert tables(posts[:1], 3) == ()


def test_pictures_are_images_and_areas_filled_with_one():
    image = {"x0": pt(120), "x1": pt(162), "top": pt(100), "bottom": pt(142)}
    mark = {"x0": pt(10), "x1": pt(12), "top": pt(10), "bottom": pt(12)}
    found = pictures(page(area(20, 100, 62, 142, ("P1",)), area(70, 100, 90, 120), images=[image, mark]), 2)
    assert [(round(box.left), round(box.bottom), box.page) for box in found] == [(120, 142, 2), (20, 142, 2)]


@pytest.mark.parametrize(
    ("colour", "written"),
    [
        ((1, 0, 0), "FF0000"),
        ((0, 1, 1, 0), "FF0000"),
        (0, "000000"),
        ((0.5,), "808080"),
        (None, "000000"),
        (("P1",), "000000"),
        ((1.2, -0.1, 0), "FF0000"),
        ((1, 0), "000000"),
    ],
)
def test_a_colour_is_written_as_red_green_and_blue(colour, written):
    assert colour_of(colour) == written
