"""How wide the columns of a table are, how they are aligned, whether the table wants a landscape page.

Pure functions over the tree; widths are counted in half ems (a Chinese character is two, a Latin
letter or digit one) and handed out in twips.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from typing import Any

from docgen.document import Cell, Column, Table, plain
from docgen.formats import TWIPS_PER_MM, twips
from docgen.grid import GridRow, grid, head_faults, is_plain
from docgen.i18n import _
from docgen.problems import Problem, error
from docgen.word.tables_aligns import SHORT, aligns, levelled
from docgen.word.tables_setting import SIZES, Layout, Need, Setting

NARROWEST = 12
"""A column of running text keeps at least six characters a line."""

LONGEST_WORD = 24
"""A Latin word or number of up to twelve characters' width is kept whole in a column of text."""

LITTLE = 4
"""A text gets all it lacks at once if that is no more than this part of what is to be shared."""

WORD = re.compile(r"[!-~]{7,}")


def lay_out(table: Table, setting: Setting) -> tuple[Layout, list[Problem]]:
    """The layout of `table` and what is wrong with it (TRE-011 to TRE-016, TRE-021).

    A table that does not say goes on a landscape page when the least widths that its columns need
    (tokens of up to eight characters unbroken, six characters a line of running text, widths that
    were given) do not fit the portrait text area. Where they do not fit the page that was chosen
    either, the type becomes smaller, step by step; then texts are broken.
    """
    slots, problems = ((), []) if is_plain(table) else grid(table)
    problems += head_faults(table, slots)
    needs = _needs(table, slots)
    least = _least(table.columns, needs, setting.size, setting.margin)
    turned = least > setting.portrait + 1 if table.landscape is None else table.landscape
    room = setting.landscape if turned else setting.portrait
    size = setting.size if least <= room + 1 else _smaller(table.columns, needs, room, setting)
    widths = _widths(table.columns, needs, room, size, setting.margin)
    layout = Layout(widths, aligns(table.columns, needs), turned, size, slots)
    if table.page:
        from docgen.word.tables_page import fitted

        again = partial(_widths, table.columns, needs, room)
        layout = fitted(table, layout, again, setting)
    problems += _width_faults(table, layout.widths, room, layout.size * 20 + 2 * _margin(layout, setting))
    return layout, problems


def fits_upright(table: Table, setting: Setting) -> bool:
    """Whether `table` stands on an upright page in type of some size the format allows, so that no token
    is broken."""
    needs = _needs(table, () if is_plain(table) else grid(table)[0])
    sizes = [size for size in (setting.size, *SIZES) if setting.smallest <= size <= setting.size]
    least = min(_least(table.columns, needs, size, setting.margin) for size in sizes)
    return least <= setting.portrait + 1


def _margin(layout: Layout, setting: Setting) -> int:
    return setting.margin if layout.margin < 0 else layout.margin


def _least(columns: Sequence[Column], needs: Sequence[Need], size: float, margin: int) -> int:
    """The least width of the whole table, in twips."""
    pairs = zip(columns, needs, strict=True)
    return sum(_given(column) or _twips(need.least, size, margin) for column, need in pairs)


def _smaller(columns: Sequence[Column], needs: Sequence[Need], room: int, setting: Setting) -> float:
    """The largest smaller size of type at which the least widths fit `room`, or the smallest allowed."""
    steps = [size for size in SIZES if setting.smallest <= size < setting.size] or [setting.size]
    fitting = (size for size in steps if _least(columns, needs, size, setting.margin) <= room + 1)
    return next(fitting, steps[-1])


def _needs(table: Table, slots: Sequence[GridRow]) -> list[Need]:
    rows: Sequence[Sequence[Any]] = [_texts(row) for row in slots] if slots else table.rows
    columns = len(table.columns)
    lengths = _lengths([text for row in rows for text in row])
    needs = [
        _need(
            lengths[column : table.head * columns : columns],
            lengths[table.head * columns + column :: columns],
            [row[column] for row in rows[table.head :]],
        )
        for column in range(columns)
    ]
    for row in slots:
        for slot in row:
            if slot.across > 1 and isinstance(slot.cell, Cell):
                _widen(slot.column, slot.across, slot.cell, needs)
    return levelled(table.columns, needs)


def _texts(row: GridRow) -> list[str]:
    """A text for every column; a cell over several columns counts for none."""
    texts: list[str] = []
    for slot in row:
        own = slot.cell if slot.across == 1 and slot.cell is not None else ""
        texts.append(own if isinstance(own, str) else plain(own.content))
        texts += [""] * (slot.across - 1)
    return texts


def _lengths(texts: Sequence[str]) -> list[int]:
    """The width of every text, of its longest line where it has several."""
    # GBK has one byte for what is half an em wide and two for a full em. Encoding a whole table at
    # once keeps the measuring of thousands of cells at a few milliseconds.
    lines = "\n".join(texts).encode("gbk", "replace").split(b"\n")
    if len(lines) == len(texts):
        return list(map(len, lines))
    return [max(map(len, text.encode("gbk", "replace").split(b"\n"))) for text in texts]


