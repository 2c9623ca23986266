"""Foreign .docx files as attachments: what they bring, where they stand, and that they do no harm."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from lxml import etree

from docgen import formats
from docgen.document import Attachment, Column, Footnote, Heading, Image, Paper, Paragraph, Table
from docgen.numbering import number
from docgen.word.package import write

FORMAT = formats.load()
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMESPACES = {"w": W[1:-1], "r": RELATIONS}


def saved(document):
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def png(red=200):
    """A picture of one colour."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + bytes((red, 30, 30)) * 40 for _ in range(20))
    size = struct.pack(">IIBBBBB", 40, 20, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", size)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def made(text="外来的话。"):
    """A foreign document: a heading, text, two lists and a table, in Word's own default styles."""
    document = Document()
    document.add_heading("报名表", 1)
    document.add_paragraph(text)
    for item in ("条件", "程序", "时间"):
        document.add_paragraph(item, style="List Number")
    table = document.add_table(2, 2, style="Light Grid Accent 1")
    table.cell(0, 0).text = "姓名"
    return document


def turned(document):
    section = document.sections[-1]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    return document


def joined(*attachments):
    """The parts and the bytes of a paper with `attachments`; bytes are foreign files."""
    rows = tuple(
        Attachment(f"表{at}", foreign=one) if isinstance(one, bytes) else one
        for at, one in enumerate(attachments, 1)
    )
    docx = write(number(Paper(("工作计划",), (Paragraph(("正文。",)),), attachments=rows))[0], FORMAT)
    with zipfile.ZipFile(io.BytesIO(docx)) as parts:
        return {name: parts.read(name) for name in parts.namelist()}, docx


def body(parts):
    return etree.fromstring(parts["word/document.xml"])


def texts(tree):
    return [text for p in tree.iter(f"{W}p") if (text := "".join(p.itertext(f"{W}t")))]


def find(tree, path):
    return tree.xpath(path, namespaces=NAMESPACES)


def styles(parts):
    """The styles of the result by name."""
    tree = etree.fromstring(parts["word/styles.xml"])
    return {style.find(f"{W}name").get(f"{W}val"): style for style in tree.iter(f"{W}style")}


def test_foreign_and_own_attachments_stand_in_their_order():
    own = Attachment("自有", (Paragraph(("自己的话。",)),))
    parts, _docx = joined(saved(made("第一份。")), own, saved(made("第三份。")))
    found = texts(body(parts))
    wanted = ["正文。", "附件1", "表1", "第一份。", "附件2", "自有", "自己的话。", "附件3", "表3", "第三份。"]

    assert [text for text in found if text in wanted] == ["正文。", *wanted[1:]]


def test_nothing_of_the_slots_is_left():
    parts, _docx = joined(saved(made()))

    assert b"docgen" not in parts["word/document.xml"]


def test_the_same_input_gives_the_same_bytes():
    data = saved(made())

    assert joined(data, data)[1] == joined(data, data)[1]


def test_foreign_styles_stay_as_they_were_under_names_of_their_own():
    parts, _docx = joined(saved(made()))
    ours = styles(parts)

    assert ours["附件1 heading 1"].find(f".//{W}color").get(f"{W}val") == "365F91"
    assert find(ours["附件1 heading 1"], "w:pPr/w:outlineLvl/@w:val") == ["0"]
    assert find(ours["heading 1"], ".//w:color") == []
    assert find(ours["附件1 heading 1"], "w:basedOn/@w:val") == ["A1-Normal"]
    assert ours["附件1 Normal"].get(f"{W}default") is None


def test_only_styles_in_use_come_along():
    parts, _docx = joined(saved(made()))
    brought = {name for name in styles(parts) if name.startswith("附件1 ")}

    assert "附件1 Light Grid Accent 1" in brought
    assert "附件1 heading 2" not in brought
    assert len(brought) < 12


def test_document_defaults_and_theme_faces_are_written_out():
    document = made()
    normal = styles(joined(saved(document))[0])["附件1 Normal"]

    assert find(normal, "w:pPr/w:spacing/@w:after") == ["200"]
    assert find(normal, "w:rPr/w:sz/@w:val") == ["22"]
    fonts = normal.find(f"{W}rPr/{W}rFonts")
    assert fonts.get(f"{W}ascii") == "Cambria"
    assert not [name for name in fonts.attrib if "heme" in name]
    assert find(normal, "w:pPr/w:snapToGrid/@w:val") == ["1"]


def test_no_theme_is_named_anywhere():
    parts, _docx = joined(saved(made()))

    assert b"Theme=" not in parts["word/styles.xml"]
    assert b"Theme=" not in parts["word/document.xml"]


def test_a_table_style_outranks_document_defaults_as_it_did_at_home():
    parts, _docx = joined(saved(made()))
    cell = find(body(parts), "//w:tc//w:pStyle/@w:val")[0]
    style = next(one for one in styles(parts).values() if one.get(f"{W}styleId") == cell)

    assert find(style, "w:pPr/w:spacing") == []
    assert find(style, "w:rPr/w:sz/@w:val") == ["22"]


def test_lists_of_two_files_are_two_lists():
    data = saved(made())
    parts, _docx = joined(data, data)
    lists = etree.fromstring(parts["word/numbering.xml"])
    used = [styles(parts)[f"附件{at} List Number"].find(f".//{W}numId").get(f"{W}val") for at in (1, 2)]
    known = {num.get(f"{W}numId"): num for num in lists.iter(f"{W}num")}

    assert used[0] != used[1]
    assert set(used) <= set(known)
    abstract = [known[one].find(f"{W}abstractNumId").get(f"{W}val") for one in used]
    assert abstract[0] != abstract[1]
    marks = [one.get(f"{W}val") for one in lists.iter(f"{W}nsid")]
    assert len(set(marks)) == len(marks)


def test_a_list_that_a_foreign_file_lacks_does_not_become_one_of_ours():
    document = Document()
    paragraph = document.add_paragraph("无此编号")
    paragraph._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr>')
    )
    parts, _docx = joined(saved(document))

    assert "77" not in find(body(parts), "//w:numId/@w:val")


