"""The names of the days of the week, as printed and as typed."""

from __future__ import annotations

from datetime import date

from docgen.patterns import pattern

NAMES = "一二三四五六日"
TYPED = pattern(r"(?:星期|礼拜|周)([一二三四五六日天])")


def weekday_of(day: date | int) -> str:
    """星期四, of a day or of a number as `date.weekday` counts."""
    return f"星期{NAMES[day if isinstance(day, int) else day.weekday()]}"


def named_weekday(text: str) -> int | None:
    """The day of the week that `text` (星期四, 周四) is, as `date.weekday` counts; None for all else."""
    found = TYPED.fullmatch("".join(text.split()))
    return number_of(found[1]) if found else None


def number_of(character: str) -> int:
    """The number of 一 … 六, 日 or 天, as `date.weekday` counts."""
    return NAMES.index(character.replace("天", "日"))
