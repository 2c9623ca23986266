"""The figures of a table: totals, and rows that are said to rise or fall."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from docgen import amounts
from docgen.lint.data import listed
from docgen.lint.grids import bare, sheets
from docgen.lint.reading import CELL, Hit, Reading
from docgen.patterns import pattern

ORDINAL = pattern("^(?:序号|编号|顺序号)$")
NOT_ADDED = pattern("率|单价|比例|占比|%|％")
SUM_ROW = pattern("^(?:合计|总计|共计)$")
PARTIAL = pattern("小计")
YEAR = pattern(r"20[0-9]{2}年?")
RISING = pattern("逐年(?:提高|增加|上升|提升|递增|增长|改善)")
FALLING = pattern("逐年(?:降低|下降|减少|递减)")
NUMBER = pattern(r"[≥≤]?(-?[0-9]+(?:\.[0-9]+)?)[%％]?[\u4e00-\u9fff]{0,2}")
ENOUGH = 3


def sums(reading: Reading) -> Iterator[Hit]:
    """TAB-005: a total that is not the sum of the column above it."""
    for sheet in sheets(reading):
        for at_row, row in enumerate(sheet.rows):
            texts = {column: bare(reading.passages[at]) for column, at in row.items()}
            if not any(SUM_ROW.match(text) for text in texts.values()):
                continue
            above = sheet.rows[:at_row]
            if any(
                PARTIAL.search(bare(reading.passages[at])) or SUM_ROW.match(bare(reading.passages[at]))
                for one in above
                for at in one.values()
            ):
                break
            for column, text in texts.items():
                if not ORDINAL.match(sheet.head.get(column, "")):
                    yield from _sum(reading, above, column, row[column], text, sheet.head.get(column, ""))


def _sum(
    reading: Reading, above: tuple[dict[int, int], ...], column: int, at: int, text: str, name: str
) -> Iterator[Hit]:
    stated = _number(text)
    parts = [
        _number(bare(reading.passages[row[column]]))
        for row in above
        if column in row and bare(reading.passages[row[column]])
    ]
    if stated is None or len(parts) < 2 or None in parts or NOT_ADDED.search(name + text):
        return
    total = sum(part for part in parts if part is not None)
    if total != stated:
        start = reading.passages[at].text.find(text)
        yield Hit(at, max(0, start), max(0, start) + len(text), {"text": text, "sum": f"{total:f}"})


def _number(text: str) -> Decimal | None:
    digits = pattern(r"[0-9,，.]+").match(text)
    rest = text[digits.end() :] if digits else text
    if not digits or pattern(r"[0-9%％]").search(rest) or len(rest) > 3:
        return None
    try:
        return amounts.decimal(digits[0])
    except ValueError:
        return None


def trends(reading: Reading) -> Iterator[Hit]:
    """NMR-007: an indicator that is said to rise year by year, and does not."""
    for sheet in sheets(reading):
        years = [column for column, name in sheet.head.items() if YEAR.search(name)]
        near = "".join(
            one.text for one in reading.passages[max(0, sheet.first - 3) : sheet.first] if one.zone != CELL
        )
        for row in sheet.rows if len(years) >= ENOUGH else ():
            own = "".join(reading.passages[at].text for column, at in row.items() if column not in years)
            cells = [row[column] for column in years if column in row]
            if at := _turn(reading, cells, _direction(own, near)):
                text = reading.passages[at].text
                yield Hit(at, 0, len(text), {"text": text.strip()})


def _direction(own: str, near: str) -> int:
    """1 for a row that is to rise, -1 to fall, 0 unknown: its own words, else those above the table."""
    if RISING.search(own):
        return 1
    if FALLING.search(own):
        return -1
    return int(bool(RISING.search(near)) and not listed("meant_to_fall").search(own))


def _turn(reading: Reading, cells: list[int], direction: int) -> int:
    """The first cell that goes the other way; 0 for none, or where not all are numbers."""
    found = [NUMBER.fullmatch(bare(reading.passages[at])) for at in cells]
    numbers = [direction * Decimal(one[1]) for one in found if one]
    if not direction or len(numbers) < max(ENOUGH, len(cells)):
        return 0
    pairs = zip(cells[1:], pairwise(numbers), strict=True)
    return next((at for at, (before, after) in pairs if after < before), 0)


RULES = {"NMR-007": trends, "TAB-005": sums}
