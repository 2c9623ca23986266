"""The templates of plans, schemes, key points and summaries: their sections, layers, titles and figures.

The structures are those that papers of each kind have in schools and bureaus; the words are made up.
"""

from __future__ import annotations

from typing import Any

import pytest
import yaml

import docgen
from docgen.document import Heading, Table, plain
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


def outline(text: str) -> list[str]:
    """The labels and words of headings and items of the plan written in YAML; a paper's own texts that
    stand behind a heading follow it after a bar."""
    document = docgen.render(yaml.load(text, Loader=yaml.BaseLoader))
    numbered = document.numbered
    return [
        f"{label.text}{plain(block.content)}"
        + (f"|{plain(block.body)}" if isinstance(block, Heading) and block.body else "")
        for block, label in zip(numbered.paper.blocks, numbered.labels, strict=True)
        if label and not isinstance(block, Table)
    ]


ACTION = """
模板: 行动计划
标题: 三年行动计划
指导思想: 一段话。
主要目标:
  - {标题: 入园率, 正文: [{取自: 指标, 指标: 入园率}]}
  - {标题: 合格率, 小节: [{标题: 小学, 正文: [{取自: 指标, 组: 小学}]}]}
指标: [{组: 城镇, 名称: 入园率, 目标: {2027: 1}}, {组: 小学, 名称: 合格率, 目标: {2027: 2}}]
提升策略:
  - 标题: 健全机制
    小节: [{标题: 星级机制, 条目: [自评。, 复核。]}, {标题: 考核机制, 条目: [量化。]}]
  - 标题: 开展活动
    小节: [{标题: 论坛, 正文: 每年一次。}]
达标措施: [{标题: 营造氛围。, 正文: 广泛宣传。}, {标题: 推进课改。, 正文: 总结经验。}]
活动安排: {正文: 见下表。}
"""
SCHEME = """
模板: 工作方案
标题: 工作方案
指导思想: 一段话。
工作目标: [目标甲。, 目标乙。]
工作举措: [举措甲。, 举措乙。, 举措丙。]
"""
IDEAS = """
模板: 工作思路
标题: 工作思路
总体思路: 一段话。
主要举措:
  - {标题: 抓党建。, 正文: 甲。}
  - {标题: 抓质量。, 正文: 乙。, 小节: [{标题: 抓常规。, 正文: 丙。, 条目: [丁。]}]}
章节: [{标题: 抓安全。, 正文: 戊。}]
"""
POINTS = """
模板: 工作要点
标题: 工作要点
总体要求: 一段话。
要点:
  - {标题: 抓政策落实。, 小节: [{标题: 绩效考核。, 正文: 甲。}, {标题: 攻坚计划。, 正文: 乙。}]}
  - {标题: 办惠生实事, 小节: [{标题: 全员家访。, 正文: 丙。, 条目: [一户一册。, 一月一次。]}]}
  - {标题: 补短板, 条目: [制度。, 队伍。]}
章节: [{标题: 工作保障, 条目: [经费。]}]
"""
OPINION = """
模板: 实施意见
标题: 关于甲的实施意见
总体要求: [{标题: 指导思想。, 正文: 甲。}, {标题: 基本原则。, 做法: [乙, 丙]}]
重点任务: [{标题: 开好课程, 条目: [丁。, 戊。]}]
保障措施: [{标题: 加强领导。, 正文: 己。}]
"""
SUMMARY = """
模板: 总结报告
标题: 总结报告
工作开展情况: [{标题: 条件改善。, 正文: 投入加大。, 做法: [建校, 换灯]}]
问题与对策: [{问题: 教师不足, 表现: 缺三人。, 对策: [招聘, 交流]}, {问题: 经费不足, 对策: 申请补助}]
下阶段工作: [巩固率达到百分之九十九。, 招聘十人。]
"""
STANDARD = """
模板: 标准化建设计划
标题: 建设计划
目标任务: 一段话。
基本情况:
  - {标题: 学校基本情况：, 正文: 占地若干。}
  - {标题: 主要问题：, 条目: [场地小。, 器材少。]}
存在问题: [缺跑道。]
建设任务: |
  一是改善条件。
  二是加强队伍。
投资估算: {条目: [建跑道。, 建宿舍。]}
"""
TEACHING = """
模板: 教学工作计划
标题: 教学工作计划
现状分析: 一段话。
质量目标: [{标题: 抓队伍。, 正文: 甲。}, {标题: 抓学风。, 正文: 乙。}]
组织领导: 名单如下。
机构: {组长: '', 成员: ''}
具体措施:
  - {标题: 加强领导, 正文: 丙。}
  - 标题: 管好过程
    正文: 丁。
    小节: [{标题: 备课, 条目: [提前备课。, 集体备课。]}, {标题: 上课, 条目: [不迟到。]}]
"""
RESEARCH = """
模板: 教研计划
标题: 教研计划
指导思想: 一段话。
工作目标: [甲。, 乙。]
工作重点: [{标题: 学习标准。, 正文: 丙。}, {标题: 研究课堂, 条目: [丁。, 戊。]}]
活动安排: 另行通知。
"""
SAFETY = """
模板: 安全工作计划
标题: 安全工作计划
指导思想: 一段话。
工作目标: 不出事故。
主要工作:
  - {标题: 开展安全教育。, 接排: 否, 正文: 甲。}
  - {标题: 健全制度。, 小节: [{标题: 落实责任。, 正文: 乙。, 做法: [丙, 丁]}, {标题: 落实检查。, 正文: 戊。}]}
组织领导: 己。
"""
DUTY = """
模板: 述职报告
标题: 述职报告
履职情况: [{标题: 抓教学。, 正文: 甲。, 做法: [乙, 丙]}, {标题: 抓管理, 条目: [丁。]}]
存在的问题: [学习不够, 调研不够]
今后打算: [多学习。, 多调研。]
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ACTION, """
            一、指导思想
            二、主要目标 1.入园率 2.合格率 （1）小学
            三、提升策略
            （一）健全机制 1.星级机制 （1）自评。 （2）复核。 2.考核机制 （1）量化。
            （二）开展活动 1.论坛
            四、达标措施 1.营造氛围。|广泛宣传。 2.推进课改。|总结经验。
            五、活动安排
        """),
        (SCHEME, """
            一、指导思想
            二、工作目标 1.目标甲。 2.目标乙。
            三、工作举措 1.举措甲。 2.举措乙。 3.举措丙。
        """),
        (IDEAS, """
            （一）抓党建。|甲。
            （二）抓质量。|乙。 1.抓常规。|丙。 （1）丁。
            （三）抓安全。|戊。
        """),
        (POINTS, """
            一、抓政策落实。 1.绩效考核。|甲。 2.攻坚计划。|乙。
            二、办惠生实事 3.全员家访。|丙。 （1）一户一册。 （2）一月一次。
            三、补短板 4.制度。 5.队伍。
            四、工作保障 6.经费。
        """),
        (OPINION, """
            一、总体要求 （一）指导思想。|甲。 （二）基本原则。|一是乙；二是丙。
            二、重点任务 （一）开好课程 1.丁。 2.戊。
            三、保障措施 （一）加强领导。|己。
        """),
        (SUMMARY, """
            一、工作开展情况 （一）条件改善。|投入加大。一是建校；二是换灯。
            二、问题与对策 （一）教师不足。|缺三人。 （二）经费不足。|对策：申请补助
            三、下阶段工作 1.巩固率达到百分之九十九。 2.招聘十人。
        """),
        (STANDARD, """
            一、目标任务
            二、基本情况 1.学校基本情况：|占地若干。 2.主要问题： （1）场地小。 （2）器材少。
            三、存在问题 1.缺跑道。
            四、建设任务
            五、投资估算 1.建跑道。 2.建宿舍。
        """),
        (TEACHING, """
            一、现状分析
            二、质量目标 1.抓队伍。|甲。 2.抓学风。|乙。
            三、组织领导
            四、具体措施 1.加强领导 2.管好过程 （1）备课 ①提前备课。 ②集体备课。 （2）上课 ①不迟到。
        """),
        (RESEARCH, """
            一、指导思想
            二、工作目标 1.甲。 2.乙。
            三、工作重点 （一）学习标准。|丙。 （二）研究课堂 1.丁。 2.戊。
            四、活动安排
        """),
        (SAFETY, """
            一、指导思想
            二、工作目标
            三、主要工作 （一）开展安全教育。
            （二）健全制度。 1.落实责任。|乙。一是丙；二是丁。 2.落实检查。|戊。
            四、组织领导
        """),
        (DUTY, """
            一、履职情况 （一）抓教学。|甲。一是乙；二是丙。 （二）抓管理 1.丁。
            二、存在的问题
            三、今后打算 1.多学习。 2.多调研。
        """),
    ],
    ids=KINDS,
)  # fmt: skip
def test_the_layers_of_each_kind_are_those_of_its_papers(text: str, expected: str) -> None:
    if "实施意见" in text:
        text += "单位: 某县教育局\n行文: 下行\n"
    assert outline(text) == expected.split()


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
    assert "以上3项合计需资金257.80万元。" in lines(标题="甲", **plan)


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
