"""Styles, numbering levels and a paragraph's own properties come to one look."""

from __future__ import annotations

from itertools import pairwise

STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsia="宋体"/><w:sz w:val="21"/></w:rPr>'
    "</w:rPrDefault>"
    '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="278" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
    "</w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/>'
    '<w:pPr><w:ind w:firstLineChars="200" w:firstLine="420"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="Body"/><w:basedOn w:val="a"/>'
    '<w:pPr><w:spacing w:line="560" w:lineRule="exact"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr>'
    "</w:style>"
    '<w:style w:type="character" w:styleId="c"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="x"><w:name w:val="X"/><w:basedOn w:val="y"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="y"><w:name w:val="Y"/><w:basedOn w:val="x"/></w:style>'
)


def one(gathered, properties="", run="", **parts):
    body = f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>文</w:t></w:r></w:p>"
    (paragraph,) = gathered(body, **{"styles": STYLES, **parts}).paragraphs
    return paragraph


def test_what_the_style_does_not_say_comes_from_its_base_and_the_defaults(gathered):
    paragraph = one(gathered, '<w:pStyle w:val="b"/>')

    assert paragraph.look["spacing@line"] == "560"
    assert paragraph.look["spacing@after"] == "160"
    assert paragraph.look["ind@firstLine"] == "420"
    assert paragraph.runs[0].look["rFonts@eastAsia"] == "宋体"
    assert paragraph.size == 16


def test_what_the_paragraph_says_goes_over_its_style(gathered):
    paragraph = one(gathered, '<w:pStyle w:val="b"/><w:spacing w:line="579"/>', '<w:sz w:val="44"/>')

    assert (paragraph.look["spacing@line"], paragraph.look["spacing@lineRule"]) == ("579", "exact")
    assert paragraph.size == 22


def test_a_hanging_indent_takes_the_place_of_a_first_line(gathered):
    paragraph = one(gathered, '<w:ind w:left="960" w:hanging="480"/>')

    assert paragraph.twips("firstLine") == 0
    assert paragraph.twips("hanging") == 480


def test_characters_count_before_twips_as_in_word(gathered):
    assert one(gathered, '<w:pStyle w:val="b"/>').twips("firstLine") == 640


def test_bold_of_paragraph_and_character_style_is_off_again(gathered):
    assert one(gathered, '<w:pStyle w:val="b"/>', '<w:rStyle w:val="c"/>').runs[0].look["b"] == "0"
    assert one(gathered, "", '<w:rStyle w:val="c"/>').runs[0].look["b"] == "1"


def test_styles_based_on_each_other_are_cut(gathered):
    assert one(gathered, '<w:pStyle w:val="x"/>').look["spacing@after"] == "160"


def test_a_named_face_goes_over_the_theme_s_below_it(gathered):
    styles = STYLES.replace('<w:rFonts w:eastAsia="宋体"/>', '<w:rFonts w:eastAsiaTheme="minorEastAsia"/>')
    paragraph = one(gathered, "", '<w:rFonts w:eastAsia="仿宋"/>', styles=styles)

    assert paragraph.runs[0].look.get("rFonts@eastAsiaTheme") is None


NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/>'
    '<w:pPr><w:ind w:left="420" w:hanging="420"/></w:pPr></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
    "</w:lvlOverride></w:num>"
)


def numbered(list, level):
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>'


def test_automatic_numbers_are_counted_as_word_counts_them(gathered):
    rows = [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1), (2, 0)]
    body = "".join(f"<w:p><w:pPr>{numbered(*row)}</w:pPr></w:p>" for row in rows)
    paragraphs = gathered(body, numbering=NUMBERING).paragraphs

    assert [one.label.text for one in paragraphs] == ["一、", "1.", "2.", "二、", "1.", "五、"]


def test_a_paragraph_s_own_list_brings_its_indents(gathered):
    assert one(gathered, numbered(1, 0), numbering=NUMBERING).twips("left") == 420


def test_what_was_deleted_or_stands_in_a_text_box_is_no_text(gathered):
    body = (
        "<w:p><w:r><w:t>甲</w:t></w:r><w:del><w:r><w:delText>乙</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>丙</w:t></w:r></w:ins><w:r><w:pict><w:p><w:r><w:t>丁</w:t></w:r></w:p></w:pict></w:r></w:p>"
    )

    assert [paragraph.text for paragraph in gathered(body).paragraphs] == ["甲丙"]


def test_sections_take_over_what_they_do_not_say(gathered):
    reference = '<w:footerReference w:type="default" r:id="footer1"/>'
    body = f"<w:p><w:pPr><w:sectPr>{reference}</w:sectPr></w:pPr></w:p>"
    first, second = gathered(body, footer1="<w:p/>").sections

    assert [name for name, _root in (first.footers["default"], second.footers["default"])] == [
        "word/footer1.xml"
    ] * 2
    assert all(before.at < after.at for before, after in pairwise((first, second)))
