"""The months of events: which rows a span of months (9—12) takes, and how a date is printed in a row."""

from __future__ import annotations

from collections.abc import Sequence

from docgen import dates
from docgen.patterns import pattern
from docgen.source.values import Record

MONTH = pattern(r"(?:\d{4}[-年/])(\d{1,2})|(?<!\d)(\d{1,2})月")
YEAR_MONTH = pattern(r"(\d{4})[-年/](\d{1,2})")
DAY = pattern(r"(\d{1,2})[-/.](\d{1,2})")
SPAN = pattern(r"(\d{1,2})月?(?:\s*[—–\-~～至到]+\s*(\d{1,2})月?)?")


def within(rows: Sequence[Record], span: str) -> list[Record]:
    """The rows whose 日期 lies in the months of `span` (9—12, or 11—2 over the new year), and those
    whose date names no month (第5周); all rows where `span` is empty or says no months."""
    wanted = {*asked(span)}
    return [row for row in rows if month(row.get("日期", "")) in {None, *wanted}] if wanted else list(rows)


def asked(span: str) -> list[int]:
    """The months of `span` (9—12, or 11—2 over the new year), none where it says no months."""
    found = SPAN.fullmatch(span.strip())
    if not found:
        return []
    first, last = int(found[1]), int(found[2] or found[1])
    return [*range(first, last + 1)] if first <= last else [*range(first, 13), *range(1, last + 1)]


def month(text: str) -> int | None:
    """The month a date names, in whichever form; None where it names none (第5周)."""
    found = MONTH.search(bare(text))
    return int(found[1] or found[2]) if found else None


def need_years(rows: Sequence[Record]) -> bool:
    """Whether the dates of `rows` reach over more than a year, so that a month alone would not tell
    which one is meant."""
    named = [found for row in rows if (found := YEAR_MONTH.search(str(row.get("日期", ""))))]
    counted = [int(found[1]) * 12 + int(found[2]) for found in named]
    return bool(counted) and max(counted) - min(counted) >= 12


def short(text: str) -> str:
    """A date as a table shows it: 2026-10-15 and 10-15 are 10月15日, 2026-10 is 10月, 十月上旬 is 10月上旬;
    other words stay."""
    printed = dates.printed(text)
    return bare(text) if printed == text else printed.partition("年")[2]


def bare(text: str) -> str:
    """A day typed without its year (10-15, 10.15, 十月十五日) as it is printed; all else as it is."""
    found = DAY.fullmatch(text.strip())
    if found and 1 <= int(found[1]) <= 12 and 1 <= int(found[2]) <= 31:
        return f"{int(found[1])}月{int(found[2])}日"
    return dates.months_in_figures(str(text))
