"""Templates that make one list (校历, 行事历, 任务分解表 …): of a plan of their own, or of any other plan."""

from __future__ import annotations

from pathlib import Path

import pytest

import docgen
from docgen.cli.main import main
from docgen.document import Heading, Paper, Paragraph, People, Table
from docgen.problems import DocgenError
from docgen.template import shelf

ROOT = Path(__file__).parent.parent.parent
LISTS = [package.name for package in shelf.catalogue() if package.takes]
PLAN = ROOT / "templates" / "work-plan" / "example.yaml"
each = pytest.mark.parametrize("name", LISTS)

FULL = """\
模板: 工作计划
标题: 某校工作计划
单位: 某校
学年: 2026—2027
主送: [各处室]
题注: （2026年8月27日通过）
学期: {名称: 第一学期, 开学: 2026-09-01, 结束: 2026-10-30}
引言: 为做好工作，制定本计划。
指导思想: 坚持立德树人。
工作目标: 提高质量。
重点工作:
  - 标题: 教学
    条目: [{内容: 修订常规。, 责任: 教务处, 时限: 2026年9月}]
保障措施: 加强领导。
活动: [{日期: 2026-09-10, 事项: 表彰会, 责任: 工会}]
指标: [{名称: 合格率, 目标: 90}]
经费: [{项目: 耗材, 金额: 100}]
机构: {名称: 工作小组, 组长: 罗文远}
结语: 特此通知。
附件: [{名称: 值班表, 另附: 是}]
落款: {日期: 2026-08-28}
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    path.write_text(FULL, encoding="utf-8")
    return path


def captions(paper: Paper) -> list[str]:
    return [block.caption for block in paper.blocks if isinstance(block, Table)]


def test_there_are_nine_of_them() -> None:
    assert sorted(LISTS) == sorted(
        [
            "校历",
            "行事历",
            "周工作安排",
            "月度安排",
            "活动安排",
            "任务分解表",
            "指标表",
            "领导小组名单",
            "经费预算表",
        ]
    )


@each
def test_a_list_is_made_of_a_plan_of_another_template_without_any_problem(name: str, plan: Path) -> None:
    document = docgen.render(plan, name)
    assert document.problems == ()
    (block,) = document.paper.blocks
    assert isinstance(block, People if name == "领导小组名单" else Table)


@each
def test_nothing_of_the_plans_own_paper_is_printed(name: str, plan: Path) -> None:
    paper = docgen.render(plan, name).paper
    assert "".join(paper.title).startswith("某校2026—2027学年度第一学期")
    assert (paper.addressees, paper.note, paper.attachments, paper.signature) == ((), "", (), None)
    assert not [block for block in paper.blocks if isinstance(block, (Heading, Paragraph))]


def test_the_plan_is_checked_by_the_template_it_was_written_for(plan: Path) -> None:
    plan.write_text(FULL.replace("工作目标", "工作目镖"), encoding="utf-8")
    with pytest.raises(DocgenError) as stopped:
        docgen.render(plan, "校历")
    (problem,) = stopped.value.problems
    assert problem.id == "SCM-001"
    assert "工作目镖" in problem.message


def test_a_template_of_the_plan_that_does_not_exist_is_told(plan: Path) -> None:
    plan.write_text(FULL.replace("模板: 工作计划", "模板: 工作计画"), encoding="utf-8")
    with pytest.raises(DocgenError) as stopped:
        docgen.render(plan, "校历")
    assert [problem.id for problem in stopped.value.problems] == ["TPL-001"]


def test_a_plan_without_a_template_follows_that_of_the_list(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text("标题: 某校经费表\n经费: [{项目: 耗材, 金额: 100}]\n引言: 经费如下。\n", encoding="utf-8")
    paper = docgen.render(path, "经费预算表").paper
    assert paper.title == ("某校经费表",)
    assert isinstance(paper.blocks[0], Paragraph)


def test_a_list_of_its_own_may_have_chapters_behind_it(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(
        "模板: 经费预算表\n单位: 某校\n经费: [{项目: 耗材, 金额: 100}]\n章节: [{标题: 说明, 正文: 略。}]\n",
        encoding="utf-8",
    )
    assert [type(block) for block in docgen.render(path).paper.blocks] == [Table, Heading, Paragraph]


WITHOUT = {
    "校历": ("学期", "CAL-050"),
    "行事历": ("活动", "TRE-051"),
    "周工作安排": ("活动", "TRE-051"),
    "月度安排": ("活动", "TRE-051"),
    "活动安排": ("活动", "TRE-051"),
    "任务分解表": ("重点工作", "TRE-050"),
    "指标表": ("指标", "TRE-051"),
    "领导小组名单": ("机构", "TRE-051"),
    "经费预算表": ("经费", "TRE-051"),
}


@each
def test_a_plan_that_lacks_what_a_list_needs_is_told_what(name: str, tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text("模板: 工作计划\n单位: 某校\n工作目标: 提高质量。\n", encoding="utf-8")
    with pytest.raises(DocgenError) as stopped:
        docgen.render(path, name)
    assert WITHOUT[name][1] in {problem.id for problem in stopped.value.problems}


@each
def test_a_plan_places_a_list_in_its_text(name: str, tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    placed = f"  - {{标题: 附表, 正文: [见下表。, {{取自: {name}, 标题: 附表}}]}}\n"
    path.write_text(FULL.replace("保障措施: 加强领导。\n", f"保障措施:\n{placed}"), encoding="utf-8")
    document = docgen.render(path)
    assert {problem.id for problem in document.problems} <= {"TRE-006"}  # of what is not placed
    if name != "领导小组名单":
        assert "附表" in captions(document.paper)


def test_what_is_placed_is_not_printed_a_second_time(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    lists = "{取自: 行事历}, {取自: 指标表}, {取自: 领导小组名单}, {取自: 经费预算表}"
    path.write_text(
        FULL.replace("保障措施: 加强领导。", f"保障措施: [{lists}]").replace(
            "附件:", "具体安排: 见表。\n附件:"
        ),
        encoding="utf-8",
    )
    paper = docgen.render(path).paper
    assert len(captions(paper)) == 3
    assert sum(isinstance(block, People) for block in paper.blocks) == 1


def test_a_list_is_an_attachment_of_its_plan(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(
        FULL.replace(
            "附件: [{名称: 值班表, 另附: 是}]",
            "附件: [{名称: 校历, 模板: 校历}, {名称: 任务分解表, 模板: task-table}]",
        ),
        encoding="utf-8",
    )
    calendar, tasks = docgen.render(path).paper.attachments
    assert [type(block) for block in (*calendar.blocks, *tasks.blocks)] == [Table, Table]


def test_build_writes_a_list_beside_the_plans_own_paper(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", str(plan), "--to", "txt"]) == 0
    assert main(["build", str(plan), "--to", "txt", "--template", "行事历"]) == 0
    written = plan.with_name("plan-行事历.txt")
    assert capsys.readouterr().out.splitlines()[-1] == str(written)
    assert "9月10日：表彰会" in written.read_text(encoding="utf-8")


@each
def test_the_names_of_lists_may_be_taken_in_a_plan(name: str) -> None:
    schema = shelf.find("工作计划", Path()).schema.mapping
    assert name in schema["$defs"]["块"]["properties"]["取自"]["enum"]
