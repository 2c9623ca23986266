"""Step: the title in its lines, what is set under it, the addressees."""

from __future__ import annotations

import re

from docgen.i18n import _
from docgen.patterns import pattern
from docgen.recognise.marks import (
    BRACKETED,
    DATE,
    DOCUMENT_NUMBER,
    ORGAN_AND_DATE,
    bare,
    closes_official_title,
    closes_title,
    is_name,
    is_organ,
    part_tail,
)
from docgen.recognise.rows import Row
from docgen.recognise.sheet import Sheet, plain, tell, tell_note
from docgen.recognise.words import one_of, words

LONGEST_TITLE = 80
LONGEST_LINE = 50
LINES = 4
STYLES = ("title", "附件标题")
"""Of titles in Word files, the second of attachments in those of docgen."""
LONGEST_ADDRESSEE = 400
NO_TITLE_ENDS = "。；;！!，,、：:"
POSTS = ("校长", "园长", "局长", "主任", "书记", "老师", "教师", "班主任", "院长", "组长")
SUBTITLE = pattern(r"[—–─-]{1,3}\s*\S.*")
DRAFT = pattern(
    r"[（(](?:征求意见稿|讨论稿|送审稿|草案|草稿|初稿|修订稿|审议稿|试行|暂行|代拟稿|报批稿)[)）]"
)
NUMBERED_GROUP = pattern(r"第[一二三四五六七八九十0-9]{1,3}小?组")
ATTACHMENT_MARK = pattern(r"附\s*件\s*(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})?\s*[：:]?")


def find(sheet: Sheet) -> None:
    """Finds the lines of the title, and notes what stands between them and the text."""
    first = next((index for index in range(len(sheet.rows)) if index not in sheet.parts), None)
    if first is None:
        return
    row = plain(sheet, first)
    if row is not None and ATTACHMENT_MARK.fullmatch(row.text):
        tell_note(sheet, first, "attachment_mark", _("“附件”单独一行在最前面，整个文件是附件"))
        first += 1
    if _names_organ_again(sheet, first):
        tell_note(sheet, first, "organ_mark", _("单位名称单独一行，下面的标题里又写了一遍"))
        first += 1
    lines = title_lines(sheet, first) or _closed_title(sheet, first)
    if lines:
        sheet.title = lines
        for index in lines:
            tell(sheet, index, index)
        find_below(sheet, lines[-1] + 1)


def _names_organ_again(sheet: Sheet, index: int) -> bool:
    """Whether a line is but the name of an organ that the title below begins with."""
    row, below = plain(sheet, index), plain(sheet, index + 1)
    if row is None or below is None or not is_organ(row.text):
        return False
    return "".join(below.text.split()).startswith("".join(row.text.split())) and closes_title(below.text)


def _closed_title(sheet: Sheet, index: int) -> tuple[int, ...]:
    """A title that somebody closed with a mark: 青禾小学工作计划。"""
    row = plain(sheet, index)
    if row is None or len(row.text) > LONGEST_LINE:
        return ()
    text = row.text.rstrip("。：:.")
    closed = not any(mark in text for mark in "。，；：:") and closes_title(text)
    return (index,) if closed and len(text) >= 4 else ()


def title_lines(sheet: Sheet, first: int) -> tuple[int, ...]:
    """The rows from `first` on that together are a title; none where there is none."""
    lines: list[int] = []
    for index in range(first, first + LINES):
        row = plain(sheet, index)
        if row is None:
            break
        begins = not lines and fits_title(row.text)
        goes_on = lines and (_is_styled(row) or (fits_title(row.text) and _goes_on(sheet, lines, index, row)))
        if not begins and not goes_on:
            break
        lines.append(index)
    return tuple(lines)


def _is_styled(row: Row) -> bool:
    """Whether a row is but a further line of a paragraph in the style of titles; not what draft it is."""
    return row.part > 0 and row.line.style in STYLES and DRAFT.fullmatch(row.text) is None


def fits_title(text: str) -> bool:
    """Whether a line may be one of a title."""
    return (
        2 <= len(text) <= LONGEST_TITLE
        and text[-1] not in NO_TITLE_ENDS
        and "。" not in text
        and not BRACKETED.fullmatch(text)
        and not SUBTITLE.fullmatch(text)
    )


