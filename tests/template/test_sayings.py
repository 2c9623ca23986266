"""Jinja's English about a template, in the user's language."""

from __future__ import annotations

import jinja2
import pytest
from jinja2.sandbox import SandboxedEnvironment

from docgen.i18n import speaking
from docgen.template.sayings import said


@pytest.mark.parametrize(
    ("template", "sentence"),
    [
        ("{% if 甲 %}\n乙", "“if”没有结束，缺少elif、else、endif"),
        ("{% for 甲 in 乙 %}", "“for”没有结束，缺少endfor、else"),
        ("{% fro 甲 in 乙 %}", "“fro”不是这里能用的标签"),
        ("{% endif %}", "“endif”不是这里能用的标签"),
        ("{{ 甲", "没有写完，缺少“}}”"),
        ("{{ 甲 乙 }}", "这里应当是“}}”，写的是“乙”"),
        ("{{ }}", "“}}”前面没有写要取的值"),
        ("{{ 甲 | 默认（乙） }}", "“（”不能用在花括号里"),
        ("{{ 甲 ) }}", "多了“)”"),
        ("{# 注", "注释没有结束，缺少“#}”"),
        ("{{ 甲 | 大写 }}", "没有叫“大写”的过滤器"),
        ("{% if 甲 is 空的 %}{% endif %}", "没有叫“空的”的判断"),
        ("{{ ''.__class__.__mro__ }}", "不能取“__class__”"),
        ("{% for 甲 in range(10 ** 9) %}{% endfor %}", "循环的次数太多"),
        ("{{ 1 // 0 }}", "除数是零"),
    ],
)
def test_a_fault_is_a_chinese_sentence(template: str, sentence: str) -> None:
    with pytest.raises((jinja2.TemplateError, ArithmeticError, OverflowError)) as raised:
        SandboxedEnvironment().from_string(template).render()

    assert said(raised.value) == sentence


def test_a_fault_is_an_english_sentence_when_asked() -> None:
    with speaking("en"):
        assert said("No filter named '大写'.") == "there is no filter “大写”"


def test_an_unknown_fault_stays_as_it_is() -> None:
    assert said("something new") == "something new"
