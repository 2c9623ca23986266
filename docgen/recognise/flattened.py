"""Step: tables whose cells ran together: “2024年2025年2026年” over “小学95%98%100%”."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from docgen.i18n import _
from docgen.manuscript import Line
from docgen.patterns import pattern
from docgen.recognise.rows import Row
from docgen.recognise.sheet import Sheet, free, tell
from docgen.recognise.words import one_of
from docgen.recognised import TABLE, Part

LONGEST = 60
NUMBER_MARKS = (".", "．", "、", "）", ")")
YEAR = (
    r"(?:(?:19|20)[0-9xX*＊×_]{2}(?:[—–-](?:19|20)?[0-9xX*＊×_]{2,4})?(?:学年度?|年度?)(?:目标值?|计划|实际|预期|现状)?"
    r"|第[一二三四五六]学?年)"
)
VALUES = (
    r"[≥≤><＞＜]?[0-9xX*]{1,3}(?:\.[0-9]{1,2})?[%％]",
    r"[≥≤><＞＜]?[0-9]{1,6}(?:\.[0-9]{1,2})?(?:个|名|人|所|项|次|节|篇|万元|元|分|平方米|台|册|本|间|套|场|天|周|万)",
)
"""What the cells of one row are all like."""


class Cells(NamedTuple):
    """A line as cells: the name of the row ("" without) and what follows."""

    name: str
    values: tuple[str, ...]


def find(sheet: Sheet) -> None:
    """Notes runs of lines that hold the same number of values each."""
    index = 0
    while index < len(sheet.rows):
        rows = _run(sheet, index)
        if rows:
            _tell(sheet, index, rows)
        index += max(1, len(rows))


def _run(sheet: Sheet, index: int) -> list[tuple[str, ...]]:
    """The rows of the table that begins at `index`, none where there is none."""
    row = _line(sheet, index)
    if row is None:
        return []
    head = _heads(row)
    first = None if head else _values(row) or _names(row, _line(sheet, index + 1), _line(sheet, index + 2))
    start = head or first
    if start is None:
        return []
    columns = len(start.values)
    rows = [start]
    while (line := _line(sheet, index + len(rows))) is not None:
        cells = _values(line) or _words(line, columns) or _equal(line, columns)
        if cells is None or len(cells.values) != columns:
            break
        rows.append(cells)
    return [(one.name, *one.values) for one in rows] if len(rows) > 1 else []


def _line(sheet: Sheet, index: int) -> str | None:
    row = free(sheet, index)
    if row is None or len(row.text) > LONGEST or "。" in row.text or NO_ROW.search(row.text):
        return None
    return row.text


PLAIN = pattern("[\u4e00-\u9fff]+")
NO_ROW = pattern(r"[ \t\u3000]|^附件[0-9]{0,2}[：:]?$")


def _heads(text: str) -> Cells | None:
    """A row of years, or of column names, at least two."""
    for one in (YEAR, one_of("列名")):
        found = _repeated(one).fullmatch(text)
        if found and len(found[1]) <= 8 and not found[1].endswith(NUMBER_MARKS):
            cells = _each(one).findall(found[2])
            if "".join(cells) == found[2] and all(len(cell) > 1 for cell in cells):
                return Cells(found[1], tuple(cells))
    return None


def _values(text: str) -> Cells | None:
    """A row of a name and at least two values of one sort."""
    for one in VALUES:
        found = _repeated(one).fullmatch(text)
        if found and len(found[1]) <= 20 and not found[1].endswith(tuple("0123456789.，、；")):
            return Cells(found[1], tuple(_each(one).findall(found[2])))
    return None


def _names(text: str, below: str | None, second: str | None) -> Cells | None:
    """A row of column names, known by two rows of judgements below that have as many cells."""
    rows = [_judgements(line) for line in (below, second) if line]
    if len(rows) < 2 or any(row is None for row in rows) or not PLAIN.fullmatch(text):
        return None
    columns = {len(row.values) for row in rows if row}
    size, rest = divmod(len(text), max(columns))
    if len(columns) > 1 or rest or not 2 <= size <= 4:
        return None
    return Cells("", tuple(text[at : at + size] for at in range(0, len(text), size)))


def _judgements(text: str) -> Cells | None:
    found = _repeated(one_of("评语")).fullmatch(text)
    if not found or not found[1]:
        return None
    return Cells(found[1], tuple(_each(one_of("评语")).findall(found[2])))


def _words(text: str, columns: int) -> Cells | None:
    """A row of a name and as many words of judgement (合格, 良好)."""
    found = re.fullmatch(rf"(.*?)((?:{one_of('评语')}){{{columns}}})", text)
    if not found or not found[1]:
        return None
    cells = tuple(_each(one_of("评语")).findall(found[2]))
    return Cells(found[1], cells) if len(cells) == columns else None


def _equal(text: str, columns: int) -> Cells | None:
    """A row whose last characters are plain numbers for each column, of one length or with one decimal."""
    decimal = re.fullmatch(rf"(.*?[^0-9.])((?:[0-9]{{1,3}}\.[0-9]){{{columns}}})", text)
    if decimal:
        return Cells(decimal[1], tuple(re.findall(r"[0-9]{1,3}\.[0-9]", decimal[2])))
    found = re.fullmatch(r"([\u4e00-\u9fff（）()]{2,15})([0-9]+)", text)
    if not found or len(found[2]) % columns or not len(found[2]) // columns <= 4:
        return None
    size = len(found[2]) // columns
    return Cells(found[1], tuple(found[2][at : at + size] for at in range(0, len(found[2]), size)))


@lru_cache(maxsize=16)
def _repeated(one: str) -> re.Pattern[str]:
    return re.compile(rf"(.*?)((?:{one}){{2,12}})")


@lru_cache(maxsize=16)
def _each(one: str) -> re.Pattern[str]:
    return re.compile(one)


def _tell(sheet: Sheet, first: int, rows: list[tuple[str, ...]]) -> None:
    last = first + len(rows) - 1
    lines: list[Line] = []
    for index in range(first, last + 1):
        sheet.labels.pop(index, None)
        row = sheet.rows[index]
        assert isinstance(row, Row)
        lines.extend(row.lines)
    head = 1 if _heads("".join(rows[0])) else 0
    if not any(row[0] for row in rows) and not head:
        rows = [row[1:] for row in rows]
    part = Part(
        TABLE, rows=tuple(rows), head_rows=head, lines=tuple(lines), faults=("table_flattened",),
        reason=_("各行都是一个名称加同样多的数值，中间没有隔开，是被压成文字的表格"),
    )  # fmt: skip
    tell(sheet, first, last, part)
