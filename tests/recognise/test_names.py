"""The single names of who has a role, and the list as it was typed into a plan."""

from __future__ import annotations

import pytest

import docgen
from docgen.manuscript import Line
from docgen.problems import Place
from docgen.reader.read import read_docx
from docgen.recognise.names import listed, names
from docgen.recognise.recognise import recognise
from docgen.recognised import Entry
from docgen.writers import outline_of_file


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("林晓岚、何山", ["林晓岚", "何山"]),
        ("林晓岚　何　山　宋知夏", ["林晓岚", "何山", "宋知夏"]),
        ("林晓岚 何山", ["林晓岚", "何山"]),
        ("何　山", ["何山"]),
        ("林晓岚　校长", ["林晓岚　校长"]),
        ("林晓岚、 各班班主任 ", ["林晓岚", "各班班主任"]),
        ("", []),
    ],
)
def test_names_are_parted_by_marks_or_by_blanks(value: str, found: list[str]) -> None:
    assert names(value) == found


def test_blanks_that_a_person_typed_stay_in_the_value() -> None:
    typed = Line("成员：林晓岚　何　山", Place("a.docx", 1), style="normal")

    assert listed(Entry("成员", "林晓岚　何　山", typed)) == "林晓岚　何　山"


@pytest.mark.parametrize("typed", ["林晓岚　何山　宋知夏", "林晓岚 何山", "林晓岚　　何　山", "何山　江帆"])
def test_blanks_typed_into_a_plan_stay_in_the_value_that_its_file_tells(typed: str) -> None:
    people = {"名称": "领导小组", "组长": "江帆", "成员": typed}
    plan = {"模板": "通用", "标题": "阅读工作计划", "章节": [{"标题": "组织", "正文": [{"机构": people}]}]}
    told = outline_of_file.write(recognise(read_docx(docgen.render(plan).to_bytes(), "计划.docx")))

    (entries,) = [block["entries"] for block in told["blocks"] if block["type"] == "people"]

    assert entries[1]["value"] == typed


def test_a_built_file_says_the_list_that_was_typed_into_its_plan() -> None:
    people = {
        "名称": "领导小组",
        "组长": "林晓岚",
        "副组长": ["何山", "宋知夏"],
        "成员": ["各班班主任", "江帆"],
    }
    plan = {
        "模板": "通用",
        "标题": "阅读工作计划",
        "章节": [{"标题": "组织领导", "正文": [{"机构": people}]}],
    }
    told = outline_of_file.write(recognise(read_docx(docgen.render(plan).to_bytes(), "计划.docx")))

    (entries,) = [block["entries"] for block in told["blocks"] if block["type"] == "people"]

    assert [(one["role"], one["value"], one["names"]) for one in entries] == [
        ("组长", "林晓岚", ["林晓岚"]),
        ("副组长", "何山、宋知夏", ["何山", "宋知夏"]),
        ("成员", "各班班主任、江帆", ["各班班主任", "江帆"]),
    ]
