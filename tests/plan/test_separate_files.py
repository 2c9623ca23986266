"""An attachment that is a file of its own (另附): named in the 附件说明, without a page."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import docx
import pytest

import docgen
from docgen.lint import judge
from docgen.source.load import loads
from docgen.writers import markdown, outline, text

LINES = """\
附件:
  - {名称: 报名表, 另附: 是}
  - {名称: 检查安排表, 正文: 每周一查食堂。}
  - {名称: 回执, 另附: 是}
落款: {署名: 青禾县教育局, 日期: 2027-02-20}
"""
HEAD = "模板: 通用\n标题: 关于开展校园安全检查的通知\n章节: [{标题: 甲}]\n"


@pytest.fixture(scope="module")
def result() -> Any:
    return docgen.render(loads(HEAD + LINES, "plan.yaml")[0])


def test_it_is_named_with_the_others_and_its_number_is_not_given_to_them(result: Any) -> None:
    found = text.write(result.numbered).split()

    assert found[found.index("附件：1.报名表") :] == [
        "附件：1.报名表", "2.检查安排表", "3.回执", "青禾县教育局", "2027年2月20日",
        "附件2", "检查安排表", "每周一查食堂。",
    ]  # fmt: skip


def test_no_output_has_a_page_of_it(result: Any) -> None:
    paragraphs = docx.Document(io.BytesIO(result.to_bytes("docx"))).paragraphs
    marks = [one.text for one in paragraphs if one.style and one.style.style_id == "AttachmentMark"]

    assert marks == ["附件2"]
    assert markdown.write(result.numbered).count("报名表") == 1
    assert [line for line in outline.lines(result.numbered) if "附件" in line] == ["附件2　检查安排表"]


def test_it_adds_no_section_behind_a_text_without_other_pages(rendered: Any) -> None:
    alone = rendered("附件: [{名称: 报名表, 另附: 是}]\n")

    assert [one.elsewhere for one in alone.attachments] == [True] and alone.bound == ()


@pytest.mark.parametrize("named", ["报名表", "[报名表]", "[{名称: 报名表}]"])
def test_a_name_alone_is_one_too_and_told(rendered: Any, told: Any, named: str) -> None:
    (problem,) = told(f"附件: {named}\n")

    assert rendered(f"附件: {named}\n").bound == ()
    assert problem.severity == "info"
    assert problem.message == "附件“报名表”只写了名称，只排进附件说明，后面没有它的页"
    assert problem.hint == (
        "它是另外的文件，就写“{名称: 报名表, 另附: 是}”；要排在后面，把“另附: 是”换成“正文”或“文件”"
    )


def test_a_page_without_text_may_be_wanted(rendered: Any) -> None:
    (attachment,) = rendered("附件: [{名称: 报名表, 另附: 否}]\n").bound

    assert (attachment.name, attachment.blocks) == ("报名表", ())


@pytest.mark.parametrize("more", ["正文: 甲", "文件: 甲.docx", "模板: 通用", "另装: 是"])
def test_it_has_no_content(told: Any, more: str) -> None:
    (problem,) = told(f"附件: [{{名称: 报名表, 另附: 是, {more}}}]\n")

    assert "写了另附就都不写" in problem.message


def test_a_plan_with_it_is_held_to_no_page(result: Any) -> None:
    found = judge.plan(docgen.render(loads(f"{HEAD}{LINES}引言: 按附件1报名。\n", "plan.yaml")[0]))

    assert not [one for one in (*result.problems, *found.problems) if one.id.startswith("REF")]


@pytest.mark.parametrize(
    ("file", "hint"),
    [
        ("名单.xlsx", "排成表格：把“文件”这一项换成“正文: [{表格: 名单.xlsx}]”"),
        ("名单.csv", "排成表格：把“文件”这一项换成“正文: [{表格: 名单.csv}]”"),
        ("名单.pdf", "它是另外的文件，就把“文件”这一项换成“另附: 是”"),
        ("名单.doc", "在Word或WPS里另存为.docx"),
    ],
)
def test_a_file_that_is_no_docx_is_told_with_what_becomes_of_it(
    told: Any, tmp_path: Path, file: str, hint: str
) -> None:
    (tmp_path / file).write_bytes(b"")
    (problem,) = told(f"附件: [{{名称: 名单, 文件: {file}}}]\n")

    assert (problem.id, problem.hint) == ("FIL-003", hint)
