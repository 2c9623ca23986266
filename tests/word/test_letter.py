from __future__ import annotations

import io
import re
import zipfile

import pytest
from docx import Document

from docgen.document import LETTER, Attachment, Column, Letterhead, Paper, Paragraph, Table
from docgen.formats import load
from docgen.numbering import number
from docgen.word import write
from docgen.word.letter import foot_xml, head
from docgen.word.runs import BLANK, Pen

FORMAT = load()
TEXT = Paragraph(("近期，学校门前车辆拥堵，恳请贵局支持。",))
WIDE = Table((Column("事项"), Column("时间")), (("事项", "时间"), ("家访", "十月")), landscape=True)
NUMBER = "某教函〔2026〕12号"


def paper(**letterhead):
    given = {"organs": ("某某市教育局",), "document_number": NUMBER} | letterhead
    return Paper(("关于商请支持的函",), (TEXT,), form=LETTER, letterhead=Letterhead(**given))


def written(**letterhead):
    return list(head(paper(**letterhead), FORMAT, Pen()))


def words(xml):
    """The text of a paragraph; a tab stop's own element has attributes."""
    return re.sub("<[^>]+>", "", xml.replace("<w:tab/>", "\t"))


def document(**parts):
    made = Paper(
        ("关于商请支持的函",),
        parts.pop("blocks", (TEXT,)),
        form=LETTER,
        letterhead=Letterhead(("某某市教育局",), document_number=NUMBER),
        **parts,
    )
    numbered, problems = number(made)
    assert problems == []
    with zipfile.ZipFile(io.BytesIO(write(numbered, FORMAT))) as package:
        return package.read("word/document.xml").decode()


def sections(xml):
    return re.findall(r"<w:sectPr.*?</w:sectPr>", xml)


@pytest.mark.clause("LT-01")
@pytest.mark.parametrize(
    "given",
    [
        {"suffix": "文件"},
        {"organs": ("某某市教育局", "某某市公安局")},
    ],
)
def test_the_mark_is_the_name_of_the_lead_organ_alone(given):
    assert words(written(**given)[0]) == "某某市教育局"


def test_the_mark_stands_in_a_frame_that_is_placed_on_the_sheet():
    frame = re.search(r"<w:framePr [^>]*/>", written()[0]).group()

    assert 'w:vAnchor="page"' in frame
    assert 'w:hAnchor="page"' in frame


def test_every_line_of_a_long_mark_stands_in_the_frame():
    lines = written(organs=("某某省某某自治州人力资源和社会保障局学生资助管理中心",))

    framed = [line for line in lines if "<w:framePr " in line]
    assert len(framed) == 2
    assert len({re.search(r"<w:framePr [^>]*/>", line).group() for line in framed}) == 1


@pytest.mark.clause("LT-05", "LT-06", "LT-07")
@pytest.mark.parametrize(
    "given, lines",
    [
        ({}, [NUMBER]),
        ({"copy_number": "000001"}, [f"000001\t{NUMBER}"]),
        (
            {"copy_number": "000001", "secrecy": "秘密★1年", "urgency": "特急"},
            [f"000001\t{NUMBER}", "秘密★1年", "特急"],
        ),
        ({"urgency": "加急"}, [f"加急\t{NUMBER}"]),
        ({"secrecy": "机密", "document_number": ""}, ["机密"]),
        ({"document_number": ""}, []),
    ],
)
def test_elements_stand_at_the_left_under_the_rule_and_the_number_at_the_right_of_the_first(given, lines):
    _mark, _rule, *under = written(**given)

    assert [words(line) for line in under if line != BLANK] == lines
    assert under[len(lines) :] == [BLANK] * FORMAT.letter.blank_after


def test_secrecy_beside_the_number_keeps_its_face():
    line = written(secrecy="秘密★1年")[2]

    assert FORMAT.letterhead.secrecy_face in line.split("秘密★1年")[0]
    assert FORMAT.letterhead.secrecy_face not in line.split("秘密★1年")[1]


def test_a_number_alone_stands_at_the_right():
    assert '<w:jc w:val="right"/>' in written()[2]


def test_a_sheet_that_is_printed_beforehand_gets_neither_mark_nor_rules_but_their_room():
    blank, printed = written(preprinted=True), written()

    assert words(blank[0]) == ""
    assert "<w:drawing>" not in blank[1]
    heights = [re.findall(r'w:y="\d+"|w:line="\d+"', line) for line in blank]
    assert heights == [re.findall(r'w:y="\d+"|w:line="\d+"', line) for line in printed]
    assert "<w:drawing>" not in foot_xml(paper(preprinted=True), FORMAT)


@pytest.mark.clause("LT-10")
def test_the_rule_at_the_foot_is_thin_over_thick_and_that_under_the_mark_thick_over_thin():
    upper = [int(width) for width in re.findall(r'<a:ln w="(\d+)">', written()[1])]
    lower = [int(width) for width in re.findall(r'<a:ln w="(\d+)">', foot_xml(paper(), FORMAT))]

    thick, thin = round(FORMAT.letter.thick * 12700), round(FORMAT.letter.thin * 12700)
    assert (upper, lower) == ([thick, thin], [thin, thick])


@pytest.mark.clause("LT-09")
def test_the_first_page_has_a_foot_of_its_own_without_a_number():
    [only] = sections(document())

    assert "<w:titlePg/>" in only
    assert '<w:footerReference w:type="first"' in only
    assert "PAGE" not in foot_xml(paper(), FORMAT)


@pytest.mark.parametrize(
    "parts",
    [
        {"blocks": (TEXT, WIDE, TEXT)},
        {"attachments": (Attachment("一览表", (WIDE,)), Attachment("说明", (TEXT,)))},
    ],
)
def test_no_section_but_the_first_begins_a_letter(parts):
    first, *others = sections(document(**parts))

    assert len(others) >= 1
    assert "<w:titlePg/>" in first
    assert not any("titlePg" in other or '"first"' in other for other in others)


def test_what_follows_a_foreign_attachment_does_not_begin_a_letter_again():
    file = io.BytesIO()
    foreign = Document()
    foreign.add_paragraph("外来的文件")
    foreign.save(file)

    attached = (Attachment("外来", foreign=file.getvalue()), Attachment("说明", (TEXT,)))
    first, *others = sections(document(attachments=attached))

    assert len(others) == 2
    assert "<w:titlePg/>" in first
    assert not any("titlePg" in other or '"first"' in other for other in others)


def test_a_letter_without_letterhead_is_set_as_any_paper():
    numbered, _problems = number(Paper(("通知",), (TEXT,), form=LETTER))

    with zipfile.ZipFile(io.BytesIO(write(numbered, FORMAT))) as package:
        assert "titlePg" not in package.read("word/document.xml").decode()
        assert "word/footer4.xml" not in package.namelist()


def test_the_same_letter_gives_the_same_bytes():
    numbered, _problems = number(paper())

    assert write(numbered, FORMAT) == write(numbered, FORMAT)
