"""Reading: values stay as typed, places are right, what is wrong is told in Chinese with its repair."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.problems import CannotRead, Place, Severity
from docgen.source import build, load
from docgen.source.load import loads
from docgen.source.values import Record, Row, Text, lines_of, place_of

CORRECT = (Path(__file__).parent / "correct.yaml").read_text(encoding="utf-8")


def found(text: str) -> list[tuple[str, str]]:
    """Place (line:column) and id of each problem of `text`."""
    _record, problems = loads(text, "计划.yaml")
    return [(f"{it.place.line}:{it.place.column}", it.id) for it in problems if it.place]


def test_a_long_correct_plan_has_no_problem() -> None:
    record, problems = loads(CORRECT, "计划.yaml")
    assert problems == []
    assert record["章节"][1]["小节"][0]["标题"] == "抓实教学常规。"
    assert record["引言"] == "为推进工作，特制定本计划。\n第二段：“双减”# 不是注释\n  - 这一行缩进两格"
    assert record["备注"] == ""


@pytest.mark.parametrize(
    "typed",
    [
        "2026.10",
        "000012",
        "0571",
        "14:30",
        "99.10",
        "2026-09-01",
        "是",
        "true",
        "1e3",
        "0x1F",
        "=",
        "≥99.5",
        ".5",
    ],
)
def test_every_plain_value_stays_text_as_typed(typed: str) -> None:
    record, problems = loads(f"值: {typed}\n列: [{typed}]\n{typed}: 键\n", "a")
    assert problems == []
    assert (record["值"], record["列"], record[typed]) == (typed, [typed], "键")
    assert type(record["值"]) is Text
    assert type(next(iter(record))) is str


def test_every_key_and_value_knows_its_place() -> None:
    record, _problems = loads("标题: 甲\n章节:\n  - 标题: 乙\n    列: [丙, '丁']\n", "计划.yaml")
    section = record["章节"][0]
    assert isinstance(record, Record)
    assert isinstance(record["章节"], Row)
    assert record.place == Place("计划.yaml", 1, 1)
    assert record.keys_at["章节"] == Place("计划.yaml", 2, 1)
    assert place_of(record["标题"]) == Place("计划.yaml", 1, 5)
    assert record["章节"].place == Place("计划.yaml", 3, 3)
    assert (section.place, section.keys_at["列"]) == (Place("计划.yaml", 3, 5), Place("计划.yaml", 4, 5))
    assert [place_of(cell) for cell in section["列"]] == [
        Place("计划.yaml", 4, 9),
        Place("计划.yaml", 4, 12),
    ]


@pytest.mark.parametrize("header", ["|", "|-", "|+", "|2", "|  # 注"])
def test_each_line_of_a_block_text_knows_its_place(header: str) -> None:
    record, problems = loads(f"甲: 1\n引言: {header}\n  第一段\n\n  第二段\n", "a")
    assert problems == []
    assert record["引言"] == "第一段\n\n第二段"
    assert [(str(line), line.place) for line in lines_of(record["引言"])] == [
        ("第一段", Place("a", 3, 3)),
        ("第二段", Place("a", 5, 3)),
    ]


def test_blank_lines_before_a_block_text_do_not_shift_its_places() -> None:
    record, _problems = loads("引言: |\n\n\n  第一段\n", "a")
    assert [line.place for line in lines_of(record["引言"])] == [Place("a", 4, 3)]


def test_a_folded_text_without_chinese_breaks_is_read() -> None:
    record, problems = loads("note: >\n  one\n  two\n\n  three\n", "a")
    assert problems == []
    assert record["note"] == "one two\nthree"
    assert place_of(record["note"]) == Place("a", 2, 3)
    assert not record["note"].lines_follow


def test_windows_line_ends_change_nothing() -> None:
    text = "标题: 甲\n引言: |\n  一\n  二\n"
    record, problems = loads(text.replace("\n", "\r\n"), "a")
    assert problems == []
    assert record == loads(text, "a")[0]


@pytest.mark.parametrize(
    ("text", "place", "words", "hint"),
    [
        ("标题:\n单位: 甲\n", "1:1", "“标题”没有值", "标题: 待填"),
        ("a: 1\n学期: {名称: , 开学: 9月}\n", "2:6", "“名称”没有值", "名称: 待填"),
        ("标题: ~\n", "1:1", "“标题”没有值", "标题: 待填"),
        ("标题: null\n", "1:1", "“标题”没有值", "标题: 待填"),
        (
            "标题: #1楼\n",
            "1:1",
            "“标题”没有值",
            '“#”和它后面的文字成了注释。文字要保留就加引号：标题: "#1楼"',
        ),
        ("列:\n  - 甲\n  -\n", "3:4", "这一项是空的", "两个引号 ''"),
        ("引言: |\n标题: 甲\n", "1:5", "“|”后面没有文字", "比键多缩进两格"),
        ("目标: >5\n标题: 甲\n", "1:5", "“>”后面没有文字", '目标: ">5"'),
    ],
)
def test_an_empty_value_is_an_error_that_names_its_key(text: str, place: str, words: str, hint: str) -> None:
    _record, [problem] = loads(text, "a")
    assert (problem.id, problem.severity) == ("YML-020", Severity.ERROR)
    assert f"{problem.place.line}:{problem.place.column}" == place
    assert words in problem.message
    assert hint in problem.hint


def test_an_empty_value_is_none_and_an_empty_quoted_text_stays() -> None:
    record, problems = loads("甲:\n乙: ''\n丙: \"\"\n", "a")
    assert record == {"甲": None, "乙": "", "丙": ""}
    assert len(problems) == 1


def test_a_duplicate_key_names_both_lines() -> None:
    record, [problem] = loads("标题: 甲\n单位: 乙\n标题: 丙\n", "a")
    assert problem.message == "键“标题”写了两次：第1行和第3行"
    assert (problem.id, problem.place, problem.excerpt) == ("YML-024", Place("a", 3, 1), "标题: 丙")
    assert record == {"标题": "甲", "单位": "乙"}


@pytest.mark.parametrize(
    ("text", "place", "id", "words", "hint"),
    [
        ("行: [a, b, ]\n", "1:9", "YML-022", "末尾多一个逗号", "行: [a, b, '']"),
        ("行: [[a, b],]\n", "1:11", "YML-022", "末尾多一个逗号", "行: [[a, b], '']"),
        ("列: [时间: 9月, 项目]\n", "1:5", "YML-032", "列表项“时间: 9月”里有“: ”", '"时间: 9月"'),
        ("主送: [甲，乙]\n", "1:7", "YML-014", "列表里用了全角逗号", "主送: [甲, 乙]"),
        ("主送: ［甲, 乙］\n", "1:5", "YML-015", "“［”是全角括号", "主送: [甲, 乙]"),
        ("主送: 【甲，乙】\n", "1:5", "YML-015", "“【”是全角括号", "主送: [甲, 乙]"),
        ("学期: ｛名称：甲，开学：乙｝\n", "1:5", "YML-015", "“｛”是全角括号", "学期: {名称: 甲, 开学: 乙}"),
        ("学期: {名称：甲}\n", "1:8", "YML-010", "键“名称”后是全角冒号", "名称: 甲"),
        ("学期: {名称:甲}\n", "1:8", "YML-012", "键“名称”的冒号后缺空格", "名称: 甲"),
        ("甲: 1\n<<: {乙: 2}\n", "2:1", "YML-042", "不能用“<<”合并", "直接写在这里"),
        ("甲: 1\n---\n乙: 2\n", "2:1", "YML-043", "一个文件只能有一份计划", "删去“---”"),
        ("甲: !!python/object x\n", "1:4", "YML-041", "类型标记", '甲: "!!python/object x"'),
        ("甲: !x [1]\n", "1:4", "YML-041", "类型标记", '甲: "!x [1]"'),
        ("甲: &R 与D\n", "1:4", "YML-040", "值以“&R”开头", '甲: "&R 与D"'),
        ("甲: *R\n", "1:4", "YML-040", "没有名为“R”的锚点", '甲: "*R"'),
        ("甲: &R\n  乙: *R\n", "2:6", "YML-040", "又有它自己", "直接写在这里"),
        ("[甲]: 乙\n", "1:1", "YML-025", "键必须是文字", "加引号"),
        ("甲: {{ 乙 }}\n", "1:4", "YML-025", "双花括号", '甲: "{{ 乙 }}"'),
        ("甲: {'': 乙}\n", "1:5", "YML-025", "冒号前没有键", "标题: 工作计划"),
        ("- 甲\n- 乙\n", "1:1", "YML-005", "整个文件是一个列表", "标题: 工作计划"),
        ("# 注\n工作计划\n", "2:1", "YML-005", "整个文件是一段文字", "docgen import 变成数据文件"),
        ("", "1:1", "YML-004", "文件是空的", "模板: 工作计划"),
        (" \n\n", "1:1", "YML-004", "文件是空的", "模板: 工作计划"),
        ("# 只有注释\n", "1:1", "YML-004", "文件是空的", "模板: 工作计划"),
        ("甲: " + "[" * 41 + "]" * 41, "1:43", "YML-003", "嵌套超过40层", "括号"),
        ("甲: \x07乙\n", "1:4", "YML-050", "控制字符U+0007", "甲: 乙"),
        ("甲: 乙\u2028丙\n", "1:5", "YML-050", "控制字符U+2028", "甲: 乙丙"),
        ("甲: 乙\ue001\n", "1:5", "YML-051", "私用区字符U+E001", "甲: 乙"),
        ("甲: \U00100001\n", "1:4", "YML-051", "私用区字符U+100001", "换成通用"),
        ('甲: "\\uE001"\n', "1:4", "YML-051", "私用区字符U+E001", "删去引号里"),
        ("甲: 乙\u200b丙\n", "1:5", "YML-052", "看不见的字符U+200B", "甲: 乙丙"),
    ],
)  # fmt: skip
def test_a_wrong_place_is_told_with_its_repair(text: str, place: str, id: str, words: str, hint: str) -> None:
    _record, problems = loads(text, "a")
    [problem] = problems
    assert (f"{problem.place.line}:{problem.place.column}", problem.id) == (place, id)
    assert words in problem.message
    assert hint in problem.hint


def test_private_use_characters_reach_no_later_stage() -> None:
    record, _problems = loads('甲: \ue001\n乙: "\\U00100000"\n', "a")
    assert record == {"甲": "\ufffd", "乙": "\ufffd"}


def test_an_unseen_character_is_a_warning_and_is_kept() -> None:
    record, [problem] = loads("甲: 乙\u200b丙\n", "a")
    assert problem.severity is Severity.WARNING
    assert record["甲"] == "乙\u200b丙"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("标题: 课题 #1 研究\n", '标题: "课题 #1 研究"'),
        ("标题: 课题 # 研究\n", "标题: 课题  # 研究"),
        ("标题: 课题  #研究\n", "标题: 课题  # 研究"),
        ("主送: [甲, 乙] #丙\n", "主送: [甲, 乙]  # 丙"),
        ('标题: "甲" #乙\n', '标题: "甲 #乙"'),
        ("章节:\n  - 甲 #乙\n", '- "甲 #乙"'),
    ],
)
def test_text_that_a_hash_took_away_is_an_error(text: str, hint: str) -> None:
    _record, [problem] = loads(text, "a")
    assert problem.id == "YML-021"
    assert "成了注释，不会进入文档" in problem.message
    assert hint in problem.hint


@pytest.mark.parametrize(
    "text",
    [
        "标题: 甲  # 注释\n",
        "标题: 甲\t# 注释\n",
        "# 注释\n  # 注释\n标题: 甲\n #注释\n",
        "章节: # 各章\n  - 甲\n",
        "引言: | # 各段\n  甲 #乙\n",
        "标题: '甲 #乙'\n",
        'a: "甲 #乙"   # 注\n',
        "标题: 甲#乙\n",
        "列: [甲,  # 注\n  乙]  # 注\n",
    ],
)
def test_true_comments_and_hashes_in_text_are_fine(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "place", "hint"),
    [
        ("引言: 为落实\n  要求\n", "2:3", "引言: |"),
        ('引言: "为落实\n  要求"\n', "2:3", "引言: |"),
        ("引言: 'one\n  要求'\n", "2:3", "引言: |"),
        ("引言: >\n  为落实\n  要求\n", "3:3", "引言: |"),
        ("列:\n  - 为落实\n    要求\n", "3:5", "- |"),
    ],
)
def test_chinese_text_folded_over_lines_is_an_error(text: str, place: str, hint: str) -> None:
    _record, [problem] = loads(text, "a")
    assert (problem.id, f"{problem.place.line}:{problem.place.column}") == ("YML-023", place)
    assert "换行处会变成一个空格" in problem.message
    assert hint in problem.hint


def test_breaks_that_lose_nothing_are_fine() -> None:
    text = 'a: "为落实\\\n  要求"\nb: one\n  two\nc: >\n  为落实\n\n  要求\nd: "甲\n\n  乙"\n'
    assert found(text) == []


def test_programs_may_write_aliases() -> None:
    record, problems = loads("甲: &id001 [一, 二]\n乙: *id001\n", "a")
    assert problems == []
    assert record["乙"] == ["一", "二"]


def test_an_alias_bomb_is_stopped() -> None:
    bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
    bomb += "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 9))
    _record, [problem] = loads(bomb, "a")
    assert (problem.id, problem.place.line) == ("YML-003", 6)
    assert f"超过{build.MOST_NODES}个" in problem.message


def test_aliases_may_not_nest_deeper_than_values() -> None:
    text = "".join(f"a{n}: &a{n} {{k: {{k: {f'*a{n - 1}' if n else 'x'}}}}}\n" for n in range(30))
    _record, [problem] = loads(text, "a")
    assert problem.id == "YML-003"
    assert "嵌套超过40层" in problem.message


def test_a_line_of_a_megabyte_is_refused() -> None:
    record, [problem] = loads("甲: 1\n乙: " + "丙" * load.LONGEST_LINE, "a")
    assert (record, problem.id, problem.place) == ({}, "YML-003", Place("a", 2, 1))
    assert "第2行长达" in problem.message


def test_problems_come_by_line_and_not_without_end() -> None:
    _record, problems = loads("乙: [a,]\n" * 500, "a")
    assert len(problems) == load.MOST_PROBLEMS + 1
    assert [it.place.line for it in problems] == sorted(it.place.line for it in problems)
    assert problems[-1].message == "问题太多，只列出前200处"


def test_the_excerpt_of_a_long_line_shows_the_place() -> None:
    _record, [problem] = loads("行: [" + "甲, " * 100 + "]\n", "a")
    assert problem.excerpt.startswith("…")
    assert problem.excerpt.endswith("甲, ]")


@pytest.mark.parametrize(
    ("raw", "id", "words", "hint", "place"),
    [
        ("标题: 工作计划\n".encode("gbk"), "YML-002", "文件是GBK编码", "编码选UTF-8", "a:1:1"),
        ("标题: 甲\n".encode("utf-16"), "YML-002", "文件是UTF-16编码", "编码选UTF-8", "a"),
        ("title: abc\n".encode("utf-16-le"), "YML-002", "没有标记的UTF-16", "编码选UTF-8", "a"),
        (b"a: 1\nb: \0\n", "YML-002", "空字节（NUL）", "备份", "a:2:4"),
        ("甲: 乙\n丙: ".encode() + b"\xff\n", "YML-002", "字节0xFF不合UTF-8", "乱码", "a:2:4"),
        (b"PK\x03\x04\0\0", "YML-002", "不是YAML文本文件", "纯文本", "a"),
    ],
)
def test_bytes_that_are_no_utf8_text_cannot_be_read(
    tmp_path: Path, raw: bytes, id: str, words: str, hint: str, place: str
) -> None:
    path = tmp_path / "计划 表.yaml"
    path.write_bytes(raw)
    with pytest.raises(CannotRead) as caught:
        load.load(path)
    [problem] = caught.value.problems
    assert problem.id == id
    assert words in problem.message
    assert hint in problem.hint
    assert str(problem.place).replace(str(path), "a") == place


def test_a_word_file_in_the_place_of_a_plan_is_to_be_imported(tmp_path: Path) -> None:
    path = tmp_path / "填报.docx"
    path.write_bytes(b"PK\x03\x04\0\0")
    with pytest.raises(CannotRead, match=r"先变成计划：docgen import 填报\.docx"):
        load.load(path)


def test_a_byte_order_mark_is_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes("标题: 甲\n".encode("utf-8-sig"))
    record, [problem] = load.load(path)
    assert (record, problem.id, problem.severity) == ({"标题": "甲"}, "YML-006", Severity.WARNING)
    assert place_of(record["标题"]) == Place(str(path), 1, 5)


def test_a_missing_file_names_its_neighbours(tmp_path: Path) -> None:
    (tmp_path / "工作计划.yaml").write_text("a: 1\n", encoding="utf-8")
    with pytest.raises(CannotRead, match=r"没有名为“.*工作计划\.yml”的文件") as caught:
        load.load(tmp_path / "工作计划.yml")
    assert caught.value.problems[0].hint == "文件夹里有：工作计划.yaml"
    with pytest.raises(CannotRead) as caught:
        load.load(tmp_path / "没有" / "计划.yaml")
    assert "也不存在" in caught.value.problems[0].hint


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "计划.yaml").write_text("a: 1\n", encoding="utf-8")
    with pytest.raises(CannotRead, match="是文件夹，不是文件") as caught:
        load.load(tmp_path)
    assert "计划.yaml" in caught.value.problems[0].hint


def test_a_file_over_ten_megabytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 1\n" * (2 * 1024 * 1024 + 1))
    with pytest.raises(CannotRead, match="YML-003 文件超过10MB"):
        load.load(path)


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000])
def test_a_path_that_no_system_takes_cannot_be_read(name: str) -> None:
    with pytest.raises(CannotRead, match="YML-001"):
        load.load(name)


def test_in_a_huge_text_that_is_broken_no_slips_are_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docgen.source.keyboard.repair", lambda *_: pytest.fail("looked"))
    _record, problems = loads('a: "' + "x\n " * 60_000, "a.yaml")

    assert [problem.id for problem in problems] == ["YML-033"]
