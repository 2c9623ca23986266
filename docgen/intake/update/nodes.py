"""The plan's text as YAML nodes, by the path of keys and numbers that leads to each."""

from __future__ import annotations

from typing import NamedTuple, Union

import yaml

from docgen.plan_text.nodes import compose

Path = tuple[Union[str, int], ...]


class Nodes(NamedTuple):
    """All nodes of a text by their paths (of a mapping's key: `keys`)."""

    text: str
    at: dict[Path, yaml.Node]
    keys: dict[Path, yaml.ScalarNode]

    def scalar(self, path: Path) -> yaml.ScalarNode | None:
        node = self.at.get(path)
        return node if isinstance(node, yaml.ScalarNode) else None

    def value(self, path: Path) -> str:
        node = self.scalar(path)
        return node.value if node else ""

    def line(self, path: Path) -> int:
        """The line (from 1) on which what `path` leads to begins, its key before it."""
        node = self.keys.get(path) or self.at.get(path)
        return node.start_mark.line + 1 if node else 0

    def in_a_row(self, path: Path) -> bool:
        """Whether `path` leads into brackets or braces."""
        above = (self.at.get(path[:end]) for end in range(len(path)))
        return any(isinstance(node, yaml.CollectionNode) and node.flow_style for node in above)

    def collection(self, path: Path) -> yaml.CollectionNode:
        """The list or mapping at `path`."""
        node = self.at[path]
        assert isinstance(node, yaml.CollectionNode)
        return node


def nodes(text: str) -> Nodes:
    """The nodes of a plan's text, which the source stage has read without an error."""
    found = Nodes(text, {}, {})
    root = compose(text)
    if root is not None:
        _walk(root, (), found, set())
    return found


def _walk(node: yaml.Node, path: Path, found: Nodes, above: set[int]) -> None:
    if id(node) in above:
        return
    found.at[path] = node
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            below = (*path, str(key.value))
            found.keys[below] = key
            _walk(value, below, found, above | {id(node)})
    elif isinstance(node, yaml.SequenceNode):
        for number, entry in enumerate(node.value):
            _walk(entry, (*path, number), found, above | {id(node)})
