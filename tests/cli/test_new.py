"""docgen new: a starter that builds as it is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from docgen.template.shelf import catalogue

NAMES = [package.name for package in catalogue()]


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", NAMES)
def test_what_new_writes_builds_as_it_is(call: Any, name: str) -> None:
    created = call("new", name)
    built = call("build", f"{name}.yaml")

    assert (created.code, created.out, created.err) == (0, f"{name}.yaml\n", "")
    assert built.code == 0
    assert "错误" not in built.err
    assert Path(f"{name}.docx").exists()


@pytest.mark.parametrize("package", catalogue(), ids=lambda package: package.id)
def test_a_template_goes_by_its_name_and_its_id(call: Any, package: Any) -> None:
    call("new", package.name, "-o", "a.yaml")
    call("new", package.id, "-o", "b.yaml")

    assert Path("a.yaml").read_bytes() == Path("b.yaml").read_bytes()


def test_an_editor_finds_the_schema_beside_the_plan(call: Any) -> None:
    call("new", "工作计划", "-o", "新学年/计划.yaml")

    first, rest = Path("新学年/计划.yaml").read_text(encoding="utf-8").split("\n", 1)
    assert first == "# yaml-language-server: $schema=.docgen/work-plan.schema.json"
    assert "模板: 工作计划" in rest
    schema = json.loads(Path("新学年/.docgen/work-plan.schema.json").read_text(encoding="utf-8"))
    assert "重点工作" in schema["properties"]


def test_an_output_may_be_a_folder(call: Any) -> None:
    outcome = call("new", "通用", "-o", "新学年")

    assert outcome.code == 0
    assert Path("新学年/通用.yaml").exists()


def test_a_plan_that_is_there_is_kept(call: Any) -> None:
    Path("工作计划.yaml").write_text("我的计划", encoding="utf-8")
    refused = call("new", "工作计划")

    assert refused.code == 2
    assert refused.err.startswith("工作计划.yaml: 错误 CLI-002 文件已经有了，没有覆盖它\n")
    assert Path("工作计划.yaml").read_text(encoding="utf-8") == "我的计划"
    assert not Path(".docgen").exists()

    assert call("new", "工作计划", "--force").code == 0
    assert Path("工作计划.yaml").read_text(encoding="utf-8") != "我的计划"


def test_an_unknown_template_gets_the_nearest_name(call: Any, in_a_folder: Path) -> None:
    outcome = call("new", "工作计戈")

    assert outcome.code == 2
    assert outcome.err.startswith("错误 TPL-001 没有叫“工作计戈”的模板\n")
    assert "“工作计划”" in outcome.err
    assert list(in_a_folder.iterdir()) == []


def test_a_template_without_a_sample_is_told(call: Any, in_a_folder: Path) -> None:
    (in_a_folder / "校用").mkdir()
    manifest = 'id: mine\n名称: 校用计划\n版本: "1.0"\n继承: base\n'
    (in_a_folder / "校用" / "template.yaml").write_text(manifest, encoding="utf-8")
    outcome = call("new", "校用计划")

    assert outcome.code == 2
    assert "错误 CLI-010 模板“校用计划”没有样例\n" in outcome.err
    assert "example.yaml" in outcome.err
