"""A made-up 公文 of four pages, right to the millimetre unless a test changes its look."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from docgen.formats import load
from docgen.verify.measure import Box
from docgen.verify.pages.layout import Layout, lay_out
from docgen.verify.pages.page import MM_PER_PT, Line, Page, PageNumber, Rule, Run
from docgen.verify.pages.required import required_by

ROW = 28.95 * MM_PER_PT
CELL = 156 / 28
SMALL = 14 * MM_PER_PT
HAN = "各年级组要把作业管理落到实处严格控制书面作业总量做到全批全改及时讲评面向全体学生"
RED, BLACK = "FF0000", "000000"


@dataclass(frozen=True, slots=True)
class Official:
    """Places in mm, indents in characters, sizes in pt; rows of the text area count from 1."""

    copy: str = "000001"
    secrecy: str = "机密★1年"
    urgency: str = "特急"
    stamp_face: str = "黑体"
    stamp_size: float = 16.0
    stamp_left: float = 28.0
    stamp_rows: tuple[float, ...] = (1, 2, 3)
    mark: str = "某某市教育局文件"
    mark_size: float = 52.0
    mark_face: str = "小标宋"
    mark_colour: str = RED
    mark_top: float = 72.0
    mark_shift: float = 0.0
    joint: float | None = None  # a second name above the first, and 文件 so far off the middle
    number: str = "某教发〔2026〕3号"
    number_face: str = "仿宋"
    number_shift: float = 0.0
    number_left: float | None = None
    number_blank: float = 2.0
    signers: tuple[str, ...] = ()
    signer_label: str = "签发人："
    signer_face: str = "楷体"
    signer_right: float = 1.0
    signer_column: float = 0.0
    number_lower: float = 0.0
    rule_gap: float = 4.0
    rule_left: float = 28.0
    rule_length: float = 156.0
    rule_colour: str = RED
    rules: int = 1
    title_blank: float = 2.0
    addressees: str = "各县区教育局："
    addressees_left: float = 0.0
    addressees_blank: float = 1.0
    body: bool = True
    body_colour: str = BLACK
    heading_last: bool = False
    note_left: float = 2.0
    note_blank: float = 1.0
    note_second: float = 0.0
    note_hang: float = 0.0
    note_end: str = ""
    note_numbers: tuple[str, str] = ("1", "2")
    name_shift: float = 0.0
    date: str = "2026年9月1日"
    date_right: float = 4.0
    sealed: bool = True
    unsealed_right: float = 2.0
    date_shift: float = 2.0
    sign_blank: float = 1.0
    seals: tuple[tuple[float, float], ...] = ((0.0, 0.0),)  # right and down of where it belongs
    stamp: tuple[float, float, float] | None = None  # 签名章: right and post's distance in characters, down
    annotation_left: float = 2.0
    annotation_blank: float = 0.0
    alone: bool = False
    attachment: str = "附件1"
    attachment_row: float = 1.0
    attachment_left: float = 28.0
    attachment_face: str = "黑体"
    attachment_title: str = "作业公示表"
    attachment_title_row: float = 3.0
    attachment_title_shift: float = 0.0
    table: tuple[float, float, float, float] = (28, 100, 184, 150)
    excuse: str = ""
    foot_page: int = 4
    foot_rules: tuple[float, ...] = (0.35, 0.25, 0.35)
    foot_length: float = 156.0
    foot_left: float = 28.0
    foot_bottom: float = 262.0
    foot_size: float = 14.0
    foot_face: str = "仿宋"
    foot_edge: float = 1.0
    foot_right: float = 1.0
    foot_hang: float = 0.0
    foot_end: str = "。"
    foot_date: str = "2026年9月3日印发"
    foot_last: str = ""
    foot_over: int = 0  # characters that 抄送 is too long


def text(
    words: str, baseline: float, left: float, size: float = 16.0, face: str = "仿宋", colour: str = BLACK
) -> Line:
    """Characters as wide as those of the body, or as their own size; blanks leave no ink."""
    cell = CELL if size == 16 else size * MM_PER_PT
    edges = tuple((left + cell * n, left + cell * (n + 1)) for n, c in enumerate(words) if c != " ")
    run = Run(words.replace(" ", ""), face, size, colour=colour)
    closing = edges[len(words.replace(" ", "").rstrip("。，；：）")) - 1][1]
    return Line(words, baseline, edges[0][0], edges[-1][1], closing, (run,), edges)


def joined(*lines: Line) -> Line:
    """Parts of one line."""
    edges = tuple(edge for line in lines for edge in line.edges)
    runs = tuple(run for line in lines for run in line.runs)
    words = "".join(line.text for line in lines)
    last = lines[-1]
    return Line(words, lines[0].baseline, edges[0][0], last.right, last.closing, runs, edges)


def at(row: float) -> float:
    """The baseline of body text in a row of the text area."""
    return 37 + (row - 0.2) * ROW


def below(bottom: float, blank: float, size: float = 16.0) -> float:
    """The baseline of a line so many blank lines under ink that ends at `bottom`."""
    return bottom + (blank + 1) * ROW - 16 * MM_PER_PT + 0.88 * size * MM_PER_PT


def centred(words: str, baseline: float, size: float, shift: float = 0.0, **look: str) -> Line:
    cell = CELL if size == 16 else size * MM_PER_PT
    return text(words, baseline, 106 - cell * len(words) / 2 + shift, size, **look)


def paragraph(row: float, colour: str = BLACK) -> list[Line]:
    first = text(HAN[:26], at(row), 28 + 2 * CELL, colour=colour)
    return [first, text(HAN[:28], at(row + 1), 28), text(HAN[:10], at(row + 2), 28)]


def first_page(look: Official) -> Page:
    stamps = zip((look.copy, look.secrecy, look.urgency), look.stamp_rows, strict=False)
    lines = [
        text(
            words,
            at(row),
            look.stamp_left,
            look.stamp_size,
            "仿宋" if words == look.copy else look.stamp_face,
        )
        for words, row in stamps
        if words
    ]
    mark = marks(look)
    lines += mark
    foot = max(line.bottom for line in mark) if mark else 92.0
    rows = list(signer_rows(look, foot))
    number = rows[-1] if rows else numbered(look, below(foot, look.number_blank))
    lines += rows or [number]
    level = number.bottom + look.rule_gap
    rule = Rule(level, look.rule_left, look.rule_left + look.rule_length, 0.5, look.rule_colour)
    title = centred(
        "关于加强作业管理的通知",
        level + look.title_blank * ROW + 1 + 22 * 0.88 * MM_PER_PT,
        22.0,
        face="小标宋",
    )
    lines.append(title)
    start = below(title.bottom, look.addressees_blank)
    if look.addressees:
        lines.append(text(look.addressees, start, 28 + look.addressees_left * CELL))
    if look.body:
        lines += [replace(line, baseline=line.baseline - at(1) + start + ROW) for line in paragraph(1)]
    if look.heading_last:
        lines.append(text("一、总体要求", start + 4 * ROW, 28 + 2 * CELL, face="黑体"))
    return Page(1, 210, 297, tuple(lines), paged(1), (rule,) * look.rules)


def marks(look: Official) -> list[Line]:
    """The mark; of a joint one the second name above the first, and 文件 beside them."""
    style = {"face": look.mark_face, "colour": look.mark_colour}
    if not look.mark:
        return []
    down = 0.88 * look.mark_size * MM_PER_PT
    if look.joint is None:
        return [centred(look.mark, look.mark_top + down, look.mark_size, look.mark_shift, **style)]
    height = 1.2 * look.mark_size * MM_PER_PT
    upper = look.mark_top + down
    names = [
        text(words, upper + n * height, 40, look.mark_size, **style)
        for n, words in enumerate(("某某局", "某某委"))
    ]
    right = 212 - names[0].left
    file = text(
        "文件",
        upper + height / 2 + look.joint,
        right - 2 * look.mark_size * MM_PER_PT,
        look.mark_size,
        **style,
    )
    return [names[0], file, names[1]]


def numbered(look: Official, baseline: float) -> Line:
    wide = len(look.number) * CELL
    left = 106 - wide / 2 + look.number_shift if look.number_left is None else 28 + look.number_left * CELL
    return text(look.number, baseline, left, face=look.number_face)


def signer_rows(look: Official, foot: float) -> list[Line]:
    """Rows of 签发人, 发文字号 on the last."""
    right = 184 - look.signer_right * CELL
    rows: list[Line] = []
    for n, name in enumerate(look.signers):
        baseline = below(foot, look.number_blank + n)
        left = right - len(name) * CELL + (look.signer_column if n else 0)
        parts = [text(name, baseline, left, face=look.signer_face)]
        if n == 0:
            parts.insert(0, text(look.signer_label, baseline, left - len(look.signer_label) * CELL))
        if n == len(look.signers) - 1 and not look.number_lower:
            parts.insert(0, numbered(replace(look, number_left=look.number_left or 1.0), baseline))
        rows.append(joined(*parts))
    if rows and look.number_lower:
        rows.append(numbered(replace(look, number_left=1.0), rows[-1].baseline + look.number_lower))
    return rows


def paged(value: int) -> PageNumber:
    left = 184 - SMALL - 5 * 3.5 if value % 2 else 28 + SMALL
    words = f"— {value} —"
    run = Run(words.replace(" ", ""), "宋体", 14.0)
    baseline = 269 + 0.38 * SMALL
    return PageNumber(value, Line(words, baseline, left, left + 17.5, left + 17.5, (run,)))


def second_page(look: Official) -> Page:
    lines = [] if look.alone else [*paragraph(1), *paragraph(4), *noted(look)]
    if look.body_colour != BLACK:
        lines[0] = text(HAN[:26], at(1), 28 + 2 * CELL, colour=look.body_colour)
    signed, pictures = signature(look, 9.0 + look.note_blank)
    annotation = signed[-1].baseline + (1 + look.annotation_blank) * ROW
    if look.stamp is None:
        lines += [*signed, text("（此件公开发布）", annotation, 28 + look.annotation_left * CELL)]
    else:
        lines += signed
    return Page(2, 210, 297, tuple(lines), paged(2), pictures=pictures)


def noted(look: Official) -> list[Line]:
    """附件说明: two entries, the second of two lines."""
    row, left, end = 7 + look.note_blank, 28 + look.note_left * CELL, look.note_end
    first, second = look.note_numbers
    return [
        text(f"附件：{first}.作业公示表{end}", at(row), left),
        text(f"{second}.作业管理检查评价标准和有关", at(row + 1), left + 3 * CELL + look.note_second),
        text("说明", at(row + 2), left + 5 * CELL + look.note_second + look.note_hang),
    ]


def signature(look: Official, row: float) -> tuple[list[Line], tuple[Box, ...]]:
    """`row` is that of the line above."""
    name, wide = "某某市教育局", len(look.date) * CELL
    if look.stamp is not None:
        right, gap, down = look.stamp
        picture = Box(2, 184 - right * CELL - 38, at(row + 2), 184 - right * CELL, at(row + 2) + 15)
        post = text("局长", at(row + 2) + 7.5 + 0.38 * 16 * MM_PER_PT - down, picture.left - (gap + 2) * CELL)
        return [post, text(look.date, at(row + 4.5), 184 - 4 * CELL - wide)], (picture,)
    if not look.sealed:
        left = 184 - look.unsealed_right * CELL - 12 * CELL
        long = text(name * 2, at(row + 1 + look.sign_blank), left)
        return [long, text(look.date, at(row + 2 + look.sign_blank), left + look.date_shift * CELL)], ()
    date = text(look.date, at(row + 4), 184 - look.date_right * CELL - wide)
    middle = date.centre + look.name_shift
    top = at(row + 3.5) - 26
    pictures = tuple(
        Box(2, middle - 21 + right, top + down, middle + 21 + right, top + down + 42)
        for right, down in look.seals
    )
    return [text(name, at(row + 3), middle - 3 * CELL), date], pictures


def third_page(look: Official) -> Page:
    lines = [
        text(look.attachment, at(look.attachment_row), look.attachment_left, face=look.attachment_face),
        centred(
            look.attachment_title,
            at(look.attachment_title_row),
            22.0,
            look.attachment_title_shift,
            face="小标宋",
        ),
        *paragraph(5),
    ]
    return Page(3, 210, 297, tuple(lines), paged(3), tables=(Box(3, *look.table),))


def fourth_page(look: Official) -> Page:
    lines = [
        text("附件2", at(1), 28, face="黑体"),
        centred("作业管理检查评价标准和有关说明", at(3), 22.0, face="小标宋"),
        *paragraph(5),
    ]
    if look.excuse:
        lines.append(text(look.excuse, at(9), 28 + 2 * CELL))
    return Page(4, 210, 297, tuple(lines), paged(4))


def footed(page: Page, look: Official) -> Page:
    """The page with the 版记 on its foot."""
    bottom, edge = look.foot_bottom, 28 + look.foot_edge * SMALL
    levels = [bottom - 30 + 30 * n / (len(look.foot_rules) - 1) for n in range(len(look.foot_rules))]
    rules = [
        Rule(level, look.foot_left, look.foot_left + look.foot_length, thick)
        for level, thick in zip(levels, look.foot_rules, strict=True)
    ]
    style = {"size": look.foot_size, "face": look.foot_face}
    copies = f"抄送：某某市人民政府办公室，某某市财政局，某某市{'公' * look.foot_over}"
    second = f"公安局{look.foot_end}"
    printed = text(look.foot_date, bottom - 3, 0, **style)
    date = text(look.foot_date, bottom - 3, 184 - look.foot_right * SMALL - printed.right, **style)
    lines = [
        text(copies, bottom - 24, edge, **style),
        text(second, bottom - 18, edge + 3 * look.foot_size * MM_PER_PT + look.foot_hang, **style),
        joined(text("某某市教育局办公室", bottom - 3, edge, **style), date),
    ]
    if look.foot_last:
        lines.append(text(look.foot_last, bottom + 5, edge, **style))
    return replace(page, lines=(*page.lines, *lines), rules=tuple(rules))


def papers(look: Official) -> tuple[Page, ...]:
    pages = [first_page(look), second_page(look), third_page(look), fourth_page(look)]
    pages[look.foot_page - 1] = footed(pages[look.foot_page - 1], look)
    return tuple(pages)


@pytest.fixture
def official() -> Callable[..., Layout]:
    """The layout of the made-up 公文 with some of its look changed."""
    return lambda **changed: lay_out(papers(Official(**changed)), required_by(load()))
