"""The marks of a sentence: its end, its length, dashes and ellipses, what follows an ordinal word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from docgen.lint.reading import BODY, HEADING, ITEM, REMARK, Hit, Passage, Reading
from docgen.lint.seen import found, seen
from docgen.lint.siblings import siblings
from docgen.patterns import pattern

HAN = "[\u4e00-\u9fff]"
ENDS = "。！？；：…—）》”’.!?;:)"
CLOSED_QUOTE = pattern(r"[^。！？…；]”$")
LABELLED = pattern(rf"\s*{HAN}[{HAN[1:-1]}\s]{{1,6}}[：:].{{0,40}}$")
BLANK, MARKS = pattern(r"\s"), pattern(r"[，。；：、,;:]")
NAMES = pattern(r"[、\s　，,]+")
SHORTEST = 15
SHORTEST_BESIDE = 8
"""Characters of a text that has to end in a mark: of a paragraph; of one run in with its heading."""
USUAL = 0.6
MONTH = pattern(
    r"\s*(?:(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月份?|(?:周|星期)[一二三四五六日天]|第[0-9一二三四五六七八九十]{1,3}周)[：:]"
)
COMMA = pattern("[，,]")
DATES = pattern(r"[\s0-9年月日时分周星期第至到（）()：:，.—\-~～一二三四五六日上下午]+")
ELLIPSIS = pattern(
    r"(?<![A-Za-z0-9.…])…*\.{3,6}…*(?![A-Za-z0-9.…])|(?<!…)…*。{3,}…*|(?<![…A-Za-z0-9])…(?!…)"
    r"|(?<!…)…{3,}(?!…)(?=[\u4e00-\u9fff，。]|$)"
)
DASH = pattern(rf"(?<=[\u4e00-\u9fff”》）])(?:-{{2,}}|－{{2,}})(?=[\u4e00-\u9fff“《（])|(?<={HAN})-(?={HAN})")
CLAUSE_MARK = pattern(r"[，。、；：！？“”（）《》,;:()]|--")
NAMED = 4
"""Characters up to which a part beside a hyphen belongs to a compound name: 小学-初中."""
AND_SO_ON = pattern(r"、等(?![级候待同于值第额高距边腰份离效])|等{1,2}\s*(?:…{1,2}|\.{3,6}|。{3,})|…{2}等")
ORDINAL_WORD = pattern(
    r"(?:^|(?<=[。；：，！？;:,]))\s*(?:[一二三四五六七八九十]是(?P<comma>[，,])"
    r"|第[一二三四五六七八九十](?P<dun>、)(?!第?[一二三四五六七八九十])|(?:首先|其次|再次|最后)(?P<dun2>、))"
)
SENTENCE = pattern(r"[^。；！？;!?\n]+")
COLON = pattern(r"(?<![0-9])[：:](?![0-9])|(?<=[0-9])：(?![0-9])")
LONGEST = 120
CLAUSES = pattern(
    r"(?:^|(?<=[，。；、：“”（）]))[^，。；、：“”（）]{16,}(、)[^，。；、：“”（）]{16,}(?=[，。；])"
)


def without_end(reading: Reading) -> Iterator[Hit]:
    """PUN-005: a paragraph that does not end; headings, cells, names and labels need no mark."""
    punctuated = _punctuated_items(reading)
    fields = _fields(reading)
    for at, one in enumerate(reading.passages):
        following = reading.passages[at + 1] if at + 1 < len(reading.passages) else None
        if at in fields or not _is_text(one, at in punctuated) or (following and following.joined):
            continue
        text = one.text.rstrip()
        words = text[one.head_end or one.start :]
        if text[-1:] in ENDS and not CLOSED_QUOTE.search(text):
            continue
        if DATES.fullmatch(words) or (BLANK.search(words.strip()) and not MARKS.search(words)):
            continue
        shortest = SHORTEST_BESIDE if one.head_end else SHORTEST
        if len(words) >= shortest and not LABELLED.fullmatch(text) and not _is_list(words):
            mended = "。" if text[-1] in "，、," else text[-1] + "。"
            yield Hit(at, len(text) - 1, len(text), {}, mended, sure=False)


def _is_text(one: Passage, punctuated: bool) -> bool:
    """Whether a passage is running text, which ends in a mark."""
    if one.zone == BODY:
        return one.role in ("", "preamble", "closing")
    run_in = one.zone == HEADING and one.head_end > 0
    return run_in or (one.zone == ITEM and punctuated)


def _fields(reading: Reading) -> set[int]:
    """The run-in headings that are but entries of a form (一、时间：……　二、地点：……): none of them ends in a
    mark, and one is no longer than a place or a time."""
    found_ones: set[int] = set()
    for group in siblings(reading):
        run_in = [one for one in group.members if one.one.head_end]
        short = any(len(one.one.text.rstrip()) - one.one.head_end < SHORTEST_BESIDE for one in run_in)
        if len(run_in) > 1 and short and not any(_end_of(reading, one.at) for one in run_in):
            found_ones |= {one.at for one in run_in}
    return found_ones


def _punctuated_items(reading: Reading) -> set[int]:
    """The items that are sentences: they hold a comma and one of their siblings ends in a mark, or most
    of their siblings do."""
    found_ones: set[int] = set()
    for group in siblings(reading):
        items = [one for one in group.members if one.one.zone == ITEM]
        ended = sum(bool(_end_of(reading, one.at)) for one in items)
        usual = ended >= USUAL * len(items) and len(items) > 2
        if ended:
            found_ones |= {one.at for one in items if usual or COMMA.search(one.one.text)}
    return found_ones


def _is_list(words: str) -> bool:
    """Whether `words` are but names, one behind the other."""
    parts = [one for one in NAMES.split(words.strip()) if one]
    return len(parts) > 2 and max(map(len, parts)) <= 8


def ellipsis(reading: Reading) -> Iterator[Hit]:
    """PUN-014: ..., 。。。 or a single …"""
    for at, one in found(reading, ELLIPSIS, without=(REMARK,)):
        before = reading.masked[at][max(0, one.start() - 1) : one.start()]
        if before != "等":
            yield Hit(at, one.start(), one.end(), {}, "……")


def dash(reading: Reading) -> Iterator[Hit]:
    """PUN-015: -- or - for a dash; compound names have hyphens."""
    for at, text in seen(reading):
        for one in DASH.finditer(text):
            if len(one[0]) > 1 or _parts_clauses(text, one.start()):
                yield Hit(at, one.start(), one.end(), {}, "——", sure=False)


def _parts_clauses(text: str, at: int) -> bool:
    before = CLAUSE_MARK.split(text[:at])[-1]
    after = CLAUSE_MARK.split(text[at + 1 :])[0]
    return "-" not in before + after and min(len(before), len(after)) > NAMED * 2


def and_so_on(reading: Reading) -> Iterator[Hit]:
    """PUN-016: 、等 and 等……: one of the two says it."""
    for at, one in found(reading, AND_SO_ON):
        better = "等等" if one[0].startswith("等等") else "等"
        yield Hit(at, one.start(), one.end(), {}, better)


def ordinal_words(reading: Reading) -> Iterator[Hit]:
    """PUN-017: 一是， 第一、 首先、"""
    for at, one in found(reading, ORDINAL_WORD):
        group = next(name for name, value in one.groupdict().items() if value)
        yield Hit(at, one.start(group), one.end(group), {}, "" if group == "comma" else "，")


def two_colons(reading: Reading) -> Iterator[Hit]:
    """PUN-018: a colon within what a colon introduced; labels and times of day have theirs."""
    for at, text in seen(reading, only=(BODY, ITEM)):
        for sentence in SENTENCE.finditer(text):
            colons = [one.start() for one in COLON.finditer(text, sentence.start(), sentence.end())]
            if len(colons) != 2 or reading.passages[at].head_end:
                continue
            first, second = colons
            before = CLAUSE_MARK.split(text[sentence.start() : first])[-1]
            between = CLAUSE_MARK.split(text[first + 1 : second])[-1]
            bracketed = text.count("（", 0, second) > text.count("）", 0, second)
            if min(len(before), len(between)) >= NAMED * 2 and not bracketed:
                yield Hit(at, second, second + 1)


def uneven_ends(reading: Reading) -> Iterator[Hit]:
    """PUN-021: items, or the months of a plan, of which some end in a mark and others do not, beside those
    that PUN-005 tells."""
    told = {hit.passage for hit in without_end(reading)}
    for places in (*_lists(reading), *_months(reading)):
        if len(places) < 3 or told & set(places):
            continue
        ends = [_end_of(reading, at) for at in places]
        if ("" in ends and any(ends)) or {"，", "、"} & set(ends):
            usual = Counter(bool(end) for end in ends).most_common(1)[0][0]
            pairs = zip(places, ends, strict=True)
            for at in [at for at, end in pairs if bool(end) != usual or end in ("，", "、")][:1]:
                text = reading.passages[at].text.rstrip()
                yield Hit(at, len(text) - 1, len(text))


def _lists(reading: Reading) -> Iterator[list[int]]:
    """The places of siblings that are items, and headings with their text run in, where one is an item."""
    for group in siblings(reading):
        items = [one for one in group.members if one.one.zone == ITEM]
        if items and all(one.one.zone == ITEM or one.one.head_end for one in group.members):
            yield [one.at for one in group.members]


def _months(reading: Reading) -> Iterator[list[int]]:
    """The places of paragraphs one behind the other that begin with a month, a week or a day of one."""
    run: list[int] = []
    for at, one in enumerate(reading.passages):
        if one.zone == BODY and MONTH.match(one.text):
            run.append(at)
        elif run:
            yield run
            run = []
    yield run


def _end_of(reading: Reading, at: int) -> str:
    """The mark that ends an item, over all the lines it goes on; "" without."""
    while at + 1 < len(reading.passages) and reading.passages[at + 1].joined:
        at += 1
    last = reading.passages[at].text.rstrip()[-1:]
    return last if last in ENDS + "，、,；;" else ""


def clauses_joined(reading: Reading) -> Iterator[Hit]:
    """PUN-022: 、 between whole clauses."""
    for at, one in found(reading, CLAUSES, only=(BODY, ITEM)):
        yield Hit(at, one.start(1), one.end(1))


def long_sentence(reading: Reading) -> Iterator[Hit]:
    """PUN-025: a sentence of more than 120 characters."""
    for at, text in seen(reading, only=(BODY, ITEM, HEADING)):
        for one in pattern(r"[^。！？；]+").finditer(text):
            words = one[0].strip()
            if len(words) > LONGEST:
                start = one.start() + len(one[0]) - len(one[0].lstrip())
                yield Hit(at, start, start + len(words), {"length": str(len(words))})


RULES = {
    "PUN-005": without_end,
    "PUN-014": ellipsis,
    "PUN-015": dash,
    "PUN-016": and_so_on,
    "PUN-017": ordinal_words,
    "PUN-018": two_colons,
    "PUN-021": uneven_ends,
    "PUN-022": clauses_joined,
    "PUN-025": long_sentence,
}
