"""A goal against its result: reached, missed, still open, or not to be compared."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.goals import Verdict, goal_of, judge

REACHED, MISSED, OPEN, NOT = Verdict.REACHED, Verdict.MISSED, Verdict.OPEN, Verdict.NOT_COMPARABLE


@pytest.mark.parametrize(
    "goal, actual, base, verdict",
    [
        ("≥99.5", "99.5", "", REACHED),
        ("≥99.5", "99.4", "", MISSED),
        (">=99.5%", "99.6", "", REACHED),
        ("≥99.5%", "99.5％", "", REACHED),
        ("≤5.5", "5.6", "", MISSED),
        ("不超过3起", "3起", "", REACHED),
        ("控制在90分钟以内", "85", "", REACHED),
        (">60", "60", "", MISSED),
        ("少于5", "4", "", REACHED),
        ("95以上", "94.9", "", MISSED),
        ("5人以内", "5人", "", REACHED),
        ("10%～15%", "12.5", "", REACHED),
        ("10-15", "15.1", "", MISSED),
        ("10%—15%", "9", "", MISSED),
        ("１，２００人", "1200", "", REACHED),
        ("55.0", "54.9", "51.6", MISSED),
        ("55.0", "55.0", "51.6", REACHED),
        ("5.5", "5.2", "6.9", REACHED),
        ("5.5", "6.0", "6.9", MISSED),
        ("0", "1", "", MISSED),
        ("0起", "0", "0", REACHED),
        ("0", "无", "", REACHED),
        ("12", "", "", OPEN),
        ("12", "待填", "", OPEN),
        ("待填", "12", "", OPEN),
        ("创建区级示范校", "已通过验收", "", NOT),
        ("提高2个百分点", "2.5", "80", NOT),
        ("12节", "12人", "", NOT),
        ("15～10", "12", "", NOT),
        ("≥95", "良好", "", NOT),
        ("-2", "-1", "", REACHED),
    ],
)
def test_a_goal_is_compared_with_its_result(goal: str, actual: str, base: str, verdict: Verdict) -> None:
    assert judge(goal, actual, base) is verdict


@given(
    bound=st.decimals(min_value=-10_000, max_value=10_000, places=2),
    value=st.decimals(min_value=-10_000, max_value=10_000, places=2),
)
def test_at_least_and_at_most_meet_only_at_the_bound(bound: Decimal, value: Decimal) -> None:
    at_least = judge(f"≥{bound}", str(value)) is REACHED
    at_most = judge(f"≤{bound}", str(value)) is REACHED

    assert (at_least, at_most) == (value >= bound, value <= bound)


@given(st.text(max_size=30))
def test_any_text_is_a_goal_or_none(text: str) -> None:
    goal = goal_of(text)

    assert goal is None or goal.least is not None or goal.most is not None
