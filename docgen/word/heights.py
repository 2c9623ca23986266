"""How high written paragraphs will be on the page, by arithmetic.

Only where a decision hangs on it: programs break lines alike but for digits and Latin letters, which
some part from ideographs, so that a paragraph has a least and a greatest number of lines.
"""

from __future__ import annotations

from collections.abc import Iterable
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


def heights(pieces: Iterable[str], format: PageFormat) -> Heights | None:
    """Of `pieces` (whole paragraphs, and tables whose rows say how high they are) from the top of a first
    page; None where it cannot be told."""
    least = most = 0
    framed = Heights(0, 0)
    for piece in pieces:
        if "<w:tbl>" in piece:
            rows = sum(map(int, EXACT_ROW.findall(piece)))
            if not rows:
                return None
            least, most = least + rows, most + rows
        if piece.count("<w:drawing>") and names.PICTURE in piece:
            return None
        for properties, content in PARAGRAPH.findall(TABLE.sub("", piece)):
            high = _paragraph(properties, content, format)
            if frame := FRAME.search(properties):
                top = framed.most or int(frame.group(1)) - twips(format.core.top)
                framed = Heights(top + high.least, top + high.most)
                continue
            least = max(least, framed.least) + high.least
            most = max(most, framed.most) + high.most
    return Heights(least, most)


def lines(xml: str, format: PageFormat) -> Lines:
    """Of the paragraph `xml`."""
    found = PARAGRAPH.search(xml)
    return _lines(found.group(1) or "", found.group(2), format) if found else Lines(0, 0)


def _paragraph(properties: str, content: str, format: PageFormat) -> Heights:
    line = LINE.search(properties)
    pitch = int(line.group(1)) if line else _pitch(properties, format)
    border = BORDER.search(properties)
    rule = int(border.group(1)) * 20 // 8 + int(border.group(2)) * 20 if border else 0
    around = rule + sum(map(int, AROUND.findall(properties)))
    count = _lines(properties, content, format)
    return Heights(pitch * count.least + around, pitch * count.most + around)


def _pitch(properties: str, format: PageFormat) -> int:
    style = _style(properties)
    return round(format.title.pitch * 20) if style == names.TITLE else format.pitch


def _lines(properties: str, content: str, format: PageFormat) -> Lines:
    text = "".join("\n" if line_break else words for words, line_break in WORDS.findall(content))
    style = _style(properties)
    if style in ONE_LINE or style == names.TITLE:
        broken = text.count("\n") + 1
        return Lines(broken, broken)
    sides = {side: int(length) for side, length in SIDES.findall(properties)}
    lead = NUMBER if NUMBERED in properties else ""
    lead += "　" * round(format.body.indent) if style in INDENTED else ""
    width = format.text_width - sides.get("left", 0) - sides.get("right", 0)
    lead = "" if "hanging" in sides else lead
    most = line_count.lines(lead + text, format, width)
    room = width / (format.char + format.condensing)
    return Lines(min(most, max(1, int(-(-(measure(lead + text) - 1) // room)))), most)


def _style(properties: str) -> str:
    found = STYLE.search(properties)
    return found.group(1) if found else ""
