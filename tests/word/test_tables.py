"""Tables as Word reads them: the XML, and where the cells stand on the rendered page."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree

from docgen import formats
from docgen.document import Cell, Column, Footnote, Paper, Paragraph, Strong, Table
from docgen.numbering import number
from docgen.problems import DocgenError
from docgen.word import tables
from docgen.word.package import write
from docgen.word.runs import Pen
from docgen.word.tables_layout import lay_out
from docgen.word.tables_setting import setting

FORMAT = formats.load()
SETTING = setting(FORMAT)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMESPACES = {"w": W[1:-1]}
LONG = "严格执行课程方案，开齐开足各类课程，把课后服务、作业管理和体质监测落到实处。"


def xml(table, pen=None):
    layout, problems = lay_out(table, SETTING)
    assert problems == []
    text = tables.write(table, layout, SETTING, pen or Pen())
    return etree.fromstring(f'<w:body xmlns:w="{W[1:-1]}">{text}</w:body>')


def plain(*rows, head=1, caption=""):
    return Table(tuple(Column() for _ in rows[0]), tuple(rows), head, caption)


def find(tree, path):
    return tree.xpath(path, namespaces=NAMESPACES)


def texts(tree):
    """Every row as the texts of its cells, the lines of a cell parted by /."""
    return [
        ["/".join("".join(p.itertext()) for p in cell.iter(f"{W}p")) for cell in row.iter(f"{W}tc")]
        for row in tree.iter(f"{W}tr")
    ]


def document(*blocks):
    numbered, problems = number(Paper(("工作计划",), blocks))
    assert problems == []
    return write(numbered, FORMAT)


def test_every_cell_holds_its_text():
    tree = xml(plain(("序号", "任务"), ("1", "甲"), ("2", "")))

    assert texts(tree) == [["序号", "任务"], ["1", "甲"], ["2", ""]]


@pytest.mark.parametrize("text", ["a<b>&c", "100%", "%s", "“引号”——…", "  空格  ", "]]>"])
def test_texts_come_through_as_typed(text):
    tree = xml(plain(("甲", "乙"), (text, Cell((text,)))))

    assert texts(tree)[1] == [text, text]
    assert texts(xml(plain(("甲", "乙"), (text, text))))[1] == [text, text]


def test_widths_agree_in_table_grid_and_cells():
    tree = xml(plain(("甲", "乙"), ("1", LONG)))
    widths = [int(column.get(f"{W}w")) for column in tree.iter(f"{W}gridCol")]

    assert sum(widths) == SETTING.portrait
    assert int(find(tree, "//w:tblW/@w:w")[0]) == SETTING.portrait
    for row in tree.iter(f"{W}tr"):
        assert [int(cell.get(f"{W}w")) for cell in row.iter(f"{W}tcW")] == widths


@pytest.mark.clause("TB-04", "TB-05")
def test_the_table_is_fixed_centred_and_ruled():
    tree = xml(plain(("甲", "乙"), ("1", "2")))

    assert find(tree, "//w:tblLayout/@w:type") == ["fixed"]
    assert find(tree, "//w:tblPr/w:jc/@w:val") == ["center"]
    assert find(tree, "//w:tblBorders/*/@w:sz") == ["8", "8", "8", "8", "4", "4"]
    assert find(tree, "//w:tblCellMar/w:left/@w:w") == ["68"]


def test_head_rows_repeat_and_no_row_splits():
    tree = xml(plain(("甲", "乙"), ("丙", "丁"), ("1", "2"), head=2))
    rows = find(tree, "//w:tr")

    assert [len(find(row, "w:trPr/w:tblHeader")) for row in rows] == [1, 1, 0]
    assert [len(find(row, "w:trPr/w:cantSplit")) for row in rows] == [1, 1, 1]


def test_head_cells_have_the_style_of_heads_are_centred_and_keep_with_the_first_row():
    tree = xml(plain(("甲", "内容"), ("1", LONG)))
    head, body = find(tree, "//w:tr")

    assert find(head, ".//w:pStyle/@w:val") == ["TableHead", "TableHead"]
    assert find(head, ".//w:pPr/w:jc/@w:val") == ["center", "center"]
    assert len(find(head, ".//w:keepNext")) == 2
    assert find(body, ".//w:pStyle/@w:val") == ["TableText", "TableText"]
    assert find(body, ".//w:pPr/w:jc/@w:val") == ["center", "left"]
    assert find(body, ".//w:keepNext") == []


def test_a_table_without_a_head_has_no_head_rows():
    tree = xml(plain(("甲", "乙"), ("1", "2"), head=0))

    assert find(tree, "//w:tblHeader") == []
    assert set(find(tree, "//w:pStyle/@w:val")) == {"TableText"}


def test_the_caption_stands_above_and_keeps_with_the_table():
    tree = xml(plain(("甲",), ("1",), caption="表1 <任务>"))

    assert [child.tag for child in tree] == [f"{W}p", f"{W}tbl"]
    assert "".join(tree[0].itertext()) == "表1 <任务>"
    assert find(tree[0], "w:pPr/w:pStyle/@w:val") == ["Caption"]
    assert len(find(tree[0], "w:pPr/w:keepNext")) == 1


def test_spans_become_grid_spans_and_vertical_merges():
    rows = [(Cell(("甲",), down=2), Cell(("乙",), across=2)), ("丙", "丁"), ("1", "2", "3")]
    tree = xml(Table((Column(),) * 3, tuple(rows), 2))

    assert texts(tree) == [["甲", "乙"], ["", "丙", "丁"], ["1", "2", "3"]]
    assert find(tree, "//w:gridSpan/@w:val") == ["2"]
    first, second, third = find(tree, "//w:tr")
    assert find(first, ".//w:vMerge/@w:val") == ["restart"]
    assert len(find(second, ".//w:vMerge")) == 1
    assert find(second, ".//w:vMerge/@w:val") == []
    assert find(third, ".//w:vMerge") == []
    for row in (first, second, third):
        assert sum(map(int, find(row, ".//w:tcW/@w:w"))) == SETTING.portrait


def test_lines_of_a_cell_become_paragraphs():
    content = ("一\n二", Strong("三\n四"), "五")
    tree = xml(plain(("甲", "乙"), ("1\n2", Cell(content))))

    assert texts(tree)[1] == ["1/2", "一/二三/四五"]
    assert texts(xml(plain(("甲",), ("1\n2",))))[1] == ["1/2"]
    assert len(find(tree, "//w:b")) == 2


def test_cells_take_inline_content():
    pen = Pen()
    tree = xml(plain(("甲",), (Cell(("见", Footnote("注文"))),)), pen)

    assert pen.notes == ["注文"]
    assert len(find(tree, "//w:footnoteReference")) == 1


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (Cell(("一、小学部",), across=2), "center"),
        (Cell((LONG,), across=2), "left"),
        (Cell((LONG,), across=2, align="right"), "right"),
    ],
)
def test_a_band_over_all_columns_is_centred_unless_it_is_running_text(cell, expected):
    tree = xml(plain(("甲", "乙"), (cell,)))

    assert find(tree, "//w:tr[2]//w:jc/@w:val") == [expected]


def test_the_alignment_of_a_cell_outranks_that_of_its_column():
    columns = (Column(align="right"), Column())
    tree = xml(Table(columns, (("甲", "乙"), ("1", "2"), (Cell(("3",), align="left"), "4"))))

    assert find(tree, "//w:tr[2]//w:jc/@w:val") == ["right", "center"]
    assert find(tree, "//w:tr[3]//w:jc/@w:val") == ["left", "center"]


def test_a_crowded_table_writes_its_smaller_type_out():
    names = tuple(f"{month}月工作安排" for month in range(1, 25))
    tree = xml(plain(names, tuple("一二三四" for _ in names)))

    assert set(find(tree, "//w:r/w:rPr/w:sz/@w:val")) == {"18"}
    assert len(find(tree, "//w:r/w:rPr/w:sz")) == len(find(tree, "//w:r"))


def test_a_smaller_type_keeps_bold_and_the_hint():
    names = tuple(f"{month}月工作安排" for month in range(1, 25))
    tree = xml(plain(names, (Cell((Strong("要点"),)), *names[1:])), Pen(hint=True))

    assert [child.tag for child in find(tree, "//w:rPr[w:b]")[0]] == [
        f"{W}rFonts",
        f"{W}b",
        f"{W}sz",
        f"{W}szCs",
    ]


def test_a_faulty_span_stops_the_writing():
    with pytest.raises(DocgenError, match="TRE-021"):
        document(plain(("甲", "乙"), ("1",)))


def test_tables_are_parted_from_each_other_and_from_the_end():
    one = plain(("甲",), ("1",))
    with zipfile.ZipFile(io.BytesIO(document(one, one))) as parts:
        tree = etree.fromstring(parts.read("word/document.xml"))

    tags = [child.tag.removeprefix(W) for child in tree[0]]
    assert tags[-5:] == ["tbl", "p", "tbl", "p", "sectPr"]


@pytest.mark.rendered
def test_documents_with_tables_are_valid(validate):
    rows = [
        (Cell(("甲",), down=2), Cell(("乙",), across=2)),
        ("丙", "丁"),
        ("1\n2", Cell((Strong("3"),)), LONG),
    ]
    names = tuple(f"{month}月工作安排" for month in range(1, 25))

    validate(
        document(
            Table((Column(),) * 3, tuple(rows), 2, "合并的表"),
            Paragraph(("中间的话。",)),
            plain(names, names, caption="宽表"),
            Paragraph(("最后的话。",)),
        )
    )


@pytest.mark.rendered
def test_merged_cells_land_where_they_should(render):
    rows = [(Cell(("甲",), down=2), Cell(("乙",), across=2)), ("丙", "丁"), ("戊", "己", "庚")]
    columns = tuple(Column(width=52) for _ in range(3))
    (page,) = render(document(Table(columns, tuple(rows), 2))).pages
    middles = [28 + 26, 28 + 52 + 26, 28 + 104 + 26]  # mm, of the three columns
    lines = {line.text: line for line in page.lines}

    assert list(lines)[1:] == ["乙", "甲", "丙丁", "戊己庚"]
    assert lines["乙"].centre == pytest.approx((middles[1] + middles[2]) / 2, abs=1)
    assert lines["甲"].centre == pytest.approx(middles[0], abs=1)
    assert lines["丙丁"].centre == pytest.approx((middles[1] + middles[2]) / 2, abs=1)
    assert lines["戊己庚"].centre == pytest.approx(middles[1], abs=1)
    assert lines["甲"].baseline == pytest.approx((lines["乙"].baseline + lines["丙丁"].baseline) / 2, abs=0.3)


@pytest.mark.clause("TB-04")
@pytest.mark.rendered
def test_the_head_is_repeated_on_every_page(render):
    rows = [(str(at), LONG * 2) for at in range(30)]
    pages = render(document(plain(("序号", "工作内容"), *rows))).pages

    assert len(pages) > 1
    assert pages[0].lines[1].text == "序号工作内容"
    assert {page.lines[0].text for page in pages[1:]} == {"序号工作内容"}


@pytest.mark.rendered
def test_a_wide_table_stands_on_a_landscape_page_between_upright_ones(render):
    names = tuple(f"{month}月工作安排" for month in range(1, 9))
    pages = render(
        document(Paragraph(("前面的话。",)), plain(names, names), Paragraph(("后面的话。",)))
    ).pages

    assert [(round(page.width), round(page.height)) for page in pages] == [(210, 297), (297, 210), (210, 297)]
    table = next(line for line in pages[1].lines if "月工作安排" in line.text)
    assert table.left >= 35 and table.right <= 297 - 37 + 1


def test_the_last_row_of_a_table_is_accompanied_by_the_one_above():
    written = xml(plain(("序号", "任务"), *((str(number), "巡查") for number in range(1, 5))))

    kept = [row.find(".//{*}keepNext") is not None for row in written.findall(".//{*}tr")]
    assert kept == [True, False, False, True, False]
