"""Quotation marks and brackets: paired, in order, of one form (GB/T 15834 4.8, 4.9, 4.15)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.lint.reading import CELL, PEOPLE, REMARK, Hit, Reading
from docgen.lint.seen import found, seen
from docgen.patterns import pattern

HAN = "[\u4e00-\u9fff]"
TWICE = pattern("‘‘|’’")
CURLY = pattern("[“”‘’]")
STRAIGHT = pattern(
    rf"(?<![0-9])\"(?=[^\"\n]*{HAN})([^\"\n]{{1,60}})\"|(?<![A-Za-z])'(?=[^'\n]*{HAN})([^'\n]{{1,60}})'(?![A-Za-z])"
)
REVERSED = pattern(r"[“”]")
BRACKETS = pattern(r"[（）()《》〈〉〔〕【】\[\]]")
PAIRS = {"）": "（", ")": "（", "》": "《", "〉": "〈", "〕": "〔", "】": "【", "]": "["}
ALIKE = {"(": "（"}
LIST_NUMBER = pattern(
    r"(?:^|[\s，。；：、,;:（(])(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3}|[A-Za-z]|[\u2460-\u2473])$"
)
BETWEEN = pattern(r"(?<=[》”])、(?=[《“])")
FULL_IN_PART = pattern(r"(?<![：:，])“[^“”，。]{1,16}(。)”(?=[\u4e00-\u9fff，、])")
PART_AROUND_FULL = pattern(r"(?:指出|强调|说|要求|提出)[：:]“[^“”]{10,}[^。！？…“”]”(。)$")


def single_twice(reading: Reading) -> Iterator[Hit]:
    """PUN-008: ‘‘ and ’’ typed for “ and ”; “‘ ’” is real nesting."""
    for at, one in found(reading, TWICE):
        yield Hit(at, one.start(), one.end(), {}, "“" if one[0] == "‘‘" else "”")


def quotes_in_pairs(reading: Reading) -> Iterator[Hit]:
    """PUN-009: a quotation mark without its partner. Paragraphs that all quote the same open anew."""
    for at, one in enumerate(reading.passages):
        following = reading.passages[at + 1] if at + 1 < len(reading.passages) else None
        if one.joined or one.zone == REMARK or (following and following.joined) or _is_swapped(one.text):
            continue
        odd = _odd_quote(one.text)
        quoted_on = (
            odd is not None and one.text[odd] == "“" and following and following.text.lstrip()[:1] == "“"
        )
        if odd is not None and not quoted_on:
            yield Hit(at, odd, odd + 1)


def _odd_quote(text: str) -> int | None:
    """The first mark without its partner; ’ between letters is an apostrophe."""
    opened: list[tuple[str, int]] = []
    for one in CURLY.finditer(TWICE.sub(lambda two: two[0][0] + "\ufffc", text)):
        at, mark = one.start(), one[0]
        if text[at : at + 2] in ("‘‘", "’’"):
            mark = "“" if mark == "‘" else "”"
        if mark == "’" and (text[at - 1 : at].isascii() and text[at - 1 : at].isalnum()):
            continue
        if mark in "“‘":
            if opened and opened[-1][0] == mark:
                return opened[-1][1]
            opened.append((mark, at))
        elif opened and opened[-1][0] == ("“" if mark == "”" else "‘"):
            opened.pop()
        else:
            return at
    return opened[0][1] if opened else None


def _is_swapped(text: str) -> bool:
    """Whether every pair of a passage stands the wrong way round: ”甲“和”乙“."""
    marks = REVERSED.findall(text)
    return len(marks) > 1 and len(marks) % 2 == 0 and marks == ["”", "“"] * (len(marks) // 2)


def straight(reading: Reading) -> Iterator[Hit]:
    """PUN-010: " and ' around Chinese."""
    for at, text in seen(reading):
        for one in STRAIGHT.finditer(text):
            yield Hit(at, one.start(), one.start() + 1, {}, "“")
            yield Hit(at, one.end() - 1, one.end(), {}, "”")


def swapped(reading: Reading) -> Iterator[Hit]:
    """PUN-011: ”甲“; ”“ between two names is no pair."""
    for at, one in enumerate(reading.passages):
        if _is_swapped(one.text):
            for mark in REVERSED.finditer(one.text):
                yield Hit(at, mark.start(), mark.end(), {}, "“" if mark[0] == "”" else "”")


def brackets_in_pairs(reading: Reading) -> Iterator[Hit]:
    """PUN-012: a bracket without its partner; 1） is a number."""
    for at, one in enumerate(reading.passages):
        following = reading.passages[at + 1] if at + 1 < len(reading.passages) else None
        if one.joined or one.zone in (REMARK, CELL, PEOPLE) or (following and following.joined):
            continue
        odd = _odd_bracket(one.text)
        if odd is not None:
            yield Hit(at, odd, odd + 1)


def _odd_bracket(text: str) -> int | None:
    opened: list[tuple[str, int]] = []
    for one in BRACKETS.finditer(text):
        mark = ALIKE.get(one[0], one[0])
        if mark not in PAIRS:
            opened.append((mark, one.start()))
        elif opened and opened[-1][0] == PAIRS[mark]:
            opened.pop()
        elif not (mark in "）)" and LIST_NUMBER.search(text[: one.start()])):
            return one.start()
    return opened[0][1] if opened else None


def comma_between_names(reading: Reading) -> Iterator[Hit]:
    """PUN-013: 《甲》、《乙》; behind a bracketed note the comma is needed."""
    for at, one in found(reading, BETWEEN):
        yield Hit(at, one.start(), one.end(), {}, "", sure=False)


def stop_and_quote(reading: Reading) -> Iterator[Hit]:
    """PUN-024: the stop inside the quotation of a part, or outside that of a whole sentence."""
    for at, passage in enumerate(reading.passages):
        for what in (FULL_IN_PART, PART_AROUND_FULL):
            for one in what.finditer(passage.text):
                yield Hit(at, one.start(1), one.end(1))


RULES = {
    "PUN-008": single_twice,
    "PUN-009": quotes_in_pairs,
    "PUN-010": straight,
    "PUN-011": swapped,
    "PUN-012": brackets_in_pairs,
    "PUN-013": comma_between_names,
    "PUN-024": stop_and_quote,
}
