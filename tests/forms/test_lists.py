from __future__ import annotations

from pathlib import Path

from docgen.forms.answer import read
from docgen.forms.asked import asked
from docgen.forms.write_form import write
from docgen.template import shelf
from tests.forms.filling import filled

TEXTS = {"单位": "青禾县溪头小学", "年度": "2026"}
LISTS = {
    "活动": [{"日期": "2026年9月10日", "事项": "教师节活动"}, {"日期": "10月上旬", "事项": "运动会"}],
    "指标": [{"名称": "体质合格率", "计量单位": "%", "目标.2026": "96"}],
    "机构": [
        {"机构": "领导小组", "职责": "组长", "姓名": "周若溪"},
        {"机构": "领导小组", "职责": "成员", "姓名": "李明"},
    ],
}


def test_events_indicators_and_groups_come_back_as_the_plan_has_them(tmp_path: Path) -> None:
    package, path = shelf.find("工作计划"), tmp_path / "填报.docx"
    path.write_bytes(filled(write(package), TEXTS, LISTS))
    plan = read(path, package).plan
    assert plan["活动"] == [
        {"日期": "2026-09-10", "事项": "教师节活动"},
        {"日期": "10月上旬", "事项": "运动会"},
    ]
    assert plan["指标"] == [{"名称": "体质合格率", "计量单位": "%", "目标": {"2026": "96"}}]
    (group,) = plan["机构"]
    assert group["名称"] == "领导小组"
    assert "周若溪" in str(group["组长"])
    assert "李明" in str(group["成员"])


MANIFEST = """\
id: hazards
名称: 隐患表
版本: "1.0"
继承: 工作计划
章节:
  - {键: 隐患排查, 部分: sections/hazards.md}
  - {键: 重点工作, 要求: 必须}
"""
SCHEMA = """\
properties:
  隐患排查:
    type: array
    items:
      type: object
      required: [隐患]
      properties:
        隐患: {$ref: "#/$defs/短文字"}
        发现日期: {$ref: "#/$defs/日期"}
        已整改: {$ref: "#/$defs/是否"}
required: [隐患排查]
"""
SAMPLE = """\
模板: 隐患表
单位: 云溪县青禾小学
年度: 2026
隐患排查:
  - {隐患: 扶手松动, 发现日期: 2026-09-01, 已整改: 是}
重点工作: 守牢安全底线。
"""


def test_a_chapter_that_is_a_list_is_a_table_in_its_place(tmp_path: Path) -> None:
    folder, path = tmp_path / "hazards", tmp_path / "填报.docx"
    (folder / "sections").mkdir(parents=True)
    for name, text in (("template", MANIFEST), ("schema", SCHEMA), ("example", SAMPLE)):
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    section = '# 隐患排查\n\n{{ 隐患排查 | 成表(列=["隐患", "发现日期", "已整改"]) }}\n'
    (folder / "sections" / "hazards.md").write_text(section, encoding="utf-8")
    package = shelf.open_package(folder)
    chapter = asked(package).chapters[0]
    assert (chapter.required, [one.name for one in chapter.columns]) == (True, ["隐患", "发现日期", "已整改"])

    rows = [{"隐患": "扶手松动", "发现日期": "2026.9.1", "已整改": "否"}, {"隐患": "灭火器过期"}]
    texts = {**TEXTS, "重点工作": "守牢安全底线。"}
    path.write_bytes(filled(write(package), texts, {"隐患排查": rows}))
    answer = read(path, package)
    assert answer.problems == ()
    assert answer.plan["隐患排查"] == [
        {"隐患": "扶手松动", "发现日期": "2026-09-01", "已整改": "否"},
        {"隐患": "灭火器过期"},
    ]
