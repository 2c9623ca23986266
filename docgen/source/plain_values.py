"""The value of one line of a plan in good order: a text, a row or record in brackets, a block text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from docgen.patterns import pattern
from docgen.problems import Place
from docgen.source.limits import NULLS, ODD_STARTS, WIDE_BRACKETS
from docgen.source.values import Record, Row, Text

KEY = r"\w[\w（）()·/-]{0,60}"
"""A key as people name things; other keys are left to the parser."""

LONGEST_NULL = max(map(len, NULLS))
placed: Callable[[tuple[str, int, int, str | None]], Place] = partial(tuple.__new__, Place)
"""A `Place` of all its four fields, in a third of the time that its own way with defaults takes."""

MARKS = frozenset("?,[]{}#&*!|>'\"%@`")
"""What begins something other than a plain text."""

_DOUBTFUL = ODD_STARTS | WIDE_BRACKETS | MARKS
_BLOCKS = frozenset({"|", "|-"})
_QUOTED = pattern("""'((?:[^']|'')*)'|"([^"\\\\]*)\"""")
_ENTRY = pattern(rf" *(?:({KEY}): +)?([^\s,\[\]{{}}:#'\"?&*!|>%@`](?:[^,\[\]{{}}:#?]|(?<=\d):(?=\d))*)?")
_DEEPEST = 5


class Unusual(Exception):
    """Something that the parser has to read."""


def plain_text(value: str, place: Place) -> Text:
    """`value`, whose first character is none of `MARKS`, as the text that it is."""
    if value[-1] == " ":
        value = value.rstrip(" ")
    if value[0] in _DOUBTFUL or value[-1] == ":" or ": " in value or " #" in value:
        raise Unusual
    if len(value) <= LONGEST_NULL and value in NULLS:
        raise Unusual
    return Text(value, place)


def value_of(value: str, place: Place) -> Any:
    """`value` in quotes or brackets, which is all that stands on its line from `place` on."""
    first = value[0]
    if first in "'\"":
        text, end = _quoted(value, 0)
        found: Any = Text(text, place)
    elif first in "[{":
        found, end = _bracketed(value, 0, place, _DEEPEST)
    else:
        raise Unusual
    if end != len(value):
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
    is_row = line[at] == "["
    holder: Any = Row((), place) if is_row else Record(place)
    closing = "]" if is_row else "}"
    while True:
        at = _entry(line, at + 1, start, depth, holder)
        if line.startswith(closing, at):
            break
        if not line.startswith(",", at):
            raise Unusual
    if is_row and len(holder) == 1 and "，" in holder[0]:
        raise Unusual
    return holder, at + 1


def _entry(line: str, at: int, start: Place, depth: int, holder: Any) -> int:
    """Puts the entry at `at` into `holder`; where the comma or bracket behind it stands."""
    found: Any = _ENTRY.match(line, at)
    key, text = found.groups()
    if text:
        text = text.rstrip(" ")
        if text[0] in _DOUBTFUL or text in NULLS:
            raise Unusual
        end: int = found.end()
        value: Any = Text(text, _right(start, found.start(2)))
    else:
        value, end = _odd_entry(line, found.end(), start, depth)
    if type(holder) is Row:
        if key is not None:
            raise Unusual
        holder.append(value)
    elif key is None or key in holder:
        raise Unusual
    else:
        holder.keys_at[key] = _right(start, found.start(1))
        holder[key] = value
    return end


def _odd_entry(line: str, at: int, start: Place, depth: int) -> tuple[Any, int]:
    """The quoted or bracketed value at `at`, and where the sign behind it stands."""
    first = line[at : at + 1]
    if first and first in "'\"":
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
    return Place(start.file, start.line, start.column + columns)


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
    return Text(text, Place(place.file, number + 1, indent + 1), lines_follow=True), end


def _looks_blank(line: str) -> bool:
    """Whether only spaces that YAML does not know stand in `line`."""
    return not line.strip() and bool(line.strip(" "))
