"""Template packages: how they are found, what they inherit, what is wrong with a broken one."""

from __future__ import annotations

from pathlib import Path

import pytest

import docgen
from docgen.document import Heading, Paragraph, plain
from docgen.problems import DocgenError
from docgen.resources import folder
from docgen.template.package import Package
from docgen.template.shelf import catalogue, find, open_package

CHILD = """\
id: county-plan
名称: 全县工作计划
版本: "2.1"
继承: 工作计划
发布单位: 某某县教育局
用语: {责任: 责任股室}
"""


def package(place: Path, manifest: str, **files: str) -> Path:
    """Writes a package; a double underscore in a file's name parts folders."""
    place.mkdir(parents=True, exist_ok=True)
    (place / "template.yaml").write_text(manifest, encoding="utf-8")
    for name, text in files.items():
        path = place / (name.replace("__", "/") + (".yaml" if name == "schema" else ".md"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return place


def problems(place: Path) -> list[tuple[str, str, str]]:
    with pytest.raises(DocgenError) as caught:
        open_package(place)
    return [
        (problem.id, str(problem.place).split("template.yaml")[-1], problem.message)
        for problem in caught.value.problems
    ]


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("工作计划", "work-plan"),
        ("work-plan", "work-plan"),
        ("通用", "general"),
        ("实施方案", "implementation-plan"),
        ("work-summary", "work-summary"),
    ],
)
def test_a_built_in_package_is_found_by_name_and_id(name: str, id_: str) -> None:
    assert find(name).id == id_


@pytest.mark.parametrize(
    "manifest",
    [
        "id: town-plan\n名称: 乡镇计划\n继承: 通用\n",
        "id: town-plan\n名称: 乡镇计划   # 第一版\n继承: 通用\n",
        "id: 'town-plan'\n名称: \"乡镇计划\"\n继承: 通用\n",
        'id: town-plan\n名称: "\\u4e61\\u9547计划"\n继承: 通用\n',
        "{id: town-plan, 名称: 乡镇计划, 继承: 通用}\n",
        "名称:\n  乡镇计划\nid: town-plan\n继承: 通用\n",
        "id: >-\n  town-plan\n名称: >-\n  乡镇计划\n继承: 通用\n",
    ],
)
def test_a_neighbour_is_found_however_its_name_is_written(tmp_path: Path, manifest: str) -> None:
    package(tmp_path / "templates" / "一", manifest)

    assert find("乡镇计划", tmp_path).id == "town-plan"
    assert find("town-plan", tmp_path).name == "乡镇计划"


def test_a_neighbour_with_a_longer_name_stays_shut(tmp_path: Path) -> None:
    package(tmp_path / "templates" / "一", "id: work-plan-2\n名称: 工作计划二\n继承: 没有这个\n")

    assert find("工作计划", tmp_path).id == "work-plan"


def test_an_abstract_package_cannot_be_used() -> None:
    with pytest.raises(DocgenError):
        find("基础")
    assert "base" not in {found.id for found in catalogue(None)}


@pytest.mark.parametrize("found", catalogue(None), ids=lambda found: found.id)
def test_every_built_in_package_is_complete(found: Package) -> None:
    assert found.name
    assert found.version
    assert found.publisher
    assert found.summary
    assert "许可: MIT" in (found.folder / "template.yaml").read_text(encoding="utf-8")
    assert found.schema.mapping["properties"]


@pytest.mark.parametrize("found", catalogue(None), ids=lambda found: found.id)
def test_every_built_in_sample_builds_without_a_problem(found: Package) -> None:
    document = docgen.render(found.folder / "example.yaml")
    assert document.problems == ()
    assert document.to_bytes("docx").startswith(b"PK")


@pytest.mark.parametrize("near", ["templates/county", "county"])
def test_a_package_beside_the_plan_is_found_by_name(tmp_path: Path, near: str) -> None:
    package(tmp_path / near, CHILD)
    assert find("全县工作计划", tmp_path).version == "2.1"


@pytest.mark.parametrize("name", ["./county", "county/", "../here/county"])
def test_a_package_is_found_by_path(tmp_path: Path, name: str) -> None:
    package(tmp_path / "here" / "county", CHILD)
    assert find(name, tmp_path / "here").id == "county-plan"


def test_a_package_in_the_users_folder_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("APPDATA", "XDG_DATA_HOME"):
        monkeypatch.setenv(variable, str(tmp_path))
    package(tmp_path / "docgen" / "templates" / "county", CHILD)
    assert find("county-plan").publisher == "某某县教育局"


