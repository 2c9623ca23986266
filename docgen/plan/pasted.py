"""Rows of a spreadsheet pasted into a text of the plan: their tabs leave no columns in a paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from docgen.i18n import _
from docgen.patterns import pattern
from docgen.problems import Problem, warning
from docgen.source.values import Record, lines_of, place_of

TAB = "\t"
FEWEST = 2
"""Lines with tabs that make a table; one may be a list's."""
PLAIN = pattern(r"[^\s,，\[\]{}:：#\"'&*!|>%@`-][^,\[\]{}:#\"'\t]*")
"""A cell that needs no quotes."""


def pasted(data: Any) -> Iterator[Problem]:
    """A warning for each table that stands as lines with tabs in a text of the plan."""
    values = data.values() if isinstance(data, Record) else data if isinstance(data, list) else ()
    for value in values:
        if not isinstance(value, str):
            yield from pasted(value)
        elif TAB in value:
            yield from _in_text(value)


def _in_text(text: str) -> Iterator[Problem]:
    for has_tabs, same in groupby(lines_of(text), key=lambda line: TAB in line.strip()):
        lines = [*same]
        if has_tabs and len(lines) >= FEWEST:
            yield warning(
                "TRE-026",
                _("这里有{count}行用制表符隔开，像是从表格里粘贴的，排出来不成表").format(count=len(lines)),
                place_of(lines[0]),
                excerpt=" ".join(lines[0].split()),
                hint=_hint([line.strip().split(TAB) for line in lines]),
            )


def _hint(rows: list[list[str]]) -> str:
    """The first two rows as a table of a plan; words where a cell would need quotes."""
    hint = _("在Excel里存成文件，写“表格: 文件名.xlsx”；或者写成“{table}”")
    head, first = ([cell.strip() for cell in row] for row in rows[:2])
    if not all(PLAIN.fullmatch(cell) for cell in (*head, *first)):
        head, first = ["…"], ["…"]
    table = f"表格: {{列: [{', '.join(head)}], 行: [[{', '.join(first)}]]}}"
    return hint.format(table=table)
