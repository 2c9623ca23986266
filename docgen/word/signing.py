"""Lines of a signature: names broken to fit, names and dates that end a length from the right edge."""

from __future__ import annotations

from docgen.formats import PageFormat
from docgen.word import names
from docgen.word.measure import advance, characters, indents
from docgen.word.runs import Pen, paragraph


def date_line(date: str, right: float, format: PageFormat, pen: Pen) -> str:
    """The date, `right` characters from the right edge."""
    return right_aligned(names.DATE, date, characters(right, format), format, pen)


def right_aligned(style: str, text: str, right: int, format: PageFormat, pen: Pen) -> str:
    """`text` ending `right` twips from the right edge."""
    return paragraph(style, pen.text(text), indents(format.char, right=max(right, 0)))


def broken(organ: str, room: int, format: PageFormat) -> tuple[str, ...]:
    """`organ` on lines of at most `room` twips."""
    if advance(organ, format) <= room:
        return (organ,)
    from docgen.organ_lines import organ_lines

    return organ_lines(organ, max(4, room // (format.char + format.condensing)))
