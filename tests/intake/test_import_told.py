"""What an imported plan tells and keeps: attachments, blanks, titles that are missing, numbers that are
names, and papers of the kinds of 公文."""

from __future__ import annotations

from pathlib import Path

import pytest

import docgen
from docgen.intake.imported import imported
from docgen.lint.of_recognised import reading
from docgen.lint.run import run
from docgen.reader import text
from docgen.reader.read import read_docx
from docgen.recognise.recognise import recognise
from docgen.source.load import loads
from tests.intake.test_import import plan_of

NOTICE = """关于开展校园安全检查的通知
各学校：
现将有关事项通知如下。
一、检查时间
3月1日至3月10日。
附件：1.检查安排表
2.整改台账
青禾县教育局
2027年2月20日
"""


SCHEDULE, REGISTER = "附件1\n检查安排表\n每周一查食堂。\n", "附件2\n整改台账\n查完当日登记。\n"


@pytest.mark.parametrize(
    ("pages", "only_named"),
    [("", ["检查安排表", "整改台账"]), (SCHEDULE, ["整改台账"]), (REGISTER, ["检查安排表"])],
)
def test_attachments_that_are_only_named_are_files_of_their_own(pages: str, only_named: list[str]) -> None:
    made = plan_of(NOTICE + pages)
    plan = loads(made.text, "plan.yaml")[0]

    assert [str(one["名称"]) for one in plan["附件"] if "另附" in one] == only_named
    assert f"“另附”改成“正文”：{'、'.join(only_named)}\n" in made.text
    assert made.proved


def test_attachments_with_their_text_are_not_told() -> None:
    assert "另附" not in plan_of(NOTICE + SCHEDULE + REGISTER).text


def test_pages_whose_marks_do_not_count_up_belong_to_the_names_in_their_order() -> None:
    pages = SCHEDULE + REGISTER.replace("附件2", "附件1")

    assert [str(one["名称"]) for one in loads(plan_of(NOTICE + pages).text, "plan.yaml")[0]["附件"]] == [
        "检查安排表",
        "整改台账",
    ]


BLANKS = """青禾小学安全工作计划
各年级组：
为守牢校园安全，制定本计划。
本计划由某某同志负责。
一、组织领导
组长：林晓岚
副组长：
成员：××
二、活动安排
1.参加xx人。
2.时间待定。
时间\t项目\t负责人
3月\t演练\t待定
青禾小学
20xx年×月×日
"""


def test_what_was_left_blank_is_told_where_it_stands() -> None:
    recognised = recognise(text.read(BLANKS.encode("utf-8"), "last.txt"))
    blanks = run(reading(recognised), family="PLH").problems

    lines = imported(recognised, "plan.yaml", Path(), "通用", blanks).text.split("\n")
    told = [(one.strip(), lines[at + 1].strip()) for at, one in enumerate(lines) if "核对：" in one]

    assert told == [
        ("# 核对：“某某”是没有填的空", "引言: |"),
        ("# 核对：名单里“副组长”后面没有姓名。请补上姓名", "# 核对：“××”是没有填的空"),
        ("# 核对：“××”是没有填的空", "- 机构:"),
        ("# 核对：“xx”是没有填的数字或者名称", "- 参加xx人。"),
        ("# 核对：“待定”还没有定下来", "- 时间待定。"),
        ("# 核对：“待定”还没有定下来", "表格:"),
        ("# 核对：成文日期原文写的是“20xx年×月×日”", "落款:"),
    ]


@pytest.mark.parametrize(
    "source", ["时间\t项目\n3月\t演练\n4月\t检查\n", "1.每周巡查一次。\n2.每月演练一次。\n"]
)
def test_a_file_without_a_title_is_called_as_it_is_named(source: str) -> None:
    made = plan_of(source)

    assert made.proved
    assert "# 核对：没有认出标题，先用文件名作标题\n模板: 通用\n标题: last\n" in made.text
    assert made.text.count("核对") == 2


