"""做法: several measures run on in one paragraph, behind the text of their section or without one."""

from __future__ import annotations

from typing import Any

import pytest

import docgen
from docgen.document import Heading, plain

WAYS = ["建立台账", "每月检查"]


def printed(section: dict[str, Any]) -> list[str]:
    """Headings and texts of a paper with one such section, each a line."""
    document = docgen.render({"模板": "通用", "标题": "甲", "章节": [{"标题": "乙。", **section}]})
    return [
        f"{plain(block.content)}{plain(block.body) if isinstance(block, Heading) else ''}"
        for block in document.paper.blocks
        if hasattr(block, "content")
    ]


@pytest.mark.parametrize(
    ("section", "lines"),
    [
        ({}, ["乙。一是建立台账；二是每月检查。"]),
        ({"正文": "抓好落实。"}, ["乙。抓好落实。一是建立台账；二是每月检查。"]),
        ({"正文": "抓好落实"}, ["乙。抓好落实。一是建立台账；二是每月检查。"]),
        ({"正文": "重点是："}, ["乙。重点是：一是建立台账；二是每月检查。"]),
        ({"正文": "一段。\n二段。"}, ["乙。一段。", "二段。一是建立台账；二是每月检查。"]),
        ({"正文": ["一段。", "二段。"]}, ["乙。一段。", "二段。一是建立台账；二是每月检查。"]),
        ({"正文": [{"条目": ["丙"]}]}, ["乙。", "丙", "一是建立台账；二是每月检查。"]),
        ({"责任": "教务处"}, ["乙。一是建立台账；二是每月检查。（责任单位：教务处）"]),
        ({"小节": [{"标题": "丙。", "做法": ["一条"]}]}, ["乙。一是建立台账；二是每月检查。", "丙。一条。"]),
    ],
)  # fmt: skip
def test_measures_stand_in_the_last_paragraph(section: dict[str, Any], lines: list[str]) -> None:
    assert printed({"做法": WAYS, **section}) == lines


def test_measures_that_are_a_text_stay_as_they_are() -> None:
    assert printed({"正文": "甲。", "做法": "一是检查；二是整改。"}) == ["乙。甲。一是检查；二是整改。"]


@pytest.mark.parametrize("key", ["做法", "成效"])
def test_an_entry_of_several_paragraphs_is_an_error_at_its_place(key: str, tmp_path: Any) -> None:
    path = tmp_path / "plan.yaml"
    head = "模板: 工作总结\n标题: 甲\n主要工作及成效:\n  - 标题: 乙\n"
    entries = "      - 丙\n      - |\n        丁\n        戊\n"
    path.write_text(f"{head}    {key}:\n{entries}", encoding="utf-8")
    found = [problem for problem in docgen.check(path) if problem.id == "TRE-024"]
    assert [(str(problem.place).split("plan.yaml")[-1], problem.hint) for problem in found] == [
        (":8:9", "把它们写成一段，或者改写成小节")
    ]
