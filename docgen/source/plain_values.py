"""The value of one line of a plan in good order: a text, a row or record in brackets, a block text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from docgen.patterns import pattern
from docgen.problems import Place
from docgen.source.limits import NULLS, ODD_STARTS, WIDE_BRACKETS
from docgen.source.values import Record, Row, Text

KEY = r"[\w$][\w（）()·/-]{0,60}"
"""A key as people name things; other keys are left to the parser."""

LONGEST_NULL = max(map(len, NULLS))
placed: Callable[[tuple[str, int, int, str | None]], Place] = partial(tuple.__new__, Place)
"""A `Place` of all its four fields, in a third of the time that its own way with defaults takes."""

MARKS = frozenset("?,[]{}#&*!|>'\"%@`")
"""What begins something other than a plain text."""

QUOTES = "'\""
_DOUBTFUL = ODD_STARTS | WIDE_BRACKETS | MARKS
_BLOCKS = frozenset({"|", "|-", ">-"})
_QUOTED = pattern("""'((?:[^']|'')*)'|"([^"\\\\]*)\"""")
_COMMENT = pattern(r" {2,}#(?: |$)")
_ENTRY = pattern(rf" *(?:({KEY}): +)?([^\s,\[\]{{}}:#'\"?&*!|>%@`](?:[^,\[\]{{}}:#?]|(?<=\d):(?=\d))*)?")
_DEEPEST = 5


class Unusual(Exception):
    """Something that the parser has to read."""


def plain_text(value: str, place: Place) -> Text:
    """`value`, whose first character is none of `MARKS`, as the text that it is."""
    if " #" in value:
        value = _before_comment(value)
    if value[-1] == " ":
        value = value.rstrip(" ")
    if value[0] in _DOUBTFUL or value[-1] == ":" or ": " in value:
        raise Unusual
    if len(value) <= LONGEST_NULL and value in NULLS:
        raise Unusual
    return Text(value, place)


def _before_comment(value: str) -> str:
    """The text before the first # behind a space; raises `Unusual` where text may be meant by it too."""
    at = value.index(" #")
    text = value[:at].rstrip(" ")
    if not _COMMENT.match(value, at - 1) or text[-1].isspace():
        raise Unusual
    return text


def value_of(value: str, place: Place) -> Any:
    """`value` in quotes or brackets, all that stands on its line from `place` on, but for a comment."""
    first = value[0]
    if first in QUOTES:
        text, end = _quoted(value, 0)
        found: Any = Text(text, place)
    elif first in "[{":
        found, end = _bracketed(value, 0, place, _DEEPEST)
    else:
        raise Unusual
    if end != len(value) and not _COMMENT.match(value, end):
        raise Unusual
    return found


def _quoted(line: str, at: int) -> tuple[str, int]:
    """The text in the quotes that begin at `at`, and where they end."""
    found = _QUOTED.match(line, at)
    if not found:
        raise Unusual
    single, double = found.groups()
    return (double if single is None else single.replace("''", "'")), found.end()


def _bracketed(line: str, at: int, start: Place, depth: int) -> tuple[Any, int]:
    """The row or record in the brackets that open at `at`, and where they end. `start` is the place of
    `line[0]`; what nests deeper than `depth` is left to the parser."""
    if not depth:
        raise Unusual
    place = _right(start, at)
    read, holder, closing = (_row, Row((), place), "]") if line[at] == "[" else (_record, Record(place), "}")
    at += 1
    if line.startswith(closing, at):
        return holder, at + 1
    while True:
        at = read(line, at, start, depth, holder)
        sign = line[at : at + 1]
        at += 1
        if sign == closing:
            return holder, at
        if sign != ",":
            raise Unusual


def _row(line: str, at: int, start: Place, depth: int, row: Any) -> int:
    """Puts the entry at `at` into `row`; where the comma or bracket behind it stands."""
    found: Any = _ENTRY.match(line, at)
    key, text = found.groups()
    if key is not None:
        raise Unusual
    if not text:
        value, at = _odd_entry(line, found.end(), start, depth)
        row.append(value)
        return at
    end = int(found.end())
    if "，" in text and not row and line.startswith("]", end):
        raise Unusual  # several entries may be meant
    row.append(_plain_entry(text, _right(start, found.start(2))))
    return end


def _record(line: str, at: int, start: Place, depth: int, record: Any) -> int:
    """Puts the key at `at` with its value into `record`; where the comma or bracket behind them stands."""
    found: Any = _ENTRY.match(line, at)
    key, text = found.groups()
    if key is None or key in record:
        raise Unusual
    record.keys_at[key] = _right(start, found.start(1))
    if text:
        record[key] = _plain_entry(text, _right(start, found.start(2)))
        return int(found.end())
    record[key], at = _odd_entry(line, found.end(), start, depth)
    return at


def _plain_entry(text: str, place: Place) -> Text:
    if text[-1] == " ":
        text = text.rstrip(" ")
    if text[0] in _DOUBTFUL or (len(text) <= LONGEST_NULL and text in NULLS):
        raise Unusual
    return Text(text, place)


def _odd_entry(line: str, at: int, start: Place, depth: int) -> tuple[Any, int]:
    """The quoted or bracketed value at `at`, and where the sign behind it stands."""
    first = line[at : at + 1]
    if first and first in QUOTES:
        text, end = _quoted(line, at)
        value: Any = Text(text, _right(start, at))
    elif first and first in "[{":
        value, end = _bracketed(line, at, start, depth - 1)
    else:
        raise Unusual
    while line.startswith(" ", end):
        end += 1
    return value, end


def _right(start: Place, columns: int) -> Place:
    return placed((start[0], start[1], start[2] + columns, None))


def block_of(lines: Sequence[str], number: int, column: int, sign: str, place: Place) -> tuple[Text, int]:
    """The block text on the lines from `number` on, which `sign` at `place` announces below a key or dash at
    `column`; and the line behind it. Raises `Unusual`."""
    if sign.rstrip(" ") not in _BLOCKS:
        raise Unusual
    first = number
    while first < len(lines) and not lines[first].strip():
        first += 1
    if first == len(lines):
        raise Unusual
    indent = len(lines[first]) - len(lines[first].lstrip(" "))
    if indent <= column:
        raise Unusual
    end = first
    while end < len(lines) and (lines[end].startswith(" " * indent) or not lines[end].strip(" ")):
        end += 1
    block = lines[number:end]
    if any(len(line) > indent for line in lines[number:first]) or any(map(_looks_blank, block)):
        raise Unusual
    text = "\n".join([line[indent:] for line in block]).rstrip("\n")
    if sign[0] == ">" and "\n" in text:
        raise Unusual
    return Text(text, Place(place.file, number + 1, indent + 1), lines_follow=sign[0] == "|"), end


def _looks_blank(line: str) -> bool:
    """Whether only spaces that YAML does not know stand in `line`."""
    return not line.strip() and bool(line.strip(" "))
