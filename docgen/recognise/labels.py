"""Typed numbers: which form a line begins with, and which number it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from docgen import numerals
from docgen.recognise.words import table

DECIMAL = "1.1"
SURE, LOOSE, BARE, KEPT = "sure", "loose", "bare", "kept"
CHINESE = "[一二三四五六七八九十百零〇两廿]{1,5}"
ARABIC = "[0-9０-９]{1,3}"
STAGE = -1
"""The layer of 第一阶段, which is that of its siblings."""


class Typed(NamedTuple):
    """A number at the beginning of a line: the name of its form, its layer (0 none, `STAGE`), its value,
    as typed, and how sure it is: `loose` forms and `kept` ones need a neighbour, `bare` figures one with
    a mark. `path` are the numbers of a decimal one: 2.1.3 is (2, 1, 3). `automatic` ones come from a word
    processor's list."""

    form: str
    layer: int
    numeral: int
    raw: str
    sure: str
    path: tuple[int, ...] = ()
    automatic: bool = False


class _Form(NamedTuple):
    name: str
    pattern: re.Pattern[str]
    layer: int
    numeral: Callable[[str], int]
    sure: str


def read(text: str) -> Typed | None:
    """The number that `text` begins with; None where it begins with none, or merely looks like it."""
    if not _forms()[1].match(text) or _traps().match(text):
        return None
    for form in _forms()[0]:
        found = form.pattern.match(text)
        if found:
            number = form.numeral(next(filter(None, found.groups())))
            if number:
                return _typed(form, number, found[0])
    return None


def stands_apart(cells: Sequence[str]) -> bool:
    """Whether of two pieces of a line the first is but the number of the second: 一、 and 工作目标."""
    typed = read("".join(cells)) if len(cells) == 2 and cells[1] else None
    return typed is not None and typed.sure == SURE and typed.raw.startswith(cells[0].strip())


def _typed(form: _Form, number: int, raw: str) -> Typed:
    if not form.name.startswith(DECIMAL):
        return Typed(form.name, form.layer, number, raw, form.sure)
    path = tuple(map(int, re.findall("[0-9０-９]+", raw)))
    return Typed(form.name, min(form.layer + len(path) - 2, 5), number, raw, form.sure, path)


@lru_cache(maxsize=1)
def _forms() -> tuple[tuple[_Form, ...], re.Pattern[str]]:
    forms = tuple(
        _Form(
            row["名称"],
            re.compile(row["样子"].replace("{汉}", CHINESE).replace("{数}", ARABIC)),
            row["层次"],
            NUMERALS[row["数字"]],
            row["把握"],
        )
        for row in table("labels")
    )
    first = re.compile(
        "[一二三四五六七八九十百零〇两廿第任行工专措步目活板主模项课环阶0-9０-９（(〔\u2460-\u249b\u2776-\u2789\u3220-\u3229\u3280-\u3289]"
    )
    return forms, first


@lru_cache(maxsize=1)
def _traps() -> re.Pattern[str]:
    return re.compile("|".join(table("words")["不是序号"]))


def _chinese(text: str) -> int:
    try:
        return numerals.value(text.replace("廿", "二十"))
    except ValueError:
        return 0


def _either(text: str) -> int:
    return int(text) if text.isdecimal() else _chinese(text)


def _behind(first: int) -> Callable[[str], int]:
    return lambda char: ord(char) - first + 1


NUMERALS: Mapping[str, Callable[[str], int]] = {
    "chinese": _chinese,
    "arabic": int,
    "either": _either,
    "circled": _behind(0x2460),
    "parenthesised": _behind(0x2474),
    "dotted": _behind(0x2488),
    "dark": _behind(0x2776),
    "sans": _behind(0x2780),
    "bracketed": _behind(0x3220),
    "ringed": _behind(0x3280),
}
