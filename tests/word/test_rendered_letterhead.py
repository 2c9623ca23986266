"""Where LibreOffice puts the 版头 of an ordinary paper (GB/T 9704 7.2), and that it leaves room for text."""

from __future__ import annotations

import pytest

from docgen.document import Letterhead, Paper, Paragraph
from docgen.formats import load
from docgen.numbering import number
from docgen.verify import verify
from docgen.word import write

pytestmark = pytest.mark.rendered

MM = 25.4 / 72
EM, LINE = 16 * MM, 28.95 * MM
TOP, LEFT, WIDTH = 37, 28, 156
TEXT = "各学校要把校园安全摆在突出位置，健全制度，落实责任，定期排查隐患，及时整改。"
TITLE = "某某市教育局关于进一步加强全市中小学校园安全管理工作的通知"
FOUR_LINES = (
    "某某市教育局等六部门",
    "关于进一步加强全市中小学校",
    "幼儿园和校外培训机构安全管理",
    "工作的通知",
)
NUMBER = "某教发〔2026〕3号"
SIX = (
    "某县教育局",
    "某某市发展和改革委员会",
    "某某市公安局",
    "某某市人力资源和社会保障局",
    "某某市财政局",
    "某某市人民政府教育督导委员会",
)
NAMES = ("张三", "李四光", "王五", "赵六月", "孙七", "周八方")


def ink(text):
    return text.replace(" ", "")


def middle(lines):
    """Halfway from the top of the first line to the foot of the last."""
    top = lines[0].baseline - 0.88 * lines[0].size * MM
    return (top + lines[-1].baseline + 0.12 * lines[-1].size * MM) / 2


class Head:
    """The first page: its lines by what is on them, its mark, its rules."""

    def __init__(self, page):
        self.lines = {ink(line.text): line for line in page.lines}
        self.mark = [line for line in page.lines if line.runs[0].red]
        self.rules = [rule for rule in page.rules if rule.red]

    @property
    def mark_top(self):
        first = self.mark[0]
        return first.baseline - 0.88 * first.size * MM - TOP

    @property
    def rule(self):
        [rule] = self.rules
        return rule.level

    @property
    def text(self):
        """The first line of the text."""
        return next(line for text, line in self.lines.items() if text.startswith(TEXT[:20]))


@pytest.fixture
def head(render):
    def head(letterhead, title=(TITLE,), format=None):
        paper = Paper(title, (Paragraph((TEXT,)),), addressees=("各县区教育局",), letterhead=letterhead)
        return Head(render(write(number(paper)[0], load(format))).pages[0])

    return head


@pytest.mark.parametrize(
    "organ, rows",
    [
        ("县教育局", 1),
        ("某某市教育体育局", 1),
        ("某某市人民政府教育督导委员会", 1),
        ("某某市新时代文明实践中心建设工作领导小组办公室", 2),
    ],
)
def test_a_mark_stands_in_the_middle_35_mm_below_the_top_whatever_its_length(head, organ, rows):
    page = head(Letterhead((organ,), "文件", NUMBER))

    assert "".join(ink(line.text) for line in page.mark) == f"{organ}文件"
    assert len(page.mark) == rows
    assert page.mark_top == pytest.approx(35, abs=1)
    for line in page.mark:
        assert line.centre == pytest.approx(LEFT + WIDTH / 2, abs=1)
        assert {run.face for run in line.runs} == {"小标宋"}
        assert line.right - line.left <= WIDTH


def test_the_number_is_two_lines_under_the_mark_and_the_title_two_under_the_rule(head):
    page = head(Letterhead(("某某市教育局",), "文件", NUMBER))

    line, [title, *_rest] = page.lines[NUMBER], [one for one in page.lines.values() if one.size == 22]
    assert line.centre == pytest.approx(LEFT + WIDTH / 2, abs=1)
    foot = page.mark[-1].baseline + 0.12 * page.mark[-1].size * MM
    assert (line.baseline - 0.88 * EM - foot) / LINE == pytest.approx(2.5, abs=0.5)
    assert (title.baseline - 0.88 * 22 * MM - page.rule) / LINE == pytest.approx(2, abs=0.25)


