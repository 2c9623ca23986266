"""docgen check: all problems, no files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest


def test_a_good_plan_passes(call: Any, plan: Path) -> None:
    outcome = call("check", plan)

    assert (outcome.code, outcome.out, outcome.err) == (0, f"{plan}：没有发现问题\n", "")
    assert [path.name for path in plan.parent.iterdir()] == [plan.name]


def test_problems_are_listed_with_their_places_and_counted(call: Any, plan: Path) -> None:
    plan.write_text("模板: 通用\n标题: 通知\n主送单位: 各处室\n落款: {署名: 甲, 日期: 2026-02-30}\n", "utf-8")
    outcome = call("check", plan)

    assert outcome.code == 1
    assert outcome.err == ""
    assert f"{plan}:3:1: 错误 SCM-" in outcome.out
    assert f"{plan}:4:17: 错误 SCM-" in outcome.out
    assert outcome.out.endswith("2个错误\n")


def test_warnings_pass_unless_strict(call: Any, warned: Path) -> None:
    assert call("check", warned).code == 0
    assert call("check", warned, "--strict").code == 1


def test_strict_passes_what_is_clean(call: Any, plan: Path) -> None:
    assert call("check", plan, "--strict").code == 0


def test_json_has_every_field_of_a_problem(call: Any, warned: Path) -> None:
    told = json.loads(call("check", warned, "--json").out)

    assert told["version"] == 1
    first = told["problems"][0]
    assert set(first) >= {"id", "severity", "message", "file", "line", "column", "excerpt", "hint"}


def test_json_of_a_good_plan_has_no_problems(call: Any, plan: Path) -> None:
    assert json.loads(call("check", plan, "--json").out) == {"version": 1, "problems": []}


def test_a_file_that_is_not_there_is_a_wrong_call(call: Any, tmp_path: Path) -> None:
    outcome = call("check", tmp_path / "没有.yaml")

    assert outcome.code == 2
    assert outcome.out.startswith(f"{tmp_path / '没有.yaml'}: 错误 YML-")


@pytest.fixture
def folder(tmp_path: Path, plan: Path) -> Path:
    """A good plan, one with errors, a damaged document, and what is none of these."""
    folder = tmp_path / "收回"
    folder.mkdir()
    (folder / "1.yaml").write_bytes(plan.read_bytes())
    (folder / "2.yaml").write_text("模板: 通用\n标题: 通知\n主送单位: 各处室\n", "utf-8")
    (folder / "3.docx").write_bytes(b"PK\x03\x04 damaged")
    (folder / "4.txt").write_text("云溪县教育局关于开学的通知\n各小学：\n请按时开学。\n", "utf-8")
    for name in ("~$3.docx", "docgen.yaml", "章.png"):
        (folder / name).write_text("检查: {略过: [TTL-001]}\n", "utf-8")
    return folder


def test_a_folder_is_checked_file_by_file(call: Any, folder: Path) -> None:
    outcome = call("check", folder, "--ignore", "STR,DAT,TXT,PUN,TTL")

    assert outcome.code == 1
    assert f"{folder / '2.yaml'}:3:1: 错误 SCM-001" in outcome.out
    assert f"{folder / '3.docx'}: 错误 RDR-002" in outcome.out
    assert outcome.out.endswith("检查4份，没有发现问题的2份，有错误的2份\n")

    files = json.loads(call("check", folder, "--json").out)["files"]
    assert [one["file"] for one in files] == ["1.yaml", "2.yaml", "3.docx", "4.txt"]
    assert "SCM-001" in [problem["id"] for problem in files[1]["problems"]]


def test_the_report_of_a_folder_counts_by_file_and_by_kind(call: Any, folder: Path, tmp_path: Path) -> None:
    report = tmp_path / "报告.xlsx"
    outcome = call("check", folder, "-o", report, "--ignore", "STR,DAT,TXT,PUN,TTL")

    assert "2.yaml：1个错误\n" in outcome.out
    assert outcome.out.endswith(f"{report}\n")
    each, problems, kinds = openpyxl.load_workbook(report)
    assert [[cell.value for cell in row] for row in each.iter_rows()][:3] == [
        ["文件", "错误", "警告", "提示"],
        ["1.yaml", 0, 0, 0],
        ["2.yaml", 1, 0, 0],
    ]
    assert [cell.value for cell in problems[2]][:3] == ["2.yaml", "错误", "SCM-001"]
    assert [[cell.value for cell in row][:3] for row in kinds.iter_rows(min_row=2)] == [
        ["SCM-001", 1, 1],
        ["RDR-002", 1, 1],
    ]
    assert call("check", folder, "-o", report).code == 2


def test_a_folder_without_anything_to_check_and_a_report_of_another_kind_are_told(
    call: Any, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "空").mkdir()
    assert (
        "CLI-013 文件夹里没有能检查的文件"
        in call("check", tmp_path / "空").out + call("check", tmp_path / "空").err
    )
    assert "CLI-006 检查文件夹的报告要写成.xlsx文件" in call("check", folder, "-o", "报告.docx").err


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "通知.txt"
    path.write_text("云溪县教育局关于检查的通知\n各校要抓好备课,上课。\n到20**年全部达标。\n", "utf-8")
    return path


def test_a_finished_document_is_checked(call: Any, text: Path) -> None:
    outcome = call("check", text)

    assert outcome.code == 1
    assert f"{text}:2:8: 警告 PUN-001 中文里用了半角逗号" in outcome.out
    assert f"{text}:3:2: 错误 PLH-001 年份“20**”没有写明" in outcome.out
    assert [path.name for path in text.parent.iterdir()] == [text.name]


def test_rules_can_be_ignored_and_strict_tells_which(call: Any, text: Path) -> None:
    outcome = call("check", text, "--ignore", "plh-001,PUN,STR", "--json")
    ids = [problem["id"] for problem in json.loads(outcome.out)["problems"]]
    strict = call("check", text, "--ignore", "PLH,PUN", "--strict")

    assert outcome.code == 0
    assert not {"PUN-001", "PLH-001"} & set(ids)
    assert "提示 PUN-001 已略过：中文里用了半角逗号" in strict.out


def test_docgen_yaml_beside_a_document_says_what_to_pass_over(call: Any, text: Path) -> None:
    (text.parent / "docgen.yaml").write_text("检查: {略过: [PLH-001]}\n", "utf-8")

    assert "PLH-001" not in call("check", text).out


def test_a_finding_has_its_span_and_its_fix_in_json(call: Any, text: Path) -> None:
    problems = json.loads(call("check", text, "--json").out)["problems"]
    (comma,) = [problem for problem in problems if problem["id"] == "PUN-001"]

    assert (comma["line"], comma["span"], comma["fix"]) == (2, [7, 8], "auto")


def test_the_wording_of_a_plan_is_checked(call: Any, plan: Path) -> None:
    plan.write_text("模板: 通用\n标题: 检查的通知\n引言: 各校要抓好备课,上课和作业。\n", "utf-8")
    outcome = call("check", plan)

    assert outcome.code == 0
    assert f"{plan}:3:5: 警告 PUN-001" in outcome.out
    assert call("build", plan, "--strict").code == 1


@pytest.mark.parametrize("suffix", [".docx", ".txt"])
def test_a_document_that_is_not_there_is_a_wrong_call(call: Any, tmp_path: Path, suffix: str) -> None:
    assert call("check", tmp_path / f"没有{suffix}").code == 2


@pytest.mark.parametrize(
    ("title", "told"), [("青禾小学2027年工作思路", False), ("青禾小学2027年工作方案", True)]
)
def test_a_kind_that_begins_at_a_lower_layer_is_let_be(call: Any, text: Path, title: str, told: bool) -> None:
    text.write_text(f"{title}\n（一）抓好备课。每周一次。\n（二）抓好上课。精讲多练。\n", "utf-8")
    ids = {problem["id"] for problem in json.loads(call("check", text, "--json").out)["problems"]}

    assert bool(ids & {"REC-004", "NUM-008"}) is told


def test_two_rules_that_see_the_same_characters_are_told_as_one(call: Any, text: Path) -> None:
    text.write_text("青禾小学2027年工作计划\n1.抓好备课。\n2.抓好上课。\n3、抓好辅导。\n", "utf-8")
    ids = [problem["id"] for problem in json.loads(call("check", text, "--json").out)["problems"]]

    assert "NUM-002" in ids and "NUM-010" not in ids


def test_a_check_does_not_say_that_it_repaired_anything(call: Any, text: Path) -> None:
    words = [
        "青禾小学2027年工作计划",
        "指导思想",
        "坚持立德树人，全面提高办学质量。",
        "工作重点",
        "抓好备课，上好每节课。",
    ]
    text.write_text("\n".join([*words, "时间  内容", "三月  家访", "四月  春游", ""]), "utf-8")
    problems = json.loads(call("check", text, "--json").out)["problems"]
    hints = {problem["id"]: problem["hint"] for problem in problems}

    assert hints["REC-003"] == "按层次加上序号"
    assert hints["REC-006"] == "在Word里插入表格，把这些内容放回格里"


def test_many_findings_of_one_sort_are_told_as_one(call: Any, text: Path) -> None:
    lines = [f"第{number}件事是抓好备课,上好每节课。" for number in range(1, 15)]
    text.write_text("\n".join(["青禾小学2027年工作计划", *lines, "各班要认真准备。。", ""]), "utf-8")
    outcome = call("check", text)

    assert outcome.out.count("PUN-001 中文里用了半角逗号") == 3
    lines = "、".join(map(str, range(5, 16)))
    rest = f"    PUN-001 同样的问题另有11处（第{lines}行）\n    改法: 用 --fix 一起改\n"
    assert rest in outcome.out
    assert "PUN-006" in outcome.out
    assert outcome.out.splitlines()[-1] == "1个错误，14个警告"
    ids = [one["id"] for one in json.loads(call("check", text, "--json").out)["problems"]]
    assert ids.count("PUN-001") == 14


def test_what_recognition_and_lint_both_see_is_told_once(call: Any, text: Path) -> None:
    text.write_text("青禾小学工作计划\n1.抓好备课。\n3.抓好上课，每课都要反思。\n附件：\n", "utf-8")
    ids = [problem["id"] for problem in json.loads(call("check", text, "--json").out)["problems"]]

    assert "NUM-004" in ids
    assert not {"REC-001", "REC-005"} & set(ids)
