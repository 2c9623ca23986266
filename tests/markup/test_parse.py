"""The dialect: what each line becomes, and what is refused."""

from __future__ import annotations

import pytest

from docgen import markup
from docgen.document import Cell, Footnote, Heading, Item, Paragraph, Reference, Strong, Table, plain
from docgen.problems import Place
from docgen.source.values import Text
from docgen.structure import Builder
from docgen.template.tokens import Piece, Tokens

FILES = ("body.md",)


def read(text: str, tokens: Tokens | None = None) -> Builder:
    builder = Builder()
    markup.parse(text, tokens or Tokens(), FILES, builder)
    return builder


def shape(builder: Builder) -> list[tuple[str, int, str]]:
    return [
        (type(block).__name__, getattr(block, "layer", 0), plain(getattr(block, "content", ())))
        for block in builder.blocks
    ]


def test_every_line_is_a_paragraph() -> None:
    assert shape(read("第一段\n第二段\n\n第三段")) == [
        ("Paragraph", 0, "第一段"),
        ("Paragraph", 0, "第二段"),
        ("Paragraph", 0, "第三段"),
    ]


def test_hashes_give_the_layer() -> None:
    text = "\n".join("#" * layer + " 标题" for layer in range(1, 6))
    assert [layer for _kind, layer, _text in shape(read(text))] == [1, 2, 3, 4, 5]


def test_items_take_the_third_layer_and_nest_by_indent() -> None:
    text = "# 一级\n1. 甲\n   1. 乙\n   1. 丙\n1. 丁"
    assert shape(read(text))[1:] == [
        ("Item", 3, "甲"),
        ("Item", 4, "乙"),
        ("Item", 4, "丙"),
        ("Item", 3, "丁"),
    ]


def test_items_go_one_layer_below_a_deep_heading() -> None:
    assert shape(read("# 一\n## 二\n### 三\n1. 甲"))[-1] == ("Item", 4, "甲")


def test_the_typed_number_of_an_item_is_ignored() -> None:
    assert [text for _kind, _layer, text in shape(read("7. 甲\n2. 乙"))] == ["甲", "乙"]


def test_a_dash_gives_a_paragraph_without_a_number() -> None:
    assert shape(read("- 甲")) == [("Paragraph", 0, "甲")]


@pytest.mark.parametrize("mark", ["。", "：", ".", ":"])
def test_a_heading_that_closes_a_sentence_takes_the_next_paragraph(mark: str) -> None:
    heading, after = read(f"## 加强领导{mark}\n坚持原则。\n另一段。").blocks
    assert isinstance(heading, Heading)
    assert (plain(heading.content), plain(heading.body)) == (f"加强领导{mark}", "坚持原则。")
    assert isinstance(after, Paragraph)


@pytest.mark.parametrize("next_line", ["1. 甲", "### 下一层", "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |"])
def test_such_a_heading_stands_alone_before_anything_else(next_line: str) -> None:
    heading = read(f"## 加强领导。\n{next_line}").blocks[0]
    assert isinstance(heading, Heading)
    assert heading.body == ()


def test_a_heading_can_refuse_to_run_in() -> None:
    heading, _paragraph = read("## 加强领导。 {不接排}\n坚持原则。").blocks
    assert isinstance(heading, Heading)
    assert heading.body == ()


def test_braces_behind_a_heading_give_key_and_numbering() -> None:
    heading = read("# 附则 {#fz 不编号}\n# 二 {重新编号}").blocks[0]
    assert heading == Heading(1, ("附则",), (), False, False, "fz", Place("body.md", 1))


def test_an_unknown_word_in_braces_names_the_known_ones() -> None:
    (problem,) = read("# 附则 {无编号}").problems
    assert (problem.id, problem.message) == ("MRK-007", "不认识“无编号”")
    assert "不编号" in problem.hint


def test_strong_closes_at_the_next_pair_of_stars() -> None:
    (block,) = read("**加强领导。**坚持原则").blocks
    assert block.content == (Strong("加强领导。"), "坚持原则")  # type: ignore[union-attr]


def test_strong_holds_values() -> None:
    tokens = Tokens()
    (block,) = read(f"**一是{tokens.put('领导*')}**", tokens).blocks
    assert block.content == (Strong("一是"), Strong("领导*"))  # type: ignore[union-attr]


def test_an_open_pair_of_stars_is_a_problem() -> None:
    (problem,) = read("**加强领导。坚持原则").problems
    assert (problem.id, problem.place) == ("MRK-002", Place("body.md", 1))


