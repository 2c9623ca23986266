"""Tables: their numbers, empty cells, sums, units."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from docgen.lint.data import listed
from docgen.lint.days import days
from docgen.lint.grids import Sheet, bare, blanks, columns, sheets
from docgen.lint.period import period
from docgen.lint.reading import CAPTION, HEADING, Hit, Passage, Reading
from docgen.patterns import pattern

ORDINAL = pattern("^(?:序号|编号|顺序号)$")
COUNTING = pattern(r"\s*([1-9][0-9]{0,4})[.．、]?\s*")
TIMED = pattern("^(?:完成时限|完成时间|时限)$")
MONEY = pattern(r"(?:[0-9.])\s*(?P<unit>万元|元)")
AREA = pattern(r"(?:[0-9.])\s*(?P<unit>亩|平方米|㎡|公顷)")
PERCENT = pattern(r"[0-9]\s*[%％]$")
TABLE_NUMBER = pattern(r"\s*表\s*[0-9一二三四五六七八九十]")
SERIAL = pattern(r"4[0-9]{4}(?:\.[0-9]+)?")
SPACES = pattern(r"(?<=\S)(?: {3,}|\u3000{2,})(?=\S)")
MOST = Decimal("0.7")
ENOUGH = 3
FIRST = 2
SENTENCE = 6
"""Characters from which on a cell may be a sentence."""


def ordinals(reading: Reading) -> Iterator[Hit]:
    """TAB-002: 序号 that begin elsewhere than at 1, leave out a number, or say one twice. A table may go
    on with the numbers of the one before."""
    last = 0
    for sheet in sheets(reading):
        for column in columns(sheet, ORDINAL.match)[:1]:
            numbers = _numbers(reading, sheet, column)
            if not _runs(list(numbers.values()), last):
                continue
            wanted = last if last and next(iter(numbers.values())) == last + 1 else 0
            for above, row in zip(({}, *sheet.rows), sheet.rows, strict=False):
                at = row.get(column, -1)
                if at not in numbers:
                    continue
                # each group of a table may count anew
                anew = numbers[at] == 1 and wanted and _is_group(reading, above)
                wanted = 1 if anew else wanted + 1
                if numbers[at] != wanted:
                    number = str(numbers[at])
                    start = reading.passages[at].text.index(number)
                    values = {"text": number, "right": str(wanted)}
                    yield Hit(at, start, start + len(number), values, str(wanted))
            last = wanted


def _numbers(reading: Reading, sheet: Sheet, column: int) -> dict[int, int]:
    """The numbers of a column by their passages."""
    found = {}
    for row in sheet.rows:
        number = COUNTING.fullmatch(reading.passages[row[column]].text) if column in row else None
        if number:
            found[row[column]] = int(number[1])
    return found


def _runs(numbers: list[int], last: int) -> bool:
    """Whether numbers count rows, and are no codes: they begin at 1, or nearly, or go on from `last`, and
    mostly go up by one."""
    if not numbers or (numbers[0] > FIRST and numbers[0] != last + 1):
        return False
    steps = [after - before for before, after in pairwise(numbers)]
    return len(numbers) < ENOUGH + 1 or steps.count(1) * 2 >= len(steps)


def _is_group(reading: Reading, above: dict[int, int]) -> bool:
    """Whether a row is the name of a group over the whole width."""
    return sum(bool(bare(reading.passages[at])) for at in above.values()) <= 1


def empty(reading: Reading) -> Iterator[Hit]:
    """TAB-003: an empty cell in a column that has to be filled, told at the first cell of its row. Only
    real tables tell an empty cell from one that is merged with that above."""
    for sheet in sheets(reading) if reading.source == "docx" else ():
        open_cells = blanks(reading, sheet.part)
        for column in columns(sheet, listed("required_columns").fullmatch):
            filled = [row for row in sheet.rows if column in row and bare(reading.passages[row[column]])]
            without = [row for row in sheet.rows if _is_open(reading, row, column, open_cells)]
            if len(filled) < max(Decimal(ENOUGH), MOST * (len(filled) + len(without))):
                continue
            for row in without:
                others = [one for one in row.values() if bare(reading.passages[one])]
                words = "".join(bare(reading.passages[one]) for one in others)
                if len(others) > 1 and not listed("nobodys_rows").search(words):
                    yield _whole(reading, others[0], {"name": sheet.head[column]})


def _is_open(
    reading: Reading, row: dict[int, int], column: int, open_cells: frozenset[tuple[int, int]]
) -> bool:
    if column in row:
        return not bare(reading.passages[row[column]])
    return any((reading.passages[at].row, column) in open_cells for at in list(row.values())[:1])


def deadlines(reading: Reading) -> Iterator[Hit]:
    """TAB-006: a deadline outside of the paper's time, or one a spreadsheet left as a number (45992)."""
    meant = period(reading)
    for sheet in sheets(reading):
        for column in columns(sheet, TIMED.match):
            for row in sheet.rows:
                if column not in row:
                    continue
                text = reading.passages[row[column]].text
                if SERIAL.fullmatch(text.strip()):
                    yield Hit(row[column], 0, len(text), {"text": text.strip()})
                for one in days(text) if meant and reading.plan is None else ():
                    if meant and one.year and not meant.holds(one.year):
                        yield Hit(row[column], one.start, one.end, {"text": text[one.start : one.end]})


