"""How dates are written (GB/T 15835; GB/T 15834 4.13 for the dash between them)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.dates import DASH
from docgen.lint.days import days, exists
from docgen.lint.reading import CELL, SIGNATURE, Hit, Reading
from docgen.lint.seen import found, seen
from docgen.patterns import pattern

RANGE = pattern(
    r"(?P<first>[0-9]{4}|(?<![0-9.\-A-Za-z/~第])[0-9]{1,2}"
    r"|(?:[0-9*xX×]{1,4}年|月|[0-9]日|[0-9]号|(?<![0-9])[0-9]{1,2}[:：][0-9]{2}|[初底末中旬]|第[0-9]{1,2}周))"
    r"(?P<dash>\s*(?:-{1,4}|[－–~]{1,2}|——)\s*)"
    r"(?P<last>(?:第[0-9]{1,2}周|[0-9xX*]{4}年[0-9]{0,2}月?|[0-9]{1,2}(?:月(?!龄)|日|号(?!楼|教室|厅|线)|[:：][0-9]{2}|周))[0-9]{0,2}日?)"
)
QUANTITY = pattern(r"[0-9]{1,2}")
TWO_DIGITS = pattern(
    r"(?<![0-9*xX×.〔\[（(第～—\-])(?:0[0-9]年(?![级代来以内前后间])"
    r"|[0-9]{2}年(?=[0-9]{1,2}月|[春秋]季|[上下]半年|高考|中考|年底|底前|度))"
)
ZERO = pattern(r"(?<=[0-9]年)0(?=[1-9]月)|(?<=[0-9]月)0(?=[1-9]日)")
FIGURES = pattern(r"(?<![0-9A-Za-z./\-])(20[0-9]{2})([./\-])([0-9]{1,2})\2([0-9]{1,2})(?![0-9A-Za-z./\-])")
NEAR = 12
"""Characters before a date that say it is none."""
VERSION = pattern(r"(?:[Vv]|版本号?|版|编号|批号|文号)\s*[:：]?$")
CODED = pattern(r"[一二][零○OoＯ〇0一二三四五六七八九]{3}(?=年|级|届|[—至])")
ODD_ZERO = str.maketrans("零○OoＯ0", "〇〇〇〇〇〇")
SCHOOL_YEAR = pattern(
    r"(?<![0-9])([0-9]{4}|[0-9]{2})\s*([-~～/－–—至]{1,2})\s*([0-9]{4}|[0-9]{2})\s*(学年度?)"
)
FILE = pattern(r"[^\s，。；、]{0,30}\.(?:docx?|wps|xlsx?|pdf|pptx?|txt|zip|rar)")
MONTHS = pattern(r"(?<![0-9])[0-9]{1,2}(?:月)?[—\-~～至][0-9]{1,2}月(份)")
DATE_OF_PAPER = pattern(r"(?:20[0-9]{2}|[0-9]{2})\s*[年./\-].*[0-9]\s*[月日号]?")
RIGHT_DATE = pattern(r"20[0-9]{2}年(?:[1-9]|1[0-2])月(?:[1-9]|[12][0-9]|3[01])日")
SPACE = pattern(r"\s+")


def dash(reading: Reading) -> Iterator[Hit]:
    """DAT-001: a dash of another kind between two times: 3月1日-3月20日, 8:00-11:30."""
    for at, text in seen(reading):
        for one in RANGE.finditer(text):
            first, last = one["first"], one["last"]
            if QUANTITY.fullmatch(first) and last.endswith("日") and text[one.end() :][:1] == "游":
                continue
            yield Hit(at, one.start("dash"), one.end("dash"), {"text": one[0]}, DASH)


def two_digits(reading: Reading) -> Iterator[Hit]:
    """DAT-002: a year of two digits: 09年. Lengths of time (10年) and decades are none."""
    for at, one in found(reading, TWO_DIGITS):
        yield Hit(at, one.start(), one.end(), {"text": one[0]}, "20" + one[0])


def leading_zeros(reading: Reading) -> Iterator[Hit]:
    """DAT-003: 2025年09月01日; in tables zeros keep columns straight."""
    for at, one in found(reading, ZERO, without=(CELL, SIGNATURE)):
        yield Hit(at, one.start(), one.end(), {}, "")


def figures(reading: Reading) -> Iterator[Hit]:
    """DAT-004: 2025.9.1 in running text; in tables it is right, and versions are no dates."""
    for at, text in seen(reading, without=(CELL, SIGNATURE)):
        for one in FIGURES.finditer(text):
            year, month, day = int(one[1]), int(one[3]), int(one[4])
            if (
                day
                and exists(year, month, day)
                and not VERSION.search(text[max(0, one.start() - NEAR) : one.start()])
            ):
                yield Hit(at, one.start(), one.end(), {"text": one[0]}, f"{year}年{month}月{day}日")


def impossible(reading: Reading) -> Iterator[Hit]:
    """DAT-005: a day that does not exist: 2月30日, 13月."""
    for at, text in seen(reading):
        for one in days(text):
            if not exists(one.year, one.month, one.day):
                yield Hit(at, one.start, one.end, {"text": text[one.start : one.end]})


def coded_years(reading: Reading) -> Iterator[Hit]:
    """DAT-013: 二零二五年, 二○二五年, 二O二五年: 0 as a code is 〇."""
    for at, one in found(reading, CODED):
        right = one[0].translate(ODD_ZERO)
        if right != one[0]:
            yield Hit(at, one.start(), one.end(), {"text": one[0], "right": right}, right)


def school_years(reading: Reading) -> Iterator[Hit]:
    """DAT-014: 2025-2026学年, 25-26学年: both years in full, — between them."""
    for at, one in found(reading, SCHOOL_YEAR):
        first, last = (year if len(year) == 4 else "20" + year for year in one.group(1, 3))
        right = f"{first}{DASH}{last}{one[4]}"
        if one[0] != right and not FILE.match(one.string, one.end()):
            yield Hit(at, one.start(), one.end(), {"text": one[0], "right": right}, right)


def months(reading: Reading) -> Iterator[Hit]:
    """DAT-016: 4—5月份: 份 says nothing."""
    for at, one in found(reading, MONTHS):
        yield Hit(at, one.start(1), one.end(1), {"text": one[0]}, "")


def date_of_paper(reading: Reading) -> Iterator[Hit]:
    """DAT-011: the date of the paper in another form than 2025年9月1日."""
    for at, text in seen(reading, only=(SIGNATURE,)):
        words = text.strip()
        start = len(text) - len(text.lstrip())
        if DATE_OF_PAPER.fullmatch(words) and not RIGHT_DATE.fullmatch(SPACE.sub("", words)):
            yield Hit(at, start, start + len(words), {"text": words}, _in_full(words), sure=False)


def _in_full(words: str) -> str | None:
    """`words` as the date of a paper is printed; None where it is not one whole date."""
    numbers = [int(one) for one in pattern(r"[0-9]+").findall(words)]
    if len(numbers) != 3:
        return None
    year = numbers[0] if numbers[0] > 99 else 2000 + numbers[0]
    return f"{year}年{numbers[1]}月{numbers[2]}日" if exists(year, *numbers[1:]) else None


RULES = {
    "DAT-001": dash,
    "DAT-002": two_digits,
    "DAT-003": leading_zeros,
    "DAT-004": figures,
    "DAT-005": impossible,
    "DAT-011": date_of_paper,
    "DAT-013": coded_years,
    "DAT-014": school_years,
    "DAT-016": months,
}