def test_pictures_come_along_and_drawings_stay_counted():
    document = made()
    document.add_picture(io.BytesIO(png()), width=Mm(30))
    own = Attachment("自有", (Image(png(9), "png", 30, 15),))
    parts, _docx = joined(saved(document), own)
    media = [parts[name] for name in parts if name.startswith("word/media/")]
    ids = re.findall(rb'docPr id="(\d+)"', parts["word/document.xml"])

    assert sorted(media) == sorted([png(), png(9)])
    assert len(ids) == len(set(ids)) == 2


def test_a_landscape_file_keeps_its_page_and_ours_stay_upright():
    own = Attachment("自有", (Paragraph(("自己的话。",)),))
    parts, _docx = joined(saved(turned(made())), own)
    sections = find(body(parts), "//w:sectPr")

    assert [section.find(f"{W}pgSz").get(f"{W}orient") for section in sections] == [None, "landscape", None]
    around = [find(section, "w:headerReference/@r:id") for section in sections]
    assert around == [["Header"] * 2, ["TurnedEven", "TurnedOdd"], ["Header"] * 2]


def test_a_file_without_a_page_of_its_own_stands_on_ours():
    document = made()
    document.element.body.remove(document.element.body.sectPr)
    parts, _docx = joined(saved(document))

    (first, last) = find(body(parts), "//w:sectPr/w:pgMar")
    assert dict(first.attrib) == dict(last.attrib)


def test_tables_at_the_seams_are_followed_by_a_paragraph_that_ends_the_section():
    table = Table((Column(), Column()), (("甲", "乙"), ("1", "2")))
    own = Attachment("自有", (table,))
    document = Document()
    document.add_table(1, 1).cell(0, 0).text = "外来的表"
    parts, _docx = joined(own, saved(document), own)
    tables = find(body(parts), "w:body/w:tbl")

    assert len(tables) == 3
    for one in tables[:2]:
        after = one.getnext()
        assert find(after, "w:pPr/w:spacing/@w:line") == ["20"]
        assert len(find(after, "w:pPr/w:sectPr")) == 1


def test_a_wide_table_of_ours_may_follow_a_foreign_file():
    names = tuple(f"{month}月工作安排" for month in range(1, 9))
    own = Attachment("自有", (Table((Column(),) * 8, (names, names)),))
    parts, _docx = joined(saved(made()), own)
    sizes = find(body(parts), "//w:sectPr/w:pgSz")

    assert [size.get(f"{W}orient") for size in sizes] == [None, None, "landscape"]


def test_the_last_foreign_file_ends_the_document_with_its_own_page():
    parts, _docx = joined(saved(turned(made())))
    sections = find(body(parts), "//w:sectPr")

    assert len(sections) == 2
    assert find(body(parts), "w:body/w:sectPr/w:pgSz/@w:orient") == ["landscape"]


def test_headers_and_page_numbers_of_the_foreign_file_give_way_to_ours():
    document = made()
    section = document.sections[0]
    section.header.paragraphs[0].text = "外来的页眉"
    section.different_first_page_header_footer = True
    section._sectPr.append(parse_xml(f'<w:pgNumType {nsdecls("w")} w:start="1"/>'))
    parts, _docx = joined(saved(document))

    assert not any("外来的页眉".encode() in content for content in parts.values())
    assert find(body(parts), "//w:pgNumType/@w:start") == []
    assert find(body(parts), "//w:titlePg") == []