def test_the_rule_is_as_wide_as_the_text_and_4_mm_under_the_number(head):
    page = head(Letterhead(("某某市教育局",), "文件", NUMBER))

    [rule] = page.rules
    assert rule.start == pytest.approx(LEFT, abs=1)
    assert rule.length == pytest.approx(WIDTH, abs=1)
    assert page.rule - page.lines[NUMBER].baseline - 0.12 * EM == pytest.approx(4, abs=0.5)


@pytest.mark.parametrize("organs", [("某某市教育局",), SIX[:3]])
def test_the_rule_of_a_paper_without_a_number_is_4_mm_under_its_mark(head, organs):
    page = head(Letterhead(organs, "文件"))

    foot = max(line.baseline for line in page.mark) + 0.12 * page.mark[0].size * MM
    assert page.rule - foot == pytest.approx(4, abs=0.5)


@pytest.mark.parametrize(
    "letterhead, rows",
    [
        (Letterhead(("某某市教育局",), "文件", NUMBER, "000001", "秘密★1年", "特急"), (1, 2, 3)),
        (Letterhead(("某某市教育局",), "文件", NUMBER, "", "机密★6个月"), (2,)),
        (Letterhead(("某某市教育局",), "文件", NUMBER, "000012", "", "加急"), (1, 2)),
    ],
)
def test_what_stands_in_the_corner_has_its_lines_and_does_not_move_the_mark(head, letterhead, rows):
    page = head(letterhead)

    texts = [text for text in (letterhead.copy_number, letterhead.secrecy, letterhead.urgency) if text]
    for text, row in zip(texts, rows, strict=True):
        line = page.lines[text]
        assert line.left == pytest.approx(LEFT, abs=1)
        assert (line.baseline - TOP + 0.2 * LINE) / LINE == pytest.approx(row, abs=0.1)
    for text in (letterhead.secrecy, letterhead.urgency):
        assert not text or page.lines[text].runs[0].face == "黑体"
    assert page.mark_top == pytest.approx(35, abs=1)


@pytest.mark.parametrize("count", [2, 3, 4, 6])
def test_organs_that_issue_jointly_stand_under_each_other_with_the_suffix_beside_them(head, count):
    page = head(Letterhead(SIX[:count], "文件", NUMBER))

    *names, suffix = sorted(page.mark, key=lambda line: (ink(line.text) == "文件", line.baseline))
    assert [ink(line.text) for line in (*names, suffix)] == [*SIX[:count], "文件"]
    assert suffix.left > max(line.right for line in names)
    assert middle([suffix]) == pytest.approx(middle(names), abs=1)
    for line in names:
        assert line.left == pytest.approx(names[0].left, abs=1)
        assert line.right == pytest.approx(names[0].right, abs=1)
    assert (names[0].left + suffix.right) / 2 == pytest.approx(LEFT + WIDTH / 2, abs=1)
    assert page.mark_top == pytest.approx(35, abs=1)


@pytest.mark.parametrize(
    "count, title, signers",
    [(2, FOUR_LINES, NAMES), (4, FOUR_LINES, NAMES), (6, (TITLE,), NAMES), (6, FOUR_LINES, ())],
)
def test_a_mark_of_many_organs_is_made_smaller_so_that_the_first_page_shows_text(head, count, title, signers):
    page = head(Letterhead(SIX[:count], "文件", NUMBER, signers=signers[:count]), title)

    assert page.text.baseline < TOP + 225
    assert page.mark[0].size > 22


def test_six_signers_under_six_organs_and_a_title_of_four_lines_leave_a_line_of_text(head):
    assert head(Letterhead(SIX, "文件", NUMBER, signers=NAMES), FOUR_LINES).text


