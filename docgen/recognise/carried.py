"""Step: a second title in the text: of the paper that a notice carries, or the next of a collection."""

from __future__ import annotations

from docgen.i18n import _
from docgen.patterns import pattern
from docgen.recognise.marks import closes_title, part_tail
from docgen.recognise.opening import find_below, fits_title, title_lines
from docgen.recognise.rows import Row
from docgen.recognise.sheet import Sheet, plain, tell_note

CLOSINGS = ("date", "signature", "annotation", "attachment", "copies", "printer")
LONGEST_OF_A_COLLECTION = 50
NAMED = pattern(r"《([^《》]{4,60})》")


def find(sheet: Sheet) -> None:
    """Notes titles in the midst of the text; numbering begins anew behind them."""
    named = _names(sheet)
    index = (sheet.title[-1] if sheet.title else 0) + 1
    while index < len(sheet.rows):
        row = plain(sheet, index)
        if row is not None and fits_title(row.text) and (reason := _reason(sheet, index, row, named)):
            index = _tell(sheet, index, reason)
        else:
            index += 1


def _names(sheet: Sheet) -> set[str]:
    """What the title and the first lines name in 《》."""
    rows = [row for row in sheet.rows[:25] if isinstance(row, Row)]
    return {"".join(name.split()) for row in rows for name in NAMED.findall(row.text)}


def _reason(sheet: Sheet, index: int, row: Row, named: set[str]) -> str:
    """Why the row begins a title, "" where it does not."""
    text = "".join(row.text.split())
    if index + 1 >= len(sheet.rows):
        return ""
    if row.line.style == "title":
        return _("段落用了“标题”样式，是另一篇文稿的标题")
    if part_tail().search(text) and closes_title(text) and len(text) <= LONGEST_OF_A_COLLECTION:
        return _("标题末尾写着第几篇，是合集里另一篇的标题")
    lines = title_lines(sheet, index)
    whole = "".join(_text(sheet, line) for line in lines)
    return _of_a_carried_paper(sheet, index, row, whole, named) if whole and closes_title(whole) else ""


def _of_a_carried_paper(sheet: Sheet, index: int, row: Row, whole: str, named: set[str]) -> str:
    """Why what looks like a title is that of a paper the first one brings along, "" where it is none."""
    if any(whole in name or name in whole for name in named):
        return _("与前面书名号里的名称相同，是所印发文稿的标题")
    if row.line.breaks:
        return _("另起一页，又像标题，是所附文稿的标题")
    if any(part.note in CLOSINGS for part in sheet.parts.get(index - 1, ())):
        return _("落款之后又出现标题，是所印发文稿的标题")
    return ""


def _text(sheet: Sheet, index: int) -> str:
    row = sheet.rows[index]
    return "".join(row.text.split()) if isinstance(row, Row) else ""


def _tell(sheet: Sheet, index: int, reason: str) -> int:
    lines = title_lines(sheet, index) or (index,)
    sheet.segments.add(index)
    for line in lines:
        tell_note(sheet, line, "embedded_title", reason)
    find_below(sheet, lines[-1] + 1)
    return lines[-1] + 1
