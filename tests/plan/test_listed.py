"""Tables that a template makes of any list, and the figures it computes from one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import docgen
from docgen.document import Table
from docgen.problems import DocgenError

MANIFEST = "id: own\n名称: 自定\n继承: 通用\n用语: {组: 学段, 责任: 责任股室, 事项: 项目}\n"
SCHEMA = """\
properties:
  清单:
    type: array
    title: 清单
    description: 各项。
    items: {type: object, properties: {发现: {$ref: "#/$defs/日期"}}}
"""


def tables(folder: Path, body: str, **plan: Any) -> list[tuple[Any, ...]]:
    """The rows of each table that the template `body` makes of the plan."""
    package = folder / "own"
    package.mkdir(parents=True, exist_ok=True)
    for name, text in (("template.yaml", MANIFEST), ("schema.yaml", SCHEMA), ("body.md", body)):
        (package / name).write_text(text, encoding="utf-8")
    document = docgen.render({"标题": "甲", **plan}, template=str(package))
    return [block.rows for block in document.paper.blocks if isinstance(block, Table)]


ROWS = [
    {"项目": "跑道", "标准": "200", "现有": "150.5", "责任": {"牵头": ["甲"], "配合": ["乙"]}},
    {"项目": "图书", "标准": "3000", "现有": "3200", "时限": "2026-10"},
    {"项目": "仪器", "标准": "达标", "现有": "1"},
]


def test_a_table_has_the_columns_named_in_their_order_and_none_that_is_empty(tmp_path: Path) -> None:
    columns = '{"序号": "序号", "项目": "名称", "备注": "备注", "责任": "谁", "时限": "何时"}'
    body = f"{{{{ 清单 | 成表(列={columns}) }}}}\n"
    (rows,) = tables(tmp_path, body, 清单=ROWS[:2])
    assert rows == (
        ("序号", "名称", "谁", "何时"),
        ("1", "跑道", "甲、乙", ""),
        ("2", "图书", "", "2026年10月"),
    )


def test_days_and_answers_of_yes_and_no_stand_as_they_are_printed(tmp_path: Path) -> None:
    rows = [{"隐患": "扶手松动", "发现": "2026-9-1", "已改": True}, {"隐患": "灭火器过期", "已改": False}]
    (made,) = tables(tmp_path, '{{ 清单 | 成表(列=["隐患", "发现", "已改"]) }}\n', 清单=rows)
    assert made[1:] == (("扶手松动", "2026年9月1日", "是"), ("灭火器过期", "", "否"))


def test_what_falls_short_is_computed_where_both_are_numbers(tmp_path: Path) -> None:
    (rows,) = tables(tmp_path, '{{ 清单 | 缺口 | 成表(列=["项目", "缺口"]) }}\n', 清单=ROWS)
    assert rows[1:] == (("跑道", "49.5"), ("图书", "0"), ("仪器", ""))


def test_sums_count_amounts_that_price_and_quantity_give(tmp_path: Path) -> None:
    bill = [{"项目": "桌椅", "单价": "0.2", "数量": "40"}, {"项目": "跑道", "金额": "30.55"}]
    body = '{{ 清单 | 成表(列=["项目", "金额"], 合计=["金额"]) }}\n\n共{{ 清单 | 合计("金额") }}万元。\n'
    (rows,) = tables(tmp_path, body, 清单=bill)
    assert rows[1:] == (("桌椅", "8.00"), ("跑道", "30.55"), ("合计", "38.55"))
    with pytest.raises(DocgenError, match="TRE-019"):
        tables(tmp_path, body, 清单=[{**bill[0], "金额": "9"}])


def test_equal_neighbours_may_become_one_cell(tmp_path: Path) -> None:
    rows = [{"部位": "食堂", "隐患": "甲"}, {"部位": "食堂", "隐患": "乙"}]
    (made,) = tables(tmp_path, '{{ 清单 | 成表(列=["部位", "隐患"], 合并="部位") }}\n', 清单=rows)
    assert made[1][0].down == 2
    assert made[2] == ("乙",)


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("{{ 清单 | 成表 }}\n", "“成表”没有写要哪几列"),
        ('{{ 标题 | 成表(列=["甲"]) }}\n', "“成表”要用在一个列表上"),
        ('{{ 标题 | 合计("甲") }}\n', "“合计”要用在一个列表上"),
        ("{{ (标题 | 缺口)[0].现有 }}\n", "“缺口”要用在一个列表上"),
    ],
)
def test_what_is_no_list_is_an_error_of_the_template(tmp_path: Path, body: str, sentence: str) -> None:
    with pytest.raises(DocgenError) as stopped:
        tables(tmp_path, body, 清单=ROWS)
    assert [problem.message for problem in stopped.value.problems] == [sentence]


INDICATORS = [
    {"名称": "巩固率", "组": "小学", "目标": {"2026": "99", "2027": "100"}, "责任": "普教股"},
    {"名称": "巩固率", "组": "初中", "目标": {"2026": "98", "2027": "99"}},
    {"名称": "合格率", "组": "小学", "目标": {"2026": "90"}},
]


def chapter(**ask: Any) -> list[dict[str, Any]]:
    return [{"标题": "乙", "正文": [ask]}]


def test_a_template_calls_the_columns_by_its_own_words(tmp_path: Path) -> None:
    body = "{{ 指标 | 指标表 }}\n\n{{ 活动 | 活动表 }}\n"
    goals, events = tables(
        tmp_path,
        body,
        指标=INDICATORS,
        活动=[{"日期": "2026-10", "事项": "运动会", "责任": "普教股"}],
    )
    assert goals[0] == ("学段", "指标", "2026年", "2027年", "责任股室")
    assert events == (("日期", "项目", "责任股室"), ("10月", "运动会", "普教股"))


def test_columns_may_be_asked_for_by_those_words(tmp_path: Path) -> None:
    body = "{% for 章 in 各章 %}\n{{ 章 | 整章 }}\n{% endfor %}\n"
    events = [{"日期": "2026-10", "事项": "运动会", "责任": "普教股"}]
    ask = {"取自": "活动", "列": ["时间", "项目", "责任股室"]}
    (rows,) = tables(tmp_path, body, 活动=events, 章节=chapter(**ask))
    assert rows == (("时间", "项目", "责任股室"), ("10月", "运动会", "普教股"))


def test_one_indicator_may_be_asked_for_by_its_name(tmp_path: Path) -> None:
    body = "{% for 章 in 各章 %}\n{{ 章 | 整章 }}\n{% endfor %}\n"
    (rows,) = tables(tmp_path, body, 指标=INDICATORS, 章节=chapter(取自="指标", 指标="巩固率"))
    assert rows == (
        ("学段", "2026年", "2027年", "责任股室"),
        ("小学", "99", "100", "普教股"),
        ("初中", "98", "99", ""),
    )


@pytest.mark.parametrize(("key", "hint"), [("指标", "巩固率、合格率"), ("组", "小学、初中")])
def test_an_indicator_that_is_not_there_names_those_that_are(tmp_path: Path, key: str, hint: str) -> None:
    body = "{% for 章 in 各章 %}\n{{ 章 | 整章 }}\n{% endfor %}\n"
    with pytest.raises(DocgenError) as stopped:
        tables(tmp_path, body, 指标=INDICATORS, 章节=chapter(取自="指标", **{key: "升学率"}))
    (problem,) = stopped.value.problems
    assert (problem.id, problem.message) == ("TRE-025", "没有“升学率”的指标")
    assert problem.hint == f"“{key}”可以写：{hint}"


@pytest.mark.parametrize(
    ("last", "printed"),
    [
        ("2027-09", ["10月", "9月"]),
        ("2027-10", ["2026年10月", "2027年10月"]),
        ("第5周", ["10月", "第5周"]),
    ],
)
def test_events_of_more_than_a_year_show_their_years(tmp_path: Path, last: str, printed: list[str]) -> None:
    events = [{"日期": "2026-10", "事项": "甲"}, {"日期": last, "事项": "乙"}]
    (rows,) = tables(tmp_path, "{{ 活动 | 活动表 }}\n", 活动=events)
    assert [row[0] for row in rows[1:]] == printed
