"""Step: lines that belong to a table or a picture (表题、单位), and remarks (注：……)."""

from __future__ import annotations

import re

from docgen.i18n import _
from docgen.patterns import pattern
from docgen.recognise.marks import bare
from docgen.recognise.rows import Row
from docgen.recognise.sheet import Sheet, plain, tell_note
from docgen.recognise.words import one_of, words
from docgen.recognised import PICTURE, TABLE

NUMBERED = pattern(
    r"[表图]\s*(?:[0-9一二三四五六七八九十]{1,3}(?:[-—.][0-9]{1,2})?)\s*[：:.、]?\s*\S.*|[表图][0-9一二三四五六七八九十]{1,2}"
)
ENDS = ("。", "；", "：", ":", "，")
LONGEST = 60
UNIT = pattern(r"[（(]?\s*(?:计量)?单\s*位\s*[：:]\s*\S{1,12}?\s*[)）]?")
NAMED = pattern(
    r"行事历[：:]?|.{2,50}(?:表|图|一览|名单|清单|安排|日程|行事历|统计|情况)(?:[（(][^（()）]*[）)])?[：:]?"
)


def find(sheet: Sheet) -> None:
    """Notes captions and units beside tables and pictures, and remarks."""
    for index, parts in list(sheet.parts.items()):
        types = [part.type for part in parts]
        if TABLE in types or PICTURE in types:
            _beside(sheet, index, TABLE in types)
    for index in range(len(sheet.rows)):
        row = plain(sheet, index)
        if row is not None and _remark(row.text):
            tell_note(sheet, index, "remark", _("以“注”“备注”“说明”开头，是说明"))
        elif row is not None and row.line.style == "caption" and not row.line.level:
            tell_note(sheet, index, "caption", _("段落用了“题注”样式，是表格或者图的题目"))


def _beside(sheet: Sheet, index: int, table: bool) -> None:
    above = index - 1
    if (row := plain(sheet, above)) is not None and UNIT.fullmatch(row.text):
        tell_note(sheet, above, "unit", _("表格上面的计量单位"))
        above -= 1
    if _is_caption(sheet, above, table):
        tell_note(sheet, above, "caption", _("紧接着是表格或图片，是它的题目"))
    below = index + 1
    while below < len(sheet.rows) and sheet.parts.get(below) == ():
        below += 1
    if not table and _is_caption(sheet, below, table):
        tell_note(sheet, below, "caption", _("上面是图片，是它的题目"))


def _is_caption(sheet: Sheet, index: int, table: bool) -> bool:
    row = plain(sheet, index)
    if row is None or len(row.text) > LONGEST:
        return False
    if row.line.style == "caption" or NUMBERED.fullmatch(row.text):
        return True
    return (
        table
        and not row.line.level
        and (NAMED.fullmatch(row.text) is not None or _is_name(sheet, index, row))
    )


def _is_name(sheet: Sheet, index: int, row: Row) -> bool:
    """Whether a line between text and a table is the table's name, and not a heading."""
    above = sheet.rows[index - 1] if index else None
    if row.text.endswith(ENDS) or bare(row.text) in words("标题名"):
        return False
    if not isinstance(above, Row):
        return False
    return row.line.strong or row.line.align == "center" or above.text.endswith(ENDS)


def _remark(text: str) -> bool:
    return re.match(one_of("说明词") + r"\s*(?:[0-9]{1,2})?\s*[：:]\s*\S", text) is not None
