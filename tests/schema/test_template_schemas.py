"""The schemas of the built-in templates: legal, said in Chinese, and wide enough for what plans hold."""

from collections.abc import Iterator
from typing import Any

import jsonschema_rs
import pytest

from docgen.schema import shape
from docgen.schema.schema import Schema
from docgen.schema.shape import Shape
from docgen.template import shelf

NAMES = ("base", *(package.id for package in shelf.catalogue()))


@pytest.mark.parametrize("name", NAMES)
def test_each_schema_is_legal_and_closed(name: str, schemas: dict[str, Schema]) -> None:
    mapping = schemas[name].mapping
    jsonschema_rs.meta.validate(mapping)
    assert schemas[name].validator.is_valid({"标题": "计划"})
    assert mapping["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert mapping["additionalProperties"] is False


@pytest.mark.parametrize("name", NAMES)
def test_every_reference_leads_somewhere(name: str, schemas: dict[str, Schema]) -> None:
    mapping = schemas[name].mapping
    references = [node["$ref"] for node in _nodes(mapping) if "$ref" in node]
    assert [one for one in references if not shape.resolve(mapping, one)] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_key_at_the_top_has_a_title_and_a_description(name: str, schemas: dict[str, Schema]) -> None:
    silent = [
        key
        for key, wanted in schemas[name].shape.keys.items()
        if not any("title" in node for node in wanted.nodes)
        or not any("description" in node for node in wanted.nodes)
    ]
    assert silent == []


@pytest.mark.parametrize("name", NAMES)
def test_no_other_name_is_a_key_of_its_own_beside(name: str, schemas: dict[str, Schema]) -> None:
    taken = [
        (key, other)
        for made in _shapes(schemas[name].shape)
        for key, wanted in made.keys.items()
        for other in wanted.aliases() & set(made.keys)
    ]
    assert taken == []


def test_every_pattern_and_choice_of_keys_says_why_it_fails(schemas: dict[str, Schema]) -> None:
    mute = [
        node
        for schema in schemas.values()
        for node in _nodes(schema.mapping)
        if ("pattern" in node or "not" in node or _chooses_keys(node)) and "说明" not in node
    ]
    assert mute == []


WIDE = """\
模板: 工作计划
单位: 某某市实验中学
学年: 2026—2027
学期:
  名称: 第一学期
  开学: 2026-09-01
  结束: 2027-01-22
  周起: 周一
  预备周: 是
  放假: [2026-10-01, {名称: 国庆节, 日期: 2026-10-01, 至: 2026-10-07}]
标题: [某某市实验中学, 工作计划]
副标题: 甲
稿: 征求意见稿
题注: （2026年8月20日校务会议通过）
主送: [各处室, 各年级组]
引言: |
  第一段。
  第二段。
指导思想: 一段话。
工作目标:
  - 一段话。
  - 取自: 指标
    组: 小学
  - 条目: [甲, {内容: 乙, 条目: [丙]}]
    层次: 4
重点工作:
  - 标题: 抓实教学常规。
    代号: 常规
    责任: {牵头: [教务处], 配合: 各教研组}
    条目:
      - 内容: 检查两轮。
        责任: [教务处, 教研室]
        时限: 2026年10月
        完成: 已完成
        编号: 无
  - 标题: 乙
    小节层次: 4
    小节: [{标题: 丙, 接排: 否, 重新编号: 是, 结语: 丁}]
保障措施:
  正文: 甲
  条目: 乙
  表格:
    - 列: [时间, '', {名称: 项目, 宽: 40, 对齐: 中}, 项目]
      行: [[甲, '', {内容: 乙, 跨列: 2, 跨行: 1, 对齐: 右}]]
      表头行: 1
      合计: [项目]
      横排: 否
      标题: 表
具体安排: [{取自: 活动, 列: [时间, 事项], 月份: 9—12}, {图片: {文件: 甲.png, 宽: 120, 标题: 图}}]
章节:
  - {标题: 附则, 正文: [甲, {机构: {名称: 乙, 成员: 丙}}, {表格: {列: [甲]}}]}
指标:
  - {组: 小学, 名称: 巩固率, 计量单位: "%", 基期: 99.1, 目标: {2026: 99.3, 2027: ≥99.5}, 属性: 约束性}
  - {名称: 体质合格率, 目标: 98, 实际: {2026: 97.2}, 责任: 体育组}
活动:
  - {日期: 第5周, 时间: 14:30—16:00, 事项: 运动会, 责任: 体育组, 地点: 操场, 重复: 每周一, 备注: 雨天顺延}
机构:
  - {名称: 领导小组, 组长: {姓名: 甲, 职务: 校长}, 副组长: [{姓名: 乙}, {职务: 教导主任}], 成员: []}
  - {名称: 工作专班, 联络员: 丙}
经费: [{项目: 奖品, 单价: 12.5, 数量: 40, 金额: 500, 来源: 公用经费}]
结语: 特此通知。
附件: [甲, {名称: 乙, 文件: 乙.docx}, {名称: 丙, 正文: [丁], 另装: 是}, {名称: 戊, 另附: 是}]
落款: {署名: [某校, 某局], 日期: 待填, 盖章: 是, 印章: [甲.png, {文件: 乙.png, 宽: 40}]}
附注: （联系人：甲）
编号: {方式: 文本, 跳层: 否, 连续: [3]}
格式: {继承: gbt9704, 版心: {行数: 21}}
版式: 公文
事由: 开展检查
版头:
  {份号: 000001, 密级: 秘密★1年, 紧急程度: 特急, 机关标志: [某局], 文件: 是,
  发文字号: 某教发〔2026〕3号, 签发人: [甲, 乙], 预印: 否}
版记: {主送: [乙], 抄送: [甲], 印发机关: 乙, 印发日期: 2026-09-01, 双页: 是}
出席: [甲, {姓名: 乙, 职务: 主任}]
请假: 丙
列席: {姓名: 丁}
印发: [计划.yaml, {文件: 方案.docx, 名称: 方案, 附件标记: 是}]
"""


def test_a_plan_may_hold_all_that_the_design_names(schemas: dict[str, Schema], checked: Any) -> None:
    assert checked(WIDE, schemas["work-plan"])[1] == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "implementation-plan",
            "实施步骤: [{阶段: 动员部署, 起: 2026-09-01, 止: 9月底, 条目: [乙]}]",
        ),
        ("implementation-plan", "实施步骤: [{标题: 动员部署, 正文: 甲}]"),
        ("implementation-plan", "组织领导: 甲\n机构: {名称: 乙, 组长: ''}"),
        ("work-summary", "主要工作及成效: [{标题: 甲, 正文: 乙, 成效: [丙, 丁]}, {标题: 戊, 正文: 己}]"),
        ("work-summary", "存在的问题: [甲, 乙]\n下一步打算: {条目: [丙]}"),
        ("general", "标题: 甲\n章节: [{标题: 乙}]"),
    ],
)
def test_each_template_takes_its_own_sections(
    name: str, text: str, schemas: dict[str, Schema], checked: Any
) -> None:
    assert checked(text, schemas[name])[1] == []


def _nodes(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        yield part
        for value in part.values():
            yield from _nodes(value)
    elif isinstance(part, list):
        for value in part:
            yield from _nodes(value)


def _shapes(root: Shape) -> Iterator[Shape]:
    todo, seen = [root], {id(root)}
    while todo:
        made = todo.pop()
        yield made
        for further in [made.items, *made.keys.values()]:
            if id(further) not in seen:
                seen.add(id(further))
                todo.append(further)


def _chooses_keys(node: dict[str, Any]) -> bool:
    return any(set(branch) == {"required"} for branch in node.get("oneOf", ()))
