"""What is said of a package, and of a plan that was moved to one, in lines and as data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from docgen.i18n import _
from docgen.publish.update import HOMELESS, KEPT, MISSING, RENAMED, Change
from docgen.template.package import Package

LIMITS = ("minLength", "maxLength", "pattern", "enum", "minimum", "maximum", "minItems", "maxItems")


def as_data(package: Package) -> dict[str, Any]:
    """What `docgen template show --json` prints."""
    plain = ("id", "name", "version", "publisher", "licence", "summary", "kind", "form")
    return {
        **{word: getattr(package, word) for word in plain},
        "parents": [folder.name for folder in package.folders[1:]],
        "sections": [section._asdict() | {"layers": None} for section in package.sections],
        "locked": list(package.locked),
        "renamed": dict(package.renamed),
        "fields": {key: field(node) for key, node in _fields(package)},
    }


def lines(package: Package) -> Iterator[str]:
    """What `docgen template show` prints."""
    yield f"{package.name}@{package.version}（{package.id}）"
    rows = ((_("发布单位"), package.publisher), (_("许可"), package.licence), (_("说明"), package.summary))
    yield from (f"{word}：{text}" for word, text in rows if text)
    if package.sections:
        yield _("章节：")
    for section in package.sections:
        demand = _("锁定") if section.locked else section.expected or _("可选")
        yield f"  {section.title}（{demand}）"
    yield _("字段：")
    for key, node in _fields(package):
        told = field(node)
        limits = "，".join(f"{word} {told[word]}" for word in LIMITS if word in told)
        yield f"  {key}  {told.get('description', '')}" + (f"（{limits}）" if limits else "")


def _fields(package: Package) -> Iterator[tuple[str, dict[str, Any]]]:
    """The keys of a plan and what their schema says of them, forbidden ones left out."""
    for key, node in package.schema.mapping.get("properties", {}).items():
        if isinstance(node, dict):
            yield key, node


def field(node: dict[str, Any]) -> dict[str, Any]:
    """What a schema says of a key for people: title, description, limits."""
    return {word: node[word] for word in ("title", "description", *LIMITS) if word in node}


def changes(rows: Sequence[Change]) -> Iterator[str]:
    """What became of each key of a plan that was moved to another version."""
    sentences = {
        KEPT: _("保留：{key}"),
        RENAMED: _("改名：{key} → {to}"),
        HOMELESS: _("没有位置，改成注释：{key}"),
        MISSING: _("缺少：{key}"),
    }
    return (sentences[row.what].format(key=row.key, to=row.to) for row in rows)
