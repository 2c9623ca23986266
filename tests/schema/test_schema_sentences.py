"""Every sentence of the schema stage: id, place, words, excerpt and hint."""

from typing import Any

import pytest

from docgen.problems import DocgenError, Place, Problem
from docgen.schema.check import check
from docgen.schema.schema import Schema
from docgen.source.load import from_mapping

Case = tuple[str, str, tuple[int, int], str, str, str]

# fmt: off
KEYS: list[Case] = [
    (
        "指导思相: 甲\n",
        "SCM-001", (1, 1), "“指导思相”不是这里能用的键",
        "指导思相: 甲", "您是不是要写“指导思想”？",
    ),
    (
        "章节:\n- 标题: 甲\n  子节: []\n",
        "SCM-001", (3, 3), "“章节”第1项里的“子节”不是这里能用的键",
        "子节:", "您是不是要写“小节”？",
    ),
    (
        "重点工作:\n- 标题: 甲\n  责任部门: 教务处\n",
        "SCM-001", (3, 3), "“重点工作”第1项里的“责任部门”不是这里能用的键",
        "责任部门: 教务处", "您是不是要写“责任”？",
    ),
    (
        "署名: 某校\n",
        "SCM-001", (1, 1), "“署名”不是这里能用的键",
        "署名: 某校", "您是不是要写“落款”？",
    ),
    (
        "责任: 教务处\n",
        "SCM-001", (1, 1), "“责任”不是这里能用的键",
        "责任: 教务处", "“责任”要写在“章节”“指标”“活动”等里面，检查这一行的缩进",
    ),
    (
        "盖章: 是\n",
        "SCM-001", (1, 1), "“盖章”不是这里能用的键",
        "盖章: 是", "“盖章”要写在“落款”里面，检查这一行的缩进",
    ),
    (
        "落款:\n  署名: 某校\n  主送: 各班\n",
        "SCM-001", (3, 3), "“落款”里的“主送”不是这里能用的键",
        "主送: 各班", "“主送”要写在最外层，顶格写",
    ),
    (
        "落款: {署名: 某校, 电报挂号: 1234}\n",
        "SCM-001", (1, 14), "“落款”里的“电报挂号”不是这里能用的键",
        "电报挂号: 1234", "这里可以写：日期、盖章、印章、签名章",
    ),
    (
        "章节:\n- 标提: 甲\n",
        "SCM-001", (2, 3), "“章节”第1项里的“标提”不是这里能用的键",
        "标提: 甲", "您是不是要写“标题”？",
    ),
    (
        "章节:\n- 正文: 甲\n",
        "SCM-002", (2, 3), "“章节”第1项缺少“标题”",
        "正文: 甲", "补上一行“标题: ……”",
    ),
    (
        "学期: {周起: 周一}\n",
        "SCM-002", (1, 1), "“学期”缺少“名称”",
        "学期:", "补上一行“名称: 第一学期”",
    ),
    (
        "章节:\n- 标题: 甲\n  表格: {行: []}\n",
        "SCM-002", (3, 3), "“章节”第1项的“表格”缺少“列”",
        "表格:", "补上一行“列: ……”",
    ),
]

