"""What a template says of numbers and layers holds where its plans and sections do not say otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

import docgen
from docgen.problems import DocgenError

HEAD = "id: own\n名称: 自定\n继承: base\n标题: 计划\n"
SCHEMA = 'properties: {任务: {$ref: "#/$defs/内容", title: 任务, description: 做什么。}}\n'
PLAN = """\
模板: 自定
章节:
  - {标题: 甲, 小节: [{标题: 乙, 条目: [丙]}, {标题: 丁}]}
任务: [{标题: 戊, 条目: [己]}]
"""


def labels(folder: Path, manifest: str, plan: str = "") -> list[str]:
    package = folder / "templates" / "own"
    package.mkdir(parents=True)
    (package / "template.yaml").write_text(HEAD + manifest, encoding="utf-8")
    (package / "schema.yaml").write_text(SCHEMA, encoding="utf-8")
    path = folder / "plan.yaml"
    path.write_text(PLAN + plan, encoding="utf-8")
    return [label.text for label in docgen.render(path).numbered.labels if label]


@pytest.mark.parametrize(
    ("manifest", "plan", "expected"),
    [
        ("", "", "一、 （一） 1. （二） 二、 （一） 1."),
        ("编号: {连续: [3]}", "", "一、 （一） 1. （二） 二、 （一） 2."),
        ("编号: {连续: [3]}", "编号: {连续: []}", "一、 （一） 1. （二） 二、 （一） 1."),
        ("编号: {连续: [3]}", "编号: {方式: 文本}", "一、 （一） 1. （二） 二、 （一） 2."),
        ("层次: 2", "", "（一） 1. （1） 2. （二） 1. （1）"),
        ("小节层次: 3", "", "一、 1. （1） 2. 二、 1. （1）"),
        ("章节: [{键: 任务, 小节层次: 3}]", "", "一、 （一） 1. （二） 二、 1. （1）"),
        ("小节层次: 3\n章节: [{键: 任务, 小节层次: 2}]", "", "一、 1. （1） 2. 二、 （一） 1."),
    ],
)  # fmt: skip
def test_a_template_says_how_its_papers_are_numbered(
    tmp_path: Path, manifest: str, plan: str, expected: str
) -> None:
    manifest = manifest if "章节" in manifest else f"{manifest}\n章节: [{{键: 任务}}]"
    assert " ".join(labels(tmp_path, manifest, plan)) == expected


@pytest.mark.parametrize("manifest", ["层次: 6", "小节层次: 二", "章节: [{键: 任务, 层次: 0}]"])
def test_a_layer_that_there_is_not_is_an_error_of_the_template(tmp_path: Path, manifest: str) -> None:
    with pytest.raises(DocgenError) as stopped:
        labels(tmp_path, manifest)
    (problem,) = stopped.value.problems
    assert (problem.id, problem.message) in [
        ("TPL-011", "“层次”只能写1到5"),
        ("TPL-011", "“小节层次”只能写1到5"),
    ]
