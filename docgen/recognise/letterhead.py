"""Step: the 版头 of an official file, known by its document number: what stands above it and beside it."""

from __future__ import annotations

from docgen.i18n import _
from docgen.patterns import pattern
from docgen.recognise.marks import DOCUMENT_NUMBER
from docgen.recognise.rows import Row
from docgen.recognise.sheet import Sheet, free, piece, tell
from docgen.recognised import NOTE, Part

HEIGHT = 16
"""Among how many lines from the top the document number is looked for."""
COPY_NUMBER = pattern(r"(?:份号\s*[：:]?\s*)?[0-9]{6}")
SECRECY = pattern(r"(?:密级\s*[：:]?\s*)?(?:绝密|机密|秘密)(?:\s*[★☆*].{0,8})?")
URGENCY = pattern(r"(?:紧急程度\s*[：:]?\s*)?(?:特急|加急|平急|急件|特提|明电)")
SIGNERS = pattern(r"签\s*发\s*人\s*[：:].{0,60}")
NAME = pattern(r"[\u4e00-\u9fff·\s\u3000]{2,6}")
ORDER_NUMBER = pattern(r"第\s*[0-9一二三四五六七八九十]{1,4}\s*[号期]|[0-9]{4}年第[0-9]{1,3}期")
MARK = pattern(r".{2,40}?(?:文件|命令|令|纪要|简报|公报|函)")


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
        signer = row is not None and (SIGNERS.fullmatch(row.text) or (signed and NAME.fullmatch(row.text)))
        if row is None or (index > last and not signer):
            return
        parts = [_part(row, 0, len(row.text), "signers")] if signer else _parts(row)
        tell(sheet, index, index, *parts)
        signed = signed or parts[-1].note == "signers"


def _number_row(sheet: Sheet) -> int | None:
    for index in range(min(HEIGHT, len(sheet.rows))):
        row = free(sheet, index)
        if row is None:
            continue
        if len(row.text) > 60 or row.text[-1:] in "。；，：":
            return None
        rest = row.text
        if found := DOCUMENT_NUMBER.match(rest):
            rest = rest[found.end() :].strip()
            return index if not rest or SIGNERS.match(rest) else None
        if ORDER_NUMBER.fullmatch(rest):
            return index if index else None
    return None


def _mark_alone(sheet: Sheet) -> None:
    """Notes a first line that is but an organ's name with 文件, where no number is below it."""
    row = free(sheet, 0)
    if row is not None and row.text.endswith("文件") and MARK.fullmatch(row.text) and free(sheet, 1):
        tell(sheet, 0, 0, _part(row, 0, len(row.text), "organ_mark"))


def _parts(row: Row) -> list[Part]:
    """The parts of a line of the 版头: a number and the signers may share one."""
    text = row.text
    for note, form in (
        ("copy_number", COPY_NUMBER),
        ("secrecy", SECRECY),
        ("urgency", URGENCY),
        ("signers", SIGNERS),
        ("document_number", ORDER_NUMBER),
    ):
        if form.fullmatch(text):
            return [_part(row, 0, len(text), note)]
    if found := DOCUMENT_NUMBER.match(text):
        end = found.end()
        below = len(text) - len(text[end:].lstrip())
        number = _part(row, 0, end, "document_number")
        return [number, _part(row, below, len(text), "signers")] if below < len(text) else [number]
    return [_part(row, 0, len(text), "organ_mark")]


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
