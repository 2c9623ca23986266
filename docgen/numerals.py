"""Chinese and circled numerals, for labels, dates and school terms."""

from __future__ import annotations

DIGITS = "零一二三四五六七八九"
CODE_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")
LARGEST = 9999
UNITS = {"十": 10, "百": 100, "千": 1000}
CIRCLED_LIMIT = 20


def chinese(number: int) -> str:
    """`number` (0 to 9999) as it is spoken: 10 十, 21 二十一, 105 一百零五."""
    if not 0 <= number <= LARGEST:
        raise ValueError(number)
    if number < 10:
        return DIGITS[number]
    spoken, zero = "", False
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, power)
        if digit:
            spoken += ("零" if zero else "") + DIGITS[digit] + unit
            zero = False
        elif spoken:
            zero = True
    return spoken.removeprefix("一") if spoken.startswith("一十") else spoken


def coded(digits: str) -> str:
    """Digits read one by one, as in years: 2026 二〇二六 (GB/T 15835: 0 as a code is 〇)."""
    return digits.translate(CODE_DIGITS)


def circled(number: int) -> str:
    """1 to 20 as ① to ⑳; raises `ValueError` beyond."""
    if not 1 <= number <= CIRCLED_LIMIT:
        raise ValueError(number)
    return chr(0x2460 + number - 1)


def value(spoken: str) -> int:
    """The number below ten thousand that `spoken` is: 十 10, 二十一 21, 一百零五 105. Raises `ValueError`
    for what is no such number."""
    total, digit = 0, 0
    for char in spoken:
        if char in UNITS:
            total += (digit or 1) * UNITS[char]
            digit = 0
        else:
            digit = DIGITS.index(char.replace("〇", "零").replace("两", "二"))
    if not spoken:
        raise ValueError(spoken)
    return total + digit
