from __future__ import annotations

from decimal import Decimal

import pytest

from docgen.district.entries import entries
from docgen.district.indicators import ACTUAL, BASE, GOAL, Indicator, indicators
from docgen.goals import Verdict
from docgen.problems import Problem
from tests.district.conftest import Hand, gathered


def of(hand_in: Hand, **schools: tuple[str, ...]) -> tuple[list[Indicator], list[Problem]]:
    for name, rows in schools.items():
        folder = hand_in(name, *rows)
    rows, problems = entries(gathered(folder).schools)
    found, more = indicators(rows)
    return found, [*problems, *more]


def test_equal_names_and_units_are_put_together(hand_in: Hand) -> None:
    found, problems = of(
        hand_in,
        甲=('名称: 巩固率, 计量单位: "%", 基期: 98, 目标: {2027: ≥99}',),
        乙=('名称: 巩 固率, 基期: 97.5%, 目标: {2027: "98.5％以上"}',),
    )

    assert problems == []
    assert [(one.name, one.unit, one.year) for one in found] == [("巩固率", "%", "2027")]
    assert found[0].values(BASE) == {"甲": Decimal("98"), "乙": Decimal("97.5")}
    assert found[0].values(GOAL) == {"甲": Decimal("99"), "乙": Decimal("98.5")}


def test_units_that_are_exact_in_one_another_are_put_together_in_the_one_most_use(hand_in: Hand) -> None:
    found, problems = of(
        hand_in,
        甲=("名称: 公用经费, 计量单位: 万元, 基期: 30, 目标: {2027: ≥35.50万元}, 实际: {2027: 36}",),
        乙=("名称: 公用经费（万元）, 目标: {2027: 40}",),
        丙=('名称: 公用经费, 计量单位: 元, 基期: 100000, 目标: {2027: "不少于123,456元"}, 实际: 12万',),
        丁=("名称: 公用经费, 目标: {2027: 0.01亿元}",),
    )

    assert problems == []
    assert [(one.name, one.unit, one.year) for one in found] == [("公用经费", "万元", "2027")]
    assert found[0].values(BASE) == {"甲": 30, "丙": 10}
    goals = {"甲": Decimal("35.5"), "乙": Decimal(40), "丙": Decimal("12.3456"), "丁": Decimal(100)}
    assert found[0].values(GOAL) == goals
    assert {line.school: (line.goal, line.converted, line.verdict) for line in found[0].lines} == {
        "甲": ("≥35.50", "", Verdict.REACHED),
        "乙": ("40", "", Verdict.OPEN),
        "丙": ("不少于12.3456", "元", Verdict.MISSED),
        "丁": ("100", "亿元", Verdict.OPEN),
    }


def test_an_indicator_in_two_units_of_one_kind_in_a_plan_stands_twice(hand_in: Hand) -> None:
    twice = ("名称: 藏书, 计量单位: 册, 目标: 12000", "名称: 藏书, 计量单位: 万册, 目标: 1.2")
    found, problems = of(hand_in, 甲=twice)

    assert (found, [problem.id for problem in problems]) == ([], ["DST-008"])


def test_other_units_are_other_indicators(hand_in: Hand) -> None:
    found, _problems = of(
        hand_in,
        甲=("名称: 藏书, 计量单位: 册, 目标: 12000",),
        乙=("名称: 藏书, 计量单位: 套, 目标: 15",),
    )

    assert [(one.unit, one.values(GOAL)) for one in found] == [
        ("套", {"乙": Decimal(15)}),
        ("册", {"甲": Decimal(12000)}),
    ]


def test_a_fraction_among_percentages_is_not_averaged_with_them(hand_in: Hand) -> None:
    found, problems = of(
        hand_in,
        甲=('名称: 巩固率, 计量单位: "%", 基期: 98, 目标: 99',),
        乙=('名称: 巩固率, 计量单位: "%", 基期: 97, 目标: ≥0.985',),
        丙=('名称: 巩固率, 计量单位: "%", 基期: 0.5%, 目标: 99.5',),
    )

    assert found[0].values(GOAL) == {"甲": 99, "丙": Decimal("99.5")}
    assert found[0].values(BASE) == {"甲": 98, "乙": 97, "丙": Decimal("0.5")}
    assert [(one.id, one.message, one.excerpt, one.hint) for one in problems] == [
        (
            "DST-016",
            "乙的指标“巩固率”的目标“≥0.985”和别的单位相差太大，没有列入计算",
            "≥0.985",
            "问清计量单位，百分比不写成小数；没有写错的，把计量单位写在数的后面：≥0.985%",
        )
    ]


