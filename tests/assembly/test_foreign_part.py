"""Word files of any origin in a book."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm

from docgen.assembly import compendium
from docgen.assembly.book import read
from docgen.assembly.listed import found
from docgen.problems import DocgenError, NotInstalled, error
from tests.assembly.conftest import book, contents, saved, word_file, xml


def bound(folder: Path, rows: str) -> bytes:
    one = read(book(folder, f"标题: 汇编\n组成: [{rows}]\n"))
    return compendium.bound(compendium.ready(one, found(one)[0])[0], None)[0]


def test_its_title_and_typed_chapters_are_listed(tmp_path: Path) -> None:
    (tmp_path / "甲.docx").write_bytes(word_file())

    docx = bound(tmp_path, "甲.docx")

    assert [text for text, _number in contents(docx)] == [
        "云溪县校车安全工作方案",
        "一、工作目标",
        "二、主要措施",
    ]
    assert re.findall(r'<w:outlineLvl w:val="(\d)"/>', xml(docx)) == ["0", "1", "1"]


def test_the_book_may_give_it_another_title(tmp_path: Path) -> None:
    (tmp_path / "甲.docx").write_bytes(word_file())

    docx = bound(tmp_path, "{文件: 甲.docx, 标题: 校车方案}")

    assert contents(docx)[0][0] == "校车方案"
    assert ' TC "校车方案" \\l 1 ' in xml(docx)
    assert r" TOC \o &quot;1-2" not in xml(docx)
    assert r'TOC \o "1-2" \h \z \u \f ' in xml(docx)


def test_one_without_a_title_is_called_as_its_file_which_is_told(tmp_path: Path) -> None:
    document = Document()
    document.add_table(1, 1).cell(0, 0).text = "格"
    (tmp_path / "统计表.docx").write_bytes(saved(document))
    one = read(book(tmp_path, "标题: 汇编\n组成: [统计表.docx]\n"))

    bindable, problems = compendium.ready(one, found(one)[0])

    assert [entry.text for entry in bindable.entries] == ["统计表"]
    assert [problem.id for problem in problems] == ["ASM-011"]


def test_its_headers_and_page_are_kept(tmp_path: Path) -> None:
    document = Document(io.BytesIO(word_file(header="校车办")))
    document.sections[0].page_width, document.sections[0].page_height = Mm(297), Mm(210)
    (tmp_path / "甲.docx").write_bytes(saved(document))

    last = Document(io.BytesIO(bound(tmp_path, "甲.docx"))).sections[-1]

    assert [one.text for one in last.header.paragraphs] == ["校车办"]
    assert (round(last.page_width.mm), round(last.page_height.mm)) == (297, 210)


@pytest.mark.parametrize("header", ["", "校车办"])
@pytest.mark.parametrize("footer", ["", "  ", "— 1 —", "第1页 共9页"])
def test_our_page_numbers_stand_below_one_that_has_none(tmp_path: Path, header: str, footer: str) -> None:
    document = Document(io.BytesIO(word_file(header=header)))
    document.sections[0].footer.paragraphs[0].text = footer
    (tmp_path / "甲.docx").write_bytes(saved(document))

    last = Document(io.BytesIO(bound(tmp_path, "甲.docx"))).sections[-1]

    assert "PAGE" in last.footer.paragraphs[0]._p.xml
    assert "PAGE" in last.even_page_footer.paragraphs[0]._p.xml
    assert [last.header.paragraphs[0].text, last.even_page_header.paragraphs[0].text] == [header, header]


def test_a_footer_that_says_something_is_kept(tmp_path: Path) -> None:
    document = Document(io.BytesIO(word_file()))
    document.sections[0].footer.paragraphs[0].text = "内部资料"
    document.sections[0].different_first_page_header_footer = True
    document.sections[0].first_page_footer.paragraphs[0].text = "首页"
    (tmp_path / "甲.docx").write_bytes(saved(document))

    last = Document(io.BytesIO(bound(tmp_path, "甲.docx"))).sections[-1]

    shown = (last.footer, last.even_page_footer, last.first_page_footer)
    assert [one.paragraphs[0].text for one in shown] == ["内部资料", "内部资料", "首页"]


def test_an_old_file_needs_libreoffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def absent() -> str:
        raise NotInstalled(error("PAG-001", "没有找到 LibreOffice"))

    monkeypatch.setattr("docgen.reader.convert.find_soffice", absent)
    (tmp_path / "旧文.doc").write_bytes(b"old")

    with pytest.raises(DocgenError) as stopped:
        bound(tmp_path, "旧文.doc")

    assert [(one.id, one.place.file) for one in stopped.value.problems if one.place] == [
        ("RDR-020", str(tmp_path / "旧文.doc"))
    ]


def test_an_old_file_is_joined_as_what_libreoffice_makes_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("docgen.reader.convert.to_docx", lambda data, suffix, file: word_file("旧文的标题"))
    (tmp_path / "旧文.wps").write_bytes(b"old")

    assert contents(bound(tmp_path, "旧文.wps"))[0][0] == "旧文的标题"


def test_what_libreoffice_writes_against_the_schema_is_put_right(tmp_path: Path) -> None:
    document = Document(io.BytesIO(word_file()))
    run = parse_xml(
        f'<w:r {nsdecls("w")}><w:rPr><w:sz w:val="30"/><w:b w:val="0"/><w:b/></w:rPr><w:t>甲</w:t></w:r>'
    )
    document.paragraphs[-1]._p.append(run)
    (tmp_path / "甲.docx").write_bytes(saved(document))

    assert '<w:rPr><w:b/><w:sz w:val="30"/></w:rPr><w:t>甲</w:t>' in xml(bound(tmp_path, "甲.docx"))


def test_two_with_the_same_styles_lists_and_bookmarks_stay_apart(tmp_path: Path) -> None:
    for name, size in (("甲", 10), ("乙", 20)):
        document = Document(io.BytesIO(word_file(f"{name}县工作方案")))
        document.styles["Normal"].font.size = Mm(size)
        document.add_paragraph("一项", style="List Number")
        start = document.paragraphs[0]._p.makeelement(
            "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}bookmarkStart",
            {
                "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}id": "0",
                "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}name": "起点",
            },
        )
        document.paragraphs[0]._p.append(start)
        (tmp_path / f"{name}.docx").write_bytes(saved(document))

    text = xml(bound(tmp_path, "甲.docx, 乙.docx"))
    names = re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]*)"', text)
    styles = set(re.findall(r'<w:pStyle w:val="(A\d+)-Normal"/>', text))

    assert len(names) == len(set(names))
    assert sum(name.startswith("起点") for name in names) == 2
    assert len(styles) == 2


@pytest.mark.parametrize("data", [b"", b"PK\3\4 broken", b"\xd0\xcf\x11\xe0 old"])
def test_one_that_cannot_be_read_is_told_with_its_name(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "甲.docx").write_bytes(data)

    with pytest.raises(DocgenError) as stopped:
        bound(tmp_path, "甲.docx")

    assert [(one.id, "甲.docx" in one.message) for one in stopped.value.problems] == [("ASM-010", True)]
