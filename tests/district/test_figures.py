"""Figures, by hand: sums, means, weights, ranks, bands."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.district.bands import MOST, bands
from docgen.district.indicators import BASE, GOAL, Indicator, Line
from docgen.district.ranking import highest, lowest, ranked
from docgen.district.totals import change, shown, total
from docgen.district.ways import Way, is_known, way_of
from docgen.goals import Verdict

NUMBERS = st.decimals(min_value=-1000, max_value=100_000, allow_nan=False, places=2)


def numbers(**given: str) -> dict[str, Decimal]:
    return {name: Decimal(text) for name, text in given.items()}


def indicator(name: str, unit: str, base: dict[str, Decimal], goal: dict[str, Decimal]) -> Indicator:
    schools = dict.fromkeys([*goal, *base])
    columns = ((BASE, base), (GOAL, goal))
    lines = tuple(
        Line(school, {key: given[school] for key, given in columns if school in given}, "", Verdict.OPEN)
        for school in schools
    )
    return Indicator(name, unit, "2027", lines, ())


@pytest.mark.parametrize(
    ("name", "unit", "expected"),
    [
        ("在校生数", "人", Way.SUM),
        ("公开课", "节", Way.SUM),
        ("投入", "万元", Way.SUM),
        ("巩固率", "%", Way.MEAN),
        ("提高", "百分点", Way.MEAN),
        ("平均班额", "人", Way.MEAN),
        ("生均公用经费", "元", Way.MEAN),
        ("每周运动", "次", Way.MEAN),
        ("平均分", "分", Way.MEAN),
        ("甲醛", "毫克", Way.MEAN),
    ],
)
def test_only_what_is_counted_is_added(name: str, unit: str, expected: Way) -> None:
    assert way_of(name, unit) is expected


def test_a_unit_that_nobody_knows_is_averaged_and_said_to_be_doubtful() -> None:
    assert (is_known("甲醛", "毫克"), is_known("巩固率", "%"), is_known("班额", "人")) == (False, True, True)


def test_a_sum_is_exact() -> None:
    one = indicator("投入", "万元", {}, numbers(甲="0.1", 乙="0.2", 丙="12"))
    whole = total(one, GOAL, {})

    assert whole is not None
    assert (whole.way, shown(whole.number), whole.schools) == (Way.SUM, "12.3", 3)


def test_percentages_are_averaged_never_added() -> None:
    # (98 + 99 + 99.5) / 3 = 98.8333…
    one = indicator("巩固率", "%", {}, numbers(甲="98", 乙="99", 丙="99.5"))
    whole = total(one, GOAL, {})

    assert whole is not None
    assert (whole.way, shown(whole.number)) == (Way.MEAN, "98.83")


def test_percentages_are_weighted_where_every_school_has_a_weight() -> None:
    # (90 × 100 + 60 × 300) / 400 = 67.5, not 75
    one = indicator("巩固率", "%", {}, numbers(甲="90", 乙="60"))
    whole = total(one, GOAL, {GOAL: numbers(甲="100", 乙="300", 丙="1")})

    assert whole is not None
    assert (whole.way, shown(whole.number), whole.unweighed) == (Way.WEIGHTED, "67.5", ())


def test_without_the_weight_of_one_school_the_mean_is_taken_and_said() -> None:
    one = indicator("巩固率", "%", {}, numbers(甲="90", 乙="60"))
    whole = total(one, GOAL, {GOAL: numbers(甲="100")})

    assert whole is not None
    assert (whole.way, shown(whole.number), whole.unweighed) == (Way.MEAN, "75", ("乙",))


def test_counts_are_added_whatever_weights_there_are() -> None:
    one = indicator("在校生数", "人", {}, numbers(甲="90", 乙="60"))
    whole = total(one, GOAL, {GOAL: numbers(甲="1", 乙="1")})

    assert whole is not None
    assert (whole.way, whole.number) == (Way.SUM, 150)


def test_a_change_is_over_the_schools_that_have_both() -> None:
    one = indicator("在校生数", "人", numbers(甲="100", 丙="7"), numbers(甲="110", 乙="50"))
    moved = change(one, BASE, GOAL, {})

    assert moved is not None
    assert (moved.schools, moved.difference, moved.growth) == (1, 10, 10)


def test_a_change_from_nothing_has_no_growth() -> None:
    moved = change(indicator("场", "场", numbers(甲="0"), numbers(甲="3")), BASE, GOAL, {})

    assert moved is not None
    assert moved.growth is None


def test_a_change_compares_what_was_reached_in_the_same_way() -> None:
    # No weights of the year before: both means, (90 + 60) / 2 and (92 + 66) / 2.
    one = indicator("巩固率", "%", numbers(甲="90", 乙="60"), numbers(甲="92", 乙="66"))
    moved = change(one, BASE, GOAL, {GOAL: numbers(甲="1", 乙="9")})

    assert moved is not None
    assert (moved.before.way, moved.after.way, moved.difference) == (Way.MEAN, Way.MEAN, 4)


def test_equal_numbers_share_a_rank_and_the_next_is_passed_over() -> None:
    order = ranked(numbers(甲="96", 乙="98", 丙="96.0", 丁="90"))

    assert [(one.rank, one.school) for one in order] == [(1, "乙"), (2, "甲"), (2, "丙"), (4, "丁")]


def test_the_ends_take_all_who_share_the_last_place() -> None:
    order = ranked(numbers(甲="9", 乙="8", 丙="8", 丁="7", 戊="7"))

    assert [one.school for one in highest(order, 2)] == ["甲", "乙", "丙"]
    assert [one.school for one in lowest(order, 1)] == ["丁", "戊"]


@given(st.dictionaries(st.text(min_size=1, max_size=3), NUMBERS, min_size=1))
def test_a_rank_is_one_more_than_the_schools_above(values: dict[str, Decimal]) -> None:
    for one in ranked(values):
        assert one.rank == 1 + sum(number > one.number for number in values.values())


def test_bands_have_round_bounds() -> None:
    found = bands([Decimal(text) for text in ("71.5", "80", "84.9", "85", "99")])

    assert [(str(one.least), one.schools) for one in found] == [
        ("70", 1),
        ("75", 0),
        ("80", 2),
        ("85", 1),
        ("90", 0),
        ("95", 1),
    ]


@given(st.lists(NUMBERS, min_size=1))
def test_every_number_lies_in_one_of_a_few_bands(found: list[Decimal]) -> None:
    made = bands(found)

    assert len(made) <= MOST
    assert sum(one.schools for one in made) == len(found)
