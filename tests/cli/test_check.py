"""docgen check: all problems, no files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


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
