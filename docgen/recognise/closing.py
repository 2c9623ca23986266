"""Step 3: what stands below the text: attachments' list, organs and date, the bracketed line."""

from __future__ import annotations

import re

from docgen.i18n import _
from docgen.patterns import pattern
from docgen.recognise.opening import BRACKETED, tell_note
from docgen.recognise.sheet import Row, Sheet, free, plain
from docgen.recognise.words import one_of

YEAR = r"(?:(?:19|20)?[0-9*xX×＊]{2,4}|[二一]?[〇○０0Ｏ零一二三四五六七八九十×xX*]{3,4})"
MONTH = r"(?:[0-9*xX×＊]{1,2}|[一二三四五六七八九十]{1,3})"
DATE = pattern(
    rf"{YEAR}\s*年\s*{MONTH}\s*月(?:\s*(?:[0-9*xX×＊]{{1,2}}|[一二三四五六七八九十廿]{{1,3}})\s*日)?"
    r"|(?:19|20)[0-9]{2}\s*[-./]\s*[0-9]{1,2}(?:\s*[-./]\s*[0-9]{1,2})?"
)
ATTACHMENT = pattern(r"附\s*件?\s*(?:[0-9一二三四五六七八九十]{1,2})?\s*[：:]\s*\S")
ATTACHMENT_MARK = pattern(r"附\s*件\s*(?:[0-9一二三四五六七八九十]{1,2})?\s*[：:]?")
ANNOTATION = pattern(r"[（(](?:联系人|此件|联系电话|本件|公开|不公开|信息公开)")
LONGEST_ORGAN = 40
ORGANS = 6


def find_closings(sheet: Sheet) -> None:
    """Notes dates with the organs beside them, attachments and annotations."""
    for index in range(len(sheet.rows)):
        row = plain(sheet, index)
        if row is None:
            continue
        if ATTACHMENT.match(row.text) and len(row.text) < 80:
            tell_note(sheet, index, "attachment", _("以“附件：”开头的一行是附件说明"))
        elif DATE.fullmatch(row.text) and _closes(sheet, index):
            _tell_signature(sheet, index)
        elif ANNOTATION.match(row.text) and BRACKETED.fullmatch(row.text):
            tell_note(sheet, index, "annotation", _("末尾加括号的联系人或公开说明是附注"))


def _closes(sheet: Sheet, index: int) -> bool:
    """Whether the date at `index` is that of the paper and not a piece of text."""
    if index + 1 >= len(sheet.rows):
        return True
    above = plain(sheet, index - 1)
    return above is not None and is_organ(above.text) and index + 1 not in sheet.labels


def is_organ(text: str) -> bool:
    """Whether a line is the name of an organ, or of several."""
    if not 2 <= len(text) <= LONGEST_ORGAN or text[-1] in "。；;，,：:、":
        return False
    return re.search(one_of("单位尾") + r"(?:[（(][^（）()]*[）)])?$", text) is not None


def _tell_signature(sheet: Sheet, index: int) -> None:
    tell_note(sheet, index, "date", _("文末单独一行的日期是成文日期"))
    for above in range(index - 1, index - 1 - ORGANS, -1):
        row = plain(sheet, above)
        if row is None or not is_organ(row.text):
            break
        tell_note(sheet, above, "signature", _("日期上面的单位名称是署名"))
