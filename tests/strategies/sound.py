"""Sound files, to be damaged: a plan, a text, a Word file, a workbook, a template."""

from __future__ import annotations

import io
from functools import cache

import openpyxl

import docgen
from docgen.template import shelf

PLAN = """\
模板: 工作计划
单位: 云溪县青禾小学
学年: 2026—2027
学期: {名称: 第一学期, 开学: 2026-09-01, 结束: 2027-01-22}
指导思想: |
  立德树人。
  五育并举。
工作目标: "巩固率达到99.5%。"
重点工作:
  - 标题: 抓好课堂。
    正文: 集体备课。
    条目: [推门听课, {内容: 评课, 责任: 教务处}]
    表格: {列: [月份, 工作], 行: [[九月, 开学], ["", 甲]]}
活动: [{日期: 第3周, 事项: 家长会}]
机构: {名称: 领导小组, 组长: 林晓岚}
落款: {署名: 青禾小学, 日期: 2026-09-01}
"""
SLIPS = """\
标题：甲
单位:　青禾小学
章节：
\t- 标题: “乙
  － 标题：丙，
落款: ｛日期：9月1日｝
"""
PAPER = """\
工作计划

各处室：
一、指导思想
立德树人。
（一）甲。乙
1.丙
组长：林晓岚
附件：1.表
青禾小学
2026年9月1日
附件1
表
甲\t乙
"""
FORM = (("项目", "内容"), ("模板", "工作计划"), ("单位", "青禾小学"), ("年度", 2027), ("工作目标", 0.995))
EVENTS = (("日期", "事项", "备注"), ("2026-10-15", "运动会", "操场"), ("第5周", "家长会", None))
MANIFEST = """\
id: yunxi-notice
名称: 云溪通知
版本: "1.0"
继承: 通知
发布单位: 云溪县教育局
许可: 自由使用。
说明: 统一。
"""
SCHEMA = """\
title: 云溪通知
properties:
  负责人: {type: string, maxLength: 8}
"""
BODY = """\
# 甲
{% for 章 in 各章 %}
{% include 章.部分 %}
{% endfor %}
1. {{ 负责人 }}

| a | b |
|--|--|
| c | d |
"""


@cache
def docx() -> bytes:
    """A Word file of our own."""
    chapter = {"标题": "甲", "条目": ["乙", "丙"], "表格": {"列": ["a"], "行": [["b"]]}}
    signed = {"署名": "青禾小学", "日期": "2026-09-01"}
    plan = {"标题": "工作计划", "章节": [chapter], "落款": signed}
    return docgen.render(plan, template="通用").to_bytes()


@cache
def xlsx() -> bytes:
    """A form filled in, with a list of events."""
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.active.title = "基本信息"
    events = book.create_sheet("活动")
    for sheet, rows in ((book.active, FORM), (events, EVENTS)):
        for row in rows:
            sheet.append(row)
    book.save(out)
    return out.getvalue()


@cache
def template() -> dict[str, bytes]:
    """The files of a template package."""
    sample = (shelf.find("通知").folder / "example.yaml").read_text(encoding="utf-8")
    example = sample.replace("模板: 通知", "模板: 云溪通知\n负责人: 林晓岚")
    texts = {"template.yaml": MANIFEST, "schema.yaml": SCHEMA, "body.md": BODY, "example.yaml": example}
    return {name: text.encode() for name, text in texts.items()}
