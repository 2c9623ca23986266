"""Step: what is left is text; what each paragraph is there for."""

from __future__ import annotations

import re

from docgen.i18n import _
from docgen.recognise.marks import BRACKETED
from docgen.recognise.rows import Row
from docgen.recognise.sheet import Sheet, tell
from docgen.recognise.words import one_of, words
from docgen.recognised import HEADING, ITEM, PARAGRAPH, Part

LONGEST_NOTE = 120
LONGEST_CLOSING = 40


def find(sheet: Sheet) -> None:
    """Notes all rows that nothing was told of as paragraphs with their roles."""
    waiting: list[tuple[int, Row]] = []
    before = True
    for index, row in enumerate(sheet.rows):
        if index in sheet.segments:
            _tell_all(sheet, waiting, "")
            waiting, before = [], True
        kinds = {part.type for part in sheet.parts.get(index, ())}
        if before and kinds & {HEADING, ITEM}:
            _tell_all(sheet, waiting, "preamble")
            waiting, before = [], False
        elif isinstance(row, Row) and index not in sheet.parts:
            waiting.append((index, row))
    _tell_all(sheet, waiting, "")


def _tell_all(sheet: Sheet, rows: list[tuple[int, Row]], role: str) -> None:
    for index, row in rows:
        _tell(sheet, index, row, *_role(row.text, role))


def _role(text: str, role: str) -> tuple[str, str]:
    if _is_responsibility(text):
        return "responsibility", _("写着责任单位或完成时限，是责任说明")
    if len(text) <= LONGEST_CLOSING and text.startswith(tuple(words("结束语"))):
        return "closing", _("是文末的结束语")
    if role == "preamble":
        return role, _("在第一个标题之前，是引言")
    return "", _("没有序号，也不像标题，是正文")


def _is_responsibility(text: str) -> bool:
    if len(text) > LONGEST_NOTE or not re.match(rf"[（(\[【]?\s*{one_of('责任词')}\s*[：:]", text):
        return False
    return BRACKETED.fullmatch(text) is not None or "。" not in text[:-1]


def _tell(sheet: Sheet, index: int, row: Row, role: str, reason: str) -> None:
    part = Part(
        PARAGRAPH, row.text, role=role, lines=row.lines, start=row.start, reason=reason, faults=row.faults
    )
    tell(sheet, index, index, part)
