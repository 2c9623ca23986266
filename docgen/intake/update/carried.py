"""An entry of the plan carried to another place, its lines as they are, with the comments above it."""

from __future__ import annotations

from typing import Any

import yaml

from docgen.intake.update.nodes import Nodes, Path
from docgen.intake.update.typed import Op, between, cut, cut_in_row, indent_of, lines_of, put
from docgen.plan_text.nodes import end_of, start_of


def moved(nodes: Nodes, path: Path, into: Path, number: int) -> list[Op]:
    """The entry at `path` with its comments, taken before the entry `number` of the list at `into`."""
    if nodes.in_a_row(path) or nodes.in_a_row((*into, 0)):
        node = nodes.at[path]
        return _moved_in_row(nodes, path, into, number, nodes.text[start_of(node) : end_of(node, nodes.text)])
    own = lines_of(nodes, path)
    by = nodes.at[into].start_mark.column - nodes.at[path[:-1]].start_mark.column
    chunk = nodes.text[own.above : own.end]
    chunk = chunk if chunk.endswith("\n") else chunk + "\n"
    lines = [_shifted(line, by) for line in chunk.splitlines(keepends=True)]
    return [*cut(nodes, path, with_comments=True), between(nodes, into, number, ["".join(lines)])]


def _moved_in_row(nodes: Nodes, path: Path, into: Path, number: int, typed: str) -> list[Op]:
    if not (nodes.in_a_row(path) and nodes.in_a_row((*into, 0))):
        return [*cut(nodes, path), *put(nodes, into, number, [_value(nodes.at[path])])]
    holder = nodes.at[into]
    if number < len(holder.value):
        at = start_of(holder.value[number])
        return [cut_in_row(nodes, path), (at, at, typed + ", ")]
    at = end_of(holder.value[-1], nodes.text)
    return [cut_in_row(nodes, path), (at, at, ", " + typed)]


def _value(node: yaml.Node) -> Any:
    """What is typed at a node, for writing it in another form."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: _value(value) for key, value in node.value}
    return [_value(entry) for entry in node.value] if isinstance(node, yaml.SequenceNode) else node.value


def _shifted(line: str, by: int) -> str:
    if not line.strip():
        return line
    return " " * by + line if by >= 0 else line[min(-by, indent_of(line)) :]
