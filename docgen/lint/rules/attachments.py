"""Attachments: the list of their names, the marks over their pages, and what the text says of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from docgen.i18n import _
from docgen.lint.period import title
from docgen.lint.reading import ATTACHMENT_NOTE, BODY, CELL, HEADING, ITEM, Hit, Passage, Reading
from docgen.lint.seen import found
from docgen.numerals import value
from docgen.patterns import pattern

REFERENCE = pattern(
    r"(?:见|按照?|填写|填报|参照|详见)[（(“]?附件(?P<number>[1-9][0-9]?|[一二三四五六七八九十])(?![0-9万千元份年月])|[（(]附件(?P<second>[1-9][0-9]?)[）)]"
)
ENTRY = pattern(
    r"^\s*(?:附件\s*(?P<mark>[:：]?)\s*)?(?:(?P<number>[0-9]{1,2}|[一二三四五六七八九十]{1,2})\s*(?P<dot>[.．、:：]))?\s*(?P<name>.*?)\s*$"
)
MARK = pattern(
    r"^(?:\s|\S{2,20}号\s*)*附\s*件?\s*(?P<number>[0-9]{0,2}|[一二三四五六七八九十]{1,2})(?P<colon>\s*[:：]?)\s*$"
)
CHINESE_ENTRY = pattern(r"^\s*附件?\s*(?P<number>[一二三四五六七八九十]{1,2}|[0-9]{1,2})\s*[:：]\s*\S")
BARE = pattern(r"[\s《》“”〈〉（）()，。；：、:;,.]+")
END = pattern(r"(?<=[^（(\s])[。；;，,、.]+\s*$")
CARRIES = pattern(r"(?:印发|转发|批转|颁发)(?:《|〈)?(?P<name>.+?)(?:》|〉)?的?通知")
LONGEST = 60
"""Characters of a name of an attachment in the list."""
COUNTED = pattern(r"[0-9]+份")


class Listed(NamedTuple):
    """A name in the list of attachments: its passage, number, and where in the text it stands."""

    passage: int
    number: int
    name: str
    start: int
    end: int


def missing(reading: Reading) -> Iterator[Hit]:
    """REF-003: 见附件2 where there is no second one; of several, one the text never speaks of though it
    numbers the others."""
    names, marked = _listed(reading), _marks(reading)
    known = {one.number for one in names} | {number for _at, number in marked}
    named: set[int] = set()
    for at, one in found(reading, REFERENCE, only=(BODY, ITEM, CELL, HEADING)):
        number = _number(one["number"] or one["second"])
        named.add(number)
        if number not in known and not (number == 1 and len(names) == 1):
            values = {"number": str(number), "what": _("在文中提到，却没有这个附件")}
            yield Hit(at, one.start(), one.end(), values)
    if len(names) > 1 and len(named) > 1:
        for row in names:
            if row.number not in named:
                values = {"number": str(row.number), "what": _("没有在正文里提到")}
                yield Hit(row.passage, row.start, row.end, values, sure=False)


def differing(reading: Reading) -> Iterator[Hit]:
    """REF-004: a name in the list that is not the title over the attachment."""
    titles = _titles(reading)
    for one in _listed(reading):
        name, there = _same(one.name), _same(titles.get(one.number, ""))
        # of a title in several lines the first may be all that is known as one
        if there and not name.startswith(there) and not there.startswith(name):
            yield Hit(one.passage, one.start, one.end, {"name": one.name, "title": titles[one.number]})


def marks(reading: Reading) -> Iterator[Hit]:
    """REF-005: marks behind names and numbers of attachments where none belong: 附件1：, 名单。, 附件:."""
    for at, one in enumerate(reading.passages):
        unseen = one.zone == BODY and len(one.text) < LONGEST and CHINESE_ENTRY.match(one.text)
        if one.zone == ATTACHMENT_NOTE or unseen:
            yield from _in_list(at, one)
        elif one.role == "attachment_mark":
            found = MARK.match(one.text)
            if found and found["number"] and found["colon"].strip():
                yield Hit(at, found.start("colon"), found.end("colon"), {"text": one.text.strip()}, "")


def _in_list(at: int, one: Passage) -> Iterator[Hit]:
    wrong = CHINESE_ENTRY.match(one.text)
    if wrong:
        right = f"附件：{_number(wrong['number'])}."
        yield Hit(
            at,
            wrong.start() + len(wrong[0]) - len(wrong[0].lstrip()),
            wrong.end() - 1,
            {"text": one.text.strip()},
            right,
            sure=False,
        )
        return
    half = pattern(r"^\s*附件(?P<mark>:)").match(one.text)
    if half:
        yield Hit(at, half.start("mark"), half.end("mark"), {"text": one.text.strip()}, "：")
    end = END.search(one.text)
    entry = ENTRY.match(one.text)
    if end and entry and entry["name"]:
        yield Hit(at, end.start(), end.start() + len(end[0].rstrip()), {"text": one.text.strip()}, "")


def carried(reading: Reading) -> Iterator[Hit]:
    """REF-006: the paper that a notice issues (印发) in its list of attachments: it is none."""
    issued = CARRIES.search(title(reading))
    if issued:
        for one in _listed(reading):
            if _same(one.name) == _same(issued["name"]):
                yield Hit(one.passage, one.start, one.end, {"name": one.name})


def _listed(reading: Reading) -> list[Listed]:
    """The names in the list of attachments; a single one without a number is the first."""
    rows: list[Listed] = []
    for at, one in enumerate(reading.passages):
        entry = ENTRY.match(one.text) if one.zone == ATTACHMENT_NOTE else None
        if entry is None or not entry["name"] or COUNTED.fullmatch(entry["name"]):
            continue
        number = _number(entry["number"]) if entry["number"] else one.numeral or len(rows) + 1
        rows.append(
            Listed(at, number, entry["name"].rstrip("。；;，,、"), entry.start("name"), entry.end("name"))
        )
    return rows


def _marks(reading: Reading) -> list[tuple[int, int]]:
    """The attachments that follow, with the numbers their marks say."""
    rows = []
    for at, one in enumerate(reading.passages):
        if one.role == "attachment_mark" and (found := MARK.match(one.text)):
            rows.append((at, _number(found["number"]) if found["number"] else 1))
    count = max((one.attachment for one in reading.passages), default=0)
    return rows or [(0, number) for number in range(1, count + 1)]


def _titles(reading: Reading) -> dict[int, str]:
    """By number the titles over the attachments."""
    titles: dict[int, str] = {}
    number = 0
    for one in reading.passages:
        if one.role == "attachment_mark" and (found := MARK.match(one.text)):
            number = _number(found["number"]) if found["number"] else 1
        elif one.role == "attachment_title" and number:
            titles[number] = titles.get(number, "") + one.text.strip()
    return titles


def _same(name: str) -> str:
    return BARE.sub("", name)


def _number(text: str) -> int:
    return int(text) if text.isdigit() else value(text)


RULES = {
    "REF-003": missing,
    "REF-004": differing,
    "REF-005": marks,
    "REF-006": carried,
}