KINDS: list[Case] = [
    (
        "章节: 甲\n",
        "SCM-003", (1, 5), "“章节”应该是列表，这里是文字",
        "章节: 甲", "换行，每项一行，以“- ”开头",
    ),
    (
        "标题: {甲: 乙}\n",
        "SCM-003", (1, 1), "“标题”应该是文字或列表，这里是对照表",
        "标题:", "换行，每项一行，以“- ”开头",
    ),
    (
        "引言: [甲]\n",
        "SCM-003", (1, 1), "“引言”应该是文字，这里是列表",
        "引言:", "写成一段文字",
    ),
    (
        "章节:\n- 甲\n",
        "SCM-003", (2, 3), "“章节”第1项应该是对照表，这里是文字",
        "- 甲",
        "换行缩进，每行写“键: 内容”，可以写："
        "标题、正文、做法、条目、表格、小节、结语、责任、时限、完成、代号、编号等16个",
    ),
    (
        "落款: 署名：某校\n",
        "SCM-003", (1, 5), "“落款”应该是对照表，这里是文字",
        "落款: 署名：某校", "“署名”后面要用半角冒号加一个空格，写成“署名: ”",
    ),
    (
        "章节: 标题：甲\n",
        "SCM-003", (1, 5), "“章节”应该是列表，这里是文字",
        "章节: 标题：甲", "“标题”后面要用半角冒号加一个空格，写成“标题: ”",
    ),
    (
        "指导思想:\n- 一是加强领导: 落实责任\n",
        "SCM-003", (2, 3), "“指导思想”第1项的“一是加强领导”被冒号分成了键，不是一句话",
        "一是加强领导: 落实责任", "是一句话就用全角冒号：一是加强领导：落实责任",
    ),
    (
        "指标:\n- {名称: 甲, 目标: [1]}\n",
        "SCM-003", (2, 11), "“指标”第1项的“目标”应该是文字或对照表，这里是列表",
        "目标:", "换行缩进，每行写“键: 内容”",
    ),
    (
        "指标:\n- {名称: 甲, 目标: {2027: [1]}}\n",
        "SCM-003", (2, 16), "“指标”第1项的“目标”的“2027”应该是文字，这里是列表",
        "2027:", "写成一段文字",
    ),
    (
        "经费:\n- {项目: 甲, 金额: 约1200元}\n",
        "SCM-003", (2, 15), "“经费”第1项的“金额”应该是数字，这里写的是“约1200元”",
        "金额: 约1200元", "只写数字：1200",
    ),
    (
        "经费:\n- {项目: 甲, 金额: 3百多}\n",
        "SCM-003", (2, 15), "“经费”第1项的“金额”应该是数字，这里写的是“3百多”",
        "金额: 3百多", "只写数字，不带单位，如 1200 或 99.5",
    ),
    (
        "经费:\n- {项目: 甲, 金额: 三百元}\n",
        "SCM-003", (2, 15), "“经费”第1项的“金额”应该是数字，这里写的是“三百元”",
        "金额: 三百元", "只写数字，不带单位，如 1200 或 99.5",
    ),
    (
        "编号: {连续: [1, 二]}\n",
        "SCM-003", (1, 14), "“编号”的“连续”第2项应该是整数，这里写的是“二”",
        "- 二", "只写整数，如 3",
    ),
    (
        "落款: {盖章: 盖}\n",
        "SCM-003", (1, 10), "“落款”的“盖章”应该是“是”或“否”，这里写的是“盖”",
        "盖章: 盖", "写“是”或“否”",
    ),
    (
        "落款: {日期: 九月一日}\n",
        "SCM-003", (1, 10), "“落款”的“日期”应该是日期，这里写的是“九月一日”",
        "日期: 九月一日", "写成 2026-09-01 或 2026年9月1日",
    ),
    (
        "落款: {日期: 9 月 1 号}\n",
        "SCM-003", (1, 10), "“落款”的“日期”应该是日期，这里写的是“9 月 1 号”",
        "日期: 9 月 1 号", "补上年份，如 2026年9月1日",
    ),
    (
        "落款: {日期: 46300}\n",
        "SCM-003", (1, 10), "“落款”的“日期”应该是日期，这里写的是“46300”",
        "日期: 46300", "这是表格里日期的序号，写成“2026-10-05”；单元格的格式先改成文本",
    ),
    (
        "落款: {日期: 2026年9月}\n",
        "SCM-003", (1, 10), "“落款”的“日期”应该是日期，这里写的是“2026年9月”",
        "日期: 2026年9月", "补上是哪一天，如 2026年9月1日",
    ),
    (
        "落款: {日期: 二〇二六年二月三十日}\n",
        "SCM-010", (1, 10), "“落款”的“日期”写的“二〇二六年二月三十日”不是真有的日子",
        "日期: 二〇二六年二月三十日", "2026年2月是1日到28日",
    ),
    (
        "落款: {日期: [2026-09-01]}\n",
        "SCM-003", (1, 6), "“落款”的“日期”应该是日期，这里是列表",
        "日期:", "写成 2026-09-01 或 2026年9月1日",
    ),
]

