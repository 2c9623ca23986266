"""What the layout of a table is made from and what it is: the setting of tables in a format, what the
columns want, the widths they get."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from docgen.formats import PageFormat, twips
from docgen.grid import GridRow

SIZES = (12.0, 10.5, 9.0, 7.5)
CLOSE = 28
"""The margin of cells in a table that needs its room for text, in twips: 0.5 mm."""
"""The type sizes a crowded table may fall back to: 小四, 五号, 小五, 六号, in pt."""


class Setting(NamedTuple):
    """What the page format says of tables: the widths of the text area of a portrait and of a
    landscape page and the left and right margin of a cell in twips; the size of the type and the
    smallest it may become, the outer and the inner rules in pt; the pitch of a line in the table and
    of one of the text in pt."""

    portrait: int
    landscape: int
    size: float
    smallest: float
    margin: int
    outer: float
    inner: float
    pitch: float
    text_pitch: float


@lru_cache(maxsize=16)
def setting(format: PageFormat) -> Setting:
    """The setting of tables in `format`; a landscape page is the portrait page turned (clause 8)."""
    look = format.tables
    return Setting(
        portrait=format.text_width,
        landscape=format.text_height,
        size=look.size,
        smallest=look.smallest,
        margin=twips(look.margin),
        outer=look.outer,
        inner=look.inner,
        pitch=look.pitch,
        text_pitch=format.pitch / 20,
    )


class Layout(NamedTuple):
    """What the writer must know of a table: the width of every column in twips, the alignment of
    every column (left, center, right), whether it stands on a landscape page, the size of its type
    in pt, and its slots row by row (empty for a table without spans, whose rows are its slots); the
    pitch of its lines in twips, 0 for the ordinary one; whether its rows are kept on one page; the margin
    of its cells in twips, -1 for the ordinary one."""

    widths: tuple[int, ...]
    aligns: tuple[str, ...]
    landscape: bool
    size: float
    slots: tuple[GridRow, ...] = ()
    pitch: int = 0
    kept: bool = False
    margin: int = -1


class Need(NamedTuple):
    """What a column wants, in half ems: the least width that breaks no token, the width at which
    nothing wraps, and the mean length of its texts. `body` are its texts below the head."""

    least: int
    natural: int
    mean: float
    body: Sequence[str]
