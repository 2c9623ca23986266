"""A schema that is none → what is wrong with it, with its place in the file of the template."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from docgen.i18n import _
from docgen.problems import DocgenError, Place, Problem, error
from docgen.schema.steps import key_place, value_at
from docgen.schema.suggest import nearest

MISSING = re.compile(r"Pointer '(/[^']*)' does not exist")
"""What the validator says of a `$ref` that leads nowhere."""

Steps = tuple[str | int, ...]


def problem_of(fault: Exception, mapping: Mapping[str, Any], files: Sequence[Path]) -> Problem:
    """What the validator's `fault` with `mapping` is, the schema in `files` (the template's own first)."""
    if found := MISSING.match(str(fault)):
        return _no_definition(f"#{found[1]}", mapping, files)
    steps = tuple(getattr(fault, "instance_path", ()))
    where = "/".join(map(str, steps))
    sentence = _("模板的 schema.yaml 不是合格的 JSON Schema（2020-12），出错的地方：{where}").format(
        where=where or _("整个文件")
    )
    value = value_at(mapping, steps)
    excerpt = f"{steps[-1]}: {value}" if steps and isinstance(value, str | int | float) else where
    hint = _("对照别的模板的 schema.yaml，改正这个地方")
    return error("SCM-014", sentence, _place(steps, files), excerpt=excerpt, hint=hint)


def _no_definition(reference: str, mapping: Mapping[str, Any], files: Sequence[Path]) -> Problem:
    steps = next(_uses(mapping, reference, ()), ())
    name, known = unquote(reference).rpartition("/")[2], list(mapping.get("$defs", {}))
    sentence = _("模板的 schema.yaml 里没有“{name}”这个定义").format(name=name)
    near = nearest(name, known)
    hint = _("您是不是要写“{near}”？").format(near=near) if near else ""
    if known:
        hint += _("可以用的定义：{names}").format(names="、".join(known))
    place = _place(steps, files)
    return error("SCM-014", sentence, place, excerpt=f"$ref: {unquote(reference)}", hint=hint)


def _uses(node: Any, reference: str, steps: Steps) -> Iterator[Steps]:
    """The ways to each `$ref` in `node` that is `reference`."""
    if isinstance(node, Mapping):
        for key, value in node.items():
            if key == "$ref" and value == reference:
                yield (*steps, key)
            yield from _uses(value, reference, (*steps, key))
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from _uses(value, reference, (*steps, number))


def _place(steps: Steps, files: Sequence[Path]) -> Place | None:
    """Where the value at `steps` stands: in the first of `files` that has one there."""
    from docgen.source.load import load

    for path in files if steps else ():
        try:
            data, _problems = load(path)
        except DocgenError:
            continue
        if value_at(data, steps) is not None:
            return key_place(data, steps) or Place(str(path))
    return Place(str(files[0])) if files else None
