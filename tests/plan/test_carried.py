"""印发: a paper that another one carries behind its text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import docgen
from docgen.document import Heading, Image, Paper
from docgen.problems import Severity

PLAN = """\
模板: 工作计划
单位: 某某县教育局
年度: 2027
副标题: 修订
稿: 试行
题注: （2026年8月20日局务会议通过）
指导思想: 按《见:目标》办。
工作目标: {正文: 甲, 代号: 目标}
重点工作: {小节: [{标题: 乙, 条目: [丙, 丁]}, {标题: 戊, 条目: [己]}]}
保障措施: 庚
"""
OWN = "落款: {署名: 某某县教育局, 日期: 2026-08-20}\n"


def carried_plan(folder: Path, more: str = "", name: str = "计划.yaml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PLAN + more, encoding="utf-8")
    return path


def labels(folder: Path, which: int) -> list[str]:
    numbered = docgen.render(folder / "plan.yaml").numbered
    return [label.text for label in numbered.attachment_labels[which] if label]


def test_a_plan_is_carried_as_a_paper_of_its_own(tmp_path: Path, rendered: Any) -> None:
    carried_plan(tmp_path, OWN)
    paper: Paper = rendered("印发: 计划.yaml\n落款: {署名: 甲, 日期: 2026-09-01}\n")
    (carried,) = paper.attachments
    assert carried.title == ("某某县教育局2027年工作计划",)
    assert carried.name == "某某县教育局2027年工作计划"
    assert not carried.marked
    assert carried.note == "修订\n（试行）\n（2026年8月20日局务会议通过）"
    assert paper.signature
    assert paper.signature.date == "2026年9月1日"


def test_its_numbers_start_anew(tmp_path: Path, rendered: Any) -> None:
    carried_plan(tmp_path)
    rendered("印发: 计划.yaml\n")
    assert labels(tmp_path, 0) == ["一、", "二、", "三、", "（一）", "1.", "2.", "（二）", "1.", "四、"]


def test_its_layers_run_on_where_it_says_so(tmp_path: Path, rendered: Any) -> None:
    carried_plan(tmp_path, "编号: {连续: [3]}\n")
    rendered("印发: 计划.yaml\n")
    assert labels(tmp_path, 0) == ["一、", "二、", "三、", "（一）", "1.", "2.", "（二）", "3.", "四、"]


def test_it_may_be_marked_as_an_attachment(tmp_path: Path, rendered: Any) -> None:
    carried_plan(tmp_path)
    (carried,) = rendered("印发: {文件: 计划.yaml, 附件标记: 是, 名称: 县里的计划}\n").attachments
    assert carried.marked
    assert (carried.name, carried.title) == ("县里的计划", ("某某县教育局2027年工作计划",))


def test_its_own_attachments_follow_it_before_those_of_the_paper(tmp_path: Path, rendered: Any) -> None:
    carried_plan(tmp_path, "附件: [{名称: 分工表, 正文: 甲}]\n")
    paper = rendered("印发: 计划.yaml\n附件: [{名称: 回执, 正文: 乙}]\n")
    assert [(one.name, one.marked) for one in paper.attachments] == [
        ("某某县教育局2027年工作计划", False),
        ("分工表", True),
        ("回执", True),
    ]


def test_several_papers_are_carried_in_their_order(tmp_path: Path, rendered: Any) -> None:
    carried_plan(tmp_path)
    carried_plan(tmp_path, "标题: 另一份计划\n", "另一份.yaml")
    paper = rendered("印发: [另一份.yaml, 计划.yaml]\n")
    assert [one.name for one in paper.attachments] == ["另一份计划", "某某县教育局2027年工作计划"]


def test_a_word_document_is_carried_as_it_is(tmp_path: Path, rendered: Any) -> None:
    (tmp_path / "办法.docx").write_bytes(docgen.render(carried_plan(tmp_path)).to_bytes())
    (carried,) = rendered("印发: 办法.docx\n").attachments
    assert (carried.name, carried.marked) == ("", False)
    assert carried.foreign
    (marked,) = rendered("印发: {文件: 办法.docx, 附件标记: 是}\n").attachments
    assert (marked.name, marked.marked) == ("办法", True)


def test_its_files_are_looked_up_beside_it(tmp_path: Path, rendered: Any, picture: Any) -> None:
    picture("计划/图.png")
    carried_plan(tmp_path, "具体安排: [{图片: {文件: 图.png}}]\n", "计划/计划.yaml")
    (carried,) = rendered("印发: 计划/计划.yaml\n").attachments
    assert any(isinstance(block, Image) for block in carried.blocks)


def test_each_plan_names_its_chapters_for_itself(tmp_path: Path, rendered: Any) -> None:
    carried_plan(tmp_path)
    carried_plan(tmp_path, "标题: 另一份计划\n", "另一份.yaml")
    rendered("印发: [计划.yaml, 另一份.yaml]\n")
    numbered = docgen.render(tmp_path / "plan.yaml").numbered
    keys = [
        block.key
        for one in numbered.paper.attachments
        for block in one.blocks
        if isinstance(block, Heading) and block.key
    ]
    assert keys == ["目标", "目标 另一份.yaml"]
    assert numbered.references == {"目标": "二", "目标 另一份.yaml": "二"}
    text = docgen.render(tmp_path / "plan.yaml").to_bytes("txt").decode()
    assert text.count("按二办。") == 2


@pytest.mark.parametrize(
    ("lines", "id", "message"),
    [
        ("印发: 没有.yaml\n", "FIL-001", "找不到文件“没有.yaml”"),
        ("印发: ../计划.yaml\n", "FIL-002", "文件只能放在计划所在的文件夹里"),
        ("印发: 计划.pdf\n", "FIL-005", "印发的只能是计划（.yaml）或Word文档（.docx）"),
        ("印发: plan.yaml\n", "TRE-042", "印发绕了一圈，又回到“plan.yaml”"),
    ],
)
def test_what_cannot_be_carried_is_told_at_its_place(
    tmp_path: Path, told: Any, lines: str, id: str, message: str
) -> None:
    carried_plan(tmp_path, name="计划.pdf")
    (problem,) = told(lines)
    assert (problem.id, problem.message) == (id, message)
    assert (problem.place.line, problem.place.column) == (4, 5)


def test_a_circle_over_another_plan_is_told_in_that_plan(tmp_path: Path, told: Any) -> None:
    path = carried_plan(tmp_path, "印发: plan.yaml\n")
    (problem,) = told("印发: 计划.yaml\n")
    assert (problem.id, problem.place.file) == ("TRE-042", str(path))
    assert problem.hint == "印发的文件里不能再印发这份计划"


def test_its_problems_carry_the_places_of_its_own_file(tmp_path: Path, told: Any) -> None:
    path = carried_plan(tmp_path, "落款: {日期: 昨天}\n")
    (problem,) = told("印发: 计划.yaml\n")
    assert (problem.id, problem.place.file, problem.place.line) == ("SCM-003", str(path), 11)


def test_a_reference_of_its_own_needs_a_target_of_its_own(tmp_path: Path, told: Any) -> None:
    path = carried_plan(tmp_path, "结语: 见《见:外面》。\n")
    text = "印发: 计划.yaml\n附件: [{名称: 甲, 正文: [{标题: 乙, 代号: 外面}]}]\n"
    (problem,) = told(text)
    assert (problem.id, problem.place.file) == ("TRE-007", str(path))


def test_what_it_says_to_its_own_readers_is_told_as_left_out(tmp_path: Path, told: Any) -> None:
    carried_plan(tmp_path, "主送: 各学校\n附注: 此件公开\n")
    problems = told("印发: 计划.yaml\n")
    assert [(one.id, one.severity, one.message) for one in problems] == [
        ("TRE-041", Severity.WARNING, "印发的计划里的“主送”没有印出来"),
        ("TRE-041", Severity.WARNING, "印发的计划里的“附注”没有印出来"),
    ]


def test_an_attachment_bound_by_itself_needs_the_number_it_prints(told: Any, rendered: Any) -> None:
    lines = "附件: [{名称: 甲, 正文: 乙, 另装: 是}]\n"
    (problem,) = told(lines)
    assert (problem.id, problem.message) == ("TRE-039", "另装的附件要标发文字号，版头里没有写")
    numbered = f"{lines}单位: 某局\n版头: {{发文字号: 某教发〔2026〕3号}}\n"
    assert [one.separate for one in rendered(numbered).attachments] == [True]
