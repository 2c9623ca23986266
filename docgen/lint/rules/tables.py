"""Tables: their numbers, empty cells, sums, units."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from docgen import amounts
from docgen.lint.days import days
from docgen.lint.grids import Sheet, bare, columns, sheets
from docgen.lint.period import period
from docgen.lint.reading import CAPTION, CELL, HEADING, Hit, Reading
from docgen.patterns import pattern

ORDINAL = pattern("^(?:序号|编号|顺序号)$")
COUNTING = pattern(r"\s*([1-9][0-9]{0,4})[.．、]?\s*")
REQUIRED = pattern(
    "^(?:责任单位|责任部门|责任人|牵头单位|牵头部门|牵头(?:（责任）)?单位|完成时限|完成时间|时限|责任处室|责任股室)$"
)
TIMED = pattern("^(?:完成时限|完成时间|时限)$")
SUM_ROW = pattern("^(?:合计|总计|共计)$")
PARTIAL = pattern("小计")
MONEY = pattern(r"(?:[0-9.])\s*(?P<unit>万元|元)")
AREA = pattern(r"(?:[0-9.])\s*(?P<unit>亩|平方米|㎡|公顷)")
PERCENT = pattern(r"[0-9]\s*[%％]$")
SERIAL = pattern(r"4[0-9]{4}(?:\.[0-9]+)?")
YEAR = pattern(r"20[0-9]{2}年?")
RISING = pattern("逐年(?:提高|增加|上升|提升|递增|增长|改善)")
BAD = pattern("辍|流失|近视|事故|大班额|违规|投诉|负担")
"""What is to become less although all is said to rise."""
FALLING = pattern("逐年(?:降低|下降|减少|递减)")
NUMBER = pattern(r"[≥≤]?(-?[0-9]+(?:\.[0-9]+)?)[%％]?[\u4e00-\u9fff]{0,2}")
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
    """TAB-003: an empty cell in a column that has to be filled. Only real tables tell an empty cell from
    one that is merged with that above."""
    for sheet in sheets(reading) if reading.source == "docx" else ():
        for column in columns(sheet, REQUIRED.match):
            cells = [(row, row[column]) for row in sheet.rows if column in row]
            filled = [at for _row, at in cells if bare(reading.passages[at])]
            if len(filled) < max(Decimal(ENOUGH), MOST * len(cells)):
                continue
            for row, at in cells:
                others = [one for one in row.values() if bare(reading.passages[one])]
                if not bare(reading.passages[at]) and len(others) > 1 and at not in sheet.longer:
                    yield _whole(reading, at, {"name": sheet.head[column]})


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
    if (
        stated is None
        or len(parts) < 2
        or None in parts
        or pattern("率|单价|比例|占比|%|％").search(name + text)
    ):
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


def _mixed(reading: Reading, cells: list[int], kind: object) -> Iterator[Hit]:
    named = [(at, one["unit"]) for at in cells for one in [kind.search(reading.passages[at].text)] if one]  # type: ignore[attr-defined]
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
    """TAB-009: a table without a name where the others of the paper have one above them."""
    found = list(sheets(reading)) if reading.plan is None else []
    if len(found) < ENOUGH:
        return
    named = {sheet.part: _named(reading, sheet) for sheet in found}
    without = [sheet for sheet in found if not named[sheet.part]]
    if 0 < len(without) <= len(found) // 3:
        for sheet in without:
            yield _whole(reading, sheet.first, {})


def _named(reading: Reading, sheet: Sheet) -> bool:
    first = sheet.first
    return any(one.zone in (CAPTION, HEADING) for one in reading.passages[max(0, first - 2) : first])


def spaces(reading: Reading) -> Iterator[Hit]:
    """TAB-010: several blanks inside a cell, where columns are meant."""
    for sheet in sheets(reading):
        for row in sheet.rows:
            for at in row.values():
                for one in SPACES.finditer(reading.passages[at].text):
                    yield Hit(at, one.start(), one.end(), {})


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
                yield _whole(reading, at, {"text": bare(reading.passages[at])})


def _direction(own: str, near: str) -> int:
    """1 for a row that is to rise, -1 to fall, 0 unknown: its own words, else those above the table."""
    if RISING.search(own):
        return 1
    if FALLING.search(own):
        return -1
    return int(bool(RISING.search(near)) and not BAD.search(own))


def _turn(reading: Reading, cells: list[int], direction: int) -> int:
    """The first cell that goes the other way; 0 for none, or where not all are numbers."""
    found = [NUMBER.fullmatch(bare(reading.passages[at])) for at in cells]
    numbers = [direction * Decimal(one[1]) for one in found if one]
    if not direction or len(numbers) < max(ENOUGH, len(cells)):
        return 0
    pairs = zip(cells[1:], pairwise(numbers), strict=True)
    return next((at for at, (before, after) in pairs if after < before), 0)


def _whole(reading: Reading, at: int, values: dict[str, str]) -> Hit:
    return Hit(at, 0, len(reading.passages[at].text), values)


RULES = {
    "NMR-007": trends,
    "TAB-002": ordinals,
    "TAB-003": empty,
    "TAB-005": sums,
    "TAB-006": deadlines,
    "TAB-007": units,
    "TAB-008": endings,
    "TAB-009": captions,
    "TAB-010": spaces,
}
