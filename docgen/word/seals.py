"""Names under seals (GB/T 9704 7.3.5.1): in rows, each centred under its seal, the last over the date.

A seal's picture lies behind the text, centred on its name; name and date lie a little below its centre;
its top is within a line of the text. Seals stand in straight rows and neither cross nor touch.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil
from typing import NamedTuple

from docgen.document import Image, Signature
from docgen.formats import PageFormat, twips
from docgen.word import names
from docgen.word.measure import MIDDLE, advance, characters
from docgen.word.pictures import Album
from docgen.word.runs import BLANK, Pen, paragraph
from docgen.word.signature import broken, date_line

NAME_GAP = 1.25
"""Characters between two names in a row: enough to tell them apart."""


class _Rows(NamedTuple):
    """How the names are arranged: their lines, rows of as many lines each; `middles` are where the
    columns of a row have their middle, from the left, the last one over that of the date; `blanks` stand
    before the first row and `between` two rows; `top` is where a seal begins from the top of the last
    line of its name, all in twips or lines."""

    rows: tuple[tuple[tuple[str, ...], ...], ...]
    lines: int
    middles: tuple[int, ...]
    blanks: int
    between: int
    top: int


def under_seals(signature: Signature, format: PageFormat, pen: Pen, album: Album) -> Iterator[str]:
    """The names of the organs in rows, with the pictures of their seals, and the date."""
    arranged = _arrange(signature, format)
    left = iter(signature.seals)
    for number, row in enumerate(arranged.rows):
        yield from [BLANK] * (arranged.between if number else arranged.blanks)
        yield from _row(row, arranged, "".join(_pictures(row, left, arranged, album)), pen)
    if signature.date:
        yield date_line(signature.date, format.signing.right_sealed, format, pen)


def _arrange(signature: Signature, format: PageFormat) -> _Rows:
    look, seals = format.signing, signature.seals
    gap = twips(look.seal_gap)
    wide = twips(max((seal.width for seal in seals), default=look.seal))
    high = twips(max((seal.height for seal in seals), default=look.seal))
    right = characters(look.right_sealed, format) + advance(signature.date, format) // 2
    middle = format.text_width - right
    # Two names stand side by side at least, and none runs over the right edge.
    between = characters(NAME_GAP, format)
    room = 2 * right if len(signature.organs) == 1 else min(2 * right, middle * 2 // 3 - between)
    lines = [broken(organ, room, format) for organ in signature.organs]
    widest = max((advance(line, format) for name in lines for line in name), default=0)
    apart = max(wide + gap, widest + between)
    fitting = 1 + max(0, middle - max(wide, widest) // 2) // apart
    rows = _rows(lines, min(look.seals_a_row, fitting))
    deep = max(map(len, lines), default=1)
    blanks, top = _height(high, deep, bool(signature.date), format)
    columns = max(map(len, rows), default=0)
    middles = tuple(middle - apart * behind for behind in range(columns - 1, -1, -1))
    return _Rows(rows, deep, middles, blanks, max(0, ceil((high + gap) / format.pitch) - deep), top)


def _rows(lines: Sequence[tuple[str, ...]], most: int) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """As few rows as there have to be, as even as may be, the first ones the longer."""
    rows = -(-len(lines) // most)
    starts = [-(-len(lines) * row // rows) for row in range(rows + 1)]
    return tuple(tuple(lines[start:end]) for start, end in pairwise(starts))


def _height(high: int, deep: int, dated: bool, format: PageFormat) -> tuple[int, int]:
    """The blank lines before names of `deep` lines so that a seal `high` twips high finds room, and its
    top from the top of their last line. Name and date lie below its centre, and it is neither nearer to
    the text nor further from it than the format says."""
    look, line = format.signing, format.pitch
    middle = (deep + dated) / 2
    needed = high / 2 / line + look.seal_nearest - middle + 1 - MIDDLE
    blanks = max(look.blank_sealed, ceil(needed))
    wanted = (blanks + middle - look.seal_lift) * line - high / 2
    below_text = min(max(wanted, look.seal_nearest * line), look.seal_furthest * line)
    return blanks, round(below_text) - (blanks + deep - 1) * line


def _row(row: Sequence[tuple[str, ...]], arranged: _Rows, pictures: str, pen: Pen) -> Iterator[str]:
    """The lines of a row's names: each name ends on the last one, where the seals are anchored."""
    stops = "".join(f'<w:tab w:val="center" w:pos="{middle}"/>' for middle in _middles(row, arranged))
    look = f'<w:tabs>{stops}</w:tabs><w:jc w:val="left"/>'
    for above in range(arranged.lines, 0, -1):
        words = [name[-above] if above <= len(name) else "" for name in row]
        runs = pen.text("".join(f"\t{word}" for word in words)) if any(words) else ""
        yield paragraph(names.ORGAN, (pictures if above == 1 else "") + runs, look)


def _pictures(
    row: Sequence[tuple[str, ...]], seals: Iterator[Image], arranged: _Rows, album: Album
) -> Iterator[str]:
    for middle, seal in zip(_middles(row, arranged), seals, strict=False):
        yield album.behind(seal, middle - twips(seal.width) // 2, arranged.top)


def _middles(row: Sequence[tuple[str, ...]], arranged: _Rows) -> tuple[int, ...]:
    return arranged.middles[-len(row) :]
