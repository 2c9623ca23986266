"""The order of numbers: gaps, doubles, mixed forms, skipped layers (GB/T 9704 7.3.3, GB/T 15834 B.3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from docgen import numerals
from docgen.lint.inline import broken_chains
from docgen.lint.reading import BODY, CELL, HEADING, ITEM, Hit, Reading
from docgen.lint.seen import seen
from docgen.lint.siblings import Numbered, Siblings, counted, label_span, siblings
from docgen.patterns import pattern

ANNOUNCED = pattern(
    r"(?P<count>[两二三四五六七八九十]{1,2}|[2-9]|1[0-9])(?:个|大)?(?:方面|项|点|条|件|步|阶段)"
    r"(?=的?(?:工作|任务|措施|要求|行动|工程|制度|机制|目标|重点|保障|实事|内容|意见|原则|举措|[：:。]|$))"
)
CONTINUED = pattern("续表|续上|接上")
MANY = 12
BRACKETED, RINGED = 4, 5


class Step(NamedTuple):
    """A member whose number does not follow the one before, the headings without a number between them
    counted or not: `wanted` is the number that would."""

    member: Numbered
    before: int
    wanted: int


def _steps(reading: Reading) -> Iterator[Step]:
    continuous = reading.recognised.continuous if reading.recognised else ()
    for group in siblings(reading):
        members = counted(group)
        if any(one.foreign for one in members) or len(members) < len(group.members):
            continue
        before = group.follows if group.layer in continuous else 0
        for one in members:
            if one.one.numeral not in (before + 1, before + 1 + one.silent):
                yield Step(one, before, before + 1)
            before = one.one.numeral


def _told(step: Step) -> Hit:
    start, end = label_span(step.member.one)
    return Hit(step.member.at, start, end, {"wanted": str(step.wanted), "before": str(step.before)})


def gap(reading: Reading) -> Iterator[Hit]:
    """NUM-004: 1. 2. 4."""
    for step in _steps(reading):
        if step.before and step.member.one.numeral > step.wanted:
            yield _told(step)


def double(reading: Reading) -> Iterator[Hit]:
    """NUM-005: 1. 2. 2."""
    for step in _steps(reading):
        if step.before and step.member.one.numeral == step.before:
            yield _told(step)


def first(reading: Reading) -> Iterator[Hit]:
    """NUM-006: a sequence that begins with （二）; one may go on from another table or list."""
    for step in _steps(reading):
        above = reading.passages[step.member.at - 1].text if step.member.at else ""
        if not step.before and not CONTINUED.search(above):
            yield _told(step)


def out_of_order(reading: Reading) -> Iterator[Hit]:
    """NUM-007: 1. 3. 2."""
    for step in _steps(reading):
        if step.before and 1 < step.member.one.numeral < step.before:
            yield _told(step)


def skipped_layer(reading: Reading) -> Iterator[Hit]:
    """NUM-008: （1） right below 一、, or （一） in a paper that has no 一、, told at the first of its
    siblings. From 一、 to 1. is allowed."""
    groups = sorted(siblings(reading), key=lambda group: group.members[0].at)
    top = {group.members[0].one.attachment for group in groups if group.layer == 1}
    unnumbered = {one.attachment for one in reading.passages if one.zone == HEADING and one.layer == 1}
    for group in groups:
        one = group.members[0]
        if not one.typed or one.typed.layer != group.layer:
            continue
        parent = reading.passages[group.parent].layer if group.parent >= 0 else 0
        bottom = group.layer >= BRACKETED and parent == 1
        headless = group.layer == 2 and one.one.attachment not in top | unnumbered and len(group.members) > 1
        if bottom or headless:
            yield Hit(one.at, *label_span(one.one))


def mixed(reading: Reading) -> Iterator[Hit]:
    """NUM-009: 第一阶段 before （二）, 四、 between 三是 and 五是, in a paragraph too."""
    for group in siblings(reading):
        yield from _strangers(group)
    for at, text in seen(reading, only=(BODY, ITEM, HEADING, CELL)):
        for odd in broken_chains(text):
            if odd.form_differs:
                yield Hit(at, odd.start, odd.end)


def _strangers(group: Siblings) -> Iterator[Hit]:
    members = [one for one in group.members if one.typed]
    own = [one for one in members if one.typed and one.typed.layer == group.layer]
    for one in members:
        if one not in own and len(own) >= max(2, len(members) - len(own)):
            start, end = label_span(one.one)
            yield Hit(one.at, start, end)


def only_child(reading: Reading) -> Iterator[Hit]:
    """NUM-014: 1. without 2."""
    for group in siblings(reading):
        one = group.members[0]
        if len(group.members) == 1 and group.layer > 1 and one.one.numeral == 1 and one.one.typed:
            start, end = label_span(one.one)
            yield Hit(one.at, start, end)


def too_deep(reading: Reading) -> Iterator[Hit]:
    """NUM-018: （1） below ①."""
    above: Numbered | None = None
    open_brackets = False
    for one in sorted((one for group in siblings(reading) for one in group.members), key=lambda one: one.at):
        layer = one.typed.layer if one.typed else one.one.layer
        below_ring = above is not None and above.typed is not None and above.typed.layer == RINGED
        if below_ring and layer == BRACKETED and one.one.numeral == 1 and not open_brackets:
            start, end = label_span(one.one)
            yield Hit(one.at, start, end)
        open_brackets = layer == BRACKETED or (open_brackets and layer == RINGED)
        above = one


def narrative(reading: Reading) -> Iterator[Hit]:
    """NUM-019: 一是 二是 四是 in a paragraph, or over several."""
    for at, text in seen(reading, only=(BODY, ITEM, HEADING, CELL)):
        for odd in broken_chains(text):
            if odd.narrative and not odd.form_differs:
                yield Hit(at, odd.start, odd.end, {"wanted": odd.wanted})


def announced(reading: Reading) -> Iterator[Hit]:
    """NUM-020: a heading or lead that announces another number of points than follow; what stands in
    quotation marks is a name."""
    for group in siblings(reading):
        count = len(group.members)
        if group.parent < 0 or count < 2 or group.members[-1].one.numeral != count:
            continue
        at = group.members[0].at - 1
        for place in dict.fromkeys((at, group.parent)):
            lead = reading.passages[place]
            if lead.zone not in (BODY, HEADING) or (
                place != group.parent and not lead.text.rstrip().endswith(("：", ":"))
            ):
                continue
            text = lead.text[: lead.head_end or None]
            found = list(ANNOUNCED.finditer(text))
            if len(found) == 1 and not _quoted(text, found[0].start()) and _count(found[0]["count"]) != count:
                values = {"said": found[0][0], "count": str(count)}
                yield Hit(place, found[0].start(), found[0].end(), values)
                break


def _quoted(text: str, at: int) -> bool:
    return text.count("“", 0, at) > text.count("”", 0, at)


def _count(words: str) -> int:
    return int(words) if words.isdecimal() else numerals.value(words)


def long_list(reading: Reading) -> Iterator[Hit]:
    """NUM-022: more than twelve items that nothing groups."""
    for group in siblings(reading):
        items = [one for one in group.members if one.one.zone == ITEM]
        if len(items) == len(group.members) > MANY:
            start, end = label_span(items[0].one) if items[0].typed else (0, 0)
            yield Hit(items[0].at, start, end, {"count": str(len(items))})


RULES = {
    "NUM-004": gap,
    "NUM-005": double,
    "NUM-006": first,
    "NUM-007": out_of_order,
    "NUM-008": skipped_layer,
    "NUM-009": mixed,
    "NUM-014": only_child,
    "NUM-018": too_deep,
    "NUM-019": narrative,
    "NUM-020": announced,
    "NUM-022": long_list,
}
