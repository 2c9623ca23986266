"""Where LibreOffice puts what ends a paper, and what it keeps on one page (GB/T 9704 7.3.4–7.3.7)."""

from __future__ import annotations

import pytest

from docgen.document import (
    Attachment,
    Column,
    Heading,
    Item,
    Letterhead,
    Paper,
    Paragraph,
    Person,
    Role,
    Signature,
    Signer,
    Table,
)
from docgen.formats import load
from docgen.numbering import number
from docgen.word import write

pytestmark = pytest.mark.rendered

EM = 16 * 25.4 / 72  # mm
LINE = 28.95 * 25.4 / 72
LEFT, RIGHT = 28, 28 + 156
ORGAN, DATE = "某某县教育局", "2026年9月1日"
TEXT = Paragraph(
    ("各备课组要认真研究课程标准，做好单元整体设计，切实提高课堂效率，不断完善教学常规管理制度。",)
)
ROW = Paragraph(("各备课组要认真研究课程标准。",))
SEALED, PLAIN = Signature((ORGAN,), DATE, sealed=True), Signature((ORGAN,), DATE)
STAMPED = Signature((), DATE, signers=(Signer("某某县教育局局长", "张某某"),))


@pytest.fixture
def rendered(render):
    def rendered(*blocks, **parts):
        numbered, problems = number(Paper(("关于做好开学工作的通知",), blocks, **parts))
        assert problems == []
        return render(write(numbered, load()))

    return rendered


def words(page):
    return [line.text.replace(" ", "") for line in page.lines]


@pytest.mark.parametrize(
    "organs, date",
    [
        (("某某县教育局",), DATE),
        (("某某市实验中学",), DATE),
        (("某某市第九中学教务处",), DATE),
        (("某校",), "2026年12月31日"),
        (("某某县教育局", "某某县人力资源和社会保障局"), DATE),
    ],
)
def test_the_date_of_an_unsealed_signature_begins_two_right_of_the_name(organs, date, rendered):
    document = rendered(TEXT, signature=Signature(organs, date))

    assert document.failed("sign.right", "sign.shift", "sign.above") == set()


@pytest.mark.clause("BD-31")
@pytest.mark.parametrize("signature", [SEALED, PLAIN, STAMPED])
@pytest.mark.parametrize("pages, last", [(1, 18), (1, 19), (1, 22), (2, 21)])
def test_a_signature_is_never_alone_on_a_page(pages, last, signature, rendered):
    """The text ends on line `last` of page `pages`, where its first page begins with the title."""
    document = rendered(*[ROW] * (last - 2 + 22 * (pages - 1)), signature=signature)
    final = words(document.pages[-1])

    assert ROW.content[0] in final[: final.index(DATE)]
    assert sum(words(page).count(ROW.content[0]) for page in document.pages) == last - 2 + 22 * (pages - 1)


@pytest.mark.parametrize(
    "last, parts",
    [
        (Item(3, ("各备课组要认真研究课程标准。",)), {}),
        (TEXT, {"attachments": (Attachment("任务分解表", (TEXT,)),)}),
        (TEXT, {"attendance": (Role("出席", (Person("张某某"), Person("李某某"))),), "form": "纪要"}),
        (
            Table((Column("事项"), Column("时间")), (("事项", "时间"), ("家访", "十月"), ("运动会", "五月"))),
            {},
        ),
    ],
    ids=["item", "attachment note", "attendance", "table"],
)
@pytest.mark.parametrize("before", [15, 17])
def test_what_stands_above_a_signature_goes_to_its_page(before, last, parts, rendered):
    document = rendered(*[ROW] * before, last, signature=SEALED, annotation="此件公开发布", **parts)
    signed = next(words(page) for page in document.pages if DATE in words(page))

    assert signed.index(ORGAN) > 0, "text stands above it"
    assert signed[signed.index(DATE) + 1] == "（此件公开发布）"


@pytest.mark.parametrize("before", range(16, 21))
def test_headings_in_a_row_go_to_the_page_of_their_text(before, rendered):
    long = Heading(
        1,
        ("提升教育教学质量，深化课程改革，建设高素质专业化教师队伍，完善现代学校治理体系和家校协同育人机制",),
    )
    document = rendered(*[ROW] * before, long, Heading(2, ("总体要求",)), Heading(3, ("原则",)), TEXT, TEXT)

    assert document.failed("main.heading") == set()
    assert words(document.pages[0])[-1] in (ROW.content[0], TEXT.content[0][:26], TEXT.content[0][26:])


