from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from xml.etree import ElementTree

import pytest

from docgen.document import (
    Attachment,
    Column,
    Footnote,
    Heading,
    Item,
    Numbering,
    Paper,
    Paragraph,
    Reference,
    Signature,
    Strong,
    Table,
)
from docgen.formats import load
from docgen.numbering import number
from docgen.problems import DocgenError
from docgen.word import write

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WIDE = Table((Column("事项"),), (("事项",), ("家访",)), caption="全年安排表", landscape=True)


def written(*blocks, format="gbt9704", **parts):
    numbered, problems = number(Paper(("工作计划",), tuple(blocks), **parts))
    assert problems == []
    return write(numbered, load(format))


def parts_of(docx):
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def document(*blocks, **parts):
    return parts_of(written(*blocks, **parts))["word/document.xml"]


def everything(live=True):
    blocks = (
        Heading(1, ("总体要求",), key="要求"),
        Heading(2, ("提高质量。",), ("坚持五育并举。",)),
        Item(3, ("落实课程方案。",)),
        Paragraph((Strong("强调。"), "见", Reference("要求"), Footnote("脚注"))),
        Heading(1, ("结语",), numbered=False),
        WIDE,
        Paragraph(("末段。",)),
    )
    return {
        "blocks": blocks,
        "numbering": Numbering(live),
        "draft": "征求意见稿",
        "addressees": ("各学校",),
        "attachments": (
            Attachment("清单", (WIDE, Heading(1, ("说明",)))),
            Attachment("名册", (Item(3, ("甲",)),)),
        ),
        "signature": Signature(("某某市实验中学",), "2026年9月1日"),
        "annotation": "此件公开发布",
    }


def whole(live=True, format="gbt9704"):
    numbered, problems = number(Paper(("工作计划",), **everything(live)))
    assert problems == []
    return write(numbered, load(format))


@pytest.mark.rendered
@pytest.mark.parametrize("live", [True, False])
@pytest.mark.parametrize("format", ["gbt9704", "gbt9704-windows"])
def test_a_paper_with_everything_is_valid(live, format, validate):
    validate(whole(live, format))


@pytest.mark.parametrize("live", [True, False])
def test_the_same_paper_gives_the_same_bytes_in_every_thread(live):
    with ThreadPoolExecutor(4) as pool:
        files = set(pool.map(lambda _turn: whole(live), range(12)))

    assert len(files) == 1


def test_every_part_is_there_and_none_is_without_a_type():
    parts = parts_of(whole())

    declared = set(re.findall(r'PartName="/([^"]+)"', parts["[Content_Types].xml"]))
    targets = {
        f"word/{name}" for name in re.findall(r'Target="([^"]+)"', parts["word/_rels/document.xml.rels"])
    }
    assert declared == {
        name for name in parts if not name.endswith(".rels") and name != "[Content_Types].xml"
    }
    assert targets == {name for name in declared if name.startswith("word/")} - {"word/document.xml"}


def test_a_paper_carries_only_the_parts_it_needs():
    plain = parts_of(written(Paragraph(("正文。",)), numbering=Numbering(live=False)))

    absent = {"word/numbering.xml", "word/footnotes.xml", "word/header1.xml", "word/theme/theme1.xml"}
    assert not absent & set(plain)


def test_a_short_paper_is_a_small_file():
    assert len(written(Paragraph(("正文。",)))) < 7000


@pytest.mark.clause("FT-20")
def test_faces_are_named_and_never_left_to_a_theme():
    styles = parts_of(whole())["word/styles.xml"]

    assert "Theme" not in styles
    for fonts in re.findall(r"<w:rFonts [^>]*>", styles):
        assert {"w:ascii", "w:eastAsia", "w:hAnsi", "w:cs"} <= set(re.findall(r"w:\w+(?==)", fonts))


