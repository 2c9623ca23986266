"""Text as typed → number, day or yes/no, for the keys whose schema asks for one.

A converter takes the text and returns the typed value with the plain JSON value that the validator
sees; it raises `Unreadable` where the text is no such thing.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from docgen.dates import in_figures
from docgen.patterns import pattern
from docgen.problems import Place
from docgen.source.values import Day, Number, Text

Converter = Callable[[str, "Place | None"], "tuple[Any, Any]"]

LONGEST_NUMBER = 40

_NUMBER = pattern(r"[+-]?(?:\d+|\d{1,3}(?:[,，]\d{3})+)(?:\.\d+)?")
_DAY = pattern(
    r"(\d{4})(?:-(\d{1,2})-(\d{1,2})|/(\d{1,2})/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|年(\d{1,2})月(\d{1,2})日)"
)
_ANSWERS = {"是": True, "否": False, "true": True, "false": False}


class Unreadable(ValueError):
    """A text that is not what its key asks for; `args[0]` is the kind that was asked for."""


def number(text: str, place: Place | None) -> tuple[Number, int | float]:
    """`1200`, `1,200`, `-3`, `99.10` as a `Number`; digits may be full-width."""
    typed = text.strip()
    if len(typed) > LONGEST_NUMBER or not _NUMBER.fullmatch(typed):
        raise Unreadable("number")
    digits = typed.replace(",", "").replace("，", "")
    return Number(typed, place), float(digits) if "." in digits else int(digits)


def integer(text: str, place: Place | None) -> tuple[Number, int | float]:
    """A number that is whole."""
    try:
        typed, amount = number(text, place)
    except Unreadable:
        raise Unreadable("integer") from None
    if amount != int(amount):
        raise Unreadable("integer")
    return typed, int(amount)


def answer(text: str, _place: Place | None) -> tuple[bool, bool]:
    """是 or true, 否 or false."""
    typed = _ANSWERS.get(text.strip().lower())
    if typed is None:
        raise Unreadable("boolean")
    return typed, typed


def day(text: str, place: Place | None) -> tuple[Day, str]:
    """`2026-09-01`, `2026/9/1`, `2026.9.1` or `2026年9月1日` as a `Day`; so are `二〇二六年九月一日` and
    `2026年9月1号`, in figures."""
    written = in_figures(text.strip())
    match = _DAY.fullmatch(written)
    if not match:
        raise Unreadable("day")
    year, month, of_month = (int(part) for part in match.groups() if part)
    try:
        typed = Day.of(written, date(year, month, of_month), place)
    except ValueError:
        raise Unreadable("no such day") from None
    return typed, typed.date.isoformat()


def day_or_text(text: str, place: Place | None) -> tuple[Text, str]:
    """A `Day` where the text is one, else (`10月上旬`, `第5周`) the text; never a day that is none."""
    if _DAY.fullmatch(in_figures(text.strip())):
        return day(text, place)
    return (text if isinstance(text, Text) else Text(text, place)), str(text)


CONVERTERS: dict[str, Converter] = {
    "number": number,
    "integer": integer,
    "boolean": answer,
    "day": day,
    "day or text": day_or_text,
}
