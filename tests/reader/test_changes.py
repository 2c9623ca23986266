"""Tracked changes are accepted: what was deleted is out, what was inserted is in, nothing else is lost."""

from __future__ import annotations

from docgen.manuscript import Footnote, Grid, Line, Manuscript
from docgen.reader.read import read_docx
from tests.reader.packages import NAMESPACES, body, p, package, r, word

GONE = '<w:rPr><w:del w:id="1" w:author="王"/></w:rPr>'
TABLE = "<w:tbl><w:tr><w:tc>" + p("格") + "</w:tc></w:tr></w:tbl>"
BOX = "<w:r><w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict></w:r>"


def found(*blocks: str) -> list[str]:
    return [_text(piece) for piece in read_docx(word(*blocks), "x.docx").pieces]


def _text(piece: object) -> str:
    if isinstance(piece, Line):
        return piece.text
    assert isinstance(piece, Grid)
    return "|".join("/".join(cell.text for cell in row) for row in piece.rows)


def test_paragraphs_whose_marks_were_deleted_are_joined_into_one() -> None:
    parts = [p("一", properties=GONE), p("二", properties=GONE), p("三"), p("四")]

    assert found(*parts) == ["一二三", "四"]


def test_a_paragraph_that_would_be_joined_to_a_table_or_to_nothing_stays() -> None:
    assert found(p("甲", properties=GONE), TABLE, p("乙", properties=GONE)) == ["甲", "格", "乙"]


def test_a_moved_paragraph_stands_once_where_it_went() -> None:
    mark = '<w:rPr><w:moveFrom w:id="3"/></w:rPr>'
    moved = p('<w:moveFrom w:id="2">' + r("走") + "</w:moveFrom>", properties=mark)

    assert found(moved, p("留"), p('<w:moveTo w:id="4">' + r("走") + "</w:moveTo>")) == ["留", "走"]


def test_a_deleted_row_is_out() -> None:
    kept, gone = "<w:tr><w:tc>" + p("留") + "</w:tc></w:tr>", "<w:tc>" + p("删") + "</w:tc>"

    assert found(f'<w:tbl>{kept}<w:tr><w:trPr><w:del w:id="1"/></w:trPr>{gone}</w:tr></w:tbl>') == ["留"]


def test_a_deleted_text_box_is_out() -> None:
    box = BOX.format(p("框"))

    assert found(p(r("甲") + f'<w:del w:id="1">{box}</w:del>')) == ["甲"]
    assert found(p(r("甲") + box, properties=GONE), p("乙")) == ["框", "甲乙"]


def test_the_notes_of_what_is_joined_move_with_it() -> None:
    def mark(id: int) -> str:
        return f'<w:r><w:footnoteReference w:id="{id}"/></w:r>'

    manuscript = with_notes(
        p(r("前文") + mark(2), properties=GONE),
        p(r("后") + mark(3) + r("文") + '<w:del w:id="9">' + mark(2) + "</w:del>"),
    )
    (line,) = manuscript.pieces

    assert isinstance(line, Line)
    assert line.notes == (Footnote(2, "注2"), Footnote(3, "注3"))


def with_notes(*blocks: str) -> Manuscript:
    notes = "".join(f'<w:footnote w:id="{id}">{p(f"注{id}")}</w:footnote>' for id in (2, 3))
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rF" Type="x/footnotes" Target="footnotes.xml"/></Relationships>'
    )
    parts = {
        "word/footnotes.xml": f"<w:footnotes {NAMESPACES}>{notes}</w:footnotes>".encode(),
        "word/_rels/document.xml.rels": relations.encode(),
    }
    return read_docx(package(body(*blocks), parts), "x.docx")


def test_a_note_of_a_text_box_is_none_of_the_paragraph_it_hangs_on() -> None:
    inner = p(r("框") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
    pieces = with_notes(p(r("正文") + BOX.format(inner))).pieces

    assert [(piece.text, piece.notes) for piece in pieces if isinstance(piece, Line)] == [
        ("正文", ()),
        ("框", (Footnote(1, "注2"),)),
    ]


def test_a_field_that_never_ends_hides_nothing() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'

    assert found(p(begin + r("甲")), p("乙")) == ["甲", "乙"]


def test_remarks_of_programs_in_the_text_are_passed_over() -> None:
    assert found(p(r("甲") + "<?mso x?><!-- y -->" + r("乙"))) == ["甲乙"]


def test_the_strict_kind_is_read_as_the_usual_one() -> None:
    strict = body(p("甲", properties='<w:jc w:val="end"/>'))
    for old, new in (
        ("schemas.openxmlformats.org/wordprocessingml/2006/", "purl.oclc.org/ooxml/wordprocessingml/"),
        ("schemas.openxmlformats.org/officeDocument/2006/", "purl.oclc.org/ooxml/officeDocument/"),
    ):
        strict = strict.replace(old.encode(), new.encode())
    (line,) = read_docx(package(strict), "x.docx").pieces

    assert isinstance(line, Line)
    assert (line.text, line.align) == ("甲", "right")
