"""Starting from plans whose data stand in spreadsheets."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.problems import DocgenError
from docgen.sheets.write_form import write
from docgen.source.load import loads
from docgen.template import shelf
from docgen.year.begin import begin

PLAN = "模板: 工作计划\n单位: 某校\n年度: 2026\n指标: 指标.csv\n活动: 活动.csv\n"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    (tmp_path / "指标.csv").write_text("名称,目标,实际\n巩固率,≥99,99.5\n近视率,≤5,6\n", encoding="utf-8")
    (tmp_path / "活动.csv").write_text("日期,事项\n2026-05-08,运动会\n", encoding="utf-8")
    path = tmp_path / "2026.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_a_summary_takes_its_indicators_from_a_spreadsheet(plan: Path) -> None:
    begun = begin(plan, shelf.find("工作总结"), "总结.yaml")
    read, _problems = loads(begun.text, "总结.yaml")

    assert [row["实际"] for row in read["指标"]] == ["99.5", "6"]
    assert "主要指标2项，达标1项，未达标1项。" in begun.text


def test_lists_in_spreadsheets_are_left_to_a_person(plan: Path) -> None:
    begun = begin(plan, shelf.find("工作计划"), "2027.yaml")

    assert begun.text == (
        "模板: 工作计划\n单位: 某校\n年度: 2027\n"
        "# 核对：表里的日期和结果没有改动\n指标: 指标.csv\n"
        "# 核对：表里的日期和结果没有改动\n活动: 活动.csv\n"
    )
    assert [problem.message for problem in begun.problems] == [
        "“指标”写在指标.csv里，表里的日期和结果没有改动",
        "“活动”写在活动.csv里，表里的日期和结果没有改动",
    ]


def test_a_form_that_was_filled_in_gives_a_summary_but_no_next_year(tmp_path: Path) -> None:
    package = shelf.find("工作计划")
    form = tmp_path / "填报.xlsx"
    form.write_bytes(write(package, loads(package.example_text, "example.yaml")[0]))

    assert "主要工作及成效" in begin(form, shelf.find("工作总结"), "总结.yaml").text
    with pytest.raises(DocgenError) as stopped:
        begin(form, package, "2027.yaml")
    assert stopped.value.problems[0].id == "YER-031"


def test_a_plan_of_another_kind_is_told(plan: Path) -> None:
    with pytest.raises(DocgenError) as stopped:
        begin(plan, shelf.find("工作方案"), "方案.yaml")

    [problem] = stopped.value.problems
    assert problem.message == "从“工作计划”不能开始写“工作方案”"
    assert problem.hint == "可以写它的总结（docgen new 工作总结），或者下一年的“工作计划”"
