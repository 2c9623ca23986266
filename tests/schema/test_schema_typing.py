"""What the checked plan is: the same plan, with numbers, days and answers where the schema asks."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from docgen.problems import Place
from docgen.schema.check import check
from docgen.schema.schema import Schema
from docgen.source.load import from_mapping
from docgen.source.values import Day, Number, Record, Row, Text, place_of

PLAN = """\
标题: 计划
年度: 2027
学期: {名称: 第一学期, 开学: 2026年9月1日, 结束: 待填, 预备周: 是, 周起: 待填}
章节:
  - 标题: 甲
    层次: 2
    接排: 否
    表格: {列: [数], 行: [[000012, '']], 横排: 是}
活动:
  - {日期: 2026-10-15, 至: 10月上旬, 事项: 运动会}
经费:
  - {项目: 奖品, 金额: "1,200.50"}
机构: {名称: 领导小组, 组长: '', 联络员: [甲]}
"""


@pytest.fixture
def plan(schemas: dict[str, Schema], checked: Any) -> Record:
    typed, problems = checked(PLAN, schemas["base"])
    assert problems == []
    assert isinstance(typed, Record)
    return typed


def test_texts_become_what_the_schema_asks_for(plan: Record) -> None:
    assert isinstance(plan["学期"]["开学"], Day)
    assert plan["学期"]["开学"].date == date(2026, 9, 1)
    assert plan["学期"]["预备周"] is True
    assert plan["章节"][0]["接排"] is False
    assert plan["章节"][0]["表格"]["横排"] is True
    assert isinstance(plan["章节"][0]["层次"], Number)
    assert plan["经费"][0]["金额"] == "1,200.50"
    assert plan["经费"][0]["金额"].amount == Decimal("1200.50")
    assert isinstance(plan["活动"][0]["日期"], Day)


def test_texts_stay_texts_where_a_text_is_good(plan: Record) -> None:
    assert type(plan["年度"]) is Text
    assert plan["章节"][0]["表格"]["行"] == [["000012", ""]]
    assert type(plan["活动"][0]["至"]) is Text


def test_a_deliberate_blank_may_stand_for_a_date_or_a_choice(plan: Record) -> None:
    assert plan["学期"]["结束"] == plan["学期"]["周起"] == "待填"


def test_every_value_and_key_keeps_its_place(plan: Record) -> None:
    assert plan.keys_at["章节"] == Place("计划.yaml", 4, 1)
    assert place_of(plan["章节"][0]["层次"]) == Place("计划.yaml", 6, 9)
    assert plan["章节"][0].keys_at["接排"] == Place("计划.yaml", 7, 5)
    assert place_of(plan["章节"][0]) == Place("计划.yaml", 5, 5)
    assert place_of(plan["学期"]["开学"]) == Place("计划.yaml", 3, 20)
    assert isinstance(plan["章节"], Row)


def test_values_of_a_program_are_taken_as_they_are(schemas: dict[str, Schema]) -> None:
    data = from_mapping(
        {
            "标题": "计划",
            "年度": 2027,
            "学期": {"名称": "第一学期", "开学": "2026-09-01", "预备周": True},
            "章节": [{"标题": "甲", "层次": 3}],
            "经费": [{"项目": "奖品", "金额": 12.5, "数量": 3}],
        }
    )
    typed, problems = check(data, schemas["base"])
    assert problems == []
    assert (typed["年度"], type(typed["年度"])) == ("2027", Text)
    assert typed["学期"]["预备周"] is True
    assert typed["章节"][0]["层次"].amount == 3
    assert typed["经费"][0]["金额"].amount == Decimal("12.5")


def test_plain_python_mappings_need_no_reader(schemas: dict[str, Schema]) -> None:
    indicator = {"名称": "巩固率", "目标": {2027: 99.5}}
    data: Any = {"标题": ("计划", 3), "指标": [indicator], "学期": date(2026, 9, 1)}
    typed, problems = check(data, schemas["base"])
    assert problems == []
    assert typed["标题"] == ["计划", "3"]
    assert typed["指标"][0]["目标"] == {"2027": "99.5"}
    assert typed["学期"] == "2026-09-01"


def test_a_number_too_large_to_be_written_is_none(schemas: dict[str, Schema]) -> None:
    for amount in (10**5000, float("nan"), float("inf")):
        data: Any = {"经费": [{"项目": "奖品", "金额": amount}]}
        _typed, problems = check(data, schemas["base"])
        assert [problem.id for problem in problems] == ["SCM-003"]


def test_keys_of_a_program_may_be_numbers(schemas: dict[str, Schema]) -> None:
    data: Any = {"指标": [{"名称": "巩固率", "目标": {2027: ["甲"]}}], "引言": [{5: "乙"}]}
    _typed, problems = check(data, schemas["base"])
    assert sorted(problem.message for problem in problems) == [
        "“引言”应该是文字，这里是列表",
        "“指标”第1项的“目标”的“2027”应该是文字，这里是列表",
    ]


def test_a_null_is_left_where_the_schema_takes_one() -> None:
    schema = {"properties": {"甲": {"type": ["string", "null"]}}}
    assert check({"甲": None}, schema) == ({"甲": None}, [])  # type: ignore[arg-type]


def test_a_programs_number_is_written_out(schemas: dict[str, Schema]) -> None:
    plan = {"标题": "甲", "经费": [{"项目": "乙", "金额": 1e16}]}
    typed, problems = check(from_mapping(plan), schemas["general"])
    assert problems == []
    assert typed["经费"][0]["金额"] == "10000000000000000"
    assert check(typed, schemas["general"])[1] == []
