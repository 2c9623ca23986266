"""Markdown: the structure as Markdown's own, the text as typed."""

from __future__ import annotations

import pytest

from docgen.document import (
    Cell,
    Column,
    Content,
    Footnote,
    Heading,
    Item,
    Paper,
    Paragraph,
    Reference,
    Strong,
    Table,
)
from docgen.numbering import NumberedPaper, number
from docgen.writers import markdown

WHOLE = """\
# 临江市实验中学2026年工作计划

（教学部分）

（征求意见稿）

各处室、各年级组：

为做好新学年工作，制定本计划。

## 一、工作目标

力争**巩固率**达到99.5%[^1]。

招生计划

| 年级 | 班数 | 人数 |
| --- | --- | --- |
| 七 | 6 | 280 |
| 合计 |  | 280 |

## 二、重点工作

### （一）抓实教学常规。

每学期检查两轮。

1.落实本计划{target}。

2.公开结果。

教学工作领导小组

组长：李明（校长）

成员：教务处、各年级组长

办公室设在教务处。

［图］校园平面图

附件：1.检查表

2.分工表

临江市实验中学

2026年9月1日

（联系人：王老师）

附件1

# 检查表

## 一、检查内容

备课与作业。

附件2

# 分工表

[^1]: 以学籍数据为准。
"""


def body(*content: str | Strong | Footnote | Reference) -> str:
    """The Markdown of one paragraph of `content`."""
    return written(Paragraph(tuple(content)))


def written(block: Paragraph | Heading | Item | Table) -> str:
    result, _problems = number(Paper(("题",), (block,)))
    return markdown.write(result).removeprefix("# 题\n\n").removesuffix("\n")


def test_a_paper_is_written_whole_in_the_order_of_its_pages(full_paper: NumberedPaper) -> None:
    assert markdown.write(full_paper) == WHOLE.format(target=full_paper.references["目标"])


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("# 不是标题", "\\# 不是标题"),
        ("1. 不是列表", "1\\. 不是列表"),
        ("2026. 年", "2026\\. 年"),
        ("3) 不是列表", "3\\) 不是列表"),
        ("- 短横", "\\- 短横"),
        ("+ 加号", "\\+ 加号"),
        ("> 不是引文", "\\> 不是引文"),
        ("---", "\\---"),
        ("===", "\\==="),
        ("*星*", "\\*星\\*"),
        ("__下划线__", "\\_\\_下划线\\_\\_"),
        ("`代码`", "\\`代码\\`"),
        ("~~划掉~~", "\\~\\~划掉\\~\\~"),
        ("|竖线|", "\\|竖线\\|"),
        ("<b>", "\\<b>"),
        ("&amp;", "\\&amp;"),
        ("&#35;", "\\&#35;"),
        ("[甲](乙)", "\\[甲](乙)"),
        ("![图](甲.png)", "!\\[图](甲.png)"),
        ("[^1]", "\\[^1]"),
        ("$x$", "\\$x\\$"),
        ("甲\\乙", "甲\\\\乙"),
        ("    四个空格", "&#32;&#32;&#32;&#32;四个空格"),
        ("\t制表符", "&#9;制表符"),
        ("　　全角空格", "&#12288;&#12288;全角空格"),
        ("末尾两个空格  ", "末尾两个空格&#32;&#32;"),
        ("http://a_b.cn", "http\\://a\\_b.cn"),
        ("甲\n# 乙", "甲\\\n\\# 乙"),
    ],
)
def test_what_markdown_would_read_is_escaped(typed: str, expected: str) -> None:
    assert body(typed) == expected


@pytest.mark.parametrize(
    "typed", ["1.严格执行", "甲#乙", "3-5月", "a + b = c", "甲>乙", "甲&乙", "99.5%！", "“双减”"]
)
def test_what_markdown_leaves_alone_is_left_alone(typed: str) -> None:
    assert body(typed) == typed


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ((Strong("加强领导。"), "坚持"), "**加强领导**。坚持"),
        (("落实", Strong("“双减”"), "政策"), "落实“**双减**”政策"),
        ((Strong("甲"), Strong("乙")), "**甲乙**"),
        ((Strong("。"),), "。"),
        ((Strong("a*b"),), "**a\\*b**"),
    ],
)
def test_strong_text_is_strong_beside_chinese_characters(content: Content, expected: str) -> None:
    assert body(*content) == expected


def test_a_heading_keeps_the_signs_at_its_end() -> None:
    assert written(Heading(2, ("学习C #",))) == "### （一）学习C \\#"


@pytest.mark.parametrize(
    ("layer", "head"),
    [(1, "## 一、"), (2, "### （一）"), (3, "#### 1."), (4, "##### （1）"), (5, "###### ①")],
)
def test_a_layer_is_a_heading_one_deeper(layer: int, head: str) -> None:
    assert written(Heading(layer, ("标题",))) == f"{head}标题"


def test_a_number_before_a_blank_starts_no_list() -> None:
    assert written(Item(3, (" 检查",))) == "1\\. 检查"


def test_a_table_without_head_gets_an_empty_one() -> None:
    table = Table((Column(), Column()), (("甲", "乙"),), head=0)

    assert written(table) == "|  |  |\n| --- | --- |\n| 甲 | 乙 |"


def test_a_cell_keeps_its_lines_and_strokes() -> None:
    table = Table((Column(),), (("甲|乙\n丙",), (Cell((Strong("丁"),)),)))

    assert written(table) == "| 甲\\|乙<br>丙 |\n| --- |\n| **丁** |"


def test_an_official_paper_has_all_that_stands_around_its_text(official_paper: NumberedPaper) -> None:
    assert markdown.write(official_paper).split("\n\n") == [
        "000001",
        "秘密★1年",
        "特急",
        "临江市教育局　临江市财政局文件",
        "临教发〔2026〕3号　签发人：李某某　王某某",
        "# 关于印发工作计划的通知",
        "各学校：",
        "现印发给你们。",
        "附件：1.回执",
        "2.名单",
        "出席：市长李某某、局长王某某",
        "请假：丁",
        "市长　李某某",
        "局长　王某某",
        "2026年9月1日",
        "（此件公开）",
        "# 临江市教育局工作计划",
        "（试行）",
        "（2026年8月20日通过）",
        "## 一、工作目标",
        "临教发〔2026〕3号附件1",
        "# 回执",
        "单位：",
        "附件2",
        "# 名单",
        "甲、乙。",
        "主送：各县、各区。",
        "抄送：市委办公室、市政府办公室，市财政局。",
        "市教育局办公室　2026年9月2日印发\n",
    ]


def test_a_paper_without_a_title_has_no_empty_heading(minutes: NumberedPaper) -> None:
    assert markdown.write(minutes) == "临江市教育局纪要\n\n第3期\n\n会议议定三件事。\n"
