"""Step: headings without a number, known by their words (指导思想：), what stands below, or their style."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from typing import NamedTuple

from docgen.document import LAYERS
from docgen.patterns import pattern
from docgen.recognise.labels import STAGE, Typed
from docgen.recognise.marks import DATE, bare, is_organ
from docgen.recognise.names import names
from docgen.recognise.rows import Row
from docgen.recognise.sheet import Sheet, line_rows, plain
from docgen.recognise.splits import split
from docgen.recognise.words import one_of, words

LONGEST_STOCK = 14
LONGEST_NAME = 24
LONGEST_STYLED = 60
SHORTEST_BODY = 15
SERIES = pattern(
    r"(?:(?:[一二三四五六七八九十]{1,2}|[0-9]{1,2})月份?|(?:周|星期)[一二三四五六日天]|第[一二三四五六七八九十0-9]{1,3}周)"
    r"(?:工作|安排|工作安排|重点工作)?(?:[（(][^（()）]{1,24}[)）])?[：:]?"
)
"""A month, a day of the week, a week: headings where several stand in a text."""
TEXT_ENDS = "。；;！!，,、"


class _Facts(NamedTuple):
    """What holds of the whole text: by how much the levels of styles exceed the layers; that bold lines
    mean something; that no heading has a number, or none of the first two layers; that months or days of
    the week come in a series; how many names with a colon stand over a list; how many of the usual names
    stand alone; the indices at which a new top begins."""

    levels: int
    bold: bool
    without: bool
    without_top: bool
    series: bool
    lists: int
    stock: int
    tops: tuple[int, ...]


def find(sheet: Sheet) -> dict[int, int]:
    """The layers of headings without a number, by the index of their row."""
    facts = _facts(sheet)
    above: dict[int, int] = {}
    found: dict[int, int] = {}
    series = 0
    for index, row in list(line_rows(sheet)):
        if index in sheet.segments:
            above, series = {}, 0
        typed = sheet.labels.get(index)
        if typed:
            _pass(above, typed)
        elif row.line.level and len(row.text) <= LONGEST_STYLED:
            found[index] = min(max(1, row.line.level - facts.levels), LAYERS)
        elif facts.series and SERIES.fullmatch(row.text) and _something_below(sheet, index):
            series = found[index] = series or _layer(sheet, index, above, facts)
        elif _is_heading(sheet, index, row, facts):
            found[index] = _layer(sheet, index, above, facts)
    return found


def _facts(sheet: Sheet) -> _Facts:
    rows = [row for _index, row in line_rows(sheet)]
    layers = {typed.layer for typed in sheet.labels.values()}
    tops = {index for index, typed in sheet.labels.items() if typed.layer == 1} | sheet.segments
    return _Facts(
        _levels(sheet),
        0 < sum(row.line.strong for row in rows) <= len(rows) * 0.5,
        not layers & {1, 2, 3, 4, STAGE},
        not layers & {1, 2},
        sum(SERIES.fullmatch(row.text) is not None for row in rows) > 1,
        sum(_is_name_over_a_list(sheet, index, row) for index, row in line_rows(sheet)),
        sum(_is_stock_name(row.text) for index, row in line_rows(sheet) if index not in sheet.labels),
        tuple(sorted(tops)),
    )


def _levels(sheet: Sheet) -> int:
    """By how much the levels of styles exceed the layers: 1 where the title has level 1."""
    told = Counter(
        row.line.level - typed.layer
        for index, row in line_rows(sheet)
        if (typed := sheet.labels.get(index)) and row.line.level and typed.layer > 0
    )
    if told:
        return max(0, told.most_common(1)[0][0])
    title = [row.line.level for index in sheet.title if isinstance(row := sheet.rows[index], Row)]
    return 1 if 1 in title else 0


def _pass(above: dict[int, int], typed: Typed) -> None:
    """Keeps in `above` the last number of each layer that is open."""
    if typed.layer > 0:
        for layer in [layer for layer in above if layer > typed.layer]:
            del above[layer]
        above[typed.layer] = typed.numeral


def _is_heading(sheet: Sheet, index: int, row: Row, facts: _Facts) -> bool:
    text = row.text
    if _is_stock(sheet, index, text, facts):
        return True
    if not _may_be_name(text) or (is_organ(text) and not facts.without) or index + 1 >= len(sheet.rows):
        return False
    if facts.bold and row.line.strong and text[-1] not in "：:":
        return _something_below(sheet, index)
    if _is_over_a_list(sheet, index):
        # A single line with a colon may as well lead in to the list below it.
        return _begins_anew(sheet, index) and (facts.lists > 1 or text[-1] not in "：:")
    return facts.without and text[-1] not in "：:" and _text_below(sheet, index)


def _is_over_a_list(sheet: Sheet, index: int) -> bool:
    below = sheet.labels.get(index + 1)
    return below is not None and below.numeral == 1 and below.layer >= 2


def _is_name_over_a_list(sheet: Sheet, index: int, row: Row) -> bool:
    if index in sheet.labels or not row.text.endswith(("：", ":")):
        return False
    return _is_over_a_list(sheet, index) and _may_be_name(row.text) and _begins_anew(sheet, index)


def _may_be_name(text: str) -> bool:
    """Whether a line is short and no sentence, date, note in brackets or lead to what follows."""
    if text.startswith(("（", "(")) and text.endswith(("）", ")")):
        return False
    if not 2 <= len(text) <= LONGEST_NAME or text[-1] in TEXT_ENDS or any(mark in text for mark in "。；"):
        return False
    if DATE.fullmatch(text) or _leads_in(text) or len(names(text)) > 1:
        return False
    return re.search("[\u4e00-\u9fff]{2}", text) is not None


def _leads_in(text: str) -> bool:
    return re.search(one_of("引话") + "|" + "[几一二三四五六七八九十][个项点条方种]", text) is not None


def _is_stock(sheet: Sheet, index: int, text: str, facts: _Facts) -> bool:
    """Whether a line is one of the usual names of headings, alone or with its text run in."""
    if _is_stock_name(text):
        return _something_below(sheet, index) and (facts.stock > 1 or not _is_over_the_top(sheet, index))
    parted = split(text) if facts.without_top else None
    return (
        parted is not None
        and parted.end in "：:"
        and bare(parted.head) in words("标题名")
        and len(parted.body) >= SHORTEST_BODY
    )


def _is_stock_name(text: str) -> bool:
    return len(text) <= LONGEST_STOCK and bare(text) in words("标题名")


def _is_over_the_top(sheet: Sheet, index: int) -> bool:
    """Whether 一、 follows: a single name over it leads in to what the paper has, as 活动内容： does."""
    below = sheet.labels.get(index + 1)
    return below is not None and (below.layer, below.numeral) == (1, 1)


def _something_below(sheet: Sheet, index: int) -> bool:
    """Whether text, a number, a table or a list follows."""
    if index + 1 >= len(sheet.rows) or index + 1 in sheet.segments:
        return False
    parts = sheet.parts.get(index + 1)
    if parts is None:
        return True
    return any(part.type != "note" or part.note in ("caption", "unit", "group") for part in parts)


def _begins_anew(sheet: Sheet, index: int) -> bool:
    """Whether the line stands between two lists, or first under a heading, and is not text itself."""
    if index - 1 in sheet.labels:
        return True
    above = sheet.rows[index - 1] if index else None
    return isinstance(above, Row) and above.text[-1:] in "。：:；"


def _text_below(sheet: Sheet, index: int) -> bool:
    row = plain(sheet, index + 1)
    return row is not None and (len(row.text) >= 30 or row.text[-1:] in "。；")


def _layer(sheet: Sheet, index: int, above: dict[int, int], facts: _Facts) -> int:
    """The layer of a heading without a number, from what is open above and what follows."""
    row = sheet.rows[index]
    below = sheet.labels.get(index + 1)
    if not above:
        return 1
    if isinstance(row, Row) and bare(row.text) in words("标题名") and _has_room(sheet, index, above, facts):
        return 1
    deepest = below.layer if below and below.layer > 0 else LAYERS
    open_layers = [layer for layer in above if layer < deepest]
    return max(1, min(min(open_layers) + 1, deepest - 1, LAYERS)) if open_layers else 1


def _has_room(sheet: Sheet, index: int, above: dict[int, int], facts: _Facts) -> bool:
    """Whether the next number of the first layer leaves room for this heading, or there is none."""
    if 1 not in above:
        return False
    at = bisect_right(facts.tops, index)
    following = sheet.labels.get(facts.tops[at]) if at < len(facts.tops) else None
    return following is None or following.layer != 1 or following.numeral > above[1] + 1
