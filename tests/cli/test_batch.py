"""`docgen batch` as it is typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import PLAN, Call


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "rows.csv").write_text("单位,落款.署名\n甲小学,甲小学\n乙小学,乙小学\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_row_gives_a_document_and_the_end_says_how_many(work: Path, call: Call) -> None:
    ended = call("batch", "plan.yaml", "--data", "rows.csv", "-o", "out", "--jobs", "1")

    assert ended.code == 0
    assert ended.out == f"生成2份，沿用0份，没有生成0份；报告：{Path('out') / '批量报告.json'}\n"
    assert sorted(path.name for path in (work / "out").glob("*.docx")) == ["01-甲小学.docx", "02-乙小学.docx"]


def test_the_pattern_may_name_the_suffix(work: Path, call: Call) -> None:
    call("batch", "plan.yaml", "--data", "rows.csv", "-o", "out", "--jobs", "1", "--name", "{单位}通知.docx")

    assert (work / "out" / "甲小学通知.docx").is_file()


def test_a_template_is_a_base_too(work: Path, call: Call) -> None:
    (work / "rows.csv").write_text("单位,年度,工作目标\n甲小学,2027,巩固率达到99.5%。\n", encoding="utf-8")

    ended = call("batch", "工作计划", "--data", "rows.csv", "-o", "out", "--jobs", "1", "--to", "docx,txt")

    assert ended.code == 0
    assert "甲小学2027年工作计划" in (work / "out" / "01-甲小学.txt").read_text(encoding="utf-8")


def test_files_that_are_there_are_not_written_over(work: Path, call: Call) -> None:
    call("batch", "plan.yaml", "--data", "rows.csv", "-o", "out", "--jobs", "1")

    refused = call("batch", "plan.yaml", "--data", "rows.csv", "-o", "out", "--jobs", "1")
    resumed = call(
        "batch", "plan.yaml", "--data", "rows.csv", "-o", "out", "--jobs", "1", "--resume", "--json"
    )

    assert refused.code == 2 and "CLI-002" in refused.err
    assert json.loads(resumed.out)["kept"] == 2


def test_a_failed_row_is_told_and_fails_the_command(work: Path, call: Call) -> None:
    (work / "rows.csv").write_text("单位,落款.日期\n甲小学,2026-13-01\n", encoding="utf-8")

    ended = call("batch", "plan.yaml", "--data", "rows.csv", "-o", "out", "--jobs", "1")

    assert ended.code == 1
    assert "第1份没有生成" in ended.err and "B2" in ended.err


@pytest.mark.parametrize("jobs", ["0", "-3"])
def test_no_process_at_all_is_a_wrong_call(work: Path, call: Call, jobs: str) -> None:
    ended = call("batch", "plan.yaml", "--data", "rows.csv", "-o", "out", "--jobs", jobs)

    assert ended.code == 2 and "--jobs" in ended.err
