"""The Word files that docgen makes are told as the plans they came from."""

from __future__ import annotations

from pathlib import Path

import pytest

import docgen
from docgen.reader.read import read, read_docx
from docgen.recognise.recognise import recognise
from docgen.writers import outline, outline_of_file

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = ROOT / "examples"
PLANS = sorted((EXAMPLES / "plans").glob("*.yaml")) + [
    EXAMPLES / "gongwen" / f"{name}.yaml"
    for name in (
        "01-letterhead",
        "09-upward-six",
        "15-landscape-attachment",
        "18-seals-four",
        "24-carried-plan",
    )
]
# An order has its mark for a title; the general example has a line 其他 below a list of people.
NO_OUTLINE = ("order", "general")
TEMPLATES = [
    path for path in sorted((ROOT / "templates").glob("*/example.yaml")) if path.parent.name not in NO_OUTLINE
]


def _bare(line: str) -> str:
    return "".join(line.split())


def _name(plan: Path) -> str:
    return plan.parent.name if plan.stem == "example" else plan.stem


@pytest.mark.parametrize("plan", [*PLANS, *TEMPLATES], ids=_name)
def test_a_built_file_has_the_headings_of_its_plan(plan: Path, tmp_path: Path) -> None:
    document = docgen.render(plan)
    document.save(tmp_path / "计划.docx")
    headings = [_bare(line) for line in outline.lines(document.numbered) if not line.startswith("附件")]
    told = [_bare(line) for line in outline_of_file.lines(recognise(read(tmp_path / "计划.docx")))]

    assert [line for line in told if line in headings] == headings


@pytest.mark.parametrize("plan", PLANS, ids=_name)
def test_nothing_in_a_built_file_is_doubtful(plan: Path, tmp_path: Path) -> None:
    docgen.render(plan).save(tmp_path / "计划.docx")
    problems = recognise(read(tmp_path / "计划.docx")).problems

    # A person a line is our own way; a list that begins anew is one of the plan.
    assert {problem.id for problem in problems} <= {"REC-008", "REC-020"}


def test_a_title_that_ends_in_brackets_comes_back_whole() -> None:
    title = "云溪县教育事业发展规划（2026—2030年）（草案）"
    plan = {
        "模板": "通用",
        "标题": title,
        "题注": "（2026年8月通过）",
        "章节": [{"标题": "目标", "正文": "甲。"}],
    }
    plan["附件"] = [{"名称": title, "正文": "乙。"}]

    told = recognise(read_docx(docgen.render(plan).to_bytes(), "规划.docx"))

    assert "".join(told.title) == title
    assert [part.text for part in told.parts if part.note == "title_note"] == ["（2026年8月通过）"]
    assert "".join(part.text for part in told.parts if part.note == "attachment_title") == title
