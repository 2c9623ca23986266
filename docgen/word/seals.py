"""Names under seals (GB/T 9704 7.3.5.1): in rows, each centred under its seal, the last over the date.

A seal's picture lies behind the text, centred on its name; name and date lie a little below its centre;
its top is within a line of the text. Seals stand in straight rows and neither cross nor touch.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil
from typing import NamedTuple

from docgen.document import Signature
from docgen.formats import PageFormat, twips
from docgen.word import names
from docgen.word.measure import advance, characters, exact
from docgen.word.pictures import Album
from docgen.word.runs import BLANK, CLOSE, TEXT, Pen, paragraph
from docgen.word.signing import broken, date_line

NAME_GAP = 1.25
"""Characters between two names in a row: enough to tell them apart."""

DATE_UNDER = 2.0
"""Lines from the top of the last line of a name: so far a seal reaches over the line of the date."""

Name = Sequence[str]
"""The lines of a name."""


class _Row(NamedTuple):
    """Names side by side: `blanks` are the empty lines above them, `lines` their own; `middles` where each
    has its middle, from the left; `top` is where their seals begin, from the top of the line on which the
    names end (twips)."""

    names: Sequence[Name]
    blanks: int
    lines: int
    middles: Sequence[int]
    top: int


class _Columns(NamedTuple):
    """`most` columns may stand side by side, `apart` twips from each other; the last one has its `middle`
    over that of the date."""

    most: int
    apart: int
    middle: int


def under_seals(signature: Signature, format: PageFormat, pen: Pen, album: Album) -> Iterator[str]:
    """The names of the organs in rows, with the pictures of their seals, and the date."""
    look = format.signing
    seals = iter(signature.seals)
    for row in _rows(signature, format):
        yield from [BLANK] * row.blanks
        pictures = [
            album.behind(seal, middle - twips(seal.width) // 2, row.top)
            for middle, seal in zip(row.middles, seals, strict=False)
        ]
        yield from _lines(row, "".join(pictures), pen)
    if signature.date:
        yield date_line(signature.date, look.right_sealed, format, pen)


def overhang(signature: Signature, format: PageFormat) -> int:
    """How far a seal reaches below the last line of the signature, in twips. Name and date stand a little
    below its centre."""
    look = format.signing
    high = twips(max((seal.height for seal in signature.seals), default=look.seal))
    below = look.seal_lift + (1 + bool(signature.date)) / 2
    return max(0, ceil(high / 2 - below * format.pitch))


def below_date(signature: Signature, format: PageFormat) -> Iterator[str]:
    """What keeps a seal within the text area: its room, which goes with the date to the next page where
    it is not there below it. Not empty, for LibreOffice drops an empty paragraph that ends a section."""
    if room := overhang(signature, format):
        yield f"<w:p><w:pPr>{exact(room)}</w:pPr><w:r>{TEXT} {CLOSE}</w:p>"


def _rows(signature: Signature, format: PageFormat) -> Iterator[_Row]:
    look = format.signing
    wide = twips(max((seal.width for seal in signature.seals), default=look.seal))
    high = twips(max((seal.height for seal in signature.seals), default=look.seal))
    right = characters(look.right_sealed, format) + advance(signature.date, format) // 2
    written = _names(signature.organs, right, format)
    columns = _columns(written, right, wide, format)
    above = 0
    for number, row in enumerate(_shared(written, columns.most)):
        lines = max(map(len, row))
        middles = [columns.middle - columns.apart * behind for behind in range(len(row) - 1, -1, -1)]
        top = _top(lines, high, format)
        if number:
            needed = (above + high + twips(look.seal_gap) - top) / format.pitch - lines
            blanks = max(0, ceil(needed))
        else:
            blanks, top = _below_text(lines, high, format)
        yield _Row(row, blanks, lines, middles, top)
        above = top


def _names(organs: Sequence[str], right: int, format: PageFormat) -> list[Name]:
    """The names on lines so short that none runs over the right edge, `right` twips from the middle of the
    date, and that two of several names have room side by side."""
    beside = (format.text_width - right) * 2 // 3 - characters(NAME_GAP, format)
    room = 2 * right if len(organs) == 1 else min(2 * right, beside)
    return [broken(organ, room, format) for organ in organs]


def _columns(written: Sequence[Name], right: int, wide: int, format: PageFormat) -> _Columns:
    look = format.signing
    middle = format.text_width - right
    widest = max((advance(line, format) for name in written for line in name), default=0)
    apart = max(wide + twips(look.seal_gap), widest + characters(NAME_GAP, format))
    fitting = 1 + max(0, middle - max(wide, widest) // 2) // apart
    return _Columns(min(look.seals_a_row, fitting), apart, middle)


def _shared(written: Sequence[Name], most: int) -> Iterator[Sequence[Name]]:
    """As few rows as there have to be, as even as may be, the first ones the longer."""
    rows = -(-len(written) // most)
    starts = [-(-len(written) * row // rows) for row in range(rows + 1)]
    return (written[start:end] for start, end in pairwise(starts))


def _top(lines: int, high: int, format: PageFormat) -> int:
    """Where a seal `high` twips high begins, from the top of the last of the `lines` of its name: name and
    date, which has the line below, lie a little below its centre; the date under it also where the name
    has many lines."""
    middle = (3 - lines) / 2 - format.signing.seal_lift
    lowest = DATE_UNDER - high / 2 / format.pitch
    return round(max(middle, lowest) * format.pitch) - high // 2


def _below_text(lines: int, high: int, format: PageFormat) -> tuple[int, int]:
    """The blank lines above the first row, and its `_top`: so many that the seals have room below the text,
    to which they are neither nearer nor further than the format says, and the names are below their
    centres."""
    look, line = format.signing, format.pitch
    needed = look.seal_nearest - _top(lines, high, format) / line
    blanks = max(0, max(look.blank_sealed, ceil(needed)) + 1 - lines)
    text = (blanks + lines - 1) * line
    nearest, furthest = round(look.seal_nearest * line), round(look.seal_furthest * line)
    return blanks, min(max(text + _top(lines, high, format), nearest), furthest) - text


def _lines(row: _Row, pictures: str, pen: Pen) -> Iterator[str]:
    """The lines of a row's names: each name ends on the last one, where the seals are anchored."""
    stops = "".join(f'<w:tab w:val="center" w:pos="{middle}"/>' for middle in row.middles)
    look = f'<w:tabs>{stops}</w:tabs><w:jc w:val="left"/>'
    for above in range(row.lines, 0, -1):
        words = [name[-above] if above <= len(name) else "" for name in row.names]
        runs = pen.text("".join(f"\t{word}" for word in words))
        yield paragraph(names.ORGAN, (pictures if above == 1 else "") + runs, look)
