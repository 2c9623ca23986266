"""Charts: the part Word draws them from, the workbook of their data, how they stand in the text."""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal

import pytest
from lxml import etree

from docgen import formats
from docgen.document import BAR, COLUMN, LINE, Chart, Image, Paper, Paragraph, Series
from docgen.numbering import number
from docgen.problems import DocgenError
from docgen.word.package import write

FORMAT = formats.load()
NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "p": "http://schemas.openxmlformats.org/package/2006/relationships",
    "t": "http://schemas.openxmlformats.org/package/2006/content-types",
}


def series(name, *texts):
    return Series(name, tuple(None if text is None else Decimal(text) for text in texts))


RATES = (series("目标", "99.3", "98.0", "95.5"), series("实际", "99.5", None, "94.9"))


def chart(kind=COLUMN, categories=("小学", "初中", "高中"), given=RATES, caption="图1　巩固率", unit="%"):
    return Chart(kind, categories, given, 150, 80, caption, unit)


def document(*blocks):
    return write(number(Paper(("工作总结",), blocks))[0], FORMAT)


def parts(docx):
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def drawn(one):
    return etree.fromstring(parts(document(one))["word/charts/chart1.xml"])


def find(tree, path):
    return tree.xpath(path, namespaces=NAMESPACES)


def test_a_chart_stands_alone_in_its_paragraph_in_its_size_and_its_caption_below():
    tree = etree.fromstring(parts(document(chart()))["word/document.xml"])

    (paragraph,) = find(tree, "//w:p[w:pPr/w:pStyle/@w:val='Picture']")
    assert find(paragraph, ".//wp:extent/@cx") == [str(150 * 36000)]
    assert find(paragraph, ".//wp:extent/@cy") == [str(80 * 36000)]
    assert find(paragraph, "w:pPr/w:keepNext")
    assert find(paragraph, "following-sibling::w:p[1]/w:pPr/w:pStyle/@w:val") == ["Caption"]
    assert find(paragraph, "following-sibling::w:p[1]//w:t/text()") == ["图1　巩固率"]


def test_text_leads_to_the_chart_and_the_chart_to_its_workbook():
    found = parts(document(chart()))

    text, relations = (
        etree.fromstring(found[f"word/{name}"]) for name in ("document.xml", "_rels/document.xml.rels")
    )
    (id,) = find(text, "//c:chart/@r:id")
    assert find(relations, f"//p:Relationship[@Id='{id}']/@Target") == ["charts/chart1.xml"]
    (book,) = find(drawn(chart()), "//c:externalData/@r:id")
    relations = etree.fromstring(found["word/charts/_rels/chart1.xml.rels"])
    assert find(relations, f"//p:Relationship[@Id='{book}']/@Target") == [
        "../embeddings/Microsoft_Excel_Sheet1.xlsx"
    ]
    assert "word/embeddings/Microsoft_Excel_Sheet1.xlsx" in found


def test_the_package_says_what_its_parts_are():
    types = etree.fromstring(parts(document(chart()))["[Content_Types].xml"])

    (kind,) = find(types, "//t:Override[@PartName='/word/charts/chart1.xml']/@ContentType")
    assert kind.endswith("drawingml.chart+xml")
    (kind,) = find(types, "//t:Default[@Extension='xlsx']/@ContentType")
    assert kind.endswith("spreadsheetml.sheet")


def test_a_document_without_charts_says_nothing_of_them():
    found = parts(document(Paragraph(("文字。",))))

    assert b"xlsx" not in found["[Content_Types].xml"]
    assert not [name for name in found if "chart" in name]


@pytest.mark.parametrize(
    ("kind", "element", "direction"),
    [(COLUMN, "barChart", ["col"]), (BAR, "barChart", ["bar"]), (LINE, "lineChart", [])],
)
def test_each_kind_is_drawn_as_its_own(kind, element, direction):
    tree = drawn(chart(kind))

    assert len(find(tree, f"//c:{element}/c:ser")) == 2
    assert find(tree, "//c:barDir/@val") == direction


def test_names_and_numbers_stand_in_the_part_and_a_missing_number_is_a_gap():
    tree = drawn(chart())

    assert find(tree, "//c:tx//c:v/text()") == ["目标", "实际"]
    assert find(tree, "//c:ser[1]/c:cat//c:v/text()") == ["小学", "初中", "高中"]
    assert find(tree, "//c:ser[1]/c:val//c:v/text()") == ["99.3", "98.0", "95.5"]
    assert find(tree, "//c:ser[2]/c:val//c:pt/@idx") == ["0", "2"]
    assert find(tree, "//c:ser[2]/c:val//c:ptCount/@val") == ["3"]
    assert find(tree, "//c:dispBlanksAs/@val") == ["gap"]
    assert find(tree, "//c:title//a:t/text()") == ["单位：%"]


def test_the_workbook_holds_what_the_chart_refers_to():
    from openpyxl import load_workbook

    found = parts(document(chart()))
    book = load_workbook(io.BytesIO(found["word/embeddings/Microsoft_Excel_Sheet1.xlsx"]))
    sheet = book["Sheet1"]

    assert [list(row) for row in sheet.iter_rows(values_only=True)] == [
        [None, "目标", "实际"],
        ["小学", 99.3, 99.5],
        ["初中", 98, None],
        ["高中", 95.5, 94.9],
    ]
    assert find(drawn(chart()), "//c:ser[2]//c:f/text()") == [
        "Sheet1!$C$1",
        "Sheet1!$A$2:$A$4",
        "Sheet1!$C$2:$C$4",
    ]