def test_organs_without_a_suffix_are_centred_and_spread_to_one_width(head):
    page = head(Letterhead(SIX[:3], "", NUMBER))

    assert [ink(line.text) for line in page.mark] == list(SIX[:3])
    for line in page.mark:
        assert line.centre == pytest.approx(LEFT + WIDTH / 2, abs=1)
        assert line.left == pytest.approx(page.mark[0].left, abs=1)


@pytest.mark.clause("HD-11", "HD-12")
@pytest.mark.parametrize("count", [1, 2, 3, 6])
def test_signers_stand_right_two_to_a_line_and_the_number_left_on_their_last(head, count):
    page = head(Letterhead(("某某市实验中学",), "文件", NUMBER, signers=NAMES[:count]))

    rows = [line for line in page.lines.values() if any(run.face == "楷体" for run in line.runs)]
    assert len(rows) == (count + 1) // 2
    assert ink(rows[-1].text).startswith(NUMBER)
    assert rows[-1].left == pytest.approx(LEFT + EM, abs=1)
    assert max(row.right for row in rows) == pytest.approx(LEFT + WIDTH - EM, abs=1)
    assert "签发人：" in ink(rows[0].text)
    assert page.rule - rows[-1].baseline - 0.12 * EM == pytest.approx(4, abs=0.5)


@pytest.mark.parametrize("organs, signers", [(("某某市教育局",), ()), (SIX[:2], NAMES[:3])])
def test_what_is_printed_on_the_sheet_is_left_out_and_keeps_its_room(head, organs, signers):
    whole, left_out = (
        head(Letterhead(organs, "文件", NUMBER, signers=signers, preprinted=preprinted))
        for preprinted in (False, True)
    )

    assert not left_out.mark and not left_out.rules
    for text, line in left_out.lines.items():
        assert line.baseline == pytest.approx(whole.lines[text].baseline, abs=0.05)


def test_a_house_style_may_put_the_mark_higher(head):
    format = {"继承": "gbt9704", "版头": {"标志距版心": 25, "标志字号": 42, "颜色": "E60012"}}

    page = head(Letterhead(("某某市教育局",), "文件", NUMBER, "000001", "秘密", "特急"), format=format)

    assert page.mark_top == pytest.approx(25, abs=1)
    assert page.lines["特急"].baseline < page.mark[0].baseline - 0.88 * page.mark[0].size * MM


@pytest.mark.parametrize(
    "letterhead",
    [
        Letterhead(("某某市教育局",), "文件"),
        Letterhead(SIX, "文件", NUMBER, "000001", "秘密★1年", "特急"),
        Letterhead(SIX[:3], "", NUMBER, signers=NAMES[:3]),
        Letterhead(("某某市教育局",), "文件", NUMBER, preprinted=True),
    ],
)
def test_verify_agrees_with_what_is_written(tmp_path, letterhead):
    file = tmp_path / "文件.docx"
    paper = Paper((TITLE,), (Paragraph((TEXT,)),), addressees=("各县区教育局",), letterhead=letterhead)
    file.write_bytes(write(number(paper)[0], load()))

    assert [finding.check for finding in verify(file).failed] == []


@pytest.mark.parametrize(
    "letterhead",
    [
        Letterhead(("某某市教育局",), "文件", NUMBER, "000001", "秘密★1年", "特急", ("张三", "李四光")),
        Letterhead(SIX, "文件", NUMBER),
        Letterhead(SIX, "", NUMBER, preprinted=True),
    ],
)
def test_a_letterhead_is_valid_wordprocessingml(validate, letterhead):
    paper = number(Paper((TITLE,), (Paragraph((TEXT,)),), letterhead=letterhead))[0]

    validate(write(paper, load()))
    validate(write(paper, load({"西文字体": "Times New Roman"})))
