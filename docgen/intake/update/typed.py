"""Changes to the characters of a plan: texts typed anew, entries put in, taken out, moved with comments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import yaml

from docgen.intake.update.nodes import Nodes, Path
from docgen.patterns import pattern
from docgen.plan_text.edits import ANCHOR
from docgen.plan_text.nodes import end_of, start_of
from docgen.plan_text.yaml_text import STEP, in_a_row, scalar, write

Op = tuple[int, int, str]
"""Characters from, to (not included), and what stands there then."""
BLOCK = ("|", ">")
COMMENT = pattern(r"(?:^|(?<=\s))(#[^\n]*)", re.MULTILINE)


class Lines(NamedTuple):
    """The whole lines of an entry: where the comments above it begin, itself, and what follows it."""

    above: int
    start: int
    end: int


def applied(text: str, ops: Iterable[Op]) -> str:
    """`text` with all of `ops` done; of two that overlap the one that begins first."""
    made, at = "", 0
    for start, end, words in sorted(ops, key=lambda op: op[:2]):
        if start >= at:
            made += text[at:start] + words
            at = end
    return made + text[at:]


def retyped(nodes: Nodes, path: Path, value: str) -> list[Op]:
    """`value` in place of a text, in the quotes or as the block it was."""
    node, text = nodes.at[path], nodes.text
    assert isinstance(node, yaml.ScalarNode)
    start, end = start_of(node), end_of(node, text)
    anchor = ANCHOR.match(text, start)
    start = anchor.end() if anchor else start
    if node.style in BLOCK:
        return [_block(node, text, start, end, value)]
    if "\n" in value and not nodes.in_a_row(path) and _can_be_block(value):
        indent = " " * (_column(nodes, path) + len(STEP))
        return [(start, end, "|\n" + "\n".join(indent + line if line else "" for line in value.split("\n")))]
    return [(start, end, _quoted(node.style, value))]


def _quoted(style: str | None, value: str) -> str:
    if style == "'" and "\n" not in value:
        return "'" + value.replace("'", "''") + "'"
    if style == '"' and "\n" not in value:
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return scalar(value)


def _can_be_block(value: str) -> bool:
    return all(line == line.strip() and not line.startswith("#") for line in value.split("\n"))


def _column(nodes: Nodes, path: Path) -> int:
    """The column of the key or the dash that what `path` leads to stands behind."""
    key = nodes.keys.get(path)
    return key.start_mark.column if key else nodes.at[path[:-1]].start_mark.column


def _block(node: yaml.ScalarNode, text: str, start: int, end: int, value: str) -> Op:
    head_end = text.index("\n", start) + 1
    body = text[head_end:end].split("\n")
    first = next(line for line in body if line.strip())
    indent = first[: len(first) - len(first.lstrip(" "))]
    typed = "\n".join(indent + line if line else "" for line in value.rstrip("\n").split("\n"))
    if node.style == ">":
        return start, end, "|\n" + typed
    return head_end, end, typed


def lines_of(nodes: Nodes, path: Path) -> Lines:
    """The lines of an entry of a block list, or of a key with its value."""
    text, node = nodes.text, nodes.at[path]
    first = nodes.keys.get(path, node)
    start = text.rfind("\n", 0, start_of(first)) + 1
    end = text.find("\n", max(end_of(node, text) - 1, start_of(first)))
    end = len(text) if end < 0 else end + 1
    above = start
    while above and _is_comment(line := text[text.rfind("\n", 0, above - 1) + 1 : above]):
        if indent_of(line) != _column(nodes, path):
            break
        above -= len(line)
    return Lines(above, start, end)


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith("#")


def indent_of(line: str) -> int:
    """How many blanks a line begins with."""
    return len(line) - len(line.lstrip(" "))


def cut(nodes: Nodes, path: Path, *, with_comments: bool = False) -> list[Op]:
    """Takes out an entry or a key with all that stands in its lines; comments above it stay unless they go
    along."""
    if nodes.in_a_row(path):
        return [cut_in_row(nodes, path)]
    if _behind_dash(nodes, path):
        return [_cut_behind_dash(nodes, path)]
    own = lines_of(nodes, path)
    start, end = _with_blanks(nodes.text, own.above if with_comments else own.start, own.end)
    return [(start, end, "")]


def _with_blanks(text: str, start: int, end: int) -> tuple[int, int]:
    """The blank lines behind what is cut go with it where there are some above it already."""
    if start == 0 or text[:start].endswith("\n\n"):
        while text.startswith("\n", end):
            end += 1
    return start, end


def comments(nodes: Nodes, path: Path) -> Iterator[str]:
    """The comments in the lines of an entry, those above it left out."""
    if nodes.in_a_row(path) or _behind_dash(nodes, path):
        return
    own = lines_of(nodes, path)
    scalars = [
        (start_of(node), end_of(node, nodes.text))
        for at, node in nodes.at.items()
        if at[: len(path)] == path and isinstance(node, yaml.ScalarNode)
    ]
    for found in COMMENT.finditer(nodes.text, own.start, own.end):
        if not any(start <= found.start(1) < end for start, end in scalars):
            yield found[1].strip()


def _behind_dash(nodes: Nodes, path: Path) -> bool:
    """Whether a key is the first of an entry, on the line of its dash."""
    key = nodes.keys.get(path)
    if key is None:
        return False
    line = nodes.text.rfind("\n", 0, start_of(key)) + 1
    return bool(nodes.text[line : start_of(key)].strip())


def _cut_behind_dash(nodes: Nodes, path: Path) -> Op:
    pairs = nodes.at[path[:-1]].value
    start = start_of(nodes.keys[path])
    if len(pairs) > 1:
        return start, start_of(pairs[1][0]), ""
    return start, end_of(nodes.at[path], nodes.text), "{}"


def cut_in_row(nodes: Nodes, path: Path) -> Op:
    """Takes out an entry or a key in brackets or braces, with its comma."""
    holder, text = nodes.at[path[:-1]], nodes.text
    spans = [
        (start_of(entry[0]), end_of(entry[1], text))
        if isinstance(entry, tuple)
        else (start_of(entry), end_of(entry, text))
        for entry in holder.value
    ]
    number = (
        path[-1] if isinstance(path[-1], int) else [key.value for key, _v in holder.value].index(path[-1])
    )
    if number + 1 < len(spans):
        return spans[number][0], spans[number + 1][0], ""
    return (spans[number - 1][1] if number else spans[number][0]), spans[number][1], ""


def put(nodes: Nodes, into: Path, number: int, values: Sequence[Any]) -> list[Op]:
    """Puts `values` into the list at `into`, before its entry `number`, or at its end."""
    holder, text = nodes.at[into], nodes.text
    if nodes.in_a_row((*into, 0)):
        typed = ", ".join(map(in_a_row, values))
        if not holder.value:
            return [(start_of(holder) + 1, end_of(holder, text) - 1, typed)]
        if number < len(holder.value):
            at = start_of(holder.value[number])
            return [(at, at, typed + ", ")]
        at = end_of(holder.value[-1], text)
        return [(at, at, ", " + typed)]
    indent = " " * holder.start_mark.column
    rows = [_as_typed_row(nodes, into, value) for value in values]
    return [between(nodes, into, number, [_entry(row, indent) for row in rows])]


def _as_typed_row(nodes: Nodes, into: Path, value: Any) -> Any:
    """A mapping among rows in braces, or a list among lists in brackets, is written as these are."""
    first = nodes.at.get((*into, 0))
    in_row = isinstance(first, yaml.CollectionNode) and bool(first.flow_style)
    if isinstance(value, (list, tuple)) or (isinstance(value, Mapping) and in_row):
        return in_a_row(value), True
    return value, False


def _entry(row: tuple[Any, bool], indent: str) -> str:
    value, is_typed = row
    if is_typed:
        return f"{indent}- {value}\n"
    lines = write({"x": [value]}).split("\n")[1:-1]
    return "".join(f"{indent}{line[len(STEP) :]}\n" for line in lines)


def between(nodes: Nodes, into: Path, number: int, entries: Sequence[str]) -> Op:
    """`entries` as lines before the entry `number`, apart from each other as the list's own are."""
    text, count = nodes.text, len(nodes.at[into].value)
    gap = "\n" if _is_spaced(nodes, into) else ""
    if number < count:
        at = lines_of(nodes, (*into, number)).above
        return at, at, "".join(entry + gap for entry in entries)
    at = lines_of(nodes, (*into, count - 1)).end
    ended = "" if text[:at].endswith("\n") else "\n"
    return at, at, ended + "".join(gap + entry for entry in entries)


