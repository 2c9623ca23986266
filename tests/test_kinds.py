"""What each of the fifteen kinds of 公文 requires: every sentence, where it points, how much it weighs."""

from __future__ import annotations

import pytest

from docgen.kinds import check as kinds
from docgen.kinds.rules import RULES
from docgen.problems import Problem, Severity
from docgen.schema.check import check as check_schema
from docgen.source.load import load, loads
from docgen.template import shelf

ERROR, WARNING = Severity.ERROR, Severity.WARNING
DATA = kinds._data()
SAMPLES = [package for package in shelf.catalogue() if package.kind in kinds.KINDS]


def found(kind: str, text: str) -> list[Problem]:
    """What is wrong with the plan `text` as a paper of `kind`."""
    plan, problems = loads(text, "计划.yaml")
    typed, more = check_schema(plan, shelf.find(kind).schema)
    assert [*problems, *more] == []
    return kinds.check(kind, typed)


CASES = [
    ("通知", "事由: 关于开展检查", "KND-001", ERROR, "“事由”里不写“关于”，它由程序加", 1),
    ("通知", "事由: 开展检查的通知", "KND-001", ERROR, "“事由”里不写“的通知”，它由程序加", 1),
    ("通知", "标题: 某某中学工作计划", "KND-002", WARNING, "标题末尾要写文种“通知”", 1),
    ("报告", "标题: 某某中学请示报告\n主送: 某局", "KND-002", WARNING, "标题末尾要写文种“报告”", 1),
    ("报告", "主送: 某局\n版头: {文件: 否}", "KND-003", ERROR, "上行的“报告”要在版头标注签发人", 2),
    ("意见", "行文: 上行\n版头: {文件: 否}", "KND-003", ERROR, "上行的“意见”要在版头标注签发人", 2),
    ("通知", "版头:\n  签发人: 甲", "KND-004", WARNING, "“通知”不是上行文，版头不标注签发人", 2),
    ("批复", "来文: 关于甲的请示", "KND-005", ERROR, "“批复”没有写主送机关", 1),
    ("报告", "标题: 某校报告", "KND-005", WARNING, "“报告”没有写主送机关", 1),
    (
        "请示",
        "主送: [某局, 某委]\n附注: 联系人：甲，电话：5550100",
        "KND-006",
        ERROR,
        "“请示”只主送一个机关，这里写了2个",
        1,
    ),
    ("报告", "主送: [某局, 某委]", "KND-006", WARNING, "“报告”只主送一个机关，这里写了2个", 1),
    ("报告", "主送: 某局王局长", "KND-007", WARNING, "“报告”不送给领导个人", 1),
    ("公告", "主送: 各学校", "KND-008", ERROR, "“公告”不写主送机关", 1),
    ("通告", "主送: 各学校", "KND-008", WARNING, "“通告”不写主送机关", 1),
    (
        "请示",
        "主送: 某局\n事由: 新建宿舍等事项\n附注: 联系人：甲，电话：5550100",
        "KND-009",
        WARNING,
        "“请示”一文一事，这里像是有几件事",
        2,
    ),
    ("请示", "主送: 某局\n附注: 联系人：甲", "KND-010", WARNING, "“请示”要在附注里写联系人和电话", 2),
    ("请示", "主送: 某局", "KND-010", WARNING, "“请示”要在附注里写联系人和电话", 1),
    (
        "报告",
        "主送: 某局\n章节:\n  - 标题: 问题\n    正文: 经费不足，请予解决，妥否，请批示。",
        "KND-011",
        WARNING,
        "报告里不夹带请示事项，这里写了“妥否”",
        4,
    ),
    ("批复", "主送: 某校\n引言: 同意你校的做法。", "KND-012", WARNING, "批复要引来文的标题和发文字号", 1),
    (
        "议案",
        "主送: 某市教育局",
        "KND-013",
        WARNING,
        "议案由人民政府提请本级人民代表大会或者它的常务委员会审议",
        1,
    ),
    ("命令", "落款: {日期: 2026-09-01}", "KND-014", ERROR, "命令由签发人署名，要写职务和姓名", 1),
    (
        "命令",
        "落款: {签名章: {职务: 县长, 姓名: 甲}}\n版头: {机关标志: 某县政府}",
        "KND-015",
        ERROR,
        "命令没有令号",
        2,
    ),
    (
        "命令",
        "落款: {签名章: {职务: 县长, 姓名: 甲}}\n版头:\n  发文字号: 某政发〔2026〕3号",
        "KND-016",
        WARNING,
        "令号写成“第几号”，不带机关代字和年份",
        3,
    ),
    ("决议", "事由: 甲", "KND-017", WARNING, "“决议”要在标题下写明何时由什么会议通过", 1),
    ("纪要", "出席: 甲\n落款:\n  盖章: 是", "KND-018", WARNING, "纪要不加盖印章", 3),
    ("纪要", "会议: 校务会议", "KND-019", WARNING, "纪要要写出席人员", 1),
    (
        "通知",
        "标题: 某局关于印发《甲方案》的通知\n附件: [甲方案]",
        "KND-020",
        WARNING,
        "所印发的《甲方案》不是附件",
        2,
    ),
    (
        "函",
        "主送: 某局\n版头:\n  文件: 是",
        "KND-021",
        WARNING,
        "信函格式的发文机关标志不带“文件”二字",
        3,
    ),
]


