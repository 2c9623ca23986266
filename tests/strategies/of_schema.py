"""A schema → data that it lets pass; what else makes a plan sound (files, days, names) is left to chance."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

from hypothesis import strategies as st

DAYS = ("2026-09-01", "2027-01-22", "2026年10月1日", "第5周", "10月上旬", "每月", "待填", "2026-02-28")
NUMBERS = ("3", "1200", "0.5", "1,200")
WORDS = (
    "甲",
    "教务处",
    "抓好课堂。",
    "见《见：甲》",
    "一、乙",
    "**丙**",
    "# 丁",
    "{{ 戊 }}",
    "第3期",
    "无",
    "待填",
    "两行\n字",
)
DEPTH = 5

Data = st.SearchStrategy[Any]


def plans(schema: Mapping[str, Any]) -> Data:
    """Data for `schema`, a self-contained one; always with a title, for nothing is made without."""
    return _object({**schema, "required": [*schema.get("required", []), "标题"]}, schema, DEPTH)


def _any(node: Any, root: Mapping[str, Any], depth: int) -> Data:
    node = _resolved(node, root)
    if "enum" in node:
        return st.sampled_from(node["enum"])
    if "anyOf" in node:
        choices = [option for option in node["anyOf"] if depth > 0 or not _nested(_resolved(option, root))]
        return st.one_of([_any(option, root, depth - 1) for option in choices or node["anyOf"][:1]])
    if node.get("type") == "array":
        rows = st.lists(
            _any(node.get("items", {}), root, depth - 1), min_size=node.get("minItems", 0), max_size=3
        )
        return rows if depth > 0 else rows.map(lambda found: found[:1])
    if node.get("type") == "object" or "properties" in node:
        return _object(node, root, depth - 1)
    return _scalar(node)


def _nested(node: Mapping[str, Any]) -> bool:
    return node.get("type") in ("array", "object") or "anyOf" in node or "properties" in node


def _object(node: Mapping[str, Any], root: Mapping[str, Any], depth: int) -> Data:
    properties, required = node.get("properties", {}), node.get("required", [])
    fields = {key: st.deferred(lambda one=below: _any(one, root, depth)) for key, below in properties.items()}
    needed = {key: field for key, field in fields.items() if key in required}
    more = sorted(set(fields) - set(needed))
    if not more:
        return st.fixed_dictionaries(needed)
    chosen = st.lists(st.sampled_from(more), max_size=6 if depth > 0 else 1, unique=True)
    return chosen.flatmap(
        lambda keys: st.fixed_dictionaries({**needed, **{key: fields[key] for key in keys}})
    )


def _scalar(node: Mapping[str, Any]) -> Data:
    examples = [one for one in node.get("examples", []) if isinstance(one, (str, int, float))]
    kind = str(node.get("format", ""))
    if "pattern" in node and examples:
        return st.sampled_from(examples)
    if kind.startswith("日期"):
        return st.sampled_from(DAYS)
    if kind == "是否":
        return st.sampled_from(["是", "否"])
    if kind in ("数字", "整数"):
        return st.sampled_from(NUMBERS) if kind == "数字" else st.integers(1, 5).map(str)
    words = st.sampled_from((*WORDS, *map(str, examples)))
    return (
        words
        | words
        | st.text(
            st.characters(exclude_categories=["Cs", "Co", "Cc", "Zl", "Zp", "Cn"]), min_size=1, max_size=12
        )
    )


def _resolved(node: Any, root: Mapping[str, Any]) -> Mapping[str, Any]:
    """`node` with what it refers to, its own words over that."""
    found: dict[str, Any] = dict(node) if isinstance(node, Mapping) else {}
    while "$ref" in found:
        target: Any = root
        for step in str(found.pop("$ref")).removeprefix("#/").split("/"):
            target = target[unquote(step)]
        found = {**target, **found}
    return found
