"""Marks within Chinese text: full-width forms, one mark at a place (GB/T 15834)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.lint.reading import Hit, Reading
from docgen.lint.seen import found
from docgen.patterns import pattern

COMMA = pattern(r"(?<=[\u4e00-\u9fff”’》）〕]),(?=[\u4e00-\u9fff“‘《（])")
DOUBLED = pattern(r"([，。、；：])\1+|[，、][。；]|[。；][，、]")


def half_width_comma(reading: Reading) -> Iterator[Hit]:
    """PUN-001: a comma of half width between Chinese characters."""
    for at, one in found(reading, COMMA):
        yield Hit(at, one.start(), one.end(), {}, "，")


def doubled(reading: Reading) -> Iterator[Hit]:
    """PUN-006: two marks where one belongs; the same mark twice is one."""
    for at, one in found(reading, DOUBLED):
        same = one[1] is not None
        yield Hit(at, one.start(), one.end(), {}, one[1] if same else None, sure=same)


RULES = {"PUN-001": half_width_comma, "PUN-006": doubled}