def test_every_indent_is_given_in_characters_and_in_twips():
    parts = parts_of(whole())

    indents = [one for name in parts for one in re.findall(r"<w:ind ([^>]*)/>", parts[name])]
    assert indents
    for indent in indents:
        for side, twips in re.findall(r'w:(left|right|firstLine|hanging)="(\d+)"', indent):
            chars = re.search(rf'w:{side}Chars="(\d+)"', indent)
            assert chars, indent
            assert min(abs(int(chars.group(1)) * unit / 100 - int(twips)) for unit in (320, 280)) <= 2


@pytest.mark.clause("BD-12")
@pytest.mark.parametrize("layer", range(1, 6))
def test_headings_are_words_own_and_live_in_the_outline(layer):
    styles = ElementTree.fromstring(parts_of(whole())["word/styles.xml"])

    [style] = [one for one in styles if one.get(f"{W}styleId") == f"Heading{layer}"]
    assert style.find(f"{W}name").get(f"{W}val") == f"heading {layer}"
    assert style.find(f"{W}pPr/{W}outlineLvl").get(f"{W}val") == str(layer - 1)
    assert style.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val") == "1"


def test_a_live_number_is_not_in_the_text_and_a_written_one_is():
    heading = Heading(1, ("总体要求",))

    assert ">总体要求</w:t>" in document(heading)
    assert ">一、总体要求</w:t>" in document(heading, numbering=Numbering(live=False))


def test_a_heading_without_number_says_so_against_its_style():
    assert '<w:numId w:val="0"/>' in document(Heading(1, ("结语",), numbered=False))
    assert "<w:numId" not in document(Heading(1, ("结语",), numbered=False), numbering=Numbering(live=False))


@pytest.mark.clause("BD-13")
def test_only_the_sentence_of_a_run_in_heading_has_its_type():
    xml = document(Heading(2, ("提高质量。",), ("坚持五育并举。",)))

    assert '<w:rStyle w:val="Heading2Char"/></w:rPr><w:t xml:space="preserve">提高质量。</w:t>' in xml
    assert '<w:r><w:t xml:space="preserve">坚持五育并举。</w:t>' in xml


def test_the_number_of_an_item_has_the_type_of_its_layer_and_its_text_that_of_the_body():
    xml = document(Item(2, ("落实。",)), numbering=Numbering(live=False))

    number, text = re.findall(r"<w:r>(.*?)</w:r>", xml[xml.index("（一）") - 250 :])[-2:]
    assert "楷体_GB2312" in number
    assert text == '<w:t xml:space="preserve">落实。</w:t>'


def test_a_reference_to_a_number_that_word_counts_itself_is_live():
    xml = document(Heading(1, ("要求",), key="甲"), Paragraph(("见", Reference("甲"))))

    assert r" REF _Ref000000001 \w \h " in xml
    assert '<w:bookmarkStart w:id="1" w:name="_Ref000000001"/>' in xml
    assert ">一</w:t>" in xml


def test_a_reference_to_a_number_in_a_list_of_its_own_is_text():
    xml = document(
        Heading(1, ("要求",)),
        Heading(2, ("甲",)),
        Heading(2, ("乙",), restart=True, key="乙"),
        Paragraph((Reference("乙"),)),
    )

    assert "REF" not in xml
    assert ">一、（一）</w:t>" in xml


def test_footnotes_stand_in_their_part_behind_two_separators():
    notes = parts_of(written(Paragraph(("正文", Footnote("注&释")))))["word/footnotes.xml"]

    assert re.findall(r'<w:footnote [^>]*w:id="([^"]+)"', notes) == ["-1", "0", "1"]
    assert "注&amp;释" in notes


@pytest.mark.clause("TB-03")
def test_a_wide_table_turns_its_page_and_the_text_turns_back():
    xml = document(Paragraph(("前文。",)), WIDE, WIDE, Paragraph(("后文。",)))

    sections = re.findall(r"<w:sectPr>.*?</w:sectPr>", xml)
    assert ['w:orient="landscape"' in one for one in sections] == [False, True, False]
    [before] = [one for one in re.findall(r"<w:p>.*?</w:p>", xml) if "前文" in one]
    assert sections[0] in before  # no empty paragraph that could run over to a page of its own
    assert 'w:w="16838" w:h="11906"' in sections[1]
    assert 'w:top="1587" w:right="2098" w:bottom="1471" w:left="1984"' in sections[1]


