"""What a Chinese keyboard does to YAML: every slip is told at its place with the line as it should be
typed, all of them at once, and the mended lines read as they were meant."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.source.keyboard import repair
from docgen.source.load import loads
from docgen.source.sheet import Sheet

SLIPS = [
    ("标题：工作计划\n单位: 甲\n", "1:3", "YML-010", "键“标题”后是全角冒号", "标题: 工作计划"),
    ("单位: 甲\n标题：工作计划\n", "2:3", "YML-010", "应为半角冒号加空格", "标题: 工作计划"),
    ("章节：\n  - 标题: 甲\n", "1:3", "YML-010", "键“章节”", "章节:"),
    ("引言：|\n  一：二\n  三:四\n标题: 甲\n", "1:3", "YML-010", "键“引言”", "引言: |"),
    ("章节:\n  - 标题：指导思想\n    正文: 乙\n", "2:7", "YML-010", "键“标题”", "- 标题: 指导思想"),
    ("章节:\n  - 标题: 甲\n  - 标题：乙\n", "3:7", "YML-010", "键“标题”", "- 标题: 乙"),
    ("标题:工作计划\n单位: 甲\n", "1:3", "YML-012", "键“标题”的冒号后缺空格", "标题: 工作计划"),
    ("章节:\n  - 标题: 甲\n  - 标题:乙\n", "3:7", "YML-012", "键“标题”的冒号后缺空格", "- 标题: 乙"),
    ("标题: 甲\n　　单位: 乙\n", "2:1", "YML-011", "全角空格", "行首不空格：单位: 乙"),
    ("学期:\n　　名称: 乙\n", "2:1", "YML-011", "全角空格", "行首空2格：名称: 乙"),
    ("标题:　甲\n单位: 乙\n", "1:4", "YML-011", "全角空格", "标题: 甲"),
    ("标题: 　甲\n", "1:5", "YML-011", "全角空格", "标题: 甲"),
    ("标题:\u00a0甲\n单位: 乙\n", "1:4", "YML-011", "特殊空格U+00A0", "标题: 甲"),
    ("主送:\n  -　甲\n", "2:4", "YML-011", "全角空格", "- 甲"),
    ("主送:\n  -甲\n", "2:3", "YML-013", "“-”后缺空格", "- 甲"),
    ("引言: |\n　　为了落实\n标题: 甲\n", "2:1", "YML-011", "全角空格", "行首空2格：为了落实"),
    ("引言: |\n  甲\n乙丙\n标题: 甲\n", "3:1", "YML-060", "属于上面的多段文字", "行首空2格：乙丙"),
    ("引言: |\n    甲\n  乙\n标题: 甲\n", "3:3", "YML-060", "属于上面的多段文字", "行首空4格：乙"),
    ("标题: 甲\n  单位: 乙\n", "2:3", "YML-060", "缩进与上文不齐", "行首不空格：单位: 乙"),
    ("学期:\n\t名称: 甲\n", "2:1", "YML-016", "制表符（Tab）", "行首空2格：名称: 甲"),
    ("标题:\t甲\n", "1:4", "YML-016", "制表符（Tab）", "标题: 甲"),
    ('标题: "双减"政策\n', "1:5", "YML-030", "引号只括住了值的一部分", "标题: “双减”政策"),
    ('列: ["双减"政策, 乙]\n', "1:5", "YML-030", "引号只括住了值的一部分", "列: ['\"双减\"政策', 乙]"),
    ("标题: *重点\n", "1:5", "YML-031", "值以“*”开头", '标题: "*重点"'),
    ("标题: &重点\n", "1:5", "YML-031", "值以“&”开头", '标题: "&重点"'),
    ("标题: @各组\n", "1:5", "YML-031", "值以“@”开头", '标题: "@各组"'),
    ("标题: `甲`\n", "1:5", "YML-031", "值以“`”开头", '标题: "`甲`"'),
    ("标题: %5\n", "1:5", "YML-031", "值以“%”开头", '标题: "%5"'),
    ("标题: |甲\n", "1:5", "YML-031", "值以“|”开头", '标题: "|甲"'),
    ("目标: >99.5\n", "1:5", "YML-031", "值以“>”开头", '目标: ">99.5"'),
    ("列: [@甲, 乙]\n", "1:5", "YML-031", "值以“@”开头", '列: ["@甲", 乙]'),
    ("标题: 关于: 通知\n", "1:7", "YML-032", "半角冒号加空格", '标题: "关于: 通知"'),
    ("主送: - 甲\n", "1:5", "YML-061", "不能写在冒号同一行", "主送: [甲]"),
    ('标题: "甲\n单位: 乙\n', "1:5", "YML-033", "引号\"没有结束", '标题: "甲"'),
    ("标题: '甲\n单位: '乙'\n", "1:5", "YML-033", "引号'没有结束", "标题: '甲'"),
    ("主送: [甲, 乙\n单位: 丙\n", "1:5", "YML-034", "没有对应的“]”", "主送: [甲, 乙]"),
    ("主送: [甲, 乙］\n单位: 丙\n", "1:10", "YML-015", "“］”是全角括号", "主送: [甲, 乙]"),
    ("字号: [2026]3号\n", "1:11", "YML-035", "后面还有文字", "字号: 〔2026〕3号"),
    ("标题: [试行]方案\n", "1:9", "YML-035", "后面还有文字", '标题: "[试行]方案"'),
    ('路径: "C:\\路"\n', "1:8", "YML-036", "反斜杠", "路径: 'C:\\路'"),
    ("行: [甲, , 乙]\n", "1:8", "YML-022", "一格是空的", "行: [甲, '', 乙]"),
    ("学期: {名称: 甲，开学: 乙}\n", "1:11", "YML-014", "全角逗号", "学期: {名称: 甲, 开学: 乙}"),
    ("活动: [\n  {日期: 甲，事项: 乙},\n]\n", "2:9", "YML-014", "全角逗号", "{日期: 甲, 事项: 乙},"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place", "id", "words", "hint"), SLIPS)
def test_a_slip_is_told_with_the_line_as_it_should_be(
    text: str, place: str, id: str, words: str, hint: str
) -> None:
    _record, problems = loads(text, "a")
    [problem] = problems
    assert (f"{problem.place.line}:{problem.place.column}", problem.id) == (place, id)
    assert words in problem.message
    assert problem.hint.endswith(hint)
    assert problem.excerpt == text.split("\n")[problem.place.line - 1].strip()


@pytest.mark.parametrize("text", [case[0] for case in SLIPS])
def test_the_mended_text_has_no_problem_left(text: str) -> None:
    mended, problems = repair(Sheet("a", text))
    assert problems
    assert loads(mended, "a")[1] == []


def test_lines_indented_by_tabs_alike_stand_alike() -> None:
    text = "章节:\n\t- 标题: 甲\n\t\t条目:\n\t\t\t- 乙\n\t\t\t- 内容: 丙\n\t\t\t\t责任: 丁\n\t- 标题: 戊\n"
    record, problems = loads(text, "a")
    assert {problem.id for problem in problems} == {"YML-016"}
    assert record == {
        "章节": [{"标题": "甲", "条目": ["乙", {"内容": "丙", "责任": "丁"}]}, {"标题": "戊"}],
    }


def test_a_file_of_full_width_colons_is_read_as_meant() -> None:
    text = "标题：计划\n引言：|\n  一：二\n章节：\n  - 标题：甲\n    正文：乙：丙\n  - 标题：丁\n"
    record, problems = loads(text, "a")
    assert [problem.place.line for problem in problems] == [1, 2, 4, 5, 6, 7]
    assert {problem.id for problem in problems} == {"YML-010"}
    assert record == {
        "标题": "计划",
        "引言": "一：二",
        "章节": [{"标题": "甲", "正文": "乙：丙"}, {"标题": "丁"}],
    }


def test_all_slips_of_a_file_are_told_at_once_by_line() -> None:
    text = "标题：甲\n单位: *乙\n主送: [丙, 丁\n引言: |\n  a：b\n  @c\n\t副标题: 戊\n稿: 关于: 己\n标题: 庚\n"
    _record, problems = loads(text, "a")
    assert [(it.place.line, it.id) for it in problems] == [
        (1, "YML-010"),
        (2, "YML-031"),
        (3, "YML-034"),
        (7, "YML-016"),
        (8, "YML-032"),
        (9, "YML-024"),
    ]


def test_texts_that_look_like_slips_are_left_alone_beside_a_real_one() -> None:
    text = (
        "列:\n  - 时间：9月\n  - 地点:操场\n  - 一是：甲\n引言: |\n  标题：甲\n  *乙\n  \t丙\n"
        "文: '标题：\n  @甲'\n网址: http://a:b\n时间: 14:30\n单位：乙\n"
    )
    _record, problems = loads(text, "a")
    assert [(it.place.line, it.id) for it in problems if it.id != "YML-023"] == [(13, "YML-010")]


@pytest.mark.parametrize(
    ("text", "id", "words"),
    [
        ("a: {b: [1}\n", "YML-034", "没有"),
        ("%x\na: 1\n", "YML-099", "不合YAML的写法"),
        ("a: 1\n为落实要求，制定计划。\n", "YML-062", "既不是“键: 值”"),
    ],
)
def test_what_only_the_parser_sees_is_said_in_chinese(text: str, id: str, words: str) -> None:
    _record, problems = loads(text, "a")
    assert [it.id for it in problems] == [id]
    assert words in problems[0].message
    assert problems[0].hint


SIGNS = st.sampled_from(
    [*"：:，, \u3000\t#\"'[]{}*&!|>@%-?~\\甲b1。\n\u00a0\ue000\0", "\n  ", "\n- ", ": ", "<<: "]
)


@settings(max_examples=400, deadline=2000)
@given(st.lists(SIGNS, max_size=60).map("".join) | st.text(max_size=60))
def test_no_text_makes_reading_fail_or_english(text: str) -> None:
    _record, problems = loads(text, "a")
    for problem in problems:
        assert any("\u4e00" <= character <= "\u9fff" for character in problem.message)
        assert problem.hint
        assert problem.place
        assert not {"expected", "scanning", "found", "parsing"} & set(problem.message.split())
