"""A signature that would be alone behind a turned table is told with its repair."""

from __future__ import annotations

from typing import Any

import pytest

import docgen

WIDE = {"标题": "项目表", "列": [f"第{number}列名称" for number in range(12)], "行": [["建成千兆网络"] * 12]}
NARROW = {"列": ["甲", "乙"], "行": [["1", "2"]]}
SIGNED = {"署名": "某校", "日期": "2026-09-01"}


def told(table: dict[str, Any], **plan: Any) -> list[tuple[str, str]]:
    """What is told of a signature, for a plan whose text ends with `table`: sentence and repair."""
    chapter = {"标题": "安排", "正文": ["见下表。", {"表格": table}]}
    data = {"模板": "通用", "标题": "甲", "章节": [chapter], "落款": SIGNED, **plan}
    made = docgen.render({key: value for key, value in data.items() if value})
    return [(problem.message, problem.hint) for problem in made.problems if problem.id == "TRE-044"]


def test_a_signature_alone_behind_a_turned_table_is_told() -> None:
    repair = "在表格后面写一两句话（如“结语: 请认真落实。”）；或者把表格移作附件，或者给它写“横排: 否”"

    assert told(WIDE) == [("正文最后的表格“项目表”排在横放的页上，下一页只剩落款", repair)]
    assert told({**NARROW, "横排": True}) == [("正文最后的表格排在横放的页上，下一页只剩落款", repair)]


@pytest.mark.parametrize(
    ("table", "plan"),
    [
        (WIDE, {"结语": "请认真落实。"}),
        (WIDE, {"附件": [{"名称": "名单", "正文": "甲"}]}),
        (WIDE, {"落款": None}),
        ({**WIDE, "横排": False}, {}),
        (NARROW, {}),
    ],
)
def test_a_signature_that_has_company_or_is_not_there_is_not(
    table: dict[str, Any], plan: dict[str, Any]
) -> None:
    assert told(table, **plan) == []