LIMITS: list[Case] = [
    (
        "落款: {日期: 2026-02-30}\n",
        "SCM-010", (1, 10), "“落款”的“日期”写的“2026-02-30”不是真有的日子",
        "日期: 2026-02-30", "2026年2月是1日到28日",
    ),
    (
        "活动:\n- {日期: 2026年13月1日, 事项: 甲}\n",
        "SCM-010", (2, 8), "“活动”第1项的“日期”写的“2026年13月1日”不是真有的日子",
        "日期: 2026年13月1日", "月份是1到12",
    ),
    (
        "落款: {日期: 0000-01-01}\n",
        "SCM-010", (1, 10), "“落款”的“日期”写的“0000-01-01”不是真有的日子",
        "日期: 0000-01-01", "年份要写四位数字，如 2026",
    ),
    (
        "指标:\n- {名称: 甲, 属性: 约束}\n",
        "SCM-005", (2, 15), "“指标”第1项的“属性”不能是“约束”，只能是“约束性”或“预期性”",
        "属性: 约束", "您是不是要写“约束性”？",
    ),
    (
        "学期: {名称: 甲, 周起: 周三}\n",
        "SCM-005", (1, 17), "“学期”的“周起”不能是“周三”，只能是“周一”或“周日”",
        "周起: 周三", "",
    ),
    (
        "指导思想:\n- 取自: 活劢\n",
        "SCM-005", (2, 7), "“指导思想”第1项的“取自”不能是“活劢”，只能是“活动”“指标”“机构”“经费”“任务”"
        "“校历”“行事历”“月度安排”“周工作安排”“活动安排”“任务分解表”“指标表”“指标图”“领导小组名单”“经费预算表”之一",
        "取自: 活劢", "您是不是要写“活动”？",
    ),
    (
        "学年: 2026\n",
        "SCM-006", (1, 5), "“学年”写得不对：要写成“2026—2027”的样子",
        "学年: 2026", "例如：2026—2027",
    ),
    (
        "章节:\n- {标题: 甲, 代号: 甲 乙}\n",
        "SCM-006", (2, 15), "“章节”第1项的“代号”写得不对：不能有空格",
        "代号: 甲 乙", "",
    ),
    (
        "章节:\n- 标题: 甲\n  正文:\n  - {条目: [], 表格: {列: [甲]}}\n",
        "SCM-006", (4, 5),
        "“章节”第1项的“正文”第1项写得不对：列表的一项只能是文字、条目、表格、机构、图片、图表、取自中的一种",
        "条目:", "",
    ),
    (
        "附件: [{名称: 甲, 文件: 乙.docx, 模板: 丙}]\n",
        "SCM-006", (1, 6), "“附件”第1项写得不对：内容只能写文件、模板、正文中的一种，写了另附就都不写",
        "名称: 甲", "",
    ),
    (
        "单位: ''\n",
        "SCM-007", (1, 5), "“单位”不能是空的",
        "单位:", "例如：某某市实验中学",
    ),
    (
        "标题: []\n",
        "SCM-008", (1, 1), "“标题”至少要有1项",
        "标题:", "例如：某某市实验中学2026—2027学年度第一学期工作计划",
    ),
    (
        "机构: {名称: 甲, 组长: [{}]}\n",
        "SCM-008", (1, 18), "“机构”的“组长”第1项里至少要写1个键",
        "-", "姓名和职务，可以只写一样。",
    ),
    (
        "章节:\n- {标题: 甲, 层次: 6}\n",
        "SCM-009", (2, 15), "“章节”第1项的“层次”不能大于5",
        "层次: 6", "1是“一、”，2是“（一）”，3是“1.”，4是“（1）”，5是“①”。",
    ),
    (
        "章节:\n- {标题: 甲, 层次: 0}\n",
        "SCM-009", (2, 15), "“章节”第1项的“层次”不能小于1",
        "层次: 0", "1是“一、”，2是“（一）”，3是“1.”，4是“（1）”，5是“①”。",
    ),
    (
        "指导思想:\n- 图片: {文件: 甲.png, 宽: 0}\n",
        "SCM-009", (2, 22), "“指导思想”第1项的“图片”的“宽”要大于0",
        "宽: 0", "图片宽度（毫米）。",
    ),
]
# fmt: on


