"""Step: what is no text of the paper: what a web page left around it, page numbers, a table of contents."""

from __future__ import annotations

from collections import Counter

from docgen.i18n import _
from docgen.patterns import pattern
from docgen.recognise.marks import is_debris
from docgen.recognise.rows import Row
from docgen.recognise.sheet import Sheet, free, tell_note

TOP, BOTTOM = 12, 10
ANYWHERE = pattern(r"第\s*[0-9]+\s*页.*|[-—–]\s*[0-9]{1,3}\s*[-—–]|(?:https?://|www\.)\S+")
CONTENTS = pattern(r"目\s*[录次]")
ENTRY = pattern(r".{2,60}?(?:[.．…·\s\u3000\t]{2,}|\t)[0-9IVXivx]{1,4}")


def find(sheet: Sheet) -> None:
    """Notes debris and the lines of a table of contents."""
    _contents(sheet)
    count = len(sheet.rows)
    for index in range(count):
        row = free(sheet, index)
        if row is None or not is_debris(row.text):
            continue
        if index < TOP or index >= count - BOTTOM or ANYWHERE.fullmatch(row.text):
            tell_note(sheet, index, "debris", _("是网页或打印留下的字，不是正文"))


def _contents(sheet: Sheet) -> None:
    told = Counter(row.text for row in sheet.rows if isinstance(row, Row))
    inside = False
    for index in range(len(sheet.rows)):
        row = free(sheet, index)
        if row is None:
            inside = False
        elif CONTENTS.fullmatch(row.text):
            inside = True
            tell_note(sheet, index, "contents", _("“目录”二字单独一行"))
        elif row.line.style.startswith(("toc ", "contents ")) or (inside and _is_entry(row, told)):
            tell_note(sheet, index, "contents", _("是目录里的一行"))
        else:
            inside = False


def _is_entry(row: Row, told: Counter[str]) -> bool:
    return ENTRY.fullmatch(row.text) is not None or told[row.text] > 1
