"""Reading our own data: word lists, numbering, the schemas of templates.

Most of it is in good order and read line by line (`source/plain.py`); the rest by PyYAML (`data_events.py`),
which takes a twentieth of a short run to load.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from docgen.source import plain
from docgen.source.sheet import Sheet
from docgen.source.values import Text

WORDS = {
    "": None, "~": None, "null": None,
    "true": True, "yes": True, "on": True,
    "false": False, "no": False, "off": False,
}  # fmt: skip
"""As in YAML 1.1, which people's schemas may be written in."""

INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
FLOAT = re.compile(r"[-+]?[0-9]+\.[0-9]*")

QUOTES = "'\""


def load(path: Path) -> Any:
    """The value in the YAML file at `path`: dict, list, str, int, float, bool, None. Raises `NotYaml`."""
    text = path.read_text(encoding="utf-8-sig")
    if text.endswith("\n") and text.replace("\n", "").isprintable():
        sheet = Sheet(str(path), text)
        if (found := plain.read(sheet)) is not None:
            return _typed(found, sheet.lines)
    from docgen import data_events

    return data_events.read(text, _plain)


def _typed(value: Any, lines: list[str]) -> Any:
    """`value` as the quick reader gives it, with texts that stand for something else turned into it."""
    if isinstance(value, Text):
        return _text(value, lines)
    if isinstance(value, dict):
        return {_plain(key): _typed(inner, lines) for key, inner in value.items()}
    return [_typed(inner, lines) for inner in value]


def _text(text: Text, lines: list[str]) -> Any:
    """What `text`, which is written on `lines`, stands for. It is quoted where it begins with a quote, and a
    block text where nothing stands before it; the sign of that is on the line above."""
    place = text.place
    assert place is not None
    line, column = place.line - 1, place.column - 1
    if not lines[line][:column].strip(" "):
        return f"{text}\n" if lines[line - 1].rstrip(" ").endswith("|") else str(text)
    return str(text) if lines[line][column] in QUOTES else _plain(text)


def _plain(text: str) -> Any:
    """What a text without quotes stands for."""
    if len(text) < 6 and (word := text.lower()) in WORDS:
        return WORDS[word]
    if text[0] in "-+0123456789":
        if INTEGER.fullmatch(text):
            return int(text)
        if FLOAT.fullmatch(text):
            return float(text)
    return str(text)