@pytest.mark.clause("BD-33", "MN-03", "BD-18")
@pytest.mark.parametrize(
    ("kind", "text", "id", "severity", "message", "line"), CASES, ids=[f"{row[2]} {row[0]}" for row in CASES]
)
def test_a_plan_that_breaks_a_rule_is_told_so(
    kind: str, text: str, id: str, severity: Severity, message: str, line: int
) -> None:
    [problem] = found(kind, text)
    assert (problem.id, problem.severity, problem.message) == (id, severity, message)
    assert problem.place is not None
    assert problem.place.line == line
    assert problem.hint
    assert problem.clause


def test_every_rule_has_a_case() -> None:
    assert {row[2] for row in CASES} == {f"KND-{number:03}" for number in range(1, len(RULES) + 1)}


def test_the_data_asks_for_the_fifteen_kinds_and_for_checks_that_are_there() -> None:
    assert set(DATA["文种"]) == set(kinds.KINDS)
    asked = [DATA["各种公文"], *DATA["文种"].values()]
    named = {name for row in asked for word in kinds.SEVERITIES for name in row.get(word, ())}
    assert named == set(RULES)


@pytest.mark.parametrize("package", SAMPLES, ids=lambda package: package.id)
def test_the_sample_of_a_kind_breaks_none(package: shelf.Package) -> None:
    plan, _problems = load(package.folder / "example.yaml")
    typed, _problems = check_schema(plan, package.schema)
    assert kinds.check(package.kind, typed) == []


def test_there_is_a_template_for_each_of_the_fifteen_kinds() -> None:
    assert {package.kind for package in SAMPLES} == set(kinds.KINDS)
    assert {package.name for package in SAMPLES} == {*kinds.KINDS, "实施意见"}


@pytest.mark.parametrize("kind", ["计划", "方案", "总结", ""])
def test_nothing_is_asked_of_what_is_no_kind_of_official_paper(kind: str) -> None:
    plan, _problems = loads("主送: 某局长", "计划.yaml")
    assert kinds.check(kind, plan) == []


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("意见", "版头: {签发人: 甲}"),
        ("报告", "主送: 某局\n章节: [{标题: 情况, 正文: 应家长的请求，学校延长了开放时间。}]"),
        ("报告", "主送: 某局\n引言: 学校关于新建宿舍的请示已获批准。"),
        ("批复", "主送: 某校\n引言: 你校《关于甲的请示》收悉。"),
        ("通知", "标题: 某局关于印发《甲方案》的通知\n附件: [任务分工表]"),
        ("函", "主送: 某局\n标题: 某校关于商请支持的复函（试行）"),
        ("请示", "版记: {主送: 某局}\n附注: 联系人：甲，联系电话：0000-5550100"),
        ("命令", "版头: {发文字号: 3}\n落款: {签名章: [{职务: 县长, 姓名: 甲}]}"),
    ],
)
def test_what_is_right_is_left_alone(kind: str, text: str) -> None:
    assert found(kind, text) == []
