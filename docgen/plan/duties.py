"""The tasks of a plan: every section and item that names 责任 or 时限, with what it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from docgen.source.values import Record, as_list, lines_of

NOT_CHAPTERS = ("指标", "活动", "经费", "附件", "机构", "补课", "学期", "版头", "版记", "落款", "印发")
KEYS = ("责任", "时限")


class Duty(NamedTuple):
    """A task: the chapter it stands in (`group`), the section (`task`, empty for an item right under the
    chapter), what is to be done (`measure`), and the plan's entry with its 责任 and 时限."""

    group: str
    task: str
    measure: str
    data: Record


def duties(plan: Record) -> Iterator[Duty]:
    """All tasks of `plan`, in its order."""
    for key, value in plan.items():
        if key == "章节":
            for chapter in as_list(value):
                yield from _chapter(_title(chapter), chapter)
        elif key not in NOT_CHAPTERS and isinstance(value, (list, Record)):
            yield from _chapter(key, value)


def _chapter(name: str, value: Any) -> Iterator[Duty]:
    if isinstance(value, Record) and _is_duty(value):
        yield Duty(name, "", _measure(value), value)
    for part in _parts(value):
        yield from _part(name, "", part)


def _part(group: str, task: str, data: Record) -> Iterator[Duty]:
    """The tasks of a section, or of an item; those of sections below it belong to its own task."""
    is_item = "内容" in data
    own = "" if is_item else _title(data)
    if _is_duty(data):
        measure = "\n".join(filter(None, [str(data.get("内容", "")), _measure(data)]))
        if own and task:
            yield Duty(group, task, "：".join(filter(None, [own, measure])), data)
        else:
            yield Duty(group, task or own, measure, data)
    for part in _parts(data):
        yield from _part(group, task or own, part)


def _parts(value: Any) -> Iterator[Record]:
    """The sections and items right below."""
    if isinstance(value, list):
        for entry in value:
            if isinstance(entry, Record):
                yield from [entry] if _stands_alone(entry) else _parts(entry)
    elif isinstance(value, Record):
        for key in ("正文", "条目", "小节"):
            yield from _parts(value.get(key))


def _stands_alone(entry: Record) -> bool:
    return "内容" in entry or "阶段" in entry or ("标题" in entry and "取自" not in entry)


def _measure(data: Record) -> str:
    """What a task says is to be done: its text, its ways (做法), and those of its items that name nobody
    themselves, numbered."""
    texts = [
        str(line) for text in as_list(data.get("正文")) if isinstance(text, str) for line in lines_of(text)
    ]
    items = [str(entry) for entry in as_list(data.get("条目")) if isinstance(entry, str)]
    items += [
        str(entry["内容"])
        for entry in as_list(data.get("条目"))
        if isinstance(entry, Record) and "内容" in entry and not _is_duty(entry)
    ]
    ways = [str(way) for way in as_list(data.get("做法"))]
    numbered = [f"{number}.{text}" for number, text in enumerate([*ways, *items], 1)]
    return "\n".join([*texts, *(numbered if len(numbered) > 1 else [*ways, *items])])


def _title(data: Record) -> str:
    return str(data.get("标题", data.get("阶段", ""))).rstrip("。：")


def _is_duty(data: Record) -> bool:
    return any(data.get(key) for key in KEYS)
