"""Automatic numbers as Word prints them: forms, levels, lists that count on from each other."""

from __future__ import annotations

import pytest

from docgen.manuscript import Line
from docgen.reader.read import read_docx
from tests.reader.packages import NAMESPACES, body, p, package

KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rN" Type="{KIND}" Target="numbering.xml"/></Relationships>'
).encode()


def level(at: int, form: str, text: str, more: str = "") -> str:
    inner = f'<w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{at}">{inner}</w:lvl>'


def abstract(id: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{id}">{"".join(levels)}</w:abstractNum>'


def num(id: int, abstract: int, more: str = "") -> str:
    return f'<w:num w:numId="{id}"><w:abstractNumId w:val="{abstract}"/>{more}</w:num>'


def begins(at: int, number: int) -> str:
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{number}"/></w:lvlOverride>'


def listed(list: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>'


def numbers(numbering: str, *paragraphs: str) -> list[str]:
    """The numbers of paragraphs in lists of a numbering.xml."""
    parts = {
        "word/numbering.xml": f"<w:numbering {NAMESPACES}>{numbering}</w:numbering>".encode(),
        "word/_rels/document.xml.rels": RELATIONS,
    }
    pieces = read_docx(package(body(*paragraphs), parts), "x.docx").pieces
    return [piece.number for piece in pieces if isinstance(piece, Line)]


def places(*where: tuple[int, int]) -> list[str]:
    return [p("字", properties=listed(list, level)) for list, level in where]


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("chineseCountingThousand", "%1、", ["一、", "二、", "三、"]),
        ("chineseCounting", "（%1）", ["（一）", "（二）", "（三）"]),
        ("decimal", "%1.", ["1.", "2.", "3."]),
        ("decimalEnclosedCircle", "%1", ["①", "②", "③"]),
        ("decimalEnclosedParen", "%1", ["⑴", "⑵", "⑶"]),
        ("decimalFullWidth", "%1．", ["１．", "２．", "３．"]),
        ("upperLetter", "%1.", ["A.", "B.", "C."]),
        ("lowerRoman", "%1)", ["i)", "ii)", "iii)"]),
        ("ideographTraditional", "%1、", ["甲、", "乙、", "丙、"]),
        ("chineseLegalSimplified", "%1、", ["壹、", "贰、", "叁、"]),
        ("unheard-of", "%1.", ["1.", "2.", "3."]),
        ("bullet", "●", ["", "", ""]),
    ],
)
def test_automatic_numbers_are_as_word_prints_them(form: str, text: str, expected: list[str]) -> None:
    lists = abstract(1, level(0, form, text)) + num(1, 1)

    assert numbers(lists, *places((1, 0), (1, 0), (1, 0))) == expected


@pytest.mark.parametrize(
    ("form", "start", "expected"),
    [
        ("chineseCountingThousand", 21, "二十一"),
        ("ideographDigital", 20, "二〇"),
        ("chineseLegalSimplified", 10, "壹拾"),
        ("upperRoman", 49, "XLIX"),
        ("lowerLetter", 28, "bb"),
        ("decimalEnclosedCircle", 21, "21"),
        ("ideographTraditional", 11, "11"),
        ("lowerLetter", 10**9, "1000000000"),
        ("lowerRoman", 10**9, "1000000000"),
    ],
)
def test_large_numbers_are_written_as_far_as_the_form_goes(form: str, start: int, expected: str) -> None:
    lists = abstract(1, level(0, form, "%1")) + num(1, 1, begins(0, start))

    assert numbers(lists, *places((1, 0))) == [expected]


TWO = abstract(1, level(0, "chineseCounting", "%1、"), level(1, "decimal", "%1.%2"))


def test_deeper_levels_name_those_above_and_begin_anew() -> None:
    where = places((1, 0), (1, 1), (1, 1), (1, 0), (1, 1))

    assert numbers(TWO + num(1, 1), *where) == ["一、", "一.1", "一.2", "二、", "二.1"]


def test_a_level_in_digits_writes_all_levels_in_digits() -> None:
    digits = abstract(1, level(0, "chineseCounting", "%1、"), level(1, "decimal", "%1.%2", "<w:isLgl/>"))

    assert numbers(digits + num(1, 1), *places((1, 0), (1, 1))) == ["一、", "1.1"]


def test_a_level_that_never_begins_anew_counts_on() -> None:
    on = abstract(
        1, level(0, "decimal", "%1."), level(1, "decimal", "（%2）", '<w:lvlRestart w:val="0"/>')
    ) + num(1, 1)

    assert numbers(on, *places((1, 0), (1, 1), (1, 0), (1, 1))) == ["1.", "（1）", "2.", "（2）"]


def test_lists_of_the_same_levels_count_on_from_each_other_until_one_begins_anew() -> None:
    lists = TWO + num(1, 1) + num(2, 1) + num(3, 1, begins(0, 1))
    where = places((1, 0), (2, 0), (3, 0), (3, 0), (1, 0))

    assert numbers(lists, *where) == ["一、", "二、", "一、", "二、", "三、"]


def test_lists_of_other_levels_count_for_themselves() -> None:
    lists = TWO + abstract(2, level(0, "decimal", "%1.")) + num(1, 1) + num(2, 2)

    assert numbers(lists, *places((1, 0), (2, 0), (1, 0), (2, 0))) == ["一、", "1.", "二、", "2."]


def test_a_list_may_begin_elsewhere() -> None:
    assert numbers(TWO + num(1, 1, begins(0, 5)), *places((1, 0), (1, 0))) == ["五、", "六、"]


def test_a_list_that_names_a_style_of_lists_has_its_levels() -> None:
    style = '<w:styleLink w:val="S"/>' + level(0, "decimal", "第%1条")
    lists = abstract(1, style) + abstract(2, '<w:numStyleLink w:val="S"/>') + num(1, 2)

    assert numbers(lists, *places((1, 0), (1, 0))) == ["第1条", "第2条"]


def test_a_paragraph_that_was_deleted_is_not_counted() -> None:
    mark = '<w:rPr><w:del w:id="1"/></w:rPr>'
    deleted = '<w:del w:id="2"><w:r><w:delText>旧</w:delText></w:r></w:del>'
    one, two = places((1, 0), (1, 0))

    found = numbers(TWO + num(1, 1), one, p(deleted, properties=listed(1) + mark), two)

    assert found == ["一、", "二、"]


def test_what_is_joined_to_a_paragraph_has_its_number_only() -> None:
    mark = '<w:rPr><w:del w:id="1"/></w:rPr>'
    one, two = places((1, 0), (1, 0))

    assert numbers(TWO + num(1, 1), p("前半，", properties=listed(1) + mark), one, two) == ["一、", "二、"]
