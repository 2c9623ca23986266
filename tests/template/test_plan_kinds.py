"""The templates of plans, schemes, key points and summaries: their sections, titles, tables and figures."""

from __future__ import annotations

from typing import Any

import pytest

import docgen
from docgen.document import Table
from docgen.source.load import load
from docgen.template import shelf
from docgen.template.package import Package

KINDS = (
    "action-plan", "school-scheme", "work-ideas", "key-points", "implementation-opinion", "summary-report",
    "standardization-plan", "teaching-plan", "research-plan", "safety-plan", "duty-report",
)  # fmt: skip
PACKAGES = {package.id: package for package in shelf.catalogue()}
EXPECTED = [
    (package, section.key, section.title)
    for package in PACKAGES.values()
    for section in package.sections
    if section.expected
]


@pytest.mark.parametrize("name", KINDS)
def test_each_kind_expects_some_sections(name: str) -> None:
    assert [section.key for section in PACKAGES[name].sections if section.expected]


@pytest.mark.parametrize(
    ("package", "key", "title"), EXPECTED, ids=[f"{package.id}-{key}" for package, key, _title in EXPECTED]
)
def test_a_section_that_was_deleted_is_missed_by_its_name(package: Package, key: str, title: str) -> None:
    plan, _problems = load(package.folder / "example.yaml")
    del plan[key]
    missed = [problem for problem in docgen.check(dict(plan)) if problem.id == "STR-001"]
    assert [problem.message for problem in missed] == [f"没有“{title}”一章"]


@pytest.mark.parametrize(
    ("package", "key", "title"), EXPECTED, ids=[f"{package.id}-{key}" for package, key, _title in EXPECTED]
)
def test_a_section_may_stand_among_the_chapters_too(package: Package, key: str, title: str) -> None:
    plan = {"标题": "甲", "模板": package.name, "章节": [{"标题": title, "正文": "乙丙丁。"}]}
    try:
        document = docgen.render(plan)
    except docgen.DocgenError as stopped:  # what the kind of 公文 asks for beside
        assert "STR-001" not in {problem.id for problem in stopped.problems}
        return
    assert "乙丙丁。" in document.to_bytes("txt").decode("utf-8")


HEAD = {"职务": "局长", "姓名": "甲乙"}


def lines(**plan: Any) -> list[str]:
    text = docgen.render({"单位": "某县教育局", **plan}).to_bytes("txt").decode("utf-8")
    return [line.strip("\u3000 ") for line in text.splitlines() if line.strip("\u3000 ")]


@pytest.mark.parametrize(
    ("plan", "title"),
    [
        ({"模板": "行动计划", "事由": "质量提升", "年度": "2027—2029"}, "质量提升行动计划（2027—2029年）"),
        ({"模板": "行动计划", "事由": "质量提升"}, "质量提升行动计划"),
        ({"模板": "工作方案", "事由": "抓质量"}, "抓质量工作方案"),
        ({"模板": "工作思路", "年度": "2027"}, "2027年工作思路"),
        ({"模板": "工作要点", "学年": "2026—2027"}, "2026—2027学年度工作要点"),
        ({"模板": "实施意见", "事由": "加强体育", "行文": "下行"}, "关于加强体育的实施意见"),
        ({"模板": "总结报告", "年度": "2026"}, "2026年工作总结报告"),
        ({"模板": "总结报告", "事由": "控辍保学"}, "关于控辍保学的总结报告"),
        ({"模板": "标准化建设计划", "年度": "2027"}, "2027年标准化建设计划"),
        ({"模板": "教学工作计划", "学年": "2026—2027", "学期": "1"}, "2026—2027学年度第一学期教学工作计划"),
        ({"模板": "教研计划", "教研组": "语文教研组", "年度": "2027"}, "语文教研组2027年教研计划"),
        ({"模板": "教研计划", "年度": "2027"}, "2027年教研计划"),
        ({"模板": "安全工作计划", "年度": "2027"}, "2027年安全工作计划"),
        ({"模板": "述职报告", "年度": "2026", "述职人": HEAD}, "局长甲乙2026年述职报告"),
        ({"模板": "述职报告", "述职人": dict.fromkeys(HEAD, "待填")}, "（述职人待填）述职报告"),
        ({"模板": "述职报告", "述职人": {**HEAD, "姓名": "待填"}}, "局长（姓名待填）述职报告"),
        ({"模板": "述职报告", "述职人": {**HEAD, "职务": "待填"}}, "（职务待填）甲乙述职报告"),
        ({"模板": "述职报告", "年度": "2026"}, "2026年述职报告"),
    ],
)  # fmt: skip
def test_each_kind_composes_its_title(plan: dict[str, Any], title: str) -> None:
    assert lines(**plan, 引言="好。")[0] == f"某县教育局{title}"


