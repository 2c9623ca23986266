"""How figures are written: ranges, round numbers, percentages (GB/T 15835)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from docgen import amounts
from docgen.lint.data import listed
from docgen.lint.reading import Hit, Reading
from docgen.lint.seen import found, seen
from docgen.numerals import DIGITS
from docgen.patterns import pattern

ROUNDING, CLOSE = 1, 30
"""By how much shares may miss 100%, and from where on they are shares of other wholes."""
MOST_POINTS = 10
"""By how much a rate moves within a year; what is more is said of its relation to before."""
NEAR = 12
"""Characters between the members of a series."""
NUMBER = r"[0-9]+(?:\.[0-9]+)?"
RANGE = pattern(
    rf"(?<![0-9.\-–~～A-Za-z/第〔])(?P<low>{NUMBER})(?P<first>[%％万亿]?)\s*(?P<dash>-{{1,2}}|[－–~～—])\s*"
    rf"(?P<high>{NUMBER})(?P<unit>[%％]|[万亿][\u4e00-\u9fff]?|[\u4e00-\u9fff㎡]{{1,3}})"
)
SCALE = "%％万亿"
HYPHENS = pattern("-{1,2}|[－–~]")
ABOUT = pattern(
    r"(?<![0-9.、第初高])(?P<a>[1-8])、(?P<b>[2-9])(?=[个名天次人所家位岁里百千万十条项本台]|年(?!级))"
    r"|(?<![一二三四五六七八九十、第初高列在前居获])(?P<c>[一二三四五六七八])、(?P<d>[二三四五六七八九])(?=[个名天次人所家位岁里百千万十条项本台]|年(?!级))"
)
ROUND = pattern(
    r"(?<![0-9.,])(?P<digit>[0-9]{1,2})(?P<unit>[百千])(?P<rest>万?(?:多|余)?[人名所个元家册本套台份张棵株亩吨字件]|[多余])"
)
SERIES = pattern(
    r"(?P<number>(?<![0-9])[0-9]{1,9}|[三四五六七八九十]{1,2})(?P<unit>[个所名人条项次册台间门节])"
)
SENTENCE = pattern(r"[^。；！？]+")
CLAUSE = pattern("[，、,]")
RATE = pattern(
    r"(?P<name>[\u4e00-\u9fff]{1,6}[率度])[^，。；、0-9]{0,8}(?P<figure>[0-9]{3,}(?:\.[0-9]+)?)[%％]"
)
SHARES = pattern(r"分别占[^。；]*")
PERCENT = pattern(r"([0-9]+(?:\.[0-9]+)?)[%％]")
UNITS_OF_COUNT = "亿元|万元|元|[人名所个条项次册台间门节幅篇套张份场件支组处盏起]"
UNIT = rf"(?P<unit>{UNITS_OF_COUNT})"
WHOLE = pattern(
    rf"(?:共有?|共计|合计|总计|总共)[\u4e00-\u9fff]{{0,8}}?(?P<total>{NUMBER}){UNIT}"
    rf"|(?P<sum>(?<![0-9.])[0-9]{{1,9}}(?:\.[0-9]{{1,4}})?)(?P<of>{UNITS_OF_COUNT})(?=[，,（(]?其中)"
)
PART = pattern(rf"(?P<count>{NUMBER}){UNIT}")
SUM = pattern(rf"[，,；;](?:合计|共计|总计|总共|共)(?P<total>{NUMBER}){UNIT}(?![余多左]|以上)")
NO_ADDENDS = pattern(r"其中|[每均各单]|[×xX*]|[约近余多超]|左右|以上|分别")
"""Words of a sentence whose numbers are no parts of its sum."""
AMONG = pattern(r"[^。；]{0,8}其中(?P<parts>[^。；]{0,200})")
STATED = pattern(
    r"(?<![一二三四五六七八九十0-9年])(?P<what>教职工|专任教师|在校生|在校学生|教学班)(?:总数)?(?:共有?|共计)?"
    r"(?P<count>[0-9]+)(?P<unit>[人名个])(?!次|以上|左右|多|余)"
)
FUSED = pattern(r"(?<![0-9])(?:[0-9]{1,6}(?:\.[0-9]{1,4})?[%％]){2,}|(?:20(?:[0-9]{2}|\*\*|xx|XX)年){2,}")
POINTS = pattern(
    r"(?P<name>[\u4e00-\u9fff]{1,6}率)(?:[^，。；0-9]{0,8})(?:提高|提升|上升|下降|降低|增加|减少)了?(?P<figure>[0-9]+(?:\.[0-9]+)?[%％])"
)
UNITS = pattern(r"(?<=[0-9])\s*(?P<unit>公分|市斤|斤|华里|公升)")


def ranges(reading: Reading) -> Iterator[Hit]:
    """NMR-001: a range with a hyphen (10-30名), or one whose % or 万 stands but once (15～30%)."""
    known = listed("range_units")
    for at, one in found(reading, RANGE):
        unit, first = one["unit"], one["first"]
        scale = unit[0] if unit[0] in SCALE else ""
        lost = bool(scale) and first != scale and (scale not in "万亿" or not first)
        counted = known.match(unit)
        if not (lost or HYPHENS.fullmatch(one["dash"])) or not (scale or counted):
            continue
        if Decimal(one["low"]) >= Decimal(one["high"]) and not first:
            continue
        right = f"{one['low']}{first or scale}{amounts.WAVE}{one['high']}"
        text = one[0][: one.end("high") - one.start()]
        said = scale or (counted[0] if counted else "")
        yield Hit(at, one.start(), one.end("high"), {"text": text + said, "right": right + said}, right)


def about(reading: Reading) -> Iterator[Hit]:
    """NMR-002: 三、四个 for about: neighbouring numbers take no mark between."""
    for at, one in found(reading, ABOUT):
        low, high = (one["a"] or str(DIGITS.index(one["c"]))), (one["b"] or str(DIGITS.index(one["d"])))
        if one.start() > 0 and int(high) == int(low) + 1:
            right = DIGITS[int(low)] + DIGITS[int(high)]
            yield Hit(at, one.start(), one.end(), {"text": one[0], "right": right}, right)


def round_numbers(reading: Reading) -> Iterator[Hit]:
    """NMR-003: 3千人: figures do not go with 百 and 千."""
    for at, one in found(reading, ROUND):
        right = one["digit"] + {"百": "00", "千": "000"}[one["unit"]]
        yield Hit(at, one.start(), one.end("unit"), {"text": one[0], "right": right + one["rest"]}, right)


def mixed(reading: Reading) -> Iterator[Hit]:
    """NMR-004: 5所小学、三所中学: one series counts in one kind of numerals."""
    for at, text in seen(reading):
        for sentence in SENTENCE.finditer(text):
            yield from _mixed(at, sentence.start(), sentence[0])


def _mixed(at: int, start: int, sentence: str) -> Iterator[Hit]:
    found = [one for one in SERIES.finditer(sentence) if sentence[: one.start()][-1:] != "第"]
    for before, one in pairwise(found):
        between = sentence[before.end() : one.start()]
        joined = "、" in between and "，" not in between and len(between) <= NEAR
        if joined and before["unit"] == one["unit"] and before["number"].isdigit() != one["number"].isdigit():
            yield Hit(at, start + one.start(), start + one.end(), {"text": one[0]})


def percentages(reading: Reading) -> Iterator[Hit]:
    """NMR-005: more than 100% of a rate that cannot be; shares of a whole that do not make 100%."""
    for at, text in seen(reading):
        for one in RATE.finditer(text):
            if listed("whole_rates").search(one["name"]) and Decimal(one["figure"]) > 100:
                yield Hit(at, one.start(), one.end(), {"text": one[0]})
        for one in SHARES.finditer(text):
            shares = [Decimal(share) for share in PERCENT.findall(one[0])]
            off = abs(sum(shares, Decimal(-100)))
            if len(shares) > 2 and ROUNDING < off < CLOSE:
                yield Hit(at, one.start(), one.end(), {"text": one[0]})


def totals(reading: Reading) -> Iterator[Hit]:
    """More in the parts than in the whole; one number of the school said twice, differently."""
    said: dict[tuple[str, str], str] = {}
    for at, text in seen(reading):
        for one in WHOLE.finditer(text):
            total, unit = one["total"] or one["sum"], one["unit"] or one["of"]
            parts = _parts(text, one.end(), unit)
            if sum(parts) > Decimal(total):
                start = one.start("total" if one["total"] else "sum")
                yield Hit(at, start, one.end(), {"text": f"{total}{unit}", "sum": f"{sum(parts)}{unit}"})
        for one in STATED.finditer(text):
            before = said.setdefault((one["what"], one["unit"]), one["count"])
            if before != one["count"]:
                values = {"text": one[0], "sum": before + one["unit"]}
                yield Hit(at, one.start("count"), one.end("unit"), values)


def summed(reading: Reading) -> Iterator[Hit]:
    """图书3万元，设备2万元，合计6万元: the numbers of a sentence before their sum."""
    for at, text in seen(reading):
        for sentence in SENTENCE.finditer(text):
            for one in SUM.finditer(sentence[0]):
                parts = _addends(sentence[0][: one.start()], one["unit"])
                if len(parts) > 1 and sum(parts) != Decimal(one["total"]):
                    start = sentence.start() + one.start("total")
                    values = {"text": one["total"] + one["unit"], "sum": f"{sum(parts)}{one['unit']}"}
                    yield Hit(at, start, sentence.start() + one.end("unit"), values)


def _addends(words: str, unit: str) -> list[Decimal]:
    """The numbers in `words`, where all are of `unit` and each stands in a clause of its own."""
    clauses = CLAUSE.split(words)
    found = [PART.findall(clause) for clause in clauses]
    told = [numbers for numbers in found if numbers]
    plain = all(len(numbers) == 1 and numbers[0][1] == unit for numbers in told)
    return [Decimal(numbers[0][0]) for numbers in told] if plain and not NO_ADDENDS.search(words) else []


def sums(reading: Reading) -> Iterator[Hit]:
    """NMR-006: numbers that do not make the number they are said to make."""
    yield from totals(reading)
    yield from summed(reading)


def _parts(text: str, end: int, unit: str) -> list[Decimal]:
    """The numbers behind 其中, where they are parts that lie side by side: A和B、C of one kind of count."""
    among = AMONG.match(text, end)
    found = PART.findall(among["parts"]) if among else []
    numbers = [Decimal(count) for count, of in found if of == unit]
    return numbers[:1] if among and listed("overlapping").search(among["parts"]) else numbers


def fused(reading: Reading) -> Iterator[Hit]:
    """NMR-008: cells of a table run together: 95%98%100%."""
    for at, one in found(reading, FUSED):
        yield Hit(at, one.start(), one.end(), {"text": one[0]})


def points(reading: Reading) -> Iterator[Hit]:
    """NMR-009: a rate that rises by 2%: by two percentage points, most likely."""
    for at, one in found(reading, POINTS):
        small = Decimal(one["figure"].rstrip("%％")) <= MOST_POINTS
        if small and not listed("growth_rates").search(one["name"]):
            right = one["figure"].rstrip("%％") + "个百分点"
            yield Hit(at, one.start("figure"), one.end("figure"), {"text": one[0], "right": right}, right)


def units(reading: Reading) -> Iterator[Hit]:
    """NMR-010: units that are no legal ones: 公分, 斤. Mixed ones in a table are told by `tables.units`."""
    legal = {"公分": "厘米", "公升": "升"}
    for at, one in found(reading, UNITS):
        yield Hit(at, one.start("unit"), one.end("unit"), {"text": one["unit"]}, legal.get(one["unit"]))


RULES = {
    "NMR-001": ranges,
    "NMR-002": about,
    "NMR-003": round_numbers,
    "NMR-004": mixed,
    "NMR-005": percentages,
    "NMR-006": sums,
    "NMR-008": fused,
    "NMR-009": points,
    "NMR-010": units,
}