def _is_spaced(nodes: Nodes, into: Path) -> bool:
    """Whether the entries of a list stand apart by blank lines."""
    if len(nodes.at[into].value) < 2:
        return False
    second = lines_of(nodes, (*into, 1)).above
    return nodes.text[:second].endswith("\n\n")


def added(nodes: Nodes, holder: Path, values: Mapping[str, Any], behind: str = "") -> list[Op]:
    """Puts keys into a mapping, behind its key `behind` or at its end."""
    node, text = nodes.collection(holder), nodes.text
    after = (*holder, behind) if (*holder, behind) in nodes.at else (*holder, node.value[-1][0].value)
    if node.flow_style or nodes.in_a_row(after):
        at = end_of(nodes.at[after], text)
        return [(at, at, ", " + in_a_row(dict(values))[1:-1])]
    indent = " " * node.start_mark.column
    at = lines_of(nodes, after).end
    typed = "".join(f"{indent}{line}\n" for line in write(values).split("\n")[:-1])
    return [(at, at, typed if text[:at].endswith("\n") else "\n" + typed)]


def opened(nodes: Nodes, path: Path, key: str, values: Mapping[str, Any]) -> list[Op]:
    """An entry that is a text becomes a mapping: the text under `key`, and `values`."""
    node, text = nodes.at[path], nodes.text
    if not isinstance(node, yaml.ScalarNode) or not isinstance(path[-1], int):
        return []
    if nodes.in_a_row(path):
        return [(start_of(node), end_of(node, text), in_a_row({key: node.value, **values}))]
    indent = " " * nodes.at[path[:-1]].start_mark.column
    own = lines_of(nodes, path)
    typed = "".join(
        f"{indent}{line[len(STEP) :]}\n"
        for line in write({"x": [{key: node.value, **values}]}).split("\n")[1:-1]
    )
    if node.style in BLOCK or "\n" in node.value:
        return [(own.start, own.end, typed)]
    at = start_of(node)
    rest = "".join(typed.splitlines(keepends=True)[1:])
    return [(at, at, f"{key}: "), (own.end, own.end, rest)]
