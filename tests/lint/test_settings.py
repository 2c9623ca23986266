"""What the owner of a text passes over, switches on, and adds."""

from pathlib import Path

import pytest

from docgen.lint.run import run
from docgen.lint.settings import Settings, settings
from tests.lint.cases_read import reading

TEXT = {
    "段": [
        {"标题": "一、工作目标"},
        {"正文": "学习语文,数学,英语。"},
        {"标题": "二、工作措施"},
        {"正文": "加强备课,上课。"},
    ]
}


def found(chosen: Settings) -> tuple[list[str], int]:
    """The words of the half-width commas told (with what is around them), and how many were passed over."""
    result = run(reading(TEXT), chosen)
    told = [one for one in result.found if one.rule.id == "PUN-001"]
    return [one.problem.excerpt for one in told], len(result.suppressed)


@pytest.mark.parametrize(
    ("data", "left", "passed"),
    [
        (None, 3, 0),
        ({"略过": ["PUN-001"]}, 0, 3),
        ({"略过": "PUN"}, 0, 3),
        ({"略过": [{"规则": "PUN-001", "文字": "语文,数学"}]}, 2, 1),
        ({"略过": [{"规则": "PUN-001", "章节": "工作目标"}]}, 1, 2),
        ({"略过": [{"规则": "PUN-001", "章节": "保障"}]}, 3, 0),
        ({"略过": ["NUM-001"]}, 3, 0),
    ],
)
def test_findings_are_passed_over_by_rule_by_words_and_by_section(
    data: object, left: int, passed: int
) -> None:
    chosen, problems = settings(data)

    assert problems == []
    told, suppressed = found(chosen)
    assert (len(told), suppressed) == (left, passed)


def test_the_command_line_passes_over_too() -> None:
    chosen, _problems = settings(None, None, ["PUN-001"])

    assert found(chosen) == ([], 3)


def test_a_rule_that_is_off_can_be_switched_on() -> None:
    clauses = "全县各中小学要按照上级的统一部署组织开展活动、各乡镇中心学校要对辖区内的学校做好检查督促工作，"
    row = {"文": clauses + "确保安全。"}
    on, _problems = settings({"启用": "PUN-022"})

    assert "PUN-022" not in [one.rule.id for one in run(reading(row)).found]
    assert "PUN-022" in [one.rule.id for one in run(reading(row), on).found]


def own(tmp_path: Path, text: str) -> tuple[Settings, list[str]]:
    (tmp_path / "局规.yaml").write_text(text, encoding="utf-8")
    chosen, problems = settings({"规则": "局规.yaml"}, tmp_path)
    return chosen, [f"{one.place.line if one.place else 0} {one.id} {one.message}" for one in problems]


GOOD = """\
规则:
  - 编号: JG-001
    词: {打造: 建设, 抓手: ""}
    句子: 我局文件不用“{text}”
    建议: 改成“{replacement}”
    级别: 错误
  - 编号: JG-002
    表达式: 全县各(学校|幼儿园)
    替换: 全县各级各类\\1
    句子: 写全“各级各类”
    区域: [正文]
"""


def test_a_bureau_has_rules_of_its_own(tmp_path: Path) -> None:
    chosen, problems = own(tmp_path, GOOD)
    text = {"段": [{"标题": "一、打造全县各学校"}, {"正文": "以全县各学校为抓手，推进《打造方案》。"}]}
    told = [
        (one.rule.id, one.problem.message, one.hit.replacement) for one in run(reading(text), chosen).found
    ]

    assert problems == []
    assert [one for one in told if one[0].startswith("JG")] == [
        ("JG-001", "我局文件不用“打造”", "建设"),
        ("JG-002", "写全“各级各类”", "全县各级各类学校"),
        ("JG-001", "我局文件不用“抓手”", None),
    ]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("{编号: a1, 词: [甲], 句子: 乙}", "规则的编号要写成“JG-001”的样子"),
        ("{编号: PUN-001, 词: [甲], 句子: 乙}", "编号“PUN-001”已经有了"),
        ("{编号: JG-001, 词: [甲]}", "规则“JG-001”没有写句子"),
        ("{编号: JG-001, 句子: 乙}", "规则里“词”和“表达式”要写一个，也只写一个"),
        ("{编号: JG-001, 词: [甲], 句子: 乙, 颜色: 红}", "规则里没有“颜色”这一项"),
        ("{编号: JG-001, 词: [甲], 句子: 乙, 级别: 严重}", "级别要写错误、警告或者提示"),
        ("{编号: JG-001, 词: [甲], 句子: 乙, 区域: [页脚]}", "没有“页脚”这个区域"),
        ('{编号: JG-001, 词: [甲], 句子: "乙{丙}"}', "句子里的花括号不对"),
        ('{编号: JG-001, 表达式: "(甲", 句子: 乙}', "表达式写得不对：missing ), unterminated"),
        ('{编号: JG-001, 表达式: "甲*", 句子: 乙}', "表达式什么都没有也算，会处处查到"),
        ('{编号: JG-001, 表达式: "(甲+)+乙", 句子: 乙}', "表达式在长文章里会算不完"),
        ('{编号: JG-001, 表达式: 甲, 替换: "\\\\2", 句子: 乙}', "表达式写得不对：invalid group reference"),
    ],
)  # fmt: skip
def test_a_bad_rule_is_told_with_its_line(tmp_path: Path, row: str, message: str) -> None:
    chosen, problems = own(tmp_path, f"规则:\n  - {row}\n")

    assert (chosen.own, len(problems)) == ((), 1)
    assert problems[0].startswith(f"2 LNT-002 {message}")


def test_a_file_of_rules_that_is_not_there_is_told(tmp_path: Path) -> None:
    _chosen, problems = settings({"规则": ["没有.yaml"]}, tmp_path)

    assert [(one.id, one.message) for one in problems] == [("LNT-001", "没有规则文件“没有.yaml”")]


def test_a_file_without_rules_is_told(tmp_path: Path) -> None:
    assert own(tmp_path, "名称: 局规\n")[1] == ["1 LNT-001 规则文件里没有规则"]


def test_a_rule_that_there_is_none_of_is_told() -> None:
    data = {"略过": ["PUN-999", {"规则": "PIN"}, "PUN"], "启用": ["TXT-008"]}
    _chosen, problems = settings(data, None, ["ABC"])

    assert [(one.id, one.message) for one in problems] == [
        ("LNT-003", "没有“PUN-999”这条规则"),
        ("LNT-003", "没有“PIN”这条规则"),
        ("LNT-003", "没有“ABC”这条规则"),
    ]
