"""Values → the text of a plan, typed as a person would, with comments; the source stage reads it back
the same."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from docgen.patterns import pattern
from docgen.source.limits import NULLS

STEP = "  "
PLAIN = pattern(
    r"[0-9A-Za-z\u4e00-\u9fff《“（≥≤〔]"
    r"(?:[0-9A-Za-z\u4e00-\u9fff，。；、？！“”‘’《》〈〉（）〔〕…—～·％%≥≤＋/.+\- ]*"
    r"[0-9A-Za-z\u4e00-\u9fff，。；、？！“”‘’》〉（）〕…—～·％%＋/.+\-])?"
)
"""What stays a text without quotes, wherever it stands."""
SENTENCE = pattern(
    r"[0-9A-Za-z\u4e00-\u9fff《“（≥≤〔①-⑳]"
    r"(?:[0-9A-Za-z\u4e00-\u9fff，。；、？！“”‘’《》〈〉（）〔〕【】…—～·％%≥≤＋/.+\- ,;!?()*×①-⑳]*"
    r"[0-9A-Za-z\u4e00-\u9fff，。；、？！“”‘’》〉（）〕】…—～·％%＋/.+\-,;!?()*×①-⑳])?"
)
"""What stays a text without quotes on a line of its own, where no bracket is open."""
BLOCK_LINE = pattern(
    r"[^\s\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff#](?:[^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]*[^\s])?"
)


class Noted(NamedTuple):
    """A value with comments above it; in a list, None leaves the comments alone."""

    value: Any
    comments: tuple[str, ...]


def write(plan: Mapping[str, Any]) -> str:
    """The text of `plan`: mappings, lists, texts and `Noted` ones; a tuple, or a list in a list, holds
    texts that are written in a row."""
    return "".join(f"{line}\n" for line in _mapping(plan, ""))


def scalar(text: str) -> str:
    """`text` on one line, in quotes where it would not be read as it stands."""
    if PLAIN.fullmatch(text) and text not in NULLS:
        return text
    return json.dumps(text, ensure_ascii=False)


def in_a_row(value: Any) -> str:
    """A value on one line: a text, a list in brackets, a mapping in braces."""
    if isinstance(value, str):
        return scalar(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(key)}: {in_a_row(below)}" for key, below in value.items()) + "}"
    return "[" + ", ".join(map(in_a_row, value)) + "]"


def _mapping(data: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, value in data.items():
        yield from _entry(f"{scalar(key)}:", value, indent, indent + STEP)


def _entry(head: str, value: Any, indent: str, below: str) -> Iterator[str]:
    """The lines of `value` behind its `head` (a key or dash); what does not fit there stands `below`."""
    if isinstance(value, Noted):
        yield from (f"{indent}# {comment}" for comment in value.comments)
        value = value.value
    if isinstance(value, str):
        yield from _text(head, value, indent, below)
    elif isinstance(value, Mapping):
        yield f"{indent}{head}"
        yield from _mapping(value, below)
    elif isinstance(value, tuple):
        yield f"{indent}{head} {in_a_row(value)}"
    elif all(isinstance(entry, Noted) and entry.value is None for entry in value):
        yield from (f"{indent}# {comment}" for entry in value for comment in entry.comments)
        yield f"{indent}{head} []"
    else:
        yield f"{indent}{head}"
        yield from _list(value, below)


def _list(entries: Sequence[Any], indent: str) -> Iterator[str]:
    for noted in entries:
        entry = noted
        if isinstance(noted, Noted):
            yield from (f"{indent}# {comment}" for comment in noted.comments)
            entry = noted.value
        if entry is None:
            continue
        if isinstance(entry, str):
            yield from _text("-", entry, indent, indent + STEP)
        elif isinstance(entry, Mapping):
            yield from _behind_a_dash(list(_mapping(entry, indent + STEP)), indent)
        else:
            yield f"{indent}- {in_a_row(entry)}"


def _behind_a_dash(lines: Sequence[str], indent: str) -> Iterator[str]:
    """The lines of a mapping, the first that is no comment behind the dash."""
    first = next(number for number, line in enumerate(lines) if not line.lstrip().startswith("#"))
    for line in lines[:first]:
        yield indent + line.lstrip()
    yield f"{indent}- {lines[first].lstrip()}"
    yield from lines[first + 1 :]


def _text(head: str, value: str, indent: str, below: str) -> Iterator[str]:
    lines = value.split("\n")
    if len(lines) == 1 or not all(map(BLOCK_LINE.fullmatch, lines)):
        is_sentence = SENTENCE.fullmatch(value) and value not in NULLS
        yield f"{indent}{head} {value if is_sentence else scalar(value)}"
        return
    yield f"{indent}{head} |"
    yield from (f"{below}{line}" for line in lines)
