"""Writes keys.md: every key of a plan, from the schemas of the templates.

`python docs/make_keys.py` writes the file; a test compares it with what would be written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from docgen import data_files
from docgen.resources import folder
from docgen.template import shelf

TARGET = Path(__file__).parent / "keys.md"
TEMPLATES = folder("templates")
BASE: dict[str, Any] = data_files.load(TEMPLATES / "base" / "schema.yaml")
OWN: dict[str, dict[str, Any]] = {
    path.parent.name: data_files.load(path) for path in sorted(TEMPLATES.glob("*/schema.yaml"))
}
DEFS: dict[str, Any] = {
    name: schema for own in (*OWN.values(), BASE) for name, schema in own.get("$defs", {}).items()
}
SCALARS = {
    "日期": "日期",
    "日期或文字": "日期或时段",
    "数字": "数",
    "整数": "整数",
    "是否": "是或否",
}
"""What the formats of our own ask for."""
TYPES = {"string": "文字", "number": "数", "integer": "整数", "boolean": "是或否", "object": "几个键"}
MIXED, SECTION = "内容", "一节"
"""What a chapter by name holds, and the keys of one that is written out."""
SHOWN = 3
"""How many examples a row shows."""

HEAD = """# 数据参考

数据文件里能用的每一个键。写法的五条规矩见[教程](tutorial.md)，写错了见[写错了怎么改](slips.md)。

“写什么”一栏：文字是一句话或几段话；列表是每行一个“- ”开头的项；链接是又一层的几个键。★是必须写的。
“也有人写成”的键程序不认，但会告诉您正确的是哪一个。每个模板自己的键在[最后](#各模板的键)；也可以用命令看：

```console
docgen template show 工作计划
```

本文件由 `python docs/make_keys.py` 从字段表生成，不要手改。
"""
COLUMNS = "\n| 键 | 写什么 | 说明 | 例如 | 也有人写成 |\n|---|---|---|---|---|\n"


def page() -> str:
    """The whole file."""
    parts = [HEAD, "\n## 最外层的键\n", COLUMNS, *_rows(BASE)]
    for name, schema in objects():
        about = schema["description"]
        parts.append(f"\n## {name}\n" + (f"\n{about}\n" if about else "") + COLUMNS)
        parts.extend(_rows(schema))
    return "".join([*parts, *_templates()])


def objects() -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The definitions that have keys of their own, also those that may be text instead."""
    for name, schema in BASE["$defs"].items():
        for way in (schema, *schema.get("anyOf", ())):
            if "properties" in way:
                yield name, {**way, "description": schema.get("description", "")}


def _templates() -> Iterator[str]:
    yield "\n## 各模板的键\n\n下面是各模板在上面这些键之外自己有的。\n"
    for package in sorted(shelf.catalogue(), key=lambda package: package.id):
        own = OWN.get(package.folder.name, {})
        keys = {
            key: {**BASE["properties"].get(key, {}), **given}
            for key, given in own.get("properties", {}).items()
        }
        rows = list(_rows({**own, "properties": keys}))
        if rows:
            yield f"\n### {package.name}\n\n{own.get('description', '')}\n{COLUMNS}"
            yield from rows


def _rows(schema: Mapping[str, Any]) -> Iterator[str]:
    required = schema.get("required", ())
    for key, given in schema["properties"].items():
        merged = _merged(given)
        cells = (
            key + ("★" if key in required else ""),
            _what(given),
            merged.get("description", ""),
            "；".join(_example(one) for one in _examples(merged)[:SHOWN]),
            "、".join(merged.get("又名", ())),
        )
        yield "| " + " | ".join(str(cell).replace("|", "\\|") for cell in cells) + " |\n"


def _merged(schema: Mapping[str, Any]) -> dict[str, Any]:
    """A schema with what it refers to below it."""
    below = _merged(_referred(schema)) if "$ref" in schema else {}
    return {**below, **schema}


def _referred(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    node: Any = {"$defs": DEFS}
    for step in str(schema["$ref"]).removeprefix("#/").split("/"):
        node = node[step]
    return dict(node)


def _target(schema: Mapping[str, Any]) -> str:
    """The name of the definition that a schema refers to, past those that only refer; empty where none is."""
    if "$ref" not in schema:
        return ""
    below = _referred(schema)
    if "$ref" in below and set(below) <= {"$ref", "required"}:
        return _target(below)
    return str(schema["$ref"]).rpartition("/")[2]


def _what(schema: Mapping[str, Any]) -> str:
    """What a value is: 文字, 日期, a list, or a link to the keys that it has."""
    merged, name = _merged(schema), _target(schema)
    if "enum" in merged:
        return "、".join(_example(one) for one in merged["enum"])
    if name == MIXED:
        return f"文字，或者列表，或者[{SECTION}](#{SECTION})"
    if name in dict(objects()):
        return f"[{name}](#{name})"
    if merged.get("format") in SCALARS:
        return SCALARS[merged["format"]]
    ways = merged.get("anyOf", merged.get("oneOf", ()))
    return "，或者".join(dict.fromkeys(map(_what, ways))) if ways else _plainly(merged)


def _plainly(schema: Mapping[str, Any]) -> str:
    """What a value is that has no other way and no name."""
    if "items" in schema:
        return f"列表：{_what(schema['items'])}"
    if "properties" in schema:
        return f"几个键：{'、'.join(schema['properties'])}"
    kinds = schema.get("type", "object")
    return TYPES.get(kinds if isinstance(kinds, str) else kinds[0], "文字")


def _examples(schema: Mapping[str, Any]) -> list[Any]:
    found = list(schema.get("examples", ()))
    for way in schema.get("anyOf", ()):
        found += [] if found else list(_merged(way).get("examples", ()))
    return found


def _example(value: Any) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    return f"[{', '.join(map(str, value))}]" if isinstance(value, list) else str(value)


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")
