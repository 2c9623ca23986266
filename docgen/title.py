"""Title → lines: words whole, symmetric, in the shape of a trapezoid or a diamond (GB/T 9704 7.3.1)."""

from __future__ import annotations

from itertools import pairwise

from docgen.widths import measure


def lines(title: str, width: int) -> tuple[str, ...]:
    """`title` in lines of at most `width` full-width characters; a half-width one counts half.

    A title that fits stays one line; up to four lines form a trapezoid or a diamond; a longer one
    is filled line by line. A blank where a line is broken goes, all other characters stay.
    """
    title = title.strip()
    if measure(title) <= width:
        return (title,)
    # A title that fits needs none of the words by which others are broken, and they take a while to load.
    from docgen.title_breaks import best

    edges = (0, *best(title, width), len(title))
    return tuple(title[begin:end].strip() for begin, end in pairwise(edges))
