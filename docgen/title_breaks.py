"""Where a title may be broken, and where it is broken best.

A title is cut into words by forms and lists (`data/title.yaml`); every place between two characters
gets a price for breaking there; of all ways to break, the cheapest is taken, counted over its places
and its shape.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, combinations, pairwise
from typing import Any, NamedTuple

from docgen.resources import folder
from docgen.widths import size

MOST_LINES = 4
SHORT_BOOK_TITLE = 18
LONGEST_WORD = 12
NAMES = ("organ", "place")
BEFORE_NAMES = ("", "about", "verb", "link", "mark", "blank", "quoted", "organ")
ENDS = "（(》〉—　 "  # what may follow a 文种 that closes a title


class Rules(NamedTuple):
    """What `data/title.yaml` says: what is known by its form and what by a list, on what the names of
    organs end (单位结尾), the price of a break between two kinds of words (断点), what is added in special
    places (另加), the price of a shape (排列), and the price of what is never done (最高)."""

    forms: Mapping[str, re.Pattern[str]]
    lexicon: Mapping[str, str]
    endings: frozenset[str]
    gaps: tuple[tuple[str, str, float], ...]
    extra: Mapping[str, float]
    shapes: Mapping[str, float]
    never: float

    def between(self, before: str, after: str) -> float:
        return next(
            price for left, right, price in self.gaps if left in ("*", before) and right in ("*", after)
        )


class _Word(NamedTuple):
    kind: str
    text: str
    start: int


def best(title: str, width: int) -> tuple[int, ...]:
    """The places of `title` at which its lines of at most `width` begin, but for the first line's."""
    prices = _prices(title)
    return _shaped(title, prices, width) or _filled(title, prices, width)


@lru_cache(maxsize=1)
def rules() -> Rules:
    """The rules of `data/title.yaml`."""
    from docgen import data_files

    data = data_files.load(folder("data") / "title.yaml")
    gaps = tuple((before, after, price) for before, after, price in data["断点"])
    endings = frozenset(data["单位结尾"].split())
    return Rules(_forms(data), _lexicon(data), endings, gaps, data["另加"], data["排列"], data["最高"])


def _forms(data: Mapping[str, Any]) -> dict[str, re.Pattern[str]]:
    """What is known by its form, first match first."""
    letter = rf"(?:(?!关于|{_any(data['动词'])})[\u4e00-\u9fff])"
    ending = rf"(?:(?<!中)小学|(?!小学){_any(data['单位结尾'])})(?![生们园长服])"
    place = rf"(?!全){letter}{{1,3}}?(?:自治[州县]|[省市县区州旗镇乡])"
    figures = r"(?:\d{4}|[〇○零一二三四五六七八九]{4})"
    year = rf"{figures}(?:[—\-–～~至]{figures})?(?:学年度|学年|年度|年)?"
    part = r"(?:第?[一二三四\d](?:学期|季度)|[上下]学期|[上下]半年|[春秋]季学期|[春秋]季)?"
    month = r"(?:\d{1,2}月(?:\d{1,2}日|份|[上中下]旬)?)?"
    ordinal = r"第?[\d一二三四五六七八九十百]+(?:学期|季度|年级|[届次期批轮周月日季])"
    forms = {
        "quoted": r"《[^《》]+》",
        "bracket": r"（[^（）]+）|\([^()]+\)",
        "speech": r"“[^“”]+”",
        "dash": r"——",
        "range": r"[—\-–～~]",
        "date": rf"{year}{part}{month}|{ordinal}",
        "organ": rf"(?:^{letter}{{2,14}}?|{place}{letter}{{0,12}}?){ending}{_any(data['下属'])}*",
        "place": place,
        "figure": r"[A-Za-z0-9.%+/·]+",
        "blank": r"\s+",
        "mark": r"[、，：；。！？]",
    }
    return {kind: re.compile(form) for kind, form in forms.items()}


def _lexicon(data: Mapping[str, Any]) -> dict[str, str]:
    """The kind of each word of the lists; a list further down gives way to one further up."""
    lists = {"verb": "动词", "kind": "文种", "word": "词", "suffix": "后缀", "link": "连词", "prefix": "前缀"}
    found = {word: kind for kind in reversed(lists) for word in data[lists[kind]].split()}
    ends = {word: "suffix" for word in data["单位结尾"].split() if len(word) > 1}
    return {**ends, **found, "关于": "about", "的": "of"}


