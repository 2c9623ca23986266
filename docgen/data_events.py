"""Our own data files that are not in plain order, from PyYAML's events: twice as fast as its constructor."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import yaml

from docgen.not_yaml import NotYaml

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Next = Callable[[], Any]
_Plain = Callable[[str], Any]


MOST_NODES = 200_000
"""Values of a file whose aliases are written out: the schema of a template may come from anyone."""


class _Rare(Exception):
    """The file uses what is left to PyYAML's constructor: anchors, tags, merge keys."""


def read(text: str, plain: _Plain) -> Any:
    """The value of the only document in `text`, None where there is none; `plain` tells what a text without
    quotes stands for. Raises `NotYaml`."""
    try:
        try:
            return _document(_Loader(text).get_event, plain)
        except _Rare:
            return _constructed(_Loader(text))
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        raise NotYaml(str(fault), mark.line + 1 if mark else 1, mark.column + 1 if mark else 0) from None


def _constructed(loader: Any) -> Any:
    node = loader.get_single_node()
    if _size(node, {}) > MOST_NODES:
        raise NotYaml("aliases", node.start_mark.line + 1, node.start_mark.column + 1)
    return None if node is None else loader.construct_document(node)


def _size(node: Any, known: dict[int, int]) -> int:
    """How many values `node` stands for with its aliases written out; what holds itself is too large."""
    if not isinstance(node, yaml.CollectionNode):
        return 1
    if id(node) not in known:
        known[id(node)] = MOST_NODES + 1
        inner = (
            node.value
            if isinstance(node, yaml.SequenceNode)
            else [one for pair in node.value for one in pair]
        )
        known[id(node)] = 1 + sum(_size(one, known) for one in inner)
    return known[id(node)]


def _document(next_event: _Next, plain: _Plain) -> Any:
    next_event()
    if type(next_event()) is yaml.StreamEndEvent:
        return None
    value = _value(next_event(), next_event, plain)
    next_event()
    if type(next_event()) is not yaml.StreamEndEvent:
        raise _Rare
    return value


def _value(event: Any, next_event: _Next, plain: _Plain) -> Any:
    """The value that begins with `event`."""
    if event.anchor or event.tag:
        raise _Rare
    if type(event) is yaml.ScalarEvent:
        return event.value if event.style else plain(event.value)
    if type(event) is yaml.MappingStartEvent:
        return _mapping(next_event, plain)
    found = []
    while type(event := next_event()) is not yaml.SequenceEndEvent:
        found.append(_value(event, next_event, plain))
    return found


def _mapping(next_event: _Next, plain: _Plain) -> dict[Any, Any]:
    found = {}
    while type(event := next_event()) is not yaml.MappingEndEvent:
        if type(event) is not yaml.ScalarEvent or event.value == "<<":
            raise _Rare
        key = _value(event, next_event, plain)
        found[key] = _value(next_event(), next_event, plain)
    return found
