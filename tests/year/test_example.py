"""The example of a school's year: one file, no value in it twice, at least six documents from it, all
valid and right by verify."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import docgen
from docgen import pipeline
from docgen.plan.duties import duties
from docgen.source.load import load, loads
from docgen.template import shelf
from docgen.year import documents, summary
from docgen.year.begin import begin
from docgen.year.documents import Documents

ROOT = Path(__file__).parent.parent.parent
SCHOOL = ROOT / "examples" / "year" / "school.yaml"
SHARED = {"责任", "牵头", "配合", "地点", "计量单位", "属性", "来源", "组", "周起", "列", "横排"}
"""Keys whose values name what there is once (an office, a place, a unit) or steer."""
PAPERS = ["", "任务分解表", "行事历", "校历", "指标表", "领导小组名单", "经费预算表"]


@cache
def made() -> Documents:
    return documents.make(SCHOOL)


def values(data: Any, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(data, dict):
        for name, value in data.items():
            yield from values(value, key if key in SHARED else name)
    elif isinstance(data, list):
        for value in data:
            yield from values(value, key)
    else:
        yield key, str(data)


def test_the_year_is_whole() -> None:
    plan = docgen.render(SCHOOL).plan

    assert docgen.check(SCHOOL) == []
    assert len(list(duties(plan))) >= 40
    assert len(plan["活动"]) >= 40
    assert len(plan["指标"]) >= 12
    assert len(plan["学期"]) == 2


def test_no_value_is_written_twice() -> None:
    plan, _problems = load(SCHOOL)
    written = Counter(value for key, value in values(plan) if key not in SHARED)

    assert [value for value, times in written.items() if times > 1] == []


def test_every_document_is_made_from_the_one_file() -> None:
    kinds = [(one.name, one.kind) for one in made().made]

    assert kinds == [*((name, "docx") for name in PAPERS), ("日程", "ics"), ("任务和活动", "xlsx")]
    assert made().problems == ()


def test_the_events_of_the_plan_stand_in_its_documents() -> None:
    plan = docgen.render(SCHOOL)
    agenda, calendar = (docgen.render(SCHOOL, name).to_bytes("txt").decode() for name in ("行事历", "校历"))

    for event in plan.plan["活动"]:
        assert event["事项"] in agenda.replace("\n", "")
        assert event["事项"] in calendar.replace("\n", "")


def test_the_tasks_of_the_plan_stand_in_their_table() -> None:
    table = docgen.render(SCHOOL, "任务分解表").to_bytes("txt").decode()

    for duty in duties(docgen.render(SCHOOL).plan):
        assert duty.measure.rstrip("。") in table


@pytest.mark.parametrize("name", PAPERS, ids=lambda name: name or "计划")
def test_every_paper_is_valid(name: str, validate: Callable[[bytes], None]) -> None:
    validate(next(one.content for one in made().made if one.name == name))


@pytest.mark.rendered
@pytest.mark.parametrize("name", PAPERS, ids=lambda name: name or "计划")
def test_every_paper_measures_right(name: str, tmp_path: Path) -> None:
    from docgen.verify import verify

    path = tmp_path / "paper.docx"
    path.write_bytes(next(one.content for one in made().made if one.name == name))
    report = verify(path)

    assert [finding.check for finding in report.failed] == []
    assert report.ok


def test_its_summary_counts_what_an_independent_count_finds() -> None:
    lines = SCHOOL.read_text(encoding="utf-8").split("\n")
    tasks = lines[lines.index("重点工作:") : lines.index("保障措施:")]
    text = "\n".join(tasks)
    entries = re.split(r"\n +- 内容: ", text)[1:]
    results = [re.search(r"完成: (.+)", entry) for entry in entries]
    undone = [found for found in results if found and re.match("正在推进|未完成|尚未完成|推迟", found[1])]
    done = sum(found is not None for found in results) - len(undone)

    plan = docgen.render(SCHOOL).plan
    counts = summary.read(plan, shelf.find("工作计划")).counts
    assert counts == (len(entries), done, len(undone), results.count(None))
    assert counts.rate == f"{round(1000 * done / len(entries)) / 10:g}%"


def test_its_summary_builds_at_once_and_says_all_results() -> None:
    begun = begin(SCHOOL, shelf.find("工作总结"), "总结.yaml")
    plan, problems = loads(begun.text, "总结.yaml")
    printed = pipeline.run(plan)
    text = docgen.api.Document(printed).to_bytes("txt").decode()

    assert problems == []
    assert {problem.id for problem in printed.problems if problem.severity != "info"} == {"PLH-008"}
    assert "计划安排任务44项，完成38项，完成率86.4%，没有完成4项，2项还没有填写完成情况。" in text
    assert "主要指标13项，达标9项，未达标2项，不能用数字比较1项，1项还没有填写实际数。" in text
    assert "近视新增率实际为6.4%，没有达到≤6.0%的目标" in text
    for entry in re.findall(r"完成: (.+)", SCHOOL.read_text(encoding="utf-8")):
        assert entry in text


def test_its_next_year_builds_and_keeps_every_comment() -> None:
    begun = begin(SCHOOL, shelf.find("工作计划"), "2027.yaml")
    plan, problems = loads(begun.text, "2027.yaml")

    assert problems == []
    assert plan["学年"] == "2027—2028"
    assert [term["开学"] for term in plan["学期"]] == ["2027-08-31", "2028年2月21日"]
    assert not [key for key, _value in values(plan) if key in ("完成", "实际")]
    typed = [line for line in SCHOOL.read_text(encoding="utf-8").split("\n") if line.strip().startswith("#")]
    kept = [line for line in begun.text.split("\n") if line.strip().startswith("#")]
    assert [line for line in kept if "核对：" not in line] == typed
    assert pipeline.run(plan).numbered.paper.title == ("青禾市星湖中学2027—2028学年度工作计划",)
