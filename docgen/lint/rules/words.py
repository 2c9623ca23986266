"""Words: mistyped, machine-spun, doubled, traditional, and called by two names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache, partial

from docgen.lint.data import listed, table
from docgen.lint.reading import BODY, CELL, ITEM, PEOPLE, SIGNATURE, Hit, Reading
from docgen.lint.seen import found, seen
from docgen.lint.wordlists import replaced
from docgen.patterns import pattern

look_alike = partial(replaced, name="TXT-001")
"""TXT-001: characters that look alike: 时问, 末来."""
mistyped = partial(replaced, name="TXT-002")
"""TXT-002: words written wrong: 签定, 布署."""
spun = partial(replaced, name="TXT-003")
"""TXT-003: synonyms a machine put in: 健康生长, 单薄学校."""
dropped = partial(replaced, name="TXT-004")
"""TXT-004: a character is missing: 进一加强."""
spoken = partial(replaced, name="TXT-008")
"""TXT-008: colloquial words."""

DOUBLED = pattern(r"(?P<word>[\u4e00-\u9fff]{2,4})(?P=word)(?![长部员团口地处室队组])")
FUNCTION = pattern(
    r"(?<![目标有])的的(?!确)|(?<![参])与与|(?<![总温平饱中祥缓调暖和])和和(?![美气睦平])|(?<![于但可还就])是是(?!非)|(?<![行作因认成])为为|(?<![现存潜实])在在"
)
SENTENCE = pattern(r"[^。！？；\n]+[。！？；]?")
LONG = 25
DECIDE = pattern(r"制[定订](?P<object>[\u4e00-\u9fff]{2})")


def doubled(reading: Reading) -> Iterator[Hit]:
    """TXT-005: a word twice: 的的, 进行进行. Many words are doubled on purpose."""
    for at, text in seen(reading, without=(PEOPLE, SIGNATURE)):
        for one in DOUBLED.finditer(text):
            word = one["word"]
            if not listed("doubled_on_purpose").search(word) and len(set(word)) > 1:
                yield Hit(at, one.start(), one.end(), {"text": one[0], "right": word}, word)
        for one in FUNCTION.finditer(text):
            yield Hit(at, one.start(), one.end(), {"text": one[0], "right": one[0][0]}, one[0][0])


def repeated(reading: Reading) -> Iterator[Hit]:
    """TXT-006: a sentence that stands twice in a paper or in one of its attachments."""
    said: dict[tuple[int, str], int] = {}
    for at, passage in enumerate(reading.passages):
        if passage.zone not in (BODY, ITEM):
            continue
        for one in SENTENCE.finditer(passage.text, passage.start):
            words = "".join(one[0].split())
            if len(words) >= LONG and said.setdefault((passage.attachment, words), at) != at:
                yield Hit(at, one.start(), one.end(), {"text": words[:12] + "…"})


def traditional(reading: Reading) -> Iterator[Hit]:
    """TXT-007: traditional characters; each run of them is one place."""
    pairs = _pairs()
    any_of = _any_of()
    for at, one in found(reading, any_of):
        right = "".join(pairs[character] for character in one[0])
        yield Hit(at, one.start(), one.end(), {"text": one[0], "right": right}, right)


@lru_cache(maxsize=1)
def _pairs() -> dict[str, str]:
    both = "".join(map(str, table("traditional")["字对"]))
    return dict(zip(both[::2], both[1::2], strict=True))


@lru_cache(maxsize=1)
def _any_of() -> re.Pattern[str]:
    return pattern("[" + "".join(_pairs()) + "]+")


def two_names(reading: Reading) -> Iterator[Hit]:
    """TXT-009: one office under two names; the rarer one is told of, unless the text itself explains it."""
    texts = list(seen(reading, without=(SIGNATURE,)))
    whole = "\n".join(text for _at, text in texts)
    for row in table("words/TXT-009")["叫法"]:
        names = [str(name) for name in row["名字"]]
        guard = f"(?<!{row['除前']})" if row.get("除前") else ""
        forms = {
            name: pattern(guard + name + r"(?!长)" if name[-1] in "处室" else guard + name) for name in names
        }
        counts = {name: len(form.findall(whole)) for name, form in forms.items()}
        used = sorted((count, name) for name, count in counts.items() if count)
        if len(used) < 2 or _explained(whole, names):
            continue
        rare, often = used[0][1], used[-1][1]
        if counts[rare] == counts[often]:
            continue
        for at, text in texts:
            if one := forms[rare].search(text):
                yield Hit(at, one.start(), one.end(), {"text": rare, "other": often}, often)
                break


def _explained(whole: str, names: list[str]) -> bool:
    """Whether the text names both side by side: 家长委员会（以下简称“家委会”）, 教导处和教务处."""
    both = "|".join(names)
    return bool(pattern(rf"(?:{both})(?:（[^）]{{0,8}}|[、和与及])[“]?(?:{both})").search(whole))


def house_choice(reading: Reading) -> Iterator[Hit]:
    """TXT-010: of two ways to write a word the one that is not usual; 制定 and 制订 of one thing."""
    yield from replaced(reading, "TXT-010")
    places = [(at, one) for at, one in found(reading, DECIDE, without=(CELL,))]
    by_object: dict[str, Counter[str]] = {}
    for _at, one in places:
        by_object.setdefault(one["object"], Counter())[one[0][:2]] += 1
    for at, one in places:
        count = by_object[one["object"]]
        other = "制订" if one[0].startswith("制定") else "制定"
        if count[other] > count[one[0][:2]]:
            yield Hit(at, one.start(), one.start() + 2, {"text": one[0][:2], "right": other}, other)


RULES = {
    "TXT-001": look_alike,
    "TXT-002": mistyped,
    "TXT-003": spun,
    "TXT-004": dropped,
    "TXT-005": doubled,
    "TXT-006": repeated,
    "TXT-007": traditional,
    "TXT-008": spoken,
    "TXT-009": two_names,
    "TXT-010": house_choice,
}
