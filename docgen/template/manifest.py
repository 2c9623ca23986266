"""A package's template.yaml, read and checked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from docgen.document import FORMS, ORDINARY
from docgen.i18n import _
from docgen.problems import Place, Problem, error, stop_on_errors
from docgen.source.layered import layered
from docgen.source.load import load
from docgen.source.values import Record, as_list, place_of
from docgen.template.locks import against
from docgen.template.package import MANIFEST, Layers, Package, Section

KEYS = (
    "id", "名称", "版本", "发布单位", "继承", "文种", "版式", "说明", "许可", "标题", "用语", "编号", "层次",
    "小节层次", "章节", "抽象", "取用", "格式", "锁定", "改名",
)  # fmt: skip
PLAN_KEYS = ("编号", "格式")
"""Keys of a plan for which a template may say what they are where the plan does not."""
LAYER_KEYS = ("层次", "小节层次")
SECTION_KEYS = ("键", "标题", "要求", "部分", "清单", "锁定", *LAYER_KEYS)
EXPECTATIONS = ("建议", "必须")

FindParent = Callable[[str, Path, "Place | None"], Package]


def read(folder: Path, find_parent: FindParent) -> Package:
    """The package in `folder`; raises `DocgenError` with all that is wrong with its manifest."""
    record, problems = load(folder / MANIFEST)
    problems += _check(record)
    stop_on_errors(problems)
    name = record.get("继承")
    parent = find_parent(name, folder, place_of(name)) if name else None
    if parent:
        stop_on_errors(against(record, folder, parent))
    return Package(
        id=str(record["id"]),
        name=str(record["名称"]),
        version=str(record.get("版本", "")),
        publisher=str(record.get("发布单位", "")),
        summary=str(record.get("说明", "")).strip(),
        abstract=record.get("抽象") == "是",
        folders=(folder, *(parent.folders if parent else ())),
        title=str(record.get("标题", parent.title if parent else "")),
        kind=str(record.get("文种", "")),
        form=str(record.get("版式", parent.form if parent else ORDINARY)),
        words={**(parent.words if parent else {}), **record.get("用语", {})},
        defaults=_defaults(record, parent),
        layers=_layers(record).over(parent.layers if parent else Layers()),
        sections=_sections(record, parent),
        kept={},
        takes=(*(parent.takes if parent else ()), *map(str, as_list(record.get("取用")))),
        locked=tuple(dict.fromkeys([*(parent.locked if parent else ()), *_words(record.get("锁定"))])),
        renamed={**(parent.renamed if parent else {}), **_renamed(record)},
        licence=str(record.get("许可", "")),
    )


def _words(value: Any) -> list[str]:
    return [str(one) for one in as_list(value)]


def _renamed(record: Record) -> dict[str, str]:
    rows = record.get("改名")
    return {key: str(value) for key, value in rows.items()} if isinstance(rows, Record) else {}


def _sections(record: Record, parent: Package | None) -> tuple[Section, ...]:
    rows = record.get("章节")
    if rows is None:
        return parent.sections if parent else ()
    return tuple(
        Section(
            str(row["键"]),
            str(row.get("标题", row["键"])),
            str(row.get("要求", "")),
            str(row.get("部分", "sections/chapter.md")),
            _layers(row),
            str(row.get("清单", "")),
            str(row.get("锁定", "")),
        )
        for row in rows
    )


def _defaults(record: Record, parent: Package | None) -> Record:
    own = Record(record.place)
    own.update({key: record[key] for key in PLAN_KEYS if key in record})
    return layered(own, parent.defaults) if parent else own


def _layers(row: Record) -> Layers:
    return Layers(*(int(row.get(key, 0)) for key in LAYER_KEYS))


def _check(record: Record) -> list[Problem]:
    found = [_unknown(record, key, KEYS) for key in record if key not in KEYS]
    found += [
        error(
            "TPL-010",
            _("模板说明缺少“{key}”").format(key=key),
            record.place,
            hint=_("在template.yaml里补上“{key}: ……”").format(key=key),
        )
        for key in ("id", "名称")
        if not record.get(key)
    ]
    if record.get("版式", ORDINARY) not in FORMS:
        sentence = _("“版式”只能写{forms}").format(forms="、".join(FORMS))
        found.append(error("TPL-011", sentence, place_of(record["版式"]), excerpt=str(record["版式"])))
    found += _check_layers(record)
    rows = record.get("章节") or []
    for row in rows if isinstance(rows, list) else []:
        found += _check_section(row)
    return found


def _check_section(row: Any) -> list[Problem]:
    if not isinstance(row, Record) or "键" not in row:
        return [error("TPL-010", _("章节的一项缺少“键”"), place_of(row), hint="- {键: 指导思想, 要求: 建议}")]
    found = [_unknown(row, key, SECTION_KEYS) for key in row if key not in SECTION_KEYS]
    if row.get("要求", "建议") not in EXPECTATIONS:
        found.append(
            error("TPL-011", _("“要求”只能写“建议”或“必须”"), place_of(row["要求"]), excerpt=str(row["要求"]))
        )
    return found + _check_layers(row)


def _check_layers(row: Record) -> list[Problem]:
    sentence = _("“{key}”只能写1到5")
    return [
        error("TPL-011", sentence.format(key=key), place_of(row[key]), excerpt=str(row[key]))
        for key in LAYER_KEYS
        if str(row.get(key, 1)) not in ("1", "2", "3", "4", "5")
    ]


def _unknown(record: Record, key: str, known: tuple[str, ...]) -> Problem:
    from difflib import get_close_matches

    close = get_close_matches(key, known, 1)
    hint = (
        _("您是不是要写“{name}”？").format(name=close[0])
        if close
        else _("可以写：{words}").format(words="、".join(known))
    )
    return error("TPL-011", _("模板说明里不认识“{key}”").format(key=key), record.keys_at.get(key), hint=hint)
