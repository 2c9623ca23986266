"""Where LibreOffice puts what minutes have otherwise than other papers (GB/T 9704 10.3)."""

from __future__ import annotations

import pytest

from docgen.document import MINUTES, Attachment, Letterhead, Paper, Paragraph, Person, Role
from docgen.formats import load
from docgen.numbering import number
from docgen.word import write

pytestmark = pytest.mark.rendered

PT = 25.4 / 72
EM = 16 * PT
LINE = 28.95 * PT
TOP = 37  # mm: the top of the text area
RIGHT = 28 + 156  # mm: the right edge of the text area
LABEL = 3 * 15.75 * PT  # 出席：
TEXT = Paragraph(("会议听取了计划财务股关于项目进展的汇报，要求九月底前办结施工许可。",))
NAMES = tuple(
    Person(f"{name}某某")
    for name in "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章"
)
PRESENT = (
    Role("出席", NAMES),
    Role("请假", (Person("云某某"),)),
    Role("列席", (Person("苏某某", "办公室"), Person("潘某", "教务科"))),
)


@pytest.fixture
def pages(render):
    def pages(number_="〔2026〕12号", **parts):
        letterhead = Letterhead(("某某市教育局局长办公会议",), "纪要", number_)
        paper = Paper(("研究学生宿舍建设会议纪要",), (TEXT,), form=MINUTES, letterhead=letterhead, **parts)
        numbered, problems = number(paper)
        assert problems == []
        return render(write(numbered, load())).pages

    return pages


def starting(page, text):
    return next(line for line in page.lines if line.text.replace(" ", "").startswith(text))


@pytest.mark.clause("MN-01")
def test_the_mark_is_35_mm_below_the_top_of_the_text_area_and_the_rule_4_mm_under_the_number(pages):
    page = pages()[0]

    mark, number = page.lines[:2]
    assert mark.text.replace(" ", "") == "某某市教育局局长办公会议纪要"
    assert all(run.red and run.face == "小标宋" for run in mark.runs)
    assert mark.baseline - 0.88 * mark.size * PT == pytest.approx(TOP + 35, abs=1)
    [rule] = page.rules
    assert rule.level - number.baseline - 0.12 * EM == pytest.approx(4, abs=1)
    assert rule.length == pytest.approx(156, abs=1)


def test_the_rule_of_minutes_without_a_number_is_4_mm_under_the_mark(pages):
    page = pages(number_="")[0]

    mark, title = page.lines[:2]
    [rule] = page.rules
    assert rule.level - mark.baseline - 0.12 * mark.size * PT == pytest.approx(4, abs=1)
    assert title.text == "研究学生宿舍建设会议纪要"


@pytest.mark.clause("MN-02")
@pytest.mark.parametrize("attachments", [(), (Attachment("名单", (TEXT,)),)])
def test_those_present_are_named_one_blank_line_under_the_text_or_the_attachment_note(pages, attachments):
    page = pages(attendance=PRESENT, attachments=attachments)[0]

    at = next(n for n, line in enumerate(page.lines) if line.text.startswith("出席："))
    above, first = page.lines[at - 1 : at + 1]
    assert first.baseline - above.baseline == pytest.approx(2 * LINE, abs=0.5)
    if attachments:
        assert above.text.startswith("附件：")


def present(pages):
    """The lines of those present, which may run over to the second page."""
    lines = [line for page in pages for line in page.lines]
    at = next(n for n, line in enumerate(lines) if line.text.startswith("出席："))
    end = next(n for n, line in enumerate(lines) if line.text.startswith("请假："))
    return lines[at:end]


@pytest.mark.clause("MN-02", "FT-14")
def test_labels_stand_two_from_the_left_and_further_lines_under_the_first_name(pages):
    found = pages(attendance=PRESENT)

    first, *others = present(found)
    assert first.left == pytest.approx(28 + 2 * EM, abs=0.5)
    assert [run.face for run in first.runs] == ["黑体", "仿宋"]
    assert [line.left for line in others] == pytest.approx([first.left + LABEL] * len(others), abs=0.5)
    assert starting(found[-1], "请假：").left == pytest.approx(first.left, abs=0.2)
    assert starting(found[-1], "列席：").text == "列席：办公室苏某某、教务科潘某"


@pytest.mark.clause("MN-02")
def test_no_name_of_forty_is_broken_or_leaves_the_text_area(pages):
    lines = present(pages(attendance=PRESENT))

    assert all(line.text.endswith("、") for line in lines[:-1])
    assert all(line.right < RIGHT + 0.5 for line in lines)
    names = "".join(line.text for line in lines).removeprefix("出席：").split("、")
    assert names == [person.name for person in NAMES]


def test_minutes_are_valid(validate):
    letterhead = Letterhead(("某某市教育局局长办公会议",), "纪要")
    paper = Paper(("纪要",), (TEXT,), form=MINUTES, letterhead=letterhead, attendance=PRESENT)
    numbered, _problems = number(paper)

    validate(write(numbered, load()))
