"""A book: what its parts keep, what is kept apart, what the table of contents says before it is laid out."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from docx import Document
from docx.enum.section import WD_SECTION

from docgen.assembly import assemble, compendium
from docgen.assembly.book import read
from docgen.assembly.listed import found
from docgen.problems import DocgenError, NotInstalled, error
from tests.assembly.conftest import book, contents, plan, word_file, xml

ALL = "标题: 计划汇编\n组成: [{文件夹: 学校, 分隔页: 第一编}, 校车.docx]\n"


def bound(path: Path, measure: compendium.Measure | None) -> bytes:
    one = read(path)
    return compendium.bound(compendium.ready(one, found(one)[0])[0], measure)[0]


def page_by_page(docx: bytes) -> dict[str, int]:
    """As if each bookmark stood on a page of its own, the first of the parts on page 5."""
    names = re.findall(r'<w:bookmarkStart [^>]*w:name="(_Toc\d{9})"', xml(docx))
    return {name: page for page, name in enumerate(names, 5)}


@pytest.fixture
def docx(shelf: Path) -> bytes:
    return bound(book(shelf, ALL), page_by_page)


def test_the_table_of_contents_lists_dividers_titles_and_chapters(docx: bytes) -> None:
    assert [text for text, _number in contents(docx)] == [
        "第一编", "溪头小学计划", "一、教学", "二、安全", "东岭小学计划", "一、德育",
        "云溪县校车安全工作方案", "一、工作目标", "二、主要措施",
    ]  # fmt: skip


def test_its_numbers_are_those_that_were_measured_counted_from_the_first_part(docx: bytes) -> None:
    assert [number for _text, number in contents(docx)] == [str(page) for page in range(2, 11)]


def test_it_is_a_field_whose_entries_lead_to_bookmarks(docx: bytes) -> None:
    text = xml(docx)
    anchors = re.findall(r'<w:hyperlink w:anchor="([^"]*)"', text)

    assert r' TOC \o "1-3" \h \z \u ' in text
    assert re.findall(r" PAGEREF (\S+) ", text) == anchors
    assert all(text.count(f'w:name="{anchor}"') == 1 for anchor in anchors)
    assert text.count('w:fldCharType="begin"') == text.count('w:fldCharType="end"')


def test_pages_are_measured_until_they_stay_the_same(shelf: Path) -> None:
    measured: list[int] = []

    def growing(docx: bytes) -> dict[str, int]:
        # With its numbers the table of contents takes a page more than without.
        measured.append(1)
        more = len(measured) > 1
        return {name: page + more * (page > 5) for name, page in page_by_page(docx).items()}

    docx = bound(book(shelf, ALL), growing)

    assert len(measured) == 3
    assert contents(docx)[-1][1] == str(int(contents(bound(book(shelf, ALL), page_by_page))[-1][1]) + 1)


def test_pages_that_never_stay_the_same_are_left_to_the_reader(shelf: Path) -> None:
    rounds = iter(range(100))

    def restless(docx: bytes) -> dict[str, int]:
        shift = next(rounds)
        return {name: page + shift * (page > 5) for name, page in page_by_page(docx).items()}

    one = read(book(shelf, ALL))
    docx, problems = compendium.bound(compendium.ready(one, found(one)[0])[0], restless)

    assert [problem.id for problem in problems] == ["ASM-021"]
    assert {number for _text, number in contents(docx)} == {""}


def test_without_libreoffice_no_number_is_guessed(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(_docx: bytes) -> dict[str, int]:
        raise NotInstalled(error("PAG-001", "没有找到 LibreOffice", hint="安装 LibreOffice"))

    monkeypatch.setattr(assemble, "_measure", absent)
    made = assemble.assemble(book(shelf, ALL))

    assert {number for _text, number in contents(made.to_bytes())} == {""}
    assert 'w:dirty="true"' in xml(made.to_bytes())
    assert '<w:updateFields w:val="true"/>' in xml(made.to_bytes(), "word/settings.xml")
    assert [(one.id, "F9" in one.hint) for one in made.problems] == [("ASM-020", True)]


@pytest.mark.parametrize("pages", [{}, {"_Toc000000001": 3}])
def test_a_layout_without_the_entries_is_no_measure(
    shelf: Path, monkeypatch: pytest.MonkeyPatch, pages: dict[str, int]
) -> None:
    monkeypatch.setattr(assemble, "_measure", lambda _docx: pages)
    made = assemble.assemble(book(shelf, ALL))

    assert {number for _text, number in contents(made.to_bytes())} == {""}
    assert [one.id for one in made.problems] == ["ASM-020"]


def test_a_book_without_table_of_contents_is_not_laid_out(shelf: Path) -> None:
    def never(_docx: bytes) -> dict[str, int]:
        raise AssertionError

    docx = bound(book(shelf, f"目录: 否\n{ALL}"), never)

    assert "TOC" not in xml(docx)


def test_the_same_parts_give_the_same_bytes(shelf: Path, docx: bytes) -> None:
    assert bound(book(shelf, ALL), page_by_page) == docx


def test_each_part_counts_with_lists_of_its_own(docx: bytes) -> None:
    numbering = xml(docx, "word/numbering.xml")
    ids = re.findall(r'<w:num w:numId="(\d+)"', numbering)
    abstract = re.findall(r'<w:abstractNum [^>]*w:abstractNumId="(\d+)"', numbering)
    used = re.findall(r'<w:pStyle w:val="Heading3"/><w:numPr>.*?<w:numId w:val="(\d+)"/>', xml(docx))

    assert Counter(ids).most_common(1)[0][1] == Counter(abstract).most_common(1)[0][1] == 1
    assert set(used) <= set(ids)
    assert [used[0] == used[1], used[0] == used[2]] == [True, False]
    assert len(set(re.findall(r'<w:nsid w:val="(\w+)"', numbering))) == len(abstract)


def test_pages_keep_their_orientation_and_numbers_run_on(docx: bytes) -> None:
    document = Document(io.BytesIO(docx))

    turned = [section.page_width > section.page_height for section in document.sections]
    counts = re.findall(r"<w:pgNumType [^>]*/>", xml(docx))

    assert sum(turned) == 1
    assert counts == ['<w:pgNumType w:fmt="upperRoman" w:start="1"/>', '<w:pgNumType w:start="1"/>']


def test_numbers_may_begin_with_the_table_of_contents(shelf: Path) -> None:
    docx = bound(book(shelf, f"页码: 目录\n{ALL}"), page_by_page)

    assert re.findall(r"<w:pgNumType [^>]*/>", xml(docx)) == ['<w:pgNumType w:start="1"/>']


def test_every_part_may_begin_on_the_front_of_a_sheet(shelf: Path) -> None:
    docx = bound(book(shelf, f"单页起: 是\n{ALL}"), page_by_page)
    starts = [section.start_type for section in Document(io.BytesIO(docx)).sections]

    # The cover, and the pages behind a turned one, begin as pages do.
    assert [start is WD_SECTION.ODD_PAGE for start in starts] == [
        False, True, True, True, False, True, True,
    ]  # fmt: skip


def test_every_section_says_what_stands_above_and_below_it(shelf: Path) -> None:
    (shelf / "校车.docx").write_bytes(word_file(header="云溪县校车办公室"))
    docx = bound(book(shelf, "标题: 甲\n组成: [校车.docx, 学校/2-溪头.yaml]\n"), page_by_page)
    document = Document(io.BytesIO(docx))

    headers = ["".join(one.text for one in section.header.paragraphs) for section in document.sections]
    even = ["".join(one.text for one in section.even_page_header.paragraphs) for section in document.sections]

    assert [bool(one) for one in headers] == [False, False, True, False, False]
    assert even == headers


def test_a_picture_in_two_parts_is_kept_once(shelf: Path) -> None:
    picture = Path(__file__).parents[2] / "examples" / "gongwen" / "seal-1.png"
    (shelf / "学校" / "章.png").write_bytes(picture.read_bytes())
    more = "落款: {署名: 溪头小学, 日期: 2027-01-01, 印章: 章.png}\n"
    for name in ("2-溪头", "10-东岭"):
        (shelf / "学校" / f"{name}.yaml").write_text(plan(name, "教学", more=more), encoding="utf-8")

    docx = bound(book(shelf, ALL), page_by_page)
    with zipfile.ZipFile(io.BytesIO(docx)) as parts:
        media = [name for name in parts.namelist() if name.startswith("word/media/")]
    drawings = re.findall(r'<wp:docPr id="(\d+)"', xml(docx))

    assert media == ["word/media/image1.png"]
    assert len(drawings) == len(set(drawings)) == 2


def test_footnotes_of_the_parts_are_numbered_apart(shelf: Path) -> None:
    for name in ("2-溪头", "10-东岭"):
        text = plan(name, f"教学《注:{name}的注》")
        (shelf / "学校" / f"{name}.yaml").write_text(text, encoding="utf-8")

    docx = bound(book(shelf, ALL), page_by_page)

    assert re.findall(r'<w:footnoteReference w:id="(\d+)"', xml(docx)) == list("1234")
    notes = re.findall(r'<w:footnote w:id="(\d+)">.*?的注', xml(docx, "word/footnotes.xml"))
    assert notes == list("1234")


def test_a_part_in_another_format_keeps_its_look(shelf: Path) -> None:
    text = plan("东岭小学计划", "德育", more="格式: {继承: gbt9704, 正文: {字号: 小四}}\n")
    (shelf / "学校" / "10-东岭.yaml").write_text(text, encoding="utf-8")

    docx = bound(book(shelf, ALL), page_by_page)
    styles = xml(docx, "word/styles.xml")
    own = re.findall(r'w:styleId="(A\d+)-BodyText"', styles)

    assert len(own) == 1
    assert f'<w:pStyle w:val="{own[0]}-BodyText"/>' in xml(docx)
    assert "一、德育" in [entry for entry, _number in contents(docx)]


def test_an_order_is_listed_by_its_mark(tmp_path: Path) -> None:
    text = (
        "模板: 命令\n单位: 云溪县人民政府\n版头: {发文字号: 第3号}\n引言: 现予公布。\n"
        "落款: {签名章: [{职务: 县长, 姓名: 林晓岚}], 日期: 2027-01-02}\n"
    )
    (tmp_path / "令.yaml").write_text(text, encoding="utf-8")

    docx = bound(book(tmp_path, "标题: 甲\n组成: [令.yaml]\n"), page_by_page)

    assert contents(docx) == [("云溪县人民政府令第3号", "2")]


def test_bookmarks_that_references_lead_to_stay_apart(shelf: Path) -> None:
    for name in ("2-溪头", "10-东岭"):
        text = plan(name, "教学《见:甲》", "安全").replace("标题: 安全", "标题: 安全\n    代号: 甲")
        (shelf / "学校" / f"{name}.yaml").write_text(text, encoding="utf-8")

    text = xml(bound(book(shelf, ALL), page_by_page))
    names = re.findall(r'<w:bookmarkStart [^>]*w:name="(_Ref[^"]*)"', text)

    assert len(set(names)) == 2
    assert [name for name in names if f" REF {name} " in text] == names
    assert len(set(ids := re.findall(r'<w:bookmarkStart [^>]*w:id="(\d+)"', text))) == len(ids)


def test_all_that_is_wrong_with_all_parts_is_told_with_their_files(shelf: Path) -> None:
    (shelf / "学校" / "2-溪头.yaml").write_text("模板: 通用\n标提: 甲\n", encoding="utf-8")
    (shelf / "学校" / "10-东岭.yaml").write_text("模板: 没有\n", encoding="utf-8")
    (shelf / "校车.docx").write_bytes(b"not a word file")

    with pytest.raises(DocgenError) as stopped:
        assemble.assemble(book(shelf, ALL))

    told = {
        (Path(one.place.file).name, one.id) for one in stopped.value.problems if one.place and one.place.file
    }
    assert {file for file, _id in told} == {"2-溪头.yaml", "10-东岭.yaml", "校车.docx"}
    assert ("校车.docx", "ASM-010") in told


def test_a_title_for_a_plan_is_told_to_be_the_plans_own(shelf: Path) -> None:
    one = read(book(shelf, "标题: 甲\n组成: [{文件: 学校/10-东岭.yaml, 标题: 乙}]\n"))

    assert [problem.id for problem in compendium.ready(one, found(one)[0])[1]] == ["ASM-012"]
