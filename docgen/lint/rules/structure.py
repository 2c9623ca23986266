"""What a paper of its kind has to have, and what its sections say of each other."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.i18n import _
from docgen.lint.data import listed, table
from docgen.lint.period import period, title
from docgen.lint.reading import (
    ADDRESSEE,
    ANNOTATION,
    BODY,
    CELL,
    COLOPHON,
    HEADING,
    ITEM,
    LETTERHEAD,
    REMARK,
    SIGNATURE,
    TITLE,
    Hit,
    Reading,
)
from docgen.numerals import value
from docgen.patterns import pattern

OFFICIAL = pattern(r"^.*关于.+的?(?P<kind>通知|请示|报告|函|批复|通报|意见|决定)(?:（[^）]*）)?$")
ADDRESSED = ("通知", "请示", "报告", "函", "批复")
SIGNED = ("通知", "请示", "报告", "函", "批复", "通报", "决定")
REQUEST = pattern("[妥当]否，?请(?:批示|审批|批准|审核批准|审议|予审批|批复)|请予批准|请批示|请审批")
OPENING = pattern("现(?:将|就)[^。]{0,60}(?:通知|通报|通告|公告)如下")
CLOSING = pattern(r"特此(?P<kind>通知|通报|通告|公告)[。！]?")
STAGE = pattern(r"第(?P<number>[一二三四五六七八九十]{1,2})阶段")
LONGEST = 80
"""Characters of a 主送 that is not closed."""
AIMS = pattern("目标$|目标任务$|预期成果$")
YEARS = pattern(r"20[0-9*xX×]{2}|[xX*×]{2,4}年")
TIMED_KINDS = pattern("计划$|总结$|要点$|行事历$|校历$")


def sections(reading: Reading) -> Iterator[Hit]:
    """STR-001: a section that the kind of paper has to have is missing. Plans are told so by their
    template."""
    if reading.plan is not None:
        return
    wanted = table("structure")["章节"].get(reading.kind)
    heads = [one.text for one in reading.passages if one.zone in (HEADING, ITEM) and not one.attachment]
    if not wanted or len(heads) < 3:
        return
    # a heading or a sentence that begins with one names the section
    leads = heads + [one.text[:20] for one in reading.passages if one.zone == BODY and not one.attachment]
    for row in wanted:
        words = pattern("|".join(map(str, row["词"])))
        if not any(words.search(head) for head in leads):
            yield Hit(-1, values={"name": str(row["名"]), "kind": reading.kind})


def signature(reading: Reading) -> Iterator[Hit]:
    """STR-002: a paper of a kind that is signed has no organ, or no date, at its end."""
    kind = OFFICIAL.match(title(reading))
    if reading.plan is not None or not kind or kind["kind"] not in SIGNED:
        return
    lines = [one.text.strip() for one in reading.passages if one.zone == SIGNATURE]
    dated = [line for line in lines if pattern(r"[年月日]|[0-9]{4}").search(line)]
    named = [
        line
        for line in lines
        if line not in dated
        or not pattern(r"[\s0-9〇○零一二三四五六七八九十*xX×年月日.\-/]+").fullmatch(line)
    ]
    has_mark = any(one.zone == LETTERHEAD for one in reading.passages)
    if not dated:
        yield Hit(-1, values={"what": _("成文日期")})
    if not named and not has_mark:
        yield Hit(-1, values={"what": _("署名")})


def addressee(reading: Reading) -> Iterator[Hit]:
    """STR-010: no 主送 in a paper that has to have one, or one that does not end with a full-width ：."""
    for at, one in enumerate(reading.passages):
        if one.zone == ADDRESSEE and not one.attachment:
            text = one.text.rstrip()
            if text.endswith(":"):
                yield Hit(at, len(text) - 1, len(text), _not_closed(), "：")
            return
    kind = OFFICIAL.match(title(reading))
    if reading.plan is None and kind and kind["kind"] in ADDRESSED:
        yield from _missing_addressee(reading)


def _missing_addressee(reading: Reading) -> Iterator[Hit]:
    """The first line of the text where it looks like a 主送 that is not closed, else the text as a whole."""
    if any(one.zone in (COLOPHON, CELL) and one.text.startswith("主送") for one in reading.passages):
        return
    above = (TITLE, LETTERHEAD, ANNOTATION, REMARK)
    at, one = next(
        ((at, one) for at, one in enumerate(reading.passages) if one.zone not in above), (-1, None)
    )
    if one is None or one.attachment:
        return
    text = one.text.rstrip()
    if text.endswith("：") and "。" not in text and "如下" not in text:
        return  # it is there, whatever it was taken for
    if one.zone == BODY and len(text) <= LONGEST and listed("addressees").search(text.rstrip(":")):
        last = "" if text.endswith(":") else text[-1]
        yield Hit(at, len(text) - 1, len(text), _not_closed(), last + "：")
    else:
        yield Hit(-1, values={"what": _("没有写")})


def _not_closed() -> dict[str, str]:
    return {"what": _("的末尾不是全角冒号")}


def closing(reading: Reading) -> Iterator[Hit]:
    """STR-008: a report that asks for approval, a request that does not."""
    named = OFFICIAL.match(title(reading))
    kind = named["kind"] if named else ""
    if reading.plan is not None or kind not in ("报告", "请示"):
        return
    asked = False
    for at, one in enumerate(reading.passages):
        if one.zone in (BODY, ITEM) and not one.attachment and (found := REQUEST.search(one.text)):
            asked = True
            if kind == "报告":
                yield Hit(at, found.start(), found.end(), {"what": _("报告里有请示的话"), "text": found[0]})
    if kind == "请示" and not asked:
        yield Hit(-1, values={"what": _("请示没有请求批示的话")})


def closed_twice(reading: Reading) -> Iterator[Hit]:
    """STR-009: 现将……通知如下 and 特此通知 in one paper."""
    opened: set[int] = set()
    for at, one in enumerate(reading.passages):
        if one.zone not in (BODY, ITEM):
            continue
        if OPENING.search(one.text):
            opened.add(one.attachment)
        found = CLOSING.search(one.text)
        if found and one.attachment in opened:
            yield Hit(at, found.start(), found.end(), {"text": found[0]})


def stages(reading: Reading) -> Iterator[Hit]:
    """STR-006: 第一阶段 without 第二阶段, 第三阶段 without the one before."""
    places: dict[int, dict[int, tuple[int, int, int]]] = {}
    for at, one in enumerate(reading.passages):
        for found in STAGE.finditer(one.text) if one.zone != TITLE else ():
            numbers = places.setdefault(one.attachment, {})
            numbers.setdefault(value(found["number"]), (at, found.start(), found.end()))
    for numbers in places.values():
        last = max(numbers)
        missing = [number for number in range(1, max(2, last) + 1) if number not in numbers]
        starts = any(start <= reading.passages[at].start + 2 for at, start, _end in numbers.values())
        if missing and starts:
            at, start, end = numbers[min(numbers)] if last == 1 else numbers[last]
            yield Hit(at, start, end, {"number": _ordinal(missing[0])})


def _ordinal(number: int) -> str:
    from docgen.numerals import chinese

    return f"第{chinese(number)}阶段"


def measures(reading: Reading) -> Iterator[Hit]:
    """STR-007: one aim among others that says no number, date or result, where the others do."""
    aims: list[int] = []
    inside = 0
    for at, one in enumerate(reading.passages):
        if one.zone == HEADING:
            yield from _without(reading, aims)
            aims, inside = [], 0
            if AIMS.search(one.text.rstrip("。：: ")):
                inside = 1
        elif one.zone == ITEM and inside:
            aims.append(at)
    yield from _without(reading, aims)


def _without(reading: Reading, aims: list[int]) -> Iterator[Hit]:
    closed = [at for at in aims if reading.passages[at].text.rstrip().endswith(("。", "；"))]
    if len(closed) < len(aims):
        return
    words = {at: reading.passages[at].text[reading.passages[at].start :] for at in aims}
    bare = [at for at in aims if not listed("results").search(words[at])]
    if len(aims) >= 4 and len(bare) == 1:
        yield Hit(bare[0], reading.passages[bare[0]].start, len(reading.passages[bare[0]].text), {})


def no_period(reading: Reading) -> Iterator[Hit]:
    """STR-011: a plan that nowhere says which year it is for."""
    if reading.plan is not None or not TIMED_KINDS.search(reading.kind) or period(reading):
        return
    if not any(YEARS.search(one.text) for one in reading.passages if one.zone != CELL):
        yield Hit(-1, values={})


RULES = {
    "STR-001": sections,
    "STR-002": signature,
    "STR-006": stages,
    "STR-007": measures,
    "STR-008": closing,
    "STR-009": closed_twice,
    "STR-010": addressee,
    "STR-011": no_period,
}
