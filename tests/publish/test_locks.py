"""Inheritance: a child may replace and tighten, never loosen what its parent has locked."""

from __future__ import annotations

from pathlib import Path

import pytest

import docgen
from docgen.problems import DocgenError
from docgen.template.shelf import open_package
from tests.publish.conftest import Make

CHILD = """\
id: school-plan
名称: 校级计划
版本: "1.0"
继承: 云溪县工作计划
"""
SECTIONS = """\
章节:
  - {键: 指导思想, 要求: 必须}
  - {键: 重点工作, 要求: 必须}
  - {键: 规范办学, 锁定: 不组织违规补课。}
  - {键: 特色工作, 要求: 建议}
"""


@pytest.fixture
def child(package: Make, tmp_path: Path) -> Make:
    """Writes a child of the county's package."""
    package()

    def child(manifest: str = "", **files: str) -> Path:
        place = tmp_path / "work" / "school"
        place.mkdir(parents=True, exist_ok=True)
        (place / "template.yaml").write_text(CHILD + manifest, encoding="utf-8")
        for name, text in files.items():
            (place / name.replace("_", ".")).write_text(text, encoding="utf-8")
        return place

    return child


def ids(place: Path) -> list[tuple[str, int]]:
    with pytest.raises(DocgenError) as stopped:
        package = open_package(place)
        assert package.schema is None
    return [(problem.id, problem.place.line if problem.place else 0) for problem in stopped.value.problems]


def test_a_child_inherits_the_locked_text(child: Make) -> None:
    place = child()
    plan = {
        "单位": "云溪县第一小学",
        "年度": "2027",
        "负责人": "林晓岚",
        "指导思想": "办好学校。",
        "重点工作": "抓实课堂。",
    }

    document = docgen.render(plan, place)

    assert "规范办学" in document.to_bytes("txt").decode("utf-8")
    assert "不组织违规补课。" in document.to_bytes("txt").decode("utf-8")


@pytest.mark.parametrize(
    "filled", [{"规范办学": "随便。"}, {"章节": [{"标题": "规范办学", "正文": "随便。"}]}]
)
def test_a_plan_cannot_fill_a_locked_section(child: Make, filled: dict[str, object]) -> None:
    plan = {"单位": "云溪县第一小学", "年度": "2027", "负责人": "林晓岚"}
    plan |= {"指导思想": "办好学校。", "重点工作": "抓实课堂。"}

    with pytest.raises(DocgenError) as stopped:
        docgen.render(plan | filled, child())

    assert {"TPL-020", "SCM-001"} & {problem.id for problem in stopped.value.problems}


def test_a_child_may_add_sections(child: Make) -> None:
    schema = "properties: {特色工作: {type: string}}\n"

    assert [section.key for section in open_package(child(SECTIONS, schema_yaml=schema)).sections][
        -1
    ] == "特色工作"


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("  - {键: 规范办学, 锁定: 不组织违规补课。}\n", "", 5),
        ("不组织违规补课。", "少组织补课。", 8),
        ("{键: 指导思想, 要求: 必须}", "{键: 指导思想, 要求: 建议}", 6),
        ("{键: 指导思想, 要求: 必须}", "{键: 指导思想}", 6),
        ("  - {键: 重点工作, 要求: 必须}\n", "", 5),
    ],
)
def test_a_child_cannot_drop_or_weaken_a_section(child: Make, old: str, new: str, line: int) -> None:
    assert ids(child(SECTIONS.replace(old, new))) == [("TPL-021", line)]


def test_a_child_cannot_print_locked_text_otherwise(child: Make) -> None:
    assert ids(child(body_md="{% for 章 in 各章 %}{% endfor %}\n")) == [("TPL-022", 1)]


@pytest.mark.parametrize(
    "looser",
    ["{maxLength: 60}", "{minLength: 1}", "false", "{type: [string, number]}"],
)
def test_a_child_cannot_loosen_a_locked_key(child: Make, looser: str) -> None:
    schema = f"title: 校级\nproperties:\n  单位: {looser}\n"

    assert ids(child(schema_yaml=schema)) == [("TPL-023", 3)]


@pytest.mark.parametrize(
    "tighter", ["{maxLength: 10}", "{minLength: 6}", "{pattern: 学$}", "{description: 全称}"]
)
def test_a_child_may_tighten_a_locked_key(child: Make, tighter: str) -> None:
    schema = f"properties:\n  单位: {tighter}\n"

    assert open_package(child(schema_yaml=schema)).schema
