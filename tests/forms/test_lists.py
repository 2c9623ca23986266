from __future__ import annotations

from pathlib import Path

from docgen.forms.answer import read
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
