"""Step: what stands below a text: organs and date, the bracketed line, the 版记."""

from __future__ import annotations

from docgen.i18n import _
from docgen.manuscript import Picture
from docgen.patterns import pattern
from docgen.recognise.marks import (
    BRACKETED,
    DATE,
    DATE_FORM,
    ORGAN_AND_DATE,
    SHORT_DATE,
    bare,
    closes_title,
    holds_post,
    is_name,
    is_organ,
    is_signer,
)
from docgen.recognise.opening import ATTACHMENT_MARK, fits_title
from docgen.recognise.rows import Row
from docgen.recognise.sheet import Sheet, free, piece, plain, tell, tell_note
from docgen.recognised import NOTE

ANNOTATION = pattern(
    r"[（(]\s*(?:联系人|联系电话|联系方式|此件|本件|公开|不公开|依申请公开|信息公开|主动公开).*"
)
CONTACT = pattern(r"(?:联\s*系\s*人|联系电话|联系方式|电\s*话)\s*[：:]\s*\S")
COPIES = pattern(r"(?:主\s*送|抄\s*送|抄\s*报|分\s*送|主\s*题\s*词|发\s*送)\s*[：:]\s*\S.*")
PRINTER = pattern(rf".{{0,40}}?{DATE_FORM}\s*印(?:\s*发.{{0,20}}|制)?|[（(]?共印\s*[0-9]+\s*份[）)]?")
ATTENDANCE = pattern(r"(?:出\s*席|列\s*席|请\s*假|缺\s*席|参\s*会)(?:人员|单位|领导)?\s*[：:]\s*\S.*")
ORGANS = 24
FAR = 8.0
"""From how many characters of indent on a line stands at the right."""
TIME_WORDS = ("时间", "日期", "日程")


def find(sheet: Sheet) -> None:
    """Notes dates with the organs beside them, annotations, 抄送 and 印发."""
    for index in range(len(sheet.rows)):
        row = plain(sheet, index)
        if row is None or len(row.text) > 400:
            continue
        if ANNOTATION.fullmatch(row.text) and BRACKETED.fullmatch(row.text):
            tell_note(sheet, index, "annotation", _("末尾加括号的联系人或公开说明是附注"))
        elif PRINTER.fullmatch(row.text):
            tell_note(sheet, index, "printer", _("写着印发日期，是版记里的印发机关和日期"))
        elif COPIES.fullmatch(row.text) and _near_end(sheet, index):
            tell_note(sheet, index, "copies", _("文末写着抄送或主送哪些单位，属于版记"))
        elif _is_attendance(sheet, index, row):
            tell_note(sheet, index, "attendance", _("写着出席、列席或请假的人员"))


def _is_attendance(sheet: Sheet, index: int, row: Row) -> bool:
    """Whether a line of minutes says who was present, or goes on with such names."""
    if ATTENDANCE.fullmatch(row.text) and _in_minutes(sheet):
        return True
    above = sheet.parts.get(index - 1, ())
    return any(part.note == "attendance" for part in above) and "、" in row.text and "。" not in row.text


def find_signatures(sheet: Sheet) -> None:
    """Notes the dates that close a text, with the organs above or below them."""
    for index in range(len(sheet.rows)):
        row = plain(sheet, index)
        if row is None:
            continue
        if DATE.fullmatch(row.text):
            if closes(sheet, index):
                _tell_date(sheet, index)
        elif SHORT_DATE.fullmatch(row.text):
            above = plain(sheet, index - 1)
            if above is not None and _signs_above(above.text) and closes(sheet, index):
                _tell_date(sheet, index)
        elif _is_under_date(sheet, index) and BRACKETED.fullmatch(row.text):
            tell_note(sheet, index, "annotation", _("成文日期下面加括号的一行是附注"))
        elif _is_under_date(sheet, index) and CONTACT.match(row.text):
            tell_note(sheet, index, "annotation", _("成文日期下面写着联系人，是附注"))
        elif (found := ORGAN_AND_DATE.fullmatch(row.text)) and is_organ(found[1]) and closes(sheet, index):
            _tell_both(sheet, index, row, len(found[1]), len(found[1]) + len(found[2]))
    _organ_alone(sheet)


def _signs_above(text: str) -> bool:
    """Whether a line over a date without its year is an organ, or who signs: 承诺人："""
    return is_organ(text) or holds_post(text)


