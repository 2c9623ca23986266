"""The sections of parts in a book."""

from __future__ import annotations

import pytest

from docgen.assembly.sections import counting, ended, settled

EMPTY = {"header": "H", "footer": "F"}
SIZE = '<w:pgSz w:w="1" w:h="2"/>'


def paragraph(section: str) -> str:
    return f"<w:p><w:pPr>{section}</w:pPr></w:p>"


def reference(part: str, kind: str, id: str) -> str:
    return f'<w:{part}Reference w:type="{kind}" r:id="{id}"/>'


ENDS = {
    "in the last paragraph": ("<w:p><w:pPr><w:jc/></w:pPr></w:p>", "<w:p><w:pPr><w:jc/>S</w:pPr></w:p>"),
    "in one without properties": ("<w:p><w:r/></w:p>", "<w:p><w:pPr>S</w:pPr><w:r/></w:p>"),
}


@pytest.mark.parametrize(("body", "expected"), ENDS.values(), ids=ENDS)
def test_a_section_ends(body: str, expected: str) -> None:
    assert ended(body, "S") == expected


def test_behind_a_table_a_section_ends_in_a_paragraph_without_room() -> None:
    found = ended("<w:tbl></w:tbl>", "S")

    assert found.startswith("<w:tbl></w:tbl><w:p>")
    assert 'w:line="20" w:lineRule="exact"/>S</w:pPr></w:p>' in found


def test_the_first_section_of_a_part_takes_nothing_over() -> None:
    given = f"<w:sectPr>{reference('footer', 'default', 'N')}{SIZE}</w:sectPr>"

    assert settled(paragraph(given), True, False, EMPTY) == paragraph(
        "<w:sectPr>"
        + reference("footer", "default", "N")
        + reference("header", "default", "H")
        + reference("header", "even", "H")
        + reference("footer", "even", "F")
        + f"{SIZE}</w:sectPr>"
    )


def test_pages_that_were_alike_stay_alike_in_a_two_sided_book() -> None:
    given = f"<w:sectPr>{reference('header', 'default', 'A')}{SIZE}</w:sectPr>"

    found = settled(paragraph(given) * 2, True, True, EMPTY)

    assert found.count(reference("header", "even", "A")) == 2
    assert found.count(reference("footer", "even", "F")) == 1


def test_a_first_page_of_its_own_takes_nothing_over() -> None:
    given = f"<w:sectPr>{SIZE}</w:sectPr>", f"<w:sectPr>{SIZE}<w:titlePg/></w:sectPr>"

    found = settled("".join(map(paragraph, given)), False, True, EMPTY)

    assert found.count(reference("header", "first", "H")) == 1
    assert found.endswith(paragraph(given[1]))


def test_an_empty_section_is_filled() -> None:
    assert settled(paragraph("<w:sectPr/>"), False, True, EMPTY) == paragraph(
        f"<w:sectPr>{reference('header', 'default', 'H')}{reference('footer', 'default', 'F')}</w:sectPr>"
    )


def test_only_the_first_section_counts_anew() -> None:
    body = paragraph(f'<w:sectPr>{SIZE}<w:docGrid w:type="lines"/></w:sectPr>') * 2

    found = counting(body, "<w:pgNumType/>", on_odd_page=True)

    assert found.startswith(
        f'<w:p><w:pPr><w:sectPr><w:type w:val="oddPage"/>{SIZE}<w:pgNumType/><w:docGrid w:type="lines"/>'
    )
    assert found.count("<w:pgNumType/>") == 1
