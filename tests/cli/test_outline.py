"""docgen outline: the structure, before any page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest


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


TEXT = """青禾小学工作计划
一、工作目标
(一)德育目标
学生人人守纪律、懂礼貌，文明班级达到八成。
(三)教学目标
1、合格率达到九成。
2优秀率达到五成。
组长：王大山
副组长：
时间 内容
9月 开学典礼
10月 运动会
"""


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "旧计划.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_a_text_file_has_an_outline_with_its_numbers_mended(call: Any, text: Path) -> None:
    outcome = call("outline", text)

    assert outcome.code == 0
    assert outcome.out.splitlines() == [
        "青禾小学工作计划",
        "一、工作目标",
        "　　（一）［原为(一)］德育目标",
        "　　（二）［原为(三)］教学目标",
    ]


def test_the_flat_form_of_a_text_file_keeps_what_was_typed(call: Any, text: Path) -> None:
    told = json.loads(call("outline", text, "--json").out)

    assert (told["version"], told["title"], told["kind"]) == (1, "青禾小学工作计划", "工作计划")
    assert told["blocks"][3] == {
        "type": "heading",
        "level": 2,
        "label_raw": "(三)",
        "label_correct": "（二）",
        "line": 5,
        "text": "教学目标",
        "mistakes": ["label_number_wrong", "label_halfwidth_paren"],
    }
    assert told["blocks"][5]["label_correct"] == "2."
    assert told["blocks"][6]["entries"] == [
        {"role": "组长", "value": "王大山", "names": ["王大山"], "line": 8},
        {"role": "副组长", "value": "", "names": [], "line": 9},
    ]
    assert told["blocks"][7]["rows"] == [["时间", "内容"], ["9月", "开学典礼"], ["10月", "运动会"]]
    assert told["blocks"][7]["raw_lines"] == ["时间 内容", "9月 开学典礼", "10月 运动会"]


def test_explain_says_why_and_what_was_repaired(call: Any, text: Path) -> None:
    outcome = call("outline", text, "--explain")

    assert "第1行 文稿标题 青禾小学工作计划" in outcome.out
    assert "第6行 条目（第3层） 1.［原为1、］合格率达到九成。\n    因为：" in outcome.out
    assert "旧计划.txt:5: 警告 REC-001 序号“(三)”与前面的接不上" in outcome.err
    assert "已按顺序改为“（二）”" in outcome.err


def test_explain_adds_the_reason_to_the_flat_form(call: Any, text: Path) -> None:
    told = json.loads(call("outline", text, "--json", "--explain").out)

    assert all(block["reason"] for block in told["blocks"])


def test_a_file_that_is_not_there_is_told(call: Any, tmp_path: Path) -> None:
    assert call("outline", tmp_path / "旧计划.docx").code == 2
