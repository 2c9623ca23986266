"""Marks of half width, doubled marks, blanks within Chinese text (GB/T 15834)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.lint.data import table
from docgen.lint.reading import (
    ANNOTATION,
    ATTACHMENT_NOTE,
    CAPTION,
    CELL,
    COLOPHON,
    LETTERHEAD,
    PEOPLE,
    REMARK,
    SIGNATURE,
    TITLE,
    Hit,
    Passage,
    Reading,
)
from docgen.lint.rules.headings import ends_in_mark
from docgen.lint.seen import found, seen
from docgen.lint.siblings import label_span
from docgen.patterns import pattern

HAN = "[\u4e00-\u9fff]"
COMMA = pattern(r"(?<=[\u4e00-\u9fff”’》）〕]),|(?<=[0-9%％℃*]),(?=\s*[\u4e00-\u9fff“‘《（])")
MARK = pattern(r"(?<=[\u4e00-\u9fff”’》）〕])[:;?!](?!//)|(?<=[0-9%％])[;?!](?=[\u4e00-\u9fff“《（]|\s*$)")
FULL = str.maketrans(":;?!", "：；？！")
STOP = pattern(rf"(?<={HAN})\.(?=[\u4e00-\u9fff“《（]|\s*$)")
BRACKET = pattern(r"[()（）]")
NUMBER_BEFORE = pattern(r"\s*[(（]\s*(?:[一二三四五六七八九十百]{1,4}|[0-9]{1,3})\s*[)）]")
DOUBLED = pattern(r"(?<!&nbsp)(?<!&[lg]t)(?<!&amp)(?<!&quot)([，。、；：,;:])(?:\s*[，。、；：,;:])+")
SAME = {",": "，", ";": "；", ":": "："}
BLANKS = pattern(r"(?<=[\u4e00-\u9fff，。；：、）》”])[ \u3000]+(?=[\u4e00-\u9fff“《（，。；：、）》”])")
ORDINAL = pattern(r"第[一二三四五六七八九十百0-9]+[章节条编款篇]\s*$")
SENTENCE_MARK = pattern(r"[，。；：！？,;:]")
LONE = pattern(rf"{HAN}(?!{HAN})")
NUMBER_MARKS = "、.．）)"
COLUMNS = 3
"""Gaps in a line from which on it is a row of columns."""
ALIGNED = (TITLE, SIGNATURE, PEOPLE, LETTERHEAD, COLOPHON, ANNOTATION, ATTACHMENT_NOTE, CAPTION, CELL, REMARK)
FULL_WIDTH = pattern(r"[０-９Ａ-Ｚａ-ｚ％]+|(?<=[0-9０-９一二三四五六七八九十])．")
HALF = {ord(char): ord(char) - 0xFEE0 for char in "０１２３４５６７８９％"} | {
    code: code - 0xFEE0 for code in (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}
RATIO = pattern(r"(?<![0-9:：∶])[0-9]{1,3}(?:\.[0-9]+)?([:：∶])[0-9]{1,3}(?:\.[0-9]+)?(?![0-9:：∶])")
RATIO_WORD = pattern(r"比[^，。；]{0,8}$|比例[^，。；]{0,8}$")
CLOCK = pattern(r"[0-9]{1,2}[:：][0-5][0-9]")
YEAR_BRACKETS = pattern(
    r"[【\[（(]\s*((?:19|20)(?:[0-9]{2}|\*\*|[xX×]{2}))\s*[】\]）)](?=\s*第?\s*[0-9xX×*]+\s*号)"
)


def _ends_of_headings(reading: Reading) -> set[tuple[int, int]]:
    """Where headings end in a mark that HDG-001 takes away."""
    return {(hit.passage, hit.start) for hit in ends_in_mark(reading)}


def half_width_comma(reading: Reading) -> Iterator[Hit]:
    """PUN-001: a comma of half width in Chinese; 1,250 and Latin words keep theirs."""
    ends = _ends_of_headings(reading)
    for at, one in found(reading, COMMA):
        if (at, one.start()) not in ends:
            yield Hit(at, one.start(), one.end(), {}, "，")


def half_width_brackets(reading: Reading) -> Iterator[Hit]:
    """PUN-002: () around Chinese; formulas keep theirs, numbers have a rule of their own."""
    for at, text in seen(reading):
        opened: list[int] = []
        lead = NUMBER_BEFORE.match(text)
        for one in BRACKET.finditer(text, lead.end() if lead else 0):
            if one[0] in "(（":
                opened.append(one.start())
                continue
            if not opened:
                continue
            start = opened.pop()
            if pattern(HAN).search(text, start, one.end()):
                for place in (start, one.start()):
                    if text[place] in "()":
                        yield Hit(at, place, place + 1, {}, "（" if place == start else "）")


def half_width_marks(reading: Reading) -> Iterator[Hit]:
    """PUN-003: : ; ? ! of half width behind Chinese; 8:00, 1:3 and URLs keep theirs."""
    ends = _ends_of_headings(reading)
    for at, one in found(reading, MARK):
        if (at, one.start()) not in ends:
            yield Hit(at, one.start(), one.end(), {}, one[0].translate(FULL))


def full_stop(reading: Reading) -> Iterator[Hit]:
    """PUN-004: 程序.切实: an ASCII stop in Chinese; those of numbers are before the text."""
    ends = _ends_of_headings(reading)
    for at, text in seen(reading):
        begin = reading.passages[at].start
        for one in STOP.finditer(text, begin):
            if (at, one.start()) not in ends:
                yield Hit(at, one.start(), one.end(), {}, "。")


def doubled(reading: Reading) -> Iterator[Hit]:
    """PUN-006: two marks where one belongs; the same mark twice is one. ？！ may stand together."""
    for at, text in seen(reading):
        for one in DOUBLED.finditer(text):
            marks = {SAME.get(char, char) for char in one[0] if not char.isspace()}
            if marks == {"。"} and len(one[0]) > 2:
                continue  # an ellipsis typed as 。。。
            same = len(marks) == 1
            yield Hit(at, one.start(), one.end(), {}, marks.pop() if same else None, sure=same)


def blanks(reading: Reading) -> Iterator[Hit]:
    """PUN-007: blanks between Chinese characters, or behind a typed number; 张　三 and what is aligned by
    them are meant."""
    for at, text in seen(reading, without=ALIGNED):
        yield from _behind_number(at, reading.passages[at])
        gaps = [one for one in BLANKS.finditer(text) if one.start() >= reading.passages[at].start]
        if (len(gaps) >= COLUMNS and len(text) < 20 * len(gaps)) or _is_aligned(text) or _is_motto(text):
            continue
        for one in gaps:
            before = text[: one.start()]
            if not ORDINAL.search(before) and not _is_padded_name(text, one.start(), one.end()):
                yield Hit(at, one.start(), one.end(), {}, "", sure=len(one[0]) <= 2)


def _behind_number(at: int, one: Passage) -> Iterator[Hit]:
    """The blanks between a typed number and its words; 第一章 and a numeral without a mark have one."""
    end = label_span(one)[1]
    if one.typed and end < one.start and one.text[end - 1] in NUMBER_MARKS:
        yield Hit(at, end, one.start, {}, "")


def _is_aligned(text: str) -> bool:
    """Whether a line without a mark is parted by wide blanks: 校长　林知远."""
    return "\u3000" in text.strip() and not SENTENCE_MARK.search(text)


def _is_motto(text: str) -> bool:
    """Whether a line is but two to four phrases of one length: 放飞梦想 快乐成长."""
    phrases = text.split()
    lengths = {len(phrase) for phrase in phrases}
    return (
        1 < len(phrases) <= 4 and len(lengths) == 1 and lengths.pop() > 2 and not SENTENCE_MARK.search(text)
    )


def _is_padded_name(text: str, start: int, end: int) -> bool:
    """Whether a gap stands within a name of two characters: 张　三."""
    surname = text[start - 1 : start]
    return bool(LONE.match(text, end)) and surname in "".join(table("people")["姓氏"])


def full_width(reading: Reading) -> Iterator[Hit]:
    """PUN-019: １２％ＡＢ, and ．behind a number."""
    for at, one in found(reading, FULL_WIDTH):
        behind_number = one[0] == "．"
        if behind_number:
            begin = reading.passages[at].start
            chinese = reading.passages[at].text[one.start() - 1] in "一二三四五六七八九十"
            if begin and one.start() >= begin:
                continue
            if not begin and (chinese or one.start() > 3):
                continue
            yield Hit(at, one.start(), one.end(), {}, "、" if chinese else ".")
        else:
            yield Hit(at, one.start(), one.end(), {}, one[0].translate(HALF))


def ratios(reading: Reading) -> Iterator[Hit]:
    """PUN-020: 8∶1 here, 8:1 there; times of day are no ratios."""
    found_ones = []
    for at, one in found(reading, RATIO):
        text = reading.masked[at]
        if one[1] == "∶" or RATIO_WORD.search(text[: one.start()]) or not CLOCK.fullmatch(one[0]):
            found_ones.append((at, one))
    if len({one[1] for _at, one in found_ones}) > 1:
        for at, one in found_ones:
            if one[1] != "∶":
                yield Hit(at, one.start(1), one.end(1), {}, "∶")


def year_brackets(reading: Reading) -> Iterator[Hit]:
    """PUN-023: 【2026】3号: the year of a document number stands in 〔〕."""
    for at, passage in enumerate(reading.passages):
        for one in YEAR_BRACKETS.finditer(passage.text):
            yield Hit(at, one.start(), one.end(), {}, f"〔{one[1]}〕")


RULES = {
    "PUN-001": half_width_comma,
    "PUN-002": half_width_brackets,
    "PUN-003": half_width_marks,
    "PUN-004": full_stop,
    "PUN-006": doubled,
    "PUN-007": blanks,
    "PUN-019": full_width,
    "PUN-020": ratios,
    "PUN-023": year_brackets,
}