def is_short(text: str) -> bool:
    """Whether `text` is a token that is kept on one line: eight characters at most."""
    return max(_lengths([text])) <= SHORT


def _need(head: Sequence[int], lengths: Sequence[int], body: Sequence[str]) -> Need:
    heading = min(max(head, default=0), SHORT)
    natural = max(max(lengths, default=0), heading, 2)
    mean = max(sum(lengths) / max(len(lengths), 1), heading, 2)
    if natural <= SHORT:
        natural += _gaps(lengths, body)
        return Need(natural, natural, mean, body)
    words = WORD.findall("\n".join(body))
    longest = min(max(map(len, words), default=0), LONGEST_WORD)
    return Need(max(heading, longest, NARROWEST), natural, mean, body)


def _gaps(lengths: Sequence[int], body: Sequence[str]) -> int:
    """What the longest text of a column gains, in half ems, where a program parts digits from
    ideographs by a quarter em: 2026年10月."""
    longest = max(lengths, default=0)
    if not longest:
        return 0
    text = body[lengths.index(longest)]
    if longest in (len(text), 2 * len(text)):  # all of one kind
        return 0
    return -(-sum(_are_parted(before, after) for before, after in pairwise(text)) // 2)


def _are_parted(before: str, after: str) -> bool:
    if _is_ideograph(after):
        return before.isascii() and (before.isalnum() or before == "%")
    return _is_ideograph(before) and after.isascii() and after.isalnum()


def _is_ideograph(character: str) -> bool:
    return "一" <= character <= "鿿"


def _widen(first: int, across: int, cell: Cell, needs: list[Need]) -> None:
    """Lets the columns under `cell` grow so that a short text in it keeps to one line."""
    spanned = needs[first : first + across]
    wanted = min(max(_lengths([plain(cell.content)])), SHORT)
    missing = wanted - sum(need.least for need in spanned)
    if missing <= 0:
        return
    share = -(-missing // across)
    for number, need in enumerate(spanned, first):
        least = need.least + share
        needs[number] = Need(least, max(need.natural, least), need.mean, need.body)


def _twips(half_ems: float, size: float, margin: int) -> int:
    """The width of a column for `half_ems` of text: half an em more, because some programs put a
    gap between ideographs and digits."""
    return round((half_ems + 1) * size * 10) + 2 * margin


def _given(column: Column) -> int:
    return twips(column.width) if column.width else 0


def _widths(
    columns: Sequence[Column], needs: Sequence[Need], room: int, size: float, margin: int
) -> tuple[int, ...]:
    given = [_given(column) for column in columns]
    free = [need for width, need in zip(given, needs, strict=True) if not width]
    least = [float(_twips(need.least, size, margin)) for need in free]
    natural = [_twips(need.natural, size, margin) for need in free]
    shares = iter(_share(least, natural, [need.mean for need in free], max(room - sum(given), 0)))
    return tuple(width or next(shares) for width in given)


def _share(widths: list[float], natural: Sequence[int], lengths: Sequence[float], room: int) -> list[int]:
    """Hands `room` twips out: the least `widths` first, then to texts that need but little more to
    stand on one line, then to all that would wrap in proportion to their `lengths` and never more
    than their `natural` widths, and what is left to every column alike."""
    left = room - sum(widths)
    hungry: list[int] = []
    for number in sorted(range(len(widths)), key=lambda number: natural[number] - widths[number]):
        if natural[number] - widths[number] <= left / LITTLE:
            left -= natural[number] - widths[number]
            widths[number] = natural[number]
        else:
            hungry.append(number)
    while hungry and left > 0.5:
        portion = left / sum(lengths[number] for number in hungry)
        for number in hungry:
            widths[number] += lengths[number] * portion
        fed = [number for number in hungry if widths[number] >= natural[number]]
        left = sum(widths[number] - natural[number] for number in fed)
        for number in fed:
            widths[number] = natural[number]
            hungry.remove(number)
    total = sum(widths)
    return _whole([width * room / total for width in widths], room)


def _whole(widths: Sequence[float], room: int) -> list[int]:
    whole = [int(width) for width in widths]
    if whole:
        whole[whole.index(max(whole))] += room - sum(whole)
    return whole


def _width_faults(table: Table, widths: Sequence[int], room: int, narrowest: float) -> list[Problem]:
    if sum(widths) <= room + twips(1) and min(widths, default=room) >= narrowest:
        return []
    given = sum(column.width or 0 for column in table.columns)
    where = _("表格“{name}”").format(name=table.caption) if table.caption else _("表格")
    message = _("{where}有{columns}列，给定的列宽共{given:g}毫米，版心宽{room:g}毫米，排不下").format(
        where=where, columns=len(table.columns), given=given, room=round(room / TWIPS_PER_MM)
    )
    hint = _("减小“宽”，减少列数，或者写“横排: 是”")
    return [error("TRE-016", message, table.place, hint=hint)]
