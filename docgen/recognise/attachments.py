"""Step: the list of attachments (附件说明), and the pages of attachments with their marks and titles."""

from __future__ import annotations

from docgen.i18n import _
from docgen.manuscript import Grid
from docgen.patterns import pattern
from docgen.recognise.marks import DATE, is_organ, is_signer
from docgen.recognise.opening import find_below, title_lines
from docgen.recognise.rows import Row
from docgen.recognise.sheet import Sheet, free, piece, plain, tell, tell_note
from docgen.recognised import NOTE, TABLE

NUMBER = r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2}|[①-⑳])"
MARK = pattern(
    rf"(?:.{{2,20}}号)?\s*附\s*件\s*(?:之?\s*{NUMBER})?\s*[：:]?|附\s*(?:{NUMBER})\s*[：:]?|附\s*[：:]"
)
LISTED = pattern(
    rf"附\s*件?\s*(?:{NUMBER})?\s*[：:.．、]\s*\S.*|附\s*件?\s*{NUMBER}\s*[\u4e00-\u9fff《“].*|附\s*件\s+[\u4e00-\u9fff《].*"
)
HEAD = pattern(rf"附\s*件?\s*(?:{NUMBER})?\s*[：:.．、]?\s*")
FIRST = pattern(r"附\s*件?\s*[：:]?\s*[1１一][.．、：:]?.*")
CLOSED = pattern(r"附\s*件\s*[：:][^。；]{2,40}[。；]")
ENDS = "。；"
NONE = -1
LONGEST = 100
LONGEST_CLOSED = 40


def find(sheet: Sheet) -> None:
    """Notes the lists of attachments and what is printed over attachments, where numbering begins anew."""
    index = 0
    while index < len(sheet.rows):
        row = plain(sheet, index)
        if row is None or len(row.text) > LONGEST:
            index += 1
        elif MARK.fullmatch(row.text):
            index = _mark(sheet, index)
        elif LISTED.fullmatch(row.text) and (row.text[-1] not in ENDS or _is_closed_list(sheet, index)):
            index = _listed(sheet, index)
        else:
            index += 1


def _is_closed_list(sheet: Sheet, index: int) -> bool:
    """Whether names that somebody closed with marks (附件：1.报告。) stand over the end of the paper."""
    row = free(sheet, index)
    if row is None or not CLOSED.fullmatch(row.text):
        return False
    return _closing_behind(sheet, _list_end(sheet, index) + 1)


def _mark(sheet: Sheet, index: int) -> int:
    """附件1 alone on its line: over the page of an attachment, or above the list of their names."""
    row = free(sheet, index)
    assert row is not None
    if row.text[-1] in "：:":
        last = _list_end(sheet, index)
        if last > index and _closing_behind(sheet, last + 1):
            _tell_list(sheet, index, last)
            return last + 1
    elif not row.text.rstrip("：:").endswith(tuple("件0123456789一二三四五六七八九十")):
        return index + 1
    _tell_page(sheet, index)
    return index + 1


def _tell_page(sheet: Sheet, index: int) -> None:
    tell_note(sheet, index, "attachment_mark", _("“附件”单独一行，下面是附件的内容"))
    sheet.segments.add(index)
    for line in title_lines(sheet, index + 1):
        tell_note(sheet, line, "attachment_title", _("附件标记下面的一行是附件的标题"))
        index = line
    find_below(sheet, index + 1)


def _listed(sheet: Sheet, index: int) -> int:
    """附件：1.…… : the name of an attachment, the caption of a table, or mark and title in one line."""
    row = free(sheet, index)
    assert row is not None
    if _is_table(sheet, index + 1) and not _more(sheet, index):
        tell_note(sheet, index, "caption", _("“附”字开头，紧接着是表格，是表题"))
        return index + 1
    last = _list_end(sheet, index)
    if last > index or _closing_behind(sheet, last + 1):
        _tell_list(sheet, index, last)
        return last + 1
    head = HEAD.match(row.text)
    assert head is not None
    end = len(row.text[: head.end()].rstrip())
    mark = piece(row, 0, end, NOTE, "attachment_mark", _("“附件”后面是它的标题，下面是附件的内容"))
    title = piece(row, head.end(), len(row.text), NOTE, "attachment_title", _("“附件”后面的是附件的标题"))
    tell(sheet, index, index, mark, title)
    sheet.segments.add(index)
    find_below(sheet, index + 1)
    return index + 1


def _is_table(sheet: Sheet, index: int) -> bool:
    if index >= len(sheet.rows):
        return False
    return isinstance(sheet.rows[index], Grid) or any(
        part.type == TABLE for part in sheet.parts.get(index, ())
    )


def _more(sheet: Sheet, index: int) -> bool:
    row = plain(sheet, index - 1)
    return row is not None and LISTED.fullmatch(row.text) is not None


def _list_end(sheet: Sheet, index: int) -> int:
    """The last line of the list that begins at `index`: further names, numbered or with 附件 again."""
    last = index
    closed = CLOSED.fullmatch(_text(sheet, index)) is not None
    begun = FIRST.match(_text(sheet, index)) is not None
    number = 2 if begun else 1 if MARK.fullmatch(_text(sheet, index)) else NONE
    while (row := free(sheet, last + 1)) is not None and len(row.text) <= LONGEST:
        typed = sheet.labels.get(last + 1)
        if typed is None and LISTED.fullmatch(row.text) and row.text[-1] not in "。；":
            last += 1
        elif typed and typed.layer == 3 and typed.numeral == number and _may_be_name(row.text, closed):
            last, number = last + 1, number + 1
        else:
            break
    return last


def _may_be_name(text: str, closed: bool) -> bool:
    """Whether a numbered line may name an attachment; in a list closed by marks it ends in one, and is
    short."""
    if text[-1] in ENDS and closed:
        return len(text) <= LONGEST_CLOSED and text[:-1].count("。") == 0
    return text[-1] not in "。；：:"


def _text(sheet: Sheet, index: int) -> str:
    row = sheet.rows[index]
    return row.text if isinstance(row, Row) else ""


def _closing_behind(sheet: Sheet, index: int) -> bool:
    """Whether the paper ends here, or organs, a date or a note follow."""
    if index >= len(sheet.rows):
        return True
    row = plain(sheet, index)
    if row is None:
        return any(part.type == NOTE for part in sheet.parts.get(index, ()))
    if is_organ(row.text) or DATE.fullmatch(row.text) or MARK.fullmatch(row.text):
        return True
    below = plain(sheet, index + 1)
    return is_signer(row.text) and below is not None and DATE.fullmatch(below.text) is not None


def _tell_list(sheet: Sheet, first: int, last: int) -> None:
    late = _signed_above(sheet, first)
    for index in range(first, last + 1):
        if free(sheet, index) is not None:
            faults = ("attachment_after_signature",) if late else ()
            tell_note(sheet, index, "attachment", _("以“附件”开头，列出附件的名称，是附件说明"), *faults)


def _signed_above(sheet: Sheet, index: int) -> bool:
    """Whether the lines above are already organs and date."""
    for above in range(index - 1, max(-1, index - 4), -1):
        row = plain(sheet, above)
        if any(part.note in ("date", "signature", "annotation") for part in sheet.parts.get(above, ())):
            return True
        if row is not None and (DATE.fullmatch(row.text) or is_organ(row.text)):
            return True
        if not any(part.note == "attachment" for part in sheet.parts.get(above, ())):
            return False
    return False
