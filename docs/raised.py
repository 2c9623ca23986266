"""Where the code raises each problem: its id, what it says and what it advises, read without running it.

An id is a string constant such as "YML-003". The sentence is what is translated beside it: in the same call,
in the variables that call names, else in the statement or the function around.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

CODE = Path(__file__).parent.parent / "docgen"
ID = re.compile(r"[A-Z]{3}-\d{3}")
FIELD = re.compile(r"(?<!\{)\{[^{}]*\}(?!\})")
BRACES = re.compile(r"\{\{|\}\}")
HINTS = ("hint", "advice", "remedy")
NO_SAYING = (ast.Compare, ast.Dict, ast.Set)
"""Where an id is asked for, or names a function."""
ROWS = (ast.Tuple, ast.Assign, ast.AnnAssign, ast.Return, ast.Expr)
CHECKS = ("Check", "Survey", "survey", "_survey")
"""What holds an id and the function that says what is wrong."""


@dataclass
class Raised:
    """What is said of a problem, in the order of the code; {fields} are told as ……."""

    sentences: list[str] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)
    modules: list[str] = field(default_factory=list)

    def add(self, sentences: list[str], hints: list[str], module: str) -> None:
        for kept, new in ((self.sentences, sentences), (self.hints, hints), (self.modules, [module])):
            kept.extend(one for one in new if one and one not in kept)


def raised() -> dict[str, Raised]:
    """Every id in the code."""
    found: defaultdict[str, Raised] = defaultdict(Raised)
    for path in sorted(CODE.rglob("*.py")):
        module = Module(ast.parse(path.read_text(encoding="utf-8")))
        name = path.relative_to(CODE.parent).as_posix()
        for constant in module.ids():
            found[str(constant.value)].add(*module.said(constant), name)
    return dict(sorted(found.items()))


class Module:
    """The tree of a file, with the parent of each node."""

    def __init__(self, tree: ast.Module) -> None:
        self.tree = tree
        self.parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
        self.functions = {node.name: node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}

    def ids(self) -> Iterator[ast.Constant]:
        return _ids(self.tree)

    def returned(self, function: str) -> tuple[list[str], list[str]]:
        """What a function says that returns a sentence and a hint."""
        pairs = [
            node.value
            for node in ast.walk(self.functions[function])
            if isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple)
        ]
        said = [self._pair(pair) for pair in pairs]
        return [text for one, _hint in said for text in one], [text for _one, hint in said for text in hint]

    def _pair(self, pair: ast.Tuple) -> tuple[list[str], list[str]]:
        sentence, hint = (
            list(_translated(one)) or [text for name in _names(one) for text in self._given(name, pair)]
            for one in pair.elts
        )
        return sentence, hint

    def said(self, constant: ast.Constant) -> tuple[list[str], list[str]]:
        """The sentences and the hints that stand nearest to an id."""
        node: ast.AST = constant
        while node in self.parents:
            node = self.parents[node]
            if isinstance(node, NO_SAYING):
                break
            if isinstance(node, ast.FunctionDef):
                return self._of_body(node) if len(list(_ids(node))) == 1 else ([], [])
            sentences, hints = self._of_call(node) if isinstance(node, ast.Call) else _of_row(node)
            if sentences:
                return sentences, hints
        return [], []

    def _of_call(self, call: ast.Call) -> tuple[list[str], list[str]]:
        """The first argument that says something is the sentence; the hint is named so, or comes next."""
        hints = [
            text for key in call.keywords if key.arg in HINTS for text in self._resolved(key.value, call)
        ]
        parts = [*call.args, *(key.value for key in call.keywords if key.arg not in (*HINTS, "excerpt"))]
        for part in parts:
            if isinstance(part, ast.Name) and part.id in self.functions and _name(call.func) in CHECKS:
                sentences, said = self._of_body(self.functions[part.id])
                return sentences[:1], said
        said = [texts for part in parts if (texts := self._resolved(part, call))]
        return (said[0], hints or [text for texts in said[1:] for text in texts]) if said else ([], hints)

    def _resolved(self, node: ast.expr, call: ast.Call) -> list[str]:
        """The sentences in an expression, else those that its names were given."""
        found = list(_translated(node))
        return found or [text for name in _names(node) for text in self._given(name, call)]

    def _given(self, name: str, call: ast.expr) -> list[str]:
        """The sentences last given to `name` before a call."""
        node: ast.AST = call
        while node in self.parents and not isinstance(node, ast.FunctionDef):
            node = self.parents[node]
        given = [one for one in ast.walk(node) if isinstance(one, ast.Assign) and _gives(one, name)]
        before = [one for one in given if one.lineno < call.lineno] or given
        last = max(before, key=lambda one: one.lineno, default=None)
        return list(_translated(_part(last, name))) if last else []

    def _of_body(self, body: ast.AST) -> tuple[list[str], list[str]]:
        hints = [
            text
            for node in ast.walk(body)
            if (isinstance(node, ast.keyword) and node.arg in HINTS)
            or (isinstance(node, ast.Assign) and any(_gives(node, hint) for hint in HINTS))
            for text in _translated(node.value)
        ]
        return [text for text in _translated(body) if text not in hints], hints


def _ids(tree: ast.AST) -> Iterator[ast.Constant]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and ID.fullmatch(node.value):
            yield node


def _of_row(node: ast.AST) -> tuple[list[str], list[str]]:
    """Of a row of a table, or a statement: the sentence first, then what to do."""
    said = list(_translated(node)) if isinstance(node, ROWS) else []
    return said[:1], said[1:]


def _names(node: ast.AST) -> list[str]:
    return [one.id for one in ast.walk(node) if isinstance(one, ast.Name)]


def _gives(node: ast.Assign, name: str) -> bool:
    """Whether an assignment gives `name` a value."""
    return any(
        isinstance(one, ast.Name) and one.id == name for target in node.targets for one in ast.walk(target)
    )


def _part(given: ast.Assign, name: str) -> ast.expr:
    """What `name` is given, where several are given at once."""
    names, value = given.targets[0], given.value
    if isinstance(names, ast.Tuple) and isinstance(value, ast.Tuple):
        pairs = zip(names.elts, value.elts, strict=False)
        return next((part for one, part in pairs if isinstance(one, ast.Name) and one.id == name), value)
    return value


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _translated(node: ast.AST) -> Iterator[str]:
    """The sentences inside `_()`, as they stand in the code."""
    for one in ast.walk(node):
        if isinstance(one, ast.Call) and _name(one.func) == "_" and one.args:
            text = one.args[0]
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                yield BRACES.sub(lambda two: two[0][0], FIELD.sub("……", text.value))
