"""Where LibreOffice puts what a letter has otherwise than other papers (GB/T 9704 10.1)."""

from __future__ import annotations

import io

import pytest
from docx import Document

from docgen.document import (
    LETTER,
    Attachment,
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

PT = 25.4 / 72
LINE = 28.95 * PT
SPACE = 14 * PT  # seven eighths of a character of 3号
ABOVE, BELOW = 0.88, 0.12  # of a character, above and below its baseline
NUMBER = "某教函〔2026〕12号"
TEXT = Paragraph(
    ("近期县城四所学校门前上下学时段车辆拥堵存在安全隐患恳请贵局在以下方面给予支持并及时告知安排。",)
)
WIDE = Table((Column("事项"), Column("时间")), (("事项", "时间"), ("家访", "十月")), landscape=True)


@pytest.fixture
def pages(render):
    def pages(blocks=(TEXT,), organs=("某某市教育局",), attachments=(), **letterhead):
        given = {"document_number": NUMBER} | letterhead
        paper = Paper(
            ("关于商请支持的函",),
            blocks,
            addressees=("某某市公安局",),
            form=LETTER,
            letterhead=Letterhead(organs, **given),
            attachments=attachments,
            signature=Signature(("某某市教育局",), "2026年9月1日", sealed=True),
        )
        numbered, problems = number(paper)
        assert problems == []
        return render(write(numbered, load())).pages

    return pages


def top(line):
    return line.baseline - ABOVE * line.size * PT


def bottom(line):
    return line.baseline + BELOW * line.size * PT


def red(page):
    return sorted((rule for rule in page.rules if rule.red), key=lambda rule: rule.level)


def starting(page, text):
    return next(line for line in page.lines if line.text.replace(" ", "").startswith(text))


@pytest.mark.clause("LT-01", "LT-02")
@pytest.mark.parametrize(
    "organs, lines",
    [
        (("某某市教育局",), 1),
        (("教育部", "公安部"), 1),
        (("某某省某某自治州人力资源和社会保障局学生资助管理中心",), 2),
    ],
)
def test_the_mark_is_30_mm_below_the_edge_of_the_sheet_and_4_mm_above_the_rule(pages, organs, lines):
    page = pages(organs=organs)[0]

    mark = page.lines[:lines]
    assert all(run.red and run.face == "小标宋" for line in mark for run in line.runs)
    assert "".join(line.text for line in mark) == organs[0]
    assert top(mark[0]) == pytest.approx(30, abs=1)
    assert mark[0].centre == pytest.approx(28 + 156 / 2, abs=1)
    upper = red(page)[0]
    assert upper.level - upper.thickness / 2 - bottom(mark[-1]) == pytest.approx(4, abs=1)


@pytest.mark.clause("LT-04")
def test_both_double_rules_are_170_mm_long_in_the_middle_of_the_sheet(pages):
    rules = red(pages()[0])

    assert [rule.length for rule in rules] == pytest.approx([170] * 4, abs=0.2)
    assert [rule.centre for rule in rules] == pytest.approx([105] * 4, abs=0.2)


@pytest.mark.clause("LT-02", "LT-03", "LT-10")
def test_the_upper_rule_is_thick_over_thin_and_the_lower_one_thin_over_thick_20_mm_from_the_edge(pages):
    first, second, third, fourth = red(pages()[0])

    assert [rule.thickness for rule in (first, second)] == pytest.approx([2.25 * PT, 0.75 * PT], abs=0.05)
    assert [rule.thickness for rule in (third, fourth)] == pytest.approx([0.75 * PT, 2.25 * PT], abs=0.05)
    assert (third.level + fourth.level) / 2 == pytest.approx(277, abs=0.5)
    assert third.level == pytest.approx(277, abs=1)
    assert fourth.level == pytest.approx(277, abs=1)


@pytest.mark.clause("LT-05", "LT-07")
@pytest.mark.parametrize(
    "elements, first, last",
    [
        ({}, NUMBER, NUMBER),
        ({"copy_number": "000001", "secrecy": "秘密★1年", "urgency": "特急"}, "000001", "特急"),
        ({"urgency": "特急"}, "特急", "特急"),
        ({"document_number": "", "secrecy": "秘密"}, "秘密", "秘密"),
    ],
)
def test_the_first_element_is_seven_eighths_under_the_rule_and_the_title_two_lines_under_the_last(
    pages, elements, first, last
):
    page = pages(**elements)[0]

    rule = red(page)[1]
    assert top(starting(page, first)) - rule.level == pytest.approx(SPACE, abs=2 * PT)
    title, above = starting(page, "关于商请"), starting(page, last)
    assert title.baseline - above.baseline == pytest.approx(3 * LINE, abs=0.5)


@pytest.mark.clause("LT-06")
def test_the_number_stands_at_the_right_of_the_line_on_which_the_copy_number_stands_at_the_left(pages):
    line = starting(pages(copy_number="000001")[0], "000001")

    assert line.text.replace(" ", "").endswith(NUMBER)
    assert line.left == pytest.approx(28, abs=0.5)
    assert line.right == pytest.approx(28 + 156, abs=0.5)


@pytest.mark.clause("LT-09")
def test_only_the_first_page_has_rules_and_only_it_has_no_number(pages):
    first, *others = pages(blocks=(TEXT,) * 40)

    assert len(others) >= 2
    assert first.number is None
    assert [page.number.value for page in others] == list(range(2, len(others) + 2))
    assert not any(red(page) for page in others)
    assert others[0].number.line.left < 50 < 150 < others[1].number.line.left


@pytest.mark.clause("LT-08")
def test_a_full_first_page_keeps_its_text_seven_eighths_above_the_lower_rule(pages):
    first = pages(blocks=(TEXT,) * 40)[0]

    gap = red(first)[2].level - bottom(first.lines[-1])
    assert gap >= SPACE
    assert 262 - LINE - 1 < first.lines[-1].baseline < 262


@pytest.mark.clause("LT-09", "PN-07")
def test_numbers_run_on_through_turned_pages_and_attachments(pages):
    attached = (Attachment("一览表", (WIDE,)), Attachment("说明", (TEXT,)))

    found = pages(blocks=(TEXT, WIDE, TEXT), attachments=attached)

    assert [page.landscape for page in found] == [False, True, False, True, False]
    assert [page.number and page.number.value for page in found] == [None, 2, 3, 4, 5]
    assert [len(red(page)) for page in found] == [4, 0, 0, 0, 0]


def test_a_foreign_attachment_and_what_follows_it_do_not_begin_a_letter_again(pages):
    file = io.BytesIO()
    foreign = Document()
    foreign.add_paragraph("外来的文件")
    foreign.save(file)

    found = pages(attachments=(Attachment("外来", foreign=file.getvalue()), Attachment("说明", (TEXT,))))

    assert [page.number and page.number.value for page in found] == [None, *range(2, len(found) + 1)]
    assert [len(red(page)) for page in found] == [4, *[0] * (len(found) - 1)]


def test_a_note_at_the_foot_of_the_first_page_stands_above_the_lower_rule(pages):
    first = pages(blocks=(Paragraph(("有脚注", Footnote("脚注的文字。"), "的段落。")), *(TEXT,) * 40))[0]

    note = next(line for line in first.lines if "脚注的文字" in line.text)
    assert note.baseline < 262


def test_a_sheet_printed_beforehand_leaves_the_room_of_mark_and_rules(pages):
    printed, blank = pages()[0], pages(preprinted=True)[0]

    assert not red(blank)
    assert not any(line.red for line in blank.lines)
    assert blank.number is None
    assert [line.baseline for line in blank.lines] == pytest.approx(
        [line.baseline for line in printed.lines[1:]], abs=0.2
    )


def test_a_letter_is_valid(validate):
    made = Letterhead(("某某市教育局",), "", NUMBER, "000001", "秘密★1年", "特急")
    attached = (Attachment("一览表", (WIDE,)),)
    numbered, _problems = number(Paper(("函",), (TEXT,), form=LETTER, letterhead=made, attachments=attached))

    validate(write(numbered, load()))
