"""How wide text stands, counted in full-width characters."""

from __future__ import annotations

import unicodedata


def measure(text: str) -> float:
    """The width of `text` in full-width characters."""
    return sum(map(size, text))


def size(char: str) -> float:
    """The width of one character in full-width characters."""
    return 1 if unicodedata.east_asian_width(char) in "WFA" else 0.5