def _any(words: str) -> str:
    longest_first = sorted(set(words.split()), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, longest_first))})"


def _words(title: str) -> Iterator[_Word]:
    place, before = 0, ""
    while place < len(title):
        kind, end = _next(title, place, before)
        yield _Word(kind, title[place:end], place)
        place, before = end, kind


def _next(title: str, place: int, before: str) -> tuple[str, int]:
    """The kind and end of the word that begins at `place`, after a word of the kind `before`."""
    rule = rules()
    for kind, form in rule.forms.items():
        if kind in NAMES and before not in BEFORE_NAMES:
            continue
        if found := form.match(title, place):
            return kind, found.end()
    for end in range(min(len(title), place + LONGEST_WORD), place, -1):
        if kind := rule.lexicon.get(title[place:end], ""):
            inside = kind == "kind" and title[end : end + 1].strip(ENDS)
            return "word" if inside else kind, end
    return "other", place + 1


def _prices(title: str) -> list[float]:
    """The price of breaking before each character of `title`."""
    rule = rules()
    words = list(_words(title))
    prices = [rule.never] * len(title)
    run = 0
    for before, after in pairwise(words):
        run = run + 1 if before.kind == after.kind == "other" else 0
        pair = rule.extra["每两个生字"] if run and run % 2 == 0 else 0
        prices[after.start] = rule.between(before.kind, after.kind) + pair
    for word in words:
        if word.kind in ("quoted", "bracket", "speech"):
            _price_inside(word, prices)
    return prices


def _price_inside(word: _Word, prices: list[float]) -> None:
    """Prices the places between the marks of `word`: dear where it is short (§ 书名号 ≤ 18 字)."""
    rule = rules()
    long = len(word.text) - 2 > SHORT_BOOK_TITLE
    extra = rule.extra["长书名号之内" if long else "短书名号之内"]
    for place, price in enumerate(_prices(word.text[1:-1])):
        if place:
            prices[word.start + 1 + place] = min(price + extra, rule.never)


def _shaped(title: str, prices: list[float], width: int) -> tuple[int, ...]:
    """The cheapest breaks into two to four lines that fit; () where there are none."""
    rule = rules()
    places = [place for place, price in enumerate(prices) if price < rule.never]
    reach = [0.0, *accumulate(map(size, title))]
    fewest = math.ceil(reach[-1] / width)
    best: tuple[int, ...] = ()
    least = math.inf
    for count in range(fewest, min(fewest + 1, MOST_LINES) + 1):
        for breaks in combinations(places, count - 1):
            edges = [reach[place] for place in (0, *breaks, len(title))]
            sizes = [end - begin for begin, end in pairwise(edges)]
            if max(sizes) > width:
                continue
            price = sum(prices[place] for place in breaks) + _shape(sizes)
            price += (count - fewest) * rule.shapes["每多一行"]
            if price < least:
                best, least = breaks, price
    return best


def _shape(sizes: Sequence[float]) -> float:
    """The price of lines of these widths; none falls and then rises, none is as wide as the next."""
    shapes = rules().shapes
    steps = [after - before for before, after in pairwise(sizes)]
    rises = [step > 0 for step in steps]
    regular = min(map(abs, steps)) >= 1 and rises == sorted(rises, reverse=True)
    return (
        (0 if regular else shapes["不成梯形菱形"])
        + (shapes["末行太短"] if sizes[-1] < 3 else 0)
        + (shapes["首行太短"] if sizes[0] < 3 else 0)
        + (shapes["上短下长"] if rises[0] else 0)
        + shapes["相邻每差一字"] * sum(map(abs, steps))
    )


def _filled(title: str, prices: list[float], width: int) -> tuple[int, ...]:
    """Breaks for a title too long for a shape: every line as full as its words allow."""
    reach = [0.0, *accumulate(map(size, title))]
    breaks: list[int] = []
    begin = 0
    while reach[-1] - reach[begin] > width:
        fitting = [
            place
            for place in range(begin + 1, begin + 2 * width + 1)
            if place < len(title) and reach[place] - reach[begin] <= width
        ] or [begin + 1]
        begin = min(fitting, key=lambda place: prices[place] + width - (reach[place] - reach[begin]))
        breaks.append(begin)
    return tuple(breaks)
