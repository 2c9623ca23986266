"""What a template may not do to the one it inherits: loosen what that has locked.

A parent locks sections (their text is printed as it stands), expects sections (要求), and locks keys of
the plan (锁定), whose schema may become narrower only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docgen.i18n import _
from docgen.not_yaml import NotYaml
from docgen.problems import Place, Problem, error
from docgen.source.values import Record, as_list, place_of

if TYPE_CHECKING:
    from docgen.template.package import Package, Section

STRENGTH = ("", "建议", "必须")
FREE = ("title", "description", "examples", "又名", "说明", "改正", "默认", "$comment")
"""Words about a key that demand nothing."""
AT_MOST = ("maxLength", "maxItems", "maximum", "maxProperties")
AT_LEAST = ("minLength", "minItems", "minimum", "minProperties")
PRINTING = "body.md"


def against(record: Record, folder: Path, parent: Package) -> list[Problem]:
    """What the manifest `record` in `folder` loosens of its `parent` (TPL-021 to TPL-023)."""
    return [*_sections(record, parent), *_parts(folder, parent), *_keys(folder, parent)]


def _sections(record: Record, parent: Package) -> Iterator[Problem]:
    rows = record.get("章节")
    if rows is None:
        return
    own = {str(row["键"]): row for row in as_list(rows) if isinstance(row, Record) and "键" in row}
    for section in parent.sections:
        row = own.get(section.key)
        if section.locked or section.expected == STRENGTH[-1]:
            yield from _section(section, row, record, parent)


def _section(section: Section, row: Record | None, record: Record, parent: Package) -> Iterator[Problem]:
    if row is None:
        sentence = _("上级模板“{parent}”规定要有“{key}”，这里没有").format(
            parent=parent.name, key=section.key
        )
        hint = _("在“章节”里照上级模板写上“{key}”").format(key=section.key)
        yield error("TPL-021", sentence, record.keys_at.get("章节"), hint=hint)
        return
    if section.locked and str(row.get("锁定", "")) != section.locked:
        sentence = _("“{key}”的文字由上级模板“{parent}”锁定，不能改").format(
            parent=parent.name, key=section.key
        )
        hint = _("“锁定”照上级模板的原文写，一个字也不改")
        yield error("TPL-021", sentence, place_of(row.get("锁定")) or row.place, hint=hint)
    if STRENGTH.index(str(row.get("要求", ""))) < STRENGTH.index(section.expected):
        sentence = _("上级模板“{parent}”规定“{key}”必须有，这里放宽了").format(
            parent=parent.name, key=section.key
        )
        hint = _("写上“要求: 必须”")
        yield error("TPL-021", sentence, place_of(row.get("要求")) or row.place, hint=hint)


def _parts(folder: Path, parent: Package) -> Iterator[Problem]:
    """Files that would print a locked section otherwise, or not at all."""
    fixed = [section for section in parent.sections if section.locked]
    for name in dict.fromkeys([PRINTING, *(section.part for section in fixed)] if fixed else []):
        if (folder / name).is_file():
            sentence = _("上级模板“{parent}”有锁定的文字，这个文件会改变它的印法").format(parent=parent.name)
            yield error("TPL-022", sentence, Place(str(folder / name), 1), hint=_("删去这个文件"))


def _keys(folder: Path, parent: Package) -> Iterator[Problem]:
    path = folder / "schema.yaml"
    if not (parent.locked and path.is_file()):
        return
    from docgen import data_files

    try:
        own = data_files.load(path)
    except NotYaml:
        return  # told when the schema is read
    properties = own.get("properties") if isinstance(own, Mapping) else None
    above = parent.schema.mapping.get("properties", {})
    for key in parent.locked:
        if isinstance(properties, Mapping) and key in properties:
            for word in _looser(properties[key], above.get(key, {})):
                sentence = _("“{key}”由上级模板“{parent}”锁定，“{word}”比它放宽了").format(
                    key=key, parent=parent.name, word=word
                )
                place = Place(str(path), line_of(path, key))
                yield error("TPL-023", sentence, place, hint=_("只能收紧：更短、更少的选项；或者删去这一条"))


def _looser(own: Any, above: Any) -> Iterator[str]:
    """The keywords of `own` that let more pass than `above`."""
    if not isinstance(own, Mapping) or not isinstance(above, Mapping):
        if own != above:
            yield str(own).lower()
        return
    for word, value in own.items():
        if word not in FREE and not _no_looser(word, value, above):
            yield str(word)


def _no_looser(word: str, value: Any, above: Mapping[str, Any]) -> bool:
    old = above.get(word)
    if value == old:
        return True
    if word in AT_MOST:
        return old is None or value <= old
    if word in AT_LEAST:
        return old is None or value >= old
    if word == "enum":
        return old is None or set(map(str, value)) <= set(map(str, old))
    if word == "required":
        return set(old or ()) <= set(value)
    return old is None and word in ("pattern", "const", "format", "uniqueItems")


def line_of(path: Path, key: str) -> int:
    """The line of a schema file where `key` is declared, 1 where it cannot be told."""
    for number, line in enumerate(path.read_text(encoding="utf-8-sig", errors="replace").splitlines(), 1):
        if line.strip().strip("\"'").startswith((f"{key}:", f'{key}":', f"{key}':")):
            return number
    return 1
