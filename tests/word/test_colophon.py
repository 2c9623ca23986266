from __future__ import annotations

import re

import pytest

from docgen.document import LETTER, MINUTES, ORDER, ORDINARY, Colophon, Paper
from docgen.formats import load
from docgen.word.colophon import colophon, listed
from docgen.word.runs import Pen

FORMAT = load()
WHOLE = Colophon(("各区县教育局",), ("市委办公室",), "某某市教育局办公室", "2026年9月1日")
ANCHORED = 1  # the paragraph that holds the table


def xml(given, form=ORDINARY, format=FORMAT):
    return colophon(Paper(("通知",), form=form, colophon=given), format, Pen())


def rows(given, form=ORDINARY):
    return xml(given, form).split("<w:tr>")[1:]


def lines(given, form=ORDINARY):
    inside = xml(given, form).split("</w:tbl>")[0]
    marked = inside.replace("<w:tab/>", "\t").replace("<w:br/>", "\n")
    return [re.sub("<[^>]+>", "", line) for line in marked.split("</w:p>")[:-1]]


def test_addressees_stand_above_copies_in_one_row_and_the_printing_organ_below_them():
    above, below = rows(WHOLE)

    assert lines(WHOLE) == [
        "主送：各区县教育局。",
        "抄送：市委办公室。",
        "某某市教育局办公室\t2026年9月1日印发",
    ]
    assert "主送" in above
    assert "抄送" in above
    assert "印发" in below


@pytest.mark.parametrize(
    ("organs", "line"),
    [
        (("市委办公室",), "市委办公室。"),
        (("市委办公室", "市人大常委会办公室"), "市委办公室，市人大常委会办公室。"),
        (("市委办公室、市政府办公室", "各区县教育局。"), "市委办公室、市政府办公室，各区县教育局。"),
        (("市委办公室，", "各学校"), "市委办公室，各学校。"),
    ],
)
def test_kinds_of_organs_are_parted_by_commas_and_end_with_a_full_stop(organs, line):
    assert listed(organs) == line


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (Colophon(), []),
        (Colophon(copies=("市委办公室",)), ["抄送：市委办公室。"]),
        (Colophon(addressees=("各学校", "各幼儿园")), ["主送：各学校、各幼儿园。"]),
        (Colophon(printer="办公室", printed="2026年9月1日"), ["办公室\t2026年9月1日印发"]),
        (Colophon(printer="办公室", printed="2026年9月1日印发"), ["办公室\t2026年9月1日印发"]),
        (Colophon(printer="办公室"), ["办公室"]),
        (Colophon(printed="2026年9月1日"), ["\t2026年9月1日印发"]),
    ],
)
def test_what_is_not_given_is_left_out(given, expected):
    assert lines(given) == expected


def test_a_paper_without_colophon_gets_none():
    assert xml(None) == ""
    assert xml(Colophon()) == ""


@pytest.mark.parametrize("form", [ORDINARY, ORDER, MINUTES])
def test_the_first_and_the_last_rule_are_thick_and_those_between_thin(form):
    sizes = re.findall(r'<w:(top|bottom) w:val="single" w:sz="(\d+)"', xml(WHOLE, form))

    assert sizes == [("top", "8"), ("bottom", "6"), ("top", "6"), ("bottom", "8")]


def test_a_single_row_has_two_thick_rules():
    assert re.findall(r'w:sz="(\d+)" w:space', xml(Colophon(copies=("市委办公室",)))) == ["8", "8"]


def test_the_colophon_of_a_letter_has_neither_rules_nor_printing_organ():
    assert lines(WHOLE, LETTER) == ["主送：各区县教育局。", "抄送：市委办公室。"]
    assert "<w:tcBorders>" not in xml(WHOLE, LETTER)


def test_a_letter_with_a_printing_organ_only_has_no_colophon():
    assert xml(Colophon(printer="办公室", printed="2026年9月1日"), LETTER) == ""


def test_names_go_on_under_the_first_one_a_character_from_both_edges():
    char = FORMAT.colophon.size * 20

    [indent, *_more] = re.findall(r'<w:ind w:left="(\d+)" w:right="(\d+)" w:hanging="(\d+)"/>', xml(WHOLE))

    assert tuple(map(int, indent)) == (4 * char, char, 3 * char)


def test_the_date_of_a_long_organ_stands_on_its_last_line():
    organ = "中国共产党某某自治州委员会教育工作领导小组办公室、某某自治州教育体育局"

    *_lists, first, last = lines(Colophon(printer=organ, printed="2026年12月31日"))[0].split("\n")

    assert first + last.split("\t")[0] == organ
    assert last.endswith("\t2026年12月31日印发")


def test_it_is_as_wide_as_the_text_and_floats_on_the_foot_of_the_text_area():
    found = xml(WHOLE)

    assert f'<w:tblW w:w="{FORMAT.text_width}" w:type="dxa"/>' in found
    assert 'w:vertAnchor="margin" w:horzAnchor="page"' in found
    assert 'w:tblpYSpec="bottom"' in found


def test_neither_a_row_nor_the_table_is_split_between_pages():
    found = xml(WHOLE)

    assert found.count("<w:cantSplit/>") == found.count("<w:tr>")
    assert found.count("<w:keepNext/>") == found.count("<w:pStyle ") - ANCHORED


def test_a_house_format_sets_its_type_and_rules():
    house = load({"继承": "gbt9704", "版记": {"首末线": 0.5, "左右空字": 0}})
    found = xml(WHOLE, format=house)

    assert 'w:top w:val="single" w:sz="11"' in found
    assert '<w:ind w:left="840" w:right="0" w:hanging="840"/>' in found
