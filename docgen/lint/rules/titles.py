"""The title of the paper (GB/T 9704 7.3.1; 条例 art. 9)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from docgen.lint.data import table
from docgen.lint.reading import BODY, ITEM, LETTERHEAD, SIGNATURE, TITLE, Hit, Passage, Reading
from docgen.lint.seen import found, seen
from docgen.patterns import pattern
from docgen.recognise.words import table as recognised_words
from docgen.widths import measure

TRAILER = pattern(r"(?:\s|[（(〔][^（()）〔〕]*[）)〕])+$")
MARK = pattern(r"[，。；：！？,;:!?]")
STUDY = pattern("研究|探索|探析|策略|思考|为例|实践|案例|论文")
PLAN_KIND = pattern("(?:计划|方案|总结|要点|规划)$")
REQUEST_REPORT = pattern("请示报告$")
ORDER_MARK = pattern(r"(?:令|纪要)(?:第[0-9一二三四五六七八九十]+[号期])?$")
ORGAN = pattern("局|学校|小学|中学|幼儿园|委员会|中心|政府")
OF_ORGAN = pattern(
    r"^\s*([\u4e00-\u9fff]{2,20}?(?:局|学校|小学|中学|幼儿园|委员会|中心))(?:关于|(?=20[0-9]{2}))"
)
DOUBLED = pattern(r"关于[^《》“”]{0,40}关于|的的|(?:通知的){2,}通知|通知的通知|报告的报告")
YEAR = pattern(r"(?<![0-9])(20[0-9]{2})(?:年|—|-|～|学年)")
MADE = pattern(
    r"(?:制定|制订|拟定|形成|编制|印发|现将)(?:了|出|本|我校|我局|《)?[^，。；《》“”]{0,12}?(20[0-9]{2})年度?"
    r"[^，。；《》“”]{0,14}(?:计划|要点|方案|总结)"
)
NESTED = pattern(r"《[^《》]{0,80}(《[^《》]{1,80}》)[^《》]{0,80}》")
PARTY = pattern("党|团委|工会|工委|委员会")
FULL_LINE = 22
"""Full-width characters of type 2 in a line of the text."""
LONGEST = 80
"""Full-width characters on the four lines that a trapezoid or a diamond has."""


def lines_of(reading: Reading) -> list[tuple[int, Passage]]:
    """The lines of the paper's own title, with their numbers."""
    return [(at, one) for at, one in enumerate(reading.passages) if one.zone == TITLE and not one.attachment]


def _joined(reading: Reading) -> str:
    return "".join(one.text.strip() for _at, one in lines_of(reading))


def without_kind(reading: Reading) -> Iterator[Hit]:
    """TTL-001: no title, or one that does not say what the paper is."""
    lines = lines_of(reading)
    if not lines:
        if reading.passages and not _mark_is_title(reading):
            yield Hit(-1)
        return
    if _mark_is_title(reading):
        return
    bare = TRAILER.sub("", _joined(reading))
    endings = (*recognised_words("words")["题尾"], *table("titles")["题尾"])
    if not bare.rstrip("》”").endswith(endings):
        at, last = lines[-1]
        yield Hit(at, 0, len(last.text))


def _mark_is_title(reading: Reading) -> bool:
    """Whether the paper is an order or minutes, whose mark says what they are."""
    marks = [one.text for one in reading.passages if one.zone in (LETTERHEAD, TITLE) and not one.attachment]
    return any(ORDER_MARK.search("".join(text.split())) for text in marks)


def with_marks(reading: Reading) -> Iterator[Hit]:
    """TTL-002: a mark in a title; names, （试行） and the titles of studies may have some."""
    if STUDY.search(_joined(reading)):
        return
    titles = {at for at, _one in lines_of(reading)}
    for at, one in found(reading, MARK, only=(TITLE,)):
        text = reading.passages[at].text
        bracketed = text.count("（", 0, one.start()) > text.count("）", 0, one.start())
        quoted = text.count("“", 0, one.start()) > text.count("”", 0, one.start())
        if at in titles and not bracketed and not quoted:
            yield Hit(
                at, one.start(), one.end(), {}, "" if one.end() == len(text.rstrip()) else None, sure=False
            )