def test_an_attachment_begins_a_page_once():
    xml = document(attachments=(Attachment("甲", (Paragraph(("文",)),)), Attachment("乙", (WIDE,))))

    first, second = (xml[xml.index(f">附件{at}<") - 200 : xml.index(f">附件{at}<")] for at in (1, 2))
    assert "<w:pageBreakBefore/>" in first
    assert "<w:pageBreakBefore/>" not in second  # the page is turned for it


def test_a_single_attachment_has_no_number():
    assert ">附件</w:t>" in document(attachments=(Attachment("甲", (Paragraph(("文",)),)),))


def test_the_line_before_the_signature_stays_with_it():
    xml = document(
        Paragraph(("首段。",)), Paragraph(("末段。",)), signature=Signature(("某校",), "2026年9月1日")
    )

    before = xml[: xml.index("末段")]
    assert before[before.rindex("<w:p>") :].startswith(
        '<w:p><w:pPr><w:pStyle w:val="BodyText"/><w:keepNext/>'
    )


@pytest.mark.parametrize(
    "role, style", [("title", "Title"), ("addressees", "Addressees"), ("signature", "Signature")]
)
def test_a_paragraph_may_play_a_part_of_a_paper(role, style):
    assert f'<w:pStyle w:val="{style}"/></w:pPr><w:r><w:t xml:space="preserve">某校<' in document(
        Paragraph(("某校",), role=role)
    )


@pytest.mark.parametrize(
    "character, code",
    [("\x0b", "U+000B"), ("\x00", "U+0000"), ("\x1f", "U+001F"), ("\ufffe", "U+FFFE"), ("\ud800", "U+D800")],
)
def test_a_character_that_a_file_cannot_keep_is_told(character, code):
    with pytest.raises(DocgenError) as caught:
        document(Paragraph((f"推进课堂{character}改革",)))

    [problem] = caught.value.problems
    assert (problem.id, problem.message) == ("TRE-020", f"文字里有Word文件不能保存的字符（{code}）")
    assert problem.excerpt == "推进课堂□改革"


@pytest.mark.parametrize("place", ["title", "organ", "note"])
def test_no_part_of_a_paper_escapes_the_check(place):
    texts = {"title": ("标\x01题",), "organ": "某\x01校", "note": "题\x01注"}
    paper = Paper(**{"title": ("工作计划",), place: texts[place]})

    with pytest.raises(DocgenError, match="TRE-020"):
        write(number(paper)[0], load())


def test_a_table_that_cannot_be_laid_out_stops_the_writing():
    table = Table((Column("甲"), Column("乙")), (("一", "二"), ("一",)))

    with pytest.raises(DocgenError, match="这一行的单元格不够"):
        document(table)


def test_one_side_or_two_sides_of_page_numbers():
    numbered, _problems = number(Paper(("工作计划",)))

    two, one = (parts_of(write(numbered, load(choice))) for choice in (None, {"页码": {"位置": "居中"}}))

    assert ("evenAndOddHeaders" in two["word/settings.xml"], "word/footer2.xml" in two) == (True, True)
    assert ("evenAndOddHeaders" in one["word/settings.xml"], "word/footer2.xml" in one) == (False, False)
    assert '<w:jc w:val="center"/>' in one["word/footer1.xml"]


def test_a_latin_face_is_told_from_the_chinese_one():
    numbered, _problems = number(Paper(("工作计划",), (Paragraph(("“2026”",)),)))

    parts = parts_of(write(numbered, load({"西文字体": "Times New Roman"})))

    assert (
        '<w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">“2026”<' in parts["word/document.xml"]
    )
    assert 'w:ascii="Times New Roman" w:eastAsia="仿宋_GB2312"' in parts["word/styles.xml"]


def test_writing_needs_no_heavy_library():
    heavy = ("docx", "lxml", "yaml", "jinja2")
    code = f"import sys, docgen.word; print([name for name in {heavy} if name in sys.modules])"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
