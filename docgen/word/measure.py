"""Lengths in the units that WordprocessingML asks for: twips, hundredths of a character, half points."""

from __future__ import annotations

from docgen.formats import PageFormat
from docgen.widths import measure

MIDDLE = 0.62
"""Where the middle of a line's characters is, of the line's height from its top: as LibreOffice (0.60)
and ONLYOFFICE (0.64) place them in lines of exact height."""


def half_points(size: float) -> int:
    """`size` (pt) in half points."""
    return round(size * 2)


def exact(pitch: int, before: int = 0) -> str:
    """Lines of exactly `pitch` twips."""
    above = f' w:before="{before}"' if before else ""
    return f'<w:spacing{above} w:line="{pitch}" w:lineRule="exact"/>'


def indents(char: int, **twips: int) -> str:
    """`w:ind` with each of `twips` (left, right, firstLine, hanging) also in characters of `char` twips:
    Word goes by the characters, LibreOffice and ONLYOFFICE read the twips only."""
    parts = (
        f'w:{side}Chars="{round(length * 100 / char)}" w:{side}="{length}"' for side, length in twips.items()
    )
    return f"<w:ind {' '.join(parts)}/>"


def advance(text: str, format: PageFormat) -> int:
    """How wide `text` stands in body type, in twips; a digit is half a character."""
    return round(measure(text) * format.char + len(text) * format.condensing)


def characters(count: float, format: PageFormat) -> int:
    """The width of `count` body characters (字) in twips, as indents count them."""
    return round(count * format.char)
