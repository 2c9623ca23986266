"""docgen new --from: a summary or the next year, started from a plan."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

PLAN = """\
模板: 工作计划
单位: 临江市实验中学
年度: 2026
指导思想: 落实立德树人根本任务。
工作目标: 2026年质量进入前五。
重点工作:
  - 标题: 抓好课堂
    条目:
      - {内容: 修订教学常规。, 责任: 教务处, 时限: 2026年10月, 完成: 10月23日定稿}
      - {内容: 推门听课。, 责任: 教科室}
保障措施: 各负其责。
"""


@pytest.fixture(autouse=True)
def last_year(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "2026.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_a_summary_is_started_and_what_is_open_told_in_the_plan(call: Any) -> None:
    begun = call("new", "工作总结", "--from", "2026.yaml", "-o", "总结.yaml")
    built = call("build", "总结.yaml", "--to", "txt")

    assert (begun.code, begun.out) == (0, "总结.yaml\n")
    assert begun.err.startswith("2026.yaml:5:7: 警告 YER-021 这个目标还没有填完成情况\n    | 2026年质量")
    assert "\n2026.yaml:10:14: 警告 YER-020 这项任务还没有填完成情况\n    | 推门听课。\n" in begun.err
    assert built.code == 0
    text = Path("总结.txt").read_text(encoding="utf-8")
    assert "计划安排任务2项，完成1项，完成率50%，1项还没有填写完成情况。" in text
    assert "修订教学常规：10月23日定稿。" in text
    assert Path(".docgen/work-summary.schema.json").is_file()


def test_the_next_year_is_started_and_builds(call: Any) -> None:
    begun = call("new", "work-plan", "--from", "2026.yaml", "-o", "2027.yaml")
    text = Path("2027.yaml").read_text(encoding="utf-8")

    assert (begun.code, begun.out) == (0, "2027.yaml\n")
    assert text == (
        "# yaml-language-server: $schema=.docgen/work-plan.schema.json\n"
        + PLAN.replace("年度: 2026", "年度: 2027")
        .replace("工作目标:", "# 核对：提到2026年\n工作目标:")
        .replace("2026年10月, 完成: 10月23日定稿", "2027年10月")
    )
    assert begun.err.startswith("2027.yaml:7:7: 警告 YER-011 这里提到2026年，没有改动\n")
    assert call("build", "2027.yaml").code == 0


def test_the_plan_to_start_from_is_never_written_on(call: Any) -> None:
    refused = call("new", "工作计划", "--from", "2026.yaml", "-o", "2026.yaml", "--force")

    assert refused.code == 2
    assert "CLI-003" in refused.err
    assert Path("2026.yaml").read_text(encoding="utf-8") == PLAN


@pytest.mark.parametrize("name", ["去年.docx", "去年.txt", "去年.doc"])
def test_an_old_document_that_is_not_there_is_told(call: Any, name: str) -> None:
    refused = call("new", "工作计划", "--from", name)

    assert refused.code == 2
    assert "RDR-001 没有这个文件" in refused.err


@pytest.mark.parametrize(
    "words, code, sentence",
    [
        (["工作总结", "--from", "没有.yaml"], 2, "YML-001"),
        (["工作方案", "--from", "2026.yaml"], 1, "YER-030 从“工作计划”不能开始写“工作方案”"),
        (["工作总结", "--from", "2026.yaml", "--form", "xlsx"], 2, "--from 和 --form 不能一起用"),
        (["工作总计", "--from", "2026.yaml"], 2, "TPL-001"),
        (
            ["工作总结", "--from", "2026.yaml", "--year", "2028"],
            1,
            "YER-017 这份是2026年的，不能从它",
        ),
        (
            ["工作总结", "--from", "2026.yaml", "--year", "明年"],
            2,
            "“明年”不是年份，写成2027，",
        ),
        (["工作总结", "--year", "2027"], 2, "CLI-006 --year 要和 --from 一起用"),
    ],
)
def test_what_cannot_be_started_is_told(call: Any, words: list[str], code: int, sentence: str) -> None:
    refused = call("new", *words)

    assert refused.code == code
    assert sentence in refused.err
    assert not Path("工作总结.yaml").exists()
    assert not Path("工作方案.yaml").exists()


def test_a_plan_with_errors_is_not_carried_on(call: Any, last_year: Path) -> None:
    last_year.write_text(PLAN.replace("单位:", "单味:"), encoding="utf-8")
    refused = call("new", "工作总结", "--from", "2026.yaml")

    assert refused.code == 1
    assert "2026.yaml:2:1: 错误 SCM-001" in refused.err


def test_windows_line_ends_and_a_byte_order_mark_are_read(call: Any, last_year: Path) -> None:
    last_year.write_bytes(b"\xef\xbb\xbf" + PLAN.replace("\n", "\r\n").encode())
    begun = call("new", "工作计划", "--from", "2026.yaml", "-o", "2027.yaml")

    assert begun.code == 0
    assert "\r\n年度: 2027\r\n".encode() in Path("2027.yaml").read_bytes()


@pytest.mark.parametrize(
    ("template", "achieved", "ahead"),
    [
        ("工作总结", "主要工作及成效", "下一步打算"),
        ("总结报告", "工作开展情况", "下阶段工作"),
        ("述职报告", "履职情况", "今后打算"),
    ],
)
def test_every_kind_of_summary_begins_with_a_plan_and_builds(
    call: Any, template: str, achieved: str, ahead: str
) -> None:
    begun = call("new", template, "--from", "2026.yaml", "-o", "总结.yaml")
    built = call("build", "总结.yaml", "--to", "txt")

    text = Path("总结.txt").read_text(encoding="utf-8")
    assert (begun.code, built.code) == (0, 0)
    assert f"一、{achieved}" in text and f"、{ahead}" in text


@pytest.mark.parametrize(
    ("template", "year", "written"),
    [("工作总结", "2026", "年度: 2026\n"), ("工作总结", "2025—2026学年", "学年: 2025—2026\n")],
)
def test_the_year_a_plan_lacks_is_said_on_the_command_line(
    call: Any, last_year: Path, template: str, year: str, written: str
) -> None:
    last_year.write_text(PLAN.replace("年度: 2026\n", ""), encoding="utf-8")
    begun = call("new", template, "--from", "2026.yaml", "--year", year, "-o", "新.yaml")

    assert begun.code == 0
    assert written in Path("新.yaml").read_text(encoding="utf-8")
