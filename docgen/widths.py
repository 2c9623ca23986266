"""How wide text stands, counted in full-width characters."""

from __future__ import annotations

import unicodedata


class _Sizes(dict[str, float]):
    """The widths of characters, each found out once."""

    def __missing__(self, char: str) -> float:
        wide = unicodedata.east_asian_width(char) in "WFA"
        return self.setdefault(char, 1 if wide else 0.5)


_SIZES = _Sizes()


def measure(text: str) -> float:
    """The width of `text` in full-width characters."""
    return sum(map(_SIZES.__getitem__, text))


def size(char: str) -> float:
    """The width of one character in full-width characters."""
    return _SIZES[char]
