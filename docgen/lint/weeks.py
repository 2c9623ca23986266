"""Calendars in a file: the grid of a 校历, the rows of a 行事历, with the days that their cells mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from docgen import numerals
from docgen.lint.days import Span, day_of, exists, spans
from docgen.lint.grids import Sheet, bare, columns, sheets
from docgen.lint.period import Period
from docgen.lint.reading import Reading
from docgen.patterns import pattern

WEEKDAY = pattern(r"^(?:星期|周)?([一二三四五六日天])$")
MONTH = pattern("^月份?$")
WEEK = pattern("^(?:周次|周别|周|教学周|周数)$")
DATES = pattern("^(?:起止日期|起止时间|日期|时间|起讫日期|起止)$")
CELL = pattern(r"^(?:(?P<month>[0-9]{1,2})[月/.])?(?P<day>[0-9]{1,2})日?(?P<rest>.*)$")
NUMBER = pattern(r"^第?(?P<number>[0-9]{1,2}|[一二三四五六七八九十]{1,3})周?$")


class GridDay(NamedTuple):
    """A cell of a grid: its passage, the number in it, the month it names (0: none), the weekday of its
    column as `date.weekday` counts, and what else is in it."""

    passage: int
    month: int
    number: int
    weekday: int
    rest: str


class Week(NamedTuple):
    """A row of a 行事历: passage of its date, number of the week, and its first and last day."""

    passage: int
    number: int
    span: Span
    first: date
    last: date
    row: dict[int, int]


def grids(reading: Reading) -> Iterator[tuple[Sheet, list[GridDay]]]:
    """The grids of a 校历, each with its days row by row."""
    for sheet in sheets(reading):
        days = {column: found for column, name in sheet.head.items() if (found := WEEKDAY.match(name))}
        if len({found[1].replace("天", "日") for found in days.values()}) == 7:
            yield (
                sheet,
                [
                    day
                    for row in sheet.rows
                    for column in sorted(days)
                    if (day := _cell(reading, row, column, days[column][1]))
                ],
            )


def _cell(reading: Reading, row: dict[int, int], column: int, weekday: str) -> GridDay | None:
    text = bare(reading.passages[row[column]]) if column in row else ""
    found = CELL.match(text)
    if not found:
        return None
    number = "一二三四五六日天".index(weekday)
    return GridDay(row[column], int(found["month"] or 0), int(found["day"]), min(number, 6), found["rest"])


def has_months(sheet: Sheet) -> bool:
    """Whether a column of the grid names the months."""
    return any(MONTH.match(name) for name in sheet.head.values())


def dated(days: list[GridDay], meant: Period | None, month: int = 0) -> list[tuple[GridDay, date]]:
    """The days of a grid with their dates, as far as months are named and the paper says its year;
    `month` is that of the first day where it names none."""
    rows: list[tuple[GridDay, date]] = []
    year, before = 0, 0
    for one in days:
        named = one.month or (month if not rows and not before else month + (one.number < before))
        named = named - 12 if named > 12 else named
        if not named or meant is None:
            before = one.number
            continue
        month, year, before = named, meant.year_of(named), one.number
        if year and exists(year, month, one.number):
            rows.append((one, date(year, month, one.number)))
    return rows


def weeks(reading: Reading, meant: Period | None) -> Iterator[tuple[Sheet, list[Week]]]:
    """The tables that have a column of weeks and one of their dates, each with its weeks."""
    for sheet in sheets(reading):
        numbered, dates = columns(sheet, WEEK.match), columns(sheet, DATES.match)
        if numbered and dates:
            rows = [_week(reading, row, numbered[0], dates[0], meant) for row in sheet.rows]
            yield sheet, [row for row in rows if row]


def _week(
    reading: Reading, row: dict[int, int], numbered: int, dates: int, meant: Period | None
) -> Week | None:
    if numbered not in row or dates not in row:
        return None
    number = week_number(bare(reading.passages[row[numbered]]))
    span = next(spans(reading.passages[row[dates]].text), None)
    if number is None or span is None:
        return None
    first, last = day_of(span.first, meant), day_of(span.last, meant)
    return Week(row[dates], number, span, first, last, row) if first and last else None


def week_number(text: str) -> int | None:
    """第3周, 三, 3 → 3; None for 预备周 and all else."""
    found = NUMBER.match(text)
    if not found:
        return None
    try:
        return int(found["number"]) if found["number"].isdigit() else numerals.value(found["number"])
    except ValueError:
        return None


def usual_start(rows: list[Week]) -> date | None:
    """The day on which week 0 would begin, by most of the rows; None for a single row."""
    starts = Counter(row.first - timedelta(days=row.first.weekday() + 7 * row.number) for row in rows)
    return starts.most_common(1)[0][0] if len(rows) > 2 else None
