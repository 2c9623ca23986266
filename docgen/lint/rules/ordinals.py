"""The form of typed numbers: their marks, brackets and characters (GB/T 15834 B.3, GB/T 9704 7.3.3)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from docgen import numerals
from docgen.lint.reading import CELL, HEADING, ITEM, REMARK, Hit, Reading
from docgen.lint.seen import seen
from docgen.lint.siblings import Numbered, automatic_number, label_span, numbered, siblings
from docgen.patterns import pattern
from docgen.recognise.labels import SURE, read

CHINESE = "[一二三四五六七八九十百]{1,4}"
BARE, COMMA_FORM = "1字", "1、"
LOOSE_CHINESE = ("一.", "一")
"""A Chinese numeral with a mark that is not its own, or with a blank."""
BEHIND_BRACKET = pattern(rf"\s*[（(〔]\s*(?:{CHINESE}|[0-9]{{1,3}})\s*[）)〕]\s*([、.．，,：:])")
HALF_BRACKETS = pattern(
    rf"\s*((?:\(\s*(?:{CHINESE}|[0-9]{{1,3}})\s*[)）])|(?:（\s*(?:{CHINESE}|[0-9]{{1,3}})\s*\)))"
)
COMPATIBLE = pattern("[\u3220-\u3229\u3280-\u3289\u2474-\u2487\u2488-\u249b]")
EMPTY = pattern(
    rf"\s*((?:{CHINESE}、|[（(](?:{CHINESE}|[0-9]{{1,2}})[）)]|[0-9]{{1,2}}[.．、]|[\u2460-\u2473]))\s*"
)
ODD_NUMERAL = pattern("一十|廿|两十|卅|〇")
SEPARATED = pattern(rf"(?:{CHINESE}|[0-9]{{1,3}})\s*(?P<mark>[.．、])")


def without_mark(reading: Reading) -> Iterator[Hit]:
    """NUM-001: 6创建 between 5. and 7.: a number without its mark."""
    for group in siblings(reading):
        values = [one.one.numeral for one in group.members]
        for one in group.members:
            near = one.one.numeral - 1 in values or one.one.numeral + 1 in values
            if one.typed and one.typed.form == BARE and near:
                start, end = label_span(one.one)
                digits = one.one.text[start:end].rstrip()
                yield Hit(one.at, start, start + len(digits), {}, digits + ".")


def comma_behind_figure(reading: Reading) -> Iterator[Hit]:
    """NUM-002: 1、 where an Arabic number takes a dot."""
    for one in numbered(reading):
        if one.typed and one.typed.form == COMMA_FORM:
            start, end = label_span(one.one)
            mark = one.one.text.find("、", start, end)
            yield Hit(one.at, start, mark + 1, {}, one.one.text[start:mark] + ".")


def mark_behind_bracket(reading: Reading) -> Iterator[Hit]:
    """NUM-003: （一）、: the bracket is mark enough."""
    for at, text in seen(reading, only=(HEADING, ITEM)):
        if found := BEHIND_BRACKET.match(text):
            yield Hit(at, found.start(1), found.end(1), {}, "")


def two_forms(reading: Reading) -> Iterator[Hit]:
    """NUM-010: 1. and 1、 in one layer of a paper: the rarer one."""
    marks: dict[int, list[tuple[Numbered, str]]] = {}
    for one in numbered(reading):
        if one.typed and (found := SEPARATED.fullmatch(one.typed.raw)):
            marks.setdefault(one.typed.layer, []).append((one, found["mark"]))
    for layer, rows in marks.items():
        right = "、" if layer == 1 else "."
        counts = Counter(mark for _one, mark in rows)
        usual = max(counts, key=lambda mark: (counts[mark], mark == right))
        for one, mark in rows:
            if mark != usual:
                start, end = label_span(one.one)
                yield Hit(one.at, start, end, {}, one.one.text[start:end].replace(mark, right))


def half_width_brackets(reading: Reading) -> Iterator[Hit]:
    """NUM-011: (一) or (1) at the beginning of a line."""
    for at, text in seen(reading, without=(REMARK,)):
        if found := HALF_BRACKETS.match(text):
            inner = "".join(found[1][1:-1].split())
            yield Hit(at, found.start(1), found.end(1), {}, f"（{inner}）")


def compatible_characters(reading: Reading) -> Iterator[Hit]:
    """NUM-012: ㈠ ⑴ ⒈ ㊀, which many faces lack."""
    for at, text in seen(reading):
        for found in COMPATIBLE.finditer(text):
            yield Hit(at, found.start(), found.end(), {}, _written_out(found[0]))


def _written_out(char: str) -> str:
    code = ord(char)
    for first, form in ((0x3280, "（{}）"), (0x3220, "（{}）")):
        if first <= code < first + 10:
            return form.format(numerals.chinese(code - first + 1))
    return f"{code - 0x2488 + 1}." if code >= 0x2488 else f"（{code - 0x2474 + 1}）"


def mark_behind_chinese(reading: Reading) -> Iterator[Hit]:
    """NUM-013: 一. 一， 一： where 、 belongs."""
    for one in numbered(reading):
        if one.typed and one.typed.form in LOOSE_CHINESE:
            start, end = label_span(one.one)
            numeral = one.typed.raw.rstrip(".．，,：: \u3000\t")
            blank = len(one.one.text[end:]) - len(one.one.text[end:].lstrip())
            yield Hit(one.at, start, end + blank, {}, numeral + "、")


def counted_twice(reading: Reading) -> Iterator[Hit]:
    """NUM-015: an automatic number and a typed one in the same paragraph."""
    for at, one in enumerate(reading.passages):
        automatic = automatic_number(reading, one)
        typed = read(one.text.lstrip()) if automatic and one.zone in (HEADING, ITEM) else None
        if typed and typed.sure == SURE:
            start = len(one.text) - len(one.text.lstrip())
            yield Hit(at, start, start + len(typed.raw), {"label": automatic}, "", sure=False)


def decimal(reading: Reading) -> Iterator[Hit]:
    """NUM-016: 1.1, 1.2.1, which technical papers count by; an attachment may be one."""
    for one in numbered(reading):
        if one.typed and one.typed.form.startswith("1.1") and not one.one.attachment:
            start, end = label_span(one.one)
            yield Hit(one.at, start, end)


def odd_numeral(reading: Reading) -> Iterator[Hit]:
    """NUM-017: 一十一、 廿、"""
    for one in numbered(reading):
        start, end = label_span(one.one)
        raw = one.one.text[start:end]
        odd = pattern(r"[一二三四五六七八九十百零〇两廿卅]+").search(raw) if one.typed else None
        if odd and ODD_NUMERAL.search(odd[0]) and one.typed:
            right = numerals.chinese(one.typed.numeral)
            if right != odd[0]:
                yield Hit(one.at, start + odd.start(), start + odd.end(), {}, right)


def without_text(reading: Reading) -> Iterator[Hit]:
    """NUM-021: a number with nothing behind it; in tables numbers stand alone."""
    for at, one in enumerate(reading.passages):
        following = reading.passages[at + 1] if at + 1 < len(reading.passages) else None
        if one.zone == CELL or (following and following.joined):
            continue
        if found := EMPTY.fullmatch(one.text):
            yield Hit(at, found.start(1), found.end(1))


RULES = {
    "NUM-001": without_mark,
    "NUM-002": comma_behind_figure,
    "NUM-003": mark_behind_bracket,
    "NUM-010": two_forms,
    "NUM-011": half_width_brackets,
    "NUM-012": compatible_characters,
    "NUM-013": mark_behind_chinese,
    "NUM-015": counted_twice,
    "NUM-016": decimal,
    "NUM-017": odd_numeral,
    "NUM-021": without_text,
}