def wrong_kind(reading: Reading) -> Iterator[Hit]:
    """TTL-003: a plan as the kind of a paper with a letterhead; 请示报告. An internal paper may be a plan."""
    lines = lines_of(reading)
    bare = TRAILER.sub("", _joined(reading))
    letterhead = any(one.zone == LETTERHEAD and not one.attachment for one in reading.passages)
    wrong = REQUEST_REPORT.search(bare) or (PLAN_KIND.search(bare) if letterhead else None)
    if wrong and lines:
        at, last = lines[-1]
        start = last.text.rfind(wrong[0])
        if start >= 0:
            yield Hit(at, start, start + len(wrong[0]))


def doubled_words(reading: Reading) -> Iterator[Hit]:
    """TTL-004: 关于……关于……, 的的, 通知的通知; what stands in 《》 has words of its own."""
    for at, one in found(reading, DOUBLED, only=(TITLE,)):
        yield Hit(at, one.start(), one.end())


def other_year(reading: Reading) -> Iterator[Hit]:
    """TTL-005: the text says that it is the plan of another year than the title's."""
    years = {int(one) for one in YEAR.findall(_joined(reading))}
    if not years:
        return
    spread = range(min(years), max(years) + 2)
    for at, text in seen(reading, only=(BODY, ITEM)):
        for one in MADE.finditer(text) if not reading.passages[at].attachment else ():
            if int(one[1]) not in spread:
                yield Hit(at, one.start(1), one.end(1), {"years": "、".join(map(str, sorted(years)))})


def shape(reading: Reading) -> Iterator[Hit]:
    """TTL-006: lines of a title as a rectangle or an hourglass, or one that fills the whole line; a title of
    more lines than have a shape."""
    lines = lines_of(reading)
    widths = [measure(one.text.strip()) for _at, one in lines]
    for (at, one), width in zip(lines, widths, strict=True):
        if len(lines) > 1 and width > FULL_LINE:
            yield Hit(at, 0, len(one.text), {"fault": table("titles")["满行"]})
    if sum(widths) > LONGEST:
        yield Hit(lines[0][0], 0, len(lines[0][1].text), {"fault": table("titles")["过长"]})
    elif len(lines) > 2:
        same = max(widths) - min(widths) <= 0.5
        waist = any(middle + 1 < min(before, after) for before, middle, after in _threes(widths))
        if same or waist:
            fault = table("titles")["长方形" if same else "沙漏形"]
            yield Hit(lines[0][0], 0, len(lines[0][1].text), {"fault": fault})


def _threes(widths: list[float]) -> Iterator[tuple[float, float, float]]:
    for (before, middle), (_middle, after) in pairwise(pairwise(widths)):
        yield before, middle, after


def other_organ(reading: Reading) -> Iterator[Hit]:
    """TTL-007: the organ in the title is not the one that signs; party and administration may differ."""
    named = OF_ORGAN.match(_joined(reading))
    signing = [
        (at, one) for at, one in enumerate(reading.passages)
        if one.zone == SIGNATURE and one.role == "signature" and not one.attachment
    ]  # fmt: skip
    organs = ["".join(one.text.split()) for _at, one in signing]
    # A department may sign for its school.
    if not named or not all(map(ORGAN.search, organs)) or PARTY.search(named[1] + "".join(organs)):
        return
    if organs and not any(named[1] in organ or organ in named[1] for organ in organs):
        at, one = signing[0]
        start = len(one.text) - len(one.text.lstrip())
        yield Hit(at, start, len(one.text.rstrip()), {"organ": named[1]})


def nested_marks(reading: Reading) -> Iterator[Hit]:
    """TTL-008: 《《》》: the inner name takes 〈〉."""
    for at, passage in enumerate(reading.passages):
        for one in NESTED.finditer(passage.text):
            inner = one[1]
            yield Hit(at, one.start(1), one.end(1), {}, f"〈{inner[1:-1]}〉")


RULES = {
    "TTL-001": without_kind,
    "TTL-002": with_marks,
    "TTL-003": wrong_kind,
    "TTL-004": doubled_words,
    "TTL-005": other_year,
    "TTL-006": shape,
    "TTL-007": other_organ,
    "TTL-008": nested_marks,
}
