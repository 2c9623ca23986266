"""Spans of days (10月22日—23日), which a plan says as two dates: 日期 and 至, 起 and 止."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import product

from docgen import dates
from docgen.intake.update.nodes import Nodes, Path
from docgen.intake.update.words import Rewording
from docgen.patterns import pattern

PAIRS = (("日期", "至"), ("起", "止"))
DAY = r"(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日"
SPAN = pattern(f"{DAY}{dates.DASH}{DAY}")
FORMS: tuple[Callable[[str, str], str], ...] = (dates.span, dates.span_without_year)


def respanned(was: str, now: str, entry: Path, nodes: Nodes) -> list[Rewording]:
    """The dates of `entry` that change for a cell that printed their span; none where it is not that, or
    other words changed too."""
    for keys, form in product(PAIRS, FORMS):
        first, last = ((*entry, key) for key in keys)
        old = _printed(form, nodes.value(first), nodes.value(last))
        if not old or old not in was:
            continue
        head, tail = was.split(old, 1)
        middle = now[len(head) : len(now) - len(tail)]
        days = _days(middle, nodes.value(first))
        if now == head + middle + tail and days and _printed(form, *map(str, days)) == middle:
            return list(_changed((first, last), days, nodes))
    return []


def _printed(form: Callable[[str, str], str], first: str, last: str) -> str:
    """The span of two days; empty where one is none."""
    if not (dates.parse(first) and dates.parse(last)):
        return ""
    try:
        return form(first, last)
    except ValueError:
        return ""


def _days(text: str, near: str) -> tuple[date, date] | None:
    """The days of a span, years and months that it leaves out taken from what stands before."""
    found = SPAN.fullmatch(text)
    if not found or not found[2]:
        return None
    year, month = int(found[1] or near[:4]), int(found[2])
    try:
        first = date(year, month, int(found[3]))
        return first, date(int(found[4] or year), int(found[5] or month), int(found[6]))
    except ValueError:
        return None


def _changed(paths: tuple[Path, Path], days: tuple[date, date], nodes: Nodes) -> Iterator[Rewording]:
    for path, day in zip(paths, days, strict=True):
        if dates.parse(nodes.value(path)) != day:
            yield Rewording(path, 0, 0, dates.full(day), whole=True)
