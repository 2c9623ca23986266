"""Examining a package: each thing that can be wrong with one, by file and line."""

from __future__ import annotations

import pytest

from docgen.problems import Problem
from docgen.publish.examine import examine
from docgen.resources import folder
from tests.publish.conftest import Make


def told(problems: list[Problem]) -> list[tuple[str, str, int]]:
    """Id, file and line of each."""
    places = [problem.place for problem in problems]
    names = [place.file.replace("\\", "/").rpartition("/")[2] if place else "" for place in places]
    return [
        (problem.id, name, place.line if place else 0)
        for problem, name, place in zip(problems, names, places, strict=True)
    ]


def test_a_sound_package_has_nothing_wrong_with_it(package: Make) -> None:
    assert examine(package()) == []


@pytest.mark.parametrize(
    "name", ["work-plan", "implementation-plan", "work-summary", "notice", "school-calendar"]
)
def test_the_built_in_packages_are_sound(name: str) -> None:
    assert [problem for problem in examine(folder("templates") / name) if problem.id.startswith("TPL")] == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("template.yaml", "许可: 云溪县所属学校可以自由使用。\n", ""), ("TPL-031", "template.yaml", 1)),
        (("template.yaml", '版本: "1.0"\n', ""), ("TPL-031", "template.yaml", 1)),
        (("template.yaml", "说明: 全县统一的模板。\n", ""), ("TPL-031", "template.yaml", 1)),
        (("template.yaml", "名称: 云溪县工作计划\n", ""), ("TPL-010", "template.yaml", 1)),
        (("template.yaml", "说明:", "说名:"), ("TPL-011", "template.yaml", 7)),
        (("template.yaml", "继承: 工作计划", "继承: 没有的"), ("TPL-002", "template.yaml", 4)),
        (("template.yaml", "键: 重点工作,", "键: 特色工作,"), ("TPL-035", "template.yaml", 10)),
        (
            ("template.yaml", "{键: 指导思想,", "{键: 指导思想, 部分: sections/no.md,"),
            ("TPL-005", "template.yaml", 9),
        ),
        (("schema.yaml", "{minLength", "{minLength: [4"), ("TPL-009", "schema.yaml", 3)),
        (("schema.yaml", "minLength: 4", "minLength: 四"), ("SCM-014", "schema.yaml", 3)),
        (
            ("schema.yaml", "{type: string, maxLength: 8}", '{$ref: "#/$defs/短文学"}'),
            ("SCM-014", "schema.yaml", 4),
        ),
        (("schema.yaml", "负责人:", "校长:"), ("TPL-032", "body.md", 1)),
        (("body.md", "{{ 负责人 }}", "无"), ("TPL-033", "schema.yaml", 4)),
        (("body.md", "{{ 负责人 }}", "{{ 负责任 }}"), ("TPL-032", "body.md", 1)),
        (("body.md", "{% endfor %}", ""), ("TPL-003", "body.md", 5)),
        (("body.md", "{% endfor %}", '{% endfor %}\n{% include "no.md" %}'), ("TPL-005", "body.md", 6)),
        (("body.md", "{{ 负责人 }}", "{{ 负责人.__class__ }}"), ("TPL-007", "body.md", 1)),
        (("body.md", "{{ 负责人 }}", "{{ 负责人['__class__'] }}"), ("TPL-007", "body.md", 1)),
        (("body.md", "{{ 负责人 }}", "{{ 落款 }}{{ 负责人 }}"), ("TPL-004", "body.md", 1)),
        (("example.yaml", "指导思想: 办好家门口的学校。\n", ""), ("STR-001", "example.yaml", 1)),
        (("example.yaml", "云溪县第一小学", "小学"), ("SCM-007", "example.yaml", 2)),
    ],
    ids=lambda value: value[1] if len(value) == 3 and value[0].endswith((".yaml", ".md")) else value[0],
)
def test_what_is_wrong_is_named_with_its_line(
    package: Make, change: tuple[str, str, str], expected: tuple[str, str, int]
) -> None:
    assert expected in told(examine(package(change)))


def test_a_definition_that_is_not_there_is_named_with_what_was_meant(package: Make) -> None:
    change = ("schema.yaml", "{type: string, maxLength: 8}", '{$ref: "#/$defs/短文学"}')
    [problem] = examine(package(change))

    assert problem.message == "模板的 schema.yaml 里没有“短文学”这个定义"
    assert problem.excerpt == "$ref: #/$defs/短文学"
    assert problem.hint.startswith("您是不是要写“短文字”？可以用的定义：文字、短文字、")


def test_a_part_that_nobody_includes_is_dead(package: Make) -> None:
    place = package(files={"sections/old.md": "旧的一章\n"})

    assert told(examine(place)) == [("TPL-034", "old.md", 1)]


def test_a_package_without_a_sample_is_told(package: Make) -> None:
    assert told(examine(package(files={"example.yaml": None}))) == [("TPL-036", "example.yaml", 0)]


def test_a_folder_without_a_manifest_is_no_package(package: Make) -> None:
    assert [problem.id for problem in examine(package(files={"template.yaml": None}))] == ["TPL-030"]