def test_a_title_of_the_plans_own_goes_before() -> None:
    assert lines(模板="行动计划", 标题="三年行动计划", 引言="好。")[0] == "三年行动计划"


def test_an_opinion_of_several_organs_names_them_in_its_title() -> None:
    plan = {"模板": "实施意见", "事由": "加强体育", "引言": "好。"}
    signed = {"署名": ["甲局", "乙局", "丙局", "丁局"]}
    assert lines(**plan, 落款=signed)[0] == "甲局等四部门关于加强体育的实施意见"


@pytest.mark.parametrize(
    ("closing", "last"),
    [(None, "以上报告，请予评议。"), ("请批评指正。", "请批评指正。"), ("无", "好。")],
)
def test_a_report_on_duties_asks_to_be_judged(closing: str | None, last: str) -> None:
    plan = {"结语": closing} if closing else {}
    assert lines(模板="述职报告", 年度="2026", 引言="好。", **plan)[-1] == last


def rows(**plan: Any) -> list[tuple[Any, ...]]:
    """The rows of the first table of a paper."""
    document = docgen.render({"标题": "甲", **plan})
    return list(next(block for block in document.paper.blocks if isinstance(block, Table)).rows)


WORKS = [
    {"项目": "跑道", "金额": "168.00"},
    {"项目": "实验室", "单价": "12.50", "数量": "2"},
    {"项目": "宿舍", "单价": "5.40", "数量": "12"},
]


def test_what_is_to_be_built_is_added_up_in_the_table_and_in_words() -> None:
    plan = {"模板": "标准化建设计划", "投资估算": "见下表。", "投资": WORKS}
    amounts = [row[-1] for row in rows(**plan)]
    assert amounts == ["投资（万元）", "168.00", "25.00", "64.80", "257.80"]
    assert "以上合计需资金257.80万元。" in lines(标题="甲", **plan)


def test_an_amount_that_does_not_add_up_is_an_error() -> None:
    wrong = [{**WORKS[1], "金额": "26"}]
    plan = {"标题": "甲", "模板": "标准化建设计划", "投资估算": "见下表。", "投资": wrong}
    assert "TRE-019" in {problem.id for problem in docgen.check(plan)}


def test_what_is_there_is_held_to_the_standard() -> None:
    there = [
        {"项目": "跑道", "计量单位": "米", "标准": "200", "现有": "60"},
        {"项目": "图书", "计量单位": "册", "标准": "3000", "现有": "3200"},
        {"项目": "围墙", "标准": "有", "现有": "有"},
    ]
    found = rows(模板="标准化建设计划", 基本情况="见下表。", 现有条件=there)
    assert found == [
        ("项目", "单位", "标准", "现有", "缺口"),
        ("跑道", "米", "200", "60", "140"),
        ("图书", "册", "3000", "3200", "0"),
        ("围墙", "", "有", "有", ""),
    ]


def test_indicators_stand_by_kind_of_school_and_year() -> None:
    goals = [
        {"组": "小学", "名称": "巩固率", "目标": {"2028": "99.9", "2027": "99.8"}},
        {"组": "小学", "名称": "合格率", "目标": {"2027": "90"}},
        {"组": "初中", "名称": "巩固率", "目标": {"2027": "98"}, "责任": "基础教育股"},
    ]
    found = rows(模板="行动计划", 主要目标="见下表。", 指标=goals)
    assert found[0] == ("学段", "指标", "2027年", "2028年", "责任股室")
    assert found[1][0].down == 2
    assert found[2] == ("合格率", "90", "", "")
    assert found[3] == ("初中", "巩固率", "98", "", "基础教育股")


def test_the_events_of_an_action_plan_have_their_own_columns() -> None:
    events = [{"日期": "2027-10", "事项": "抽测", "责任": ["教研室", "督导室"]}]
    assert rows(模板="行动计划", 活动安排="如下。", 活动=events) == [
        ("时间", "项目", "责任股室"),
        ("10月", "抽测", "教研室、督导室"),
    ]


