"""The house: imports run one way, between rooms and inside them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import docgen

PACKAGE = Path(docgen.__file__).parent


def modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        yield ".".join(parts).removesuffix(".__init__"), path


def imported(path: Path, known: set[str]) -> Iterator[str]:
    """The modules of docgen that the module at `path` imports, anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield from (name for name in (inner if inner in known else node.module,) if name in known)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)


def room(module: str) -> str:
    """The folder of `module`, or the module itself where it lies on the ground floor."""
    return module.split(".")[1] if "." in module else module


def test_rooms_are_in_no_circle() -> None:
    """`static_order` raises CycleError, and names the circle, where two rooms need each other."""
    found = dict(modules())
    needs: dict[str, set[str]] = {}
    for name, path in found.items():
        needs.setdefault(room(name), set()).update(room(other) for other in imported(path, set(found)))
    for name, others in needs.items():
        others.discard(name)

    assert list(TopologicalSorter(needs).static_order())


def test_modules_are_in_no_circle() -> None:
    found = dict(modules())
    needs = {name: set(imported(path, set(found))) - {name} for name, path in found.items()}

    assert list(TopologicalSorter(needs).static_order())
