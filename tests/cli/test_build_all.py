"""docgen build --all: every document of a plan in one folder, or none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

WHOLE = """\
模板: 工作计划
单位: 临江市实验中学
学年: 2026—2027
学期: {名称: 第一学期, 开学: 2026-09-01, 结束: 2027-01-22}
指导思想: 落实立德树人根本任务。
工作目标: 提高质量。
重点工作:
  - 标题: 抓好课堂
    条目:
      - {内容: 修订教学常规。, 责任: 教务处, 时限: 2026年10月}
保障措施: 各负其责。
指标: [{名称: 巩固率, 计量单位: "%", 目标: ≥99.5}]
活动: [{日期: 2026-10-22, 事项: 运动会, 责任: 体育组}]
机构: {名称: 推进小组, 组长: 王校长}
经费: [{项目: 图书, 金额: 5000}]
"""
BARE = """\
模板: 通用
标题: 关于开学工作的通知
章节: [{标题: 工作安排, 正文: 九月一日上课。}]
"""
EVERYTHING = [
    "",
    "任务分解表",
    "行事历",
    "校历",
    "指标表",
    "领导小组名单",
    "经费预算表",
    "日程",
    "任务和活动",
]


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    folder = tmp_path / "计划 表"
    folder.mkdir()
    path = folder / "学年计划.yaml"
    path.write_text(WHOLE, encoding="utf-8")
    return path


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_all_is_written_into_a_folder(call: Any, plan: Path, tmp_path: Path) -> None:
    outcome = call("build", plan, "--all", "-o", tmp_path / "文件")
    names = [f"学年计划{'-' if name else ''}{name}" for name in EVERYTHING]

    assert (outcome.code, outcome.err) == (0, "")
    assert [Path(line).stem for line in outcome.out.splitlines()] == names
    assert all(Path(line).is_file() for line in outcome.out.splitlines())
    assert all(Path(line).parent == tmp_path / "文件" for line in outcome.out.splitlines())


def test_without_an_output_all_stands_beside_the_plan(call: Any, plan: Path) -> None:
    assert call("build", plan, "--all").code == 0
    assert (plan.parent / "学年计划-任务分解表.docx").is_file()


def test_other_formats_of_the_papers_may_be_asked_for(call: Any, plan: Path, tmp_path: Path) -> None:
    outcome = call("build", plan, "--all", "--to", "txt", "-o", tmp_path / "文")

    assert [Path(line).suffix for line in outcome.out.splitlines()] == [".txt"] * 7 + [".ics", ".xlsx"]


def test_the_problems_of_all_documents_and_their_files_are_json(
    call: Any, plan: Path, tmp_path: Path
) -> None:
    outcome = call("build", write(plan, BARE), "--all", "--json", "-o", tmp_path / "文")
    told = json.loads(outcome.out)

    assert [Path(path).name for path in told["written"]] == ["学年计划.docx"]
    assert {problem["id"] for problem in told["problems"]} == {"YER-001"}


def test_one_file_that_is_there_keeps_all_from_being_written(call: Any, plan: Path, tmp_path: Path) -> None:
    there = tmp_path / "文" / "学年计划-校历.docx"
    there.parent.mkdir()
    there.write_bytes(b"mine")
    refused = call("build", plan, "--all", "-o", there.parent)

    assert refused.code == 2
    assert "CLI-002" in refused.err
    assert [path.name for path in there.parent.iterdir()] == [there.name]
    assert there.read_bytes() == b"mine"
    assert call("build", plan, "--all", "-o", there.parent, "--force").code == 0
    assert there.read_bytes() != b"mine"


def test_where_one_cannot_be_written_the_others_are_what_they_were(
    call: Any, plan: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "文"
    (folder / "学年计划-校历.docx").mkdir(parents=True)
    (folder / "学年计划.docx").write_bytes(b"mine")
    refused = call("build", plan, "--all", "-o", folder, "--force")

    assert refused.code == 2
    assert sorted(path.name for path in folder.iterdir()) == ["学年计划-校历.docx", "学年计划.docx"]
    assert (folder / "学年计划.docx").read_bytes() == b"mine"


@pytest.mark.parametrize(
    "words, sentence",
    [
        (["-o", "计划.docx"], "--all 会写出几个文件，-o 要写文件夹"),
        (["--template", "校历"], "--all 和 --template 不能一起用"),
        (["--to", "doc"], "不认识“doc”这种输出格式"),
    ],
)
def test_what_does_not_go_with_all_is_told(call: Any, plan: Path, words: list[str], sentence: str) -> None:
    outcome = call("build", plan, "--all", *words)

    assert outcome.code == 2
    assert sentence in outcome.err


def test_a_warning_stops_all_where_that_is_asked_for(call: Any, plan: Path, tmp_path: Path) -> None:
    text = WHOLE.replace("指导思想: 落实立德树人根本任务。\n", "")
    outcome = call("build", write(plan, text), "--all", "--strict", "-o", tmp_path / "文")

    assert outcome.code == 1
    assert "STR-001" in outcome.err
    assert not (tmp_path / "文").exists()
