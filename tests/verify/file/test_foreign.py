"""Files that others made are judged by what their settings come to."""

from __future__ import annotations

from pathlib import Path

import pytest

import docgen
from docgen.formats import load
from docgen.ooxml.read import read
from docgen.verify.file.gather import gather
from docgen.verify.report import Result

EXAMPLES = Path(__file__).parent.parent.parent.parent / "examples"

BODY = (
    '<w:spacing w:line="579" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/>'
    '<w:jc w:val="both"/><w:widowControl w:val="0"/>'
)
TYPE = '<w:rFonts w:eastAsia="仿宋"/><w:spacing w:val="-5"/><w:sz w:val="32"/>'
HEAD = '<w:rFonts w:eastAsia="黑体"/><w:spacing w:val="-5"/><w:sz w:val="32"/>'
TITLE = '<w:rFonts w:eastAsia="方正小标宋简体"/><w:sz w:val="44"/>'
SECTION = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" '
    'w:left="1588" w:header="851" w:footer="1417" w:gutter="0"/></w:sectPr>'
)
TEXT = "全体教师要深入研读课程标准，准确把握学段要求，精心设计教学环节。"


def paragraph(text: str, properties: str = "", run: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


@pytest.fixture
def document(packed):
    """A notice with typed numbers and all its looks said by its paragraphs, changed as asked."""

    def document(body=TEXT, properties=BODY, type=TYPE, old="", new=""):
        docx = (
            paragraph("关于开展教学常规检查的通知", '<w:jc w:val="center"/>', TITLE)
            + paragraph("各处室：", "", TYPE)
            + paragraph("一、总体要求", BODY, HEAD)
            + paragraph(body, properties, type)
            + paragraph("某某市教育局", '<w:jc w:val="right"/>', TYPE)
            + paragraph("2026年9月1日", '<w:jc w:val="right"/>', TYPE)
        )
        return packed(docx, SECTION.replace(old, new) if old else SECTION)

    return document


def faults(found, docx):
    return {check for check, row in found(docx).items() if row.result is Result.FAIL}


PAGE = {"file.foot.number", "file.sides"}
"""What the small document lacks: it has no footers."""


def test_a_document_that_reaches_the_grid_by_its_own_settings_is_not_blamed(document, found):
    assert faults(found, document()) == PAGE


@pytest.mark.parametrize(
    "line, right",
    [("579", True), ("560", True), ("580", False), ("600", False), ("540", False)],
)
def test_what_counts_is_how_many_lines_a_page_takes(document, found, line, right):
    docx = document(properties=BODY.replace("579", line))

    assert ("file.lines" not in faults(found, docx)) is right


@pytest.mark.parametrize("spacing, right", [("-5", True), ("-4", False), ("0", False)])
def test_what_counts_is_how_many_characters_a_line_takes(document, found, spacing, right):
    docx = document(type=TYPE.replace('"-5"', f'"{spacing}"'))

    assert ("file.characters" not in faults(found, docx)) is right


@pytest.mark.clause("HD-17")
@pytest.mark.parametrize(
    "change, check",
    [
        ({"type": TYPE.replace("仿宋", "宋体")}, "file.face"),
        ({"type": TYPE.replace('"32"', '"28"')}, "file.size"),
        ({"type": TYPE + '<w:color w:val="0000FF"/>'}, "file.color"),
        ({"properties": BODY.replace('"200"', '"100"').replace('"640"', '"320"')}, "file.indent"),
        ({"old": '"2098"', "new": '"1440"'}, "file.margin.top"),
        ({"old": '"11906"', "new": '"12240"'}, "file.paper"),
        ({"body": "此页无正文"}, "file.form.leftovers"),
        ({"body": "主题词：教学　常规　通知"}, "file.form.leftovers"),
    ],
)
def test_what_is_wrong_in_effect_is_a_fault(document, found, change, check):
    assert check in faults(found, document(**change))


def test_a_section_s_face_may_have_any_of_its_names(document, found):
    assert "file.face" not in faults(found, document(type=TYPE.replace("仿宋", "FangSong")))


def test_settings_that_word_has_by_default_are_advice(document, found):
    rows = found(document(properties=BODY.replace('<w:widowControl w:val="0"/>', "")))

    assert rows["file.widow"].result is Result.WARN


def test_an_indent_of_spaces_is_advice(document, found):
    rows = found(document(body="　　" + TEXT))

    assert rows["file.indent.typed"].result is Result.WARN
    assert rows["file.indent.typed"].measured == "2个"


def test_a_finding_names_its_place_and_how_to_mend_it(document, found):
    row = found(document(type=TYPE.replace("仿宋", "宋体")))["file.face"]

    assert (row.required, row.measured, row.clause) == ("仿宋_GB2312", "宋体", "7.3.3")
    assert row.hint == "“字体—中文字体”设为仿宋_GB2312"
    assert [(spot.part, spot.paragraph, spot.role) for spot in row.places] == [
        ("word/document.xml", 4, "正文")
    ]


def test_a_document_that_says_nothing_at_all_is_judged_all_the_same(packed, found):
    assert "file.paper" in faults(found, packed("", ""))
    assert "file.paper" in faults(found, packed(paragraph("全体教师参加。"), ""))


@pytest.mark.parametrize("value", ["abc", "", "-99999999999999999999", "1e999", "０"])
def test_values_that_are_no_numbers_break_nothing(document, found, value):
    properties = BODY.replace("579", value).replace("640", value).replace("200", value)
    run = TYPE.replace('"32"', f'"{value}"').replace('"-5"', f'"{value}"')

    assert found(document(properties=properties, type=run, old='"2098"', new=f'"{value}"'))


def test_a_title_is_known_by_its_style_as_well(packed, found):
    styles = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
    docx = packed(paragraph("关于召开会议的通知", '<w:pStyle w:val="T"/>', TYPE), SECTION, styles=styles)

    assert [spot.role for spot in found(docx)["file.size"].places] == ["标题"]


SIGNED = '<w:tabs><w:tab w:val="center" w:pos="3000"/></w:tabs><w:jc w:val="left"/>'
HUNG = '<w:ind w:left="1585" w:hanging="945"/><w:spacing w:line="579" w:lineRule="exact"/>'


def roles_of(packed, *more):
    """The roles of `more` paragraphs that follow a title and a text."""
    head = paragraph("关于召开会议的通知", '<w:jc w:val="center"/>', TITLE) + paragraph(TEXT, BODY, TYPE)
    file = gather(read(packed(head + "".join(more), SECTION)), load())
    return [file.role(one) for one in file.paragraphs][2:]


@pytest.mark.parametrize(
    "more, roles",
    [
        (["附件：1.项目管理规定", "2.2026年计划"], ["attachment-note", "attachment-note"]),
        (["甲局\t乙局", "丙局", "2026年9月1日"], ["organ", "organ", "date"]),
        (["某某局", "2026年9月1日", "（此件公开发布）"], ["organ", "date", "annotation"]),
        (["出席：甲某、乙某", "请假：丙某"], ["attendance", "attendance"]),
        (["一、总体要求", "（一）目标", "1.任务"], ["heading.1", "heading.2", "heading.3"]),
        (["附件2"], ["attachment-mark"]),
        (["抄送：县委办公室。", "某某局2026年9月1日印发"], ["colophon", "colophon"]),
    ],
)
def test_what_paragraphs_are_is_read_from_their_text_and_place(packed, more, roles):
    texts = (text.replace("\t", "</w:t><w:tab/><w:t>") for text in more)

    assert roles_of(packed, *(paragraph(text, "", TYPE) for text in texts)) == roles


def test_a_heading_without_a_number_is_known_by_its_outline_level(packed):
    assert roles_of(packed, paragraph("几点说明", '<w:outlineLvl w:val="0"/>', HEAD)) == ["heading.1"]


@pytest.mark.parametrize("text, right", [("组长：某某　副局长", True), ("各校要认真落实，做好准备。", False)])
def test_a_leading_group_hangs_its_names_and_running_text_does_not(document, found, text, right):
    docx = document(body=text, properties=HUNG + '<w:jc w:val="both"/>')

    assert ("file.indent.hanging" not in faults(found, docx)) is right


@pytest.mark.clause("NB-13")
def test_typed_numbers_of_docgen_s_own_papers_are_as_right_as_automatic_ones(found):
    docx = docgen.render(EXAMPLES / "gongwen" / "01-letterhead.yaml", numbers="text").to_bytes("docx")

    assert found(docx) == {}
