"""Words that are wrong and what should stand there, as `data/lint/words/` lists them.

A list has words (换词) that are replaced as a whole, and characters (换字) that are wrong within some
words, unless certain words stand before (除前) or behind (除后).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from docgen.lint.data import table
from docgen.lint.reading import Hit, Reading
from docgen.lint.seen import seen
from docgen.patterns import pattern

WINDOW = 6
"""Characters before and behind a word that say whether it is meant."""


class Wrong(NamedTuple):
    """A word that is wrong, the right one, what must not stand right before and behind it."""

    word: str
    right: str
    before: re.Pattern[str] | None = None
    behind: re.Pattern[str] | None = None


def replaced(reading: Reading, name: str) -> Iterator[Hit]:
    """The words of the list `name` in the text, each with what should stand there."""
    texts = list(seen(reading))
    whole = "\n".join(text for _at, text in texts)
    there = [wrong for wrong in wrongs(name) if wrong.word in whole]
    for at, text in texts if there else ():
        places = [(start, wrong) for wrong in there for start in _places(text, wrong)]
        end = 0
        for start, wrong in sorted(places, key=lambda one: (one[0], -len(one[1].word))):
            if start >= end:  # words of the list may overlap: of such the first is told
                end = start + len(wrong.word)
                yield Hit(at, start, end, {"text": wrong.word, "right": wrong.right}, wrong.right or None)


def _places(text: str, wrong: Wrong) -> Iterator[int]:
    start = text.find(wrong.word)
    while start >= 0:
        end = start + len(wrong.word)
        before, behind = text[max(0, start - WINDOW) : start], text[end : end + WINDOW]
        if not (wrong.before and wrong.before.search(before)) and not (
            wrong.behind and wrong.behind.match(behind)
        ):
            yield start
        start = text.find(wrong.word, end)


@lru_cache(maxsize=16)
def wrongs(name: str) -> tuple[Wrong, ...]:
    """The rows of the list `name`."""
    data = table(f"words/{name}")
    rows = [Wrong(str(word), str(right)) for word, right in (data.get("换词") or {}).items()]
    for row in data.get("换字") or ():
        before = pattern(f"(?:{row['除前']})$") if row.get("除前") else None
        behind = pattern(str(row["除后"])) if row.get("除后") else None
        bad, good = str(row["误"]), str(row["正"])
        rows += [Wrong(str(word), str(word).replace(bad, good, 1), before, behind) for word in row["词"]]
    return tuple(rows)
