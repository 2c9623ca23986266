"""Step: the 版头 of an official file, known by its document number: what stands above it and beside it."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.i18n import _
from docgen.patterns import pattern
from docgen.recognise.marks import DOCUMENT_NUMBER, DOCUMENT_NUMBER_FORM
from docgen.recognise.rows import Row
from docgen.recognise.sheet import Sheet, free, piece, tell
from docgen.recognised import NOTE, Part

HEIGHT = 16
"""Among how many lines from the top the document number is looked for."""
LONGEST = 80
FORMS = {
    "copy_number": pattern(r"(?:份号\s*[：:]?\s*)?[0-9]{6}"),
    "secrecy": pattern(r"(?:密级\s*[：:]?\s*)?(?:绝密|机密|秘密)(?:\s*[★☆*].{0,8})?"),
    "urgency": pattern(r"(?:紧急程度\s*[：:]?\s*)?(?:特急|加急|平急|急件|特提|明电)"),
    "signers": pattern(r"签\s*发\s*人\s*[：:].{0,60}"),
    "document_number": pattern(
        DOCUMENT_NUMBER_FORM + r"|第\s*[0-9一二三四五六七八九十]{1,4}\s*[号期]|[0-9]{4}年第[0-9]{1,3}期"
    ),
}
NAMES = pattern(r"(?:[\u4e00-\u9fff·]\s{0,2}){2,4}")
PARTING = pattern(r"[ \u3000]{2,}|\t+|\u3000|[ ]+(?=签\s*发\s*人)")
MARK = pattern(r".{2,40}文件")


def find(sheet: Sheet) -> None:
    """Notes the parts of the 版头 from the first line to the document number, and signers below it."""
    last = _number_row(sheet)
    if last is None:
        _mark_alone(sheet)
        return
    signed = False
    for index in range(len(sheet.rows)):
        row = free(sheet, index)
        if row is None and index <= last:
            continue
        parts = list(_parts(row, signed)) if row is not None else []
        if index > last and not (parts and all(part.note == "signers" for part in parts)):
            return
        tell(sheet, index, index, *parts)
        signed = signed or any(part.note == "signers" for part in parts)


def _number_row(sheet: Sheet) -> int | None:
    """The row with the document number, where nothing but what belongs to a 版头 stands above it."""
    for index in range(min(HEIGHT, len(sheet.rows))):
        row = free(sheet, index)
        if row is None:
            continue
        if len(row.text) > LONGEST or row.text[-1:] in "。；，：":
            return None
        notes = [_note(text, True) for _begin, text in _pieces(row.text)]
        if "document_number" in notes:
            # 第3期 on the first line is the beginning of a title.
            return index if "organ_mark" not in notes and (index or DOCUMENT_NUMBER.match(row.text)) else None
    return None


def _mark_alone(sheet: Sheet) -> None:
    """Notes a first line that is but an organ's name with 文件, where no number is below it."""
    row = free(sheet, 0)
    if row is not None and MARK.fullmatch(row.text) and free(sheet, 1):
        tell(sheet, 0, 0, *_parts(row, False))


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """What wide blanks part in a line, each with where it begins."""
    begin = 0
    for gap in PARTING.finditer(text):
        if text[begin : gap.start()].strip():
            yield begin, text[begin : gap.start()]
        begin = gap.end()
    if text[begin:].strip():
        yield begin, text[begin:]


def _note(text: str, signed: bool) -> str:
    for note, form in FORMS.items():
        if form.fullmatch(text.strip()):
            return note
    return "signers" if signed and NAMES.fullmatch(text.strip()) else "organ_mark"


def _parts(row: Row, signed: bool) -> Iterator[Part]:
    """The parts of a line of the 版头; several organs in one line are one."""
    found = list(_pieces(row.text))
    notes = [_note(text, signed or "签" in row.text[:begin]) for begin, text in found]
    if set(notes) == {"organ_mark"}:
        yield _part(row, 0, len(row.text), "organ_mark")
        return
    for (begin, text), note in zip(found, notes, strict=True):
        yield _part(row, begin, begin + len(text), note)


def _part(row: Row, begin: int, end: int, note: str) -> Part:
    reasons = {
        "copy_number": _("版头里单独一行六位数字，是份号"),
        "secrecy": _("版头里写着密级"),
        "urgency": _("版头里写着紧急程度"),
        "signers": _("版头里写着签发人"),
        "document_number": _("标题上面是机关代字、年份和号数，是发文字号"),
        "organ_mark": _("发文字号上面的单位名称是发文机关标志"),
    }
    return piece(row, begin, end, NOTE, note, reasons[note])