@pytest.mark.parametrize(
    ("unit", "numbers", "odd"),
    [
        ("万元", ("35", "40", "350000"), ("丙",)),
        ("元", ("350000", "35", "410000"), ("乙",)),
        ("元", ("350000", "35元", "410000"), ()),
        ("万元", ("35", "350000"), ()),
        ("人", ("2", "3", "4000"), ()),
        ('"%"', ("0.2", "0.3", "0.98"), ()),
        ('""', ("98", "0.98", "97"), ()),
    ],
)
def test_money_a_thousand_times_off_is_likely_in_another_unit(
    hand_in: Hand, unit: str, numbers: tuple[str, ...], odd: tuple[str, ...]
) -> None:
    rows = [(f"名称: 投入, 计量单位: {unit}, 目标: {number}",) for number in numbers]
    found, problems = of(hand_in, **dict(zip("甲乙丙", rows, strict=False)))

    assert [problem.id for problem in problems] == ["DST-016"] * len(odd)
    assert set(found[0].values(GOAL)) == set("甲乙丙"[: len(numbers)]) - set(odd)


@pytest.mark.parametrize(
    ("row", "id"),
    [
        ("名称: 藏书, 计量单位: 册, 目标: 1.2套", "DST-007"),
        ('名称: 增幅, 计量单位: "%", 目标: 10%～15%', "DST-009"),
        ("名称: 达标班, 计量单位: 个, 目标: 三个左右", "DST-009"),
    ],
)
def test_what_cannot_be_counted_is_told(hand_in: Hand, row: str, id: str) -> None:
    found, problems = of(hand_in, 甲=(row,))

    assert [problem.id for problem in problems] == [id]
    assert [one.values(GOAL) for one in found] in ([], [{}])


def test_an_indicator_twice_in_a_plan_does_not_count(hand_in: Hand) -> None:
    twice = ("名称: 班级, 计量单位: 个, 目标: 6", "名称: 班级, 计量单位: 个, 目标: 7")
    found, problems = of(hand_in, 甲=twice)

    assert (found, [problem.id for problem in problems]) == ([], ["DST-008"])


def test_a_name_that_stands_in_several_groups_is_parted_by_them(hand_in: Hand) -> None:
    rows = ("组: 小学, 名称: 班级, 计量单位: 个, 目标: 6", "组: 初中, 名称: 班级, 计量单位: 个, 目标: 7")
    found, _problems = of(hand_in, 甲=rows, 乙=rows[:1])

    assert {one.name: one.values(GOAL) for one in found} == {
        "班级（小学）": {"甲": 6, "乙": 6},
        "班级（初中）": {"甲": 7},
    }


def test_results_count_where_there_are_any_and_are_judged_by_the_schools_own_goal(hand_in: Hand) -> None:
    found, _problems = of(
        hand_in,
        甲=('名称: 近视率, 计量单位: "%", 基期: 30, 目标: {2027: ≤28}, 实际: {2027: 27.5}',),
        乙=('名称: 近视率, 计量单位: "%", 基期: 32, 目标: {2027: ≤30}, 实际: {2027: 31}',),
        丙=('名称: 近视率, 计量单位: "%", 基期: 32, 目标: {2027: ≤30}',),
    )

    assert found[0].counted == ACTUAL
    assert found[0].values(ACTUAL) == {"甲": Decimal("27.5"), "乙": Decimal(31)}
    verdicts = {line.school: line.verdict for line in found[0].lines}
    assert verdicts == {"甲": Verdict.REACHED, "乙": Verdict.MISSED, "丙": Verdict.OPEN}


def test_a_blank_is_no_number_and_the_school_is_named(hand_in: Hand) -> None:
    found, problems = of(
        hand_in,
        甲=("名称: 在校生数, 计量单位: 人, 目标: {2027: 待填}",),
        乙=("名称: 在校生数, 计量单位: 人, 目标: {2027: 0}",),
    )

    assert problems == []
    assert (found[0].values(GOAL), found[0].silent) == ({"乙": 0}, ("甲",))
