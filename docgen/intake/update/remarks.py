"""（责任单位：…；完成时限：…） at the end of a unit, read back into 责任 and 时限."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

WORDS = ("责任", "牵头", "配合", "时限")


class Noted(NamedTuple):
    """A text and what its note says, by 责任, 牵头, 配合, 时限."""

    text: str
    values: dict[str, str]


def noted(text: str, words: Mapping[str, str]) -> Noted:
    """`text` without its note; the whole text where there is none."""
    named = {words[word]: word for word in WORDS if word in words}
    form = "|".join(map(re.escape, named))
    part = f"(?:{form})：[^（）；]+"
    found = re.search(rf"（({part}(?:；{part})*)）$", text)
    if not found:
        return Noted(text, {})
    pairs = (part.split("：", 1) for part in found[1].split("；"))
    return Noted(text[: found.start()], {named[name]: value for name, value in pairs})


def as_keys(values: Mapping[str, str]) -> dict[str, Any]:
    """What a note says as the keys 责任 and 时限 of an entry."""
    keys: dict[str, Any] = {}
    if "责任" in values:
        keys["责任"] = values["责任"]
    led = {word: tuple(values[word].split("、")) for word in ("牵头", "配合") if word in values}
    if led:
        keys["责任"] = led
    if "时限" in values:
        keys["时限"] = values["时限"]
    return keys
