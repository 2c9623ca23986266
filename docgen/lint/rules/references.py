"""Other papers and organs as a text names them: numbers, titles, short names, terms that have expired."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Any

from docgen.i18n import _
from docgen.lint.data import listed, table
from docgen.lint.period import period
from docgen.lint.reading import BODY, CELL, HEADING, ITEM, LETTERHEAD, PEOPLE, TITLE, Hit, Passage, Reading
from docgen.lint.seen import found, seen
from docgen.lint.sentence import sentence
from docgen.patterns import pattern

OPEN, CLOSE = r"[〔\[【﹝(（]", r"[〕\]】﹞)）]"
NUMBER = pattern(
    rf"(?P<code>[\u4e00-\u9fff]{{1,10}})(?P<open>{OPEN})\s*(?P<year>[0-9]{{2}}|(?:19|20)[0-9]{{2}})\s*(?P<close>{CLOSE})\s*"
    r"(?P<ordinal>第?)\s*(?P<zeros>0*)(?P<number>[1-9][0-9]{0,3})(?P<end>号?)(?![0-9期])"
)
LEADING = pattern("^.*(?:根据|按照|依据|遵照|参照|见|及|和|与|的|以|由|据)(?=.)")
CODE = pattern(r".*(?:[发函办字令政教党委组宣人财通知规])$")
AS_ISSUED = 2012
"""Before that year numbers had other forms, and are cited in them."""
UNQUOTED = pattern(
    r"(?:根据|按照|依据|遵照|贯彻落实|认真落实)(?P<name>[^，。；：《》〈〉“”]{0,16}关于[^，。；：《》〈〉“”]{4,50}?的?"
    r"(?:通知|意见|办法|方案|规定|决定|通报|函|批复))(?=精神|要求|，|。|的要求|的精神|和|、)"
)
NUMBER_FIRST = pattern(rf"{OPEN}20[0-9]{{2}}{CLOSE}[0-9]{{1,4}}号(?:文件?)?[）)]?(?=《)")
DEFINED = pattern(
    r"[（(]以下(?:统一)?(?:简称|称)(?:为|[:：])?[“‘「\"]?(?P<name>[^”’」\"）)]{2,16})[”’」\"]?[）)]"
)
SENTENCE_END = "。；！？"
MOST_NAMES = 100
GENERIC = pattern(
    "[《]?(?:办法|规定|条例|意见|通知|方案|计划|纲要|细则|标准|规划|学校|我校|本校|公司|中心|小组|领导小组)[》]?"
)
IDENTITY = pattern(
    r"(?<![0-9])[1-9][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx](?![0-9])"
)
MOBILE = pattern(r"(?<![0-9])1[3-9][0-9]{9}(?![0-9])")
CONTACT = pattern("联系|电话|手机|热线|咨询|举报|监督|邮箱|微信")
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def document_numbers(reading: Reading) -> Iterator[Hit]:
    """REF-001: a 发文字号 with 第, zeros in front, a year of two digits, or without 号."""
    for at, one in enumerate(reading.passages):
        for number in NUMBER.finditer(one.text):
            year = number["year"]
            full = year if len(year) == 4 else f"20{year}"
            right = not (number["ordinal"] or number["zeros"] or len(year) == 2) and number["end"]
            if right or not CODE.match(number["code"]) or int(full) < AS_ISSUED:
                continue
            if (len(year) == 2 or number["open"] in "(（") and not number["end"]:
                continue  # （12）3：a mark of a list, or a class
            start = number.start("open")
            proper = f"〔{full}〕{number['number']}号"
            code = LEADING.sub("", number["code"])
            told = code + number[0][start - number.start() :]
            yield Hit(at, start, number.end(), {"text": told, "right": code + proper}, proper)


def unquoted(reading: Reading) -> Iterator[Hit]:
    """REF-002: the title of a paper without 《》, or its number in front of its title."""
    for at, one in found(reading, UNQUOTED):
        values = {"text": one["name"]}
        yield Hit(at, one.start("name"), one.end("name"), values, f"《{one['name']}》")
    for at, passage in enumerate(reading.passages):
        for one in NUMBER_FIRST.finditer(passage.text):
            yield Hit(at, one.start(), one.end(), {"text": one[0]})


def organ_names(reading: Reading) -> Iterator[Hit]:
    """REF-007: one organ under several names that no 以下简称 explains: 区教育体育局, 区教体局."""
    texts = list(seen(reading, without=(LETTERHEAD,)))
    if any("以下简称" in text or "以下称" in text for _at, text in texts):
        return
    whole = "\n".join(text for _at, text in texts)
    for row in table("organs")["同一机关"]:
        if sum(name in whole for name in row) > 1:
            yield from _names(texts, row)


def _names(texts: list[tuple[int, str]], names: list[str]) -> Iterator[Hit]:
    first: dict[str, str] = {}
    told: set[tuple[str, str]] = set()
    any_of = pattern(
        r"(?P<place>[省市县区州旗盟])(?P<name>" + "|".join(sorted(names, key=len, reverse=True)) + ")"
    )
    for at, text in texts:
        for one in any_of.finditer(text):
            place, name = one["place"], one["name"]
            before = first.setdefault(place, name)
            if before != name and (place, name) not in told:
                told.add((place, name))
                yield Hit(at, one.start("place"), one.end(), {"text": one[0], "before": place + before})


def used_before(reading: Reading) -> Iterator[Hit]:
    """REF-008: a short name that stands in the text before it is introduced."""
    texts = list(seen(reading, only=(BODY, ITEM, HEADING)))
    for at, passage, one in _definitions(reading):
        name = one["name"].strip()
        if GENERIC.fullmatch(name):
            continue
        own = max(passage.text.rfind(mark, 0, one.start()) for mark in SENTENCE_END) + 1
        for other, text in texts:
            if other > at:
                break
            start = text.find(name, 0, own if other == at else len(text))
            if start >= 0:
                yield Hit(other, start, start + len(name), {"text": name})
                break


def _definitions(reading: Reading) -> list[tuple[int, Passage, re.Match[str]]]:
    """The first places where short names are introduced."""
    found = (
        (at, passage, one)
        for at, passage in enumerate(reading.passages)
        if "以下" in passage.text
        for one in DEFINED.finditer(passage.text)
    )
    return list(itertools.islice(found, MOST_NAMES))


def expired(reading: Reading) -> Iterator[Hit]:
    """REF-009: terms of a time that is past in the paper's year: “十二五”, 工商局."""
    meant = period(reading)
    if not meant:
        return
    past = [
        (pattern(str(row["词"])), row) for row in table("periods")["用语"] if int(row["止"]) < meant.first
    ]
    any_of = pattern("|".join(f"(?:{words.pattern})" for words, _row in past) or "(?!)")
    for at, text in seen(reading, without=(TITLE,)):
        for words, row in past if any_of.search(text) else ():
            for one in words.finditer(text):
                if not _historical(text, one.start(), one.end()):
                    yield Hit(at, one.start(), one.end(), _told(row, one[0]))


