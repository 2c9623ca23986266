"""From when to when: spans reversed; stages that overlap, leave days out, or go beyond the whole."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from docgen.lint.days import Span, day_of, spans
from docgen.lint.period import Period, period
from docgen.lint.reading import BODY, HEADING, ITEM, Hit, Reading
from docgen.lint.seen import seen
from docgen.patterns import pattern

RUNNING = (HEADING, BODY, ITEM)
STAGE = pattern(
    r"第[一二三四五六七八九]阶段|[\u4e00-\u9fff、]{2,10}(?<!教育)(?<!学前)(?<!小学)(?<!初中)(?<!高中)阶段"
)
STEPS = pattern("步骤|阶段安排|进度安排|时间安排|工作进度|实施进度")
OVERALL = pattern(r"(?:实施|活动|工作|整治|创建|行动|开展)(?:时间|周期|期限|起止时间)(?:为|是|[:：])")
HEAD = 40
"""Characters at the beginning of a passage that name a stage and its time."""
VACATIONS = ((7, 1, 8, 31), (1, 10, 2, 29))
DAY = timedelta(days=1)
WEEKEND = timedelta(days=2)


class Stage(NamedTuple):
    """A stage: its passage, the time it names (None: none that can be reckoned) and its days; `chain`
    counts the runs of stages that follow each other."""

    passage: int
    chain: int
    span: Span | None
    first: date | None
    last: date | None
    text: str = ""


def wrong_way(reading: Reading) -> Iterator[Hit]:
    """DAT-007: a span that ends before it begins; stages that overlap or leave days out between."""
    meant = period(reading)
    for at, text in seen(reading):
        for one in spans(text):
            if _is_reversed(one, meant):
                yield Hit(at, one.first.start, one.last.end, {"text": text[one.first.start : one.last.end]})
    yield from _apart(reading, meant)


def _is_reversed(one: Span, meant: Period | None) -> bool:
    first, last = one.first, one.last
    if one.next_year:
        return False
    if first.year and last.year:
        return (first.year, first.month) > (last.year, last.month) or (
            (first.year, first.month) == (last.year, last.month) and 0 < last.day < first.day
        )
    if first.month == last.month:
        return 0 < last.day < first.day
    whole_year = meant is not None and not meant.school and meant.first == meant.last
    return whole_year and first.month > last.month


def _apart(reading: Reading, meant: Period | None) -> Iterator[Hit]:
    """Neighbours in a chain of stages: the next one begins the day after."""
    before: Stage | None = None
    for one in _stages(reading, meant):
        if before and before.chain == one.chain and before.last and one.first and one.span and one.last:
            gap = one.first > before.last + DAY and not _vacation(before.last + DAY, one.first - DAY)
            overlap = one.first <= before.last and one.first <= one.last
            if gap or overlap:
                yield Hit(
                    one.passage,
                    one.span.first.start,
                    one.span.last.end,
                    {"text": f"{before.text}、{one.text}"},
                )
        before = one


def _vacation(first: date, last: date) -> bool:
    """Whether all days between lie in a vacation or are but a weekend."""
    if last - first <= WEEKEND:
        return True
    return any(
        (start, begin) <= (first.month, first.day) and (last.month, last.day) <= (end, until)
        for start, begin, end, until in VACATIONS
    )


def outside_whole(reading: Reading) -> Iterator[Hit]:
    """DAT-008: a stage outside of the time the paper says it takes as a whole."""
    meant = period(reading)
    whole = _whole(reading, meant)
    for one in _stages(reading, meant) if whole else ():
        if whole and one.span and one.first and one.last and (one.first < whole[0] or one.last > whole[1]):
            yield Hit(one.passage, one.span.first.start, one.span.last.end, {"text": one.text})


def _whole(reading: Reading, meant: Period | None) -> tuple[date, date] | None:
    """The time that the paper says it takes as a whole."""
    for _at, text in seen(reading, only=RUNNING):
        stated = OVERALL.search(text)
        one = next(spans(text[stated.start() : stated.end() + HEAD]), None) if stated else None
        first, last = (day_of(one.first, meant), day_of(one.last, meant)) if one else (None, None)
        if first and last:
            return first, last
    return None


def _stages(reading: Reading, meant: Period | None) -> Iterator[Stage]:
    """The stages of a paper: passages that begin with the name of one, and the parts of 实施步骤."""
    chain, steps = 0, 0
    for at, text in seen(reading, only=RUNNING):
        passage = reading.passages[at]
        head = text[: passage.head_end or HEAD]
        named = "阶段" in passage.label or STAGE.match(head, passage.start)
        if passage.zone == HEADING and (not steps or passage.layer <= steps):
            chain += not named
            steps = passage.layer if STEPS.search(head) else 0
        is_step = steps and passage.zone in (HEADING, ITEM) and passage.layer == steps + 1
        if is_step or named:
            one = next(spans(head), None)
            first, last = (day_of(one.first, meant), day_of(one.last, meant)) if one else (None, None)
            said = head[one.first.start : one.last.end] if one else ""
            yield Stage(at, chain, one, first, last, said)


RULES = {"DAT-007": wrong_way, "DAT-008": outside_whole}