def test_the_page_number_does_not_reach_into_a_low_text():
    document = made()
    document.sections[0].bottom_margin = Mm(20)
    parts, _docx = joined(saved(document))
    margins = find(body(parts), "w:body/w:sectPr/w:pgMar")[0]

    assert int(margins.get(f"{W}footer")) == 1134 - 584


def test_sections_inside_a_foreign_file_are_kept():
    document = made("竖的一页。")
    document.add_section()
    turned(document).add_paragraph("横的一页。")
    own = Attachment("自有", (Paragraph(("自己的话。",)),))
    parts, _docx = joined(saved(document), own)
    orientations = find(body(parts), "//w:sectPr/w:pgSz")

    assert [size.get(f"{W}orient") for size in orientations] == [None, None, "landscape", None]


def test_bookmarks_keep_their_pairs_and_differ_from_ours():
    document = Document()
    paragraph = document.add_paragraph()
    for mark in ('Start w:id="0" w:name="外"', 'Start w:id="1" w:name="内"', 'End w:id="1"', 'End w:id="0"'):
        paragraph._p.append(parse_xml(f"<w:bookmark{mark} {nsdecls('w')}/>"))
    data = saved(document)
    parts, _docx = joined(data, data)
    starts = {mark.get(f"{W}id"): mark.get(f"{W}name") for mark in find(body(parts), "//w:bookmarkStart")}
    ends = [mark.get(f"{W}id") for mark in find(body(parts), "//w:bookmarkEnd")]

    assert list(starts.values()) == ["外", "内", "外_A2", "内_A2"]
    names = [starts[one] for one in ends]
    assert names == ["内", "外", "内_A2", "外_A2"]


def test_comments_are_left_out_with_their_marks():
    document = Document()
    paragraph = document.add_paragraph("有批注")
    document.add_comment(paragraph.runs, text="批注", author="某人")
    parts, _docx = joined(saved(document))

    assert find(body(parts), "//*[starts-with(local-name(), 'comment')]") == []
    assert "有批注" in texts(body(parts))


def test_a_hyperlink_to_the_web_is_kept():
    address = "https://www.example.org/"
    document = Document()
    relation = document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    run = "<w:r><w:t>网址</w:t></w:r>"
    link = f'<w:hyperlink {nsdecls("w", "r")} r:id="{relation}">{run}</w:hyperlink>'
    document.add_paragraph()._p.append(parse_xml(link))
    parts, _docx = joined(saved(document))

    assert address.encode() in parts["word/_rels/document.xml.rels"]


def test_an_empty_foreign_file_leaves_its_heading():
    document = Document()
    parts, _docx = joined(saved(document))

    assert texts(body(parts))[-2:] == ["附件", "表1"]


def test_notes_and_numbers_of_a_foreign_file_begin_anew_and_are_told_from_ours():
    blocks = (Heading(1, ("标题",)), Paragraph(("话", Footnote("外来的注"))))
    foreign = write(number(Paper(("外来",), blocks))[0], FORMAT)
    own = Attachment("自有", (Paragraph(("话", Footnote("自己的注"))),))
    parts, _docx = joined(own, foreign, foreign)
    notes = etree.fromstring(parts["word/footnotes.xml"])
    marks = find(body(parts), "//w:footnoteReference/@w:id")

    assert [texts(find(notes, f"w:footnote[@w:id='{mark}']")[0]) for mark in marks] == [
        [" 自己的注"],
        [" 外来的注"],
        [" 外来的注"],
    ]
    tied = [find(styles(parts)[name], ".//w:numId/@w:val") for name in ("附件2 heading 1", "附件3 heading 1")]
    assert tied[0] != tied[1]


@pytest.mark.rendered
def test_the_result_is_valid(validate):
    document = made()
    document.sections[0].header.paragraphs[0].text = "页眉"
    document.add_section()
    own = Attachment("自有", (Table((Column(), Column()), (("甲", "乙"), ("1", "2"))),))

    validate(joined(saved(turned(document)), own, saved(made()))[1])


@pytest.mark.rendered
def test_pages_are_numbered_on_and_no_page_is_empty(render):
    document = made("竖的。")
    document.styles["Normal"].font.size = Pt(14)
    assert document.element.body.find(qn("w:sectPr")) is not None
    own = Attachment("自有", (Paragraph(("自己的话。",)),))
    pages = render(joined(saved(document), own, saved(turned(made("横的。"))))[1]).pages

    assert [page.lines[0].text for page in pages] == ["工作计划", "附件1", "附件2", "附件3"]
    assert [page.landscape for page in pages] == [False, False, False, True]
    assert [page.number.value for page in pages if page.number] == [1, 2, 3, 4]
    assert [page.number.turned for page in pages if page.number] == [False, False, False, True]
    assert any(line.text == "竖的。" and line.size == pytest.approx(14, abs=0.1) for line in pages[1].lines)
    assert [line.text for line in pages[1].lines if line.text[0] in "123"] == ["1.条件", "2.程序", "3.时间"]