@pytest.mark.parametrize(
    ("texts", "code"),
    [(("99.3", "98.0"), "0.0"), (("12", "30"), "0"), (("12", "30.5"), "General"), (("1.25", "0.50"), "0.00")],
)
def test_numbers_are_printed_with_the_decimals_they_were_typed_with(texts, code):
    tree = drawn(chart(categories=("甲", "乙"), given=(series("数", *texts),)))

    assert find(tree, "//c:dLbls/c:numFmt/@formatCode") == [code]


@pytest.mark.parametrize(
    ("kind", "texts", "least"),
    [
        (COLUMN, ("99", "98"), ["0"]),
        (BAR, ("99", "98"), ["0"]),
        (COLUMN, ("-1", "2"), []),
        (LINE, ("99", "98"), []),
    ],
)
def test_bars_begin_at_zero(kind, texts, least):
    tree = drawn(chart(kind, ("甲", "乙"), (series("数", *texts),)))

    assert find(tree, "//c:valAx/c:scaling/c:min/@val") == least


def test_numbers_that_would_touch_each_other_are_not_printed():
    many = tuple(f"第{at}项" for at in range(20))
    numbers = (series("数", *("1234.5" for _one in many)),)

    assert not find(drawn(chart(COLUMN, many, numbers)), "//c:dLbls")
    assert find(drawn(chart(BAR, many, numbers)), "//c:dLbls")
    assert not find(drawn(chart(BAR, many, numbers * 2)), "//c:dLbls")


def test_long_names_below_columns_stand_upwards():
    names = tuple(f"名称很长很长很长的第{at}个学校" for at in range(12))
    numbers = (series("数", *map(str, range(12))),)

    assert find(drawn(chart(COLUMN, names, numbers)), "//c:catAx//a:bodyPr/@rot") == ["-5400000"]
    assert not find(drawn(chart(BAR, names, numbers)), "//c:catAx//a:bodyPr/@rot")
    assert not find(drawn(chart()), "//c:catAx//a:bodyPr/@rot")


def test_every_text_of_a_chart_names_its_faces():
    tree = drawn(chart())

    texts = find(tree, "//a:defRPr | //a:r/a:rPr")
    assert len(texts) > 4
    for text in texts:
        assert find(text, "a:ea/@typeface") == ["仿宋_GB2312"]
        assert find(text, "a:latin/@typeface") and text.get("sz") == "1050"
    assert not find(tree, "//*[starts-with(@typeface, '+')] | //a:schemeClr")


@pytest.mark.parametrize("kind", [COLUMN, BAR, LINE])
def test_no_two_series_look_alike_in_black_and_white(kind):
    given = tuple(series(f"系列{at}", "1", "2") for at in range(6))
    tree = drawn(chart(kind, ("甲", "乙"), given))

    looks = [b"".join(map(etree.tostring, find(one, "c:spPr | c:marker"))) for one in find(tree, "//c:ser")]
    assert len(set(looks)) == 6
    for colour in find(tree, "//a:srgbClr/@val"):
        assert colour[:2] == colour[2:4] == colour[4:]


def test_a_chart_without_numbers_is_drawn_empty():
    tree = drawn(chart(given=(series("数", None, None, None),)))

    assert find(tree, "//c:val//c:ptCount/@val") == ["3"]
    assert not find(tree, "//c:val//c:pt")


def test_a_single_series_needs_no_legend():
    assert not find(drawn(chart(given=RATES[:1])), "//c:legend")
    assert find(drawn(chart()), "//c:legend")


def test_odd_words_are_words_in_the_part_and_in_the_workbook():
    odd = '<b>&amp;"]]>'
    one = chart(categories=(odd, "乙"), given=(series(odd, "1", "2"),), caption=odd, unit=odd)

    found = parts(document(one))
    tree = etree.fromstring(found["word/charts/chart1.xml"])

    assert find(tree, "//c:tx//c:v/text()") == [odd]
    assert find(tree, "//c:cat//c:pt[1]/c:v/text()") == [odd]
    with zipfile.ZipFile(io.BytesIO(found["word/embeddings/Microsoft_Excel_Sheet1.xlsx"])) as book:
        sheet = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    assert "".join(sheet.itertext()).startswith(odd)


def test_a_character_that_no_file_can_keep_is_a_problem():
    with pytest.raises(DocgenError) as stopped:
        document(chart(categories=("甲\x01", "乙", "丙")))

    assert [problem.id for problem in stopped.value.problems] == ["TRE-020"]


def test_charts_and_pictures_are_counted_together():
    picture = Image(b"\x89PNG", "png", 10, 10)
    tree = etree.fromstring(parts(document(chart(), picture, chart()))["word/document.xml"])

    assert find(tree, "//wp:docPr/@id") == ["1", "2", "3"]
    assert find(tree, "//wp:docPr/@name") == ["图表1", "图片2", "图表2"]
    assert find(tree, "//c:chart/@r:id") == ["rIdChart1", "rIdChart2"]


def test_the_same_charts_give_the_same_bytes():
    assert document(chart(), chart(LINE)) == document(chart(), chart(LINE))


def test_the_numbers_of_a_line_that_is_close_to_a_higher_one_stand_below_its_points():
    given = (series("目标", "99", "80", "90"), series("实际", "98", "85", "10"))
    tree = drawn(chart(LINE, given=given))

    assert find(tree, "//c:ser[1]//c:dLbl/c:idx/@val") == ["1"]
    assert find(tree, "//c:ser[2]//c:dLbl/c:idx/@val") == ["0"]
    assert find(tree, "//c:dLbl/c:dLblPos/@val") == ["b", "b"]
    assert find(tree, "//c:dLbls/c:dLblPos/@val") == ["t", "t"]
