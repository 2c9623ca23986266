"""What people really type wrong, through the real command line: each gets its place and its repair."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

HEAD = "模板: 通用\n标题: 通知\n"

BAD_PLANS = {
    # name: (text, what is printed first: line:column, id, words of the sentence, words of the hint)
    "a full-width colon": (f"{HEAD}主送：各处室\n", "3:3", "YML-010", "全角冒号", "主送: 各处室"),
    "a full-width colon in the first line": (
        "模板：通用\n标题: 甲\n",
        "1:3", "YML-010", "全角冒号", "模板: 通用",
    ),
    "no blank behind the colon": (f"{HEAD}主送:各处室\n", "3:3", "YML-012", "缺空格", "主送: 各处室"),
    "a full-width comma": (f"{HEAD}主送: [甲处，乙处]\n", "3:8", "YML-014", "全角逗号", "[甲处, 乙处]"),
    "a trailing comma": (f"{HEAD}主送: [甲处, 乙处,]\n", "3:12", "YML-022", "多一个逗号", "删去这个逗号"),
    "a full-width blank": (f"{HEAD}主送:　各处室\n", "3:4", "YML-011", "全角空格", "主送: 各处室"),
    "indenting by full-width blanks": (f"{HEAD}落款:\n　　署名: 甲\n", "4:1", "YML-011", "全角空格", "空2格"),
    "indenting by a tab": (f"{HEAD}落款:\n\t署名: 甲\n", "4:1", "YML-016", "制表符", "空2格"),
    "indenting by too little": (
        f"{HEAD}章节:\n  - 标题: 一\n   正文: 二\n", "5:4", "YML-060", "缩进与上文不齐", "空4格",
    ),
    "a dash without a blank": (f"{HEAD}主送:\n  -甲处\n", "4:3", "YML-013", "缺空格", "- 甲处"),
    "a text swallowed by #": (f"{HEAD}结语: 完成 #1 任务\n", "3:8", "YML-021", "成了注释", "加引号"),
    "a value beginning with quoted words": (
        f'{HEAD}结语: "双减"政策落地。\n', "3:5", "YML-030", "引号只括住", "“双减”政策",
    ),
    "a value beginning with a star": (
        f"{HEAD}结语: *重点*工作\n",
        "3:5", "YML-031", "“*”开头", '"*重点*工作"',
    ),
    "a value beginning with @": (f"{HEAD}结语: @各位\n", "3:5", "YML-031", "“@”开头", '"@各位"'),
    "a value beginning with %": (f"{HEAD}结语: %完成\n", "3:5", "YML-031", "“%”开头", '"%完成"'),
    "a type tag": (f"{HEAD}结语: !!python/name:os.system 甲\n", "3:5", "YML-041", "类型标记", "加引号"),
    "a value beginning with !": (f"{HEAD}结语: !重要 甲\n", "3:5", "YML-031", "“!”开头", "加上引号"),
    "braces as a key": (f"{HEAD}{{{{ 标题 }}}}: 一\n", "3:1", "YML-025", "双花括号", "{{ 标题 }}"),
    "a folded line": (f"{HEAD}结语: 第一行\n  第二行\n", "4:3", "YML-023", "分成几行", "写在一行里"),
    "a folded block": (f"{HEAD}引言: >\n  甲\n  乙\n", "5:3", "YML-023", "分成几行", "“>”改成“|”"),
    "a block without indent": (f"{HEAD}引言: |\n甲。\n", "4:1", "YML-060", "缩进却不够", "空2格"),
    "an open bracket": (f"{HEAD}主送: [甲处\n", "3:5", "YML-034", "没有对应", "[甲处]"),
    "an open quote": (f'{HEAD}结语: "甲。\n', "3:5", "YML-033", "没有结束", '"甲。"'),
    "a key twice": (f"{HEAD}标题: 又一个\n", "3:1", "YML-024", "第2行和第3行", "合成一处"),
    "two documents": (f"{HEAD}---\n模板: 通用\n", "3:1", "YML-043", "又开始一份", "删去“---”"),
    "merging": (f"{HEAD}落款:\n  <<: 甲\n", "4:3", "YML-042", "不能用“<<”", "直接写在这里"),
    "an alias bomb": (
        HEAD + "章节:\n  - &a [一, 二]\n"
        + "".join(f"  - &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in pairwise("abcdefghi")),
        "9:33", "YML-003", "超过200000个", "一层套一层",
    ),
    "an alias to itself": (f"{HEAD}甲: &a\n  - *a\n", "4:5", "YML-", "a", "改法"),
    "nesting without end": (f"{HEAD}章节: {'[' * 3000}{']' * 3000}\n", "3:44", "YML-003", "超过40层", "括号"),
    "a megabyte in one line": (f"{HEAD}{'字' * 350000}\n", "3:1", "YML-062", "既不是", "“|”"),
    "no value": (f"{HEAD}结语:\n", "3:1", "YML-020", "没有值", "待填"),
    "no value within braces": (f"{HEAD}落款: {{署名: 甲, 日期: }}\n", "3:13", "YML-020", "没有值", "待填"),
    "an empty file": ("", "1:1", "YML-004", "文件是空的", "模板: 工作计划"),
    "a list for a plan": ("- 甲\n", "1:1", "YML-005", "整个文件是一个列表", "标题: 工作计划"),
    "a text for a plan": ("通知\n", "1:1", "YML-005", "整个文件是一段文字", "docgen import"),
    "a control character": (f"{HEAD}结语: 甲\x07乙\n", "3:6", "YML-050", "U+0007", "甲乙"),
    "an escaped control character": (f'{HEAD}结语: "甲\\x07乙"\n', "3:5", "YML-050", "U+0007", "删去"),
    "a private character": (f"{HEAD}结语: 甲\ue123乙\n", "3:6", "YML-051", "U+E123", "换成通用的汉字"),
    "an unknown key": (f"{HEAD}主送单位: 甲\n", "3:1", "SCM-001", "“主送单位”不是", "“主送”"),
    "an unknown key deep down": (
        f"{HEAD}章节:\n  - 标题: 一\n    条木: [甲]\n", "5:5", "SCM-001", "“条木”不是", "“条目”",
    ),
    "a text for a list": (f"{HEAD}章节: 一段文字\n", "3:5", "SCM-003", "应该是列表", "“- ”开头"),
    "a word for a number": (
        f"{HEAD}经费:\n  - {{项目: 书, 单价: 十元}}\n", "4:17", "SCM-003", "应该是数字", "只写数字",
    ),
    "a word for yes": (
        f"{HEAD}落款: {{署名: 甲, 日期: 2026-09-01, 盖章: 对}}\n",
        "3:33", "SCM-003", "“是”或“否”", "写“是”或“否”",
    ),
    "a word for a date": (
        f"{HEAD}落款: {{署名: 甲, 日期: 明天}}\n",
        "3:17", "SCM-003", "应该是日期", "2026-09-01",
    ),
    "a day that is not": (
        f"{HEAD}落款: {{署名: 甲, 日期: 2026-02-30}}\n", "3:17", "SCM-010", "不是真有的日子", "1日到28日",
    ),
    "a layer too deep": (f"{HEAD}章节:\n  - {{标题: 一, 层次: 6}}\n", "4:17", "SCM-009", "不能大于5", "①"),
    "no title": ("模板: 通用\n主送: [甲处]\n", "1:1", "SCM-002", "缺少“标题”", "标题: "),
    "no template": ("标题: 通知\n", "1:1", "TPL-001", "没有写用哪个模板", "模板: 工作计划"),
    "a template that is not": (
        "模板: 工作计戈\n标题: 甲\n",
        "1:5", "TPL-001", "没有叫“工作计戈”", "“工作计划”",
    ),
    "a template folder that is not": (
        "模板: ./没有\n标题: 甲\n",
        "1:5", "TPL-001", "没有叫“./没有”", "现有的模板",
    ),
    "a section twice": (
        "模板: 工作计划\n标题: 甲\n工作目标: 乙。\n章节:\n  - {标题: 工作目标, 正文: 丙。}\n",
        "5:", "TRE-002", "“工作目标”写了两处", "只留一处",
    ),
    "a name for two sections": (
        f"{HEAD}章节:\n  - {{标题: 一, 代号: 甲}}\n  - {{标题: 二, 代号: 甲}}\n",
        "5:", "TRE-005", "代号“甲”用了两次", "换一个代号",
    ),
    "more than twenty of ①": (
        f"{HEAD}章节:\n  - 标题: 一\n    小节层次: 5\n    小节:\n"
        + "".join(f"      - 标题: 第{number}件\n" for number in range(1, 22)),
        "27:", "TRE-004", "最多只能到⑳", "分成几组",
    ),
    "a document number that is bracketed wrongly": (
        f"{HEAD}版头:\n  发文字号: 某教发[2026]第03号\n",
        "4:9", "SCM-006", "六角括号", "写成“某教发〔2026〕3号”",
    ),
    "a bracket in a text between braces": (
        f"{HEAD}版头: {{发文字号: 某教发[2026]3号}}\n",
        "3:15", "YML-037", "括号里的文字有“[”", "六角括号",
    ),
    "a format that is not": (f"{HEAD}格式: gbt9705\n", "3:5", "PGF-003", "找不到格式", "gbt9704"),
    "a size that is none": (
        f"{HEAD}格式: {{继承: gbt9704, 正文: {{字号: 很大}}}}\n", "3:28", "PGF-002", "正文.字号", "3号",
    ),
    "a picture that is not there": (
        f"{HEAD}章节:\n  - 标题: 一\n    正文: [{{图片: {{文件: 无.png, 宽: 90}}}}]\n",
        "5:20", "FIL-001", "找不到文件“无.png”", "计划旁边",
    ),
    "a picture outside the folder": (
        f"{HEAD}章节:\n  - 标题: 一\n    正文: [{{图片: {{文件: ../../无.png, 宽: 90}}}}]\n",
        "5:20", "FIL-002", "只能放在计划所在的文件夹里", "复制到计划旁边",
    ),
    "an attachment outside the folder": (
        f"{HEAD}附件:\n  - {{名称: 表, 文件: /etc/表.docx}}\n",
        "4:17", "FIL-002", "只能放在", "复制到计划旁边",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD_PLANS)
def test_a_bad_plan_is_told_where_and_how_to_mend_it(call: Any, tmp_path: Path, name: str) -> None:
    text, place, id, sentence, hint = BAD_PLANS[name]
    path = tmp_path / "计划 表" / "计划.yaml"
    path.parent.mkdir()
    path.write_bytes(text.encode())

    outcome = call("build", path)

    assert outcome.code == 1
    told = problem_at(outcome.err, f"{path}:{place}", id)
    assert sentence in told
    assert hint in told
    assert_nothing_else(outcome, path.parent)


FOREIGN_FILES = {
    "GBK": (f"{HEAD}结语: 特此通知。\n".encode("gbk"), ":1:2", "YML-002", "GBK编码", "选UTF-8"),
    "UTF-16": (f"{HEAD}结语: 特此通知。\n".encode("utf-16"), "", "YML-002", "UTF-16编码", "选UTF-8"),
    "a Word document": (b"PK\x03\x04\x14\x00", "", "YML-002", "Word", "纯文本"),
    "zero bytes": (f"{HEAD}结语: 甲\0乙\n".encode(), ":3:6", "YML-002", "空字节", "备份"),
}


@pytest.mark.parametrize("name", FOREIGN_FILES)
def test_a_file_that_is_no_text_cannot_be_read(call: Any, tmp_path: Path, name: str) -> None:
    content, place, id, sentence, hint = FOREIGN_FILES[name]
    path = tmp_path / "计划.yaml"
    path.write_bytes(content)

    outcome = call("build", path)

    assert outcome.code == 2
    told = problem_at(outcome.err, f"{path}{place}", id)
    assert sentence in told
    assert hint in told
    assert_nothing_else(outcome, tmp_path)


def test_a_folder_and_a_missing_file_cannot_be_read(call: Any, tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "没有.yaml"):
        outcome = call("build", path, "-o", tmp_path / "a.docx")

        assert outcome.code == 2
        assert outcome.err.startswith(f"{path}: 错误 YML-001 ")
        assert_nothing_else(outcome, tmp_path)


BAD_TEMPLATES = {
    # name: (body.md, line:column, id, words of the sentence, words of the hint)
    "a name nobody gave": ("# 一\n\n{{ 主题 }}\n", "3:1", "TPL-004", "没有叫“主题”的值", "在计划里补上"),
    "a key the plan left out": ("# 一\n\n{{ 主送 }}\n", "3:1", "TPL-004", "缺少“主送”", "在计划里补上"),
    "a method for a key": ("# 一\n\n{{ 落款.items }}\n", "3:1", "TPL-004", "缺少“items”", "在计划里补上"),
    "a way to the machine": (
        "# 一\n\n{{ ''.__class__ }}\n",
        "3:1",
        "TPL-007",
        "不能这样做",
        "只能取计划里的值",
    ),
    "an open tag": ("# 一\n\n{% if 标题 %}\n甲\n", "4:", "TPL-003", "写法有误", "是否成对"),
    "an unknown tag": ("# 一\n\n{% fro 甲 in 乙 %}\n", "3:1", "TPL-003", "fro", "是否写对"),
    "an unknown filter": ("# 一\n\n{{ 标题 | 大写 }}\n", "3:1", "TPL-003", "大写", "是否写对"),
    "a part above the folder": (
        "# 一\n\n{% include '../甲.md' %}\n",
        "3:1",
        "TPL-005",
        "../甲.md",
        "不能用“..”",
    ),
    "a part by an absolute path": (
        "{% include '/etc/passwd' %}\n",
        "1:1",
        "TPL-005",
        "/etc/passwd",
        "绝对路径",
    ),
    "a part within itself": ("{% include 'body.md' %}\n", "1:1", "TPL-008", "算不下去", "检查这一行"),
    "a mapping for a text": ("# 一\n\n{{ 落款 }}\n", "3:1", "TPL-006", "只能放文字和数字", "逐项写"),
    "a loop without end": (
        "{% for 数 in range(10 ** 9) %}甲{% endfor %}\n",
        "1:1",
        "TPL-008",
        "算不下去",
        "检查",
    ),
    "an open star": ("# 一\n\n**甲\n", "3:1", "MRK-002", "没有成对", "补上“**”"),
    "HTML": ("# 一\n\n<b>甲</b>\n", "3:1", "MRK-001", "没有这种写法", "HTML"),
    "a sixth layer": ("###### 六\n", "1:1", "MRK-005", "最多五层", "减少“#”"),
    "a table without its rule": ("| 甲 | 乙 |\n| 一 | 二 |\n", "2:1", "MRK-009", "分隔行", "----"),
}

MANIFEST = 'id: mine\n名称: 校用\n版本: "1.0"\n继承: base\n'
PLAN = "模板: ./校用模板\n标题: 通知\n引言: |\n  甲\n  乙\n落款: {署名: 甲校, 日期: 2026-09-01}\n"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A template package beside a plan that names its folder."""
    (tmp_path / "计划.yaml").write_text(PLAN, encoding="utf-8")
    folder = tmp_path / "校用模板"
    folder.mkdir()
    (folder / "template.yaml").write_text(MANIFEST, encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", BAD_TEMPLATES)
def test_a_bad_template_is_told_where_and_how_to_mend_it(call: Any, package: Path, name: str) -> None:
    body, place, id, sentence, hint = BAD_TEMPLATES[name]
    (package / "body.md").write_text(body, encoding="utf-8")

    outcome = call("build", package.parent / "计划.yaml")

    assert outcome.code == 1
    told = problem_at(outcome.err, f"{package.resolve() / 'body.md'}:{place}", id)
    assert sentence in told
    assert hint in told
    assert_nothing_else(outcome, package.parent)


def test_several_lines_within_a_line_name_plan_and_template(call: Any, package: Path) -> None:
    (package / "body.md").write_text("# 一\n\n见{{ 引言 }}。\n", encoding="utf-8")

    outcome = call("build", package.parent / "计划.yaml")

    assert outcome.code == 1
    assert outcome.err.startswith(f"{package.parent / '计划.yaml'}:4:3: 错误 MRK-004 ")
    assert "body.md第3行" in outcome.err


BAD_MANIFESTS = {
    "an unknown key": (f"{MANIFEST}作者: 甲\n", "5:1", "TPL-011", "不认识“作者”", "可以写"),
    "no id": ("名称: 校用\n", "1:1", "TPL-010", "缺少“id”", "补上“id"),
    "a parent that is not": (MANIFEST.replace("base", "bsae"), "4:5", "TPL-002", "“bsae”", "继承"),
    "itself for a parent": (MANIFEST.replace("base", "./"), "1", "TPL-002", "又继承到自己", "另一个模板"),
}


@pytest.mark.parametrize("name", BAD_MANIFESTS)
def test_a_bad_manifest_is_told_where_and_how_to_mend_it(call: Any, package: Path, name: str) -> None:
    manifest, place, id, sentence, hint = BAD_MANIFESTS[name]
    (package / "template.yaml").write_text(manifest, encoding="utf-8")
    (package / "body.md").write_text("# 一\n", encoding="utf-8")

    outcome = call("build", package.parent / "计划.yaml")

    assert outcome.code == 1
    told = problem_at(outcome.err, f"{package.resolve() / 'template.yaml'}:{place}", id)
    assert sentence in told
    assert hint in told
    assert_nothing_else(outcome, package.parent)


TYPED = "{{ 7 * 7 }} {% for 甲 in 乙 %} {# 注 #} # 甲 **乙** | 丙 | <b> &lt; 1. 丁 \\"


def test_template_code_and_markup_in_a_plan_are_printed_as_typed(call: Any, tmp_path: Path) -> None:
    path = tmp_path / "计划.yaml"
    path.write_text(f"{HEAD}章节:\n  - 标题: 一\n    正文: '{TYPED}'\n", encoding="utf-8")

    outcome = call("build", path, "--to", "txt")

    assert (outcome.code, outcome.err) == (0, "")
    assert f"　　{TYPED}\n" in path.with_suffix(".txt").read_text(encoding="utf-8")


def test_a_byte_order_mark_is_told_and_read_over(call: Any, tmp_path: Path) -> None:
    path = tmp_path / "计划.yaml"
    path.write_text(HEAD, encoding="utf-8-sig")

    outcome = call("build", path)

    assert outcome.code == 0
    assert "警告 YML-006" in outcome.err


def test_a_long_line_of_text_is_no_mistake(call: Any, tmp_path: Path) -> None:
    path = tmp_path / "计划.yaml"
    path.write_text(f"{HEAD}结语: {'字' * 350000}\n", encoding="utf-8")

    assert call("build", path, "--to", "txt").code == 0
    assert path.with_suffix(".txt").read_text(encoding="utf-8").count("字") == 350000


def test_all_problems_of_a_stage_are_told_at_once(call: Any, tmp_path: Path) -> None:
    path = tmp_path / "计划.yaml"
    path.write_text(f"{HEAD}主送单位: 甲\n章节: 无\n落款: {{署名: 甲, 日期: 明天}}\n", encoding="utf-8")

    outcome = call("build", path)

    assert [line.split(":")[1] for line in outcome.err.splitlines() if " 错误 " in line] == ["3", "4", "5"]
    assert outcome.err.endswith("3个错误\n")


def problem_at(printed: str, place: str, id: str) -> str:
    """The first problem printed, which must be `id` at `place`: its sentence, excerpt and hint."""
    first = "\n".join(printed.splitlines()[:4])
    head, _colon, _rest = first.partition(": 错误 ")
    assert head == place or (place.endswith(":") and head.startswith(place)), first
    assert f": 错误 {id}" in first
    return first


def assert_nothing_else(outcome: Any, folder: Path) -> None:
    """No output file, no temporary file, no traceback, nothing on standard output."""
    assert outcome.out == ""
    assert "Traceback" not in outcome.err
    assert "CLI-009" not in outcome.err
    names = {path.name for path in folder.iterdir()}
    assert names <= {"计划.yaml", "校用模板"}