def _is_under_date(sheet: Sheet, index: int) -> bool:
    return any(part.note == "date" for part in sheet.parts.get(index - 1, ()))


def _near_end(sheet: Sheet, index: int) -> bool:
    """Whether the paper ends within the next lines: with the file, with 印发, or where attachments begin."""
    below = [row for later in range(index + 1, index + 4) if (row := plain(sheet, later))]
    if any(PRINTER.fullmatch(row.text) or ATTACHMENT_MARK.fullmatch(row.text) for row in below):
        return True
    return all(plain(sheet, later) is None for later in range(index + 4, index + 8))


def _in_minutes(sheet: Sheet) -> bool:
    title = "".join(row.text for at in sheet.title if isinstance(row := sheet.rows[at], Row))
    return "纪要" in title


def closes(sheet: Sheet, index: int) -> bool:
    """Whether the date at `index` is that of a paper and not a piece of its text."""
    above, below = plain(sheet, index - 1), index + 1
    if _asks_for_time(sheet, index - 1):
        return False
    organ = above is not None and (is_organ(above.text) or is_signer(above.text))
    while _is_note(sheet, below):
        below += 1
    if below >= len(sheet.rows):
        return True
    row = plain(sheet, below)
    if row is not None and below + 1 >= len(sheet.rows) and is_organ(row.text):
        return True
    at_right = at_right_side(sheet, index)
    return (organ or at_right) and (row is None or at_right or _may_be_title(row) or organ)


def _asks_for_time(sheet: Sheet, index: int) -> bool:
    """Whether the line above is a heading that asks for a time: 活动时间."""
    row = free(sheet, index)
    return row is not None and len(row.text) <= 20 and bare(row.text).endswith(TIME_WORDS)


def _is_note(sheet: Sheet, index: int) -> bool:
    return any(part.type == NOTE for part in sheet.parts.get(index, ()))


def _may_be_title(row: Row) -> bool:
    return fits_title(row.text) and closes_title(row.text)


def at_right_side(sheet: Sheet, index: int) -> bool:
    """Whether the row at `index` is set at the right of the page."""
    row = sheet.rows[index]
    return isinstance(row, Row) and (row.line.align == "right" or row.indent >= FAR)


def _tell_date(sheet: Sheet, index: int) -> None:
    organs = _organs_above(sheet, index)
    faults = []
    if not organs:
        if (below := plain(sheet, index + 1)) is not None and is_organ(below.text):
            faults.append("signature_order")
            tell_note(sheet, index + 1, "signature", _("成文日期下面的单位名称是署名"))
        else:
            faults.append("signature_missing")
    for above in organs:
        tell_note(sheet, above, "signature", _("成文日期上面的单位或人名是署名"))
    tell_note(sheet, index, "date", _("文末单独一行的日期是成文日期"), *faults)


def _organs_above(sheet: Sheet, index: int) -> list[int]:
    organs: list[int] = []
    for above in range(index - 1, index - 1 - ORGANS, -1):
        if above >= 0 and isinstance(sheet.rows[above], Picture):
            continue
        row = plain(sheet, above)
        if row is None or not (is_organ(row.text) or holds_post(row.text) or _is_name(row.text, organs)):
            break
        organs.append(above)
    return organs


def _is_name(text: str, organs: list[int]) -> bool:
    """Whether a line is a name by which somebody signs, right above the date."""
    return not organs and is_name(text)


def _tell_both(sheet: Sheet, index: int, row: Row, end: int, begin: int) -> None:
    """One line holds the organ and the date."""
    organ = piece(row, 0, end, NOTE, "signature", _("文末一行里，日期前面的单位名称是署名"))
    date = piece(row, begin, len(row.text), NOTE, "date", _("文末一行里，单位名称后面的日期是成文日期"))
    tell(sheet, index, index, organ, date)


def _organ_alone(sheet: Sheet) -> None:
    """An organ at the end of the text without a date."""
    index = len(sheet.rows) - 1
    while index > 0 and _is_note(sheet, index):
        index -= 1
    row, above = plain(sheet, index), sheet.rows[index - 1] if index > 0 else None
    if row is None or not is_organ(row.text) or not isinstance(above, Row) or len(row.text) > 30:
        return
    if above.text[-1:] in "。！）)" and (at_right_side(sheet, index) or len(row.text) >= 4):
        tell_note(sheet, index, "signature", _("文末单独一行的单位名称是署名"))
