"""Where LibreOffice puts the 版记: on the foot of the last page, whole, over no text (GB/T 9704 7.4)."""

from __future__ import annotations

import io

import pytest
from docx import Document

from docgen import addressees
from docgen.document import (
    LETTER,
    Attachment,
    Colophon,
    Column,
    Footnote,
    Letterhead,
    Paper,
    Paragraph,
    Signature,
    Table,
)
from docgen.formats import load
from docgen.numbering import number
from docgen.word import write

pytestmark = pytest.mark.rendered

EM = 14 * 25.4 / 72  # mm: a character of 4号
LEFT, RIGHT, FOOT = 28, 28 + 156, 37 + 225
LINE = Paragraph(("校" * 26,))
TITLE_AND_BLANK = 2
COPIES = tuple(f"某某县{name}镇中心学校" for name in "东南西北中上下前" * 5)
PRINTING = {"printer": "某某县教育局办公室", "printed": "2026年9月1日"}
WHOLE = Colophon(copies=("县委办公室、县政府办公室", "县人大常委会办公室"), **PRINTING)
WIDE = Table((Column("事项"), Column("时间")), (("事项", "时间"), ("家访", "十月")), landscape=True)


@pytest.fixture
def pages(render, validate):
    def pages(blocks=(LINE, LINE), colophon=WHOLE, **more):
        numbered, problems = number(Paper(("关于做好开学工作的通知",), blocks, colophon=colophon, **more))
        assert problems == []
        docx = write(numbered, load())
        validate(docx)
        return render(docx).pages

    return pages


def rules(page):
    return [rule for rule in page.rules if rule.length > 150 and not rule.red and rule.level > 100]


def copied(page):
    return next(line for line in page.lines if line.text.startswith("抄送："))


def stands_whole(page):
    """Whether the colophon is on the foot of `page`, and no line of the text reaches into it."""
    top, foot = rules(page)[0].level, rules(page)[-1].level
    within = [line for line in page.lines if line.baseline > top]
    return foot == pytest.approx(FOOT, abs=1) and all(size(line) == 14 for line in within)


def size(line):
    return round(line.runs[0].size)


@pytest.mark.clause("RC-01", "RC-02", "RC-03", "RC-04", "RC-08")
def test_rules_are_as_wide_as_the_text_the_outer_ones_thicker_the_last_on_the_foot(pages):
    [page] = pages()
    first, between, last = rules(page)

    for rule in (first, between, last):
        assert (rule.start, rule.end) == pytest.approx((LEFT, RIGHT), abs=0.5)
    assert (first.thickness, last.thickness) == pytest.approx((0.35, 0.35), abs=0.03)
    assert between.thickness == pytest.approx(0.25, abs=0.03)
    assert last.level == pytest.approx(FOOT, abs=0.5)


@pytest.mark.clause("FT-12", "RC-05", "RC-07")
def test_names_and_printing_stand_a_character_from_both_edges(pages):
    [page] = pages()
    printing = next(line for line in page.lines if line.ink.endswith("印发"))

    assert copied(page).left == pytest.approx(LEFT + EM, abs=0.5)
    assert printing.left == pytest.approx(LEFT + EM, abs=0.5)
    assert printing.right == pytest.approx(RIGHT - EM, abs=0.5)
    assert copied(page).ink == "抄送：县委办公室、县政府办公室，县人大常委会办公室。"
    assert (size(copied(page)), size(printing)) == (14, 14)
    assert copied(page).runs[0].face == "仿宋"


@pytest.mark.clause("RC-05")
@pytest.mark.parametrize("count", [10, 40])
def test_many_names_go_on_under_the_first_one(count, pages):
    [page] = pages(colophon=Colophon(copies=COPIES[:count], **PRINTING))
    first, *more = [line for line in page.lines if size(line) == 14][:-1]

    assert stands_whole(page)
    assert len(more) > count // 4
    assert [line.left for line in more] == pytest.approx([first.left + 3 * EM] * len(more), abs=0.5)


@pytest.mark.clause("RC-06")
def test_addressees_stand_above_copies_without_a_rule_between_them(pages):
    [page] = pages(colophon=Colophon(("各学校", "各幼儿园"), ("县委办公室",), **PRINTING))
    sent = next(line for line in page.lines if line.text.startswith("主送："))

    assert sent.ink == "主送：各学校、各幼儿园。"
    assert len(rules(page)) == 3
    assert sent.left == pytest.approx(copied(page).left, abs=0.2)


def test_the_date_of_a_long_organ_stays_right_on_its_last_line(pages):
    organ = "中国共产党某某自治州委员会教育工作领导小组办公室、某某自治州教育体育局"
    [page] = pages(colophon=Colophon(printer=organ, printed="2026年12月31日"))
    first, last = [line for line in page.lines if size(line) == 14]

    assert last.ink.endswith("2026年12月31日印发")
    assert last.right == pytest.approx(RIGHT - EM, abs=0.5)
    assert first.left == pytest.approx(last.left, abs=0.2)
    assert stands_whole(page)


