"""docgen verify: what the report becomes on a terminal."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from docgen.verify import Finding, Report, Result


def finding(result: Result) -> Finding:
    return Finding("paper.size", "PAG-101", "5.1", "纸张", result, "210毫米", "200毫米", (1,))


@pytest.fixture
def report(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Lets `verify` find what the test says, and keeps what it was asked for."""
    asked: dict[str, Any] = {}

    def set_report(result: Result) -> dict[str, Any]:
        def verify(path: Path, format: Any, *, png: Path | None = None) -> Report:
            asked.update(path=path, format=format, png=png)
            return Report(str(path), 3, (finding(result),))

        monkeypatch.setattr("docgen.verify.verify", verify)
        return asked

    return set_report


def test_a_page_that_keeps_the_format_passes(call: Any, report: Any) -> None:
    report(Result.OK)
    outcome = call("verify", "计划.docx")

    assert (outcome.code, outcome.out) == (0, "计划.docx：3页，版面符合格式\n")


def test_a_page_that_departs_is_a_problem_with_both_figures(call: Any, report: Any) -> None:
    report(Result.FAIL)
    outcome = call("verify", "计划.pdf")

    assert outcome.code == 1
    assert outcome.out.startswith("计划.pdf: 错误 PAG-101 纸张应为210毫米，实测200毫米")


def test_json_is_the_report(call: Any, report: Any) -> None:
    report(Result.FAIL)
    told = json.loads(call("verify", "计划.docx", "--json").out)

    assert (told["version"], told["verdict"], told["pages"]) == (1, "fail", 3)


def test_a_format_and_a_folder_for_pictures_are_passed_on(call: Any, report: Any) -> None:
    asked = report(Result.OK)
    call("verify", "计划.docx", "--format", "gbt9704-windows", "--png", "图")

    assert asked["png"] == Path("图")
    assert asked["format"].body.face == "仿宋"


def test_an_unknown_format_is_told(call: Any, report: Any) -> None:
    report(Result.OK)
    outcome = call("verify", "计划.docx", "--format", "gbt9705")

    assert outcome.code in (1, 2)
    assert "错误 PGF-" in outcome.err


def test_only_pages_can_be_measured(call: Any) -> None:
    outcome = call("verify", "计划.yaml")

    assert outcome.code == 2
    assert outcome.err.startswith("错误 CLI-005 这个版本的docgen还不能量.yaml文件\n")


def test_a_document_that_is_not_there_is_a_wrong_call(call: Any, tmp_path: Path) -> None:
    outcome = call("verify", tmp_path / "没有.docx")

    assert outcome.code == 2
    assert f"{tmp_path / '没有.docx'}" in outcome.err
