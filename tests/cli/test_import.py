"""`docgen import` and `docgen new --from` a finished document, as they are typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call

LAST = """\
云溪县第一小学2026年工作计划
一、工作目标
安全事故为零。
二、重点工作
1.抓实课堂教学。
2.守牢校园安全。
云溪县第一小学
2025年12月30日
"""


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "去年.txt").write_text(LAST, encoding="gbk")
    return tmp_path


def test_a_document_becomes_a_plan_beside_it_that_builds(work: Path, call: Call) -> None:
    done = call("import", "去年.txt")

    assert done.code == 0 and done.out == "去年.yaml\n"
    assert call("build", "去年.yaml", "-o", "out/", "--to", "txt").code == 0
    assert "二、重点工作" in (work / "out" / "去年.txt").read_text(encoding="utf-8")


def test_an_editor_finds_the_schema_of_the_plan_beside_it(work: Path, call: Call) -> None:
    call("import", "去年.txt", "-o", "计划/今年.yaml")

    first = (work / "计划" / "今年.yaml").read_text(encoding="utf-8").split("\n")[0]
    assert first == "# yaml-language-server: $schema=.docgen/work-plan.schema.json"
    call("new", "工作计划", "-o", "样例/样例.yaml")
    schema = ".docgen/work-plan.schema.json"
    assert (work / "计划" / schema).read_bytes() == (work / "样例" / schema).read_bytes()


def test_what_was_left_blank_is_told_in_the_plan(work: Path, call: Call) -> None:
    (work / "空.txt").write_text(LAST.replace("安全事故为零。", "参加xx人。"), encoding="utf-8")
    call("import", "空.txt")

    assert "# 核对：“xx”是没有填的数字或者名称\n" in (work / "空.yaml").read_text(encoding="utf-8")


def test_a_plan_that_is_there_is_not_written_over(work: Path, call: Call) -> None:
    call("import", "去年.txt")

    assert call("import", "去年.txt").code == 2
    assert call("import", "去年.txt", "--force").code == 0


def test_json_says_what_was_written_and_whether_it_is_the_same(work: Path, call: Call) -> None:
    told = json.loads(call("import", "去年.txt", "-o", "plan.yaml", "--json").out)

    assert told["written"] == ["plan.yaml"]
    assert told["template"] == "工作计划" and told["same"] is True
    assert [problem["id"] for problem in told["problems"]] == ["RDR-007"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("没有.docx",), 2),
        (("去年.pdf",), 2),
        (("去年.txt", "-o", "plan.docx"), 2),
        (("去年.txt", "--template", "无"), 1),
    ],
)
def test_a_wrong_call_is_told_and_nothing_is_written(
    work: Path, call: Call, words: tuple[str, ...], code: int
) -> None:
    (work / "去年.pdf").write_bytes(b"%PDF-1.4")

    ended = call("import", *words)

    assert ended.code == code and ended.err
    assert not list(work.glob("*.yaml"))


def test_next_years_plan_begins_with_last_years_document(work: Path, call: Call) -> None:
    done = call("new", "工作计划", "--from", "去年.txt", "-o", "明年.yaml")

    text = (work / "明年.yaml").read_text(encoding="utf-8")
    assert done.code == 0
    assert "抓实课堂教学。" in text and "年度: 2027" in text and "# 核对：提到2026年" in text
    assert call("build", "明年.yaml").code == 0


def test_a_summary_begins_with_last_years_document(work: Path, call: Call) -> None:
    done = call("new", "工作总结", "--from", "去年.txt", "-o", "总结.yaml")

    assert done.code == 0
    assert call("build", "总结.yaml").code == 0


def test_what_a_document_lacks_is_told_of_the_document(work: Path, call: Call) -> None:
    done = call("new", "工作总结", "--from", "去年.txt", "-o", "总结.yaml")

    assert done.err.startswith("去年.txt: 警告 YER-02")
    assert "docgen-" not in done.err


def test_next_years_report_on_duties_begins_with_the_last_document(work: Path, call: Call) -> None:
    call("new", "述职报告")
    call("build", "述职报告.yaml")
    done = call("new", "述职报告", "--from", "述职报告.docx", "-o", "明年.yaml")

    assert done.code == 0
    assert "\n年度: 2027\n" in (work / "明年.yaml").read_text(encoding="utf-8")


def test_a_template_that_the_file_does_not_fill_is_no_success(work: Path, call: Call) -> None:
    done = call("import", "去年.txt", "--template", "活动安排")

    assert done.code == 1 and "TRE-051" in done.err
    assert (work / "去年.yaml").is_file()


def test_what_stops_next_years_plan_is_told_of_the_document(work: Path, call: Call) -> None:
    (work / "无年份.txt").write_text(LAST.replace("2026年", "").rpartition("云溪县")[0], encoding="utf-8")

    done = call("new", "工作计划", "--from", "无年份.txt", "-o", "新.yaml")

    assert done.code == 1 and done.err.startswith("无年份.txt: 错误 YER-010")
