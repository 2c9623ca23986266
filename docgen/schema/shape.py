"""A JSON Schema compiled to what a fast walk asks at each value: what to turn a text into, which
keys there are, what a list holds.

A shape is the union of all branches (`anyOf`, `oneOf`) and all conjuncts (`$ref`, `allOf`) of its
schema: it never judges, that is the validator's work.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import unquote

from docgen.schema.convert import CONVERTERS, Converter

Node = Mapping[str, Any]

TYPES = {
    "string": "text",
    "number": "number",
    "integer": "integer",
    "boolean": "boolean",
    "object": "mapping",
    "array": "list",
    "null": "null",
}
FORMATS = {
    "date": "day",
    "日期": "day",
    "日期或文字": "day or text",
    "数字": "number",
    "整数": "integer",
    "是否": "boolean",
}
SCALARS = ("text", "day or text", "day", "number", "integer", "boolean")
BRANCHES = ("allOf", "anyOf", "oneOf")
FURTHER_KEYS = ("additionalProperties", "unevaluatedProperties")


class Shape:
    """What a value at one point of a plan may be.

    `wants`: of text, number, integer, boolean, day, day or text, mapping, list, null; empty where
    the schema does not say. `convert`: turns a text, None where it stays. `keys`: the known keys;
    `others`: the shape of any other key, None where there may be none; `items`: what a list holds.
    `nodes`: the parts of the schema this was made from. The three that lead on to further shapes
    are made when one of them is first asked for: a plan looks at a part of its schema only.
    """

    __slots__ = ("_compiler", "convert", "items", "keys", "nodes", "others", "wants")
    keys: dict[str, Shape]
    others: Shape | None
    items: Shape

    def __init__(self, compiler: _Compiler, nodes: tuple[Node, ...], wants: frozenset[str]) -> None:
        self._compiler = compiler
        self.nodes = nodes
        self.wants = wants
        self.convert: Converter | None = _converter(wants)

    def __getattr__(self, name: str) -> Any:
        if name not in ("items", "keys", "others"):
            raise AttributeError(name)
        self._compiler.lead_on(self)
        return getattr(self, name)

    def takes_scalars(self) -> bool:
        return not self.wants or any(want in self.wants for want in SCALARS)

    def aliases(self) -> set[str]:
        """What else people call the key of this shape (又名)."""
        return {name for node in self.nodes for name in node.get("又名", ())}

    def wants_number(self) -> bool:
        return self.convert is not None and not self.wants.isdisjoint(("number", "integer"))


def of(schema: Node) -> Shape:
    """The shape of a whole schema; every `$ref` in it must be local (`#/…`)."""
    return _Compiler(schema).shape([schema])


def resolve(root: Node, reference: str) -> Any:
    """What a local reference (`#/$defs/条目`) points to, `{}` where it points nowhere."""
    found: Any = root
    for step in unquote(reference).removeprefix("#").split("/")[1:]:
        key = step.replace("~1", "/").replace("~0", "~")
        found = found.get(key, {}) if isinstance(found, Mapping) else {}
    return found


class _Compiler:
    """The shapes made so far, by the schema nodes they were made from: recursion ends there."""

    def __init__(self, root: Node) -> None:
        self.root = root
        self.made: dict[tuple[int, ...], Shape] = {}
        self.asked: dict[tuple[int, ...], Shape] = {}
        self.targets: dict[str, Any] = {}
        self.anything = Shape(self, (), frozenset())
        self.anything.keys = {}
        self.anything.items = self.anything.others = self.anything

    def shape(self, schemas: Iterable[Any]) -> Shape:
        """The shape of what any of `schemas` allows."""
        given = list(schemas)
        mark = tuple(map(id, given))
        if mark not in self.asked:
            self.asked[mark] = self.made_of(tuple(self.parts(given)), given)
        return self.asked[mark]

    def made_of(self, nodes: tuple[Node, ...], given: list[Any]) -> Shape:
        if not nodes:
            return self.anything
        mark = tuple(map(id, nodes))
        if mark not in self.made:
            self.made[mark] = Shape(self, nodes, self.wants(given))
        return self.made[mark]

    def parts(self, schemas: Iterable[Any]) -> Iterator[Node]:
        """Each schema with all that it refers to or branches into, once each."""
        seen: set[int] = set()
        todo = list(schemas)
        while todo:
            node = todo.pop(0)
            if isinstance(node, Mapping) and id(node) not in seen:
                seen.add(id(node))
                yield node
                todo.extend(self.within(node))

    def within(self, node: Node) -> list[Any]:
        """What `node` itself refers to or branches into."""
        referred = [self.target(node["$ref"])] if "$ref" in node else []
        return referred + [part for keyword in BRANCHES for part in node.get(keyword, ())]

    def target(self, reference: str) -> Any:
        if reference not in self.targets:
            self.targets[reference] = resolve(self.root, reference)
        return self.targets[reference]

    def wants(self, schemas: Iterable[Any], seen: frozenset[int] = frozenset()) -> frozenset[str]:
        """What the schemas take between them; a node's own word narrows what it refers to."""
        found: frozenset[str] = frozenset()
        for node in schemas:
            if isinstance(node, Mapping) and id(node) not in seen:
                own = frozenset(_own_wants(node))
                found |= own or self.wants(self.within(node), seen | {id(node)})
        return found

    def lead_on(self, shape: Shape) -> None:
        """Gives `shape` its `keys`, `others` and `items`."""
        known: dict[str, list[Any]] = {}
        for node in shape.nodes:
            for key, value in node.get("properties", {}).items():
                known.setdefault(key, []).append(value)
        shape.others = self.further_keys(shape.nodes)
        shape.items = self.shape(node["items"] for node in shape.nodes if "items" in node)
        shape.keys = {key: self.shape(values) for key, values in known.items()}

    def further_keys(self, nodes: tuple[Node, ...]) -> Shape | None:
        rules = [node[keyword] for node in nodes for keyword in FURTHER_KEYS if keyword in node]
        rules += [value for node in nodes for value in node.get("patternProperties", {}).values()]
        allowed = [rule for rule in rules if rule is not False]
        return None if rules and not allowed else self.shape(allowed)


def _own_wants(node: Node) -> Iterator[str]:
    if node.get("format") in FORMATS:
        yield FORMATS[node["format"]]
        return
    if "type" in node:
        types = node["type"]
        yield from (TYPES[name] for name in ([types] if isinstance(types, str) else types) if name in TYPES)
        return
    for value in [*node.get("enum", ()), *([node["const"]] if "const" in node else ())]:
        yield {bool: "boolean", int: "number", float: "number", str: "text"}.get(type(value), "null")


def _converter(wants: frozenset[str]) -> Converter | None:
    """Text stays text wherever one branch takes a text."""
    if "text" in wants:
        return None
    return next((CONVERTERS[want] for want in SCALARS if want in wants and want in CONVERTERS), None)
