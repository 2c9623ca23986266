"""Tables that are to stand on one page: the type and the pitch of their lines at which they do.

The height is estimated from widths and lengths, as the layout of columns is; what it takes too low is
covered by the room that is left for a title.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise

from docgen.document import Cell, Table, plain
from docgen.grid import GridRow, Slot, grid
from docgen.word.tables_setting import CLOSE, SIZES, Layout, Setting

ABOVE = 4
"""Lines of text a page keeps free for what stands above the table: a title of two lines and the blank
line below it, or the caption."""

RULE = 10
"""What a rule adds to the height of a row, in twips."""

Widths = Callable[..., "tuple[int, ...]"]
"""The widths of the columns in twips, for a `size` of type in pt and a `margin` of cells in twips."""


def fitted(table: Table, begun: Layout, widths: Widths, setting: Setting) -> Layout:
    """`begun` in the largest type in which `table` stands on a page, if need be with narrow margins, and
    in the very smallest type there is. Where it stands on none it is free to run over, in the smallest
    type of the format, or in a smaller one if that saves a page."""
    slots = begun.slots or grid(table)[0]
    across = setting.portrait if begun.landscape else setting.landscape
    room = across - round(ABOVE * setting.text_pitch * 20)
    sizes = (begun.size, *(size for size in SIZES if size < begun.size))
    tries = [(size, margin) for size in sizes for margin in (setting.margin, CLOSE)]
    last, fewest = begun, math.inf
    for size, margin in tries:
        layout = begun._replace(
            widths=widths(size=size, margin=margin),
            size=size,
            pitch=round(setting.pitch * 20 * size / setting.size),
            kept=True,
            margin=margin,
        )
        pages = math.ceil(sum(_height(row, layout) for row in slots) / room)
        if pages <= 1:
            return layout
        if pages < fewest or size >= setting.smallest:
            last, fewest = layout, min(fewest, pages)
    return last._replace(kept=False)


def _height(row: GridRow, layout: Layout) -> int:
    """The height of a row in twips; a cell over several rows is taken for one that fits them."""
    lines = max((_lines(slot, layout) for slot in row if not slot.goes_on), default=1)
    return lines * layout.pitch + RULE


def _lines(slot: Slot, layout: Layout) -> int:
    width = sum(layout.widths[slot.column : slot.column + slot.across]) - 2 * layout.margin
    text = plain(slot.cell.content) if isinstance(slot.cell, Cell) else slot.cell or ""
    return sum(math.ceil(max(_length(line) * layout.size * 10 / width, 1)) for line in text.split("\n"))


def _length(line: str) -> int:
    """The length of a line in half ems, with the gaps that programs put between digits and ideographs."""
    parted = sum(one.isascii() is not other.isascii() for one, other in pairwise(line))
    return len(line.encode("gbk", "replace")) + parted // 2
