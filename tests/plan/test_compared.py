"""Indicators: the year that is compared, the goal and the result of it, what comes of them."""

from __future__ import annotations

from typing import Any

import pytest

import docgen
from docgen.goals import Verdict
from docgen.plan.compared import compare, compared
from docgen.source.load import from_mapping
from docgen.source.values import Record

REACHED, MISSED, OPEN = Verdict.REACHED, Verdict.MISSED, Verdict.OPEN


def row(**keys: Any) -> Record:
    return from_mapping({"名称": "巩固率", **keys})


@pytest.mark.parametrize(
    "keys, about, found",
    [
        ({"目标": "≥95", "实际": "96"}, (2026,), ("", "≥95", "96", REACHED)),
        ({"目标": "≥95"}, (2026,), ("", "≥95", "", OPEN)),
        ({"目标": {2026: "5", 2027: "6"}, "实际": {2026: "5"}}, (2026,), ("2026", "5", "5", REACHED)),
        ({"目标": {2026: "5", 2027: "6"}, "实际": {2026: "5"}}, (2026, 2027), ("2026", "5", "5", REACHED)),
        ({"目标": {2026: "5", 2027: "6"}}, (2026, 2027), ("2027", "6", "", OPEN)),
        ({"目标": {2026: "5", 2028: "7"}}, (2026,), ("2026", "5", "", OPEN)),
        ({"目标": {2026: "5", 2027: "6"}, "实际": "5.5"}, (2026,), ("2026", "5", "5.5", REACHED)),
        ({"目标": "5", "实际": {2026: "4"}}, (2026,), ("2026", "5", "4", MISSED)),
        ({"目标": "5", "实际": {2026: "待填"}}, (2026,), ("", "5", "", OPEN)),
        ({"目标": {2026: "5"}, "实际": {2025: "4", 2026: "待填"}}, (2026,), ("2026", "5", "待填", OPEN)),
        ({"目标": {2025: "5"}, "实际": {2025: "6"}}, (2026,), ("2025", "5", "6", REACHED)),
        ({"实际": "5"}, (2026,), ("", "", "5", Verdict.NOT_COMPARABLE)),
        ({"目标": "5", "基期": "8", "实际": "6"}, (2026,), ("", "5", "6", MISSED)),
    ],
)  # fmt: skip
def test_the_year_with_a_result_is_compared(keys: Any, about: tuple[int, ...], found: Any) -> None:
    assert compare(row(**keys), about)[1:] == found


def test_the_years_are_named_where_they_differ() -> None:
    rows = [row(目标={2026: "5"}, 实际={2026: "6"}), row(目标={2027: "5"}, 实际={2027: "6"}), row(目标="5")]
    plan = from_mapping({"学年": "2026—2027"})

    assert [one["年份"] for one in compared(plan, rows)] == ["2026", "2027", ""]
    assert [one["年份"] for one in compared(plan, rows[1:])] == ["", ""]


def test_a_summary_prints_what_was_planned_against_what_was_reached() -> None:
    plan = {
        "模板": "工作总结",
        "单位": "临江市实验中学",
        "年度": "2026",
        "主要工作及成效": "完成了各项任务。",
        "指标": [
            {"名称": "巩固率", "计量单位": "%", "目标": "≥99.5", "实际": "99.6"},
            {"名称": "示范校", "目标": "创建成功", "实际": "待填"},
        ],
    }
    text = docgen.render(plan).to_bytes("txt").decode()

    assert (
        "指标\t单位\t目标\t实际\t完成情况\n巩固率\t%\t≥99.5\t99.6\t达标\n示范校\t\t创建成功\t待填\t待填\n"
        in text
    )


def test_a_list_that_is_none_is_told_in_the_template() -> None:
    from docgen.plan.desk import Desk
    from docgen.plan.pieces import DESK, FILTERS
    from docgen.template.faults import ValueFault

    with pytest.raises(ValueFault, match="对照"):
        FILTERS["对照"]({DESK: Desk(Record(), {}, __import__("pathlib").Path())}, "巩固率")
