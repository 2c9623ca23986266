"""What a template's files use: the names they take of a plan, the files they include, what they reach for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import jinja2
from jinja2 import nodes

from docgen.template.engine import Engine


class Use(NamedTuple):
    """Something a template uses, and the line on which it does."""

    name: str
    line: int


class Uses(NamedTuple):
    """What one file uses: names of the plan, files by name, attributes that no template may reach."""

    names: tuple[Use, ...]
    files: tuple[Use, ...]
    forbidden: tuple[Use, ...]


def uses(source: str, engine: Engine) -> Uses:
    """What the text of a template uses; raises `jinja2.TemplateSyntaxError`."""
    tree = engine.parse(source)
    own = {node.name for node in tree.find_all(nodes.Name) if node.ctx in ("store", "param")}
    own |= {node.name for node in tree.find_all(nodes.Macro)} | set(engine.globals)
    names = tuple(
        Use(node.name, node.lineno)
        for node in tree.find_all(nodes.Name)
        if node.ctx == "load" and node.name not in own
    )
    return Uses(names, tuple(_files(tree)), tuple(_forbidden(tree)))


def _files(tree: nodes.Template) -> Iterator[Use]:
    kinds: tuple[Any, ...] = (nodes.Include, nodes.Extends, nodes.Import, nodes.FromImport)
    for node in tree.find_all(kinds):
        yield from (Use(name, node.lineno) for name in _constants(node.template))


def _constants(node: Any) -> Iterator[str]:
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, (nodes.List, nodes.Tuple)):
        for item in node.items:
            yield from _constants(item)


def _forbidden(tree: nodes.Template) -> Iterator[Use]:
    """Names that begin with an underscore lead into Python, and so does a call of what is no function of
    ours; the engine stops both when it meets them, here they are found before."""
    names = [(node.name, node.lineno) for node in tree.find_all(nodes.Name)]
    names += [(node.attr, node.lineno) for node in tree.find_all(nodes.Getattr)]
    yield from (Use(name, line) for name, line in names if name.startswith("_"))
    for node in tree.find_all(nodes.Getitem):
        if isinstance(node.arg, nodes.Const) and str(node.arg.value).startswith("_"):
            yield Use(str(node.arg.value), node.lineno)


FAULT = jinja2.TemplateSyntaxError
