"""How text comes to share the page of the signature (GB/T 9704 7.3.5.5).

A last paragraph that is held on the page of the signature is moved to it as a whole by LibreOffice and
ONLYOFFICE, where Word parts it. That is well for a short one. A long one would leave half a page empty, and
the only text of the first page would leave that without any (7.3.3). So where it can be told what the page
will look like, a long one is parted by itself, or its lines are set closer or wider until it does, or until
the signature has room below it.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from docgen.formats import PageFormat
from docgen.word import names
from docgen.word.heights import Heights, Lines, heights, lines
from docgen.word.keeping import held
from docgen.word.measure import exact

CLOSEST, WIDEST = 0.84, 1.6
"""Of the pitch of the text: type of 16 pt is still apart in lines of 24.3 pt; wider ones part the text."""

OVER = 0.5
"""Lines: so much more than there is room for makes the last line go over to the next page, and the one
before it goes along."""

SLACK = 16
"""Twips: programs round the heights of lines. A page of 22 lines has 18 to spare."""

MOST_PIECES = 60
"""Of a paper that it can be told of: on later pages too much is uncertain."""

IN_FRONT = f'<w:pStyle w:val="{names.ATTACHMENT_NOTE}"/>'
TWO_LINES = "<w:widowControl/>"
BEHIND_SPACING = ("<w:ind", "<w:jc ", "<w:rPr>", "</w:pPr>")


class Page(Enum):
    """What the last page will look like."""

    FITS = "the signature has room below the text"
    PARTS = "the text goes over to the next page by itself"
    ALONE = "the text ends where the signature has no room any more"
    UNKNOWN = ""


def fitted(pieces: Sequence[str], ending: Sequence[str], is_only: bool, format: PageFormat) -> str:
    """The last of `pieces`, a paragraph, so that text shares the page of the signature in `ending`.
    `is_only`: it is the only text, which cannot leave the first page."""
    last = pieces[-1]
    begin = heights(pieces[:-1], format) if len(pieces) <= MOST_PIECES else None
    below = heights(ending, format)
    count = lines(last, format)
    page, rooms = _foreseen(begin, below, count, format)
    if page is Page.FITS:
        return last
    if page is Page.PARTS:
        return _set(last, "") if (count.least - 1) * format.pitch <= rooms.most else last
    under = below.most if below else format.text_height
    announced = any(IN_FRONT in xml for xml in ending)
    if page is Page.ALONE and not announced and (pitch := _nearest(rooms, under + 2 * SLACK, count, format)):
        return _set(last, exact(pitch))
    fits_a_page = count.most * format.pitch + under <= format.text_height
    return held(last) if fits_a_page and not is_only else last


def _foreseen(
    begin: Heights | None, below: Heights | None, count: Lines, format: PageFormat
) -> tuple[Page, Heights]:
    """What the last page will look like, and the room below the text before the last paragraph (twips):
    unknown where it depends on the program."""
    if begin is None or below is None:
        return Page.UNKNOWN, Heights(0, 0)
    least, most = sorted(format.text_height - _on_last_page(high, format) for high in begin)
    pages = {_page(room, below.most, high, format) for room in (least, most) for high in count}
    return pages.pop() if len(pages) == 1 else Page.UNKNOWN, Heights(least, most)


def _page(room: int, below: int, count: int, format: PageFormat) -> Page:
    if count * format.pitch + below + SLACK <= room:
        return Page.FITS
    return Page.ALONE if count * format.pitch <= room else Page.PARTS


def _on_last_page(begin: int, format: PageFormat) -> int:
    """How far down its page a text goes that is `begin` twips high from the top of the first page; pages
    end with whole lines."""
    page = format.pitch * format.core.lines
    return begin if begin <= format.text_height else begin % page


def _nearest(rooms: Heights, below: int, count: Lines, format: PageFormat) -> int:
    """The pitch nearest to that of the text with which all has room, or text goes over; 0 where it would
    be too far from it."""
    closer = (rooms.least - below) // max(1, count.most)
    wider = round(rooms.most / max(OVER, count.least - OVER))
    shares = {pitch: pitch / format.pitch for pitch in (closer, wider)}
    allowed = {pitch: max(share, 1 / share) for pitch, share in shares.items() if CLOSEST <= share <= WIDEST}
    return min(allowed, key=lambda pitch: allowed[pitch], default=0)


def _set(xml: str, spacing: str) -> str:
    """The paragraph `xml` with at least two lines on each of its pages, and `spacing`."""
    at = xml.find("/>", xml.find("<w:pStyle ")) + 2
    head, properties = xml[:at] + TWO_LINES, xml[at:]
    end = min(found for mark in BEHIND_SPACING if (found := properties.find(mark)) >= 0)
    return head + properties[:end] + spacing + properties[end:]