@pytest.mark.parametrize("before", [17, 19, 20])
def test_a_heading_that_runs_in_never_ends_a_page_alone(before, rendered):
    heading = Heading(2, ("加强组织领导，压实各方责任，形成齐抓共管的良好工作格局。",), TEXT.content)
    document = rendered(*[ROW] * before, heading, TEXT)

    assert document.failed() == set()


def test_forty_attachments_are_counted_from_one_place(rendered):
    names = [f"某某县中小学教学常规管理工作任务分解表之{number}" for number in range(1, 41)]
    attachments = tuple(Attachment(name, (ROW,)) for name in names)
    document = rendered(ROW, attachments=attachments, signature=SEALED)
    lines = [line for page in document.pages[:3] for line in page.lines]
    starts = {line.text.partition(".")[0][-2:].lstrip("：件"): line for line in lines if "." in line.text}

    assert document.failed("note.left", "note.above", "note.numbers", "note.sequence", "sign.alone") == set()
    assert {round(starts[str(number)].left, 1) for number in (2, 9, 10, 25, 40)} == {
        round(LEFT + 5 * EM - 3 * 0.25 * 25.4 / 72, 1)
    }


def test_a_long_name_goes_on_under_its_first_character(rendered):
    long = "某某县2026—2027学年度中小学教学常规管理和课堂教学质量提升工作任务分解表"
    document = rendered(TEXT, attachments=(Attachment(long, (ROW,)), Attachment("活动安排", (ROW,))))

    assert document.failed("note.hanging", "note.numbers", "attachment.same") == set()


@pytest.mark.clause("BD-18")
def test_a_carried_paper_begins_with_its_title_and_is_not_counted(rendered):
    attachments = (
        Attachment("工作计划", (TEXT,), marked=False),
        Attachment("任务分解表", (TEXT,), note="（2026年9月）", separate=True),
        Attachment("活动安排", (TEXT,)),
    )
    head = Letterhead((ORGAN,), "文件", "某教发〔2026〕3号")
    first, carried, separate, last = rendered(TEXT, attachments=attachments, letterhead=head).pages

    assert "附件：1.任务分解表" in words(first) and "2.活动安排" in words(first)
    assert words(carried)[0] == "工作计划"
    assert carried.lines[0].baseline - separate.lines[0].baseline < 1, "on the first line"
    assert words(separate)[:3] == ["某教发〔2026〕3号附件1", "任务分解表", "（2026年9月）"]
    assert separate.lines[0].left == pytest.approx(LEFT, abs=1)
    assert separate.lines[1].baseline - separate.lines[0].baseline == pytest.approx(2 * LINE, abs=0.7)
    assert words(last)[:2] == ["附件2", "活动安排"]


@pytest.mark.clause("TB-04")
def test_a_table_of_thirty_rows_and_nine_columns_fits_an_attachment(rendered):
    names = ("序号", "工作任务", "具体措施", "牵头单位", "配合单位", "责任人", "完成时限", "成果形式", "备注")
    cells = ("抓实教学常规", "每学期组织两轮教学常规检查，结果在校内公示", "教务处", "各教研组", "张某某")
    rows = tuple((str(row), *cells, "2026年10月底前", "检查通报", "每学期两次") for row in range(1, 31))
    table = Table(tuple(map(Column, names)), (names, *rows))
    document = rendered(TEXT, attachments=(Attachment("任务分解表", (table,)),), signature=SEALED)
    pages = document.pages[1:]

    checks = ("main.tables", "attachment.row", "attachment.title.row", "number.present", "number.landscape")
    assert document.failed(*checks) == set()
    assert all("工作任务" in "".join(words(page)) for page in pages), "the head is repeated"
    assert sum("".join(words(page)).count("抓实教学常规") for page in pages) == 30


def test_an_annotation_of_several_lines_stands_under_the_date(rendered):
    document = rendered(TEXT, signature=SEALED, annotation="此件公开发布，\n联系人：张某某")
    [page] = document.pages
    lines = {line.text.replace(" ", ""): line for line in page.lines}
    first, second = lines["（此件公开发布，"], lines["联系人：张某某）"]

    assert document.failed("annotation.left", "annotation.above") == set()
    assert first.left == pytest.approx(LEFT + 2 * EM, abs=1.5), "the bracket's ink stands right in its cell"
    assert second.baseline - first.baseline == pytest.approx(LINE, abs=0.3)