@pytest.mark.parametrize("above", ["校园安全工作领导小组", "（2026年9月通过）"])
def test_what_stands_under_the_title_of_an_attachment_is_kept(tmp_path: Path, above: str) -> None:
    group = {"名称": "校园安全工作领导小组", "组长": "林晓岚"}
    body = [{"机构": group}] if above == group["名称"] else [above, "一、二年级先行。"]
    plan = {"标题": "工作计划", "章节": [{"标题": "甲"}], "附件": [{"名称": "人员名单", "正文": body}]}
    path = docgen.render(plan, template="通用").save(tmp_path / "last.docx")

    again = docgen.render(docgen.to_plan(docgen.read(path)), template="通用").to_bytes("txt").decode()

    assert "人员名单\n" in again
    assert f"　　{above}\n" in again


def test_a_note_in_brackets_is_no_heading() -> None:
    made = plan_of("工作计划\n一、甲\n（责任单位：教务处）\n（一）抓好课堂。集体备课。\n二、乙\n丙。\n").text

    assert "责任单位：教务处" in made
    assert '标题: "（责任单位' not in made


RULES = """青禾小学食堂管理办法
第一章 总则
第一条 为规范食堂管理，制定本办法。
第二章 采购
第二条 食品原料定点采购：
（一）不得采购无证食品；
（二）不得采购过期食品。
"""
STAGES = """青禾小学艺术节方案
一、活动安排
第一阶段：宣传发动（3月1日—3月20日）
各校召开动员会。
第二阶段：组织实施。各班排练，每周两次。
二、要求
第一步：报名。
第二步：排练。
"""


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        (RULES, ["第一章　总则", "第一条　为规范食堂管理，制定本办法。", "第二章　采购"]),
        (
            STAGES,
            [
                "第一阶段：宣传发动（3月1日—3月20日）",
                "第二阶段：组织实施。各班排练，每周两次。",
                "第一步：报名。",
            ],
        ),
    ],
)
def test_a_number_that_is_a_name_is_printed_as_it_was_typed(source: str, lines: list[str]) -> None:
    made = plan_of(source)
    printed = docgen.render(loads(made.text, "plan.yaml")[0]).to_bytes("txt").decode("utf-8")

    assert made.proved
    assert [line for line in lines if f"　　{line}\n" in printed] == lines
    assert "（一）宣传" not in printed


def test_where_the_plan_makes_something_else_is_told() -> None:
    pages = "附件1\n检查安排表（修订）\n每周一查食堂。\n"

    (problem,) = plan_of(NOTICE + pages).problems

    assert (problem.id, problem.excerpt) == (
        "IMP-001",
        "原文是“检查安排表（修订）”，排出来是“检查安排表”",
    )


@pytest.mark.parametrize("name", ["order", "minutes", "decision", "letter"])
def test_a_paper_of_a_kind_comes_back_to_its_template(name: str, tmp_path: Path) -> None:
    example = docgen.render(Path(__file__).parents[2] / "templates" / name / "example.yaml")
    read_again = recognise(read_docx(example.to_bytes(), "来文.docx"))

    made = imported(read_again, "plan.yaml", tmp_path)

    assert made.proved and made.template == example.plan["模板"]
    assert "核对" not in made.text.split("\n", 2)[2]


def test_who_signs_an_order_is_a_post_and_a_name(tmp_path: Path) -> None:
    order = docgen.render(Path(__file__).parents[2] / "templates" / "order" / "example.yaml")

    made = imported(recognise(read_docx(order.to_bytes(), "令.docx")), "plan.yaml", tmp_path)

    assert "落款:\n  签名章:\n    - 职务: 县长\n      姓名: 温如许\n" in made.text
    assert "标题" not in made.text and "文件: 否" not in made.text


@pytest.mark.parametrize(
    ("years", "told"), [("2027年", "年度: 2027\n"), ("", ""), ("2026—2030年", ""), ("2026至2030年", "")]
)
def test_a_year_of_the_title_is_the_plans_but_not_the_end_of_a_span(years: str, told: str) -> None:
    text_ = plan_of(f"青禾小学{years}发展规划\n一、目标\n每班建一个图书角。\n").text

    assert "".join(line for line in text_.splitlines(keepends=True) if line.startswith("年度")) == told