def _goes_on(sheet: Sheet, lines: list[int], index: int, row: Row) -> bool:
    """Whether the row goes on with the title that the rows `lines` begin."""
    above = sheet.rows[lines[-1]]
    assert isinstance(above, Row)
    if "title" in (row.line.style, above.line.style):
        return row.line.style == above.line.style
    if len(row.text) > LONGEST_LINE or len(above.text) > LONGEST_LINE or bare(row.text) in words("标题名"):
        return False
    if row.gap and not above.gap and index != lines[0] + 1:
        return False
    if closes_title(above.text) and not _wants_more(sheet, lines):
        return False
    return _closed_within(sheet, index, LINES - len(lines))


def _wants_more(sheet: Sheet, lines: list[int]) -> bool:
    """Whether the words so far ask for the name of a kind: 关于……计划 / 编制工作的通知."""
    text = "".join(row.text for at in lines if isinstance(row := sheet.rows[at], Row))
    return "关于" in text and not closes_official_title(text)


def _closed_within(sheet: Sheet, index: int, rows: int) -> bool:
    """Whether one of the next rows closes a title and those before it may stand in one."""
    for later in range(index, index + rows):
        row = plain(sheet, later)
        if row is None or not fits_title(row.text) or len(row.text) > LONGEST_LINE:
            return False
        if closes_title(row.text):
            return True
    return False


def find_below(sheet: Sheet, index: int) -> None:
    """Notes subtitle, bracketed notes, byline and addressees under a title."""
    while (row := plain(sheet, index)) is not None and (told := _below(row) or _by(sheet, index, row)):
        tell_note(sheet, index, *told)
        index += 1
    for ahead in range(index, index + 2):
        row = plain(sheet, ahead)
        if ahead in sheet.labels:
            return
        if row is not None and is_addressee(row.text):
            tell_note(sheet, ahead, "addressee", _("标题下面写着单位或称呼，以冒号结尾，是主送或称谓"))
            return


def _by(sheet: Sheet, index: int, row: Row) -> tuple[str, str] | None:
    """Who speaks or writes: a name alone over the day in brackets."""
    below = plain(sheet, index + 1)
    if below is None or not is_name(row.text) or not DATE.fullmatch(below.text.strip("（）()")):
        return None
    return "title_note", _("标题下面单独一行的姓名，下一行是日期，是题注")


def _below(row: Row) -> tuple[str, str] | None:
    """What a line right under the title is, with the reason."""
    text = row.text
    if DRAFT.fullmatch(text):
        return "draft", _("标题下面的括号里写明是什么稿")
    if DOCUMENT_NUMBER.fullmatch(text.strip("（）()")):
        return "document_number", _("标题下面是机关代字、年份和号数，是发文字号")
    if _is_subtitle(text):
        return "subtitle", _("标题下面以破折号开头、或者只写第几篇的一行，是副标题")
    if (BRACKETED.fullmatch(text) and len(text) <= 120) or (len(text) <= 40 and _is_byline(text)):
        return "title_note", _("标题下面加括号的一行，或者只有单位、姓名、日期的一行，是题注")
    return None


def _is_subtitle(text: str) -> bool:
    if part_tail().fullmatch(text):
        return True
    return SUBTITLE.fullmatch(text) is not None and len(text) <= 60 and text[-1] not in "。；"


def _is_byline(text: str) -> bool:
    """Whether a line says but whose paper it is, or of what day."""
    if NUMBERED_GROUP.fullmatch(text):
        return False
    if is_organ(text) or DATE.fullmatch(text) or ORGAN_AND_DATE.fullmatch(text):
        return True
    organ, *names = text.split() or [""]
    who = is_organ(organ) or organ.endswith(POSTS)
    return who and 1 <= len(names) <= 2 and len("".join(names)) <= 4


def is_addressee(text: str) -> bool:
    """Whether a line under a title names those it goes to."""
    if (
        text[-1:] not in "：:"
        or len(text) > LONGEST_ADDRESSEE
        or bare(text) in words("标题名") | words("角色")
    ):
        return False
    if re.search(one_of("引话"), text[-12:]) or any(mark in text for mark in "。；"):
        return False
    if text.startswith(("为", "根据", "现将", "按照", "经", "本", "我")) and len(text) > 12:
        return False
    return re.search(one_of("称呼"), text) is not None
