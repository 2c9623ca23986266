from __future__ import annotations

import pytest

from docgen.document import Footnote, Reference, Strong
from docgen.word.runs import Pen, attribute, escape, field, keep_next, paragraph

TEXT = '<w:t xml:space="preserve">'


def run(text, properties=""):
    inside = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{inside}{TEXT}{text}</w:t></w:r>"


@pytest.mark.parametrize(
    "text, xml",
    [
        ("平安校园", "平安校园"),
        ("R&D", "R&amp;D"),
        ("<5%且>3%", "&lt;5%且&gt;3%"),
        ("&lt;", "&amp;lt;"),
        ('"引号"', '"引号"'),
        ("甲\t乙", f"甲</w:t><w:tab/>{TEXT}乙"),
        ("甲\n乙", f"甲</w:t><w:br/>{TEXT}乙"),
    ],
)
def test_text_is_escaped_for_the_inside_of_a_run(text, xml):
    assert escape(text) == xml


def test_text_is_escaped_for_the_inside_of_an_attribute():
    assert attribute('甲"乙&丙') == "甲&quot;乙&amp;丙"


def test_bold_text_has_a_run_of_its_own():
    assert Pen().inline((Strong("一是认识。"), "随后", "")) == run("一是认识。", "<w:b/>") + run("随后")


def test_with_another_latin_face_every_run_says_that_its_marks_are_chinese():
    hint = '<w:rFonts w:hint="eastAsia"/>'

    assert Pen(hint=True).inline(("“引号”", Strong("重"))) == run("“引号”", hint) + run("重", hint + "<w:b/>")


@pytest.mark.parametrize("hint", [False, True])
def test_styled_text_keeps_its_bold_parts(hint):
    style = '<w:rStyle w:val="Heading2Char"/>'
    mark = '<w:rFonts w:hint="eastAsia"/>' if hint else ""

    assert Pen(hint).styled(("甲", Strong("乙")), style) == run("甲", style + mark) + run(
        "乙", style + mark + "<w:b/>"
    )


def test_a_face_and_its_hint_share_one_element():
    face = '<w:rFonts w:eastAsia="黑体"/>'

    assert Pen(hint=True).styled(("甲",), face) == run(
        "甲", '<w:rFonts w:hint="eastAsia" w:eastAsia="黑体"/>'
    )


def test_a_reference_prints_its_number_as_text_where_it_cannot_be_live():
    assert Pen(printed={"目标": "三、（二）"}).inline(("见", Reference("目标"))) == run("见") + run(
        "三、（二）"
    )


@pytest.mark.parametrize(
    "properties, found",
    [
        ('<w:spacing w:val="9"/>', '<w:rFonts w:hint="eastAsia"/><w:spacing w:val="9"/>'),
        ('<w:rStyle w:val="A"/><w:b/>', '<w:rStyle w:val="A"/><w:rFonts w:hint="eastAsia"/><w:b/>'),
    ],
)
def test_the_hint_stands_where_the_schema_has_the_face(properties, found):
    assert Pen(hint=True).styled(("甲",), properties) == run("甲", found)


def test_a_live_reference_is_a_whole_field_with_its_number_stored():
    pen = Pen(printed={"目标": "三"}, fields={"目标": r"REF _Ref000000001 \w \h"})

    assert pen.inline((Reference("目标"),)) == field(r"REF _Ref000000001 \w \h", "三")


def test_a_field_has_all_five_parts_in_runs_of_their_own():
    xml = field("PAGE", "1")

    kinds = [kind for kind in ("begin", "instrText", "separate", ">1<", "end") if kind in xml]
    assert kinds == ["begin", "instrText", "separate", ">1<", "end"]
    assert xml.count("<w:r>") == 5


def test_footnotes_are_counted_and_gathered():
    pen = Pen()

    pen.inline(("甲", Footnote("注一")))

    assert '<w:footnoteReference w:id="2"/>' in pen.inline((Footnote("注二"),))
    assert pen.notes == ["注一", "注二"]


def test_the_last_paragraph_is_kept_with_what_follows():
    first, last = paragraph("BodyText", run("甲")), paragraph("BodyText", run("乙"))

    assert keep_next(first + last) == first + paragraph("BodyText", run("乙"), "<w:keepNext/>")
    assert keep_next(keep_next(last)) == keep_next(last)
