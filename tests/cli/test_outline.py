"""docgen outline: the structure, before any page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def test_headings_stand_under_the_title(call: Any, plan: Path) -> None:
    outcome = call("outline", plan)

    assert outcome.code == 0
    assert outcome.out.splitlines() == [
        "关于做好秋季开学工作的通知",
        "一、工作安排",
        "　　（一）校园安全。",
        "二、工作要求",
    ]


def test_json_is_the_flat_form(call: Any, plan: Path) -> None:
    told = json.loads(call("outline", plan, "--json").out)

    assert list(told) == ["version", "title", "blocks"]
    run_in = next(block for block in told["blocks"] if "head" in block)
    assert run_in == {
        "type": "heading",
        "level": 2,
        "label_raw": "",
        "label_correct": "（一）",
        "line": 8,
        "head": "校园安全",
        "head_end": "。",
        "body": "开学前检查一遍校舍。",
    }


def test_a_bad_plan_has_no_outline(call: Any, plan: Path) -> None:
    plan.write_text("模板: 通用\n章节: 无\n", "utf-8")
    outcome = call("outline", plan)

    assert outcome.code == 1
    assert outcome.out == ""
    assert "错误 SCM-" in outcome.err


def test_word_files_belong_to_a_later_version(call: Any, tmp_path: Path) -> None:
    outcome = call("outline", tmp_path / "旧计划.docx")

    assert outcome.code == 2
    assert "错误 CLI-005 这个版本的docgen还不能读.docx文件的结构" in outcome.err