def test_hazards_and_topics_become_tables() -> None:
    hazards = [{"部位": "食堂", "隐患": "线路老化", "责任": ["总务处"], "时限": "2027-03"}]
    assert rows(模板="安全工作计划", 隐患整治="如下。", 隐患=hazards)[1] == (
        "1", "食堂", "线路老化", "总务处", "2027年3月",
    )  # fmt: skip
    topics = [{"题目": "习作评改", "主持": "甲", "成员": ["乙", "丙"]}]
    assert rows(模板="教研计划", 专题研究="如下。", 专题=topics)[1] == ("1", "习作评改", "甲", "乙、丙")


def test_the_numbers_of_key_points_may_start_anew_with_each_group() -> None:
    groups = [{"标题": "甲", "条目": ["乙。"]}, {"标题": "丙", "条目": ["丁。"]}]
    plan = {"模板": "工作要点", "标题": "要点", "要点": groups}
    assert [line for line in lines(**plan) if line[0].isdigit()] == ["1.乙。", "2.丁。"]
    anew = lines(**plan, 编号={"连续": []})
    assert [line for line in anew if line[0].isdigit()] == ["1.乙。", "1.丁。"]


@pytest.mark.parametrize(
    ("kind", "name", "row", "section"),
    [
        ("标准化建设计划", "投资", {"项目": "跑道"}, "投资估算"),
        ("标准化建设计划", "现有条件", {"项目": "跑道"}, "基本情况"),
        ("安全工作计划", "隐患", {"部位": "食堂", "隐患": "漏水"}, "隐患整治"),
        ("教研计划", "专题", {"题目": "习作"}, "专题研究"),
    ],
)
def test_a_list_whose_section_is_not_there_is_told(
    kind: str, name: str, row: dict[str, Any], section: str
) -> None:
    plan = {"模板": kind, "标题": "甲", name: [row]}
    (told,) = [problem for problem in docgen.check(plan) if problem.id == "TRE-006"]
    assert told.message == f"“{name}”没有印出来：没有“{section}”一章"
    with_section = {**plan, section: "见下表。"}
    assert "TRE-006" not in {problem.id for problem in docgen.check(with_section)}


def test_nothing_is_added_up_where_nothing_has_an_amount() -> None:
    plan = {"模板": "标准化建设计划", "投资估算": "见下表。", "投资": [{"项目": "跑道"}]}
    assert lines(标题="甲", **plan)[-1] == "1\t跑道"


def test_what_is_done_about_a_problem_is_one_paragraph() -> None:
    wrong = {"模板": "总结报告", "标题": "甲", "问题与对策": [{"问题": "缺人", "对策": "一段。\n二段。"}]}
    (told,) = [problem for problem in docgen.check(wrong) if problem.id == "SCM-006"]
    assert told.message == "“问题与对策”第1项的“对策”写得不对：只能写一段，几条的写成列表"


def test_problems_may_be_written_as_any_other_section() -> None:
    plan = {"模板": "总结报告", "标题": "甲", "问题与对策": [{"标题": "缺人。", "正文": "乙。"}]}
    assert lines(**plan)[1:] == ["一、问题与对策", "（一）缺人。乙。"]


@pytest.mark.parametrize(
    ("template", "name", "value", "chapter"),
    [
        ("工作计划", "活动", [{"日期": "9月10日", "事项": "表彰"}], "具体安排"),
        ("工作计划", "机构", {"名称": "小组", "组长": "甲"}, "保障措施"),
        ("实施方案", "指标", [{"名称": "合格率", "目标": "90"}], "工作目标"),
    ],
)
def test_a_list_whose_chapter_is_missing_names_it(template: str, name: str, value: Any, chapter: str) -> None:
    plan = {"模板": template, "单位": "某校", "事由": "甲", "标题": "甲", name: value}
    (told,) = [problem for problem in docgen.check(plan) if problem.id == "TRE-006"]

    assert told.message == f"“{name}”没有印出来：没有“{chapter}”一章"
    assert f"在计划里补上“{chapter}:”" in told.hint and f"“- 取自: {name}”" in told.hint
    found = docgen.check({**plan, chapter: "如下。"})
    assert "TRE-006" not in {problem.id for problem in found}
