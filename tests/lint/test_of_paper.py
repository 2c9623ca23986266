"""Plans as passages: as printed, with the places of the plan."""

from __future__ import annotations

from pathlib import Path

from docgen.api import render
from docgen.lint import judge
from docgen.lint.reading import Reading

PLAN = """\
模板: 通用
标题: 云溪县教育局关于检查的通知
主送: [各中小学]
引言: 现将有关事项通知如下：
章节:
  - 标题: 检查内容
    正文:
      - 内容包括《见:消防》。
      - {条目: [灭火器,完好。]}
      - {表格: {标题: 分组, 列: [组别, 组长], 行: [[一组, 陈明远], [二组, 林知远]]}}
    小节: [{标题: 消防。, 代号: 消防, 正文: 逐一检查。}]
附件: [{名称: 检查表, 正文: 逐项打分。}]
落款: {署名: 云溪县教育局, 日期: 2026-08-20}
"""


def judged(tmp_path: Path, text: str = PLAN) -> Reading:
    path = tmp_path / "计划.yaml"
    path.write_text(text.replace("[灭火器,完好。]", '["灭火器,完好。"]'), encoding="utf-8")
    return judge.plan(render(path)).reading


def test_a_plan_is_read_as_it_is_printed(tmp_path: Path) -> None:
    passages = [(one.zone, one.label, one.text) for one in judged(tmp_path).passages]

    assert passages == [
        ("title", "", "云溪县教育局关于检查的通知"),
        ("addressee", "", "各中小学："),
        ("body", "", "现将有关事项通知如下："),
        ("heading", "一、", "检查内容"),
        ("body", "", "内容包括一、（一）。"),
        ("item", "1.", "灭火器,完好。"),
        ("caption", "", "分组"),
        ("cell", "", "组别"),
        ("cell", "", "组长"),
        ("cell", "", "一组"),
        ("cell", "", "陈明远"),
        ("cell", "", "二组"),
        ("cell", "", "林知远"),
        ("heading", "（一）", "消防。逐一检查。"),
        ("attachment_note", "", "检查表"),
        ("signature", "", "云溪县教育局"),
        ("signature", "", "2026年8月20日"),
        ("title", "", "检查表"),
        ("body", "", "逐项打分。"),
    ]


def test_passages_have_the_places_of_the_plan(tmp_path: Path) -> None:
    lines = {one.text: one.place.line for one in judged(tmp_path).passages if one.place}

    assert lines["现将有关事项通知如下："] == 4
    assert lines["灭火器,完好。"] == 9
    assert lines["云溪县教育局关于检查的通知"] == 2


def test_the_kind_is_the_template_or_what_the_title_says(tmp_path: Path) -> None:
    assert judged(tmp_path).kind == "通知"
    other = PLAN.replace("模板: 通用", "模板: 函").replace("通知\n", "函\n").replace("的通知", "的函")
    assert judged(tmp_path, other).kind == "函"


def test_what_a_plan_passes_over_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "计划.yaml"
    text = PLAN.replace("[灭火器,完好。]", '["灭火器,完好。"]')
    path.write_text(text, encoding="utf-8")
    told = judge.plan(render(path))
    path.write_text(text + "检查: {略过: [PUN-001]}\n", encoding="utf-8")
    after = judge.plan(render(path))

    assert "PUN-001" in [one.id for one in told.problems]
    assert "PUN-001" not in [one.id for one in after.problems]
    assert [one.rule.id for one in after.findings.suppressed] == ["PUN-001"]
