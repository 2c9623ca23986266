"""Step: which lines begin with a number. A form that may be anything else needs a neighbour in the
sequence: 6创建成 is number 6 where 5. or 7. stands around it."""

from __future__ import annotations

from collections import Counter

from docgen.recognise import labels
from docgen.recognise.labels import BARE, LOOSE, SURE, Typed
from docgen.recognise.rows import Row
from docgen.recognise.sheet import Sheet

ALONE = ("第一章", "第一部分", "第一条")
"""Forms that need no neighbour."""
SLIP_MARKS = ".．、，,）)"
"""What a number ends with that may be right although no neighbour confirms it."""
FAR = 4
"""By less than this it exceeds the number above of its form."""
ENOUGH = 2
"""How many other lines of a text make a form known."""
REACH = 40
"""How many numbered lines away a neighbour may stand."""


def find(sheet: Sheet) -> None:
    """Notes the numbers of the rows in `sheet.labels`."""
    found: dict[int, Typed] = {}
    for index, row in enumerate(sheet.rows):
        if isinstance(row, Row) and index not in sheet.parts and (typed := _number(row)):
            found[index] = typed
    order = list(found)
    above: Typed | None = None
    for at, index in enumerate(order):
        typed = found[index]
        if typed.sure == SURE or _confirmed(found, order, at) or _continues(above, typed):
            sheet.labels[index] = above = typed
    _find_slips(sheet, found)


def _find_slips(sheet: Sheet, found: dict[int, Typed]) -> None:
    """Notes also a number that has no neighbour because it was typed twice or one was left out, in a form
    that others of the text have: 三． behind 三．, 五． behind 三．"""
    told = Counter(typed.form for index, typed in found.items() if index in sheet.labels)
    above: dict[str, int] = {}
    for index, typed in found.items():
        is_known = typed.sure == LOOSE and typed.raw[-1] in SLIP_MARKS and told[typed.form] >= ENOUGH
        if is_known and typed.numeral - above.get(typed.form, typed.numeral + 1) in range(FAR):
            sheet.labels[index] = typed
        if index in sheet.labels:
            above[typed.form] = typed.numeral


def _continues(above: Typed | None, typed: Typed) -> bool:
    """Whether a decimal number is the first below, or next to, the number above: 3. then 3.1, 3.2."""
    if not typed.path or above is None:
        return False
    path = above.path or (above.numeral,)
    return typed.path == (*path, 1) or typed.path == (
        *path[: len(typed.path) - 1],
        path[len(typed.path) - 1] + 1 if len(path) >= len(typed.path) else 0,
    )


def _number(row: Row) -> Typed | None:
    typed = labels.read(row.text)
    if not automatic(row) or (typed and typed.sure == SURE):
        return typed
    return _automatic(row.line.number)


def automatic(row: Row) -> bool:
    """Whether a word processor numbers the row."""
    return bool(row.line.number) and not row.part


def _automatic(number: str) -> Typed | None:
    """The number of a word processor's list: what is no number (a bullet) is none."""
    typed = labels.read(number.strip() + "字")
    return typed._replace(raw=number.strip(), sure=SURE, automatic=True) if typed else None


def _confirmed(found: dict[int, Typed], order: list[int], at: int) -> bool:
    """Whether a number before or behind is the one next to it, in its form or at least in its layer."""
    typed = found[order[at]]
    if typed.form in ALONE:
        return True
    # One of 一是, 二是 … may be missing, or written in another form.
    reach = 2 if typed.layer == 0 else 1
    for step in (-1, 1):
        for other in range(at + step, at + step * REACH, step):
            if not 0 <= other < len(order):
                break
            near = found[order[other]]
            if _kin(near, typed):
                if 1 <= (near.numeral - typed.numeral) * step <= reach and _may_confirm(near, typed):
                    return True
                break
    return False


def _may_confirm(near: Typed, typed: Typed) -> bool:
    return typed.sure != BARE or near.sure == SURE


def _kin(near: Typed, typed: Typed) -> bool:
    if typed.path or near.path:
        return near.path[:-1] == typed.path[:-1] and len(near.path) == len(typed.path)
    if typed.layer <= 0:
        return near.form == typed.form or (near.layer == 2 and typed.layer == labels.STAGE)
    return near.layer == typed.layer
