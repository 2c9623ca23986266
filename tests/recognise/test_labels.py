"""Typed numbers."""

from __future__ import annotations

import pytest

from docgen.recognise import labels
from docgen.recognise.kind import kind
from docgen.recognise.words import table
from docgen.resources import folder


@pytest.mark.parametrize(
    ("text", "raw", "layer", "numeral"),
    [
        ("一、指导思想", "一、", 1, 1),
        ("二十一、附则", "二十一、", 1, 21),
        ("（一）加强领导", "（一）", 2, 1),
        ("(十二)加强领导", "(十二)", 2, 12),
        ("（三)、加强领导", "（三)、", 2, 3),
        ("㈠加强领导", "㈠", 2, 1),
        ("1.制定计划", "1.", 3, 1),
        ("12．制定计划", "12．", 3, 12),
        ("3、制定计划", "3、", 3, 3),
        ("⒉制定计划", "⒉", 3, 2),
        ("（1）制定计划", "（1）", 4, 1),
        ("( 2 )制定计划", "( 2 )", 4, 2),
        ("⑶制定计划", "⑶", 4, 3),
        ("4）制定计划", "4）", 4, 4),
        ("①制定计划", "①", 5, 1),
        ("❷制定计划", "❷", 5, 2),
        ("第一章 总则", "第一章", 1, 1),
        ("第十二条 本办法", "第十二条", 0, 12),
        ("第二阶段：实施", "第二阶段：", labels.STAGE, 2),
        ("三是加强领导", "三是", 0, 3),
        ("第一，加强领导", "第一，", 0, 1),
        ("2.1 加强领导", "2.1", 4, 1),
        ("3.1.2 加强领导", "3.1.2", 5, 2),
        ("1.8月28日报到", "1.", 3, 1),
        ("1.2026年完成", "1.", 3, 1),
    ],
)
def test_a_number_has_a_form_a_layer_and_a_value(text: str, raw: str, layer: int, numeral: int) -> None:
    typed = labels.read(text)

    assert typed is not None
    assert (typed.raw, typed.layer, typed.numeral) == (raw, layer, numeral)


@pytest.mark.parametrize(
    "text",
    [
        "09年，科室将继续努力", "2022年7月5日", "1.5亿元", "20.5", "三、四级教师", "一、二年级", "一年来",
        "一些学校",
        "十几所学校", "1、2班", "（1）班", "（二）年级", "90年代", "10年来", "3月1日", "12:30报到",
        "5个方面", "一般来说",
    ],
)  # fmt: skip
def test_what_merely_begins_like_a_number_is_none(text: str) -> None:
    assert labels.read(text) is None


@pytest.mark.parametrize(
    "text", ["3.8妇女节", "6创建成特色学校", "一. 指导思想", "二，工作目标", "三：措施", "一 目标"]
)
def test_what_may_be_a_number_needs_a_neighbour(text: str) -> None:
    typed = labels.read(text)

    assert typed is not None
    assert typed.sure in (labels.LOOSE, labels.BARE)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("青禾小学2026—2027学年度第一学期工作计划", "工作计划"),
        ("关于印发《工作要点》的通知", "通知"),
        ("义务教育均衡发展工作计划 篇3", "工作计划"),
        ("三年行动计划（2026—2028年）", "行动计划"),
        ("高一新生衔接教育实施方案(第一阶段)", "实施方案"),
        ("2026学年第二学期行事历", "行事历"),
        ("安全工作计划范文", "安全工作计划"),
        ("年度工作总结", "工作总结"),
        ("青禾小学", ""),
    ],
)
def test_the_title_says_the_kind(title: str, name: str) -> None:
    assert kind(title) == name


def test_every_kind_is_the_name_of_a_template() -> None:
    manifests = (path.read_text("utf-8") for path in folder("templates").glob("*/template.yaml"))
    names = {line.removeprefix("名称: ") for text in manifests for line in text.splitlines()}

    assert {row["名称"] for row in table("kinds")} <= names
