"""Dates and spans of time as a paper writes them (GB/T 15835; GB/T 15834 4.13 for the dash).

What is no date raises `ValueError(sentence, hint)`, both Chinese.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from docgen import numerals
from docgen.i18n import _
from docgen.patterns import pattern
from docgen.source.values import Day

DASH = "—"
NUMERIC = pattern(r"([0-9]{4})([-/.])([0-9]{1,2})(?:\2([0-9]{1,2}))?")
WRITTEN = pattern(r"([0-9]{4})年([0-9]{1,2})月(?:([0-9]{1,2})日)?")
IN_CHARACTERS = pattern(
    r"([〇○Oo零一二三四五六七八九]{4})年(十[一二]?|[一二三四五六七八九])月"
    r"([二三]?十[一二三四五六七八九]?|[一二三四五六七八九])日"
)
SPOKEN_MONTH = pattern(
    r"(?<![一二三四五六七八九十第每个])(十[一二]?|[一二三四五六七八九])月"
    r"(?:([二三]?十[一二三四五六七八九]?|[一二三四五六七八九])([日号]))?"
)
SERIAL = pattern(r"[1-9][0-9]{4}")
SERIAL_ZERO, CENTURY = date(1899, 12, 30), 2000
CODED = str.maketrans("〇○Oo零一二三四五六七八九", "00000123456789")
CLOCK = pattern(r"[0-9]{1,2}[:：][0-9]{2}")

DateLike = date | str


def parse(text: str) -> date | None:
    """The day `text` names (2026-09-01, 2026-9-1, 2026/9/1, 2026.9.1, 2026年9月1日), None for all else."""
    found = _numbers(text)
    if not found or not found[2]:
        return None
    try:
        return date(*found)
    except ValueError:
        return None


def in_figures(text: str) -> str:
    """A date of years, months and days without its blanks, 日 for 号, Chinese numerals as figures:
    2026年9月1日, from 二〇二六年九月一日, 2026 年 9 月 1 号 …; all else as it is."""
    if "年" not in text:
        return text
    bare = "".join(text.split()).replace("号", "日")
    if WRITTEN.fullmatch(bare):
        return bare
    found = IN_CHARACTERS.fullmatch(bare)
    if not found:
        return text
    return _written(int(found[1].translate(CODED)), numerals.value(found[2]), numerals.value(found[3]))


def of_serial(text: str) -> date | None:
    """The day that a spreadsheet counts as `text`, where it shows a date of this century as a number."""
    found = SERIAL.fullmatch(text.strip())
    day = SERIAL_ZERO + timedelta(int(found[0])) if found else None
    return day if day and CENTURY <= day.year < CENTURY + 100 else None


def months_in_figures(text: str) -> str:
    """`text` with its months and their days in figures: 6月下旬, 9月1日, from 六月下旬, 九月一日."""
    return SPOKEN_MONTH.sub(_spoken, text) if "月" in text else text


def _spoken(found: re.Match[str]) -> str:
    day = f"{numerals.value(found[2])}{found[3]}" if found[2] else ""
    return f"{numerals.value(found[1])}月{day}"


def day_of(value: object) -> date:
    """The day that `value` (a date, a `Day` of the plan, a text) names."""
    if isinstance(value, Day):
        return value.date
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    found = parse(value) if isinstance(value, str) else None
    if found is None:
        raise ValueError(_("“{value}”不是日期").format(value=value), _("写成“2026-09-01”的样子"))
    return found


def full(value: DateLike) -> str:
    """2026年9月1日."""
    day = day_of(value)
    return f"{day.year}年{day.month}月{day.day}日"


def in_characters(value: DateLike) -> str:
    """二〇二六年九月一日 (GB/T 15835: 0 as a code is 〇)."""
    day = day_of(value)
    year = numerals.coded(str(day.year))
    return f"{year}年{numerals.chinese(day.month)}月{numerals.chinese(day.day)}日"


def month_day(value: DateLike) -> str:
    """9月1日."""
    day = day_of(value)
    return f"{day.month}月{day.day}日"


def third_of_month(value: DateLike) -> str:
    """9月上旬: to the 10th 上旬, to the 20th 中旬, then 下旬."""
    day = day_of(value)
    return f"{day.month}月{'上中下'[min(day.day - 1, 29) // 10]}旬"


def weekday(value: DateLike) -> str:
    """星期二."""
    from babel.dates import format_date

    return str(format_date(day_of(value), "EEEE", locale="zh_CN"))


def printed(value: DateLike) -> str:
    """A day or month in figures as printed (2026-10 → 2026年10月, 2026-10-15 → 2026年10月15日); words
    (10月上旬, 6月底前, 长期) stay as typed."""
    if not isinstance(value, str) or isinstance(value, Day):
        return full(value)
    found = _numbers(value)
    return _written(*found) if found else str(value)


def span(start: DateLike, end: DateLike) -> str:
    """From `start` to `end`: 2026年9月1日—15日, 2026年9月1日—10月8日, 2026年12月—2027年1月; words
    are joined as they stand."""
    first, last = _parts(start), _parts(end)
    if printed(start) == printed(end):
        return printed(start)
    if not first or not last:
        return printed(start) + DASH + printed(end)
    _check_order(first, last)
    return _written(*first) + DASH + _rest(first, last)


def span_without_year(start: DateLike, end: DateLike) -> str:
    """As `span`, without the year where both lie in one: 9月1日—15日, 9月1日—10月8日."""
    first, last = _parts(start), _parts(end)
    whole = span(start, end)
    return whole.removeprefix(f"{first[0]}年") if first and last and first[0] == last[0] else whole


def clock_span(start: str, end: str) -> str:
    """14:30—16:00."""
    for time in (start, end):
        if not CLOCK.fullmatch(time):
            raise ValueError(_("“{time}”不是时刻").format(time=time), _("写成“14:30”的样子"))
    return f"{start}{DASH}{end}".replace("：", ":")


def _numbers(text: str) -> tuple[int, int, int] | None:
    """Year, month, day (0 where there is none) of a date or month in figures."""
    found = NUMERIC.fullmatch(text.strip())
    groups = found.group(1, 3, 4) if found else None
    if groups is None:
        found = WRITTEN.fullmatch("".join(text.split()))
        groups = found.groups() if found else None
    if groups is None or not 1 <= int(groups[1]) <= 12:
        return None
    return int(groups[0]), int(groups[1]), int(groups[2] or 0)


def _parts(value: DateLike) -> tuple[int, int, int] | None:
    if isinstance(value, str) and not isinstance(value, Day):
        return _numbers(value)
    day = day_of(value)
    return day.year, day.month, day.day


def _written(year: int, month: int, day: int) -> str:
    return f"{year}年{month}月" + (f"{day}日" if day else "")


def _rest(first: tuple[int, int, int], last: tuple[int, int, int]) -> str:
    """What the end of a span says beyond its start."""
    year, month, day = last
    if first[0] != year:
        return _written(year, month, day)
    if first[1] != month or not (first[2] and day):
        return f"{month}月" + (f"{day}日" if day else "")
    return f"{day}日"


def _check_order(first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    if first[:2] > last[:2] or (first[2] and last[2] and first > last):
        raise ValueError(
            _("结束的日期{last}早于开始的日期{first}").format(last=_written(*last), first=_written(*first)),
            _("检查起止日期是否写反"),
        )
