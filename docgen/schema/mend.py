"""Texts that have one right form, and what was meant by those that nearly have it.

A pattern of a schema names the function that mends it (改正). Each takes the text as typed and
gives the right form, or an empty text where nobody can know what was meant. Only the hint of a
problem shows it: what a plan says is never changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from docgen import numerals

OPEN, CLOSE = "〔［[(（【{〈<﹝", "〕］])）】}〉>﹞"
STARS = "★☆*＊·•✩✭✰⭐_—–-"
DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
YEAR_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
SPOKEN = "一二三四五六七八九十百零〇两"
MOST_SPOKEN = 999

NUMBER = re.compile(
    rf"(?P<head>[^\d{re.escape(OPEN)}]*?)[{re.escape(OPEN)}]?"
    rf"(?P<year>(?:19|20)\d\d|\d\d(?!\d))年?[{re.escape(CLOSE)}]?"
    r"[字第\-—－]*0*(?P<serial>[1-9]\d*)号?"
)
PLAIN_NUMBER = re.compile(r"[^\d第]*?[（(]?第?0*(?P<serial>[1-9]\d*)(?P<unit>[号期次])[)）]?")
SECRECY = re.compile(
    rf"[{re.escape(STARS)}]?(?P<level>绝密|机密|秘密)级?[{re.escape(STARS)},，、:：（(]*"
    r"(?:保密期限)?[:：]?(?P<term>[^）)]*)[）)]?"
)
TERM = re.compile(r"0*(?P<count>[1-9]\d*)个?(?P<unit>年|月|天|日)")
UNITS = {"年": "年", "月": "个月", "天": "天", "日": "天"}
LASTING = ("长期", "永久", "永远")


def document_number(text: str) -> str:
    """某教发[2026]第03号 → 某教发〔2026〕3号 (GB/T 9704 7.2.5); 第03号 → 第3号."""
    bare = _spoken_year(_bare(text))
    if found := NUMBER.fullmatch(_spoken_serial(bare)):
        year = found["year"] if len(found["year"]) == 4 else f"20{found['year']}"
        return f"{found['head']}〔{year}〕{found['serial']}号"
    if found := PLAIN_NUMBER.fullmatch(bare):
        return f"第{found['serial']}{found['unit']}"
    return ""


def year(text: str) -> str:
    """26 → 2026, 〔2026〕 and 2026年 → 2026."""
    digits = _bare(text).strip(OPEN + CLOSE + "年")
    return f"20{digits}" if len(digits) == 2 and digits.isdecimal() else digits


def serial(text: str) -> str:
    """第03号 → 3."""
    return _bare(text).strip("第号").lstrip("0")


def copy_number(text: str) -> str:
    """12 → 000012 (GB/T 9704 7.2.1)."""
    digits = "".join(re.findall(r"\d", _bare(text))).lstrip("0")
    return digits.zfill(6) if digits and len(digits) <= 6 else ""


def secrecy(text: str) -> str:
    """秘密*一年, 秘密 1年, 秘密1年 → 秘密★1年 (GB/T 9704 7.2.2)."""
    found = SECRECY.fullmatch(_bare(text))
    if not found:
        return ""
    level, typed = found["level"], found["term"]
    if not typed:
        return level
    if typed in LASTING:
        return f"{level}★{LASTING[0]}"
    term = TERM.fullmatch(_spoken_serial(typed))
    return f"{level}★{term['count']}{UNITS[term['unit']]}" if term else ""


def _bare(text: str) -> str:
    return "".join(text.split()).translate(DIGITS)


def _spoken_year(text: str) -> str:
    """〔二〇二六〕 with figures."""
    return re.sub("[二一][〇○零一二三四五六七八九]{3}", lambda year: year[0].translate(YEAR_DIGITS), text)


def _spoken_serial(text: str) -> str:
    """三号, 六个月, 十二年 with figures, where the number stands behind a bracket, 第, or alone."""

    def figures(found: re.Match[str]) -> str:
        spoken = found[2].replace("两", "二").replace("〇", "零")
        counted = {numerals.chinese(number): str(number) for number in range(1, MOST_SPOKEN + 1)}
        return found[1] + counted.get(spoken, found[2])

    return re.sub(rf"(^|第|[{re.escape(CLOSE)}])([{SPOKEN}]+)(?=[号年个月天日])", figures, text)


MENDERS: Mapping[str, Callable[[str], str]] = {
    "份号": copy_number,
    "密级": secrecy,
    "发文字号": document_number,
    "年份": year,
    "序号": serial,
}