def _told(row: Any, text: str) -> dict[str, str]:
    return {"text": text, "year": str(row["止"]), "now": str(row.get("今") or _("没有"))}


def _historical(text: str, start: int, end: int) -> bool:
    return bool(listed("historical").search(sentence(text, start, end)))


def personal(reading: Reading) -> Iterator[Hit]:
    """REF-011: numbers of identity cards; numbers of mobile phones that are not given to be called."""
    for at, passage in enumerate(reading.passages):
        text = passage.text
        for one in IDENTITY.finditer(text):
            if _is_identity(one[0]):
                yield Hit(at, one.start(), one.end(), {"text": one[0][:6] + "…"})
        if passage.zone == CELL or CONTACT.search(text):
            continue
        for one in MOBILE.finditer(text):
            if passage.zone in (BODY, ITEM, PEOPLE):
                yield Hit(at, one.start(), one.end(), {"text": one[0][:3] + "…"})


def _is_identity(number: str) -> bool:
    """Whether the last character is the check character of the others (GB 11643)."""
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], WEIGHTS, strict=True))
    return "10X98765432"[total % 11] == number[17].upper()


RULES = {
    "REF-001": document_numbers,
    "REF-002": unquoted,
    "REF-007": organ_names,
    "REF-008": used_before,
    "REF-009": expired,
    "REF-011": personal,
}
