"""Step 2: what stands above the text: the title in its lines, what is set under it, the addressees."""

from __future__ import annotations

from docgen.i18n import _
from docgen.patterns import pattern
from docgen.recognise.sheet import Row, Sheet, plain, tell
from docgen.recognise.words import one_of, words
from docgen.recognised import NOTE, Part

LONGEST_TITLE = 70
LONGEST_TITLE_LINE = 48
TITLE_LINES = 4
LONGEST_ADDRESSEE = 200
TEXT_ENDS = "。；;！!？?，,、："
TAIL = r"(?:[（(【][^（(）)】]*[）)】]|范文|\s|[0-9]+|篇[一二三四五六七八九十0-9]+)*$"
BRACKETED = pattern(r"[（(\[【〔][^（(]*(?:[（(][^（(）)]*[）)][^（(]*)?[）)\]】〕]")
SUBTITLE = pattern(r"(?:—|-|–|─){1,3}\s*\S")


def find_title(sheet: Sheet) -> None:
    """Finds the lines of the title, and notes what stands between them and the text."""
    first = next((index for index in range(len(sheet.rows)) if index not in sheet.parts), None)
    if first is None:
        return
    lines = _title_lines(sheet, first)
    if not lines:
        return
    sheet.title = lines
    for index in lines:
        tell(sheet, index, index)
    _under_title(sheet, lines[-1] + 1)


def _title_lines(sheet: Sheet, first: int) -> tuple[int, ...]:
    lines: list[int] = []
    for index in range(first, first + TITLE_LINES):
        row = plain(sheet, index)
        if row is None or not fits_title(row.text):
            break
        if lines and not _goes_on(sheet, lines, index, row):
            break
        lines.append(index)
        if closes_title(row.text) and not _styled(row):
            break
    return tuple(lines)


def _styled(row: Row) -> bool:
    return row.line.style == "title"


def fits_title(text: str) -> bool:
    """Whether a line may be one of a title."""
    return 2 <= len(text) <= LONGEST_TITLE and text[-1] not in TEXT_ENDS and not BRACKETED.fullmatch(text)


def closes_title(text: str) -> bool:
    """Whether a line ends with a word that titles end with (计划, 通知, …)."""
    import re

    return re.search(one_of("题尾") + TAIL, text) is not None


def _goes_on(sheet: Sheet, lines: list[int], index: int, row: Row) -> bool:
    """Whether the line goes on with the title above it."""
    above = sheet.rows[lines[-1]]
    assert isinstance(above, Row)
    if row.line.style == "title" or above.line.style == "title":
        return row.line.style == above.line.style
    if len(row.text) > LONGEST_TITLE_LINE or bare(row.text) in words("标题名"):
        return False
    return any(
        (below := plain(sheet, later)) is not None
        and fits_title(below.text)
        and len(below.text) <= LONGEST_TITLE_LINE
        and closes_title(below.text)
        for later in range(index, index + 3)
    )


def bare(text: str) -> str:
    """A heading's words without blanks and closing marks."""
    return "".join(text.split()).rstrip("：:。.")


def _under_title(sheet: Sheet, index: int) -> None:
    """Notes subtitle, bracketed note and addressees below the title."""
    while (row := plain(sheet, index)) is not None:
        if BRACKETED.fullmatch(row.text) and len(row.text) <= 80:
            note, reason = "title_note", _("标题下面加括号的一行是题注")
            if row.text.endswith("稿）") or row.text.endswith("稿)"):
                note, reason = "draft", _("标题下面的括号里写明是什么稿")
        elif SUBTITLE.match(row.text) and len(row.text) <= 60:
            note, reason = "subtitle", _("标题下面以破折号开头的一行是副标题")
        else:
            break
        tell_note(sheet, index, note, reason)
        index += 1
    for ahead in range(index, index + 2):
        row = plain(sheet, ahead)
        if row is not None and is_addressee(row.text):
            tell_note(sheet, ahead, "addressee", _("标题下面写着单位或称呼，以冒号结尾，是主送或称谓"))
            return


def is_addressee(text: str) -> bool:
    """Whether a line under a title names those it goes to."""
    import re

    if text[-1:] not in "：:" or len(text) > LONGEST_ADDRESSEE or bare(text) in words("标题名"):
        return False
    if (
        re.search(one_of("引话") + "[：:]$", text)
        or "。" in text
        or text.startswith(("为", "根据", "现将", "按照"))
    ):
        return False
    return re.search(one_of("称呼"), text) is not None


def tell_note(sheet: Sheet, index: int, note: str, reason: str, **more: object) -> None:
    """Notes that the row at `index` is the note `note`."""
    row = sheet.rows[index]
    assert isinstance(row, Row)
    part = Part(NOTE, row.text, note=note, lines=(row.line,), start=row.start, reason=reason, **more)  # type: ignore[arg-type]
    tell(sheet, index, index, part)
