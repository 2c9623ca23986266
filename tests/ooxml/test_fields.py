"""What fields are told to do, and which of them fetch something from elsewhere."""

from __future__ import annotations

import pytest
from lxml import etree

from docgen.ooxml.fields import fetching, instructions

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SIGNS = {"[": "begin", "|": "separate", "]": "end"}


def body(text: str) -> etree._Element:
    """A body of runs: [ | ] are the signs of a field, words in capitals instructions, others text; / ends a
    paragraph."""
    runs = []
    for word in text.split():
        sign = f'<w:fldChar w:fldCharType="{SIGNS.get(word)}"/>'
        words = f"<w:instrText>{word}</w:instrText>" if word.isupper() else f"<w:t>{word}</w:t>"
        runs.append("</w:p><w:p>" if word == "/" else f"<w:r>{sign if word in SIGNS else words}</w:r>")
    return etree.fromstring(f'<w:body xmlns:w="{W}"><w:p>{"".join(runs)}</w:p></w:body>')


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("[ PAGE | 1 ] [ DDEAUTO | x ]", "DDEAUTO"),
        ("[ INCLUDE / TEXT | x ]", "INCLUDETEXT"),
        ("[ [ QUOTE | dde ] AUTO | x ]", "ddeAUTO"),
        ("[ IF [ DDE | x ] | y ]", "DDE"),
        ("[ DDE", "DDE"),
        ("DDE", "DDE"),
        ("[ PAGE | dde ]", ""),
        ("[ TOC | [ PAGEREF | 1 ] dde ]", ""),
    ],
)
def test_a_field_that_fetches_is_found_however_it_is_spread(text: str, wanted: str) -> None:
    assert fetching(body(text)) == wanted


def test_each_field_is_told_once() -> None:
    assert list(instructions(body("[ TOC | [ PAGEREF | 1 ] ] [ PAGE ]"))) == ["TOC", "PAGEREF", "PAGE"]
