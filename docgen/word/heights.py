"""How high written paragraphs will be on the page, by arithmetic.

Only where a decision hangs on it: programs break lines alike but for digits and Latin letters, which
some part from ideographs, so that a paragraph has a least and a greatest number of lines.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from docgen import line_count
from docgen.formats import PageFormat, twips
from docgen.patterns import pattern
from docgen.widths import measure
from docgen.word import names

PARAGRAPH = pattern(r"<w:p>(?:<w:pPr>(.*?)</w:pPr>)?(.*?)</w:p>")
TABLE = pattern(r"<w:tbl>.*?</w:tbl>")
EXACT_ROW = pattern(r'<w:trHeight w:val="(\d+)" w:hRule="exact"/>')
LINE = pattern(r'w:line="(\d+)" w:lineRule="exact"')
AROUND = pattern(r'<w:spacing[^>]* w:(?:before|after)="(\d+)"')
BORDER = pattern(r'<w:pBdr><w:\w+ [^>]*w:sz="(\d+)" w:space="(\d+)"')
FRAME = pattern(r'<w:framePr [^>]*w:y="(-?\d+)"')
SIDES = pattern(r' w:(left|right|hanging)="(-?\d+)"')
STYLE = pattern(r'<w:pStyle w:val="(\w+)"')
WORDS = pattern(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:(br)/>|<w:drawing>.*?</w:drawing>")
NUMBERED = "<w:numPr>"
NUMBER = "（一）"
"""As wide as most numbers that Word counts."""

KEPT, LONGEST = 2000, 4000
"""Pieces whose heights are remembered, for in a batch most stand in every document; and the characters of
the longest of them."""

ONE_LINE = frozenset({names.MARK, names.ORGAN, names.DATE, names.DOCUMENT_NUMBER})
INDENTED = frozenset({names.BODY, names.ANNOTATION})


class Heights(NamedTuple):
    """How high something is, at least and at most (twips)."""

    least: int
    most: int


class Lines(NamedTuple):
    """How many lines a paragraph has, at least and at most."""

    least: int
    most: int


class Look(NamedTuple):
    """What the properties of a paragraph say: its style, the exact height of its lines (0: that of its
    style), what stands above and below it and beside it (twips), whether its first line hangs, whether
    Word counts it, and how far down the page its frame stands (None without one)."""

    style: str
    line: int
    around: int
    sides: int
    hanging: bool
    numbered: bool
    frame: int | None


class _Parts(NamedTuple):
    """What a piece adds: the height of its rows (twips), that of its paragraphs with the place of the frame
    each stands in."""

    rows: int
    paragraphs: tuple[tuple[Heights, int | None], ...]


def heights(pieces: Iterable[str], format: PageFormat) -> Heights | None:
    """Of `pieces` (whole paragraphs, and tables whose rows say how high they are) from the top of a first
    page; None where it cannot be told."""
    least = most = 0
    framed = Heights(0, 0)
    for piece in pieces:
        found = (_remembered if len(piece) <= LONGEST else _parts)(piece, format)
        if found is None:
            return None
        least, most = least + found.rows, most + found.rows
        for high, frame in found.paragraphs:
            if frame is not None:
                top = framed.most or frame - twips(format.core.top)
                framed = Heights(top + high.least, top + high.most)
                continue
            least = max(least, framed.least) + high.least
            most = max(most, framed.most) + high.most
    return Heights(least, most)


def _parts(piece: str, format: PageFormat) -> _Parts | None:
    """What `piece` adds to the height above it; None where that cannot be told."""
    rows = 0
    if "<w:tbl>" in piece:
        rows = sum(map(int, EXACT_ROW.findall(piece)))
        if not rows:
            return None
    if piece.count("<w:drawing>") and names.PICTURE in piece:
        return None
    looks = ((_look(said), content) for said, content in PARAGRAPH.findall(TABLE.sub("", piece)))
    high = tuple((_paragraph(look, content, format), look.frame) for look, content in looks)
    return _Parts(rows, high)


_remembered = lru_cache(maxsize=KEPT)(_parts)


def lines(xml: str, format: PageFormat) -> Lines:
    """Of the paragraph `xml`."""
    found = PARAGRAPH.search(xml)
    return _lines(_look(found.group(1) or ""), found.group(2), format) if found else Lines(0, 0)


def _paragraph(look: Look, content: str, format: PageFormat) -> Heights:
    pitch = look.line or (round(format.title.pitch * 20) if look.style == names.TITLE else format.pitch)
    count = _lines(look, content, format)
    return Heights(pitch * count.least + look.around, pitch * count.most + look.around)


def _lines(look: Look, content: str, format: PageFormat) -> Lines:
    text = "".join("\n" if line_break else words for words, line_break in WORDS.findall(content))
    if look.style in ONE_LINE or look.style == names.TITLE:
        broken = text.count("\n") + 1
        return Lines(broken, broken)
    lead = NUMBER if look.numbered else ""
    lead += "　" * round(format.body.indent) if look.style in INDENTED else ""
    text = text if look.hanging else lead + text
    width = format.text_width - look.sides
    most = line_count.lines(text, format, width)
    room = width / (format.char + format.condensing)
    return Lines(min(most, max(1, int(-(-(measure(text) - 1) // room)))), most)


@lru_cache(maxsize=256)
def _look(properties: str) -> Look:
    """What the properties of a paragraph say; there are few that differ."""
    line, border = LINE.search(properties), BORDER.search(properties)
    rule = int(border.group(1)) * 20 // 8 + int(border.group(2)) * 20 if border else 0
    sides = {side: int(length) for side, length in SIDES.findall(properties)}
    style, frame = STYLE.search(properties), FRAME.search(properties)
    return Look(
        style.group(1) if style else "",
        int(line.group(1)) if line else 0,
        rule + sum(map(int, AROUND.findall(properties))),
        sides.get("left", 0) + sides.get("right", 0),
        "hanging" in sides,
        NUMBERED in properties,
        int(frame.group(1)) if frame else None,
    )