@pytest.mark.parametrize(("text", "id", "at", "message", "excerpt", "hint"), [*KEYS, *KINDS, *LIMITS])
def test_a_mistake_in_a_plan_is_told_once_with_its_place_and_repair(
    text: str,
    id: str,
    at: tuple[int, int],
    message: str,
    excerpt: str,
    hint: str,
    schemas: dict[str, Schema],
    checked: Any,
) -> None:
    _typed, problems = checked(text, schemas["work-plan"])
    told = [(one.id, one.message, one.excerpt, one.hint) for one in problems]
    assert told == [(id, message, excerpt, hint)]
    assert problems[0].place == Place("计划.yaml", *at)


OTHERS: list[tuple[dict[str, Any], Any, str, str, str]] = [
    ({"maxLength": 2}, "一二三", "SCM-007", "“甲”最多2个字", ""),
    ({"minLength": 5}, "一二三", "SCM-007", "“甲”至少要有5个字", ""),
    ({"maxItems": 1}, ["一", "二"], "SCM-008", "“甲”最多1项", ""),
    ({"uniqueItems": True}, ["一", "一"], "SCM-008", "“甲”里有重复的项", ""),
    ({"maxProperties": 0}, {"一": "二"}, "SCM-008", "“甲”里最多写0个键", ""),
    ({"type": "number", "maximum": 2}, "3", "SCM-009", "“甲”不能大于2", ""),
    ({"type": "number", "exclusiveMaximum": 3}, "3", "SCM-009", "“甲”要小于3", ""),
    ({"type": "number", "multipleOf": 2}, "3", "SCM-009", "“甲”的数字不合要求", ""),
    ({"const": "乙"}, "丙", "SCM-005", "“甲”不能是“丙”，只能是“乙”", ""),
    ({"type": "boolean", "const": True}, "否", "SCM-005", "“甲”不能是“否”，只能是“是”", ""),
    ({"enum": ["乙"]}, ["丙"], "SCM-005", "“甲”不能是“列表”，只能是“乙”", ""),
    ({"pattern": "^乙$"}, "丙", "SCM-006", "“甲”写得不对", ""),
    ({"not": {"enum": ["丙"]}, "说明": "不能写丙"}, "丙", "SCM-006", "“甲”写得不对：不能写丙", ""),
    ({"oneOf": [{"minLength": 1}, {"minLength": 2}]}, "一二", "SCM-006", "“甲”写得不对", ""),
    ({"propertyNames": {"maxLength": 1}}, {"一二": "三"}, "SCM-006", "“甲”写得不对", ""),
    ({"contains": {"const": "乙"}, "说明": "要有乙"}, ["丙"], "SCM-011", "“甲”不合这个模板的要求", "要有乙"),
    ({"dependentRequired": {"乙": ["丙"]}}, {"乙": "一"}, "SCM-002", "“甲”缺少“丙”", "补上一行“丙: ……”"),
    ({"items": False}, ["乙"], "SCM-012", "这个模板不用“甲”第1项", ""),
    ({"unevaluatedProperties": False}, {"乙": "一"}, "SCM-001", "“甲”里的“乙”不是这里能用的键", ""),
    ({"type": "string"}, True, "SCM-003", "“甲”应该是文字，这里是“是”或“否”", "写成一段文字"),
    ({"type": "array"}, 3, "SCM-003", "“甲”应该是列表，这里是数字", "换行，每项一行，以“- ”开头"),
]


@pytest.mark.parametrize(("wanted", "value", "id", "message", "hint"), OTHERS)
def test_what_other_templates_may_ask_has_its_sentence_too(
    wanted: dict[str, Any], value: Any, id: str, message: str, hint: str
) -> None:
    _typed, problems = check({"甲": value}, {"properties": {"甲": wanted}})  # type: ignore[arg-type]
    assert [(one.id, one.message, one.hint) for one in problems] == [(id, message, hint)]


