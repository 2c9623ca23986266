"""docgen verify: what the report becomes on a terminal."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from docgen.problems import NotInstalled, error
from docgen.verify import Finding, Report, Result


def finding(result: Result) -> Finding:
    return Finding("paper.size", "PAG-101", "5.1", "纸张", result, "210毫米", "200毫米", (1,))


@pytest.fixture
def report(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Lets `verify` find what the test says, and keeps what it was asked for."""
    asked: dict[str, Any] = {}

    def set_report(result: Result, stopped: NotInstalled | None = None) -> dict[str, Any]:
        def verify(path: Path, format: Any, *, png: Path | None = None, parts: Any = ()) -> Report:
            asked.update(path=path, format=format, png=png, parts=tuple(parts))
            pages = 3 if "page" in parts and not stopped else 0
            return Report(str(path), pages, (finding(result),), "GB/T 9704-2012", (), stopped)

        monkeypatch.setattr("docgen.verify.verify", verify)
        return asked

    return set_report


def test_a_page_that_keeps_the_format_passes(call: Any, report: Any) -> None:
    report(Result.OK)
    outcome = call("verify", "计划.docx")

    assert (outcome.code, outcome.out) == (0, "计划.docx：3页，符合格式“GB/T 9704-2012”\n")


def test_a_page_that_departs_is_a_problem_with_both_figures(call: Any, report: Any) -> None:
    report(Result.FAIL)
    outcome = call("verify", "计划.pdf")

    assert outcome.code == 1
    assert outcome.out.startswith("计划.pdf: 错误 PAG-101 纸张应为210毫米，实测200毫米")


def test_advice_is_told_and_does_not_fail(call: Any, report: Any) -> None:
    report(Result.WARN)
    outcome = call("verify", "计划.docx")

    assert outcome.code == 0
    assert outcome.out.startswith("计划.docx: 警告 PAG-101 纸张应为210毫米，实测200毫米")
    assert outcome.out.endswith("符合格式“GB/T 9704-2012”\n")


def test_one_part_can_be_asked_for(call: Any, report: Any) -> None:
    asked = report(Result.OK)
    outcome = call("verify", "计划.docx", "--part", "file")

    assert asked["parts"] == ("file",)
    assert outcome.out == "计划.docx：文件里的设置符合格式“GB/T 9704-2012”\n"


@pytest.mark.parametrize("result", [Result.OK, Result.FAIL])
def test_pages_that_cannot_be_laid_out_are_told_behind_what_the_file_says(
    call: Any, report: Any, result: Result
) -> None:
    report(result, NotInstalled(error("PAG-001", "没有找到 LibreOffice，不能排出版面")))
    outcome = call("verify", "计划.docx")

    assert outcome.code == 3
    assert "错误 PAG-001 没有找到 LibreOffice，不能排出版面" in outcome.out
    assert "符合格式" not in outcome.out


def test_json_says_that_the_pages_are_missing(call: Any, report: Any) -> None:
    report(Result.OK, NotInstalled(error("PAG-001", "没有找到 LibreOffice，不能排出版面")))
    outcome = call("verify", "计划.docx", "--json")
    told = json.loads(outcome.out)

    assert (outcome.code, told["verdict"], told["pages"]) == (3, "incomplete", 0)
    assert [row["id"] for row in told["problems"]] == ["PAG-001"]


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
