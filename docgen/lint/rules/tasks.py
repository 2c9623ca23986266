"""Tasks of a plan and of the tables in a file: who does them, by when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docgen.lint.data import listed
from docgen.lint.grids import bare, columns, sheets
from docgen.lint.reading import Hit, Reading
from docgen.patterns import pattern
from docgen.source.values import Record, as_list, place_of

DUTIES = ("责任", "时限")
PARTS = ("条目", "小节", "章节")
OWNER = pattern("^(?:责任|责任单位|责任部门|责任人|牵头单位|牵头部门)$")
LEAST, SHARE = 5, 0.3


def incomplete(reading: Reading) -> Iterator[Hit]:
    """STR-003: a task without 责任 or 时限 in a list whose other tasks have theirs."""
    for rows in _lists(reading.plan):
        for key in DUTIES:
            without = [row for row in rows if not row.get(key)]
            if len(rows) > 3 and len(without) == 1 and not any(without[0].get(part) for part in PARTS):
                name = str(without[0].get("标题") or without[0].get("内容") or without[0].get("任务") or "")
                at = _passage(reading, without[0])
                end = len(reading.passages[at].text) if at >= 0 else 0
                yield Hit(at, 0, end, {"name": name[:20], "key": key})


def everybody(reading: Reading) -> Iterator[Hit]:
    """STR-004: 全校 or 各部门 alone has more than 30% of the tasks."""
    owners = [
        str(owner) for rows in _lists(reading.plan) for row in rows for owner in as_list(row.get("责任"))
    ]
    if reading.plan is None:
        for sheet in sheets(reading):
            for column in columns(sheet, OWNER.match):
                owners += [bare(reading.passages[row[column]]) for row in sheet.rows if column in row]
    owners = [owner for owner in owners if owner]
    vague = [owner for owner in owners if listed("everybody").fullmatch(owner)]
    if len(owners) >= LEAST and len(vague) > SHARE * len(owners):
        yield Hit(-1, values={"name": vague[0], "count": str(len(vague)), "all": str(len(owners))})


def _lists(data: Any) -> Iterator[list[Record]]:
    """The lists of a plan whose rows are tasks."""
    if isinstance(data, Record):
        for value in data.values():
            yield from _lists(value)
    elif isinstance(data, list):
        rows = [row for row in data if isinstance(row, Record)]
        if rows and any(row.get(key) for row in rows for key in DUTIES):
            yield rows
        for value in data:
            yield from _lists(value)


def _passage(reading: Reading, row: Record) -> int:
    """The passage that the row is printed as, -1 where it is not known."""
    place = row.place or place_of(row)
    lines = {one.place.line: at for at, one in reversed(list(enumerate(reading.passages))) if one.place}
    return lines.get(place.line, -1) if place else -1


RULES = {"STR-003": incomplete, "STR-004": everybody}
