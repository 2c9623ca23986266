"""Numbers as a spreadsheet shows them: 0.993 under 0.0% is 99.3%, 3.0000000000000004 is 3."""

from __future__ import annotations

import math
import re
from decimal import ROUND_HALF_UP, Decimal

DIGITS = 15
"""A spreadsheet computes with no more of them."""

SKIPPED = re.compile(r"\[(?!\$)[^\]]*\]|_.|\*.")
CURRENCY = re.compile(r"\[\$([^\]\-]*)[^\]]*\]")
LITERAL = re.compile(r'"([^"]*)"|\\(.)')
CONDITION = re.compile(r"\[[<>=]|\[DBNum", re.IGNORECASE)
NUMBER = re.compile(r"[0#?][0#?,]*(?:\.[0#?]*)?|\.[0#?]+")
UNKNOWN = re.compile(r"[A-Za-z@/?]")
MARK, PLACE = "\ue000", "\ue001"
"""What stands for a piece of literal text while the rest of a format is read, and for the digits."""


def shown(value: int | float, code: str) -> tuple[str, str]:
    """`value` as the number format `code` shows it, and the same without what the format writes
    around the digits (99.3%, 1,200; ¥1,200.00 → 1,200.00)."""
    plain = general(value)
    if code.lower() in ("general", "@", "") or CONDITION.search(code):
        return plain, plain
    sections = _sections(code)
    negative = value < 0 and len(sections) > 1 and sections[1]
    section = sections[1] if negative else sections[2] if value == 0 and len(sections) > 2 else sections[0]
    return _by(section, Decimal(repr(value)), signed=not negative) or (plain, plain)


def general(value: int | float) -> str:
    """The number as typed: no digits that only binary fractions have, no exponent."""
    if isinstance(value, int):
        return str(value)
    if not math.isfinite(value):
        return str(value)
    text = format(Decimal(format(value, f".{DIGITS}g")), "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def _sections(code: str) -> list[str]:
    """The sections of a format, split at ; outside of literal text."""
    found, literals = _without_literals(code)
    return [_with_literals(section, literals) for section in found.split(";")]


def _without_literals(code: str) -> tuple[str, list[str]]:
    literals: list[str] = []

    def keep(match: re.Match[str]) -> str:
        literals.append(match[0])
        return MARK

    return LITERAL.sub(keep, code), literals


def _with_literals(section: str, literals: list[str]) -> str:
    return re.sub(MARK, lambda _match: literals.pop(0), section)


def _by(section: str, value: Decimal, *, signed: bool) -> tuple[str, str] | None:
    """`value` by one section of a format; None for a format that is not about decimal digits."""
    bare, literals = _without_literals(CURRENCY.sub(r"\1", section))
    bare = SKIPPED.sub("", bare)
    found = NUMBER.search(bare)
    if not found or UNKNOWN.search(NUMBER.sub("", bare, count=1)) or NUMBER.search(bare[found.end() :]):
        return None
    percent = bare.count("%")
    digits = _digits(found[0], value * 100**percent, signed)
    texts = [LITERAL.sub(lambda match: match[1] or match[2] or "", text) for text in literals]
    before, behind = bare[: found.start()], bare[found.end() :]
    whole = re.sub(MARK, lambda _match: texts.pop(0), f"{before}{PLACE}{behind}")
    plain = ("" if signed or value == 0 else "-") + digits + "%" * percent
    if set(found[0]) == {"?"} and value == 0:
        return whole.replace(PLACE, "").strip(), plain
    sign = "-" if digits.startswith("-") else ""
    return sign + whole.replace(PLACE, digits.removeprefix("-")).strip(), plain


def _digits(pattern: str, value: Decimal, signed: bool) -> str:
    """The digits of `value` by a pattern like #,##0.00."""
    whole, _point, fraction = pattern.partition(".")
    thousands = len(whole) - len(whole.rstrip(","))
    value = abs(value) / 1000**thousands if not signed else value / 1000**thousands
    rounded = value.quantize(Decimal(1).scaleb(-len(fraction)), ROUND_HALF_UP)
    integer, _dot, decimals = format(abs(rounded), "f").partition(".")
    integer = integer.zfill(whole.count("0"))
    if "," in whole.rstrip(","):
        integer = format(int(integer), ",")
    least = fraction.count("0")
    while len(decimals) > least and decimals.endswith("0"):
        decimals = decimals[:-1]
    return ("-" if rounded < 0 else "") + integer + (f".{decimals}" if decimals else "")
