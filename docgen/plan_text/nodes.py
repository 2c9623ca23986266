"""The text of a plan as YAML nodes, each with where it stands, for changing the text in place.

Nothing is written back from values: what is not changed stays as it was typed, to the character.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Node = yaml.Node


class Spot(NamedTuple):
    """A text of the plan: its node, the keys on the way to it, the line (from 0) above which a
    comment on it may stand."""

    node: yaml.ScalarNode
    keys: tuple[str, ...]
    line: int


class Field(NamedTuple):
    """A key with its value, the mapping it belongs to, its `number` there, the keys on the way to it, the
    line (from 0) above which a comment on it may stand."""

    key: yaml.ScalarNode
    value: Node
    holder: yaml.MappingNode
    number: int
    keys: tuple[str, ...]
    line: int


def compose(text: str) -> Node | None:
    """The nodes of `text`, which the source stage has read without an error."""
    node: Node | None = yaml.compose(text, Loader=_Loader)
    return node


def spots(root: Node) -> Iterator[Spot]:
    """All texts below `root` but keys, in the order of the file; what is referred to again, once."""
    return _spots(root, (), 0, True, set())


def fields(root: Node) -> Iterator[Field]:
    """All keys below `root`, outer ones first."""
    return _fields(root, (), 0, True, set())


def pairs(node: Node) -> dict[str, tuple[yaml.ScalarNode, Node]]:
    """The keys and values of a mapping by the text of the key; empty for any other node."""
    if not isinstance(node, yaml.MappingNode):
        return {}
    return {key.value: (key, value) for key, value in node.value}


def start_of(node: Node) -> int:
    return int(node.start_mark.index)


def end_of(node: Node, text: str) -> int:
    """The index behind the last character of `node`: a block's end mark stands at the next value."""
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        return len(text[: node.end_mark.index].rstrip())
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return end_of(last[1] if isinstance(node, yaml.MappingNode) else last, text)
    return int(node.end_mark.index)


def _spots(node: Node, keys: tuple[str, ...], line: int, block: bool, seen: set[int]) -> Iterator[Spot]:
    if id(node) in seen:
        return
    seen.add(id(node))
    if isinstance(node, yaml.ScalarNode):
        yield Spot(node, keys, line)
        return
    block = block and not (isinstance(node, yaml.CollectionNode) and node.flow_style)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _spots(value, (*keys, key.value), key.start_mark.line if block else line, block, seen)
    elif isinstance(node, yaml.SequenceNode):
        for entry in node.value:
            yield from _spots(entry, keys, entry.start_mark.line if block else line, block, seen)


def _fields(node: Node, keys: tuple[str, ...], line: int, block: bool, seen: set[int]) -> Iterator[Field]:
    if id(node) in seen or isinstance(node, yaml.ScalarNode):
        return
    seen.add(id(node))
    block = block and not (isinstance(node, yaml.CollectionNode) and node.flow_style)
    if isinstance(node, yaml.MappingNode):
        for index, (key, value) in enumerate(node.value):
            at = key.start_mark.line if block else line
            yield Field(key, value, node, index, keys, at)
            yield from _fields(value, (*keys, key.value), at, block, seen)
    elif isinstance(node, yaml.SequenceNode):
        for entry in node.value:
            yield from _fields(entry, keys, entry.start_mark.line if block else line, block, seen)
