"""版头: what a plan says of it, and what its form has no place for."""

from __future__ import annotations

from typing import Any

import pytest

from docgen.document import Letterhead
from docgen.problems import Severity

ORGAN = "单位: 某某县教育局\n"
NUMBERED = "发文字号: 某教发〔2026〕3号"


def letterhead(rendered: Any, lines: str) -> Letterhead:
    head = rendered(lines).letterhead
    assert isinstance(head, Letterhead)
    return head


def test_a_letterhead_has_all_that_the_plan_says(rendered: Any) -> None:
    head = letterhead(
        rendered,
        ORGAN
        + "版头: {份号: '000012', 密级: 秘密★1年, 紧急程度: 特急, 发文字号: 某教发〔2026〕3号, "
        + "签发人: [张三, 李四], 预印: 是}\n",
    )
    assert head.organs == ("某某县教育局",)
    assert (head.suffix, head.document_number) == ("文件", "某教发〔2026〕3号")
    assert (head.copy_number, head.secrecy, head.urgency) == ("000012", "秘密★1年", "特急")
    assert (head.signers, head.preprinted) == (("张三", "李四"), True)


def test_a_plan_without_a_letterhead_has_none(rendered: Any) -> None:
    assert rendered(ORGAN).letterhead is None


def test_a_number_is_made_of_its_parts(rendered: Any) -> None:
    head = letterhead(rendered, ORGAN + "版头: {发文字号: {代字: 某教发, 年份: 2026, 序号: 3}}\n")
    assert head.document_number == "某教发〔2026〕3号"


@pytest.mark.parametrize("typed", ["[张三, 李四]", "张三、李四"])
def test_signers_on_one_line_are_told_apart(rendered: Any, typed: str) -> None:
    head = letterhead(rendered, f"{ORGAN}版头: {{{NUMBERED}, 签发人: {typed}}}\n")
    assert head.signers == ("张三", "李四")


@pytest.mark.parametrize(
    ("lines", "organs"),
    [
        ("单位: 甲局\n", ("甲局",)),
        ("单位: 甲局\n落款: {署名: 甲局}\n", ("甲局",)),
        ("单位: 甲局\n落款: {署名: [甲局, 乙局]}\n", ("甲局", "乙局")),
        ("落款: {署名: 乙局}\n", ("乙局",)),
    ],
)
def test_the_mark_names_the_organ_or_those_that_sign_together(
    rendered: Any, lines: str, organs: tuple[str, ...]
) -> None:
    assert letterhead(rendered, f"{lines}版头: {{{NUMBERED}}}\n").organs == organs


def test_the_mark_may_name_other_organs(rendered: Any) -> None:
    lines = f"单位: 甲局\n版头: {{{NUMBERED}, 机关标志: [乙局, 丙局]}}\n"
    assert letterhead(rendered, lines).organs == ("乙局", "丙局")


@pytest.mark.parametrize(
    ("form", "more", "mark"),
    [
        ("公文", NUMBERED, ("某某县教育局", "文件")),
        ("公文", f"{NUMBERED}, 文件: 否", ("某某县教育局", "")),
        ("公文", f"{NUMBERED}, 机关标志: 某某县教育局文件", ("某某县教育局", "文件")),
        ("信函", NUMBERED, ("某某县教育局", "")),
        ("命令", "发文字号: 第3号", ("某某县教育局", "令")),
        ("命令", "发文字号: 第3号, 机关标志: 某某县人民政府命令", ("某某县人民政府", "命令")),
        ("命令", "发文字号: 第3号, 机关标志: 某某县人民政府令", ("某某县人民政府", "令")),
        ("纪要", "发文字号: 第3期", ("某某县教育局", "纪要")),
        ("纪要", "发文字号: 第3期, 机关标志: 局长办公会议纪要", ("局长办公会议", "纪要")),
    ],
)
def test_each_form_has_its_word_behind_the_name_once(
    rendered: Any, form: str, more: str, mark: tuple[str, str]
) -> None:
    head = letterhead(rendered, f"{ORGAN}版式: {form}\n版头: {{{more}}}\n")
    assert ("".join(head.organs), head.suffix) == mark


@pytest.mark.parametrize(("form", "number"), [("命令", "第3号"), ("纪要", "第3期")])
def test_a_bare_number_is_written_out_where_papers_are_only_counted(
    rendered: Any, form: str, number: str
) -> None:
    head = letterhead(rendered, f"{ORGAN}版式: {form}\n版头: {{发文字号: 3}}\n")
    assert head.document_number == number


@pytest.mark.parametrize(
    ("lines", "id", "severity", "message", "hint"),
    [
        (
            f"版头: {{{NUMBERED}}}\n",
            "TRE-030",
            Severity.ERROR,
            "版头没有发文机关的名称",
            "在计划里补上“单位: ……”，或在“版头”里写“机关标志: ……”",
        ),
        (
            ORGAN + "版头: {发文字号: 3}\n",
            "TRE-031",
            Severity.ERROR,
            "公文格式的发文字号要有机关代字和年份",
            "例如：某教发〔2026〕3号",
        ),
        (
            ORGAN + "版头: {发文字号: 〔2026〕3号}\n",
            "TRE-031",
            Severity.ERROR,
            "公文格式的发文字号要有机关代字和年份",
            "例如：某教发〔2026〕3号",
        ),
        (
            f"{ORGAN}版式: 信函\n版头: {{{NUMBERED}, 机关标志: 某某县教育局文件}}\n",
            "TRE-032",
            Severity.ERROR,
            "信函格式的发文机关标志只写机关名称，不加“文件”",
            "写成“某某县教育局”",
        ),
        (
            f"{ORGAN}版式: 信函\n版头: {{{NUMBERED}, 签发人: 张三}}\n",
            "TRE-033",
            Severity.ERROR,
            "信函格式的版头没有签发人",
            "删去“签发人”；上行文才标注签发人，用“版式: 公文”",
        ),
        (
            ORGAN + "版头: {紧急程度: 特急}\n",
            "TRE-034",
            Severity.WARNING,
            "版头没有发文字号",
            "在“版头”里补上“发文字号: 某教发〔2026〕3号”；还没有编号就写“待填”",
        ),
    ],
)
def test_what_a_form_cannot_print_is_told(
    told: Any, lines: str, id: str, severity: Severity, message: str, hint: str
) -> None:
    (problem,) = told(lines)
    assert (problem.id, problem.severity) == (id, severity)
    assert (problem.message, problem.hint) == (message, hint)
    assert problem.place


def test_a_classified_paper_is_warned_about_at_every_build(told: Any) -> None:
    (problem,) = told(f"{ORGAN}版头: {{份号: '000001', 密级: 秘密★1年, {NUMBERED}}}\n")
    assert (problem.id, problem.severity) == ("SEC-001", Severity.WARNING)
    assert problem.message == "涉密文件不得在联网计算机上处理"
    assert problem.place


def test_a_classified_paper_has_copy_numbers(told: Any) -> None:
    problems = told(f"{ORGAN}版头: {{密级: 秘密, {NUMBERED}}}\n")
    assert [problem.id for problem in problems] == ["SEC-001", "SEC-002"]
    assert problems[1].message == "涉密公文要标注份号"


def test_only_orders_and_minutes_may_do_without_a_title(told: Any) -> None:
    untitled = f"{ORGAN}版式: 命令\n版头: {{发文字号: 第3号}}\n"
    assert told(untitled) == []