HOSTILE = [
    "# 不是标题",
    "1. 不是列表",
    "*星*",
    "**粗**",
    "|竖线|",
    "{{ 7*7 }}",
    "- 短横",
    "    四个空格",
    r"\n",
    "A<B & C《书》",
    "::: 表格",
    "```",
    "> 引用",
    "[a]: b",
    "{#键}",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_value_is_never_markup(text: str) -> None:
    tokens = Tokens()
    builder = read(f"{tokens.put(text)}\n# 标题{tokens.put(text)}\n1. {tokens.put(text)}", tokens)
    assert builder.problems == []
    paragraph, heading, item = builder.blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.content == (text,)
    assert isinstance(heading, Heading)
    assert plain(heading.content) == f"标题{text}"
    assert isinstance(item, Item)
    assert item.content == (text,)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_value_in_a_table_is_never_markup(text: str) -> None:
    tokens = Tokens()
    (table,) = read(f"| 甲 | 乙 |\n|---|---|\n| {tokens.put(text)} | 丙 |", tokens).blocks
    assert isinstance(table, Table)
    assert table.rows == (("甲", "乙"), (text, "丙"))


def test_a_value_of_several_lines_alone_gives_a_paragraph_a_line_with_its_own_place() -> None:
    tokens = Tokens()
    value = Text("第一行\n\n第二行", Place("plan.yaml", 5, 3), lines_follow=True)
    first, second = read(tokens.put(value), tokens).blocks
    assert first == Paragraph(("第一行",), Place("plan.yaml", 5, 3))
    assert second == Paragraph(("第二行",), Place("plan.yaml", 7, 3))


def test_a_value_of_several_lines_elsewhere_names_both_places() -> None:
    tokens = Tokens()
    value = Text("甲\n乙", Place("plan.yaml", 5, 3))
    (problem,) = read(f"\n# {tokens.put(value)}", tokens).problems
    assert problem.id == "MRK-004"
    assert str(problem.place) == "plan.yaml:5:3"
    assert "body.md" in problem.message


def test_a_piece_builds_itself_where_it_stands_alone() -> None:
    tokens = Tokens()
    piece = Piece("名单", lambda builder: builder.paragraph(("由名单加入",)))
    assert shape(read(f"甲\n{tokens.put(piece)}", tokens))[1] == ("Paragraph", 0, "由名单加入")


def test_a_piece_inside_a_line_is_a_problem() -> None:
    tokens = Tokens()
    piece = Piece("名单", lambda builder: None)
    (problem,) = read(f"甲{tokens.put(piece)}", tokens).problems
    assert (problem.id, problem.hint) == ("MRK-003", "让它单独占一行")


def test_references_and_footnotes_come_from_signs_in_a_value() -> None:
    tokens = Tokens()
    (block,) = read(tokens.put("见《见:目标》部分《注:以国家标准为准》。"), tokens).blocks
    assert block.content == ("见", Reference("目标"), "部分", Footnote("以国家标准为准"), "。")  # type: ignore[union-attr]


def test_a_table_has_columns_alignment_and_rows() -> None:
    (table,) = read("| 年级 | 节数 |\n|:----:|-----:|\n| 七 | **34** |").blocks
    assert isinstance(table, Table)
    assert [(column.name, column.align) for column in table.columns] == [
        ("年级", "center"),
        ("节数", "right"),
    ]
    assert table.rows[1] == ("七", Cell((Strong("34"),)))


def test_a_fence_gives_a_table_its_caption_and_direction() -> None:
    (table,) = read("::: 表格 标题=课时 横排\n| 甲 |\n|---|\n| 1 |\n:::").blocks
    assert isinstance(table, Table)
    assert (table.caption, table.landscape, table.head) == ("课时", True, 1)


@pytest.mark.parametrize(
    ("text", "line", "id_"),
    [
        ("甲\n#标题", 2, "MRK-001"),
        ("甲\n=====", 2, "MRK-001"),
        ("---", 1, "MRK-001"),
        ("```\n代码", 1, "MRK-001"),
        ("> 引用", 1, "MRK-001"),
        ("* 星号列表", 1, "MRK-001"),
        ("1、顿号", 1, "MRK-001"),
        ("1) 括号", 1, "MRK-001"),
        ("1.没有空格", 1, "MRK-001"),
        ("[a]: http", 1, "MRK-001"),
        ("![图](a.png)", 1, "MRK-001"),
        ("<div>块</div>", 1, "MRK-001"),
        ("中间有<b>标签</b>", 1, "MRK-001"),
        ("有`代码`", 1, "MRK-001"),
        ("有[链接](http)", 1, "MRK-001"),
        ("有&nbsp;实体", 1, "MRK-001"),
        ("###### 六层", 1, "MRK-005"),
        ("# 标题\n# ", 2, "MRK-006"),
        ("| 甲 | 乙 |\n| 丙 | 丁 |", 2, "MRK-009"),
        ("| 甲 | 乙 |\n|---|---|\n| 丙 |", 3, "MRK-010"),
        ("::: 表格\n| 甲 |\n|---|", 1, "MRK-008"),
        ("::: 框\n| 甲 |\n|---|\n:::", 1, "MRK-011"),
        ("::: 表格 表头行=两\n| 甲 |\n|---|\n:::", 1, "MRK-007"),
        ("::: 表格 题=甲\n| 甲 |\n|---|\n:::", 1, "MRK-007"),
    ],
)
def test_what_looks_like_other_markdown_is_refused_with_its_line(text: str, line: int, id_: str) -> None:
    marked = "\n".join(f"\ue0020:{number}\ue003{row}" for number, row in enumerate(text.split("\n"), 1))
    problems = read(marked).problems
    assert problems
    assert (problems[0].id, problems[0].place) == (id_, Place("body.md", line, 1))


def test_a_sixth_layer_of_items_is_refused() -> None:
    text = "# 一\n## 二\n### 三\n#### 四\n1. 五\n   1. 六"
    (problem,) = read(text).problems
    assert problem.id == "TRE-001"
    assert "最多五层" in problem.message