def test_a_package_nearer_the_plan_covers_a_built_in_of_the_same_name(tmp_path: Path) -> None:
    package(tmp_path / "templates" / "own", CHILD.replace("全县工作计划", "工作计划"))
    assert find("工作计划", tmp_path).id == "county-plan"


def test_a_child_has_what_its_parent_has(tmp_path: Path) -> None:
    child = open_package(package(tmp_path / "county", CHILD))
    assert [section.key for section in child.sections] == [
        "指导思想",
        "工作目标",
        "重点工作",
        "保障措施",
        "具体安排",
    ]
    assert child.title == "{{ 单位 }}{{ 时段 }}工作计划"
    assert (child.words["责任"], child.words["时限"]) == ("责任股室", "完成时限")
    assert child.folders[-1] == folder("templates").resolve() / "base"


def test_a_child_replaces_parts_adds_keys_and_has_its_own_words(tmp_path: Path) -> None:
    package(
        tmp_path / "county",
        CHILD + "章节: [{键: 指导思想, 部分: sections/aim.md}, {键: 重点工作}]\n",
        sections__aim="# {{ 章.标题 }}\n\n以全县教育大会精神为指导。\n\n{{ 章 | 内容 }}\n",
        schema="properties:\n  督导: {type: string}\n",
    )
    plan = tmp_path / "plan.yaml"
    plan.write_text(
        "模板: ./county\n单位: 某某中学\n年度: 2027\n督导: 甲\n指导思想: 本校。\n"
        "重点工作:\n  - {标题: 听课。, 正文: 每周一节。, 责任: 教研室}\n",
        encoding="utf-8",
    )
    blocks = docgen.render(plan).paper.blocks
    assert [plain(block.content) for block in blocks if isinstance(block, Paragraph)] == [
        "以全县教育大会精神为指导。",
        "本校。",
    ]
    assert isinstance(blocks[-1], Heading)
    assert plain(blocks[-1].body) == "每周一节。（责任股室：教研室）"


def test_an_edited_package_is_read_again(tmp_path: Path) -> None:
    place = package(tmp_path / "county", CHILD)
    assert open_package(place).version == "2.1"
    package(place, CHILD.replace("2.1", "2.20"))
    assert open_package(place).version == "2.20"


def test_an_unknown_name_is_told_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(DocgenError) as caught:
        find("实施办法", tmp_path)
    (problem,) = caught.value.problems
    assert (problem.id, problem.message) == ("TPL-001", "没有叫“实施办法”的模板")
    assert "您是不是要写“实施方案”？" in problem.hint


@pytest.mark.parametrize(
    ("manifest", "id_", "place", "word"),
    [
        ("名称: 甲\n", "TPL-010", ":1:1", "缺少“id”"),
        ("id: a\n", "TPL-010", ":1:1", "缺少“名称”"),
        ("id: a\n名称: 甲\n板本: 1\n", "TPL-011", ":3:1", "不认识“板本”"),
        ("id: a\n名称: 甲\n继承: 没有\n", "TPL-002", ":3:5", "没有叫“没有”的上级模板"),
        ("id: a\n名称: 甲\n章节: [{标题: 乙}]\n", "TPL-010", ":3:6", "缺少“键”"),
        ("id: a\n名称: 甲\n章节: [{键: 乙, 要求: 一定}]\n", "TPL-011", ":3:17", "“建议”或“必须”"),
        ("id：a\n", "YML-010", ":1:3", "全角冒号"),
    ],
)
def test_a_broken_manifest_names_its_line(
    tmp_path: Path, manifest: str, id_: str, place: str, word: str
) -> None:
    found = problems(package(tmp_path / "broken", manifest))
    assert (id_, place) in [(problem[0], problem[1]) for problem in found]
    assert any(word in problem[2] for problem in found)


def test_a_broken_schema_names_its_line(tmp_path: Path) -> None:
    place = package(tmp_path / "county", CHILD, schema="properties:\n  甲: [\n")
    with pytest.raises(DocgenError) as caught:
        _schema = open_package(place).schema
    (problem,) = caught.value.problems
    assert problem.id == "TPL-009"
    assert problem.place
    assert Path(problem.place.file).name == "schema.yaml"


def test_a_template_with_nothing_in_it_is_told(tmp_path: Path) -> None:
    package(tmp_path / "county", CHILD, body="{{ 没有这个名 }}\n")
    plan = tmp_path / "plan.yaml"
    plan.write_text("模板: ./county\n单位: 甲\n年度: 2027\n", encoding="utf-8")
    with pytest.raises(DocgenError) as caught:
        docgen.render(plan)
    fault = next(problem for problem in caught.value.problems if problem.id == "TPL-004")
    assert str(fault.place).endswith("body.md:1:1")
    assert fault.excerpt == "{{ 没有这个名 }}"
