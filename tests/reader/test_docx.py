"""What a .docx holds: every character that is seen, none that is not, each with where it stands."""

from __future__ import annotations

import io

import docx
import pytest

from docgen.manuscript import Footnote, Grid, Line, Picture
from docgen.reader.read import read_docx
from tests.reader.packages import NAMESPACES, body, p, package, r, word


def lines(data: bytes) -> list[Line]:
    return [piece for piece in read_docx(data, "x.docx").pieces if isinstance(piece, Line)]


def texts(data: bytes) -> list[str]:
    return [line.text for line in lines(data)]


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ((r("甲"), "<w:r><w:tab/></w:r>", r("乙")), "甲\t乙"),
        ((r("甲"), "<w:r><w:br/></w:r>", r("乙")), "甲\n乙"),
        ((r("甲"), '<w:r><w:br w:type="page"/></w:r>', r("乙")), "甲乙"),
        ((r("2026"), "<w:r><w:noBreakHyphen/></w:r>", r("09")), "2026-09"),
        (('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', r("合格")), "√合格"),
        (('<w:hyperlink w:anchor="a">', r("链接"), "</w:hyperlink>"), "链接"),
        ((r("甲"), '<w:ins w:id="1" w:author="王">', r("乙"), "</w:ins>"), "甲乙"),
        ((r("甲"), '<w:del w:id="1"><w:r><w:delText>乙</w:delText></w:r></w:del>', r("丙")), "甲丙"),
        ((r("甲"), '<w:moveFrom w:id="1">', r("乙"), "</w:moveFrom>"), "甲"),
        (('<w:moveTo w:id="1">', r("乙"), "</w:moveTo>", r("丙")), "乙丙"),
        ((r("甲", "<w:vanish/>"), r("乙")), "乙"),
        (("<w:sdt><w:sdtContent>", r("控件"), "</w:sdtContent></w:sdt>"), "控件"),
        (("<w:smartTag><w:smartTag>", r("标记"), "</w:smartTag></w:smartTag>"), "标记"),
        (('<w:fldSimple w:instr="DATE">', r("九月"), "</w:fldSimple>"), "九月"),
        (
            (
                field("begin"),
                "<w:r><w:instrText>PAGE</w:instrText></w:r>",
                field("separate"),
                r("3"),
                field("end"),
            ),
            "3",
        ),
        ((r("x="), "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"), "x=a+b"),
        (
            (
                "<w:r><w:ruby><w:rt>"
                + r("pin")
                + "</w:rt><w:rubyBase>"
                + r("拼")
                + "</w:rubyBase></w:ruby></w:r>",
            ),
            "拼",
        ),
    ],
)
def test_a_paragraph_says_what_is_seen(content: tuple[str, ...], expected: str) -> None:
    assert texts(word(p("".join(content)))) == [expected]


def test_places_count_all_paragraphs_of_the_main_part() -> None:
    found = lines(
        word(p("甲"), p(), p("乙"), "<w:tbl><w:tr><w:tc>" + p("格") + "</w:tc></w:tr></w:tbl>", p("丙"))
    )

    assert [(line.text, line.place.line) for line in found] == [("甲", 1), ("乙", 3), ("丙", 5)]


def test_a_field_that_goes_over_paragraphs_shows_its_result_only() -> None:
    start = field("begin") + '<w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r>' + field("separate")

    assert texts(word(p(start + r("一、目标\t1")), p("二、措施\t2"), p(field("end") + r("正文")))) == [
        "一、目标\t1",
        "二、措施\t2",
        "正文",
    ]


def test_a_paragraph_whose_mark_was_deleted_is_joined_with_the_next() -> None:
    gone = '<w:rPr><w:del w:id="1" w:author="王"/></w:rPr>'
    found = lines(word(p("前半，", properties=gone), p("后半。")))

    assert [(line.text, line.place.line) for line in found] == [("前半，后半。", 1)]


def test_text_boxes_stand_behind_the_paragraph_they_hang_on_and_only_once() -> None:
    box = "<w:txbxContent>" + p("框里的字") + "</w:txbxContent>"
    drawn = f"<w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>"
    old = f"<w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict>"
    choice, fallback = f"<mc:Choice>{drawn}</mc:Choice>", f"<mc:Fallback>{old}</mc:Fallback>"
    both = f"<mc:AlternateContent>{choice}{fallback}</mc:AlternateContent>"

    assert texts(word(p(r("正文") + f"<w:r>{both}</w:r>"), p("后文"))) == ["正文", "框里的字", "后文"]
    assert texts(word(p(r("正文") + f"<w:r>{old}</w:r>"))) == ["正文", "框里的字"]


