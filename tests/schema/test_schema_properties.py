"""Whatever a plan holds, it is checked: nothing raised, nothing lost, every finding said in Chinese."""

import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.schema.check import check
from docgen.schema.schema import Schema

WORDS = (
    "标题 正文 条目 内容 小节 表格 列 行 机构 图片 取自 责任 牵头 层次 接排 章节 指导思想 重点工作 指标 "
    "名称 目标 落款 署名 日期 学期 开学 经费 金额 附件 文件 模板 学年 编号 连续 格式 标提 外星人"
)
KEYS = st.sampled_from(WORDS.split())
SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=6),
    st.sampled_from(["待填", "2026-09-01", "2026-02-30", "是", "无", "1,200", "标题：甲", "活动", ""]),
)  # fmt: skip
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(KEYS | st.text(max_size=3) | st.integers(0, 9).map(str), inner, max_size=4),
    ),
    max_leaves=20,
)
PLANS = st.dictionaries(KEYS, VALUES, max_size=6)
RELAXED = settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
ENGLISH = re.compile(r"\b(is not|schema|required|type|property|null|None|valid|True|False)\b")


@pytest.fixture(scope="module")
def schema(schemas: dict[str, Schema]) -> Schema:
    return schemas["work-plan"]


@RELAXED
@given(PLANS)
def test_any_data_is_checked_and_every_finding_has_a_sentence(schema: Schema, plan: Any) -> None:
    _typed, problems = check(plan, schema)
    for problem in problems:
        assert re.fullmatch(r"SCM-0\d\d", problem.id)
        assert re.search(r"[\u4e00-\u9fff]", problem.message)
        told = problem.message.replace(problem.excerpt, "")
        assert not ENGLISH.search(re.sub("“[^“”]*”", "", told))
    assert len(set(problems)) == len(problems)


@RELAXED
@given(PLANS)
def test_a_plan_passes_exactly_where_the_validator_lets_the_typed_plan_pass(
    schema: Schema, plan: Any
) -> None:
    typed, problems = check(plan, schema)
    again, repeated = check(typed, schema)
    assert again == typed
    assert [problem.id for problem in repeated] == [problem.id for problem in problems]


@RELAXED
@given(PLANS)
def test_no_text_and_no_key_of_a_plan_is_lost(schema: Schema, plan: Any) -> None:
    typed, _problems = check(plan, schema)
    assert _outline(typed) == _outline(plan)


def _outline(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _outline(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_outline(inner) for inner in value]
    return _scalar(value)


def _scalar(value: Any) -> str:
    answers = {"是": "True", "否": "False", "true": "True", "false": "False"}
    return answers.get(str(value).strip(), str(value).strip())
