"""How the columns of a table are aligned, found from their texts, and which are alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docgen.document import Column
from docgen.patterns import pattern
from docgen.word.tables_setting import Need

SHORT = 16
"""Up to eight characters, a text is a token (a date, a name, a post) that must not be broken."""

AMOUNT = pattern(r"[-+−±≥≤≈<>＜＞约]?\d[\d,，]*(\.\d+)?[%％‰]?")
BLANKS = frozenset({"", "—", "——", "-", "－", "/", "／", "无"})


def aligns(columns: Sequence[Column], needs: Sequence[Need]) -> tuple[str, ...]:
    """left, center or right for every column, unless it says so itself."""
    return tuple(column.align or _align(need) for column, need in zip(columns, needs, strict=True))


def levelled(columns: Sequence[Column], needs: list[Need]) -> list[Need]:
    """`needs` with those of the columns that are alike made the same."""
    alike = [need for column, need in zip(columns, needs, strict=True) if column.alike]
    if not alike:
        return needs
    least = max(need.least for need in alike)
    natural = max(need.natural for need in alike)
    mean = max(need.mean for need in alike)
    return [
        need._replace(least=least, natural=natural, mean=mean) if column.alike else need
        for column, need in zip(columns, needs, strict=True)
    ]


def _align(need: Need) -> str:
    """Running text stands left, amounts right so that their digits meet, all else centred."""
    if need.natural > SHORT:
        return "left"
    return "right" if _are_amounts(need.body) else "center"


def _are_amounts(texts: Iterable[str]) -> bool:
    amounts = [text for text in texts if text not in BLANKS]
    if not amounts or not AMOUNT.fullmatch(amounts[0]) or len(set(map(len, amounts))) < 2:
        return False
    long_or_broken = any("." in text or len(text) > 4 for text in amounts)
    return long_or_broken and all(map(AMOUNT.fullmatch, amounts))
