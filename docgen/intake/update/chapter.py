"""A chapter that is a key of the plan, given a title other than its template's."""

from __future__ import annotations

import yaml

from docgen.intake.update.nodes import Nodes, Path
from docgen.intake.update.typed import Op, lines_of
from docgen.plan_text.nodes import end_of, start_of
from docgen.plan_text.yaml_text import STEP, scalar


def titled(nodes: Nodes, path: Path, title: str) -> list[Op]:
    """`标题: title` in the value of the key at `path`; what was there becomes its 正文 or 小节."""
    node, text = nodes.at[path], nodes.text
    own = (*path, "标题")
    if own in nodes.at:
        below = nodes.at[own]
        return [(start_of(below), end_of(below, text), scalar(title))]
    if isinstance(node, yaml.MappingNode):
        if node.flow_style:
            at = start_of(node) + 1
            return [(at, at, f"标题: {scalar(title)}, ")]
        at = text.rfind("\n", 0, start_of(node)) + 1
        return [(at, at, f"{' ' * node.start_mark.column}标题: {scalar(title)}\n")]
    return _wrapped(nodes, path, title)


def _wrapped(nodes: Nodes, path: Path, title: str) -> list[Op]:
    node, text = nodes.at[path], nodes.text
    titled = isinstance(node, yaml.SequenceNode) and all(
        isinstance(entry, yaml.MappingNode) and any(key.value == "标题" for key, _value in entry.value)
        for entry in node.value
    )
    key = "小节" if titled else "正文"
    start, end = start_of(nodes.keys[path]), lines_of(nodes, path).end
    head = text.index(":", start) + 1
    indent = STEP + " " * nodes.keys[path].start_mark.column
    first, *rest = text[head:end].splitlines(keepends=True)
    lines = "".join(STEP + line if line.strip() else line for line in rest)
    return [(head, end, f"\n{indent}标题: {scalar(title)}\n{indent}{key}:{first}{lines}")]