def test_a_key_that_a_template_forbids_is_told_by_its_name() -> None:
    _typed, problems = check(from_mapping({"指标": []}), {"properties": {"指标": False}})
    assert [(one.id, one.message) for one in problems] == [("SCM-012", "这个模板不用“指标”")]


def test_the_title_of_a_general_paper_is_required(schemas: dict[str, Schema], checked: Any) -> None:
    _typed, problems = checked("单位: 某校\n", schemas["general"])
    assert [(one.id, one.message, str(one.place)) for one in problems] == [
        ("SCM-002", "计划缺少“标题”", "计划.yaml:1:1")
    ]


def test_a_null_of_a_program_is_named_and_one_of_a_file_is_left_to_the_reader(
    schemas: dict[str, Schema], checked: Any
) -> None:
    _typed, problems = check(from_mapping({"落款": {"署名": None}}), schemas["base"])
    assert [(one.id, one.message, one.hint) for one in problems] == [
        ("SCM-004", "“落款”的“署名”没有写内容", "写上内容；用不着就删去这一行；要留待以后填，写“待填”")
    ]
    assert checked("落款:\n  署名:\n", schemas["base"])[1] == []


def test_all_problems_are_told_at_once_in_the_order_of_the_file(
    schemas: dict[str, Schema], checked: Any
) -> None:
    text = "章节: 甲\n标提: 乙\n落款: {日期: 2026-13-01, 盖章: 盖}\n单位: ''\n"
    found: list[Problem] = checked(text, schemas["base"])[1]
    assert [one.id for one in found] == ["SCM-003", "SCM-001", "SCM-010", "SCM-003", "SCM-007"]
    assert [one.place.line for one in found if one.place] == [1, 2, 3, 3, 4]


def test_a_slip_of_a_required_key_is_not_told_as_missing_too(
    schemas: dict[str, Schema], checked: Any
) -> None:
    _typed, problems = checked("标提: 甲\n", schemas["general"])
    assert [one.id for one in problems] == ["SCM-001"]


def test_what_stands_below_an_unknown_key_is_not_judged(schemas: dict[str, Schema], checked: Any) -> None:
    _typed, problems = checked("外星人: {章节: 3, 落款: []}\n", schemas["base"])
    assert [one.id for one in problems] == ["SCM-001"]


def test_more_problems_than_anyone_reads_are_cut(schemas: dict[str, Schema], checked: Any) -> None:
    text = "".join(f"多余{number}: 甲\n" for number in range(3000))
    _typed, problems = checked(text, schemas["base"])
    assert len(problems) == 201
    assert [one.place.line for one in problems[:200] if one.place] == list(range(1, 201))
    assert (problems[-1].id, problems[-1].message) == ("SCM-015", "问题太多，只列出前200处，后面的没有再列")


def test_too_deep_nesting_stops_before_the_validator(schemas: dict[str, Schema]) -> None:
    deep: Any = "底"
    for _level in range(5000):
        deep = [deep]
    _typed, problems = check(from_mapping({"标题": "甲", "指导思想": "乙"}), schemas["work-plan"])
    assert problems == []
    _typed, problems = check({"引言": "甲", "格式": {"甲": deep}}, schemas["base"])  # type: ignore[arg-type]
    assert [(one.id, one.message) for one in problems] == [("SCM-013", "这里嵌套得太深了，最多100层")]


@pytest.mark.parametrize(
    ("faulty", "where"),
    [
        ({"type": "文字"}, "type"),
        ({"properties": {"甲": {"minLength": "一"}}}, "properties/甲/minLength"),
        ({"properties": {"甲": {"pattern": "(["}}}, "properties/甲/pattern"),
    ],
)
def test_a_faulty_schema_is_the_templates_mistake(faulty: dict[str, Any], where: str) -> None:
    with pytest.raises(DocgenError) as raised:
        check(from_mapping({}), faulty)
    (problem,) = raised.value.problems
    assert problem.id == "SCM-014"
    assert problem.message == (f"模板的 schema.yaml 不是合格的 JSON Schema（2020-12），出错的地方：{where}")
