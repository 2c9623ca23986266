"""Values written as a plan: read back the same, typed plainly where that is safe."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.plan_text.yaml_text import Noted, scalar, write
from docgen.source.characters import forbidden_in
from docgen.source.load import loads

texts = st.text(st.characters(exclude_categories=["Cs", "Co", "Cn"]), max_size=20).filter(
    lambda text: not forbidden_in(text) and text.strip() == text
)
SIGNS = st.text(st.sampled_from("中a1 -:：#,，[]{}'\"|>&*!%@`?\\\n2026.=~是"), max_size=12).filter(
    lambda text: text.strip() == text
)
words = texts | SIGNS
rows = st.lists(words, min_size=1, max_size=3)
values = st.recursive(
    words,
    lambda inner: (
        st.dictionaries(words.filter(bool), inner, min_size=1, max_size=3)
        | st.lists(inner.filter(lambda value: not isinstance(value, list)), min_size=1, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(words.filter(bool), values | st.lists(rows, min_size=1), min_size=1, max_size=4))
def test_what_is_written_is_read_back_the_same(plan: dict[str, Any]) -> None:
    read, _problems = loads(write(plan), "plan.yaml")

    assert read == plan


@pytest.mark.parametrize(
    "text, typed",
    [
        ("教务处", "教务处"),
        ("2026.10", "2026.10"),
        ("000012", "000012"),
        ("≥99.5", "≥99.5"),
        ("2026—2027", "2026—2027"),
        ("是", "是"),
        ("%", '"%"'),
        ("14:30", '"14:30"'),
        ("内容：甲", '"内容：甲"'),
        ("", '""'),
        ("null", '"null"'),
        ("-1", '"-1"'),
        ("“双减”", "“双减”"),
        ('他说"好"', '"他说\\"好\\""'),
    ],
)
def test_a_text_has_quotes_where_it_needs_them(text: str, typed: str) -> None:
    assert scalar(text) == typed
    assert loads(f"键: {typed}\n", "plan.yaml")[0] == {"键": text}


def test_comments_stand_above_what_they_are_about() -> None:
    plan = {
        "单位": Noted("某某小学", ("写全称",)),
        "成效": [
            Noted(None, ("第1项没有填",)),
            "建成操场",
            Noted({"标题": "甲", "正文": "一行\n二行"}, ("乙",)),
        ],
        "问题": [Noted(None, ("没有",))],
    }

    assert write(plan) == (
        "# 写全称\n单位: 某某小学\n"
        "成效:\n  # 第1项没有填\n  - 建成操场\n  # 乙\n  - 标题: 甲\n    正文: |\n      一行\n      二行\n"
        "# 没有\n问题: []\n"
    )


@pytest.mark.parametrize(
    "text, typed",
    [
        ("组织学习,提高认识(含教师)。", "组织学习,提高认识(含教师)。"),
        ("20**年中考;①达标率×2", "20**年中考;①达标率×2"),
        ("组织,建设:", '"组织,建设:"'),
        ("宣传:①贴标语", '"宣传:①贴标语"'),
        ("*甲", '"*甲"'),
    ],
)
def test_a_sentence_on_a_line_of_its_own_needs_fewer_quotes_than_in_a_list_in_brackets(
    text: str, typed: str
) -> None:
    assert write({"正文": text, "条目": [text]}) == f"正文: {typed}\n条目:\n  - {typed}\n"
    assert write({"条目": (text,)}) == f'条目: ["{text}"]\n'


@given(st.text(st.sampled_from("甲是责任 ,;!?()*×①05.-xe+/%“”（】、。，"), min_size=1, max_size=9))
def test_sentences_with_the_marks_of_another_keyboard_are_read_back_the_same(text: str) -> None:
    plan = {"正文": text.strip(), "条目": [text.strip(), "末"]}

    assert loads(write(plan), "plan.yaml") == (plan, [])
