"""Reading our own data: word lists, numbering, the schemas of templates.

PyYAML makes values by a machinery for whatever a tag may ask for, which takes as long as the parsing.
Here are but mappings, lists, texts, numbers, yes and no; a file that asks for more (anchors, tags,
merge keys) goes through that machinery.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

WORDS = {
    "": None, "~": None, "null": None,
    "true": True, "yes": True, "on": True,
    "false": False, "no": False, "off": False,
}  # fmt: skip
"""As in YAML 1.1, which people's schemas may be written in."""

INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
FLOAT = re.compile(r"[-+]?[0-9]+\.[0-9]*")

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Next = Callable[[], Any]


class _Rare(Exception):
    """The file uses what is left to PyYAML."""


def load(path: Path) -> Any:
    """The value in the YAML file at `path`: dict, list, str, int, float, bool, None. Raises
    `yaml.YAMLError` where it is no YAML."""
    text = path.read_text(encoding="utf-8-sig")
    try:
        return _document(_Loader(text).get_event)
    except _Rare:
        return yaml.load(text, Loader=_Loader)


def _document(next_event: _Next) -> Any:
    """The value of the only document; None where there is none."""
    next_event()
    if type(next_event()) is yaml.StreamEndEvent:
        return None
    value = _value(next_event(), next_event)
    next_event()
    if type(next_event()) is not yaml.StreamEndEvent:
        raise _Rare
    return value


def _value(event: Any, next_event: _Next) -> Any:
    """The value that begins with `event`."""
    if event.anchor or event.tag:
        raise _Rare
    if type(event) is yaml.ScalarEvent:
        return event.value if event.style else _plain(event.value)
    if type(event) is yaml.MappingStartEvent:
        return _mapping(next_event)
    found = []
    while type(event := next_event()) is not yaml.SequenceEndEvent:
        found.append(_value(event, next_event))
    return found


def _mapping(next_event: _Next) -> dict[Any, Any]:
    found = {}
    while type(event := next_event()) is not yaml.MappingEndEvent:
        if type(event) is not yaml.ScalarEvent or event.value == "<<":
            raise _Rare
        key = _value(event, next_event)
        found[key] = _value(next_event(), next_event)
    return found


def _plain(text: str) -> Any:
    """What a text without quotes stands for."""
    if len(text) < 6 and (word := text.lower()) in WORDS:
        return WORDS[word]
    if text[0] in "-+0123456789":
        if INTEGER.fullmatch(text):
            return int(text)
        if FLOAT.fullmatch(text):
            return float(text)
    return text