def units(reading: Reading) -> Iterator[Hit]:
    """TAB-007: several units in one column (万元, 元), or % in its head and in its cells."""
    for sheet in sheets(reading):
        for column, name in sheet.head.items():
            cells = [row[column] for row in sheet.rows if column in row]
            if pattern("[（(/][%％]").search(name):
                twice = [at for at in cells if PERCENT.search(bare(reading.passages[at]))]
                if twice:
                    yield _whole(reading, twice[0], {"text": "%"})
            for kind in (MONEY, AREA):
                yield from _mixed(reading, cells, kind)


def _mixed(reading: Reading, cells: list[int], kind: re.Pattern[str]) -> Iterator[Hit]:
    named = [(at, one["unit"]) for at in cells if (one := kind.search(reading.passages[at].text))]
    count = Counter(unit for _at, unit in named)
    if len(count) > 1:
        rare = count.most_common()[-1][0]
        at = next(at for at, unit in named if unit == rare)
        yield _whole(reading, at, {"text": rare})


def endings(reading: Reading) -> Iterator[Hit]:
    """TAB-008: of the cells of a column a few end with 。 and the others do not, or the other way."""
    for sheet in sheets(reading):
        for column in sheet.head:
            cells = [row[column] for row in sheet.rows if column in row]
            texts = {at: reading.passages[at].text.rstrip() for at in cells}
            texts = {at: text for at, text in texts.items() if len(text) >= SENTENCE}
            several = any("。" in text[:-1] for text in texts.values())
            if several or len(texts) < 4 or sheet.longer.intersection(texts):
                continue
            closed = [at for at, text in texts.items() if text.endswith("。")]
            bare_ones = [at for at, text in texts.items() if "\u4e00" <= text[-1] <= "\u9fff"]
            if 0 < len(closed) <= len(bare_ones) // 3:
                yield from (Hit(at, len(texts[at]) - 1, len(texts[at]), {}, "") for at in closed)
            elif 0 < len(bare_ones) <= len(closed) // 3:
                for at in bare_ones:
                    text = texts[at]
                    yield Hit(at, len(text) - 1, len(text), {}, text[-1] + "。")


def captions(reading: Reading) -> Iterator[Hit]:
    """TAB-009: a table without number and name where the others of the paper have theirs (表1　……)."""
    found = list(sheets(reading)) if reading.plan is None else []
    above = {sheet.part: reading.passages[max(0, sheet.first - 2) : sheet.first] for sheet in found}
    numbered = [sheet for sheet in found if any(_is_caption(one) for one in above[sheet.part])]
    bare_ones = [
        sheet
        for sheet in found
        if sheet not in numbered and not any(one.zone in (HEADING, CAPTION) for one in above[sheet.part])
    ]
    if len(numbered) >= 2 * len(bare_ones):
        for sheet in bare_ones:
            yield _whole(reading, sheet.first, {})


def _is_caption(one: Passage) -> bool:
    return one.zone == CAPTION and bool(TABLE_NUMBER.match(one.text))


def spaces(reading: Reading) -> Iterator[Hit]:
    """TAB-010: several blanks inside a cell, where columns are meant."""
    for sheet in sheets(reading):
        for row in sheet.rows:
            for at in row.values():
                for one in SPACES.finditer(reading.passages[at].text):
                    yield Hit(at, one.start(), one.end(), {})


def _whole(reading: Reading, at: int, values: dict[str, str]) -> Hit:
    return Hit(at, 0, len(reading.passages[at].text), values)


RULES = {
    "TAB-002": ordinals,
    "TAB-003": empty,
    "TAB-006": deadlines,
    "TAB-007": units,
    "TAB-008": endings,
    "TAB-009": captions,
    "TAB-010": spaces,
}
