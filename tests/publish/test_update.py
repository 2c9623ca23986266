"""A filled plan and a new version of its template: nothing lost, every change named."""

from __future__ import annotations

from pathlib import Path

import pytest

import docgen
from docgen.problems import DocgenError
from docgen.publish.install import install
from docgen.publish.pack import pack
from docgen.publish.update import HOMELESS, KEPT, MISSING, RENAMED, update
from tests.publish.conftest import BODY, MANIFEST, SCHEMA, Make

PLAN = """\
模板: 云溪县工作计划@1.0   # 局里发的
单位: 云溪县第一小学
年度: 2027
# 校长八月换人
负责人: "林晓岚"
办学特色: |
  一校一品。
  书香校园。
指导思想: 办好家门口的学校。
重点工作: 抓实课堂教学，守牢校园安全。   # 和年级组商量过
"""
ONE = SCHEMA + "  办学特色: {type: string}\n"
TWO = SCHEMA.replace("负责人", "校长") + "required: [校长, 学校规模]\n"


@pytest.fixture
def plan(package: Make, tmp_path: Path) -> Path:
    """A plan filled in for version 1.0; version 2.0 is installed too."""
    first = {"schema.yaml": ONE, "body.md": BODY + "\n{% if 办学特色 %}\n{{ 办学特色 }}\n{% endif %}\n"}
    manifest = MANIFEST.replace('"1.0"', '"2.0"') + "改名: {负责人: 校长}\n"
    sample = {"body.md": BODY.replace("负责人", "校长") + "\n规模：{{ 学校规模 }}。\n"}
    second = {
        "template.yaml": manifest.replace("  - {键: 规范", "  - {键: 保障措施, 要求: 建议}\n  - {键: 规范"),
        "schema.yaml": TWO + "# 新增\n",
        **sample,
        "example.yaml": "模板: 云溪县工作计划\n单位: 云溪县第一小学\n年度: 2027\n校长: 林晓岚\n"
        "学校规模: 18个班\n指导思想: 办好学校。\n重点工作: 抓实课堂。\n保障措施: 每月调度。\n",
    }
    second["schema.yaml"] = second["schema.yaml"].replace("  校长:", "  学校规模: {type: string}\n  校长:")
    for folder, files in (("one", first), ("two", second)):
        name, content = pack(package(folder=f"{folder}/yunxi", files=files))
        (tmp_path / name).write_bytes(content)
        install(tmp_path / name)
    path = tmp_path / "plans" / "plan.yaml"
    path.parent.mkdir()
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_every_key_is_named_with_what_became_of_it(plan: Path) -> None:
    changes = {(change.key, change.what, change.line, change.to) for change in update(plan).changes}

    assert changes == {
        ("模板", KEPT, 1, ""),
        ("单位", KEPT, 2, ""),
        ("年度", KEPT, 3, ""),
        ("负责人", RENAMED, 5, "校长"),
        ("办学特色", HOMELESS, 6, ""),
        ("指导思想", KEPT, 9, ""),
        ("重点工作", KEPT, 10, ""),
        ("学校规模", MISSING, 0, ""),
        ("保障措施", MISSING, 0, ""),
    }


def test_nothing_that_was_written_is_lost(plan: Path) -> None:
    updated = update(plan)

    assert updated.text == (
        '模板: "云溪县工作计划@2.0"   # 局里发的\n'
        "单位: 云溪县第一小学\n"
        "年度: 2027\n"
        "# 校长八月换人\n"
        '校长: "林晓岚"\n'
        "# 核对：云溪县工作计划2.0没有“办学特色”，内容留在下面\n"
        "# 办学特色: |\n"
        "#   一校一品。\n"
        "#   书香校园。\n"
        "指导思想: 办好家门口的学校。\n"
        "重点工作: 抓实课堂教学，守牢校园安全。   # 和年级组商量过\n"
        "# 核对：新版要有“学校规模”，请补上\n"
        "# 核对：新版要有“保障措施”，请补上\n"
    )
    assert [problem.id for problem in updated.problems] == ["TPL-050", "TPL-051", "TPL-051"]


def test_the_updated_plan_builds_when_what_is_missing_is_filled_in(plan: Path) -> None:
    plan.write_text(update(plan).text + "学校规模: 18个班\n", encoding="utf-8")

    assert "校长：林晓岚。" in docgen.render(plan).to_bytes("txt").decode("utf-8")


def test_updating_twice_changes_nothing_more_but_asks_again(plan: Path) -> None:
    once = update(plan).text + "学校规模: 18个班\n保障措施: 每月调度。\n"
    plan.write_text(once, encoding="utf-8")

    assert update(plan).text == once


def test_a_plan_may_be_moved_to_a_version_by_name(plan: Path) -> None:
    updated = update(plan, "云溪县工作计划@1.0")

    assert updated.package.version == "1.0"
    assert updated.text == PLAN


def test_line_ends_stay_as_they_are(plan: Path) -> None:
    plan.write_bytes(PLAN.replace("\n", "\r\n").encode("utf-8"))

    assert update(plan).text.count("\r\n") == update(plan).text.count("\n")


def test_a_plan_that_cannot_be_read_is_refused(plan: Path) -> None:
    plan.write_text("模板: [", encoding="utf-8")

    with pytest.raises(DocgenError):
        update(plan)