@pytest.mark.clause("PN-06", "RC-04", "RC-10")
@pytest.mark.parametrize(("line", "count"), [(18, 1), (19, 1), (20, 1), (21, 2), (22, 2)])
def test_it_goes_to_a_new_page_whole_where_the_text_leaves_no_room(line, count, pages):
    """Two lines of it take the room of two lines of text."""
    found = pages((LINE,) * (line - TITLE_AND_BLANK))

    assert len(found) == count
    assert stands_whole(found[-1])
    assert rules(found[-1])[-1].level == pytest.approx(FOOT, abs=0.5)
    assert found[-1].number is not None


@pytest.mark.parametrize(("line", "count"), [(21, 1), (22, 2)])
def test_copies_alone_take_the_room_of_a_line(line, count, pages):
    found = pages((LINE,) * (line - TITLE_AND_BLANK), Colophon(copies=("县委办公室",)))

    assert len(found) == count
    assert stands_whole(found[-1])


def test_behind_a_landscape_attachment_it_has_an_upright_page(pages):
    *_text, turned, last = pages(attachments=(Attachment("一览表", (WIDE,)),))

    assert turned.width > turned.height
    assert last.width < last.height
    assert stands_whole(last)
    assert last.number.value == turned.number.value + 1


def test_behind_a_foreign_attachment_it_has_a_page_of_our_own(pages):
    foreign, stream = Document(), io.BytesIO()
    foreign.add_paragraph("外来文件的文字。")
    foreign.save(stream)

    _text, attached, last = pages(attachments=(Attachment("一览表", (), stream.getvalue()),))

    assert "外来文件" in attached.lines[-1].ink
    assert stands_whole(last)
    assert last.number.value == attached.number.value + 1


def test_it_is_not_set_over_a_footnote(pages):
    noted = (Paragraph(("校" * 20, Footnote("见课程方案。"))),)

    first, last = pages(noted)

    assert "课程方案" in first.lines[-1].ink
    assert [size(line) for line in last.lines] == [14, 14]
    assert stands_whole(last)


@pytest.mark.parametrize(("rows", "count"), [(12, 1), (25, 2), (26, 2), (60, 3)])
def test_below_a_table_it_moves_no_row_to_another_page(rows, count, pages):
    """LibreOffice would move the whole of a table that ends where the colophon goes."""
    body = ((str(at), "家访") for at in range(1, rows + 1))
    table = Table((Column("序号"), Column("事项")), (("序号", "事项"), *body))
    found = pages((LINE, LINE, table))

    assert len(found) == count
    assert rules(found[-1])[-1].level == pytest.approx(FOOT, abs=0.5)
    assert sum(line.ink.endswith("家访") for line in found[0].lines) == min(rows, 27)


def test_a_seal_does_not_reach_into_it(pages):
    signature = Signature(("某某县教育局",), "2026年9月1日", sealed=True)
    for lines in range(12, 16):
        page = pages((LINE,) * lines, signature=signature)[-1]
        dated = [line for line in page.lines if line.ink == "2026年9月1日"]
        # A seal of 42 mm reaches 4.7 mm below the line of the date, whose baseline is 2 mm above its foot.
        assert all(line.baseline + 2 + 4.7 < rules(page)[0].level for line in dated)


@pytest.mark.clause("LT-09")
def test_that_of_a_letter_is_without_rules_on_the_foot(pages):
    head = Letterhead(("某某县教育局",), document_number="某教函〔2026〕3号")
    [page] = pages(form=LETTER, letterhead=head)

    assert rules(page) == []
    assert page.lines[-1] == copied(page)
    assert FOOT - page.lines[-1].baseline == pytest.approx(2, abs=2)


@pytest.mark.clause("BD-08", "BD-09")
@pytest.mark.parametrize("moved", [True, False])
def test_the_first_page_shows_text_whether_addressees_are_moved_or_just_not(moved, pages):
    """7.3.2, 7.3.3, at the edge."""
    paper = Paper(
        ("关于做好开学工作的通知",),
        (LINE,) * 30,
        letterhead=Letterhead(("某某县教育局",), "文件", "某教发〔2026〕3号"),
    )
    counts = range(1, len(COPIES) + 1)
    given = [addressees.settle(_sent(paper, COPIES[:count]), load()) for count in counts]
    edge = next(count for count, (_paper, told) in zip(counts, given, strict=True) if told)
    settled = given[edge - 1 if moved else edge - 2][0]

    found = pages(
        settled.blocks, settled.colophon, addressees=settled.addressees, letterhead=settled.letterhead
    )

    assert any("校校校" in line.ink for line in found[0].lines)
    assert any(line.ink.startswith("主送：") for line in found[-1].lines) is moved


def _sent(paper, names):
    return Paper(paper.title, paper.blocks, addressees=names, letterhead=paper.letterhead, colophon=WHOLE)