def test_blocks_in_controls_are_read() -> None:
    inner = "<w:sdt><w:sdtContent>" + p("控件里的一段") + "</w:sdtContent></w:sdt>"

    assert texts(word(inner, p("后文"))) == ["控件里的一段", "后文"]


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def test_merged_cells_say_over_how_many_columns_and_rows() -> None:
    table = (
        "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>"
        + cell("时间", '<w:vMerge w:val="restart"/>')
        + cell("安排", '<w:gridSpan w:val="2"/>')
        + "</w:tr><w:tr>"
        + cell("", "<w:vMerge/>")
        + cell("上午")
        + cell("下午")
        + "</w:tr></w:tbl>"
    )
    (grid,) = [piece for piece in read_docx(word(table), "x").pieces if isinstance(piece, Grid)]

    shape = [[(one.text, one.across, one.down) for one in row] for row in grid.rows]
    assert shape == [[("时间", 1, 2), ("安排", 2, 1)], [("上午", 1, 1), ("下午", 1, 1)]]
    assert (grid.columns, grid.head, grid.place.line) == (3, 1, 1)


def test_a_table_in_a_cell_gives_its_lines_to_it() -> None:
    inner = "<w:tbl><w:tr>" + cell("内一") + cell("内二") + "</w:tr></w:tbl>"
    outer = f"<w:tbl><w:tr><w:tc>{p('外')}{inner}{p('后')}</w:tc></w:tr></w:tbl>"
    (grid,) = [piece for piece in read_docx(word(outer), "x").pieces if isinstance(piece, Grid)]

    assert grid.rows[0][0].text == "外\n内一\n内二\n后"


def test_footnotes_stand_where_their_marks_are() -> None:
    notes = f'<w:footnotes {NAMESPACES}><w:footnote w:id="2">{p("出处")}</w:footnote></w:footnotes>'
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    relation = (
        '<Relationship Id="rIdF" Target="footnotes.xml" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"/>'
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + relation
        + "</Relationships>"
    )
    data = package(
        body(p(r("前文") + mark + r("后文"))),
        {"word/footnotes.xml": notes.encode(), "word/_rels/document.xml.rels": relations.encode()},
    )

    assert lines(data)[0].notes == (Footnote(2, "出处"),)


@pytest.mark.parametrize(
    ("set_in", "characters"),
    [
        ('w:leftChars="500" w:left="1600" w:hangingChars="300" w:hanging="960"', 2.0),
        ('w:left="3200"', 10.0),
        ('w:start="1600" w:firstLineChars="0" w:firstLine="0"', 5.0),
        ('w:firstLine="640"', 2.0),
    ],
)
def test_an_indent_is_that_of_the_first_line_whatever_it_is_made_of(set_in: str, characters: float) -> None:
    (line,) = lines(word(p(r("标题", '<w:sz w:val="32"/>'), properties=f"<w:ind {set_in}/>")))

    assert line.indent == characters


def test_what_a_line_looks_like_is_told() -> None:
    look = '<w:jc w:val="center"/><w:outlineLvl w:val="0"/><w:ind w:firstLineChars="200" w:firstLine="640"/>'
    big = '<w:sz w:val="44"/><w:b/>'
    (line,) = lines(word(p(r("标题", big), properties=look)))

    assert (line.align, line.level, line.indent, line.size, line.strong) == ("center", 1, 2.0, 22.0, True)


def test_words_set_apart_at_the_beginning_are_counted() -> None:
    (line,) = lines(word(p(r("加强领导。", "<w:b/>") + r("坚持定期研究。"))))

    assert line.lead == 5 and not line.strong


def test_page_breaks_are_told() -> None:
    found = lines(
        word(
            p("甲"),
            p('<w:r><w:br w:type="page"/></w:r>'),
            p("乙"),
            p("丙", properties="<w:pageBreakBefore/>"),
        )
    )

    assert [line.breaks for line in found] == [False, True, True]


def test_headers_are_no_text() -> None:
    made = docx.Document()
    made.add_paragraph("正文")
    made.sections[0].header.paragraphs[0].text = "页眉"
    out = io.BytesIO()
    made.save(out)
    found = read_docx(out.getvalue(), "x.docx")

    assert [line.text for line in found.headers] == ["页眉"]
    assert texts(out.getvalue()) == ["正文"]


def test_pictures_come_with_their_bytes_and_sizes() -> None:
    from PIL import Image

    picture = io.BytesIO()
    Image.new("RGB", (30, 20), "blue").save(picture, "PNG")
    made = docx.Document()
    made.add_picture(io.BytesIO(picture.getvalue()), width=docx.shared.Mm(60))
    out = io.BytesIO()
    made.save(out)
    (found,) = [piece for piece in read_docx(out.getvalue(), "x").pieces if isinstance(piece, Picture)]

    assert (found.suffix, round(found.width), round(found.height)) == ("png", 60, 40)
    assert found.data == picture.getvalue()


def test_what_was_decided_in_reading_is_told() -> None:
    changed = p(
        r("甲") + '<w:ins w:id="1">' + r("乙") + "</w:ins>" + '<w:r><w:commentReference w:id="0"/></w:r>'
    )
    found = read_docx(word(changed, p(r("藏", "<w:vanish/>") + r("露"))), "x.docx")

    assert [problem.id for problem in found.problems] == ["RDR-010", "RDR-011", "RDR-012"]
    assert "1处修订" in found.problems[0].message
