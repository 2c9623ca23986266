"""Rows of a spreadsheet pasted into a text are told, with the table they should be."""

from __future__ import annotations

import pytest

import docgen
from docgen.source.load import loads

HEAD = "模板: 通用\n标题: 甲\n章节:\n  - 标题: 乙\n    正文: "


def told(text: str) -> list[tuple[str, str, str]]:
    """Place, sentence and repair of what is told of tabs, for a chapter with `text`."""
    plan, problems = loads(HEAD + text, "plan.yaml")
    assert problems == []
    found = [one for one in docgen.render(plan).problems if one.id == "TRE-026"]
    return [(str(one.place), one.message, one.hint) for one in found]


def test_lines_with_tabs_are_told_as_the_table_they_were() -> None:
    pasted = "|\n      安排如下。\n      序号\t项目\n      1\t运动会\n      2\t读书节\n      请落实。\n"

    assert told(pasted) == [
        (
            "plan.yaml:7:7",
            "这里有3行用制表符隔开，像是从表格里粘贴的，排出来不成表",
            "在Excel里存成文件，写“表格: 文件名.xlsx”；或者写成“表格: {列: [序号, 项目], 行: [[1, 运动会]]}”",
        )
    ]


def test_cells_that_need_quotes_are_not_shown() -> None:
    ((_place, _sentence, hint),) = told("|\n      时间\t事项\n      14:30\t开会\n")

    assert "列: […]" in hint


@pytest.mark.parametrize("text", ["|\n      1.\t内容\n      请落实。\n", "|\n      甲\n      乙\n"])
def test_a_tab_by_itself_is_no_table(text: str) -> None:
    assert told(text) == []
