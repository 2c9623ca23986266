"""The passages as rules look at them: what a rule must not judge is masked, offsets are kept."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from docgen.lint.reading import Reading


def seen(
    reading: Reading, only: Collection[str] = (), without: Collection[str] = ()
) -> Iterator[tuple[int, str]]:
    """The number and the masked text of every passage whose zone is one of `only` (all where empty) and
    none of `without`."""
    for at, (one, text) in enumerate(zip(reading.passages, reading.masked, strict=True)):
        if one.zone not in without and (not only or one.zone in only):
            yield at, text


def found(
    reading: Reading, what: re.Pattern[str], only: Collection[str] = (), without: Collection[str] = ()
) -> Iterator[tuple[int, re.Match[str]]]:
    """Every place of `what` in the masked passages, with the number of its passage."""
    for at, text in seen(reading, only, without):
        for one in what.finditer(text):
            yield at, one
