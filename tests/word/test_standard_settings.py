"""What a file must say so that every program lays it out alike, clause by clause."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from docgen.document import Heading, Item, Numbering, Paper, Paragraph
from docgen.formats import load
from docgen.numbering import number
from docgen.word import write

PLAN = Paper(
    ("关于做好校园安全工作的通知",),
    (
        Heading(1, ("总体要求",)),
        Heading(2, ("压实责任。",), ("各校要落实“一岗双责”。",)),
        Item(3, ("每周检查一次。",)),
        Paragraph(("到2026年底完成。",)),
    ),
)
STYLES, SETTINGS, NUMBERING, DOCUMENT, FOOTER = (
    f"word/{name}.xml" for name in ("styles", "settings", "numbering", "document", "footer1")
)


def parts(format="gbt9704", paper=PLAN):
    numbered, problems = number(paper)
    assert problems == []
    with zipfile.ZipFile(io.BytesIO(write(numbered, load(format)))) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


@pytest.fixture(scope="module")
def written():
    return parts()


def style(xml, id):
    found = re.search(rf'<w:style [^>]*w:styleId="{id}">.*?</w:style>', xml)
    assert found
    return found[0]


@pytest.mark.clause("GR-02")
def test_the_page_setup_shows_22_lines_of_28_characters(written):
    grid = '<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-820"/>'

    assert grid in written[DOCUMENT]


@pytest.mark.clause("GR-03", "GR-04", "GR-06", "GR-07", "PG-07")
@pytest.mark.parametrize(
    "setting",
    [
        '<w:widowControl w:val="0"/>',
        '<w:overflowPunct w:val="0"/>',
        '<w:autoSpaceDE w:val="0"/>',
        '<w:autoSpaceDN w:val="0"/>',
        '<w:adjustRightInd w:val="0"/>',
        '<w:spacing w:line="579" w:lineRule="exact"/>',
        '<w:jc w:val="both"/>',
        '<w:spacing w:val="-5"/>',
    ],
)
def test_the_text_fills_its_lines_and_nothing_shifts_them(written, setting):
    assert setting in style(written[STYLES], "Normal")


@pytest.mark.clause("GR-05", "GR-09")
def test_the_breaking_of_lines_is_left_to_the_rules_of_the_language(written):
    for name in ("kinsoku", "wordWrap", "noLineBreaksBefore", "noLineBreaksAfter"):
        assert not [part for part, xml in written.items() if f"w:{name}" in xml]


@pytest.mark.clause("GR-08", "GR-11", "GR-12", "GR-14")
@pytest.mark.parametrize(
    "setting",
    [
        '<w:characterSpacingControl w:val="doNotCompress"/>',
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>',
        '<w:defaultTabStop w:val="640"/>',
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"',
    ],
)
def test_the_settings_of_the_file_are_those_that_keep_the_grid(written, setting):
    assert setting in written[SETTINGS]
    assert 'w:eastAsia="zh-CN"' in written[STYLES]


@pytest.mark.clause("GR-10", "FT-15")
def test_a_title_has_lines_of_a_height_of_its_own_and_is_not_bold(written):
    title = style(written[STYLES], "Title")

    assert '<w:spacing w:line="579" w:lineRule="exact"/>' in title
    assert '<w:jc w:val="center"/>' in title
    assert "<w:b/>" not in title
    assert "<w:b/>" not in style(written[STYLES], "Heading1")


@pytest.mark.clause("GR-13", "GR-01", "TB-06")
def test_nothing_is_drawn_onto_the_grid(written):
    assert written[STYLES].count('<w:snapToGrid w:val="0"/>') == 2
    assert "snapToGrid" not in written[DOCUMENT] + written[FOOTER]


@pytest.mark.clause("FT-20")
def test_faces_are_named_for_every_script_and_none_is_of_a_theme(written):
    for xml in written.values():
        assert "Theme" not in re.sub("themeFontLang", "", xml)
        for fonts in re.findall(r"<w:rFonts ([^>]*)/>", xml):
            assert fonts == 'w:hint="eastAsia"' or re.findall(r"w:(\w+)=", fonts) == [
                "ascii",
                "eastAsia",
                "hAnsi",
                "cs",
            ]


@pytest.mark.clause("FT-21")
def test_quotes_are_told_to_be_chinese_where_another_face_draws_the_latin():
    xml = parts({"西文字体": "Times New Roman"})[DOCUMENT]

    run = next(run for run in re.findall(r"<w:r>.*?</w:r>", xml) if "一岗双责" in run)
    assert '<w:rFonts w:hint="eastAsia"/>' in run


@pytest.mark.clause("FT-16")
def test_digits_and_latin_have_the_face_that_a_house_format_names():
    xml = parts({"西文字体": "Times New Roman"})[STYLES]

    assert (
        '<w:rFonts w:ascii="Times New Roman" w:eastAsia="仿宋_GB2312" w:hAnsi="Times New Roman" '
        'w:cs="Times New Roman"/>' in xml
    )


@pytest.mark.clause("FT-25")
def test_no_face_is_embedded(written):
    assert not [name for name in written if "font" in name.lower() and not name.endswith("fontTable.xml")]
    assert "embed" not in written[SETTINGS] + written["word/fontTable.xml"]


@pytest.mark.clause("NB-01", "NB-02", "NB-03", "NB-04", "NB-05", "NB-12")
@pytest.mark.parametrize(
    "level, counting, text",
    [
        (0, "chineseCountingThousand", "%1、"),
        (1, "chineseCountingThousand", "（%2）"),
        (2, "decimal", "%3."),
        (3, "decimal", "（%4）"),
        (4, "decimalEnclosedCircle", "%5"),
    ],
)
def test_a_level_counts_as_its_layer_does(written, level, counting, text):
    found = re.search(rf'<w:lvl w:ilvl="{level}">.*?</w:lvl>', written[NUMBERING])

    assert found
    assert f'<w:numFmt w:val="{counting}"/>' in found[0]
    assert f'<w:lvlText w:val="{text}"/>' in found[0]


@pytest.mark.clause("NB-07", "NB-08", "NB-09", "BD-10")
@pytest.mark.parametrize(
    "layer, face", [(1, "黑体"), (2, "楷体_GB2312"), (3, "仿宋_GB2312"), (4, "仿宋_GB2312")]
)
def test_a_number_stands_two_characters_in_and_has_the_face_of_its_heading(written, layer, face):
    indent = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
    level = re.search(rf'<w:lvl w:ilvl="{layer - 1}">.*?</w:lvl>', written[NUMBERING])

    assert level
    assert f'w:eastAsia="{face}"' in level[0]
    assert '<w:suff w:val="nothing"/>' in level[0]
    assert indent in level[0]
    assert indent in style(written[STYLES], f"Heading{layer}")


@pytest.mark.clause("NB-10", "NB-13")
def test_numbers_are_all_live_or_all_text():
    live, text = parts(), parts(paper=Paper(PLAN.title, PLAN.blocks, numbering=Numbering(live=False)))

    assert "总体要求" in live[DOCUMENT]
    assert "一、" not in live[DOCUMENT]
    assert "一、总体要求" in text[DOCUMENT]
    assert "<w:numPr>" not in text[DOCUMENT] + text[STYLES]


@pytest.mark.clause("NB-06")
def test_items_under_a_first_layer_may_follow_it_at_once():
    numbered, _problems = number(Paper(("标题",), (Heading(1, ("要求",)), Item(3, ("甲。",)))))

    assert [label.text for label in numbered.labels if label] == ["一、", "1."]


@pytest.mark.clause("NB-11")
def test_items_may_run_on_through_the_paper():
    blocks = (Heading(1, ("甲",)), Item(3, ("一。",)), Heading(1, ("乙",)), Item(3, ("二。",)))
    numbered, _problems = number(Paper(("标题",), blocks, numbering=Numbering(continuous=(3,))))

    assert [label.text for label in numbered.labels if label] == ["一、", "1.", "二、", "2."]


@pytest.mark.clause("PN-09", "PN-02")
def test_the_number_of_a_page_is_a_whole_field_between_its_dashes(written):
    kinds = re.findall(r'w:fldCharType="(\w+)"', written[FOOTER])

    assert kinds == ["begin", "separate", "end"]
    assert "<w:instrText" in written[FOOTER]
    assert re.findall(r">([^<>]+)</w:t>", written[FOOTER]) == ["— ", "1", " —"]
