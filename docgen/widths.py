"""How wide text stands, counted in full-width characters."""

from __future__ import annotations

import unicodedata

from docgen.patterns import pattern

UNCOMMON = pattern("[^\x00-\x7f“”‘’—…、。〈〉《》「」『』【】〔〕一-龥！-～]")
"""What is no ASCII, which stands half as wide, and none of the wide characters that most text is made of."""


class _Sizes(dict[str, float]):
    """The widths of characters, each found out once."""

    def __missing__(self, char: str) -> float:
        wide = unicodedata.east_asian_width(char) in "WFA"
        return self.setdefault(char, 1 if wide else 0.5)


_SIZES = _Sizes()


def measure(text: str) -> float:
    """The width of `text` in full-width characters."""
    if UNCOMMON.search(text):
        return sum(map(_SIZES.__getitem__, text))
    return len(text) - len(text.encode("ascii", "ignore")) / 2


def size(char: str) -> float:
    """The width of one character in full-width characters."""
    return _SIZES[char]
