"""The layers of the templates of plans: headings and items as papers of each kind have them.

The structures are those of papers of schools and bureaus; the words are made up.
"""

from __future__ import annotations

import pytest
import yaml

import docgen
from docgen.document import Heading, Item, plain


def outline(text: str) -> list[str]:
    """The labels and words of headings and items of the plan written in YAML; a paper's own texts that
    stand behind a heading follow it after a bar."""
    document = docgen.render(yaml.load(text, Loader=yaml.BaseLoader))
    numbered = document.numbered
    return [
        f"{label.text}{plain(block.content)}"
        + (f"|{plain(block.body)}" if isinstance(block, Heading) and block.body else "")
        for block, label in zip(numbered.paper.blocks, numbered.labels, strict=True)
        if label and isinstance(block, (Heading, Item))
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
    ids=lambda text: text.split("\n")[1].removeprefix("模板: ") if "模板" in text else "",
)  # fmt: skip
def test_the_layers_of_each_kind_are_those_of_its_papers(text: str, expected: str) -> None:
    if "实施意见" in text:
        text += "单位: 某县教育局\n行文: 下行\n"
    assert outline(text) == expected.split()


@pytest.mark.parametrize("text", [SCHEME, TEACHING, POINTS])
def test_a_word_of_the_plan_never_changes(text: str) -> None:
    printed = docgen.render(yaml.load(text, Loader=yaml.BaseLoader)).to_bytes("txt").decode("utf-8")
    assert [word for word in words(yaml.load(text, Loader=yaml.BaseLoader)) if word not in printed] == []


def words(value: object) -> list[str]:
    """All texts of a plan but its template's name."""
    if isinstance(value, dict):
        return [word for key, inner in value.items() if key != "模板" for word in words(inner)]
    return [word for inner in value for word in words(inner)] if isinstance(value, list) else [str(value)]


def test_a_named_section_may_have_a_heading_of_its_own() -> None:
    text = SCHEME.replace("工作目标: [目标甲。, 目标乙。]", "工作目标: {标题: 努力目标, 条目: [目标甲。]}")
    assert outline(text)[1:3] == ["二、努力目标", "1.目标甲。"]


@pytest.mark.parametrize(
    ("idea", "printed"),
    [
        ("{标题: 抓党建, 正文: 甲。}", "（一）抓党建。|甲。"),
        ("{标题: 抓党建, 做法: [甲, 乙]}", "（一）抓党建。|一是甲；二是乙。"),
        ("{标题: 抓党建, 正文: [甲。, {条目: [乙。]}]}", "（一）抓党建。|甲。"),
        ("{标题: 抓党建, 条目: [甲。]}", "（一）抓党建"),
        ("{标题: 抓党建, 接排: 否, 正文: 甲。}", "（一）抓党建"),
    ],
)
def test_an_idea_is_run_in_with_its_text(idea: str, printed: str) -> None:
    head = "模板: 工作思路\n标题: 甲\n总体思路: 乙\n"
    assert outline(f"{head}主要举措: [{idea}]")[0] == printed
    assert outline(f"{head}章节: [{idea}]")[0] == printed


def test_the_general_idea_may_have_parts_of_its_own() -> None:
    text = (
        "模板: 工作思路\n标题: 甲\n总体思路: [{标题: 乙。, 正文: 丙。}]\n主要举措: [{标题: 丁。, 正文: 戊。}]"
    )
    assert outline(text) == ["（一）乙。|丙。", "（二）丁。|戊。"]


def test_a_sentence_of_several_lines_is_an_item_and_what_follows_it() -> None:
    text = "模板: 工作方案\n标题: 甲\n工作目标:\n  - |\n    乙。\n    丙。\n  - 丁。\n"
    assert outline(text) == ["一、工作目标", "1.乙。", "2.丁。"]
