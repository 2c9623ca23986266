"""Dates and hours of a spreadsheet as plans write them: 2026-10-15, 2026-10, 10月15日, 14:30."""

from __future__ import annotations

import datetime
import re

LITERAL = re.compile(r'"[^"]*"|\\.|\[\$[^\]]*\]|_.|\*.')
WEEKDAYS = "一二三四五六日"

BUILT_IN = {
    **dict.fromkeys((27, 36, 50, 52, 57), 'yyyy"年"m"月"'),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), 'm"月"d"日"'),
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"',
    33: 'h"时"mm"分"ss"秒"',
    **dict.fromkeys((34, 55), 'h"时"mm"分"'),
    **dict.fromkeys((35, 56), 'h"时"mm"分"ss"秒"'),
}
"""The formats that a Chinese Excel has by number (ECMA-376 18.8.30, zh-cn) and openpyxl does not know."""

Moment = datetime.datetime | datetime.date | datetime.time | datetime.timedelta


def shown(value: Moment, code: str) -> tuple[str, str]:
    """A date or hour by what its format shows of it, and the same in full (2026-10-15). A year that is
    not shown is not told: spreadsheets put in that of the day it was typed."""
    if isinstance(value, datetime.timedelta):
        return _span(value), _span(value)
    if isinstance(value, datetime.time):
        return _hour(value), _hour(value)
    letters = LITERAL.sub("", code.split(";", maxsplit=1)[0]).lower()
    if not isinstance(value, datetime.datetime):
        value = datetime.datetime(value.year, value.month, value.day)
    has_hour = bool(re.search("[hs]", letters))
    if has_hour and not re.search("[yd]", letters):
        return _hour(value.time()), _hour(value.time())
    full = f"{value:%Y-%m-%d}" if value.year >= 1000 else value.date().isoformat()
    hour = f" {_hour(value.time())}" if has_hour and value.time() != datetime.time() else ""
    return _day(value, letters, full) + hour, full + hour


def _day(value: datetime.datetime, letters: str, full: str) -> str:
    """The day by the letters of a format."""
    year, month, day = "y" in letters, "m" in letters, "d" in re.sub("ddd+", "", letters)
    if not (year or month or day):
        weekday = WEEKDAYS[value.weekday()]
        return f"周{weekday}" if re.fullmatch(r"\W*(ddd|aaa)\W*", letters) else f"星期{weekday}"
    if year and month and not day:
        return full[:7]
    if year and not month and not day:
        return full[:4]
    if not year and month and day:
        return f"{value.month}月{value.day}日"
    return f"{value.month}月" if month and not year and not day else full


def _hour(value: datetime.time) -> str:
    """14:30, and 14:30:15 where there are seconds."""
    return f"{value.hour}:{value.minute:02}" + (f":{value.second:02}" if value.second else "")


def _span(value: datetime.timedelta) -> str:
    minutes = round(value.total_seconds() / 60)
    return f"{minutes // 60}:{minutes % 60:02}"
