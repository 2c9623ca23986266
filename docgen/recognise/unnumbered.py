"""Step: headings without a number, known by their words (指导思想：), what stands below, or their style."""

from __future__ import annotations

import re
from collections import Counter

from docgen.document import LAYERS
from docgen.recognise.labels import STAGE, Typed
from docgen.recognise.marks import DATE, bare, is_organ
from docgen.recognise.rows import Row
from docgen.recognise.sheet import Sheet, line_rows, plain
from docgen.recognise.splits import split
from docgen.recognise.words import one_of, words

LONGEST_STOCK = 14
LONGEST_NAME = 24
TEXT_ENDS = "。；;！!，,、"


def find(sheet: Sheet) -> dict[int, int]:
    """The layers of headings without a number, by the index of their row."""
    levels = _levels(sheet)
    bold = _bold_tells(sheet)
    without = _is_without_numbers(sheet)
    above: dict[int, int] = {}
    found: dict[int, int] = {}
    for index, row in list(line_rows(sheet)):
        if index in sheet.segments:
            above = {}
        typed = sheet.labels.get(index)
        if typed:
            _pass(above, typed)
        elif row.line.level and len(row.text) <= 60:
            found[index] = min(max(1, row.line.level - levels), LAYERS)
        elif _is_heading(sheet, index, row, bold, without):
            found[index] = _layer(sheet, index, above)
    return found


def _pass(above: dict[int, int], typed: Typed) -> None:
    """Keeps in `above` the last number of each layer that is open."""
    if typed.layer > 0:
        for layer in [layer for layer in above if layer > typed.layer]:
            del above[layer]
        above[typed.layer] = typed.numeral


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


def _bold_tells(sheet: Sheet) -> bool:
    """Whether bold lines are the exception, so that they mean something."""
    rows = [row for _index, row in line_rows(sheet)]
    return 0 < sum(row.line.strong for row in rows) <= len(rows) * 0.5


def _is_without_numbers(sheet: Sheet) -> bool:
    """Whether the text has no numbered headings at all."""
    return not any(0 < typed.layer <= 4 or typed.layer == STAGE for typed in sheet.labels.values())


def _is_heading(sheet: Sheet, index: int, row: Row, bold: bool, without: bool) -> bool:
    text = row.text
    if _is_stock(sheet, index, text):
        return True
    if not _may_be_name(text) or (is_organ(text) and not without) or index + 1 >= len(sheet.rows):
        return False
    if bold and row.line.strong and text[-1] not in "：:":
        return _something_below(sheet, index)
    below = sheet.labels.get(index + 1)
    if below and below.numeral == 1 and below.layer >= 2:
        return _begins_anew(sheet, index)
    return without and text[-1] not in "：:" and _text_below(sheet, index)


def _may_be_name(text: str) -> bool:
    """Whether a line is short and no sentence, date or lead to what follows."""
    if not 2 <= len(text) <= LONGEST_NAME or text[-1] in TEXT_ENDS or any(mark in text for mark in "。；"):
        return False
    if DATE.fullmatch(text) or _leads_in(text):
        return False
    return re.search("[\u4e00-\u9fff]{2}", text) is not None


def _leads_in(text: str) -> bool:
    return re.search(one_of("引话") + "|" + "[几一二三四五六七八九十][个项点条方种]", text) is not None


def _is_stock(sheet: Sheet, index: int, text: str) -> bool:
    """Whether a line is one of the usual names of headings, alone or with its text run in."""
    if len(text) <= LONGEST_STOCK and bare(text) in words("标题名"):
        return _something_below(sheet, index)
    parted = split(text)
    if parted and parted.end in "：:" and bare(parted.head) in words("标题名") and len(parted.body) >= 15:
        return _no_layer_one(sheet)
    return False


def _no_layer_one(sheet: Sheet) -> bool:
    return not any(typed.layer in (1, 2) for typed in sheet.labels.values())


def _something_below(sheet: Sheet, index: int) -> bool:
    """Whether text, a number, a table or a list follows."""
    if index + 1 >= len(sheet.rows) or index + 1 in sheet.segments:
        return False
    parts = sheet.parts.get(index + 1)
    return parts is None or any(
        part.type != "note" or part.note in ("caption", "unit", "group") for part in parts
    )


def _begins_anew(sheet: Sheet, index: int) -> bool:
    """Whether the line stands between two lists, or first under a heading, and is not text itself."""
    above = sheet.rows[index - 1] if index else None
    if not isinstance(above, Row) or index - 1 not in sheet.labels:
        return isinstance(above, Row) and above.text[-1:] in "。：:；"
    return True


def _text_below(sheet: Sheet, index: int) -> bool:
    row = plain(sheet, index + 1)
    return row is not None and (len(row.text) >= 30 or row.text[-1:] in "。；")


def _layer(sheet: Sheet, index: int, above: dict[int, int]) -> int:
    """The layer of a heading without a number, from what is open above and what follows."""
    below = next(
        (typed for at in range(index + 1, min(index + 40, len(sheet.rows)))
         if (typed := sheet.labels.get(at)) and typed.layer > 0),
        None,
    )  # fmt: skip
    if not above:
        return 1
    if bare(_text(sheet, index)) in words("标题名") and 1 in above and _closes_gap(sheet, index, above[1]):
        return 1
    deepest = below.layer if below and sheet.labels.get(index + 1) is below else LAYERS
    if deepest <= 1:
        return 1
    open_layers = [layer for layer in above if layer < deepest]
    if not open_layers:
        return 1
    return min(min(open_layers) + 1, deepest - 1 if deepest > 1 else 1, LAYERS)


def _text(sheet: Sheet, index: int) -> str:
    row = sheet.rows[index]
    return row.text if isinstance(row, Row) else ""


def _closes_gap(sheet: Sheet, index: int, number: int) -> bool:
    """Whether the next heading of layer 1 leaves room for this one, or there is none."""
    for at in range(index + 1, len(sheet.rows)):
        if at in sheet.segments:
            return True
        typed = sheet.labels.get(at)
        if typed and typed.layer == 1:
            return typed.numeral > number + 1
    return True
